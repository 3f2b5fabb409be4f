"""Runs lines from old tutorials in the installed Keras, to see its errors and warnings."""

import contextlib
import importlib
import tempfile
import warnings
from collections.abc import Callable

import keras
import numpy as np
from keras import layers

from lstm_viz.keras_errors import KerasError

X, Y = np.zeros((1, 1, 5), "float32"), np.zeros((1, 5), "float32")


def said_to_old_lines() -> dict[str, KerasError | None]:
    """Runs each line of `old_code.examples.LINES`.

    Returns:
        For each name in LINES the error or else the warning of Keras; None if there is neither.
    """
    return {name: _said(call) for name, call in CALLS.items()}


def _said(call: Callable[[keras.Model], object]) -> KerasError | None:
    model = keras.Sequential([keras.Input(batch_shape=(1, 1, 5)), layers.LSTM(5, stateful=True)])
    model.compile("adam", "mse")
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            call(model)
        except (AttributeError, ImportError, TypeError, ValueError) as error:
            return KerasError(type(error).__name__, str(error))
    return KerasError(warned[0].category.__name__, str(warned[0].message)) if warned else None


def _imported(module: str, name: str) -> object:
    return getattr(importlib.import_module(module), name)


def _save_weights(model: keras.Model) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        model.save_weights("model.h5")


CALLS: dict[str, Callable[[keras.Model], object]] = {
    "batch_input_shape": lambda model: layers.LSTM(20, batch_input_shape=(1, 1, 5), stateful=True),
    "input_shape": lambda model: layers.LSTM(20, input_shape=(4, 5)),
    "input_dim": lambda model: layers.LSTM(20, input_dim=5, input_length=4),
    "reset_states": lambda model: model.reset_states(),
    "lr": lambda model: keras.optimizers.Adam(lr=0.001),
    "nb_epoch": lambda model: model.fit(X, Y, nb_epoch=100),
    "predict_classes": lambda model: model.predict_classes(X),
    "fit_generator": lambda model: model.fit_generator([(X, Y)]),
    "np_utils": lambda model: _imported("keras.utils", "np_utils"),
    "recurrent": lambda model: _imported("keras.layers.recurrent", "LSTM"),
    "cudnn": lambda model: _imported("keras.layers", "CuDNNLSTM"),
    "timeseries": lambda model: _imported("keras.preprocessing.sequence", "TimeseriesGenerator"),
    "save_weights": _save_weights,
}
