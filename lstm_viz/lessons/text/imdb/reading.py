"""How a trained network reads one review, word by word, without Keras."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.activations import activation
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights, read_only
from lstm_viz.lessons.text.imdb.settings import ImdbSettings

HALF = 0.5


@dataclass(frozen=True, eq=False)
class ImdbReading:
    """A review as the network reads it.

    Attributes:
        ids: The ids that are read: the last `ImdbSettings.length` of the review.
        words: The word of each id.
        left_out: The number of earlier ids that are not read.
        trace: The trace of the recurrent layer, without padding, which is masked and does not change the state.
        chances: The probability that the review is positive if it ends at this word, shape (steps,).
        start_chance: The probability before the first word.
    """

    ids: tuple[int, ...]
    words: tuple[str, ...]
    left_out: int
    trace: Trace
    chances: np.ndarray
    start_chance: float

    @property
    def chance(self) -> float:
        """The probability that the whole review is positive."""
        return float(self.chances[-1])

    @property
    def is_positive(self) -> bool:
        """Whether the network answers "positive" to the whole review."""
        return self.chance > HALF


def read(
    settings: ImdbSettings, weights: tuple[np.ndarray, ...], ids: tuple[int, ...], words: tuple[str, ...]
) -> ImdbReading:
    """Reads a review.

    Args:
        settings: The settings of the network.
        weights: The weights of an `ImdbState`.
        ids: The ids of the review, at least one.
        words: The word of each id.

    Raises:
        ValueError: If there are no ids, or the numbers of ids and words differ.
    """
    if not ids or len(ids) != len(words):
        raise ValueError(f"ids must be as many as words, and at least one, not {len(ids)} and {len(words)}.")
    embeddings, kernel, recurrent_kernel, bias, head_kernel, head_bias = weights
    shown = ids[-settings.length :]
    layer = RecurrentWeights(settings.kind, kernel, recurrent_kernel, bias)
    trace = numpy_engine.run(layer, embeddings[list(shown)][None])
    hidden = np.concatenate([trace.initial_state[0], trace.hidden[0]])
    first, *chances = activation("sigmoid")(hidden @ head_kernel + head_bias)[:, 0]
    left_out = len(ids) - len(shown)
    return ImdbReading(shown, words[-settings.length :], left_out, trace, read_only(np.array(chances)), float(first))
