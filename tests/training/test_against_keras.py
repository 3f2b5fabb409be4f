"""An epoch here is the epoch that Keras's own training makes of the same weights."""

from __future__ import annotations

from functools import cache

import keras
import numpy as np
import pytest

from lstm_viz.data import one_hot
from lstm_viz.tasks import Task, copying, gap, memory_pair
from lstm_viz.training import NETWORKS, TrainingSettings, TrainingState, start, train
from tests.training.cases import UNEQUAL, settings_of

LAYERS = {"lstm": keras.layers.LSTM, "gru": keras.layers.GRU, "simple_rnn": keras.layers.SimpleRNN}
EPOCHS = 2  # in the second Adam goes on from its own slots, with the next numbers of its updates

pytestmark = pytest.mark.slow


def keras_model(settings: TrainingSettings, task: Task) -> keras.Model:
    """A model before its first update. Networks of one kind and shape are one model, so that it is built once."""
    rows = 1 if settings.regime == "steps" else len(task.sequences)
    model = built(settings, (rows, 1 if settings.regime == "steps" else None, len(task.alphabet)))
    model.set_weights(start(settings, task).weights)
    for variable in model.optimizer.variables:
        if variable.name != "learning_rate":
            variable.assign(keras.ops.zeros_like(variable))
    return model


@cache
def built(settings: TrainingSettings, shape: tuple[int | None, ...]) -> keras.Model:
    stateful, symbols = settings.regime == "steps", shape[-1]
    if not settings.has_memory:
        first = keras.layers.Dense(settings.units, activation="tanh")
    else:
        first = LAYERS[settings.network](settings.units, stateful=stateful, return_sequences=not stateful)
    flat = [keras.layers.Flatten()] if stateful and not settings.has_memory else []
    head = keras.layers.Dense(symbols, activation="softmax")
    model = keras.Sequential([keras.Input(batch_shape=shape), *flat, first, head])
    loss = (
        "categorical_crossentropy"
        if stateful
        else keras.losses.CategoricalCrossentropy(reduction="mean_with_sample_weight")
    )
    # Tracing takes longer than these epochs, and what runs is the same. Single steps of the LSTM are compiled.
    is_eager = not (stateful and settings.network == "lstm")
    model.compile(keras.optimizers.Adam(settings.learning_rate), loss, run_eagerly=is_eager)
    model.optimizer.build(model.trainable_variables)
    return model


def the_tutorials_loop(settings: TrainingSettings, task: Task) -> tuple[list[np.ndarray], list[float]]:
    """One batch a step, a stateful layer, reset after each sequence. A step that does not count is only read."""
    model = keras_model(settings, task)
    losses = []
    for _ in range(EPOCHS):
        of_epoch = []
        for sequence, scored in zip(task.sequences, task.scored, strict=True):
            codes = one_hot(sequence, len(task.alphabet))
            for step in range(len(sequence) - 1):
                if step < scored:
                    model(codes[None, step : step + 1])
                else:
                    model.reset_metrics()
                    of_epoch.append(model.train_on_batch(codes[None, step : step + 1], codes[step + 1 : step + 2]))
            if settings.has_memory:
                model.layers[0].reset_states()
        losses.append(np.mean(of_epoch))
    return model.get_weights(), losses


def whole_sequences(settings: TrainingSettings, task: Task) -> tuple[list[np.ndarray], list[float]]:
    """All sequences in one batch; what pads the shorter ones, and what does not count, has no weight."""
    symbols, longest = len(task.alphabet), max(map(len, task.sequences)) - 1
    inputs = np.zeros((len(task.sequences), longest, symbols), "float32")
    targets, weights = np.zeros_like(inputs), np.zeros(inputs.shape[:2], "float32")
    for row, (sequence, scored) in enumerate(zip(task.sequences, task.scored, strict=True)):
        steps = len(sequence) - 1
        inputs[row, :steps], targets[row, :steps] = one_hot(sequence[:-1], symbols), one_hot(sequence[1:], symbols)
        weights[row, scored:steps] = 1
    model = keras_model(settings, task)
    history = model.fit(
        inputs, targets, sample_weight=weights, batch_size=len(inputs), shuffle=False, epochs=EPOCHS, verbose=0
    )
    return model.get_weights(), history.history["loss"]


def assert_same(settings: TrainingSettings, task: Task, theirs: tuple[list[np.ndarray], list[float]]) -> None:
    weights, losses = theirs
    chunk = train(settings, task, start(settings, task), EPOCHS, snapshot_every=EPOCHS)
    np.testing.assert_allclose(chunk.losses, losses, atol=1e-5, rtol=0)
    for name, ours, keras_own in zip(settings.weight_names, chunk.state.weights, weights, strict=True):
        np.testing.assert_allclose(ours, keras_own, atol=1e-5, rtol=0, err_msg=name)


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("task", [memory_pair(), UNEQUAL], ids=["pair", "unequal"])
def test_single_steps_are_the_tutorials_stateful_loop(network, task):
    settings = settings_of(network, "steps")
    assert_same(settings, task, the_tutorials_loop(settings, task))


@pytest.mark.parametrize(
    ("network", "task"),
    [*[(network, UNEQUAL) for network in NETWORKS], ("lstm", gap(5)), ("gru", copying(2))],
    ids=[*NETWORKS, "lstm, gap", "gru, copying"],
)
def test_whole_sequences_are_keras_fit(network, task):
    settings = settings_of(network, "sequences")
    assert_same(settings, task, whole_sequences(settings, task))


def test_training_goes_on_from_adams_own_slots():
    """Adam that forgot its momentum at the start of a chunk would still learn, but not as Keras does."""
    settings, task = settings_of("lstm", "steps"), memory_pair()
    half = train(settings, task, start(settings, task), EPOCHS // 2, 1).state
    weights, _ = the_tutorials_loop(settings, task)
    whole = train(settings, task, half, EPOCHS - EPOCHS // 2, 1).state
    np.testing.assert_allclose(whole.weights[0], weights[0], atol=1e-5, rtol=0)
    forgetful = TrainingState(half.epoch, half.weights, tuple(map(np.zeros_like, half.optimizer)))
    other = train(settings, task, forgetful, EPOCHS - EPOCHS // 2, 1).state
    assert np.abs(other.weights[0] - weights[0]).max() > 1e-3
