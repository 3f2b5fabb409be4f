"""Builds the models of the page Patterns from their blueprints, runs them, and records the outputs of their layers."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.keras.from_weights import ZEROS
from lstm_viz.engine.keras.layers import recurrent_layers, recurrent_weights
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.in_keras import attempt
from lstm_viz.lessons.patterns.blueprint import Blueprint, Dense, Embedding, Layer, Recurrent, Repeat
from lstm_viz.lessons.patterns.builder import Build, Change
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, PATTERNS
from lstm_viz.lessons.patterns.results import Continuation, Direction, LayerError, LayerRun, PatternRun, Shape
from lstm_viz.lessons.patterns.trained import trained_weights

WEIGHTS_WITHIN = 0.5

Advance = Callable[[Any, Any], tuple[Any, Any]]


def build(blueprint: Blueprint) -> keras.Sequential:
    """Builds the model with weights of zero. Its layers have the names that Keras gives in a new process.

    Raises:
        ValueError: Keras's error, if the layers do not fit together.
    """
    layers, made = [], Counter[str]()
    for layer in blueprint.layers:
        kind = _name(layer)
        layers.append(_layer(layer, f"{kind}_{made[kind]}" if made[kind] else kind))
        made[kind] += 1
    dtype = "int32" if blueprint.reads_ids else None
    return keras.Sequential([keras.Input(blueprint.input_shape, batch_size=blueprint.batch_size, dtype=dtype), *layers])


def _name(layer: Layer) -> str:
    match layer:
        case Embedding():
            return "embedding"
        case Recurrent():
            return "bidirectional" if layer.bidirectional else layer.kind.lower()
        case Repeat():
            return "repeat_vector"
        case Dense():
            return "time_distributed" if layer.time_distributed else "dense"


def _layer(layer: Layer, name: str) -> keras.layers.Layer:
    layers = keras.layers
    match layer:
        case Embedding():
            return layers.Embedding(layer.words, layer.size, embeddings_initializer="zeros", name=name)
        case Recurrent():
            options = {"return_sequences": layer.return_sequences, "stateful": layer.stateful} | ZEROS
            make = getattr(layers, layer.kind)
            if layer.bidirectional:
                return layers.Bidirectional(make(layer.units, **options), name=name)
            return make(layer.units, name=name, **options)
        case Repeat():
            return layers.RepeatVector(layer.n, name=name)
        case Dense():
            options = {"activation": layer.activation, "kernel_initializer": "zeros"}
            if layer.time_distributed:
                return layers.TimeDistributed(layers.Dense(layer.units, **options), name=name)
            return layers.Dense(layer.units, name=name, **options)


def with_weights(blueprint: Blueprint, weights: Sequence[np.ndarray]) -> keras.Sequential:
    """Builds the model with the given weights, in the order of `get_weights`."""
    model = build(blueprint)
    model.set_weights(weights)
    return model


def drawn(blueprint: Blueprint, seed: int) -> tuple[keras.Sequential, np.ndarray]:
    """Builds the model with weights from a seed, and draws a sample from the same seed, (1, …) float32.

    Raises:
        ValueError: Keras's error, if the layers do not fit together.
    """
    model, draw = build(blueprint), np.random.default_rng(seed)
    model.set_weights([draw.uniform(-WEIGHTS_WITHIN, WEIGHTS_WITHIN, each.shape) for each in model.get_weights()])
    return model, draw.uniform(-1, 1, (1, *model.input_shape[1:])).astype("float32")


class Recorded(NamedTuple):
    """The recorded outputs of all layers of a model, for one input.

    Attributes:
        outputs: The output of each layer.
        steps: For each layer and direction: the hidden states, in the order of reading, and the last states. Empty for
            a layer that is not recurrent.
        unwrapped: The output of a layer in a TimeDistributed if it is called without it; None for other layers.
    """

    outputs: list[Any]
    steps: list[list[Any]]
    unwrapped: list[Any]


Record = Callable[[Any], Recorded]


def recorder(layers: Sequence[keras.layers.Layer]) -> Record:
    """A function that runs layers on an input and records them. Keras can run it directly or compile it."""
    recording = [[_recording_layer(half) for half in _recurrent(layer)] for layer in layers]

    def record(inputs: Any) -> Recorded:
        # Each layer is called only once: a stateful layer would start the second call from the states of the first. A
        # model of all `layer.output` is no alternative: in a Sequential they can belong to different calls.
        read, outputs = inputs, []
        for layer in layers:
            read = layer(read)
            outputs.append(read)
        given = [inputs, *outputs[:-1]]
        steps = [[each(x) for each in both] for both, x in zip(recording, given, strict=True)]
        wrapped = [isinstance(layer, keras.layers.TimeDistributed) for layer in layers]
        bare = [layer.layer(x) if is_in else None for layer, x, is_in in zip(layers, given, wrapped, strict=True)]
        return Recorded(outputs, steps, bare)

    return record


def compiled(model: keras.Sequential) -> Record:
    """A compiled `recorder`, for any sequence length that the model accepts. Use it for a model that is kept."""
    # For an unknown number of steps, a compiled TimeDistributed of Keras 3.15 takes the samples for the steps.
    is_wrong = isinstance(model.layers[-1], keras.layers.TimeDistributed) and model.output_shape[1] is None
    count = len(model.layers) - is_wrong
    record, last = recorder(model.layers[:count]), recorder(model.layers[count:])

    @tf.function(autograph=False, input_signature=[tf.TensorSpec(model.input_shape, model.inputs[0].dtype)])
    def recorded(inputs: Any) -> Recorded:
        with keras.StatelessScope():  # the new states of a stateful layer are dropped
            return record(inputs)

    def whole(inputs: Any) -> Recorded:
        first = recorded(inputs)
        return Recorded(*(one + other for one, other in zip(first, last(first.outputs[-1]), strict=True)))

    return whole if is_wrong else recorded


def run(model: keras.Sequential, inputs: np.ndarray, record: Record) -> PatternRun:
    """Runs a model and returns the output of each layer.

    Args:
        model: The model.
        inputs: The input, (samples, time, features) or (samples, features), float32; or ids, (samples, time), int32.
        record: The model's recorder, compiled or not.
    """
    recorded = record(keras.ops.convert_to_tensor(inputs))
    alone = np.asarray(record(keras.ops.convert_to_tensor(inputs[:1])).outputs[-1]) if len(inputs) > 1 else None
    layers = tuple(_layer_run(*each) for each in zip(model.layers, *recorded, strict=True))
    return PatternRun(inputs, layers, alone)


def _recurrent(layer: keras.layers.Layer) -> tuple[keras.layers.Layer, ...]:
    kinds = (keras.layers.LSTM, keras.layers.GRU, keras.layers.Bidirectional)
    return recurrent_layers(layer) if isinstance(layer, kinds) else ()


def _recording_layer(layer: keras.layers.RNN) -> keras.layers.RNN:
    """A layer with the same cell that returns the hidden state of every step and the last states."""
    return keras.layers.RNN(layer.cell, return_sequences=True, return_state=True, go_backwards=layer.go_backwards)


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


def _direction(layer: keras.layers.RNN, told: list[Any]) -> Direction:
    weights = recurrent_weights(layer)
    hidden, last_hidden, *last_cell = (np.asarray(tensor) for tensor in told)
    in_order = hidden[:, ::-1] if weights.go_backwards else hidden
    return Direction(weights, in_order, last_hidden, last_cell[0] if last_cell else None)


def run_trained(pattern: str, inputs: np.ndarray) -> PatternRun:
    """Runs the trained model of a pattern on inputs of (samples, …)."""
    trained = compiled_pattern(PATTERNS[pattern], pattern)
    return run(trained.model, inputs, trained.record)


class CompiledPattern(NamedTuple):
    """A trained model with its compiled functions. They keep no states: a caller passes states in and gets them back.

    Attributes:
        model: The model with its weights.
        record: The compiled recorder of the model.
        advance: The compiled `advance` of the model; None if the model is not stateful.
    """

    model: keras.Sequential
    record: Record
    advance: Advance | None


@cache
def compiled_pattern(blueprint: Blueprint, pattern: str) -> CompiledPattern:
    """A model of these layers with the trained weights of a pattern."""
    model = with_weights(blueprint, trained_weights(pattern))
    return CompiledPattern(model, compiled(model), advance(model) if blueprint.batch_size else None)


def advance(model: keras.Sequential) -> Advance:
    """A compiled call of a model whose first layer is stateful. It takes that layer's states and returns new ones."""
    variables = model.layers[0].states
    signature = [
        [tf.TensorSpec(state.shape, tf.float32) for state in variables],
        tf.TensorSpec(model.input_shape, tf.float32),
    ]

    @tf.function(autograph=False, input_signature=signature)
    def call(states: list[Any], inputs: Any) -> tuple[Any, list[Any]]:
        with keras.StatelessScope(zip(variables, states, strict=True)) as scope:
            output = model(inputs)
        return output, [scope.get_current_value(state) for state in variables]

    return call


def continue_series(known: np.ndarray, steps: int) -> Continuation:
    """Continues a series with the trained loop, and computes the outputs with which it is compared.

    Args:
        known: The values that the loop reads first, (known, 1), float32.
        steps: The number of values to predict.
    """
    blueprint = PATTERNS[FEED_BACK]
    stateless = replace(blueprint.with_layer(0, stateful=False, return_sequences=True), batch_size=None)
    loop, every_step = compiled_pattern(blueprint, FEED_BACK), compiled_pattern(stateless, FEED_BACK)
    assert loop.advance is not None  # for the type checker: the blueprint is stateful
    values = continued(loop.model, known[None], steps, loop.advance)[0]
    whole = np.concatenate([known, values[:-1]])
    return Continuation(
        known=known,
        values=values,
        model=run(loop.model, known[None], loop.record),
        whole=run(every_step.model, whole[None], every_step.record),
        forgetful=np.asarray(every_step.record(whole[:, None]).outputs[-1])[len(known) :, 0],
    )


def continued(model: keras.Sequential, known: np.ndarray, steps: int, call: Advance) -> np.ndarray:
    """Continues series with a stateful model that reads its own outputs, starting from zeros.

    Args:
        model: A stateful LSTM and a Dense(1), with `samples` as its batch size.
        known: The values that the model reads first, (samples, known, 1).
        steps: The number of values to predict.
        call: The compiled `advance` of the model.

    Returns:
        The predicted values, (samples, steps, 1).
    """
    value, states = call([np.zeros(state.shape, "float32") for state in model.layers[0].states], known)
    values = [value]
    for _ in range(steps - 1):
        value, states = call(states, value[:, None])
        values.append(value)
    return np.stack(values, axis=1)


def run_built(build: Build) -> PatternRun | LayerError:
    """Runs a visitor's model on a sample from its seed; or returns the error that Keras raises for it."""
    made = attempt(drawn, build.blueprint(), build.seed)
    if isinstance(made, KerasError):
        return _refusal(build.blueprint())
    model, inputs = made
    return run(model, inputs, recorder(model.layers))


def _refusal(blueprint: Blueprint) -> LayerError:
    """Finds the layer for which Keras raises an error: it builds the first layer, the first two layers, and so on."""
    reads: Shape = (blueprint.batch_size, *blueprint.input_shape)
    for at in range(len(blueprint.layers)):
        made = attempt(build, replace(blueprint, layers=blueprint.layers[: at + 1]))
        if isinstance(made, KerasError):
            return LayerError(made.kind, made.message, at, reads)
        reads = tuple(made.output_shape)
    raise ValueError(f"blueprint must be of a model that Keras refuses, not {blueprint}.")


def output_shape(blueprint: Blueprint) -> Shape | LayerError:
    """The shape of a model's output as Keras reports it, or the error that Keras raises for the model."""
    made = attempt(build, blueprint)
    return _refusal(blueprint) if isinstance(made, KerasError) else tuple(made.output_shape)


def switched(blueprint: Blueprint) -> dict[tuple[bool, ...], Shape | LayerError]:
    """The output shape of a model, or its error, for each combination of its LSTM layers' `return_sequences`."""
    return {switches: output_shape(changed) for switches, changed in blueprint.switched().items()}


def fixes(built: Build) -> tuple[tuple[Change, Shape], ...]:
    """The small changes after which Keras builds the model, each with the shape of the output."""
    tried = [(change, attempt(build, changed.blueprint())) for change, changed in built.changes()]
    return tuple((change, tuple(made.output_shape)) for change, made in tried if not isinstance(made, KerasError))
