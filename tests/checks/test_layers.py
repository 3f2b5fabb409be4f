"""Gates, units and memory: what is an alarm, what is sound, and the numbers."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_viz import BidirectionalTrace, check_up, trace_layer
from lstm_viz.checks import ALARM, SOUND, UNKNOWN
from tests.checks.made import found, trace, weights


@pytest.mark.parametrize(
    ("check", "kind", "signals", "number"),
    [
        ("saturated_gates", "lstm", {"output_gate": 0.01}, 1.0),
        ("saturated_gates", "lstm", {"output_gate": 0.97}, 1.0),
        ("saturated_gates", "gru", {"reset_gate": [0.01, 0.99, 0.98, 0.97]}, 1.0),
        ("candidates_at_one", "lstm", {"candidate": [-0.99, 0.99, 0.96, 0.97]}, 1.0),
        ("candidates_at_one", "simple_rnn", {"hidden": [-0.99, 0.99, 0.96, 0.97]}, 1.0),
        ("forgets_at_once", "lstm", {"forget_gate": 0.03}, 1.0),
        ("forgets_at_once", "gru", {"update_gate": 0.03}, 1.0),
        ("forgets_never", "lstm", {"forget_gate": 0.999}, 1.0),
        ("memory_length", "lstm", {"forget_gate": 0.1}, 1 / 0.9),
        ("dead_units", "gru", {}, 0.0),
        ("copies", "lstm", {}, 0.0),
    ],
)
def test_an_alarm_names_its_number_and_units(check, kind, signals, number):
    hidden = np.random.default_rng(0).uniform(-1, 1, (6, 10, 4))
    if check == "dead_units":
        hidden[..., 2] = 0.4
    if check == "copies":
        hidden[..., 2] = -hidden[..., 0]
    finding = found(check, trace(kind, **{"hidden": hidden, **signals}))
    assert finding.status == ALARM
    assert finding.measures[0].is_alarm or check == "forgets_never"
    assert finding.measures[0].value == pytest.approx(number, abs=1e-6)
    expected = {"dead_units": (2,), "copies": (0, 2), "memory_length": None}
    assert finding.units == expected.get(check, (0, 1, 2, 3))
    assert str(finding.said)
    assert finding.picture is not None


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
def test_ordinary_gates_and_units_raise_no_alarm(kind):
    layer = weights(kind)
    inputs = np.random.default_rng(5).normal(size=(6, 10, 2))
    for finding in check_up(trace_layer(layer, inputs)):
        assert not finding.is_alarm, finding


def test_some_latches_are_no_fault():
    """Three units of four that never forget may be what the task needs."""
    finding = found("forgets_never", trace(forget_gate=[0.5, 0.999, 0.999, 0.999]))
    assert finding.status == SOUND
    assert found("saturated_gates", trace(forget_gate=[0.5, 0.5, 0.999, 0.999])).status == SOUND


def test_masked_steps_count_for_nothing():
    mask = np.ones((6, 10), bool)
    mask[:, 4:] = False
    shut = np.where(mask[..., None], 0.5, 0.01)
    assert found("saturated_gates", trace(mask=mask, output_gate=shut)).measures[0].value == 0
    kept = found("memory_length", trace(mask=mask, forget_gate=np.where(mask[..., None], 0.5, 0.0)))
    assert [one.value for one in kept.measures[:2]] == pytest.approx([1.875, 1.875 / 4])
    assert kept.measures[3].value == 4


def test_the_memory_of_a_layer_that_reads_backwards_is_counted_from_its_own_end():
    gate = np.full((6, 10, 4), 0.5)
    gate[:, 0] = 0.0  # the step that is read last
    assert found("memory_length", trace(forget_gate=gate, go_backwards=True)).measures[0].value == 1
    assert found("memory_length", trace(forget_gate=gate)).measures[0].value > 1.9


def test_the_memory_of_a_gru_is_told_but_its_candidate_may_remember_too():
    finding = found("memory_length", trace("gru", update_gate=0.1))
    assert finding.status == SOUND
    assert finding.measures[0].is_alarm


def test_a_unit_that_only_counts_steps_does_not_react():
    """It moves, but the same in every sample: nothing that is read changes it."""
    hidden = np.random.default_rng(0).uniform(-1, 1, (6, 10, 4))
    hidden[..., 1] = np.linspace(0, 0.9, 10)
    assert found("dead_units", trace(hidden=hidden)).units == (1,)


def linear(factor: float, steps: int, mask: np.ndarray | None = None):
    layer = weights(
        "simple_rnn", units=3, activation="linear", recurrent_kernel=factor * np.eye(3), kernel=np.full((2, 3), 0.1)
    )
    return trace_layer(layer, np.ones((2, steps, 2)), mask=mask)


@pytest.mark.parametrize(
    ("check", "factor", "steps", "number", "status"),
    [
        ("exploding", 2.0, 12, 2.0**12, ALARM),
        ("exploding", 1.1, 12, 1.1**12, SOUND),
        ("vanishing", 0.1, 20, 1e-10, ALARM),
        ("vanishing", 0.5, 20, 0.5**10, SOUND),
        ("vanishing", 0.0, 20, 0.0, ALARM),
    ],
)
def test_a_small_change_grows_by_the_recurrent_kernel(check, factor, steps, number, status):
    finding = found(check, linear(factor, steps))
    assert finding.measures[0].value == pytest.approx(number, rel=1e-3)
    assert finding.status == status
    if factor == 1.1:
        assert finding.measures[1].value == pytest.approx(1.1)  # the spectral radius


def test_masked_steps_leave_the_gradient_as_it_is():
    mask = np.ones((2, 12), bool)
    mask[:, 3:9] = False
    assert found("exploding", linear(2.0, 12, mask)).measures[0].value == pytest.approx(2.0**6, rel=1e-3)


@pytest.mark.parametrize("kind", ["lstm", "gru"])
def test_the_growth_is_that_of_the_jacobian(kind, monkeypatch):
    """With many directions, the root mean square is the Frobenius norm of ∂s_T/∂s_0 over the root of its size."""
    from lstm_viz.checks import memory
    from lstm_viz.checks.subject import Part
    from lstm_viz.engine.cell import STEPS
    from lstm_viz.engine.numpy_engine import recurrence

    monkeypatch.setattr(memory, "PROBES", 4000)
    layer = weights(kind, units=2)
    inputs = np.random.default_rng(6).normal(size=(1, 5, 2)).astype("f4")
    part = Part("", layer, trace_layer(layer, inputs))
    count = 4 if kind == "lstm" else 2

    def last(states: np.ndarray) -> np.ndarray:
        now = tuple(states.reshape(-1, 1, 2))
        loop = recurrence(layer)
        for step in range(5):
            _, now = STEPS[kind](inputs[:, step].astype(float) @ layer.kernel + layer.input_bias, now, loop)
        return np.concatenate(now, axis=1)[0]

    jacobian = np.stack([(last(1e-5 * row) - last(-1e-5 * row)) / 2e-5 for row in np.eye(count)])
    expected = np.linalg.norm(jacobian) / np.sqrt(count)
    assert np.exp(memory.growth(part, 0)[-1]) == pytest.approx(expected, rel=0.05)


def test_each_half_of_a_bidirectional_is_checked():
    both = BidirectionalTrace(trace(output_gate=0.5), trace(output_gate=0.01, go_backwards=True))
    gates = {one.layer: one.status for one in check_up(both) if one.check == "saturated_gates"}
    assert gates == {"backward": ALARM, "forward": SOUND}


SHAPES = [(1, 1, 1, 1), (3, 1, 2, 2), (1, 6, 1, 1), (2, 2, 3, 1), (5, 7, 2, 3)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
@pytest.mark.parametrize("spoilt", ["", "nan", "inf", "masked", "zeros"])
def test_nothing_is_too_small_or_too_broken(kind, shape, spoilt):
    """No error, no number where there is none: what cannot be said is said to be unknown, with the reason."""
    batch, steps, units, features = shape
    inputs = np.zeros((batch, steps, features)) if spoilt == "zeros" else np.ones((batch, steps, features))
    inputs[0, 0, 0] = {"nan": np.nan, "inf": np.inf}.get(spoilt, inputs[0, 0, 0])
    mask = np.zeros((batch, steps), bool) if spoilt == "masked" else None
    findings = check_up(trace_layer(weights(kind, features, units), inputs, mask=mask))
    assert {one.status for one in findings} <= {ALARM, SOUND, UNKNOWN}
    for one in findings:
        assert one.status == SOUND or str(one.said)
        assert not any(np.isnan(number.value) for number in one.measures), one
    if spoilt in ("nan", "inf"):
        assert found("not_a_number", trace_layer(weights(kind, features, units), inputs)).status == ALARM


def test_alarms_come_first():
    order = [one.status for one in check_up(trace(output_gate=0.01))]
    assert order == sorted(order, key=[ALARM, SOUND, UNKNOWN].index)
