"""Trains a real stateful model for one epoch, then predicts with it."""

from collections.abc import Sequence

import keras
import numpy as np

from lstm_viz.engine.keras.from_weights import layer_of
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.stateful.results import TrainedPredictions
from lstm_viz.lessons.stateful.settings import StatefulSettings

LEARNING_RATE = 0.01


def train_and_predict(settings: StatefulSettings) -> TrainedPredictions:
    """Trains a model for one epoch on each tank's next reading, then predicts with and without a state reset."""
    readings, cuts = settings.readings, [cut for cut in settings.cuts if cut < settings.steps - 1]
    parts, targets = (np.split(each, cuts, axis=1) for each in (readings[:, :-1], readings[:, 1:]))
    tanks, features = settings.tanks, settings.features
    layer = layer_of(settings.weights, return_sequences=True, stateful=True, batch=tanks)
    head = keras.layers.Dense(features, kernel_initializer=keras.initializers.GlorotUniform(settings.seed))
    model = keras.Sequential([keras.Input(batch_shape=(tanks, None, features)), layer, head])
    # For so few updates, eager execution takes less time than TensorFlow's compilation.
    model.compile(optimizer=keras.optimizers.Adam(LEARNING_RATE), loss="mse", run_eagerly=True)
    for part, target in zip(parts, targets, strict=True):
        model.train_on_batch(part, target)

    left, without_reset = _largest(layer), _predict(model, parts)
    model_reset = _reset_of(model)
    layer.reset_states()
    reset, predictions = _largest(layer), _predict(model, parts)
    layer.reset_states()
    return TrainedPredictions(left, reset, without_reset, predictions, _predict(model, parts), model_reset)


def _predict(model: keras.Model, parts: Sequence[np.ndarray]) -> np.ndarray:
    return np.concatenate([np.asarray(model(part)) for part in parts], axis=1)


def _largest(layer: keras.layers.Layer) -> float:
    return max(float(np.abs(state).max()) for state in layer.states)


def _reset_of(model: keras.Model) -> KerasError | None:
    """The error that Keras raises for `model.reset_states()`, the call of old tutorials; None if there is none."""
    try:
        model.reset_states()
    except AttributeError as error:
        return KerasError("AttributeError", str(error))
    return None
