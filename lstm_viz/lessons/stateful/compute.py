"""What the worker is asked for. Keras is imported only where this runs."""

import numpy as np

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.stateful.actions import RESET, Actions
from lstm_viz.lessons.stateful.results import ByHand, Event, OtherBatch, Passes, Shuffled, States, Trained, Ways
from lstm_viz.lessons.stateful.settings import StatefulSettings


def act(settings: StatefulSettings, actions: Actions, states: States) -> tuple[Event, ...]:
    """What happens to the stateful layer.

    Args:
        settings: Of the layer and its readings.
        actions: What is done, in order.
        states: What the layer holds before, each (tanks, units); () for one that is still to be built.

    Returns:
        An event for each action, and before them one for building the layer if there are no `states`.
    """
    from lstm_viz.lessons.stateful import in_keras

    parts = settings.parts()
    inputs = [None if action == RESET else parts[int(action) - 1] for action in actions]
    return in_keras.live(settings.weights, states, inputs, settings.tanks)


def sequence(settings: StatefulSettings) -> np.ndarray:
    """The outputs for all steps as one long sequence, (tanks, steps, units)."""
    from lstm_viz.lessons.stateful import in_keras

    return in_keras.read_whole(settings.weights, settings.readings)


def three_ways(settings: StatefulSettings) -> Ways:
    """See `keras_engine.batches.three_ways`."""
    from lstm_viz.lessons.stateful import in_keras

    return in_keras.three_ways(settings.weights, settings.parts())


def shuffled(settings: StatefulSettings) -> Shuffled:
    """The first batch in the tanks' own order, each later one in another, drawn from the seed."""
    from lstm_viz.lessons.stateful import in_keras

    return in_keras.shuffled(settings.weights, settings.parts(), orders_of(settings))


def orders_of(settings: StatefulSettings) -> np.ndarray:
    """Which tank is in which row of each batch once they are shuffled, from 0: (batches, tanks)."""
    draw = np.random.default_rng((settings.seed, 2))
    orders = [np.arange(settings.tanks)]
    for _ in settings.spans[1:]:
        orders.append(np.roll(orders[-1], draw.integers(1, max(2, settings.tanks))))
    return np.array(orders)


def other_batch(settings: StatefulSettings, rows: int) -> OtherBatch:
    """The layer reads the first batch of all tanks, then `rows` rows of the second; of the first if there is one."""
    from lstm_viz.lessons.stateful import in_keras

    span = settings.spans[min(1, settings.batches - 1)]
    following = settings.readings_of(rows)[:, span.start : span.stop]
    return in_keras.other_batch(settings.weights, settings.parts()[0], following)


def passes(settings: StatefulSettings) -> Passes:
    """See `keras_engine.batches.passes`."""
    from lstm_viz.lessons.stateful import in_keras

    return in_keras.passes(settings.weights, settings.parts())


def by_hand(settings: StatefulSettings) -> ByHand:
    """See `keras_engine.batches.by_hand`."""
    from lstm_viz.lessons.stateful import in_keras

    return in_keras.by_hand(settings.weights, settings.parts())


def train_and_predict(settings: StatefulSettings) -> Trained:
    """A model that learns to predict each tank's next reading; see `keras_engine.batches_trained`."""
    from lstm_viz.lessons.stateful import in_keras_trained

    readings, cuts = settings.readings, range(settings.length, settings.steps - 1, settings.length)
    parts, targets = (np.split(each, cuts, axis=1) for each in (readings[:, :-1], readings[:, 1:]))
    return in_keras_trained.train_and_predict(settings.weights, parts, targets, settings.seed)


def said_to_old_lines() -> dict[str, KerasError | None]:
    """See `keras_engine.old_lines`."""
    from lstm_viz.lessons.stateful import in_keras_old_lines

    return in_keras_old_lines.said_to_old_lines()
