"""Compares a trace with the outputs of the real Keras layer."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from lstm_viz.engine.cell import STATES
from lstm_viz.engine.keras.from_weights import layer_of
from lstm_viz.engine.layer_check import KerasCheck
from lstm_viz.engine.models import Head
from lstm_viz.engine.trace import Trace


def check_layer(trace: Trace, head: Head | None = None) -> KerasCheck:
    """Runs the real Keras layer, and the Dense layer of the head, on the trace's inputs.

    Args:
        trace: The trace, from any engine.
        head: The head that predicts from the hidden state of each step, or None.

    Returns:
        The largest differences of "sequences" (the output with `return_sequences=True`), of "final hidden" and "final
        cell" (the states with `return_state=True`), of "hidden" and "cell" (each step computed alone by Keras, from the
        states before it in the trace), and, with a head, of "probabilities".
    """
    layer = layer_of(trace.weights, return_sequences=True, return_state=True)
    sequences, *final = layer(trace.inputs, initial_state=list(trace.initial_state), mask=trace.mask)
    wanted = trace.keras_outputs(return_sequences=True, return_state=True)
    names = ["sequences", *(f"final {state}" for state in STATES[trace.kind])]
    pairs = dict(zip(names, zip(wanted, [sequences, *final], strict=True), strict=True))
    pairs |= _single_steps(trace, layer)
    if head is not None:
        pairs["probabilities"] = (head.probabilities(wanted[0]), _dense(head)(sequences))
    differences = {name: _difference(*pair) for name, pair in pairs.items()}
    return KerasCheck(differences, keras.__version__, tf.__version__)


def _dense(head: Head):
    symbols = head.bias.shape[0]
    dense = layers.Dense(symbols, activation="softmax")
    dense.build((None, head.kernel.shape[0]))
    dense.set_weights([head.kernel, head.bias])
    return dense


def _single_steps(trace: Trace, layer) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Computes each step as a sequence of one step, all in one batch, since Keras returns only the last cell state."""
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
