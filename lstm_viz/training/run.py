"""A run: what was trained, its results so far, and everything that is needed to continue."""

import math
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import BinaryIO

import numpy as np

from lstm_viz.data import one_hot
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.activations import activation
from lstm_viz.engine.models import ASSETS, TRAINED_UNITS, Head, Model
from lstm_viz.engine.weights import RecurrentWeights, read_only
from lstm_viz.tasks import Task
from lstm_viz.training import files
from lstm_viz.training.chunk import Chunk, Snapshot, epochs_for, train
from lstm_viz.training.settings import TrainingSettings, TrainingState, start
from lstm_viz.training.trainable import ChunkCall
from lstm_viz.training.trained import snapshot_every


@dataclass(frozen=True, eq=False)
class Run:
    """A training from its first epoch to its last epoch so far.

    Attributes:
        settings: The network and how it is trained.
        task: The task that it learns.
        state: The network after the last epoch.
        losses: Shape (epochs,), see `Chunk.losses`.
        accuracies: Shape (epochs,), see `Chunk.accuracies`.
        snapshots: Pairs of an epoch and the weights after it. The first pair is (0, initial weights).

    Raises:
        ValueError: If the attributes do not fit together.
    """

    settings: TrainingSettings
    task: Task
    state: TrainingState
    losses: np.ndarray
    accuracies: np.ndarray
    snapshots: tuple[Snapshot, ...]

    def __post_init__(self):
        for name in ("losses", "accuracies"):
            object.__setattr__(self, name, read_only(getattr(self, name)))
        kept = tuple((epoch, tuple(map(read_only, weights))) for epoch, weights in self.snapshots)
        object.__setattr__(self, "snapshots", kept)
        self._check_shapes()
        expected = self.state.epoch + (self.losses.ndim == 1 and self.has_diverged)
        if not self.losses.shape == self.accuracies.shape == (expected,):
            found = f"{self.losses.shape} and {self.accuracies.shape}"
            raise ValueError(f"losses and accuracies must have the shape ({expected},), not {found}.")
        if not (np.isfinite(self.losses[:-1]).all() and np.isfinite(self.accuracies).all()):
            raise ValueError("losses and accuracies must be finite, but for the last loss.")
        epochs = [epoch for epoch, _ in self.snapshots]
        if epochs[:1] != [0] or epochs != sorted(set(epochs)) or epochs[-1] > self.state.epoch:
            raise ValueError(f"snapshots must go from epoch 0 up to {self.state.epoch}, not {epochs}.")

    def _check_shapes(self):
        expected = self.settings.weight_shapes(len(self.task.alphabet))
        _check_shapes("weights", self.state.weights, expected)
        _check_shapes("optimizer", self.state.optimizer, tuple(shape for shape in expected for _ in range(2)))
        for epoch, weights in self.snapshots:
            _check_shapes(f"the snapshot of epoch {epoch}", weights, expected)

    @property
    def epoch(self) -> int:
        """The number of epochs so far."""
        return self.state.epoch

    @property
    def has_diverged(self) -> bool:
        """Whether a number became infinite or NaN, so that training cannot continue."""
        return bool(len(self.losses)) and not math.isfinite(self.losses[-1])

    @property
    def has_ended(self) -> bool:
        """The same as `has_diverged`; see `Trainable.has_ended`."""
        return self.has_diverged

    @property
    def position(self) -> int:
        """The same as `epoch`; see `Trainable.position`."""
        return self.epoch

    def next_chunk(self, last: Chunk | None, most: int) -> ChunkCall:
        """The call of `train` for the next epochs; see `Trainable.next_chunk`."""
        every, until = snapshot_every(self.epoch)
        epochs = min(epochs_for(last), most, until - self.epoch)
        return ChunkCall(train, (self.settings, self.task, self.state, epochs, every), epochs)

    def extended(self, chunk: Chunk) -> "Run":
        """The run with the epochs of a chunk added.

        Raises:
            ValueError: If the chunk does not begin where this run ends.
        """
        begin = chunk.state.epoch + chunk.has_diverged - len(chunk.losses)
        if self.has_diverged or begin != self.state.epoch:
            raise ValueError(f"The chunk must go on from epoch {self.state.epoch}, not from {begin}.")
        return replace(
            self,
            state=chunk.state,
            losses=np.concatenate([self.losses, chunk.losses]),
            accuracies=np.concatenate([self.accuracies, chunk.accuracies]),
            snapshots=(*self.snapshots, *chunk.snapshots),
        )

    def save(self, path: str | Path | BinaryIO) -> None:
        """Writes the run to a compressed npz file without pickle.

        Args:
            path: The path of the file, or a file that is open for writing bytes.
        """
        files.save(self, path)

    @staticmethod
    def load(path: str | Path | BinaryIO) -> "Run":
        """Reads a file that `save` wrote.

        Args:
            path: The path of the file, or a file that is open for reading bytes.

        Raises:
            InputError: If the file is not a saved run, or if its settings or task are not valid in this version.
            FileNotFoundError: If the file does not exist.
        """
        return files.load(path, Run)


def new_run(settings: TrainingSettings, task: Task) -> Run:
    """A run before its first epoch."""
    state = start(settings, task)
    return Run(settings, task, state, np.zeros(0), np.zeros(0), ((0, state.weights),))


def recorded(settings: TrainingSettings, task: Task) -> Run | None:
    """The run with these settings that tools/train_memory_lab.py made for the app; None if there is none."""
    if settings.units not in TRAINED_UNITS:
        return None
    run = _shipped(settings.network, settings.units)
    return run if (run.settings, run.task) == (settings, task) else None


@cache
def _shipped(network: str, units: int) -> Run:
    return Run.load(ASSETS / f"memory_lab_{network}_{units}.npz")


def model_of(settings: TrainingSettings, weights: tuple[np.ndarray, ...]) -> Model:
    """The network as a model that the app's own engine can trace.

    Args:
        settings: The settings of a recurrent network.
        weights: The weights of a `TrainingState` or a snapshot.

    Raises:
        ValueError: If the network is a perceptron, which cannot be traced.
    """
    if not settings.has_memory:
        raise ValueError(f"network must be recurrent, not {settings.network!r}.")
    kernel, recurrent_kernel, bias, head_kernel, head_bias = weights
    layer = RecurrentWeights(settings.network, kernel, recurrent_kernel, bias)
    return Model(layer, Head(head_kernel, head_bias), "trained", settings.seed)


def predictions(settings: TrainingSettings, task: Task, weights: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
    """The network's predictions after each step, with fixed weights.

    Returns:
        For each sequence, (steps, symbols): the probability of each symbol to come next.
    """
    reads = [one_hot(sequence[:-1], len(task.alphabet)) for sequence in task.sequences]
    if settings.has_memory:
        model = model_of(settings, weights)
        traces = [numpy_engine.run(model.weights, read[None]) for read in reads]
        return tuple(model.head.probabilities(trace.hidden[0]) for trace in traces if model.head)
    kernel, bias, head_kernel, head_bias = weights
    hidden = [activation("tanh")(read @ kernel + bias) for read in reads]
    return tuple(map(Head(head_kernel, head_bias).probabilities, hidden))


def _check_shapes(name: str, arrays: tuple[np.ndarray, ...], expected: tuple[tuple[int, ...], ...]) -> None:
    found = tuple(array.shape for array in arrays)
    if found != expected:
        raise ValueError(f"{name} must have the shapes {expected}, not {found}.")
