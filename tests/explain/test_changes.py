import numpy as np
import pytest
from hypothesis import given

from lstm_viz.engine.trace import Trace
from lstm_viz.explain.changes import changed_cells
from tests.explain.traces import VARIANTS, random_trace, traces


def with_signal(trace, name, at, value):
    signals = {each: values.copy() for each, values in trace.signals.items()}
    signals[name][at] = value
    return Trace(trace.weights, trace.inputs, signals, trace.initial_state, trace.mask)


@given(traces())
def test_a_pass_does_not_differ_from_itself(trace):
    changed = changed_cells(trace, trace)
    assert list(changed) == list(trace.signals)
    assert not any(cells.any() for cells in changed.values())


@pytest.mark.parametrize(("kind", "reset_after"), VARIANTS)
def test_the_smallest_difference_is_found_where_it_is(kind, reset_after):
    trace = random_trace(kind, reset_after)
    for name in trace.signals:
        value = np.nextafter(trace.signals[name][1, 2, 3], np.float32(np.inf))
        changed = changed_cells(trace, with_signal(trace, name, (1, 2, 3), value), sample=1)
        assert [signal for signal, cells in changed.items() if cells.any()] == [name]
        assert np.argwhere(changed[name]).tolist() == [[2, 3]]
        assert changed[name].shape == (5, 4)


def test_only_the_sample_that_is_asked_for_counts():
    trace = random_trace()
    other = with_signal(trace, "cell", (1, 2, 3), 9)
    assert not any(cells.any() for cells in changed_cells(trace, other).values())


def test_what_is_not_a_number_in_both_is_the_same():
    first = with_signal(random_trace(), "cell", (0, 2, 3), np.nan)
    assert not changed_cells(first, first)["cell"].any()
    assert changed_cells(random_trace(), first)["cell"].sum() == 1


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match=r"of before, \('lstm', 5, 4\), not \('gru', 5, 4\)"):
        changed_cells(random_trace(), random_trace("gru"))
    with pytest.raises(ValueError, match="not"):
        changed_cells(random_trace(), random_trace(steps=4))
    with pytest.raises(IndexError, match="sample"):
        changed_cells(random_trace(), random_trace(batch=1), sample=1)
