"""Trains a real stateless model, and streams through a stateful twin with its weights."""

import keras
import numpy as np

from lstm_viz.engine.keras.from_weights import CLASSES
from lstm_viz.lessons.stateful.online import EPOCHS, LEARNING_RATE, training_data, window_of
from lstm_viz.lessons.stateful.results import Online
from lstm_viz.lessons.stateful.settings import StatefulSettings


def online(settings: StatefulSettings) -> Online:
    """Trains the model, then predicts with it and with its streaming twin."""
    model, (x, y) = _model(settings), training_data(settings)
    before = _loss(model, x, y)
    for _ in range(EPOCHS):
        model.train_on_batch(x, y)
    twin = _twin(settings)
    twin.set_weights(model.get_weights())

    readings, window = settings.readings, window_of(settings)
    ends = range(1, settings.steps + 1)
    stream = [_streamed(twin, tank, reset=True) for tank in readings]
    return Online(
        untrained_loss=before,
        trained_loss=_loss(model, x, y),
        histories=np.stack([np.asarray(model(readings[:, :end])) for end in ends], axis=1),
        stream=np.stack(stream),
        unreset=np.stack([_streamed(twin, tank, reset=False) for tank in readings]),
        windows=np.stack([np.asarray(model(readings[:, end - window : end])) for end in ends[window - 1 :]], axis=1),
    )


def _model(settings: StatefulSettings) -> keras.Model:
    uniform, orthogonal = (
        initializer(seed=settings.seed)
        for initializer in (keras.initializers.GlorotUniform, keras.initializers.Orthogonal)
    )
    layer = CLASSES[settings.kind](settings.units, kernel_initializer=uniform, recurrent_initializer=orthogonal)
    head = keras.layers.Dense(settings.features, kernel_initializer=uniform)
    model = keras.Sequential([keras.Input((None, settings.features)), layer, head])
    model.compile(keras.optimizers.Adam(LEARNING_RATE), "mse")
    return model


def _twin(settings: StatefulSettings) -> keras.Model:
    layer = CLASSES[settings.kind](settings.units, stateful=True)
    shape = (1, 1, settings.features)
    return keras.Sequential([keras.Input(batch_shape=shape), layer, keras.layers.Dense(settings.features)])


def _streamed(twin: keras.Model, readings: np.ndarray, *, reset: bool) -> np.ndarray:
    """The twin's prediction after each reading, (steps, features)."""
    if reset:
        twin.layers[0].reset_states()
    return np.stack([np.asarray(twin(reading[None, None]))[0] for reading in readings])


def _loss(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    return float(np.square(np.asarray(model(x)) - y).mean())
