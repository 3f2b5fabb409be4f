import numpy as np
import pytest
from hypothesis import given

from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.explain.ledger import memory_at, memory_ledger, unit_ledger
from tests.explain.traces import random_trace, traces


@given(traces(kinds=[("lstm", True)]))
def test_the_ledger_sums_to_the_cell_state(trace):
    for sample in range(len(trace.inputs)):
        total = memory_ledger(trace, sample=sample).sum(axis=1)
        np.testing.assert_allclose(total, trace.cell[sample], atol=1e-6)


def test_each_entry_is_what_a_step_wrote_times_the_gates_since():
    trace = random_trace()
    f, written = trace.forget_gate[1].astype(float), (trace.input_gate * trace.candidate.astype(float))[1]
    ledger = memory_ledger(trace, sample=1)
    assert ledger.shape == (5, 6, 4)
    np.testing.assert_allclose(ledger[3, 0], trace.initial_state[1][1] * f[:4].prod(axis=0), rtol=1e-6)
    np.testing.assert_allclose(ledger[3, 1 + 1], written[1] * f[2] * f[3], rtol=1e-6)
    np.testing.assert_allclose(ledger[3, 1 + 3], written[3], rtol=1e-6)
    assert not ledger[3, 1 + 4 :].any()


def test_a_layer_that_reads_backwards_has_read_only_later_steps():
    trace = random_trace(go_backwards=True)
    f, written = trace.forget_gate[0].astype(float), (trace.input_gate * trace.candidate.astype(float))[0]
    ledger = memory_ledger(trace)
    np.testing.assert_allclose(ledger[2, 1 + 4], written[4] * f[3] * f[2], rtol=1e-6)
    assert not ledger[2, 1:3].any()


def test_a_masked_step_writes_nothing_and_loses_nothing():
    trace = random_trace()
    masked = run(
        trace.weights,
        trace.inputs,
        initial_state=trace.initial_state,
        mask=np.tile([True, True, False, True, True], (2, 1)),
    )
    ledger = memory_ledger(masked)
    np.testing.assert_array_equal(ledger[2], ledger[1])
    assert not ledger[:, 1 + 2].any()


def test_the_ledger_of_constant_weights():
    """G2: 1.57071 after four steps. Keras sets the forget bias to 1 there, a constant `bias_initializer` or not."""
    bias = np.repeat([0, 1, 0, 0], 3)
    inputs = np.array(
        [[[0.1, 4.2, 1.5, 1.1, 2.8], [1.0, 3.1, 2.5, 0.7, 1.1], [0.3, 2.1, 1.5, 2.1, 0.1], [2.2, 1.4, 0.5, 0.9, 1.1]]]
    )
    trace = run(RecurrentWeights("lstm", np.full((5, 12), 0.1), np.full((3, 12), 0.1), bias), inputs)
    np.testing.assert_allclose(memory_ledger(trace)[3].sum(axis=0), 1.57071, atol=1e-5)


@given(traces(kinds=[("lstm", True)]))
def test_one_unit_at_one_step_is_that_row_of_the_ledger(trace):
    time, unit = trace.steps - 1, trace.units // 2
    np.testing.assert_array_equal(memory_at(trace, time=time, unit=unit), memory_ledger(trace)[time, :, unit])


def test_only_an_lstm_has_a_ledger():
    with pytest.raises(ValueError, match="This is a gru"):
        memory_ledger(random_trace("gru"))
    with pytest.raises(IndexError, match="sample must be at least 0 and below 2, not 2"):
        memory_ledger(random_trace(), sample=2)
    with pytest.raises(IndexError, match="time"):
        memory_at(random_trace(), time=5, unit=0)


@given(traces(kinds=[("lstm", True)]))
def test_the_ledger_of_a_unit_is_that_units_part(trace):
    for unit in range(trace.units):
        ledger = unit_ledger(trace, unit=unit, sample=1)
        np.testing.assert_array_equal(ledger, memory_ledger(trace, sample=1)[:, :, unit])


def test_the_ledger_of_a_unit_that_there_is_not_is_refused():
    with pytest.raises(IndexError, match="unit must be at least 0 and below 4, not -1"):
        unit_ledger(random_trace(), unit=-1)
