"""Compares a trace with what the real Keras layer computes, for the page's "Check now"."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.cell import STATES
from lstm_viz.models import Head
from lstm_viz.trace import Trace


@dataclass(frozen=True)
class KerasCheck:
    """How far a trace is from Keras.

    Attributes:
        differences: What was compared → the largest absolute difference; nan if one of the two is not a number.
        keras: Its version.
        tensorflow: Its version.
    """

    differences: dict[str, float]
    keras: str
    tensorflow: str

    @property
    def largest(self) -> float:
        """The largest of all differences."""
        return float(np.max(list(self.differences.values())))


def check_layer(trace: Trace, head: Head | None = None) -> KerasCheck:
    """Runs the real Keras layer, and Dense layer, over the trace's inputs.

    Args:
        trace: Of any engine.
        head: The layer that predicts from each step's hidden state.

    Returns:
        The differences of "sequences" (what `return_sequences=True` returns), of "final hidden" and "final cell" (what
        `return_state=True` returns), of "hidden" and "cell" (each single step from the state before it, by Keras), and
        of "probabilities" with a head.
    """
    import keras
    import tensorflow as tf

    layer = keras_layer(trace)
    sequences, *final = layer(trace.inputs, initial_state=list(trace.initial_state), mask=trace.mask)
    wanted = trace.keras_outputs(return_sequences=True, return_state=True)
    names = ["sequences", *(f"final {state}" for state in STATES[trace.kind])]
    pairs = dict(zip(names, zip(wanted, [sequences, *final], strict=True), strict=True))
    pairs |= _single_steps(trace, layer)
    if head is not None:
        pairs["probabilities"] = (head.probabilities(wanted[0]), _dense(head)(sequences))
    differences = {name: _difference(*pair) for name, pair in pairs.items()}
    return KerasCheck(differences, keras.__version__, tf.__version__)


def keras_layer(trace: Trace):
    """The Keras layer of a trace's weights, which returns its sequence and its states."""
    from keras import layers

    weights = trace.weights
    options = {"activation": weights.activation, "use_bias": weights.bias is not None}
    if weights.kind != "simple_rnn":
        options["recurrent_activation"] = weights.recurrent_activation
    if weights.kind == "gru":
        options["reset_after"] = weights.reset_after
    layer = {"lstm": layers.LSTM, "gru": layers.GRU, "simple_rnn": layers.SimpleRNN}[weights.kind](
        weights.units,
        return_sequences=True,
        return_state=True,
        go_backwards=weights.go_backwards,
        zero_output_for_mask=weights.zero_output_for_mask,
        **options,
    )
    layer.build(trace.inputs.shape)
    arrays = (weights.kernel, weights.recurrent_kernel, weights.bias)
    layer.set_weights([array for array in arrays if array is not None])
    return layer


def _dense(head: Head):
    from keras import layers

    symbols = head.bias.shape[0]
    dense = layers.Dense(symbols, activation="softmax")
    dense.build((None, head.kernel.shape[0]))
    dense.set_weights([head.kernel, head.bias])
    return dense


def _single_steps(trace: Trace, layer) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Every step as a sequence of its own, all in one batch: Keras tells its cell state after the last step alone."""
    names = STATES[trace.kind]
    inputs = trace.inputs.reshape(-1, 1, trace.weights.features)
    mask = None if trace.mask is None else trace.mask.reshape(-1, 1)
    before = [trace.before(name).reshape(-1, trace.units) for name in names]
    _, *after = layer(inputs, initial_state=before, mask=mask)
    return {
        name: (trace.signals[name].reshape(-1, trace.units), state) for name, state in zip(names, after, strict=True)
    }


def _difference(ours: np.ndarray, keras_own) -> float:
    return float(np.max(np.abs(ours - np.asarray(keras_own))))
