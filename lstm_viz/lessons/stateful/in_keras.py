"""Runs real Keras layers that read the same sequences in batches along time, with and without keeping their states."""

from collections.abc import Iterable, Sequence

import keras
import numpy as np

from lstm_viz.engine.keras.from_weights import layer_of
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.keras_errors.in_keras import attempt
from lstm_viz.lessons.stateful.actions import RESET, Actions
from lstm_viz.lessons.stateful.results import ByHand, Event, OtherBatch, Passes, Shuffled, States, Ways
from lstm_viz.lessons.stateful.settings import StatefulSettings

Parts = Sequence[np.ndarray]


def act(settings: StatefulSettings, actions: Actions, states: States) -> tuple[Event, ...]:
    """Applies actions to a stateful layer.

    Args:
        settings: The settings of the layer and of its readings.
        actions: The actions, in order.
        states: The states of the layer before the actions, each (tanks, units); () to build a new layer.

    Returns:
        An event for each action. If `states` is (), the first event is that of building the layer.
    """
    parts = settings.parts()
    inputs = [None if action == RESET else parts[int(action) - 1] for action in actions]
    return _events(settings.weights, states, inputs, settings.tanks)


def _events(
    weights: RecurrentWeights, states: States, inputs: Sequence[np.ndarray | None], tanks: int
) -> tuple[Event, ...]:
    """The events of `act`. Each of `inputs` is a batch to read, (tanks, steps, features), or None for a reset."""
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


def sequence(settings: StatefulSettings) -> np.ndarray:
    """The outputs of a layer that reads all steps as one long sequence, (tanks, steps, units)."""
    return np.asarray(layer_of(settings.weights, return_sequences=True)(settings.readings))


def three_ways(settings: StatefulSettings) -> Ways:
    """Reads one long sequence, stateful batches, stateless batches, and overlapping windows.

    The windows are as long as a batch: `settings.length` steps.
    """
    weights, parts, whole, length = settings.weights, settings.parts(), settings.readings, settings.length
    windows = settings.windows(length)
    stateless = layer_of(weights, return_sequences=True)
    ends = np.asarray(stateless(windows.reshape(-1, *windows.shape[2:])))[:, -1]
    stateful = _stateful(weights, settings.tanks)
    return Ways(
        sequence=np.asarray(stateless(whole)),
        stateful=_each(_stateful(weights, settings.tanks), parts),
        stateless=_each(stateless, parts),
        windows=ends.reshape(*windows.shape[:2], weights.units),
        windows_stateful=np.stack([np.asarray(stateful(window))[:, -1] for window in windows.swapaxes(0, 1)], axis=1),
    )


def shuffled(settings: StatefulSettings) -> Shuffled:
    """Reads batches whose rows are shuffled after the first batch; see `StatefulSettings.shuffled_orders`."""
    layer, orders = _stateful(settings.weights, settings.tanks), settings.shuffled_orders()
    events, put_back = [], []
    for part, order in zip(settings.parts(), orders, strict=True):
        before, outputs = _states(layer), np.asarray(layer(part[order]))
        events.append(Event(before, _states(layer), outputs))
        put_back.append(outputs[np.argsort(order)])
    return Shuffled(orders, tuple(events), np.concatenate(put_back, axis=1))


def other_batch(settings: StatefulSettings, rows: int) -> OtherBatch:
    """Gives a stateful model a batch of another size.

    The model reads the first batch with all tanks, then `rows` rows of the second batch; of the first batch if there is
    only one.
    """
    span = settings.spans[min(1, settings.batches - 1)]
    following = settings.readings_of(rows)[:, span.start : span.stop]
    weights, tanks, first = settings.weights, settings.tanks, settings.parts()[0]
    states = _events(weights, (), [first], tanks)[-1].after

    def after_the_first(call, *, has_predicted: bool = True):
        # Each call gets a new model, because earlier predictions change what a model does next.
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


def passes(settings: StatefulSettings) -> Passes:
    """Reads the whole sequence several times, with and without state resets."""
    layer, parts = _stateful(settings.weights, settings.tanks), settings.parts()
    first, again = _each(layer, parts), _each(layer, parts)
    layer.reset_states()
    return Passes(first, again, _each(layer, parts), _each(layer, _resetting(layer, parts)))


def by_hand(settings: StatefulSettings) -> ByHand:
    """Passes the states from `return_state` to `initial_state` by hand, to compare it with the stateful layer."""
    weights, parts = settings.weights, settings.parts()
    layer = layer_of(weights, return_sequences=True, return_state=True)
    outputs, states = [], None
    for part in parts:
        output, *states = layer(part, initial_state=states)
        outputs.append(np.asarray(output))
    return ByHand(
        carried=np.concatenate(outputs, axis=1),
        stateful=_each(_stateful(weights, settings.tanks), parts),
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
    """The outputs of a layer that reads the parts one after another, (tanks, steps, units)."""
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
    events = _events(weights, states, np.split(rows, len(rows) // tanks), tanks)
    return np.concatenate([event.outputs for event in events if event.outputs is not None])
