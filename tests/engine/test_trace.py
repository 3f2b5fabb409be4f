"""What a trace promises, whatever the layer: properties over shapes, weights and masks."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lstm_viz import RecurrentWeights, Trace, trace_layer
from lstm_viz.engine.cell import GATES, SIGNALS, STATES
from tests.engine.reference import assert_equal_to_keras, reference_signals


def floats(*shape, limit=1.0):
    return arrays(np.float32, shape, elements=st.floats(-limit, limit, width=32))


@st.composite
def weights(draw, features):
    kind = draw(st.sampled_from(list(GATES)))
    units = draw(st.integers(1, 4))
    columns = len(GATES[kind]) * units
    reset_after = draw(st.booleans())
    return RecurrentWeights(
        kind=kind,
        kernel=draw(floats(features, columns)),
        # Sums of at most 4 of these stay below 1, so the layer itself does not multiply rounding errors.
        recurrent_kernel=draw(floats(units, columns, limit=0.25)),
        bias=draw(st.none() | floats(*((2, columns) if kind == "gru" and reset_after else (columns,)))),
        activation=draw(st.sampled_from(["tanh", "softsign", "hard_sigmoid"])),
        recurrent_activation=draw(st.sampled_from(["sigmoid", "hard_sigmoid"])),
        reset_after=reset_after,
        go_backwards=draw(st.booleans()),
    )


@st.composite
def traces(draw, most_steps=7):
    batch, time, features = draw(st.integers(1, 3)), draw(st.integers(1, most_steps)), draw(st.integers(1, 3))
    layer = draw(weights(features))
    return trace_layer(
        layer,
        draw(floats(batch, time, features, limit=3.0)),
        initial_state=draw(st.none() | st.tuples(*[floats(batch, layer.units)] * len(STATES[layer.kind]))),
        mask=draw(st.none() | arrays(bool, (batch, time))),
    )


# A cell state may grow by 1 at each step, and above 4 the numbers of float32 are 5e-7 apart: after five steps the sum
# of the roundings can pass 1e-6, after three it is at most 6e-7 (6,000 layers drawn to be as bad as possible).
@given(traces(most_steps=3))
def test_signals_are_the_textbooks(trace):
    wanted = reference_signals(trace.weights, trace.inputs, trace.initial_state, trace.mask)
    for name, array in wanted.items():
        assert_equal_to_keras(trace.signals[name], array)


@given(traces())
def test_signals_are_named_in_order_typed_shaped_and_read_only(trace):
    assert tuple(trace.signals) == SIGNALS[trace.kind]
    for name, array in trace.signals.items():
        assert array is getattr(trace, name)
        assert array.dtype == np.float32
        assert array.shape == (*trace.inputs.shape[:2], trace.units)
        assert not array.flags.writeable


@given(traces())
def test_each_state_before_a_step_is_the_state_after_the_step_read_before_it(trace):
    order = range(trace.steps)[:: -1 if trace.go_backwards else 1]
    for number, name in enumerate(STATES[trace.kind]):
        expected = trace.initial_state[number]
        for time in order:
            np.testing.assert_array_equal(trace.before(name)[:, time], expected)
            expected = trace.signals[name][:, time]
        np.testing.assert_array_equal(trace.final_state[number], expected)


@given(traces())
def test_a_masked_step_keeps_every_state(trace):
    skipped = np.zeros(trace.inputs.shape[:2], bool) if trace.mask is None else ~trace.mask
    for name in STATES[trace.kind]:
        np.testing.assert_array_equal(trace.signals[name][skipped], trace.before(name)[skipped])


@given(traces())
def test_the_states_follow_from_the_gates_shown(trace):
    read = np.ones(trace.inputs.shape[:2], bool) if trace.mask is None else trace.mask
    if trace.kind == "lstm":
        cell = trace.forget_gate * trace.before("cell") + trace.input_gate * trace.candidate
        assert_equal_to_keras(trace.cell[read], cell[read])
    elif trace.kind == "gru":
        hidden = trace.update_gate * trace.before("hidden") + (1 - trace.update_gate) * trace.candidate
        assert_equal_to_keras(trace.hidden[read], hidden[read])


@given(traces())
def test_outputs_fit_together(trace):
    last, *states = trace.keras_outputs(return_state=True)
    sequence = trace.keras_outputs(return_sequences=True)
    np.testing.assert_array_equal(sequence[:, -1], last)
    assert len(states) == len(STATES[trace.kind])
    if trace.mask is None:
        np.testing.assert_array_equal(last, states[0])
    else:
        read = trace.mask.any(axis=1)
        np.testing.assert_array_equal(last[read], states[0][read])
        assert not last[~read].any()


@given(traces())
def test_backwards_is_forwards_over_the_reversed_input(trace):
    from dataclasses import replace

    turned = replace(trace.weights, go_backwards=not trace.go_backwards)
    mask = None if trace.mask is None else trace.mask[:, ::-1]
    other = trace_layer(turned, trace.inputs[:, ::-1], initial_state=trace.initial_state, mask=mask)
    for name, array in trace.signals.items():
        # Each step is the same product of the same numbers: equal to the last bit.
        np.testing.assert_array_equal(other.signals[name][:, ::-1], array)


@given(traces(), st.data())
def test_samples_do_not_touch_each_other(trace, data):
    sample = data.draw(st.integers(0, len(trace.inputs) - 1))
    one = slice(sample, sample + 1)
    mask = None if trace.mask is None else trace.mask[one]
    alone = trace_layer(
        trace.weights, trace.inputs[one], initial_state=[s[one] for s in trace.initial_state], mask=mask
    )
    for name, array in trace.signals.items():
        assert_equal_to_keras(alone.signals[name], array[one])


@settings(max_examples=20)
@given(traces())
def test_pickle_keeps_everything(trace):
    copy = pickle.loads(pickle.dumps(trace))
    assert copy.weights.kind == trace.weights.kind
    for name, array in trace.signals.items():
        np.testing.assert_array_equal(copy.signals[name], array)
        assert not copy.signals[name].flags.writeable


def example() -> Trace:
    rng = np.random.default_rng(0)
    layer = RecurrentWeights("lstm", rng.normal(size=(2, 12)), rng.normal(size=(3, 12)))
    return trace_layer(layer, rng.normal(size=(2, 4, 2)), mask=[[1, 1, 0, 1], [1, 1, 1, 1]])


def test_nothing_of_a_trace_can_be_changed():
    trace = example()
    for array in (*trace.signals.values(), trace.inputs, *trace.initial_state, trace.mask, trace.weights.kernel):
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0
    with pytest.raises(TypeError):
        trace.signals["cell"] = trace.hidden
    with pytest.raises(AttributeError):
        trace.mask = None


def test_what_a_caller_does_later_to_his_inputs_is_not_seen():
    trace, inputs = example(), np.ones((1, 3, 2), "float32")
    again = trace_layer(trace.weights, inputs)
    inputs[:] = 7
    assert (again.inputs == 1).all()


def test_a_signal_that_the_kind_has_not_is_named():
    with pytest.raises(
        AttributeError, match="A trace of this lstm has no 'reset_gate'; it has input_gate, forget_gate"
    ):
        _ = example().reset_gate


def test_parts_that_do_not_fit_are_named():
    trace = example()
    parts = {
        "weights": trace.weights,
        "inputs": trace.inputs,
        "signals": trace.signals,
        "initial_state": trace.initial_state,
    }
    short = dict(trace.signals) | {"cell": trace.cell[:, 1:]}
    with pytest.raises(ValueError, match=r"cell must have shape \(2, 4, 3\), not \(2, 3, 3\)"):
        Trace(**parts | {"signals": short})
    with pytest.raises(ValueError, match=r"signals of this lstm must be .*, not .*'hidden'"):
        Trace(**parts | {"signals": {"hidden": trace.hidden}})
    with pytest.raises(ValueError, match="initial_state must hold hidden and cell, not 1 arrays"):
        Trace(**parts | {"initial_state": trace.initial_state[:1]})
    with pytest.raises(ValueError, match=r"mask must have shape \(2, 4\), not \(4,\)"):
        Trace(**parts | {"mask": np.ones(4)})
    with pytest.raises(ValueError, match="state must be one of hidden, cell, not 'memory'"):
        trace.before("memory")
