"""A training as it stands: what was trained, what came of it, and all that is needed to go on."""

import math
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import BinaryIO

import numpy as np

from lstm_viz.data import one_hot
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.activations import activation
from lstm_viz.engine.models import ASSETS, Head, Model
from lstm_viz.engine.weights import RecurrentWeights, read_only
from lstm_viz.tasks import Task
from lstm_viz.training import files
from lstm_viz.training.chunk import Chunk, Snapshot, epochs_for, train
from lstm_viz.training.settings import TrainingSettings, TrainingState, start
from lstm_viz.training.trainable import ChunkCall
from lstm_viz.training.trained import snapshot_every


@dataclass(frozen=True, eq=False)
class Run:
    """A training from its first epoch to where it stands.

    Attributes:
        settings: The network and how it is trained.
        task: What it learns.
        state: Where it stands.
        losses: Shape (epochs,), as `Chunk.losses`.
        accuracies: Shape (epochs,), as `Chunk.accuracies`.
        snapshots: Pairs of an epoch and the weights after it, the first of them (0, the untrained weights).

    Raises:
        ValueError: If its parts do not fit together.
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
        expected = self.state.epoch + self.has_diverged
        if not len(self.losses) == len(self.accuracies) == expected:
            found = f"{len(self.losses)} and {len(self.accuracies)}"
            raise ValueError(f"losses and accuracies must be of {expected} epochs, not {found}.")
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
        """How many epochs it has been trained for."""
        return self.state.epoch

    @property
    def has_diverged(self) -> bool:
        """Whether a number became infinite or NaN, after which there is nothing left to train."""
        return bool(len(self.losses)) and not math.isfinite(self.losses[-1])

    @property
    def has_ended(self) -> bool:
        """As `has_diverged`; see `Trainable`."""
        return self.has_diverged

    @property
    def position(self) -> int:
        """As `epoch`; see `Trainable`."""
        return self.epoch

    def next_chunk(self, last: Chunk | None, most: int) -> ChunkCall:
        """The call of `train` for the epochs that follow; see `Trainable.next_chunk`."""
        every, until = snapshot_every(self.epoch)
        epochs = min(epochs_for(last), most, until - self.epoch)
        return ChunkCall(train, (self.settings, self.task, self.state, epochs, every), epochs)

    def extended(self, chunk: Chunk) -> "Run":
        """The run with some epochs more.

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
        """Write everything to a compressed npz file without pickle, given by its path or open for writing bytes."""
        files.save(self, path)

    @staticmethod
    def load(path: str | Path | BinaryIO) -> "Run":
        """Read what `save` wrote.

        Args:
            path: The file, or one that is open for reading bytes.

        Raises:
            InputError: If it is not a saved training, or one of something else than this version trains.
            FileNotFoundError: If there is none.
        """
        return files.load(path, Run)


def new_run(settings: TrainingSettings, task: Task) -> Run:
    """A training before its first epoch."""
    state = start(settings, task)
    return Run(settings, task, state, np.zeros(0), np.zeros(0), ((0, state.weights),))


def recorded(settings: TrainingSettings, task: Task) -> Run | None:
    """The training with these settings that the app ships, by tools/train_memory_lab.py; None if there is none."""
    run = _shipped(settings.network)
    return run if (run.settings, run.task) == (settings, task) else None


@cache
def _shipped(network: str) -> Run:
    return Run.load(ASSETS / f"memory_lab_{network}.npz")


def model_of(settings: TrainingSettings, weights: tuple[np.ndarray, ...]) -> Model:
    """The network as the app's own engine traces it.

    Args:
        settings: Of a recurrent network.
        weights: Of a `TrainingState` or a snapshot.

    Raises:
        ValueError: If the network is a perceptron, which has nothing to trace.
    """
    if not settings.has_memory:
        raise ValueError(f"network must be recurrent, not {settings.network!r}.")
    kernel, recurrent_kernel, bias, head_kernel, head_bias = weights
    layer = RecurrentWeights(settings.network, kernel, recurrent_kernel, bias)
    return Model(layer, Head(head_kernel, head_bias), "trained", settings.seed)


def predictions(settings: TrainingSettings, task: Task, weights: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
    """What the network answers after each step, with the weights fixed.

    Returns:
        For each sequence (steps, symbols): the chance of each symbol to come next.
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
