import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lstm_viz.charts.arithmetic import add_up, arithmetic, reach_of
from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import diverging, signal_color
from lstm_viz.explain.step import explain_step
from tests.charts.specs import channel, values_of
from tests.explain.traces import VARIANTS, random_trace, traces


def drawn(explanation, gate, **options):
    return spec(arithmetic(explanation, gate, **{"gettext": str, **options}))


def shown(row):
    return round(float(row["shown"].replace("−", "-")) * 10**4)


@pytest.mark.parametrize(("kind", "reset_after"), VARIANTS)
def test_each_operand_has_a_bar_of_its_value(kind, reset_after):
    step = explain_step(random_trace(kind, reset_after), time=2, unit=1)
    for gate, operands in step.gates.items():
        *bars, total = values_of(drawn(step, gate), "bar")
        biases = [operands.bias, operands.recurrent_bias][: 2 if operands.recurrent_bias else 1]
        expected = [*operands.inputs, *operands.recurrent, *biases]
        np.testing.assert_allclose([bar["value"] for bar in bars], expected, rtol=1e-6)
        assert total["value"] == pytest.approx(operands.total, rel=1e-6)
        assert total["part"] == "sum"
        assert [bar["part"] for bar in bars] == ["negative" if value < 0 else "positive" for value in expected]


@settings(max_examples=15)
@given(traces())
def test_the_numbers_shown_add_up(trace):
    step = explain_step(trace, time=trace.steps - 1, unit=0)
    for gate in step.gates:
        *bars, total = values_of(drawn(step, gate), "bar")
        assert sum(map(shown, bars)) == shown(total)
        assert all(abs(shown(bar) / 10**4 - bar["value"]) < 1e-4 for bar in [*bars, total])


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=80))
@example([1.0, 0.04045])
def test_rounding_moves_no_number_by_a_whole_unit(values):
    rounded = add_up(np.array(values))
    assert np.abs(rounded - values).max() < 1e-4 + 1e-9
    # The rounded sum, up or down if it is in the middle, as that of 1 and 0.04045 is.
    assert rounded.sum() == pytest.approx(np.sum(values), abs=1e-4 / 2 + 1e-9)
    assert rounded.sum() * 10**4 == pytest.approx(np.round(rounded.sum() * 10**4), abs=1e-5)


def test_of_64_units_the_largest_12_stand_alone_and_the_others_together():
    step = explain_step(random_trace(units=64), time=2, unit=1)
    gate = step.gates["forget_gate"]
    bars = {bar["name"]: bar["value"] for bar in values_of(drawn(step, "forget_gate"), "bar")}
    largest = sorted(np.argsort(-np.abs(gate.recurrent))[:12])
    assert [name for name in bars if name.startswith("unit")] == [f"unit {1 + unit}, previous step" for unit in largest]
    assert bars["52 other units, previous step"] == pytest.approx(
        gate.recurrent.sum() - gate.recurrent[largest].sum(), rel=1e-5
    )
    total = sum(value for name, value in bars.items() if name != "sum")
    assert total == pytest.approx(bars["sum"], abs=1e-5)


def test_operands_that_are_zero_share_a_bar():
    trace = random_trace(features=5)
    step = explain_step(trace, time=0, unit=0)
    step.hidden_before.setflags(write=True)
    zero = step.gates["forget_gate"]
    zero.inputs[[0, 1, 2, 4]], zero.recurrent[:] = 0, 0
    names = [bar["name"] for bar in values_of(drawn(step, "forget_gate"), "bar")]
    assert names == ["input 4", "4 other inputs", "all 4 units, previous step", "bias", "sum"]


def test_the_tooltip_names_the_factors():
    trace = random_trace("gru")
    step = explain_step(trace, time=2, unit=1)
    gate = step.gates["candidate"]
    bars = values_of(drawn(step, "candidate"), "bar")
    factors = [float(part.strip("()").replace("−", "-")) for part in bars[3]["operands"].split(" × ")]
    assert factors == pytest.approx(
        [trace.reset_gate[0, 2, 1], step.hidden_before[0], gate.recurrent_weights[0]], rel=1e-6
    )
    assert np.prod(factors) == pytest.approx(gate.recurrent[0], rel=1e-5)


def test_zero_is_in_the_middle_and_sign_and_gate_have_their_colours():
    step = explain_step(random_trace(), time=2, unit=1)
    chart = drawn(step, "input_gate", mode="dark")
    low, high = channel(chart, "bar", "x")["scale"]["domain"]
    assert low == -high < 0
    colors = channel(chart, "bar", "color")["scale"]
    assert dict(zip(colors["domain"], colors["range"], strict=True)) == {
        "negative": diverging("dark")[0],
        "positive": diverging("dark")[-1],
        "sum": signal_color("input_gate", "dark"),
    }


def test_charts_side_by_side_have_one_scale():
    steps = [explain_step(random_trace(seed=seed), time=2, unit=1) for seed in range(2)]
    reach = reach_of(steps, "input_gate")
    largest = max(abs(bar["value"]) for step in steps for bar in values_of(drawn(step, "input_gate"), "bar"))
    assert reach == largest
    domains = [channel(drawn(step, "input_gate", reach=reach), "bar", "x")["scale"]["domain"] for step in steps]
    assert domains[0] == domains[1]
    assert domains[0][1] > largest
    alone = [channel(drawn(step, "input_gate"), "bar", "x")["scale"]["domain"] for step in steps]
    assert alone[0] != alone[1]


def test_features_have_names_without_markup():
    step = explain_step(random_trace(features=2), time=2, unit=1)
    names = [bar["name"] for bar in values_of(drawn(step, "candidate", features=["<a>", "$"]), "bar")]
    assert names[:2] == ["input a", "input "]


def test_the_title_and_the_value_are_said():
    trace = random_trace()
    chart = drawn(explain_step(trace, time=2, unit=1), "output_gate", sequence="B")
    assert chart["title"]["text"] == "B: Sum of the output gate of unit 2 at step 3"
    value = f"{trace.output_gate[0, 2, 1]:.4f}"
    assert chart["title"]["subtitle"][0].startswith("output gate = sigmoid(")
    assert chart["title"]["subtitle"][0].endswith(f"= {value}")
    assert chart["description"].startswith("B: Sum of the output gate of unit 2 at step 3. input 1: ")


def test_what_does_not_fit_is_named():
    step = explain_step(random_trace("gru"), time=2, unit=1)
    with pytest.raises(ValueError, match="gate must be one of update_gate, reset_gate, candidate, not 'forget_gate'"):
        drawn(step, "forget_gate")
    with pytest.raises(ValueError, match="features must name 3 inputs, not 1"):
        drawn(step, "candidate", features=["x"])
