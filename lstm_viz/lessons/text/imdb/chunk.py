"""What some updates on the reviews gave."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from lstm_viz.lessons.text.imdb.settings import ImdbState

Snapshot = tuple[int, tuple[np.ndarray, ...]]


class Evaluation(NamedTuple):
    """How well the network does on the held-out reviews.

    Attributes:
        update: After how many updates.
        loss: The mean cross-entropy, in nats.
        accuracy: The share whose sentiment it gets right, 0 … 1.
    """

    update: int
    loss: float
    accuracy: float


@dataclass(frozen=True, eq=False)
class ImdbChunk:
    """What some updates gave.

    Attributes:
        state: The network after the last of them; if training diverged, as it was before the chunk.
        losses: Shape (updates,): of each batch the mean cross-entropy, in nats, before the update that it leads to; the
            last is NaN if training diverged.
        looks: What the held-out reviews said meanwhile.
        held_out: How many these are.
        snapshots: Pairs of an epoch that was finished meanwhile and the weights after it.
        update_seconds: What an update took.
    """

    state: ImdbState
    losses: np.ndarray
    looks: tuple[Evaluation, ...]
    held_out: int
    snapshots: tuple[Snapshot, ...]
    update_seconds: float
