"""Gradient flow: TensorFlow's derivatives against finite differences in float64, and where a closed form is known."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.engine.cell import GATES, STATES
from lstm_viz.engine.models import Head, orthogonal
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.explain.vanishing import exploded_from, vanished_until
from lstm_viz.lessons.gradient_flow.in_keras import gradient_flow
from tests.engine import reference
from tests.engine.reference import Parts

TIME, FEATURES, UNITS, SYMBOLS, TARGET = 7, 3, 4, 5, 2
NUDGE = 1e-6
VARIANTS = {
    "lstm": ("lstm", {}),
    "gru": ("gru", {}),
    "gru, reset before": ("gru", {"reset_after": False}),
    "simple_rnn": ("simple_rnn", {}),
    "lstm of other activations": ("lstm", {"activation": "softsign", "recurrent_activation": "hard_sigmoid"}),
}


def layer(kind: str, **options) -> RecurrentWeights:
    draw = np.random.default_rng(3)
    columns = UNITS * len(GATES[kind])
    two = kind == "gru" and options.get("reset_after", True)
    sizes = (FEATURES, columns), (UNITS, columns), (2, columns) if two else (columns,)
    return RecurrentWeights(kind, *(draw.normal(0, 0.6, size) for size in sizes), **options)


def inputs_of(time: int = TIME) -> np.ndarray:
    return np.random.default_rng(4).normal(size=(1, time, FEATURES)).astype("float32")


HEAD = Head(np.random.default_rng(5).normal(size=(UNITS, SYMBOLS)), np.random.default_rng(6).normal(size=SYMBOLS))


def run(weights, inputs, nudged=None):
    """Every signal and state after each step in float64; `nudged` = (step, state, change) is added to that state."""
    parts, state, steps = Parts(weights), {name: np.zeros((1, weights.units)) for name in ("hidden", "cell")}, []
    for time, x in enumerate(np.asarray(inputs[0], float)):
        now = reference.STEPS[weights.kind](parts, x[None], state)
        if nudged and nudged[0] == time:
            now = now | {nudged[1]: now[nudged[1]] + nudged[2]}
        state = state | {name: now[name] for name in STATES[weights.kind]}
        steps.append(now)
    return steps


def loss_of(steps) -> float:
    logits = steps[-1]["hidden"][0] @ HEAD.kernel.astype(float) + HEAD.bias
    return float(np.log(np.exp(logits).sum()) - logits[TARGET])


def slopes(function, size) -> np.ndarray:
    """Central differences of a function of a change, one row for each of its values and a column for each direction."""
    directions = NUDGE * np.eye(size)
    columns = [(np.atleast_1d(function(each)) - np.atleast_1d(function(-each))) / (2 * NUDGE) for each in directions]
    return np.stack(columns, axis=-1)


def differences(weights, inputs, state):
    """For each step: how the last of a state follows it, and how the loss does."""
    totals, losses = [], []
    for time in range(inputs.shape[1]):

        def after(change, time=time):
            return run(weights, inputs, (time, state, change))

        totals.append(slopes(lambda change, after=after: after(change)[-1][state][0], weights.units))
        losses.append(slopes(lambda change, after=after: loss_of(after(change)), weights.units)[0])
    return np.array(totals), np.array(losses)


def norms(matrices) -> np.ndarray:
    return np.array([np.linalg.svd(matrix, compute_uv=False)[0] for matrix in matrices])


@pytest.mark.parametrize("name", VARIANTS)
def test_every_norm_equals_that_of_finite_differences(name):
    kind, options = VARIANTS[name]
    weights, inputs = layer(kind, **options), inputs_of()
    flow = gradient_flow(weights, inputs, HEAD, TARGET)
    totals, losses = differences(weights, inputs, "hidden")
    assert_allclose(flow.hidden, norms(totals), rtol=1e-5)
    assert_allclose(flow.loss_hidden, np.linalg.norm(losses, axis=1), rtol=1e-5)
    assert flow.loss == pytest.approx(loss_of(run(weights, inputs)), rel=1e-12)
    assert (flow.cell is None) == (kind != "lstm")


@pytest.mark.parametrize("name", VARIANTS)
def test_the_gradient_by_what_is_read_equals_finite_differences(name):
    kind, options = VARIANTS[name]
    weights, inputs = layer(kind, **options), inputs_of()

    def loss(change):
        return loss_of(run(weights, inputs + change.reshape(inputs.shape)))

    expected = slopes(loss, inputs.size).reshape(TIME, FEATURES)
    flow = gradient_flow(weights, inputs, HEAD, TARGET)
    assert_allclose(flow.loss_input, np.linalg.norm(expected, axis=1), rtol=1e-5)


def test_the_cells_norms_and_what_the_forget_gates_leave_out_equal_finite_differences():
    weights, inputs = layer("lstm"), inputs_of()
    flow = gradient_flow(weights, inputs, HEAD, TARGET)
    totals, losses = differences(weights, inputs, "cell")
    gates = np.array([step["forget_gate"][0] for step in run(weights, inputs)])
    kept = np.array([gates[time + 1 :].prod(axis=0) for time in range(TIME)])
    beyond = totals - kept[:, :, None] * np.eye(UNITS)
    assert_allclose(flow.cell, norms(totals), rtol=1e-5)
    assert_allclose(flow.loss_cell[:-1], np.linalg.norm(losses, axis=1)[:-1], rtol=1e-5)
    assert flow.loss_cell[-1] == 0
    assert_allclose(flow.forget_product, kept.max(axis=1), rtol=1e-12)
    assert_allclose(flow.beyond_forget[:-2], norms(beyond)[:-2], rtol=1e-5)
    assert_allclose(flow.beyond_forget[-2:], 0, atol=1e-15)  # one step on, with h held, there is the forget gate alone
    assert_allclose(flow.forget_difference, flow.beyond_forget / flow.cell)


def test_without_a_recurrent_path_the_cells_gradient_is_the_product_of_forget_gates():
    # Every gate reads the input alone: f = sigmoid(2), and nothing but the cell links two steps.
    kernel, bias = np.zeros((FEATURES, 4 * UNITS)), np.zeros(4 * UNITS)
    bias[UNITS : 2 * UNITS] = 2
    weights = RecurrentWeights("lstm", kernel, np.zeros((UNITS, 4 * UNITS)), bias)
    flow = gradient_flow(weights, inputs_of(200), HEAD, TARGET)
    expected = (1 / (1 + np.exp(-2.0))) ** np.arange(199, -1, -1)
    assert_allclose(flow.cell, expected, rtol=1e-12)
    assert_allclose(flow.forget_product, expected, rtol=1e-12)
    assert_allclose(flow.forget_difference, 0, atol=1e-12)


@pytest.mark.parametrize("scale", [0.125, 0.5, 1.0, 2.0])
def test_a_linear_layer_scales_every_change_by_the_same_factor_at_each_step(scale):
    kernel = scale * np.eye(UNITS)[[1, 2, 3, 0]]  # orthogonal, and exact in float32
    weights = RecurrentWeights("simple_rnn", np.zeros((FEATURES, UNITS)), kernel, activation="linear")
    flow = gradient_flow(weights, inputs_of(200), HEAD, TARGET)
    assert_allclose(flow.hidden, scale ** np.arange(199.0, -1, -1), rtol=1e-12)
    assert_allclose(flow.loss_hidden / flow.loss_hidden[-1], flow.hidden, rtol=1e-12)


def test_any_orthogonal_kernel_does_the_same():
    kernel = 0.9 * orthogonal(np.random.default_rng(1), 8, 8)
    weights = RecurrentWeights("simple_rnn", np.zeros((2, 8)), kernel, activation="linear")
    flow = gradient_flow(weights, np.ones((1, 60, 2)), Head(np.ones((8, 2)), np.zeros(2)), 0)
    assert_allclose(flow.hidden, 0.9 ** np.arange(59.0, -1, -1), rtol=1e-5)  # the kernel is in float32


def test_how_far_back_it_has_vanished_and_where_it_explodes():
    def linear(scale):
        weights = RecurrentWeights("simple_rnn", np.zeros((FEATURES, 1)), [[scale]], activation="linear")
        return gradient_flow(weights, inputs_of(50), Head([[1, 0]], [0, 0]), 0).hidden

    assert (vanished_until(linear(0.5)), exploded_from(linear(0.5))) == (50 - 24, 0)  # 2⁻²³ is what float32 resolves
    assert (vanished_until(linear(2.0)), exploded_from(linear(2.0))) == (0, 50 - 10)  # 2¹⁰ is above 1000
    assert (vanished_until(linear(1.0)), exploded_from(linear(1.0))) == (0, 0)


def test_what_float64_cannot_hold_is_infinite():
    weights = RecurrentWeights("simple_rnn", np.zeros((FEATURES, 2)), np.full((2, 2), 1e4), activation="linear")
    flow = gradient_flow(weights, np.zeros((1, 100, FEATURES)), Head(np.ones((2, 2)), np.zeros(2)), 0)
    assert flow.hidden[0] == np.inf
    assert exploded_from(flow.hidden) == 99


def test_one_step_has_nothing_before_it():
    flow = gradient_flow(layer("lstm"), inputs_of(1), HEAD, TARGET)
    assert (flow.hidden, flow.cell, flow.forget_product) == ([1], [1], [1])


def test_what_does_not_fit_is_named():
    weights, inputs = layer("gru"), inputs_of()
    with pytest.raises(ValueError, match="one sample, not 2"):
        gradient_flow(weights, np.repeat(inputs, 2, axis=0), HEAD, TARGET)
    with pytest.raises(ValueError, match="head must have a kernel of 4 rows"):
        gradient_flow(weights, inputs, Head(np.zeros((3, 2)), np.zeros(2)), 0)
    with pytest.raises(IndexError, match=r"target must be in 0 … 4, not 5"):
        gradient_flow(weights, inputs, HEAD, 5)
    with pytest.raises(ValueError, match="inputs must be finite"):
        gradient_flow(weights, np.full_like(inputs, np.nan), HEAD, TARGET)
    with pytest.raises(ValueError, match="go_backwards"):
        gradient_flow(layer("lstm", go_backwards=True), inputs, HEAD, TARGET)
