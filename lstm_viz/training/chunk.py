"""What a few epochs of training give, and the function that the worker runs for them."""

import math
from dataclasses import dataclass

import numpy as np

from lstm_viz.remote import Remote
from lstm_viz.tasks import Task
from lstm_viz.training.settings import TrainingSettings, TrainingState

Snapshot = tuple[int, tuple[np.ndarray, ...]]
# Visitors share the worker, a chunk at a time.
CHUNK_SECONDS = 0.3
MOST_EPOCHS = 100


@dataclass(frozen=True, eq=False)
class Chunk:
    """What some epochs gave.

    Attributes:
        state: The network after the last of them; if training diverged, after the last whose numbers are finite.
        losses: Shape (epochs,): of each epoch the mean cross-entropy, in nats, of the scored answers, as Keras's
            `fit` reports it: each answer is taken before the update that it leads to. The last is NaN if training
            diverged, and then no more epochs follow.
        accuracies: Shape (epochs,): of each epoch the share of scored answers that were right, taken likewise.
        snapshots: Pairs of an epoch and the weights after it.
        epoch_seconds: What an epoch took.
    """

    state: TrainingState
    losses: np.ndarray
    accuracies: np.ndarray
    snapshots: tuple[Snapshot, ...]
    epoch_seconds: float

    @property
    def has_diverged(self) -> bool:
        """Whether a number became infinite or NaN."""
        return bool(len(self.losses)) and not math.isfinite(self.losses[-1])


train: Remote[[TrainingSettings, Task, TrainingState, int, int], Chunk] = Remote("lstm_viz.training.loops:train")


def epochs_for(last: Chunk | None) -> int:
    """How many epochs the next chunk takes CHUNK_SECONDS for.

    Args:
        last: The chunk before it; None for the first, which is short, because it compiles and tells the time.
    """
    return 2 if last is None else min(max(int(CHUNK_SECONDS / last.epoch_seconds), 1), MOST_EPOCHS)
