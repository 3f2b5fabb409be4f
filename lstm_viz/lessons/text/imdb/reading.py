"""What a trained network makes of one review, word by word, without Keras."""

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
        ids: The ids that are read, shape (steps,): the review's last `ImdbSettings.length`.
        words: A word for each.
        left_out: How many came before and are not read.
        trace: Of the recurrent layer, without padding: it is masked and leaves the state as it was.
        chances: Shape (steps,): how likely positive the network would find the review, did it end with that word.
        start_chance: The same before the first word.
    """

    ids: tuple[int, ...]
    words: tuple[str, ...]
    left_out: int
    trace: Trace
    chances: np.ndarray
    start_chance: float

    @property
    def chance(self) -> float:
        """That the whole review is positive."""
        return float(self.chances[-1])

    @property
    def is_positive(self) -> bool:
        """What the network takes it for."""
        return self.chance > HALF


def read(
    settings: ImdbSettings, weights: tuple[np.ndarray, ...], ids: tuple[int, ...], words: tuple[str, ...]
) -> ImdbReading:
    """Reads a review.

    Args:
        settings: Of the network.
        weights: Of an `ImdbState`.
        ids: Of the review, at least one.
        words: A word for each id.

    Raises:
        ValueError: If there are no ids, or not as many as words.
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
