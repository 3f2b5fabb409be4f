"""Builds the models of the page Patterns from their blueprints, and runs them layer by layer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import keras
import numpy as np

from lstm_viz.keras_engine.from_weights import layer_of
from lstm_viz.keras_engine.layers import halves, recurrent_weights
from lstm_viz.patterns.blueprint import Blueprint, Dense, Layer, Lstm, Repeat
from lstm_viz.patterns.results import Continuation, Direction, LayerRun, PatternRun

WEIGHTS_WITHIN = 0.5


def build(blueprint: Blueprint) -> keras.Sequential:
    """The model, with the weights that Keras happens to draw, and names as in a program that makes no other.

    Raises:
        ValueError: Keras's own, where the layers do not fit together.
    """
    model = keras.Sequential([keras.Input(blueprint.input_shape, batch_size=blueprint.batch_size)])
    made: Counter[str] = Counter()
    for layer in blueprint.layers:
        kind = _name(layer)
        model.add(_layer(layer, f"{kind}_{made[kind]}" if made[kind] else kind))
        made[kind] += 1
    return model


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


def run(model: keras.Sequential, inputs: np.ndarray) -> PatternRun:
    """What each layer gives, in one call of the model.

    Args:
        model: Stateful layers begin from zeros.
        inputs: (samples, time, features) or (samples, features), float32.
    """
    _forget(model)
    every = keras.Model(model.inputs, [layer.output for layer in model.layers])
    outputs = every(keras.ops.convert_to_tensor(inputs))
    given = [inputs, *outputs[:-1]]
    layers = tuple(_layer_run(*each) for each in zip(model.layers, given, outputs, strict=True))
    return PatternRun(inputs, layers, _alone(model, inputs))


def _alone(model: keras.Sequential, inputs: np.ndarray) -> np.ndarray | None:
    return np.asarray(model(inputs[:1])) if len(inputs) > 1 else None


def _forget(model: keras.Sequential) -> None:
    for layer in model.layers:
        if getattr(layer, "stateful", False):
            layer.reset_states()


def _layer_run(layer: keras.layers.Layer, given: object, output: object) -> LayerRun:
    is_recurrent = isinstance(layer, keras.layers.LSTM | keras.layers.Bidirectional)
    inner = getattr(layer, "forward_layer", getattr(layer, "layer", layer))
    kind, outer = (type(each).__name__ for each in (inner, layer))
    return LayerRun(
        name=layer.name,
        kind=kind,
        wrapper="" if outer == kind else outer,
        output_shape=tuple(layer.output.shape),
        parameters=layer.count_params(),
        output=np.asarray(output),
        directions=tuple(_direction(half, given) for half in halves(layer)) if is_recurrent else (),
        unwrapped=np.asarray(inner(given)) if isinstance(layer, keras.layers.TimeDistributed) else None,
    )


def _direction(lstm: keras.layers.LSTM, given: object) -> Direction:
    """What an LSTM of the same weights tells of every step."""
    weights = recurrent_weights(lstm)
    every = layer_of(replace(weights, unroll=True), return_sequences=True, return_state=True)
    hidden, last_hidden, last_cell = (np.asarray(tensor) for tensor in every(given))
    in_order = hidden[:, ::-1] if weights.go_backwards else hidden
    return Direction(weights, in_order, last_hidden, last_cell)


def continuation(blueprint: Blueprint, weights: tuple[np.ndarray, ...], known: np.ndarray, steps: int) -> Continuation:
    """A series carried on by the stateful loop, and what it is held against.

    Args:
        blueprint: Of a stateful LSTM and a Dense(1), for a batch of one.
        weights: Its weights.
        known: What it reads first, (known, 1), float32.
        steps: How many values to add.
    """
    loop = with_weights(blueprint, weights)
    values = continued(loop, known[None], steps)[0]
    stateless = replace(blueprint.with_layer(0, stateful=False), batch_size=None)
    each_step = stateless.with_layer(0, return_sequences=True)
    fed = values[:-1]
    return Continuation(
        known=known,
        values=values,
        model=run(loop, known[None]),
        whole=run(with_weights(each_step, weights), np.concatenate([known, fed])[None]),
        forgetful=np.asarray(with_weights(stateless, weights)(fed[:, None])) if len(fed) else fed,
    )


def continued(model: keras.Sequential, known: np.ndarray, steps: int) -> np.ndarray:
    """Series carried on by a stateful model that is fed its own output.

    Args:
        model: Of a stateful LSTM and a Dense(1), for as many samples. It begins from zeros.
        known: What it reads first, (samples, known, 1).
        steps: How many values to add.

    Returns:
        The values, (samples, steps, 1).
    """
    _forget(model)
    value = model(known)
    values = [value]
    for _ in range(steps - 1):
        value = model(value[:, None])
        values.append(value)
    return np.stack(values, axis=1)
