"""Builds a model from a file as a model of today's Keras."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from lstm_viz.lessons.your_model.remote import KerasAnswer
from lstm_viz.model_files.graph import Ref
from lstm_viz.model_files.rebuilding import APART, Call, Made, Rebuilt

HOMES = {"layers": keras.layers, "ops": keras.ops}
"""Where the functions are. Only those that `rebuilding` names are looked up there, never a name from the file."""


def build(rebuilt: Rebuilt) -> keras.Model:
    """The model, with its weights."""
    values: dict[Ref, Any] = {}
    layers: dict[int, keras.layers.Layer] = {}
    for call in rebuilt.calls:
        outputs = _called(call, values, layers)
        each = outputs if isinstance(outputs, list | tuple) else [outputs]
        values |= {(call.node, number): output for number, output in enumerate(each)}
    inputs = [values[node, 0] for node in rebuilt.inputs]
    outputs = [values[ref] for ref in rebuilt.outputs]
    return keras.Model(inputs if len(inputs) > 1 else inputs[0], outputs if len(outputs) > 1 else outputs[0])


def _called(call: Call, values: Mapping[Ref, Any], layers: dict[int, keras.layers.Layer]) -> Any:
    """What a call returns."""
    home, _, function = call.made.function.partition(".")
    if home == "keras":
        return keras.Input(name=call.name, **call.made.arguments)
    read = [values[item] if isinstance(item, tuple) else item for item in call.inputs]
    if home == "ops":
        return getattr(keras.ops, function)(*read, **call.made.arguments)
    is_new = call.layer not in layers
    layer = layers.setdefault(call.layer, _layer(call.made, name=call.name))
    given: dict[str, Any] = {}
    if call.states:
        given["initial_state"] = [values[ref] for ref in call.states]
    if call.mask is not None:
        given["mask"] = values[call.mask]
    outputs = layer(*(read if len(read) == 1 or call.made.function in APART else [read]), **given)
    if is_new and call.weights:
        layer.set_weights(list(call.weights))
    return outputs


def _layer(made: Made, **named: str) -> keras.layers.Layer:
    home, _, function = made.function.partition(".")
    inner = {name: _layer(value) if isinstance(value, Made) else value for name, value in made.arguments.items()}
    return getattr(HOMES[home], function)(**inner, **named)


def answer_of(rebuilt: Rebuilt, inputs: Sequence[np.ndarray]) -> KerasAnswer:
    """What the model answers to inputs, one array for each input of the model."""
    model = build(rebuilt)
    outputs = model(list(inputs) if len(inputs) > 1 else inputs[0], training=False)
    each = outputs if isinstance(outputs, list | tuple) else [outputs]
    return KerasAnswer(tuple(np.asarray(output) for output in each), keras.__version__)


def saved_model(rebuilt: Rebuilt) -> bytes:
    """The model as a `.keras` file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        build(rebuilt).save(path)
        return path.read_bytes()
