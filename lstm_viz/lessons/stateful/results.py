"""What the real layers gave: states before and after each batch, and the outputs of the different ways."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.keras_errors import KerasError

States = tuple[np.ndarray, ...]  # h and, of an LSTM, c; each (tanks, units)


@dataclass(frozen=True, eq=False)
class Event:
    """One thing that happened to the stateful layer.

    Attributes:
        before: The states that the layer held, each (tanks, units).
        after: The states that it held then.
        outputs: Of a batch, (tanks, steps, units); None when nothing was read.
    """

    before: States
    after: States
    outputs: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class Ways:
    """The outputs for the same readings, read in different ways; each (tanks, steps, units).

    Attributes:
        sequence: As one long sequence.
        stateful: In batches, by a layer with stateful=True.
        stateless: In batches, by a layer without it.
        windows: What the stateless layer gives at the end of each overlapping window, (tanks, windows, units).
        windows_stateful: What a stateful layer gives there that reads window after window.
    """

    sequence: np.ndarray
    stateful: np.ndarray
    stateless: np.ndarray
    windows: np.ndarray
    windows_stateful: np.ndarray


@dataclass(frozen=True, eq=False)
class Shuffled:
    """A stateful layer that gets the tanks in another order in each batch.

    Attributes:
        orders: Which tank is in which row of each batch, from 0: (batches, tanks).
        events: What happened in each batch, row by row.
        outputs: The outputs, each put back to its tank: (tanks, steps, units).
    """

    orders: np.ndarray
    events: tuple[Event, ...]
    outputs: np.ndarray


@dataclass(frozen=True, eq=False)
class OtherBatch:
    """What a stateful layer says to a batch of another size than it was built for, after it has read the first batch.

    Attributes:
        called: Of `model(x)`: the outputs, (rows, steps, units), or the refusal.
        predicted_first: Of `model.predict(x, batch_size=rows)` by a model that has predicted nothing before.
        predicted: The same by a model that has predicted the first batch: its compiled function takes any batch size.
        predicted_in_parts: Of `model.predict(x, batch_size=tanks)` by such a model.
        spread: What the first row gives from each tank's state, (tanks, steps, units).
        continued: What the rows give if each `tanks` of them go on from the states that the ones before left; None
            where they are not several times `tanks`.
    """

    called: np.ndarray | KerasError
    predicted_first: np.ndarray | KerasError
    predicted: np.ndarray | KerasError
    predicted_in_parts: np.ndarray | KerasError
    spread: np.ndarray
    continued: np.ndarray | None


@dataclass(frozen=True, eq=False)
class Passes:
    """The whole sequence read again and again by one stateful layer; outputs, each (tanks, steps, units).

    Attributes:
        first: From the start.
        again: A second time, without a reset.
        after_reset: A third time, after `layer.reset_states()`.
        reset_each: With a reset before each batch.
    """

    first: np.ndarray
    again: np.ndarray
    after_reset: np.ndarray
    reset_each: np.ndarray


@dataclass(frozen=True, eq=False)
class ByHand:
    """States carried by hand.

    Attributes:
        carried: Outputs of a stateless layer that is given the states it returned, (tanks, steps, units).
        stateful: Outputs of the stateful layer.
        alone: Outputs for the first tank by a stateful layer of batch size 1 with the same weights, (1, steps, units).
    """

    carried: np.ndarray
    stateful: np.ndarray
    alone: np.ndarray


@dataclass(frozen=True, eq=False)
class TrainedPredictions:
    """A stateful model after a short training, about to predict.

    Attributes:
        left: The largest absolute number in the layer's states when training ended.
        reset: The same after `layer.reset_states()`.
        without_reset: What it predicts with the states that training left, (tanks, steps, features).
        predictions: What it predicts after the reset.
        again: What it predicts after another reset.
        model_reset: What Keras says to `model.reset_states()`; None if it did as it was told.
    """

    left: float
    reset: float
    without_reset: np.ndarray
    predictions: np.ndarray
    again: np.ndarray
    model_reset: KerasError | None
