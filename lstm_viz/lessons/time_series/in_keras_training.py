"""Trains a forecasting network for some epochs: the state before goes in, the state after comes out."""

import math
import statistics
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.lessons.time_series.in_keras import build
from lstm_viz.lessons.time_series.prepare import Split, TrainingData, window_starts
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import ForecastChunk, ForecastState, Weights, iterations_of, order_of

MOST_COMPILED = 64


def train(settings: ForecastSettings, data: TrainingData, state: ForecastState, epochs: int) -> ForecastChunk:
    """Trains for more epochs. The result is the same to the bit, however the epochs are divided into chunks.

    Args:
        settings: The network and how it is trained.
        data: The data that the training sees.
        state: The state before.
        epochs: The number of epochs to add, at least 1. Early stopping may end the training before.
    """
    loop = _Loop(settings, data)
    losses: list[tuple[float, float]] = []
    seconds: list[float] = []
    while len(losses) < epochs and state.is_patient(settings.patience):
        started = time.perf_counter()
        after, *measured = loop.epoch(state)
        losses.append((measured[0], measured[1]))
        seconds.append(time.perf_counter() - started)
        if not all(map(math.isfinite, measured)):
            losses[-1] = (math.nan, math.nan)
            break
        state = after
    training, validation = np.array(losses).reshape(-1, 2).T
    # The first epoch may include compilation: its time counts only if there is no other.
    return ForecastChunk(state, training, validation, statistics.fmean(seconds[1:] or seconds or [1.0]))


class _Loop:
    """The windows and the compiled epoch of a training."""

    def __init__(self, settings: ForecastSettings, data: TrainingData):
        self._settings = settings
        features, rows = data.scaled.shape[1], len(data.scaled)
        key = (settings.network, settings.units, settings.layers, settings.many_to_many)
        self._epoch = _compiled(*key, settings.look_back, settings.horizon, settings.batch_size, features)
        split, shape = Split(data.training_end, rows, rows), (settings.look_back, settings.horizon)
        self._training, validation = (window_starts(split, part, *shape) for part in ("training", "validation"))
        self._updates = iterations_of(settings, len(self._training))
        self._has_validation = len(validation) > 0
        # Keras's layers cannot read an empty batch: one window is read, and its error is not used.
        self._validation = tf.constant(validation if self._has_validation else self._training[:1], tf.int32)
        self._series = tf.constant(data.scaled)
        self._rate = tf.constant(settings.learning_rate, tf.float32)

    def epoch(self, state: ForecastState) -> tuple[ForecastState, float, float]:
        """The state after one more epoch, with the training loss and the validation loss of that epoch.

        Without a validation part the training loss stands for the other.
        """
        order = order_of(self._settings, state.epoch, len(self._training))
        starts = tf.constant(self._training[order], tf.int32)
        iteration = tf.constant(state.epoch * self._updates, tf.int64)
        values = [tf.constant(array) for array in (*state.weights, *state.optimizer)]
        kept, loss, validation = self._epoch(values, iteration, self._rate, self._series, starts, self._validation)
        arrays = tuple(value.numpy() for value in kept)
        weights, slots = arrays[: len(state.weights)], arrays[len(state.weights) :]
        judged = float(validation if self._has_validation else loss)
        return _after(state, weights, slots, judged), float(loss), judged


def _after(state: ForecastState, weights: Weights, slots: Weights, validation: float) -> ForecastState:
    epoch = state.epoch + 1
    if validation < state.best_loss:
        return ForecastState(epoch, weights, slots, epoch, validation, weights)
    return ForecastState(epoch, weights, slots, state.best_epoch, state.best_loss, state.best_weights)


@lru_cache(maxsize=MOST_COMPILED)
def _compiled(
    network: str, units: int, layers: int, many: bool, look_back: int, horizon: int, batch_size: int, features: int
) -> Callable[..., Any]:
    """The compiled epoch, shared by all trainings that differ only in learning rate, seed and data."""
    settings = ForecastSettings(network, units, layers, many, look_back, horizon, batch_size, 0.01, 0, 0)
    model, optimizer = build(settings, features), keras.optimizers.Adam()
    variables = model.trainable_variables
    optimizer.build(variables)
    at, rate, *slots = optimizer.variables
    kept = [*variables, *slots]
    steps = tf.range(look_back) if many else tf.constant([look_back - 1])
    after = steps[:, None] + 1 + tf.range(horizon)  # the rows that each step predicts, counted from the window's first

    def squared_error(series: Any, starts: Any) -> Any:
        read = tf.gather(series, starts[:, None] + tf.range(look_back))
        wanted = tf.gather(series, starts[:, None, None] + after)
        predicted = tf.reshape(model(read), tf.shape(wanted))
        return (predicted - wanted) ** 2  # (windows, steps, horizon, features)

    def update(begin: Any, total: Any, series: Any, starts: Any) -> tuple[Any, Any]:
        batch = starts[begin : begin + batch_size]
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(squared_error(series, batch))
        optimizer.apply(tape.gradient(loss, variables), variables)
        return begin + batch_size, total + loss * tf.cast(tf.size(batch), tf.float32)

    @tf.function(autograph=False, reduce_retracing=True)
    def epoch(values, iteration, learning_rate, series, starts, validation):
        for variable, value in zip([*kept, at, rate], [*values, iteration, learning_rate], strict=True):
            variable.assign(value)
        count = tf.size(starts)
        _, total = tf.while_loop(
            lambda begin, _total: begin < count,
            lambda begin, total: update(begin, total, series, starts),
            (tf.constant(0), tf.constant(0.0)),
        )
        with tf.control_dependencies([total]):
            judged = tf.reduce_mean(squared_error(series, validation)[:, -1])
            return [v.value.read_value() for v in kept], total / tf.cast(count, tf.float32), judged

    return epoch
