"""Runs a model of the page Patterns, and tells what each of its layers gave and each LSTM held."""

from collections.abc import Callable
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.keras.layers import halves, recurrent_weights
from lstm_viz.lessons.patterns.results import Direction, LayerRun, PatternRun


class Recorded(NamedTuple):
    """What a run recorded of each layer.

    Attributes:
        outputs: What each gave.
        steps: For each direction of a recurrent layer its sequence, in the order in which it read, and its last states.
        unwrapped: What a layer in a TimeDistributed gives without it; None for the others.
    """

    outputs: list[Any]
    steps: list[list[Any]]
    unwrapped: list[Any]


Record = Callable[[Any], Recorded]


def recorder(model: keras.Sequential) -> Record:
    """A function of what the model reads, for Keras to run or to compile."""
    tellers = [[_teller(half) for half in _recurrent(layer)] for layer in model.layers]

    def record(inputs: Any) -> Recorded:
        # One call of each layer: not all `layer.output` of a Sequential need be of the same one, and a stateful layer
        # that is called twice goes on in the second.
        read, outputs = inputs, []
        for layer in model.layers:
            read = layer(read)
            outputs.append(read)
        given = [inputs, *outputs[:-1]]
        steps = [[teller(x) for teller in both] for both, x in zip(tellers, given, strict=True)]
        wrapped = [isinstance(layer, keras.layers.TimeDistributed) for layer in model.layers]
        bare = [layer.layer(x) if is_in else None for layer, x, is_in in zip(model.layers, given, wrapped, strict=True)]
        return Recorded(outputs, steps, bare)

    return record


def compiled(model: keras.Sequential) -> Record:
    """The same, compiled once for sequences of any length that the model takes: worth it for a model that stays."""
    record = recorder(model)

    @tf.function(autograph=False, input_signature=[tf.TensorSpec(model.input_shape, tf.float32)])
    def recorded(inputs: Any) -> Recorded:
        with keras.StatelessScope():  # what a stateful layer would keep is dropped
            return record(inputs)

    return recorded


def run(model: keras.Sequential, inputs: np.ndarray, record: Record) -> PatternRun:
    """What each layer gives.

    Args:
        model: As built.
        inputs: (samples, time, features) or (samples, features), float32.
        record: The model's recorder, compiled or not.
    """
    recorded = record(keras.ops.convert_to_tensor(inputs))
    alone = np.asarray(record(keras.ops.convert_to_tensor(inputs[:1])).outputs[-1]) if len(inputs) > 1 else None
    layers = tuple(_layer_run(*each) for each in zip(model.layers, *recorded, strict=True))
    return PatternRun(inputs, layers, alone)


def _recurrent(layer: keras.layers.Layer) -> tuple[keras.layers.Layer, ...]:
    return halves(layer) if isinstance(layer, keras.layers.LSTM | keras.layers.Bidirectional) else ()


def _teller(lstm: keras.layers.LSTM) -> keras.layers.RNN:
    """A layer around the same cell that tells of every step."""
    return keras.layers.RNN(lstm.cell, return_sequences=True, return_state=True, go_backwards=lstm.go_backwards)


def _layer_run(layer: keras.layers.Layer, output: Any, steps: list[Any], unwrapped: Any) -> LayerRun:
    inner = getattr(layer, "forward_layer", getattr(layer, "layer", layer))
    kind, outer = (type(each).__name__ for each in (inner, layer))
    return LayerRun(
        name=layer.name,
        kind=kind,
        wrapper="" if outer == kind else outer,
        output_shape=tuple(layer.output.shape),
        parameters=layer.count_params(),
        output=np.asarray(output),
        directions=tuple(_direction(*each) for each in zip(_recurrent(layer), steps, strict=True)),
        unwrapped=None if unwrapped is None else np.asarray(unwrapped),
    )


def _direction(lstm: keras.layers.LSTM, told: list[Any]) -> Direction:
    weights = recurrent_weights(lstm)
    hidden, last_hidden, last_cell = (np.asarray(tensor) for tensor in told)
    return Direction(weights, hidden[:, ::-1] if weights.go_backwards else hidden, last_hidden, last_cell)
