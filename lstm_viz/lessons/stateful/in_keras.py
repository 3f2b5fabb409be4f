"""Real Keras layers that read the same sequences in batches along time, with and without states between them."""

from collections.abc import Iterable, Sequence

import keras
import numpy as np

from lstm_viz.engine.keras.from_weights import layer_of
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.keras_errors import attempt
from lstm_viz.lessons.stateful.results import ByHand, Event, OtherBatch, Passes, Shuffled, States, Ways

Parts = Sequence[np.ndarray]


def live(
    weights: RecurrentWeights, states: States, inputs: Sequence[np.ndarray | None], tanks: int
) -> tuple[Event, ...]:
    """A part of the life of a stateful layer.

    Args:
        weights: The layer's.
        states: What it holds before, each (tanks, units); () for a layer as Keras builds it.
        inputs: What it then reads in turn, each (tanks, steps, features); None: it is reset.
        tanks: The size of its batches.

    Returns:
        An event for each of `inputs`, and before them one for building the layer if there are no `states`.
    """
    layer = _stateful(weights, tanks)
    if states:
        _put(layer, states)
    held = _states(layer)
    events = [] if states else [Event(held, held)]
    for each in inputs:
        if each is None:
            layer.reset_states()
        outputs = None if each is None else np.asarray(layer(each))
        before, held = held, _states(layer)
        events.append(Event(before, held, outputs))
    return tuple(events)


def read_whole(weights: RecurrentWeights, inputs: np.ndarray) -> np.ndarray:
    """What a layer without `stateful` gives for (tanks, steps, features): (tanks, steps, units)."""
    return np.asarray(layer_of(weights, return_sequences=True)(inputs))


def three_ways(weights: RecurrentWeights, parts: Parts) -> Ways:
    """One sequence, stateful batches, stateless batches, and overlapping windows as long as the first batch."""
    whole, length = np.concatenate(parts, axis=1), parts[0].shape[1]
    windows = np.lib.stride_tricks.sliding_window_view(whole, length, axis=1).swapaxes(2, 3)
    stateless = layer_of(weights, return_sequences=True)
    ends = np.asarray(stateless(windows.reshape(-1, *windows.shape[2:])))[:, -1]
    stateful = _stateful(weights, len(whole))
    return Ways(
        sequence=np.asarray(stateless(whole)),
        stateful=_each(_stateful(weights, len(whole)), parts),
        stateless=_each(stateless, parts),
        windows=ends.reshape(*windows.shape[:2], weights.units),
        windows_stateful=np.stack([np.asarray(stateful(window))[:, -1] for window in windows.swapaxes(0, 1)], axis=1),
    )


def shuffled(weights: RecurrentWeights, parts: Parts, orders: np.ndarray) -> Shuffled:
    """Batches whose rows are other tanks each time.

    Args:
        weights: The layer's.
        parts: The batches, each (tanks, steps, features), in the tanks' own order.
        orders: Which tank goes into which row of each batch, (batches, tanks).
    """
    layer = _stateful(weights, len(parts[0]))
    events, put_back = [], []
    for part, order in zip(parts, orders, strict=True):
        before, outputs = _states(layer), np.asarray(layer(part[order]))
        events.append(Event(before, _states(layer), outputs))
        put_back.append(outputs[np.argsort(order)])
    return Shuffled(orders, tuple(events), np.concatenate(put_back, axis=1))


def other_batch(weights: RecurrentWeights, first: np.ndarray, following: np.ndarray) -> OtherBatch:
    """What a stateful model says to a batch of another size.

    Args:
        weights: The layer's.
        first: The batch that it is built for and reads, (tanks, steps, features).
        following: The next, (rows, steps, features).
    """
    tanks, rows = len(first), len(following)
    states = live(weights, (), [first], tanks)[-1].after

    def after_the_first(call, *, has_predicted: bool = True):
        # A model of its own for each call: what it has predicted before decides what it does next.
        model = _model(weights, tanks)
        if has_predicted:
            model.predict(first, batch_size=tanks, verbose=0)
        _put(model.layers[0], states)
        return attempt(call, model)

    return OtherBatch(
        called=after_the_first(lambda model: np.asarray(model(following)), has_predicted=False),
        predicted_first=after_the_first(
            lambda model: model.predict(following, batch_size=rows, verbose=0), has_predicted=False
        ),
        predicted=after_the_first(lambda model: model.predict(following, batch_size=rows, verbose=0)),
        predicted_in_parts=after_the_first(lambda model: model.predict(following, batch_size=tanks, verbose=0)),
        spread=_from(weights, states, np.repeat(following[:1], tanks, axis=0)),
        continued=_continued(weights, states, following),
    )


def passes(weights: RecurrentWeights, parts: Parts) -> Passes:
    """The sequence several times, with and without resets between."""
    layer = _stateful(weights, len(parts[0]))
    first, again = _each(layer, parts), _each(layer, parts)
    layer.reset_states()
    return Passes(first, again, _each(layer, parts), _each(layer, _resetting(layer, parts)))


def by_hand(weights: RecurrentWeights, parts: Parts) -> ByHand:
    """States taken from `return_state` and handed to `initial_state`, beside the stateful layer."""
    layer = layer_of(weights, return_sequences=True, return_state=True)
    outputs, states = [], None
    for part in parts:
        output, *states = layer(part, initial_state=states)
        outputs.append(np.asarray(output))
    return ByHand(
        carried=np.concatenate(outputs, axis=1),
        stateful=_each(_stateful(weights, len(parts[0])), parts),
        alone=_each(_stateful(weights, 1), [part[:1] for part in parts]),
    )


def _stateful(weights: RecurrentWeights, tanks: int) -> keras.layers.Layer:
    return layer_of(weights, return_sequences=True, stateful=True, batch=tanks)


def _model(weights: RecurrentWeights, tanks: int) -> keras.Model:
    return keras.Sequential([keras.Input(batch_shape=(tanks, None, weights.features)), _stateful(weights, tanks)])


def _put(layer: keras.layers.Layer, states: States) -> None:
    for variable, state in zip(layer.states, states, strict=True):
        variable.assign(state)


def _states(layer: keras.layers.Layer) -> States:
    return tuple(keras.ops.convert_to_numpy(state).copy() for state in layer.states)


def _each(layer: keras.layers.Layer, parts: Iterable[np.ndarray]) -> np.ndarray:
    """The outputs of one part after the other, (tanks, steps, units)."""
    return np.concatenate([np.asarray(layer(part)) for part in parts], axis=1)


def _resetting(layer: keras.layers.Layer, parts: Parts) -> Iterable[np.ndarray]:
    for part in parts:
        layer.reset_states()
        yield part


def _from(weights: RecurrentWeights, states: States, inputs: np.ndarray) -> np.ndarray:
    layer = layer_of(weights, return_sequences=True)
    return np.asarray(layer(inputs, initial_state=[keras.ops.convert_to_tensor(state) for state in states]))


def _continued(weights: RecurrentWeights, states: States, rows: np.ndarray) -> np.ndarray | None:
    tanks = len(states[0])
    if len(rows) == tanks or len(rows) % tanks:
        return None
    events = live(weights, states, np.split(rows, len(rows) // tanks), tanks)
    return np.concatenate([event.outputs for event in events if event.outputs is not None])
