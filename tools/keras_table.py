"""Writes what the installed Keras has, names and arguments, for `old_code`: `python -m tools.keras_table`."""

from __future__ import annotations

import importlib
import inspect
import json
import types
from collections.abc import Iterator
from pathlib import Path

import numpy as np

TABLE = Path(__file__).resolve().parents[1] / "lstm_viz" / "old_code" / "keras_3.json"
LEFT_OUT = ("src", "legacy", "applications", "distribution", "quantizers", "dtype_policies", "export", "distillation")
OF_TENSORFLOW = (
    *("", "config", "data", "image", "io", "linalg", "losses", "math", "metrics", "nn"),
    *("optimizers", "random", "saved_model", "summary", "test", "train"),
)
BY_NAME = {"loss": "losses", "metrics": "metrics", "activation": "activations"}
BY_NAME |= {"initializer": "initializers", "optimizer": "optimizers", "regularizer": "regularizers"}
METHODS = (
    *("compile", "evaluate", "fit", "load_weights", "predict", "predict_on_batch", "save", "save_weights"),
    *("summary", "test_on_batch", "to_json", "train_on_batch"),
)


def table() -> dict:
    """Everything that `old_code` takes for unchanged, ready for JSON."""
    import keras
    import tensorflow as tf

    names = dict(_modules("keras", keras))
    for name, known in _modules("tf.keras", tf.keras):
        more = {each: value for each, value in known.items() if each not in names.get(name[3:], {})}
        names |= {name: more} if more else {}
    for part in OF_TENSORFLOW:
        module = importlib.import_module("tensorflow") if not part else getattr(tf, part)
        names[f"tf.{part}".rstrip(".")] = dict.fromkeys(_public(module))
    model, layers = keras.Sequential, [keras.layers.LSTM, keras.layers.Bidirectional, keras.layers.TimeDistributed]
    every = [layer for layer in vars(keras.layers).values() if inspect.isclass(layer)]
    return {
        "version": keras.__version__,
        "names": names,
        "methods": {name: taken[1:] for name in METHODS if (taken := _arguments(getattr(model, name)))},
        # Rewritten code resets the layers of inner models by _flatten_layers; nothing public reaches them.
        "model": sorted(
            {
                *({"_flatten_layers"} & set(dir(model))),
                *_public(model),
                *_public(keras.Model),
                *_of_instance(_model(keras)),
            }
        ),
        "layer": sorted({name for layer in [*layers, *every] for name in _public(layer)} | _of_layers(keras)),
        "optimizer": sorted({name for kind in _optimizers(keras) for name in [*_public(kind), *_of_instance(kind())]}),
        "identifiers": {kind: _identifiers(module) for kind, module in BY_NAME.items()},
    }


def _model(keras: types.ModuleType) -> object:
    model = keras.Sequential([keras.Input((2, 1)), keras.layers.LSTM(1)])
    model.compile("adam", "mse")
    model.fit(np.zeros((1, 2, 1)), np.zeros((1, 1)), verbose=0)  # which gives it a history
    return model


def _optimizers(keras: types.ModuleType) -> list[type]:
    named = ("Adadelta", "Adagrad", "Adam", "Adamax", "Ftrl", "Nadam", "RMSprop", "SGD")
    return [getattr(keras.optimizers, name) for name in named]


def _of_layers(keras: types.ModuleType) -> set[str]:
    layers = keras.layers
    made = [layers.LSTM(1), layers.GRU(1), layers.Dense(1), layers.Embedding(2, 1), layers.Conv1D(1, 1)]
    made += [layers.Bidirectional(layers.LSTM(1)), layers.Dropout(0.1), layers.Activation("relu")]
    return {name for layer in made for name in _of_instance(layer)}


def _of_instance(thing: object) -> list[str]:
    return [name for name in vars(thing) if not name.startswith("_")]


def _public(module: object) -> list[str]:
    return sorted(name for name in dir(module) if not name.startswith("_"))


def _modules(name: str, module: types.ModuleType) -> Iterator[tuple[str, dict[str, list[str] | None]]]:
    """Yields each public module of Keras as its name, and its names with their arguments (None: any)."""
    values = {each: getattr(module, each) for each in _public(module)}
    inner = {each: value for each, value in values.items() if isinstance(value, types.ModuleType)}
    for each, value in inner.items():
        if each not in LEFT_OUT:
            yield from _modules(f"{name}.{each}", value)
    yield name, {each: None if each in inner else _arguments(value) for each, value in values.items()}


def _arguments(value: object) -> list[str] | None:
    """The arguments by position, then "*", then those by keyword alone; None if any are taken."""
    try:
        parameters = inspect.signature(value).parameters.values()  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    kinds = [each.kind for each in parameters]
    by_position = [each.name for each in parameters if each.kind <= inspect.Parameter.POSITIONAL_OR_KEYWORD]
    by_keyword = [each.name for each in parameters if each.kind == inspect.Parameter.KEYWORD_ONLY]
    if inspect.Parameter.VAR_POSITIONAL in kinds:
        return None
    if inspect.Parameter.VAR_KEYWORD in kinds:
        # The data sets and `evaluate` refuse arguments that they do not know.
        is_data = getattr(value, "__module__", "").startswith("keras.src.datasets")
        refuses = is_data or getattr(value, "__name__", "") == "evaluate"
        if not refuses and not (inspect.isclass(value) and _base(value)):
            return None
        by_keyword += [] if refuses else _base(value)  # type: ignore[arg-type]
    return [*by_position, "*", *by_keyword]


def _base(kind: type) -> list[str]:
    """What a layer or an optimizer takes by **kwargs."""
    import keras

    if issubclass(kind, keras.layers.Layer) and kind.__module__.startswith("keras.src.layers"):
        return ["activity_regularizer", "trainable", "dtype", "autocast", "name", "input_shape", "input_dim"]
    return ["name"] if issubclass(kind, keras.optimizers.Optimizer) else []


def _identifiers(module: str) -> list[str]:
    known = importlib.import_module(f"keras.src.{module}").ALL_OBJECTS_DICT
    return sorted(str(name) for name in known)


def main() -> None:
    """Writes the table."""
    TABLE.write_text(json.dumps(table(), indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
