import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.engine.intervene import Edit, intervene
from lstm_viz.lessons.memory_lab.charts.changed import changed
from tests.charts.specs import channel, values_of
from tests.explain.traces import random_trace

BEFORE = random_trace()
AFTER = intervene(BEFORE, [Edit("cell", 2, 1)])


def drawn(before=BEFORE, after=AFTER, *, signal="cell", time=2, **options):
    return spec(changed(before, after, signal=signal, time=time, **{"gettext": str, **options}))


@pytest.mark.parametrize("signal", list(BEFORE.signals))
def test_each_cell_is_after_minus_before_and_every_change_is_framed(signal):
    cells = values_of(drawn(signal=signal, sample=1), "rect")
    assert len(cells) == 5 * 4
    for cell in cells:
        at = (1, cell["step"] - 1, cell["unit"] - 1)
        first, second = BEFORE.signals[signal][at], AFTER.signals[signal][at]
        assert cell["value"] == pytest.approx(float(second) - float(first), rel=1e-6, abs=1e-12)
        assert cell.get("framed", False) == (first != second)


def test_before_the_intervention_nothing_is_framed_and_at_it_one_unit():
    framed = [(cell["step"], cell["unit"]) for cell in values_of(drawn(), "rect") if cell.get("framed")]
    assert [at for at in framed if at[0] <= 3] == [(3, 2)]


def test_how_many_changed_is_said():
    count = int((BEFORE.cell[0] != AFTER.cell[0]).sum())
    assert f"{count} of 20 numbers changed." in drawn()["title"]["subtitle"][0]
    assert drawn()["description"] == f"After − before: cell state. {count} of 20 numbers changed."


def test_where_nothing_changed_the_colours_still_have_a_scale():
    chart = drawn(after=BEFORE)
    assert not any(cell.get("framed") for cell in values_of(chart, "rect"))
    assert channel(chart, "rect", "color")["scale"]["domain"] == [-1, 1]


def test_the_largest_change_has_the_strongest_colour():
    low, high = channel(drawn(), "rect", "color")["scale"]["domain"]
    assert -low == high == pytest.approx(np.abs(AFTER.cell[0].astype(float) - BEFORE.cell[0]).max(), rel=1e-6)


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match=r"signal must be one of input_gate, .*, not 'gate'"):
        drawn(signal="gate")
    for wrong in ({"time": 5}, {"unit": 4}, {"sample": 2}):
        with pytest.raises(IndexError, match=next(iter(wrong))):
            drawn(**wrong)
