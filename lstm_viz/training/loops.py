"""The compiled loops of training: an epoch takes the weights and returns the new weights."""

import math
import statistics
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.weights import read_only
from lstm_viz.tasks import Task
from lstm_viz.training import batches
from lstm_viz.training.chunk import Chunk, Snapshot
from lstm_viz.training.network import Network
from lstm_viz.training.settings import TrainingSettings, TrainingState

MOST_COMPILED = 64


def train(settings: TrainingSettings, task: Task, state: TrainingState, epochs: int, snapshot_every: int) -> Chunk:
    """Trains for some more epochs. The result is the same to the last bit, however the epochs are cut into chunks.

    Args:
        settings: The network and how it is trained.
        task: The task that it learns.
        state: The network before these epochs.
        epochs: The number of epochs, at least 1.
        snapshot_every: A snapshot is kept after each epoch that is a multiple of this.

    Raises:
        ValueError: If `epochs` or `snapshot_every` is less than 1.
    """
    if min(epochs, snapshot_every) < 1:
        raise ValueError(f"epochs and snapshot_every must be at least 1, not {epochs} and {snapshot_every}.")
    loop = TrainingLoop(settings, task, state)
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
    # The time of the first epoch can include compiling.
    epoch_seconds = statistics.fmean(seconds[1:] or seconds)
    return Chunk(loop.state, read_only(losses), read_only(accuracies), tuple(snapshots), epoch_seconds)


class TrainingLoop:
    """A training that continues epoch by epoch.

    Args:
        settings: The network and how it is trained.
        task: The task that it learns.
        state: The network before the next epoch.
    """

    def __init__(self, settings: TrainingSettings, task: Task, state: TrainingState):
        batch = batches.steps(task) if settings.regime == "steps" else batches.sequences(task)
        key = (settings.network, settings.units, len(task.alphabet), settings.regime, batch[1].shape)
        self._epoch = _compiled(*key)
        self._batch = [tf.constant(array) for array in batch]
        samples, size = batches.samples_and_batch_size(task, settings.regime)
        self._updates = samples // size
        self._rate = tf.constant(settings.learning_rate, tf.float32)
        self._values = [tf.constant(array) for array in (*state.weights, *state.optimizer)]
        self._weights = len(state.weights)
        self._epochs = state.epoch

    def epoch(self) -> tuple[float, float]:
        """Trains for one epoch, and returns its loss and accuracy.

        If a number becomes infinite or NaN, the loss is NaN and the state does not change.
        """
        iteration = tf.constant(self._epochs * self._updates, tf.int64)
        values, is_finite, loss, accuracy = self._epoch(self._values, iteration, self._rate, *self._batch)
        if not (is_finite and np.isfinite(loss)):
            return float("nan"), float(accuracy)
        self._values = values
        self._epochs += 1
        return float(loss), float(accuracy)

    @property
    def state(self) -> TrainingState:
        """The network after the last epoch."""
        arrays = [value.numpy() for value in self._values]
        return TrainingState(self._epochs, tuple(arrays[: self._weights]), tuple(arrays[self._weights :]))


@lru_cache(maxsize=MOST_COMPILED)
def _compiled(network: str, units: int, symbols: int, regime: str, shape: tuple[int, ...]) -> Callable[..., Any]:
    """The compiled epoch of all trainings that differ only in learning rate, seed and the numbers of the task.

    `shape` is the shape of the batch. With it, each cache entry is one compiled function, and the cache limits their
    number.
    """
    model = Network(network, units, symbols)
    # With XLA, compiling takes 0.5 s longer, and 100 steps then run in 2 ms instead of 17. For backpropagation through
    # time, XLA compiles for seconds and gains nothing.
    is_steps = regime == "steps"
    pass_over = _steps if is_steps else _sequences

    @tf.function(jit_compile=is_steps, autograph=False)
    def epoch(values, iteration, learning_rate, *batch):
        model.assign(values, iteration, learning_rate)
        loss, accuracy = pass_over(model, *batch)
        return *model.read(), loss, accuracy

    return epoch


def _steps(network: Network, length, read, answer, carried, is_scored):
    """One update after each scored step. The other steps are only read, for the state that they leave."""

    def step(at, loss, right, states):
        states = [state * carried[at] for state in states]
        return tf.cond(is_scored[at], lambda: learn(at, loss, right, states), lambda: look(at, loss, right, states))

    def learn(at, loss, right, states):
        with tf.GradientTape() as tape:
            chances, states = network.step(read[at][None], states)
            own_loss = _cross_entropy(answer[at][None], chances)[0]
        network.update(tape, own_loss)
        return at + 1, loss + own_loss, right + _is_right(answer[at][None], chances)[0], states

    def look(at, loss, right, states):
        return at + 1, loss, right, network.step(read[at][None], states)[1]

    start = (tf.constant(0), tf.constant(0.0), tf.constant(0.0), network.empty_memory())
    _, loss, right, _ = tf.while_loop(lambda at, *_: at < length, step, start)
    scored = tf.reduce_sum(tf.cast(is_scored, tf.float32))
    return loss / scored, right / scored


def _sequences(network: Network, read, answer, weight):
    """One update from all scored steps, by backpropagation through time."""
    with tf.GradientTape() as tape:
        chances = network.sequences(read)
        loss = tf.reduce_sum(_cross_entropy(answer, chances) * weight) / tf.reduce_sum(weight)
    network.update(tape, loss)
    return loss, tf.reduce_sum(_is_right(answer, chances) * weight) / tf.reduce_sum(weight)


def _cross_entropy(answer, chances):
    return keras.losses.sparse_categorical_crossentropy(answer, chances)


def _is_right(answer, chances):
    return tf.cast(tf.argmax(chances, -1, tf.int32) == answer, tf.float32)
