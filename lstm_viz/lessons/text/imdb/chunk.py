"""The result of some updates on the reviews."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from lstm_viz.lessons.text.imdb.settings import ImdbState

Snapshot = tuple[int, tuple[np.ndarray, ...]]


class Evaluation(NamedTuple):
    """The loss and the accuracy of the network on the held-out reviews.

    Attributes:
        update: The number of updates before the evaluation.
        loss: The mean cross-entropy, in nats.
        accuracy: The accuracy, 0 … 1.
    """

    update: int
    loss: float
    accuracy: float


@dataclass(frozen=True, eq=False)
class ImdbChunk:
    """The result of some updates.

    Attributes:
        state: The state after the last update; if training diverged, the state before the chunk.
        losses: The mean cross-entropy of each batch before its update, in nats, shape (updates,). The last is not
            finite if training diverged.
        looks: The evaluations on the held-out reviews during these updates.
        held_out: The number of held-out reviews.
        snapshots: Pairs of an epoch that ended during these updates and the weights after it.
        update_seconds: The median time of an update, in seconds.
    """

    state: ImdbState
    losses: np.ndarray
    looks: tuple[Evaluation, ...]
    held_out: int
    snapshots: tuple[Snapshot, ...]
    update_seconds: float
