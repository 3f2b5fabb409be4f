import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES, signal_color
from lstm_viz.charts.timelines import timelines
from tests.charts.specs import channel, layer, values_of
from tests.explain.traces import VARIANTS, random_trace

GATES = {"lstm": ["forget_gate", "input_gate", "output_gate"], "gru": ["update_gate", "reset_gate"], "simple_rnn": []}
STATES = {"lstm": ["candidate", "cell", "hidden"], "gru": ["candidate", "hidden"], "simple_rnn": ["hidden"]}


def pair(kind="lstm", reset_after=True, **options):
    return {name: random_trace(kind, reset_after, seed=seed, **options) for seed, name in enumerate("AB")}


def drawn(traces, *, unit=1, time=2, **options):
    options = {"gettext": str, **options}
    return [spec(chart) for chart in timelines(traces, unit=unit, time=time, **options)]


@pytest.mark.parametrize(("kind", "reset_after"), VARIANTS)
def test_each_value_is_the_traces_own(kind, reset_after):
    traces = pair(kind, reset_after)
    charts = drawn(traces, sample=1)
    groups = [names for names in (GATES[kind], STATES[kind]) if names]
    assert len(charts) == len(groups)
    for chart, names in zip(charts, groups, strict=True):
        for row in values_of(chart, "line"):
            for name in names:
                value = traces[row["sequence"]].signals[name][1, row["step"] - 1, 1]
                assert np.float32(row[name]) == value
        assert {(row["sequence"], row["step"]) for row in values_of(chart, "line")} == {
            (name, step) for name in "AB" for step in range(1, 6)
        }


def test_the_mean_is_over_the_units():
    traces = pair()
    row = values_of(drawn(traces, unit=None)[0], "line")[0]
    assert row["forget_gate"] == pytest.approx(float(traces["A"].forget_gate[0, 0].mean()), abs=1e-6)


def test_a_and_b_are_told_apart_by_dash_and_shape():
    for chart in drawn(pair()):
        dash, shape = channel(chart, "line", "strokeDash"), channel(chart, "point", "shape")
        for encoding in (dash, shape):
            assert encoding["field"] == "sequence"
            assert encoding["scale"]["domain"] == ["A", "B"]
            assert encoding["scale"]["range"][0] != encoding["scale"]["range"][1]
            assert encoding["legend"]


def test_where_a_and_b_coincide_both_markers_are_seen():
    chart = drawn(pair())[0]
    size, opacity = channel(chart, "point", "size"), channel(chart, "point", "fillOpacity")
    assert size["condition"]["test"] == opacity["condition"]["test"] == "(datum.sequence === 'A')"
    assert size["value"] >= 3 * size["condition"]["value"]
    assert (opacity["condition"]["value"], opacity["value"]) == (1, 0)


@pytest.mark.parametrize("mode", MODES)
def test_each_signal_has_its_colour(mode):
    gates, states = drawn(pair(), mode=mode)
    for chart, names in ((gates, GATES["lstm"]), (states, STATES["lstm"])):
        assert channel(chart, "line", "color")["scale"]["range"] == [signal_color(name, mode) for name in names]


def test_gates_go_from_0_to_1_and_states_as_far_down_as_up():
    traces = pair()
    gates, states = drawn(traces)
    assert channel(gates, "line", "y")["scale"]["domain"] == [0, 1]
    low, high = channel(states, "line", "y")["scale"]["domain"]
    largest = max(np.abs(trace.cell).max() for trace in traces.values())
    assert low == -high
    assert high >= largest


def test_a_gate_that_is_no_share_gets_a_scale_around_zero():
    traces = {"A": random_trace(recurrent_activation="tanh")}
    low, high = channel(drawn(traces)[0], "line", "y")["scale"]["domain"]
    assert low == -high <= -1


def test_the_scale_is_the_same_for_every_unit_and_step():
    traces = pair()
    domains = [channel(drawn(traces, unit=unit, time=unit)[1], "line", "y")["scale"]["domain"] for unit in range(4)]
    assert domains == [domains[0]] * 4


def test_the_cursor_stands_at_the_step():
    assert values_of(drawn(pair(), time=3)[0], "rule") == [{"step": 4}]


def test_a_masked_step_has_no_gates_but_a_state_and_a_band():
    trace = random_trace(masked=True)
    step = int(np.flatnonzero(~trace.mask[0])[0])
    gates, states = drawn({"A": trace}, time=0)
    assert values_of(gates, "line")[step]["forget_gate"] is None
    assert values_of(states, "line")[step]["candidate"] is None
    assert np.float32(values_of(states, "line")[step]["cell"]) == trace.cell[0, step, 1]
    assert [band["start"] for band in values_of(gates, "rect")] == (np.flatnonzero(~trace.mask[0]) + 0.5).tolist()


def test_tokens_are_shown_without_markup():
    tokens = {"A": ["<b>$x$</b>", "0", "1", "2", "3"]}
    rows = values_of(drawn({"A": random_trace()}, tokens=tokens)[0], "line")
    assert rows[0]["token"] == "bx/b"


def test_a_shorter_sequence_ends_where_it_ends():
    traces = {"A": random_trace(steps=5), "B": random_trace(steps=3)}
    rows = values_of(drawn(traces, time=4)[0], "line")
    assert [row["step"] for row in rows if row["sequence"] == "B"] == [1, 2, 3]


def test_thousands_of_steps_are_thinned_and_say_so():
    chart = drawn({"A": random_trace(steps=2500)}, time=1234)[0]
    steps = [row["step"] for row in values_of(chart, "line")]
    assert len(steps) < 1000
    assert 1235 in steps
    assert chart["title"]["subtitle"] == "One step in 3 is drawn."
    assert layer(chart, "point")["mark"]["opacity"] == 0


def test_words_are_translated_and_the_step_is_described():
    chart = drawn(pair(), gettext=lambda text: f"«{text}»")[0]
    assert chart["title"]["text"] == "«Gates of unit 2»"
    assert channel(chart, "line", "x")["title"] == "«Step»"
    assert "«forget gate»" in layer(chart, "line")["transform"][1]["calculate"]
    value = drawn(pair())[0]["description"]
    assert value.startswith("Gates of unit 2. Step 3. A: forget gate +")


def test_what_does_not_belong_together_is_refused():
    with pytest.raises(ValueError, match="one layer"):
        drawn({"A": random_trace("lstm"), "B": random_trace("gru")})
    with pytest.raises(ValueError, match="named A"):
        drawn({"C": random_trace()})
    for wrong in ({"unit": 4}, {"time": 5}, {"sample": 2}):
        with pytest.raises(IndexError, match=next(iter(wrong))):
            drawn(pair(), **wrong)
