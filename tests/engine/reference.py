"""The recurrent layers once more, as a textbook writes them: float64, one gate, one step and one matrix at a time."""

from __future__ import annotations

import numpy as np
from numpy.testing import assert_allclose

from lstm_viz import RecurrentWeights

ACTIVATIONS = {
    "linear": lambda x: x,
    "tanh": np.tanh,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "relu": lambda x: np.maximum(x, 0),
    "hard_sigmoid_keras2": lambda x: np.clip(0.2 * x + 0.5, 0, 1),
    "hard_sigmoid": lambda x: np.clip(x / 6 + 0.5, 0, 1),
    "softsign": lambda x: x / (1 + np.abs(x)),
}
GATES = {"lstm": 4, "gru": 3, "simple_rnn": 1}


def assert_equal_to_keras(actual, desired):
    """The promise of this project: 1e-6, absolute."""
    assert_allclose(np.asarray(actual), np.asarray(desired), rtol=0, atol=1e-6)


def reference_signals(weights: RecurrentWeights, inputs, initial_state=None, mask=None) -> dict[str, np.ndarray]:
    """Name → float64 array (batch, time, units). At a masked step the gates are computed, the states stay."""
    batch, time, _ = inputs.shape
    inputs = np.asarray(inputs, float)
    state = {name: np.zeros((batch, weights.units)) for name in ("hidden", "cell")}
    if initial_state is not None:
        state |= dict(zip(("hidden", "cell"), (np.asarray(s, float) for s in initial_state), strict=False))
    mask = np.ones((batch, time), bool) if mask is None else np.asarray(mask)
    steps: list[dict[str, np.ndarray]] = [{}] * time
    for t in range(time)[:: -1 if weights.go_backwards else 1]:
        now = STEPS[weights.kind](Parts(weights), inputs[:, t], state)
        kept = {name: np.where(mask[:, t, None], now[name], state[name]) for name in state if name in now}
        state = state | kept
        steps[t] = now | kept
    return {name: np.stack([step[name] for step in steps], axis=1) for name in steps[0]}


class Parts:
    """The matrices of each gate by their place in Keras's order, which G5 gives."""

    def __init__(self, weights: RecurrentWeights):
        gates = GATES[weights.kind]
        split = lambda array: np.split(np.asarray(array, float), gates, axis=-1)  # noqa: E731
        self.w, self.u = split(weights.kernel), split(weights.recurrent_kernel)
        bias = np.zeros(gates * weights.units) if weights.bias is None else weights.bias
        two = np.ndim(bias) == 2
        self.b, self.recurrent_b = split(bias[0] if two else bias), split(bias[1] if two else np.zeros_like(bias))
        self.act = ACTIVATIONS[weights.activation]
        self.gate_act = ACTIVATIONS[weights.recurrent_activation]
        self.reset_after = weights.reset_after

    def into(self, gate: int, x: np.ndarray, h: np.ndarray) -> np.ndarray:
        return x @ self.w[gate] + h @ self.u[gate] + self.b[gate] + self.recurrent_b[gate]


def lstm(parts: Parts, x, state):
    h, c = state["hidden"], state["cell"]
    i, f, o = (parts.gate_act(parts.into(gate, x, h)) for gate in (0, 1, 3))
    g = parts.act(parts.into(2, x, h))
    c = f * c + i * g
    h = o * parts.act(c)
    return {"input_gate": i, "forget_gate": f, "candidate": g, "output_gate": o, "cell": c, "hidden": h}


def gru(parts: Parts, x, state):
    h = state["hidden"]
    z, r = (parts.gate_act(parts.into(gate, x, h)) for gate in (0, 1))
    if parts.reset_after:
        g = parts.act(x @ parts.w[2] + parts.b[2] + r * (h @ parts.u[2] + parts.recurrent_b[2]))
    else:
        g = parts.act(parts.into(2, x, r * h))
    return {"update_gate": z, "reset_gate": r, "candidate": g, "hidden": z * h + (1 - z) * g}


def simple_rnn(parts: Parts, x, state):
    return {"hidden": parts.act(parts.into(0, x, state["hidden"]))}


STEPS = {"lstm": lstm, "gru": gru, "simple_rnn": simple_rnn}
