"""A forecasting network's training as it stands: a fold over chunks of epochs."""

import math
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.engine.models import glorot_uniform, orthogonal
from lstm_viz.engine.weights import StaysReadOnly, read_only
from lstm_viz.lessons.time_series.prepare import Task
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.training.trainable import Call

Weights = tuple[np.ndarray, ...]
# Visitors share the worker, a chunk at a time; an epoch of a long series takes longer.
CHUNK_SECONDS = 0.5
# A call of the worker is limited in time, and one epoch is the least that a call can do.
WINDOWS_AN_EPOCH = 2000


@dataclass(frozen=True, eq=False)
class ForecastState(StaysReadOnly):
    """A network in the midst of its training: all that the next epoch depends on.

    Attributes:
        epoch: How many epochs it has been trained for.
        weights: Read-only float32 arrays in Keras's order: of each recurrent layer kernel, recurrent kernel and bias,
            then the Dense's kernel and bias.
        optimizer: For each weight Adam's momentum, then its velocity.
        best_epoch: The epoch with the least validation loss; 0 before the first.
        best_loss: That loss; infinite before the first epoch.
        best_weights: The weights after it.
    """

    epoch: int
    weights: Weights
    optimizer: Weights
    best_epoch: int
    best_loss: float
    best_weights: Weights

    def __post_init__(self):
        for name in ("weights", "optimizer", "best_weights"):
            object.__setattr__(self, name, tuple(map(read_only, getattr(self, name))))

    def is_patient(self, patience: int) -> bool:
        """Whether early stopping lets it go on; a patience of 0 always does."""
        return not patience or self.epoch - self.best_epoch < patience


@dataclass(frozen=True, eq=False)
class ForecastChunk:
    """What some epochs gave.

    Attributes:
        state: The network after the last of them; if training diverged, after the last whose numbers are finite.
        losses: Shape (epochs,): of each epoch the mean squared error of the scaled targets, taken before each update.
            The last is NaN if training diverged.
        validation_losses: Shape (epochs,): after each epoch the same of what follows each window of validation.
        epoch_seconds: What an epoch took.
    """

    state: ForecastState
    losses: np.ndarray
    validation_losses: np.ndarray
    epoch_seconds: float


@dataclass(frozen=True, eq=False)
class ForecastRun:
    """A training from its first epoch to where it stands; attributes as those of `ForecastChunk`."""

    settings: ForecastSettings
    task: Task
    state: ForecastState
    losses: np.ndarray
    validation_losses: np.ndarray

    @property
    def epoch(self) -> int:
        """How many epochs it has been trained for."""
        return self.state.epoch

    @property
    def has_diverged(self) -> bool:
        """Whether a number became infinite or NaN."""
        return bool(len(self.losses)) and not math.isfinite(self.losses[-1])

    @property
    def was_stopped_early(self) -> bool:
        """Whether the validation loss has not fallen for as long as the patience."""
        return not self.state.is_patient(self.settings.patience)

    @property
    def has_ended(self) -> bool:
        """Whether there is nothing left to train, however many epochs are asked for."""
        return self.has_diverged or self.was_stopped_early

    @property
    def weights(self) -> Weights:
        """Those to forecast with: of the least validation loss with early stopping, else the last."""
        return self.state.best_weights if self.settings.patience else self.state.weights

    @property
    def weights_epoch(self) -> int:
        """After which epoch `weights` are."""
        return self.state.best_epoch if self.settings.patience else self.epoch

    @property
    def position(self) -> int:
        """As `epoch`; see `Trainable`."""
        return self.epoch

    def next_chunk(self, last: ForecastChunk | None, most: int) -> Call:
        """The call of `train` for the epochs that follow; see `Trainable.next_chunk`."""
        epochs = 1 if last is None else max(int(CHUNK_SECONDS / last.epoch_seconds), 1)
        epochs = min(epochs, most)
        return Call(train, (self.settings, self.task, self.state, epochs), epochs)

    def extended(self, chunk: ForecastChunk) -> "ForecastRun":
        """The run with some epochs more."""
        losses = read_only(np.concatenate([self.losses, chunk.losses]))
        validation = read_only(np.concatenate([self.validation_losses, chunk.validation_losses]))
        return replace(self, state=chunk.state, losses=losses, validation_losses=validation)


def train(settings: ForecastSettings, task: Task, state: ForecastState, epochs: int) -> ForecastChunk:
    """Trains for some epochs more. The same arguments give the same bits, however the epochs are cut into chunks.

    Args:
        settings: The network and how it is trained.
        task: What it sees.
        state: Where it stands.
        epochs: How many epochs more, at least 1; early stopping may end it before.
    """
    # Only the process that trains imports Keras.
    from lstm_viz.lessons.time_series.in_keras_training import train_chunk

    return train_chunk(settings, task, state, epochs)


def new_run(settings: ForecastSettings, task: Task) -> ForecastRun:
    """A training before its first epoch."""
    features = task.scaled.shape[1]
    weights = initial_weights(settings, features)
    slots = tuple(np.zeros(shape) for shape in settings.weight_shapes(features) for _ in range(2))
    state = ForecastState(0, weights, slots, 0, math.inf, weights)
    return ForecastRun(settings, task, state, np.zeros(0), np.zeros(0))


def initial_weights(settings: ForecastSettings, features: int) -> Weights:
    """The weights as Keras's default initialisers make them, drawn by numpy from the seed, in Keras's order."""
    draw, gates = np.random.default_rng(settings.seed), len(GATES[settings.network])
    arrays: list[np.ndarray] = []
    for layer in range(settings.layers):
        arrays.append(glorot_uniform(draw, settings.units if layer else features, gates * settings.units))
        arrays.append(orthogonal(draw, settings.units, gates * settings.units))
        arrays.append(_bias(settings))
    outputs = settings.horizon * features
    return tuple(map(read_only, (*arrays, glorot_uniform(draw, settings.units, outputs), np.zeros(outputs))))


def _bias(settings: ForecastSettings) -> np.ndarray:
    shape = settings.weight_shapes(1)[2]
    bias = np.zeros(shape)
    if settings.network == "lstm":
        bias[settings.units : 2 * settings.units] = 1  # Keras's unit_forget_bias
    return bias


def order_of(settings: ForecastSettings, epoch: int, windows: int) -> np.ndarray:
    """In which order an epoch, counted from 0, takes the training windows; of more than WINDOWS_AN_EPOCH some."""
    return np.random.default_rng([settings.seed, epoch]).permutation(windows)[:WINDOWS_AN_EPOCH]
