"""How strongly the end of a sequence depends on each of its steps: derivatives by TensorFlow.

All numbers are float64. Over 200 steps a norm can be 1e-60, which float32 cannot distinguish from 0.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import ArrayLike

from lstm_viz.engine import arguments
from lstm_viz.engine.cell import GATES, SIGNALS, STATES, STEPS, Recurrence
from lstm_viz.engine.models import Head
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.gradient_flow.jacobians import euclidean_norms, gate_products, spectral_norms, total_derivatives
from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import FIRST, FlowSettings, model_of

Tensor = Any
Advance = Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]


class Derivatives(NamedTuple):
    """The derivatives that TensorFlow computes. The full state s is the hidden state, then an LSTM's cell state.

    Attributes:
        signals: All signals at each step, in the order of `cell.SIGNALS`, shape (time, signals * units).
        jacobians: ∂s_t/∂s_{t−1}, shape (time, size of s, size of s).
        loss: The cross-entropy of the answer after the last step, in nats.
        loss_states: ∂L/∂s_t, shape (time, size of s).
        loss_inputs: ∂L/∂x_t, shape (time, features).
    """

    signals: Tensor
    jacobians: Tensor
    loss: Tensor
    loss_states: Tensor
    loss_inputs: Tensor


def flow_of(settings: FlowSettings, network: str) -> GradientFlow:
    """The norms of one of `gap.NETWORKS`, for the loss at the last step."""
    model = model_of(settings, network)
    assert model.head is not None  # for the type checker: both recipes have one
    return gradient_flow(model.weights, settings.inputs, model.head, FIRST)


def gradient_flow(weights: RecurrentWeights, inputs: ArrayLike, head: Head, target: int) -> GradientFlow:
    """The norms of one layer's derivatives over the steps of one sequence.

    Args:
        weights: The weights of a layer that reads from the first step to the last. Its initial state is zeros.
        inputs: The sequence, shape (1, time, features).
        head: The softmax layer that reads the last hidden state.
        target: The right answer after the last step, as an index into the head's outputs.

    Returns:
        The norms.

    Raises:
        ValueError: If a shape does not fit, there is more than one sample, a weight or an input is not finite, the
            layer reads backwards, or Keras has no activation of that name.
        IndexError: If `target` is outside the head's outputs.
    """
    read = _check(weights, inputs, head, target)
    found = Derivatives(*(part.numpy() for part in _derivatives(weights, read, head, target)))
    units = weights.units
    products = total_derivatives(found.jacobians)
    is_lstm = weights.kind == "lstm"
    return GradientFlow(
        hidden=spectral_norms(products[:, :units, :units]),
        **(_cell_norms(products[:, units:, units:], found.signals) if is_lstm else dict.fromkeys(CELL_NORMS)),
        loss_hidden=euclidean_norms(found.loss_states[:, :units]),
        loss_cell=euclidean_norms(found.loss_states[:, units:]) if is_lstm else None,
        loss_input=euclidean_norms(found.loss_inputs),
        loss=float(found.loss),
    )


CELL_NORMS = ("cell", "forget_product", "beyond_forget")


def _cell_norms(derivatives: np.ndarray, signals: np.ndarray) -> dict[str, np.ndarray]:
    units = derivatives.shape[1]
    start = SIGNALS["lstm"].index("forget_gate") * units
    kept = gate_products(signals[:, start : start + units])
    by_gates = kept[:, :, None] * np.eye(units)
    norms = (spectral_norms(derivatives), kept.max(axis=1), spectral_norms(derivatives - by_gates))
    return dict(zip(CELL_NORMS, norms, strict=True))


def _check(weights: RecurrentWeights, inputs: ArrayLike, head: Head, target: int) -> np.ndarray:
    """The inputs of the only sample, shape (time, features). Raises the errors of `gradient_flow`."""
    given = arguments.check(weights, inputs).inputs
    if len(given) != 1:
        raise ValueError(f"inputs must hold one sample, not {len(given)}.")
    if weights.go_backwards:
        raise ValueError("weights must be of a layer that reads forwards, not with go_backwards.")
    if len(head.kernel) != weights.units:
        raise ValueError(f"head must have a kernel of {weights.units} rows, one for each unit, not {len(head.kernel)}.")
    if not 0 <= target < len(head.bias):
        raise IndexError(f"target must be in 0 … {len(head.bias) - 1}, not {target}.")
    named = {"inputs": given, "kernel": weights.kernel, "recurrent_kernel": weights.recurrent_kernel}
    named |= {
        "bias": np.stack([weights.input_bias, weights.recurrent_bias]),
        "head": head.kernel,
        "head bias": head.bias,
    }
    for name, array in named.items():
        if not np.isfinite(array).all():
            raise ValueError(f"{name} must be finite numbers.")
    return given[0]


def _derivatives(weights: RecurrentWeights, inputs: np.ndarray, head: Head, target: int) -> Derivatives:
    arrays = (inputs, weights.kernel, weights.input_bias, weights.recurrent_kernel, weights.recurrent_bias)
    activations = (keras.activations.get(weights.activation), keras.activations.get(weights.recurrent_activation))
    compute = _compiled(weights.kind, weights.units, *activations, weights.reset_after)
    doubles = [tf.constant(array, tf.float64) for array in (*arrays, head.kernel, head.bias)]
    return compute(*doubles, tf.constant(target))


@lru_cache(maxsize=32)
def _compiled(
    kind: str, units: int, activation: Any, recurrent_activation: Any, reset_after: bool
) -> Callable[..., Derivatives]:
    """A compiled function for sequences of any length, shared by all layers with these options."""
    size = units * len(STATES[kind])

    @tf.function(autograph=False, input_signature=_signature(kind, units))
    def derivatives(inputs, kernel, bias, recurrent_kernel, recurrent_bias, head_kernel, head_bias, target):
        loop = Recurrence(recurrent_kernel, recurrent_bias, activation, recurrent_activation, reset_after)
        advance = partial(_advance, kind, loop)
        nudges = tf.zeros((tf.shape(inputs)[0], size), tf.float64)  # added to each state: ∂L/∂nudge_t is ∂L/∂s_t
        with tf.GradientTape() as tape:
            tape.watch([inputs, nudges])
            from_input = inputs @ kernel + bias
            states = _scan(advance, from_input, nudges)
            logits = states[-1:, :units] @ head_kernel + head_bias
            loss = tf.nn.sparse_softmax_cross_entropy_with_logits([target], logits)[0]
        loss_inputs, loss_states = tape.gradient(loss, [inputs, nudges])
        before = tf.concat([tf.zeros((1, size), tf.float64), states[:-1]], axis=0)
        return Derivatives(*_step_jacobians(advance, from_input, before), loss, loss_states, loss_inputs)

    return derivatives


def _signature(kind: str, units: int) -> list[tf.TensorSpec]:
    columns = units * len(GATES[kind])
    shapes = [(None, None), (None, columns), (columns,), (units, columns), (columns,), (units, None), (None,)]
    return [*(tf.TensorSpec(shape, tf.float64) for shape in shapes), tf.TensorSpec((), tf.int32)]


def _advance(kind: str, loop: Recurrence, from_input: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
    """One step from the full state `before`: the signals, shape (batch, signals * units), and the new full state."""
    signals, after = STEPS[kind](from_input, tuple(tf.split(before, len(STATES[kind]), axis=1)), loop)
    return tf.concat(signals, axis=1), tf.concat(after, axis=1)


def _scan(advance: Advance, from_input: Tensor, nudges: Tensor) -> Tensor:
    """The full state after each step, starting from zeros, shape (time, size of s)."""

    def read(before: Tensor, step: tuple[Tensor, Tensor]) -> Tensor:
        now, nudge = step
        return advance(now[None], before)[1] + nudge

    return tf.scan(read, (from_input, nudges), tf.zeros((1, nudges.shape[1]), tf.float64))[:, 0]


def _step_jacobians(advance: Advance, from_input: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
    """The signals and ∂s_t/∂s_{t−1} of all steps, computed as one batch: each step starts at its recorded state."""
    with tf.GradientTape() as tape:
        tape.watch(before)
        signals, after = advance(from_input, before)
    return signals, tape.batch_jacobian(after, before)
