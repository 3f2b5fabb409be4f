import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.knockouts import carriers
from lstm_viz.charts.theme import MODES, diverging
from tests.charts.specs import channel, values_of

DROPS = np.array([[0.0, 0.25, -0.5], [0.875, 0.0625, 0.0]])


def drawn(values=DROPS, *, action="erase", answer_time=1, time=1, **options):
    options = {"gettext": str, "answer": "3", **options}
    return spec(carriers(values, action=action, answer_time=answer_time, time=time, **options))


def test_each_cell_is_the_value_of_its_unit_and_step():
    cells = values_of(drawn(), "rect")
    assert {(cell["step"], cell["unit"]): cell["value"] for cell in cells} == {
        (step + 1, unit + 1): 100 * value for (step, unit), value in np.ndenumerate(DROPS)
    }
    assert {cell["text"] for cell in cells} == {"0.0", "+25.0", "−50.0", "+87.5", "+6.2"}


@pytest.mark.parametrize("mode", MODES)
def test_the_scale_is_the_same_whatever_is_found(mode):
    for values in (DROPS, DROPS / 100):
        scale = channel(drawn(values, mode=mode), "rect", "color")["scale"]
        assert (scale["domain"], scale["range"]) == ([-100, 100], diverging(mode))


def test_the_largest_is_framed_and_named():
    chart = drawn()
    assert [(cell["step"], cell["unit"]) for cell in values_of(chart, "rect") if cell.get("framed")] == [(2, 1)]
    said = "Framed, the largest: unit 1 at step 2, +87.5."
    assert chart["title"]["subtitle"][-1] == said
    assert chart["description"] == f"Which unit carries the answer 3? {said}"


def test_a_large_rise_is_not_what_carries_the_answer():
    chart = drawn(np.array([[-0.9, 0.1]]), answer_time=0, time=0)
    assert [cell["unit"] for cell in values_of(chart, "rect") if cell.get("framed")] == [2]


def test_where_no_unit_matters_it_says_so():
    chart = drawn(np.minimum(DROPS, 0.0049))
    assert not any(cell.get("framed") for cell in values_of(chart, "rect"))
    assert chart["title"]["subtitle"][-1] == "No single unit does this."


def test_what_is_not_a_number_is_empty_and_never_the_largest():
    values = DROPS.copy()
    values[1, 0] = np.nan
    cells = {(cell["step"], cell["unit"]): cell for cell in values_of(drawn(values), "rect")}
    assert cells[2, 1]["value"] is None
    assert [at for at, cell in cells.items() if cell.get("framed")] == [(1, 2)]


@pytest.mark.parametrize("action", ["erase", "copy"])
@pytest.mark.parametrize("state", ["cell", "hidden"])
def test_what_was_done_is_said(action, state):
    chart = drawn(action=action, state=state, answer_time=0)
    said = " ".join(chart["title"]["subtitle"])
    assert f"{state} state" in said
    assert ("copied" in said) == (action == "copy")
    assert "after step 1 " in said
    question = {"erase": "carries the answer 3?", "copy": "moves the answer to 3?"}[action]
    assert chart["title"]["text"] == f"Which unit {question}"
    legend = channel(chart, "rect", "color")["legend"]["title"]
    assert legend == {"erase": "Drop in percentage points", "copy": "Rise in percentage points"}[action]


def test_symbols_are_shown_without_markup():
    assert drawn(answer="<$a>")["title"]["text"] == "Which unit carries the answer a?"


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match=r"values must have shape \(time, units\), not \(3,\)"):
        drawn(DROPS[0])
    with pytest.raises(ValueError, match="action must be one of erase, copy, not 'swap'"):
        drawn(action="swap")
    with pytest.raises(ValueError, match="state must be cell or hidden, not 'gate'"):
        drawn(state="gate")
    for wrong in ({"time": 2}, {"answer_time": 2}, {"unit": 3}):
        with pytest.raises(IndexError, match=next(iter(wrong))):
            drawn(**wrong)
