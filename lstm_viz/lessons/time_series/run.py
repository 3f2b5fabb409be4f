"""The run of a forecasting network's training, which grows by chunks of epochs."""

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

# Visitors share the worker, which trains one chunk at a time. One epoch of a long series can take longer than this.
CHUNK_SECONDS = 0.25


@dataclass(frozen=True, eq=False)
class ForecastRun:
    """What a training has given so far: `state` and losses are those of `ForecastChunk`, from the first epoch on."""

    settings: ForecastSettings
    data: TrainingData
    state: ForecastState
    losses: np.ndarray
    validation_losses: np.ndarray

    @property
    def epoch(self) -> int:
        """The number of epochs that were trained."""
        return self.state.epoch

    @property
    def has_diverged(self) -> bool:
        """Whether a number became infinite or NaN."""
        return bool(len(self.losses)) and not math.isfinite(self.losses[-1])

    @property
    def was_stopped_early(self) -> bool:
        """Whether early stopping ended the training: the validation loss has not fallen for `patience` epochs."""
        return not self.state.is_patient(self.settings.patience)

    @property
    def has_ended(self) -> bool:
        """Whether the training cannot go on, even if more epochs are wanted."""
        return self.has_diverged or self.was_stopped_early

    @property
    def weights(self) -> Weights:
        """The weights to forecast with: with early stopping those of the smallest validation loss, else the last."""
        return self.state.best_weights if self.settings.patience else self.state.weights

    @property
    def weights_epoch(self) -> int:
        """The epoch after which `weights` were taken."""
        return self.state.best_epoch if self.settings.patience else self.epoch

    @property
    def position(self) -> int:
        """The same as `epoch`; see `Trainable`."""
        return self.epoch

    def next_chunk(self, last: ForecastChunk | None, most: int) -> ChunkCall:
        """The call of `train` for the next epochs; see `Trainable.next_chunk`."""
        epochs = 1 if last is None else max(int(CHUNK_SECONDS / last.epoch_seconds), 1)
        epochs = min(epochs, most)
        return ChunkCall(train, (self.settings, self.data, self.state, epochs), epochs)

    def extended(self, chunk: ForecastChunk) -> "ForecastRun":
        """The run with the epochs of a chunk added."""
        losses = read_only(np.concatenate([self.losses, chunk.losses]))
        validation = read_only(np.concatenate([self.validation_losses, chunk.validation_losses]))
        return replace(self, state=chunk.state, losses=losses, validation_losses=validation)


train: Remote[[ForecastSettings, TrainingData, ForecastState, int], ForecastChunk] = Remote(
    "lstm_viz.lessons.time_series.in_keras_training:train"
)


def new_run(settings: ForecastSettings, data: TrainingData) -> ForecastRun:
    """A run before its first epoch."""
    features = data.scaled.shape[1]
    weights = initial_weights(settings, features)
    slots = tuple(np.zeros(shape) for shape in settings.weight_shapes(features) for _ in range(2))
    state = ForecastState(0, weights, slots, 0, math.inf, weights)
    return ForecastRun(settings, data, state, np.zeros(0), np.zeros(0))


def initial_weights(settings: ForecastSettings, features: int) -> Weights:
    """The initial weights that Keras's default initialisers make, in Keras's order; NumPy draws them from the seed."""
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
