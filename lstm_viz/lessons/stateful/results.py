"""The results of real Keras layers for the page Stateful, as plain arrays."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.keras_errors import KerasError

States = tuple[np.ndarray, ...]  # h, and for an LSTM c; each (tanks, units)


@dataclass(frozen=True, eq=False)
class Event:
    """One event of the stateful layer: it is built, reads a batch, or is reset.

    Attributes:
        before: The states of the layer before the event, each (tanks, units).
        after: The states of the layer after the event, each (tanks, units).
        outputs: The outputs for the batch, (tanks, steps, units); None if no batch is read.
    """

    before: States
    after: States
    outputs: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class Ways:
    """The outputs for the same readings, read in different ways.

    Attributes:
        sequence: The outputs for one long sequence, (tanks, steps, units).
        stateful: The outputs of a stateful layer that reads batches, (tanks, steps, units).
        stateless: The outputs of a stateless layer that reads batches, (tanks, steps, units).
        windows: The outputs of a stateless layer at the end of each overlapping window, (tanks, windows, units).
        windows_stateful: The outputs of a stateful layer at the end of each window, (tanks, windows, units).
    """

    sequence: np.ndarray
    stateful: np.ndarray
    stateless: np.ndarray
    windows: np.ndarray
    windows_stateful: np.ndarray


@dataclass(frozen=True, eq=False)
class Shuffled:
    """A stateful layer that reads the tanks in a different order in each batch.

    Attributes:
        orders: The tank in each row of each batch, from 0, (batches, tanks).
        events: The event of each batch, in the order of its rows.
        outputs: The outputs in the order of the tanks, (tanks, steps, units).
    """

    orders: np.ndarray
    events: tuple[Event, ...]
    outputs: np.ndarray


@dataclass(frozen=True, eq=False)
class OtherBatch:
    """The results of a stateful model that has read its first batch, for a batch of another size.

    The first four attributes hold the outputs, (rows, steps, units), or the error that Keras raises. Without an error,
    Keras may still return another number of rows.

    Attributes:
        called: The result of `model(x)`.
        predicted_first: The result of `model.predict(x, batch_size=rows)`, if the model has predicted nothing before.
        predicted: The result of `model.predict(x, batch_size=rows)`, if the model has predicted the first batch: its
            compiled function accepts any batch size.
        predicted_in_parts: The result of `model.predict(x, batch_size=tanks)`, if the model has predicted the first
            batch.
        spread: The outputs for the first row if it starts from each tank's state, (tanks, steps, units).
        continued: The outputs if each group of `tanks` rows starts from the states of the group before it; None if
            `rows` is not a multiple of `tanks`.
    """

    called: np.ndarray | KerasError
    predicted_first: np.ndarray | KerasError
    predicted: np.ndarray | KerasError
    predicted_in_parts: np.ndarray | KerasError
    spread: np.ndarray
    continued: np.ndarray | None


@dataclass(frozen=True, eq=False)
class Passes:
    """The outputs of one stateful layer that reads the whole sequence several times; each (tanks, steps, units).

    Attributes:
        first: The outputs the first time.
        again: The outputs the second time, without a reset.
        after_reset: The outputs the third time, after `layer.reset_states()`.
        reset_each: The outputs with a reset before each batch.
    """

    first: np.ndarray
    again: np.ndarray
    after_reset: np.ndarray
    reset_each: np.ndarray


@dataclass(frozen=True, eq=False)
class ByHand:
    """Outputs with and without states that are passed by hand.

    Attributes:
        carried: The outputs of a stateless layer that gets the states that it returned, (tanks, steps, units).
        stateful: The outputs of a stateful layer, (tanks, steps, units).
        alone: The outputs for the first tank from a stateful layer with batch size 1 and the same weights, (1, steps,
            units).
    """

    carried: np.ndarray
    stateful: np.ndarray
    alone: np.ndarray


@dataclass(frozen=True, eq=False)
class TrainedPredictions:
    """The predictions of a stateful model after a short training.

    Attributes:
        left: The largest absolute number in the layer's states after training.
        reset: The largest absolute number in the layer's states after `layer.reset_states()`.
        without_reset: The predictions that start from the states left by training, (tanks, steps, features).
        predictions: The predictions after a reset, (tanks, steps, features).
        again: The predictions after another reset, (tanks, steps, features).
        model_reset: The error that Keras raises for `model.reset_states()`; None if there is none.
    """

    left: float
    reset: float
    without_reset: np.ndarray
    predictions: np.ndarray
    again: np.ndarray
    model_reset: KerasError | None


@dataclass(frozen=True, eq=False)
class Online:
    """The predictions of a model that was trained stateless, and of its streaming twin. All are float32.

    Attributes:
        untrained_loss: The mean squared error of the model before training.
        trained_loss: The mean squared error after training.
        histories: The model's prediction for all readings so far, at each step, (tanks, steps, features).
        stream: The twin's predictions, one step in a call, with a reset before each tank, (tanks, steps, features).
        unreset: The twin's predictions for the tanks once more, one after another, without a reset.
        windows: The model's predictions for the last `online.window_of` readings, (tanks, windows, features).
    """

    untrained_loss: float
    trained_loss: float
    histories: np.ndarray
    stream: np.ndarray
    unreset: np.ndarray
    windows: np.ndarray
