"""A text that Keras has generated, with its probabilities, as plain arrays."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.lessons.patterns.generator.sentences import vocabulary
from lstm_viz.lessons.patterns.results import PatternRun


@dataclass(frozen=True, eq=False)
class Generation:
    """A text that the model continues by reading its own words.

    Attributes:
        ids: The ids of all words, first those of the beginning.
        given: The number of words in the beginning.
        probabilities: The probabilities of the next word in the call from which each word was drawn,
            (generated, words), float32.
        whole: The run of the model over all words but the last, in one call.
    """

    ids: tuple[int, ...]
    given: int
    probabilities: np.ndarray
    whole: PatternRun

    @property
    def words(self) -> tuple[str, ...]:
        """All words, first those of the beginning."""
        return tuple(vocabulary()[each] for each in self.ids)

    @property
    def generated(self) -> tuple[str, ...]:
        """The words that the model has generated."""
        return self.words[self.given :]
