import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES, sequence_color
from lstm_viz.engine.models import trained_pair
from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.trace import Trace
from lstm_viz.lessons.memory_lab.charts.difference import difference
from tests.charts.specs import channel, layer, mark_of, values_of
from tests.explain.traces import random_trace


def memory_pair():
    weights = trained_pair(8).weights
    return {name: run(weights, np.eye(5)[None, rows]) for name, rows in {"A": [3, 0, 1, 2], "B": [4, 0, 1, 2]}.items()}


def pair(**options):
    return {name: random_trace(seed=seed, **options) for seed, name in enumerate("AB")}


def drawn(traces, *, steps=range(1, 4), time=3, **options):
    return spec(difference(traces, steps=steps, time=time, **{"gettext": str, **options}))


@pytest.mark.parametrize(("kind", "state"), [("lstm", "cell"), ("lstm", "hidden"), ("gru", "hidden")])
def test_each_cell_is_a_minus_b_of_its_unit_and_step(kind, state):
    traces = pair(kind=kind)
    cells = values_of(drawn(traces, state=state, sample=1), "rect")
    assert {(cell["step"], cell["unit"]) for cell in cells} == {(s, u) for s in (2, 3, 4) for u in (1, 2, 3, 4)}
    for cell in cells:
        at = (1, cell["step"] - 1, cell["unit"] - 1)
        expected = float(traces["A"].signals[state][at]) - float(traces["B"].signals[state][at])
        assert cell["value"] == pytest.approx(expected, rel=1e-6)
        assert float(cell["text"].replace("−", "-")) == pytest.approx(expected, abs=0.0051)


@pytest.mark.parametrize("mode", MODES)
def test_zero_is_in_the_middle_of_the_colours_and_the_largest_at_an_end(mode):
    traces = memory_pair()
    scale = channel(drawn(traces, mode=mode), "rect", "color")["scale"]
    largest = np.abs(traces["A"].cell[0, 1:4].astype(float) - traces["B"].cell[0, 1:4]).max()
    assert scale["domain"] == [pytest.approx(-largest), pytest.approx(largest)]
    assert (scale["range"][0], scale["range"][-1]) == (sequence_color("B", mode), sequence_color("A", mode))


def test_the_colours_do_not_change_with_the_steps_before_the_comparison():
    traces = pair()
    scales = [channel(drawn(traces, steps=range(first, 5)), "rect", "color")["scale"]["domain"][1] for first in (0, 3)]
    values = np.abs(traces["A"].cell[0].astype(float) - traces["B"].cell[0])
    assert scales == [pytest.approx(values.max()), pytest.approx(values[3:].max())]


def test_the_unit_that_differs_most_at_each_step_is_framed_and_described():
    traces = memory_pair()
    chart = drawn(traces)
    assert layer(chart, "rect", 2)["transform"] == [{"filter": "datum.framed"}]
    values = traces["A"].cell[0].astype(float) - traces["B"].cell[0]
    framed = {(cell["step"], cell["unit"]) for cell in values_of(chart, "rect") if cell.get("framed")}
    assert framed == {(step + 1, 1 + int(np.abs(values[step]).argmax())) for step in (1, 2, 3)}
    unit = int(np.abs(values[3]).argmax())
    assert f"At step 4 unit {unit + 1} differs the most: {values[3, unit]:+.2f}." in chart["description"]


def test_two_alike_have_no_largest():
    trace = random_trace()
    chart = drawn({"A": trace, "B": trace})
    assert not any(cell.get("framed") for cell in values_of(chart, "rect"))
    assert {cell["text"] for cell in values_of(chart, "rect")} == {"0.00"}
    assert channel(chart, "rect", "color")["scale"]["domain"] == [-1, 1]


def test_what_is_not_a_number_is_empty_and_never_the_largest():
    traces = pair()
    signals = {name: values.copy() for name, values in traces["A"].signals.items()}
    signals["cell"][0, 2] = np.nan
    signals["cell"][0, 3, 0] = np.nan
    broken = Trace(traces["A"].weights, traces["A"].inputs, signals, traces["A"].initial_state)
    cells = {(cell["step"], cell["unit"]): cell for cell in values_of(drawn({**traces, "A": broken}), "rect")}
    assert cells[3, 1]["value"] is None
    assert "text" not in cells[3, 1]
    assert not any(cells[3, unit].get("framed") for unit in range(1, 5))
    assert not cells[4, 1].get("framed")


def test_many_units_and_steps_have_no_numbers_and_still_fit():
    traces = pair(steps=150, units=64)
    chart = drawn(traces, steps=range(10, 150), time=149)
    assert channel(chart, "rect", "x")["scale"]["domain"] == list(range(51, 151))
    assert chart["title"]["subtitle"][-1] == "Steps 51 to 150 of 150."
    assert [each for each in chart["layer"] if mark_of(each) == "text"] == []
    assert not any("text" in cell for cell in values_of(chart, "rect"))
    assert chart["height"] <= 400


def test_the_cursor_and_the_unit_are_boxed():
    chart = drawn(memory_pair(), time=2, unit=5)
    assert values_of(chart, "rect", 1) == [{"step": 3}]
    assert values_of(chart, "rect", 2) == [{"unit": 6}]
    outside = drawn(memory_pair(), time=0)
    assert len([each for each in outside["layer"] if mark_of(each) == "rect"]) == 2


def test_words_are_translated_and_tokens_lose_markup():
    chart = drawn(memory_pair(), state="hidden", tokens=["<3>", "0", "1", "$2"], gettext=lambda text: f"«{text}»")
    assert chart["title"]["text"] == "«Hidden state, A − B»"
    assert channel(chart, "rect", "color")["legend"]["title"] == "«A − B (dimensionless)»"
    assert '"2": "0", "3": "1", "4": "2"' in channel(chart, "rect", "x")["axis"]["labelExpr"]


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match="both A and B"):
        drawn({"A": random_trace()})
    with pytest.raises(ValueError, match="state must be one of hidden, not 'cell'"):
        drawn(pair(kind="gru"))
    with pytest.raises(ValueError, match="steps must not be empty"):
        drawn(pair(), steps=range(3, 3))
    with pytest.raises(IndexError, match="steps must be within the 3 of B, not 1 … 3"):
        drawn({"A": random_trace(), "B": random_trace(steps=3)})
    with pytest.raises(IndexError, match="unit"):
        drawn(pair(), unit=4)


def test_sentences_are_broken_into_lines_that_fit_a_phone():
    korean = "표시: 그 시점에 두 시퀀스를 가장 뚜렷하게 구분하는 유닛을 나타냅니다"
    lines = drawn(memory_pair(), gettext=lambda text: korean if text.startswith("Framed") else text)["title"][
        "subtitle"
    ]
    assert " ".join(lines[:2]) == korean
    assert max(len(line) + sum("가" <= letter <= "힣" for letter in line) for line in lines[:2]) <= 60
    assert all(len(line) <= 60 for line in drawn(memory_pair())["title"]["subtitle"])
