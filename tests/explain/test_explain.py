import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.engine.activations import activation
from lstm_viz.engine.cell import GATES
from lstm_viz.explain.step import explain_step
from tests.explain.traces import VARIANTS, random_trace, traces


def everywhere(trace):
    for sample, time, unit in np.ndindex(len(trace.inputs), trace.steps, trace.units):
        yield sample, time, unit, explain_step(trace, sample=sample, time=time, unit=unit)


@given(traces())
def test_activation_of_each_sum_is_the_gate(trace):
    for sample, time, unit, step in everywhere(trace):
        assert tuple(step.gates) == GATES[trace.kind]
        for name, gate in step.gates.items():
            assert gate.value == trace.signals[name][sample, time, unit]
            if step.masked and name == "hidden":
                continue  # a masked SimpleRNN has discarded what it computed
            assert activation(gate.activation)(np.array([gate.total]))[0] == pytest.approx(gate.value, abs=1e-6)


@given(traces())
def test_kept_and_written_are_the_new_memory(trace):
    memory = trace.signals["cell" if trace.kind == "lstm" else "hidden"]
    for sample, time, unit, step in everywhere(trace):
        update = step.update
        assert update.after == memory[sample, time, unit]
        assert update.shown == trace.hidden[sample, time, unit]
        assert update.kept + update.written == pytest.approx(update.after, abs=1e-6)
        assert (update.kept, update.written) == (update.keep * update.before, update.write * update.candidate)


@pytest.mark.parametrize(("kind", "reset_after"), VARIANTS)
def test_contributions_are_products_with_keras_columns(kind, reset_after):
    trace = random_trace(kind, reset_after)
    step = explain_step(trace, time=2, unit=1, sample=1)
    reset = trace.reset_gate[1, 2] if kind == "gru" else None
    for position, (name, gate) in enumerate(step.gates.items()):
        column = position * trace.units + 1
        factor = 1 if kind != "gru" or name != "candidate" else reset[1] if reset_after else reset
        np.testing.assert_allclose(gate.inputs, trace.inputs[1, 2] * trace.weights.kernel[:, column], rtol=1e-6)
        expected = factor * trace.hidden[1, 1] * trace.weights.recurrent_kernel[:, column]
        np.testing.assert_allclose(gate.recurrent, expected, rtol=1e-6)
        assert gate.bias == trace.weights.input_bias[column]
        second = trace.weights.recurrent_bias[column] * (1 if np.ndim(factor) else factor)
        assert gate.recurrent_bias == pytest.approx(second, rel=1e-6)


def test_the_first_step_uses_the_initial_state():
    trace = random_trace("lstm")
    step = explain_step(trace, time=0, unit=0)
    np.testing.assert_array_equal(step.hidden_before, trace.initial_state[0][0])
    assert step.update.before == trace.initial_state[1][0, 0]


def test_a_layer_that_reads_backwards_starts_at_the_last_step():
    trace = random_trace("lstm", go_backwards=True)
    assert explain_step(trace, time=4, unit=0).update.before == trace.initial_state[1][0, 0]
    assert explain_step(trace, time=1, unit=0).update.before == trace.cell[0, 2, 0]


@pytest.mark.parametrize(("kind", "reset_after"), VARIANTS)
def test_a_masked_step_keeps_everything(kind, reset_after):
    trace = random_trace(kind, reset_after, masked=True)
    sample, time = np.argwhere(~trace.mask)[0]
    step = explain_step(trace, sample=sample, time=time, unit=0)
    assert step.masked
    assert (step.update.keep, step.update.write, step.update.written) == (1, 0, 0)
    assert step.update.after == step.update.before
    sample, time = np.argwhere(trace.mask)[0]
    assert not explain_step(trace, sample=sample, time=time, unit=0).masked


def test_a_layer_without_bias_adds_none():
    gates = explain_step(random_trace("gru", bias=None), time=1, unit=0).gates
    assert [(gate.bias, gate.recurrent_bias) for gate in gates.values()] == [(0, 0)] * 3


@given(st.sampled_from(["sample", "time", "unit"]), st.integers(-3, 12).filter(lambda index: not 0 <= index < 5))
def test_an_index_outside_its_range_says_which(name, index):
    trace = random_trace(batch=5, steps=5, units=5)
    with pytest.raises(IndexError, match=f"{name} must be at least 0 and below 5, not {index}"):
        explain_step(trace, **{"time": 0, "unit": 0, "sample": 0, name: index})
