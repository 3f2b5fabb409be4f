"""A chunk of training: the result of some epochs, and the function of the worker that computes it."""

import math
from dataclasses import dataclass

import numpy as np

from lstm_viz.remote import Remote
from lstm_viz.tasks import Task
from lstm_viz.training.settings import TrainingSettings, TrainingState

Snapshot = tuple[int, tuple[np.ndarray, ...]]
# Visitors share the worker, which computes one chunk at a time.
CHUNK_SECONDS = 0.25
MOST_EPOCHS = 100


@dataclass(frozen=True, eq=False)
class Chunk:
    """The result of some epochs of training.

    Attributes:
        state: The network after the last epoch; if training diverged, after the last epoch with finite numbers.
        losses: Shape (epochs,), the mean cross-entropy of the scored answers in each epoch, in nats. As in Keras's
            `fit`, each answer is taken before the update that it leads to. The last loss is NaN if training diverged,
            and no epochs follow.
        accuracies: Shape (epochs,), the fraction of scored answers in each epoch that are right. Each answer is taken
            before the update, too.
        snapshots: Pairs of an epoch and the weights after it.
        epoch_seconds: The duration of an epoch, in seconds.
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
    """The number of epochs for the next chunk, so that it takes CHUNK_SECONDS.

    Args:
        last: The previous chunk; None for the first chunk, which is short, because it compiles and measures the time.
    """
    return 2 if last is None else min(max(int(CHUNK_SECONDS / last.epoch_seconds), 1), MOST_EPOCHS)
