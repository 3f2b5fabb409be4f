"""Real Keras layers that read the same sequences in batches along time, with and without states between them."""

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
    """What happens to the stateful layer.

    Args:
        settings: Of the layer and its readings.
        actions: What is done, in order.
        states: What the layer holds before, each (tanks, units); () for one that is still to be built.

    Returns:
        An event for each action, and before them one for building the layer if there are no `states`.
    """
    parts = settings.parts()
    inputs = [None if action == RESET else parts[int(action) - 1] for action in actions]
    return _events(settings.weights, states, inputs, settings.tanks)


def _events(
    weights: RecurrentWeights, states: States, inputs: Sequence[np.ndarray | None], tanks: int
) -> tuple[Event, ...]:
    """As `act`; `inputs` are what the layer reads in turn, each (tanks, steps, features), or None for a reset."""
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
    """The outputs for all steps as one long sequence, (tanks, steps, units)."""
    return np.asarray(layer_of(settings.weights, return_sequences=True)(settings.readings))


def three_ways(settings: StatefulSettings) -> Ways:
    """One sequence, stateful batches, stateless batches, and overlapping windows as long as the first batch."""
    weights, parts, whole, length = settings.weights, settings.parts(), settings.readings, settings.length
    windows = np.lib.stride_tricks.sliding_window_view(whole, length, axis=1).swapaxes(2, 3)
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
    """The first batch in the tanks' own order, each later one in another: `StatefulSettings.shuffled_orders`."""
    layer, orders = _stateful(settings.weights, settings.tanks), settings.shuffled_orders()
    events, put_back = [], []
    for part, order in zip(settings.parts(), orders, strict=True):
        before, outputs = _states(layer), np.asarray(layer(part[order]))
        events.append(Event(before, _states(layer), outputs))
        put_back.append(outputs[np.argsort(order)])
    return Shuffled(orders, tuple(events), np.concatenate(put_back, axis=1))


def other_batch(settings: StatefulSettings, rows: int) -> OtherBatch:
    """What a stateful model says to a batch of another size.

    It reads the first batch of all tanks, then `rows` rows of the second; of the first if there is one.
    """
    span = settings.spans[min(1, settings.batches - 1)]
    following = settings.readings_of(rows)[:, span.start : span.stop]
    weights, tanks, first = settings.weights, settings.tanks, settings.parts()[0]
    states = _events(weights, (), [first], tanks)[-1].after

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


def passes(settings: StatefulSettings) -> Passes:
    """The sequence several times, with and without resets between."""
    layer, parts = _stateful(settings.weights, settings.tanks), settings.parts()
    first, again = _each(layer, parts), _each(layer, parts)
    layer.reset_states()
    return Passes(first, again, _each(layer, parts), _each(layer, _resetting(layer, parts)))


def by_hand(settings: StatefulSettings) -> ByHand:
    """States taken from `return_state` and handed to `initial_state`, beside the stateful layer."""
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
    events = _events(weights, states, np.split(rows, len(rows) // tanks), tanks)
    return np.concatenate([event.outputs for event in events if event.outputs is not None])
