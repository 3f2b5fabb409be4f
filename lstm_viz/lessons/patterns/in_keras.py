"""Builds the models of the page Patterns from their blueprints, runs them, and tells what each of their layers gave."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.keras.layers import recurrent_layers, recurrent_weights
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.in_keras import attempt
from lstm_viz.lessons.patterns.blueprint import Blueprint, Dense, Layer, Lstm, Repeat
from lstm_viz.lessons.patterns.builder import Build, Change
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, PATTERNS
from lstm_viz.lessons.patterns.results import Continuation, Direction, LayerError, LayerRun, PatternRun, Shape
from lstm_viz.lessons.patterns.trained import trained_weights

WEIGHTS_WITHIN = 0.5

Advance = Callable[[Any, Any], tuple[Any, Any]]


def build(blueprint: Blueprint) -> keras.Sequential:
    """The model, with the weights that Keras happens to draw, and names as in a program that makes no other.

    Raises:
        ValueError: Keras's own, where the layers do not fit together.
    """
    layers, made = [], Counter[str]()
    for layer in blueprint.layers:
        kind = _name(layer)
        layers.append(_layer(layer, f"{kind}_{made[kind]}" if made[kind] else kind))
        made[kind] += 1
    return keras.Sequential([keras.Input(blueprint.input_shape, batch_size=blueprint.batch_size), *layers])


def _name(layer: Layer) -> str:
    match layer:
        case Lstm():
            return "bidirectional" if layer.bidirectional else "lstm"
        case Repeat():
            return "repeat_vector"
        case Dense():
            return "time_distributed" if layer.time_distributed else "dense"


def _layer(layer: Layer, name: str) -> keras.layers.Layer:
    layers = keras.layers
    match layer:
        case Lstm():
            options = {"return_sequences": layer.return_sequences, "stateful": layer.stateful}
            if layer.bidirectional:
                return layers.Bidirectional(layers.LSTM(layer.units, **options), name=name)
            return layers.LSTM(layer.units, name=name, **options)
        case Repeat():
            return layers.RepeatVector(layer.n, name=name)
        case Dense():
            if layer.time_distributed:
                return layers.TimeDistributed(layers.Dense(layer.units, activation=layer.activation), name=name)
            return layers.Dense(layer.units, activation=layer.activation, name=name)


def with_weights(blueprint: Blueprint, weights: Sequence[np.ndarray]) -> keras.Sequential:
    """The model with these weights, as `get_weights` gives them."""
    model = build(blueprint)
    model.set_weights(weights)
    return model


def drawn(blueprint: Blueprint, seed: int) -> tuple[keras.Sequential, np.ndarray]:
    """The model with weights drawn from a seed, and a sample drawn after them, (1, …) float32.

    Raises:
        ValueError: Keras's own, where the layers do not fit together.
    """
    model, draw = build(blueprint), np.random.default_rng(seed)
    model.set_weights([draw.uniform(-WEIGHTS_WITHIN, WEIGHTS_WITHIN, each.shape) for each in model.get_weights()])
    return model, draw.uniform(-1, 1, (1, *model.input_shape[1:])).astype("float32")


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
    return recurrent_layers(layer) if isinstance(layer, keras.layers.LSTM | keras.layers.Bidirectional) else ()


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


def run_trained(pattern: str, inputs: np.ndarray) -> PatternRun:
    """A pattern's trained model over (samples, …) inputs."""
    kept = _kept(PATTERNS[pattern], pattern)
    return run(kept.model, inputs, kept.record)


class CompiledPattern(NamedTuple):
    """A trained model for all that is asked of it. It keeps no state: what there is of one comes and goes.

    Attributes:
        model: With its weights.
        record: Its recorder, compiled.
        advance: Its `advance`, compiled; None where it is not stateful.
    """

    model: keras.Sequential
    record: Record
    advance: Advance | None


@cache
def _kept(blueprint: Blueprint, pattern: str) -> CompiledPattern:
    """A pattern's weights in a model of these layers."""
    model = with_weights(blueprint, trained_weights(pattern))
    return CompiledPattern(model, compiled(model), advance(model) if blueprint.batch_size else None)


def advance(model: keras.Sequential) -> Advance:
    """A compiled call of a model whose first layer is stateful: it gets that layer's states and gives them back."""
    kept = model.layers[0].states
    signature = [
        [tf.TensorSpec(state.shape, tf.float32) for state in kept],
        tf.TensorSpec(model.input_shape, tf.float32),
    ]

    @tf.function(autograph=False, input_signature=signature)
    def call(states: list[Any], inputs: Any) -> tuple[Any, list[Any]]:
        with keras.StatelessScope(zip(kept, states, strict=True)) as scope:
            output = model(inputs)
        return output, [scope.get_current_value(state) for state in kept]

    return call


def continue_series(known: np.ndarray, steps: int) -> Continuation:
    """A series carried on by the trained loop, and what it is held against.

    Args:
        known: What the loop reads first, (known, 1), float32.
        steps: How many values to add.
    """
    blueprint = PATTERNS[FEED_BACK]
    stateless = replace(blueprint.with_layer(0, stateful=False, return_sequences=True), batch_size=None)
    loop, every_step = _kept(blueprint, FEED_BACK), _kept(stateless, FEED_BACK)
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
    """Series carried on by a stateful model that is fed its own output.

    Args:
        model: Of a stateful LSTM and a Dense(1), for as many samples. It begins from zeros.
        known: What it reads first, (samples, known, 1).
        steps: How many values to add.
        call: The model's `advance`.

    Returns:
        The values, (samples, steps, 1).
    """
    value, states = call([np.zeros(state.shape, "float32") for state in model.layers[0].states], known)
    values = [value]
    for _ in range(steps - 1):
        value, states = call(states, value[:, None])
        values.append(value)
    return np.stack(values, axis=1)


def run_built(build: Build) -> PatternRun | LayerError:
    """A model put together by a visitor, over a sample drawn from its seed; or why Keras refuses it."""
    made = attempt(drawn, build.blueprint(), build.seed)
    if isinstance(made, KerasError):
        return _refusal(build.blueprint())
    model, inputs = made
    return run(model, inputs, recorder(model))


def _refusal(blueprint: Blueprint) -> LayerError:
    """Which layer of a model Keras refuses: it is asked for the first alone, for the first two, and so on."""
    reads: Shape = (blueprint.batch_size, *blueprint.input_shape)
    for at in range(len(blueprint.layers)):
        made = attempt(build, replace(blueprint, layers=blueprint.layers[: at + 1]))
        if isinstance(made, KerasError):
            return LayerError(made.kind, made.message, at, reads)
        reads = tuple(made.output_shape)
    raise ValueError(f"blueprint must be of a model that Keras refuses, not {blueprint}.")


def output_shape(blueprint: Blueprint) -> Shape | LayerError:
    """The shape of a model's output as Keras tells it; or why Keras refuses the model."""
    made = attempt(build, blueprint)
    return _refusal(blueprint) if isinstance(made, KerasError) else tuple(made.output_shape)


def switched(blueprint: Blueprint) -> dict[tuple[bool, ...], Shape | LayerError]:
    """What Keras makes of a model for each setting of its LSTM layers' `return_sequences`."""
    return {switches: output_shape(changed) for switches, changed in blueprint.switched().items()}


def fixes(built: Build) -> tuple[tuple[Change, Shape], ...]:
    """The small changes after which Keras builds the model, each with the shape that then comes out."""
    tried = [(change, attempt(build, changed.blueprint())) for change, changed in built.changes()]
    return tuple((change, tuple(made.output_shape)) for change, made in tried if not isinstance(made, KerasError))
