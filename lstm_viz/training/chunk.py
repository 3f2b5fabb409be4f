"""A few epochs of training, as a pure function of plain arrays that the worker runs."""

import math
import statistics
import time
from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import read_only
from lstm_viz.tasks import Task
from lstm_viz.training.settings import Settings, TrainingState

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


def train(settings: Settings, task: Task, state: TrainingState, epochs: int, snapshot_every: int) -> Chunk:
    """Trains for some epochs more. The same arguments give the same bits, however the epochs are cut into chunks.

    Args:
        settings: The network and how it is trained.
        task: What it learns.
        state: Where it stands.
        epochs: How many epochs more, at least 1.
        snapshot_every: The weights are kept after each epoch that is a multiple of this.

    Raises:
        ValueError: If `epochs` or `snapshot_every` is less than 1.
    """
    if min(epochs, snapshot_every) < 1:
        raise ValueError(f"epochs and snapshot_every must be at least 1, not {epochs} and {snapshot_every}.")
    # Only the process that trains imports Keras.
    from lstm_viz.training.loops import Loop

    loop = Loop(settings, task, state)
    measures: list[tuple[float, float]] = []
    snapshots: list[Snapshot] = []
    seconds: list[float] = []
    while len(measures) < epochs:
        started = time.perf_counter()
        measures.append(loop.epoch())
        seconds.append(time.perf_counter() - started)
        if not math.isfinite(measures[-1][0]):
            break
        if loop.state.epoch % snapshot_every == 0:
            snapshots.append((loop.state.epoch, loop.state.weights))
    losses, accuracies = np.array(measures).T
    # The first epoch of a new shape is compiled.
    epoch_seconds = statistics.fmean(seconds[1:] or seconds)
    return Chunk(loop.state, read_only(losses), read_only(accuracies), tuple(snapshots), epoch_seconds)


def epochs_for(last: Chunk | None) -> int:
    """How many epochs the next chunk takes CHUNK_SECONDS for.

    Args:
        last: The chunk before it; None for the first, which is short, because it compiles and tells the time.
    """
    return 2 if last is None else min(max(int(CHUNK_SECONDS / last.epoch_seconds), 1), MOST_EPOCHS)
