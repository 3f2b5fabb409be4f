"""A forecasting network's training as it stands: a fold over chunks of epochs."""

import math
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.engine.models import glorot_uniform, orthogonal
from lstm_viz.engine.weights import read_only
from lstm_viz.lessons.time_series.prepare import TrainingData
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import ForecastChunk, ForecastState, Weights
from lstm_viz.remote import Remote
from lstm_viz.training.trainable import ChunkCall

# Visitors share the worker, a chunk at a time; an epoch of a long series takes longer.
CHUNK_SECONDS = 0.5


@dataclass(frozen=True, eq=False)
class ForecastRun:
    """A training from its first epoch to where it stands; attributes as those of `ForecastChunk`."""

    settings: ForecastSettings
    data: TrainingData
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

    def next_chunk(self, last: ForecastChunk | None, most: int) -> ChunkCall:
        """The call of `train` for the epochs that follow; see `Trainable.next_chunk`."""
        epochs = 1 if last is None else max(int(CHUNK_SECONDS / last.epoch_seconds), 1)
        epochs = min(epochs, most)
        return ChunkCall(train, (self.settings, self.data, self.state, epochs), epochs)

    def extended(self, chunk: ForecastChunk) -> "ForecastRun":
        """The run with some epochs more."""
        losses = read_only(np.concatenate([self.losses, chunk.losses]))
        validation = read_only(np.concatenate([self.validation_losses, chunk.validation_losses]))
        return replace(self, state=chunk.state, losses=losses, validation_losses=validation)


train: Remote[[ForecastSettings, TrainingData, ForecastState, int], ForecastChunk] = Remote(
    "lstm_viz.lessons.time_series.in_keras_training:train"
)


def new_run(settings: ForecastSettings, data: TrainingData) -> ForecastRun:
    """A training before its first epoch."""
    features = data.scaled.shape[1]
    weights = initial_weights(settings, features)
    slots = tuple(np.zeros(shape) for shape in settings.weight_shapes(features) for _ in range(2))
    state = ForecastState(0, weights, slots, 0, math.inf, weights)
    return ForecastRun(settings, data, state, np.zeros(0), np.zeros(0))


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
