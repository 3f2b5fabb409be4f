"""Runs a layer's weights over a sequence, without TensorFlow."""

import numpy as np

from lstm_viz.activations import activation
from lstm_viz.cell import SIGNALS, STATES, STEPS, Recurrence
from lstm_viz.trace import Trace
from lstm_viz.weights import RecurrentWeights


def run(
    weights: RecurrentWeights,
    inputs: np.ndarray,
    *,
    initial_state: tuple[np.ndarray, ...] | None = None,
    mask: np.ndarray | None = None,
) -> Trace:
    """The trace of a layer over its inputs.

    Args:
        weights: The layer.
        inputs: Shape (batch, time, features).
        initial_state: One array (batch, units) for each state; zeros if None.
        mask: Shape (batch, time), False where a step is skipped.

    Returns:
        The trace, within 1e-6 of Keras.

    Raises:
        ValueError: If a shape does not fit, or numpy has no version of the activation.
    """
    inputs = check_inputs(weights, inputs)
    batch, time = inputs.shape[:2]
    if initial_state is None:
        initial_state = (np.zeros((batch, weights.units), "float32"),) * len(STATES[weights.kind])
    names = SIGNALS[weights.kind]
    recorded = np.empty((len(names), batch, time, weights.units), "float32")
    _fill(recorded, weights, inputs, initial_state, mask)
    return Trace(weights, inputs, dict(zip(names, recorded, strict=True)), tuple(initial_state), mask)


def check_inputs(weights: RecurrentWeights, inputs: np.ndarray) -> np.ndarray:
    """The inputs as float32.

    Raises:
        ValueError: If they are not (batch, time, features) with the layer's number of features.
    """
    inputs = np.asarray(inputs, "float32")
    if inputs.ndim != 3 or inputs.shape[2] != weights.features:
        raise ValueError(f"inputs must have shape (batch, time, {weights.features}), not {inputs.shape}.")
    return inputs


def recurrence(weights: RecurrentWeights) -> Recurrence:
    """The recurrent part of a layer, for a step in numpy."""
    return Recurrence(
        kernel=weights.recurrent_kernel,
        bias=weights.recurrent_bias,
        activation=activation(weights.activation),
        recurrent_activation=activation(weights.recurrent_activation),
        reset_after=weights.reset_after,
    )


def _fill(recorded, weights, inputs, states, mask):
    step, loop = STEPS[weights.kind], recurrence(weights)
    carried = [SIGNALS[weights.kind].index(name) for name in STATES[weights.kind]]
    from_input = inputs @ weights.kernel + weights.input_bias
    order = range(inputs.shape[1])
    for time in reversed(order) if weights.go_backwards else order:
        signals, after = step(from_input[:, time], states, loop)
        recorded[:, :, time] = signals
        if mask is not None:
            read = mask[:, time, None]
            after = tuple(np.where(read, new, old) for new, old in zip(after, states, strict=True))
            recorded[carried, :, time] = after
        states = after
