"""What an intervention changes, what it leaves alone to the last bit, and that Keras goes on from there alike."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz import Edit, intervene, trace_layer
from lstm_viz.engine.cell import SIGNALS, STATES
from lstm_viz.engine.numpy_engine import run
from tests.engine.edited_reference import edited_signals
from tests.engine.layers import INPUTS, KINDS, MASK, TIME, UNITS, layer, listed, random, states
from tests.engine.reference import assert_equal_to_keras
from tests.explain.traces import VARIANTS, random_trace, traces


def assert_same_numbers(actual, desired):
    assert list(actual.signals) == list(desired.signals)
    for name in desired.signals:
        np.testing.assert_array_equal(actual.signals[name], desired.signals[name], err_msg=name)


@st.composite
def edits_that_change_nothing(draw, trace):
    """One edit of any signal, step, unit and sample that leaves every number as it is."""
    signal, time = draw(st.sampled_from(list(trace.signals))), draw(st.integers(0, trace.steps - 1))
    unit, sample = draw(st.none() | st.integers(0, trace.units - 1)), draw(st.integers(0, len(trace.inputs) - 1))
    own = trace.signals[signal][sample, time]
    what = {
        "scale": {"value": 1.0, "sample": draw(st.none() | st.just(sample)), "onwards": draw(st.booleans())},
        "copy": {"source": trace, "sample": draw(st.none() | st.just(sample)), "onwards": draw(st.booleans())},
        "clamp": {"value": own if unit is None else own[unit], "sample": sample},
    }
    action = draw(st.sampled_from(sorted(what)))
    return Edit(signal, time, unit, action, **what[action])


@given(st.data(), traces())
def test_edits_that_change_nothing_give_the_same_numbers_to_the_last_bit(data, trace):
    edits = data.draw(st.lists(edits_that_change_nothing(trace), max_size=4))
    assert_same_numbers(intervene(trace, edits), trace)


@pytest.mark.parametrize("kind", KINDS)
def test_the_numbers_of_keras_stay_those_of_keras(kind):
    """The two engines differ in the last bit; what no edit reaches must not show it."""
    trace = trace_layer(layer(kind), INPUTS, mask=MASK, engine="keras")
    for edits in ([], [Edit("hidden", 0, action="copy", source=trace, onwards=True)]):
        assert_same_numbers(intervene(trace, edits), trace)
    edited = intervene(trace, [Edit("hidden", 3, sample=0)])
    for name, array in trace.signals.items():
        np.testing.assert_array_equal(edited.signals[name][1:], array[1:])
        np.testing.assert_array_equal(edited.signals[name][0, :3], array[0, :3])


def test_a_masked_nan_does_not_count_as_a_change():
    inputs = np.where(MASK[..., None], INPUTS, np.nan)
    trace = trace_layer(layer("LSTM"), inputs, mask=MASK, engine="keras")
    assert np.isnan(trace.candidate[~MASK]).all()
    assert_same_numbers(intervene(trace, []), trace)


@given(st.data(), traces())
def test_what_was_read_before_stays_as_it_was_to_the_last_bit(data, trace):
    signal, time = data.draw(st.sampled_from(list(trace.signals))), data.draw(st.integers(0, trace.steps - 1))
    edited = intervene(trace, [Edit(signal, time, action="clamp", value=7.0, onwards=data.draw(st.booleans()))])
    before = slice(time + 1, None) if trace.go_backwards else slice(time)
    for name, array in trace.signals.items():
        np.testing.assert_array_equal(edited.signals[name][:, before], array[:, before])
    read = np.ones(len(trace.inputs), bool) if trace.mask is None else trace.mask[:, time]
    assert (edited.signals[signal][read, time] == 7).all()


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_a_replaced_state_goes_on_as_keras_goes_on_from_that_state(kind, backwards):
    traced = layer(kind, go_backwards=backwards, return_sequences=True)
    trace = trace_layer(traced, INPUTS, initial_state=states(traced))
    time, replaced = 2, {name: random(UNITS, seed=n) for n, name in enumerate(STATES[trace.kind], start=30)}
    edited = intervene(trace, [Edit(name, time, action="clamp", value=value) for name, value in replaced.items()])
    rest = slice(0, time) if backwards else slice(time + 1, TIME)
    given_state = [np.tile(value, (len(INPUTS), 1)) for value in replaced.values()]
    wanted = np.asarray(traced(INPUTS[:, rest], initial_state=given_state))
    assert_equal_to_keras(edited.hidden[:, rest], wanted[:, ::-1] if backwards else wanted)
    traced.return_state = True
    last = listed(traced(INPUTS[:, rest], initial_state=given_state))[1:]
    traced.return_state = False
    for ours, theirs in zip(edited.final_state, last, strict=True):
        assert_equal_to_keras(ours, theirs)


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("kind", "reset_after"), VARIANTS)
def test_edited_signals_are_those_of_the_textbook(kind, reset_after, backwards, masked):
    """Each signal alone: erased, clamped, scaled and copied, in one unit of one sample and in all."""
    options = {"masked": masked, "go_backwards": backwards}
    trace, other = (random_trace(kind, reset_after, seed=seed, **options) for seed in (3, 4))
    for signal in SIGNALS[kind]:
        for edit in (
            Edit(signal, 2),
            Edit(signal, 1, unit=2, action="clamp", value=0.3, onwards=True),
            Edit(signal, 3, action="clamp", value=np.arange(4) / 4, sample=1),
            Edit(signal, 2, unit=0, action="scale", value=-0.5, sample=0, onwards=True),
            Edit(signal, 1, action="copy", source=other, onwards=True),
            Edit(signal, 3, unit=1, action="copy", source=other),
        ):
            wanted = edited_signals(trace, edit)
            for name, array in intervene(trace, [edit]).signals.items():
                assert_equal_to_keras(array, wanted[name])


def test_an_erased_forget_gate_leaves_what_was_written():
    trace = random_trace()
    edited = intervene(trace, [Edit("forget_gate", 2)])
    np.testing.assert_array_equal(edited.cell[:, 2], edited.input_gate[:, 2] * edited.candidate[:, 2])
    np.testing.assert_array_equal(edited.hidden[:, 2], edited.output_gate[:, 2] * np.tanh(edited.cell[:, 2]))


def test_edits_act_in_their_order():
    trace = random_trace()
    clamp, scale = (Edit("cell", 2, 1, action, value=value) for action, value in (("clamp", 0.5), ("scale", 3.0)))
    assert (intervene(trace, [clamp, scale]).cell[:, 2, 1] == 1.5).all()
    assert (intervene(trace, [scale, clamp]).cell[:, 2, 1] == 0.5).all()


def test_an_edit_at_a_masked_step_does_nothing():
    trace = random_trace()
    mask = np.tile([True, True, False, True, True], (2, 1))
    trace = run(trace.weights, trace.inputs, initial_state=trace.initial_state, mask=mask)
    assert_same_numbers(intervene(trace, [Edit(signal, 2) for signal in trace.signals]), trace)
    erased = intervene(trace, [Edit("cell", 1)])
    assert not erased.cell[:, 1:3].any(), "the masked step keeps the state that was edited before it"


def test_a_source_of_one_sample_is_copied_to_all():
    trace, other = random_trace(), random_trace(seed=1, batch=1)
    edited = intervene(trace, [Edit("cell", 2, action="copy", source=other)])
    np.testing.assert_array_equal(edited.cell[:, 2], other.cell[[0, 0], 2])


def test_a_shorter_source_is_copied_from_as_far_as_it_goes():
    trace, other = random_trace(), random_trace(seed=1, steps=4)
    edited = intervene(trace, [Edit("hidden", 2, action="copy", source=other, onwards=True)])
    np.testing.assert_array_equal(edited.hidden[:, 2:4], other.hidden[:, 2:])
    assert_same_numbers(
        edited, intervene(trace, [Edit("hidden", time, action="copy", source=other) for time in (2, 3)])
    )


def test_what_the_layer_ran_on_stays():
    trace = random_trace(masked=True)
    edited = intervene(trace, [Edit("hidden", 0)])
    assert edited.weights is trace.weights
    for name in ("inputs", "initial_state", "mask"):
        np.testing.assert_array_equal(getattr(edited, name), getattr(trace, name))


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"signal": "update_gate"}, ValueError, "signal of this lstm must be one of input_gate, .*, not 'update_gate'"),
        ({"time": 5}, IndexError, "time must be at least 0 and below 5, not 5"),
        ({"time": -1}, IndexError, "time must be at least 0 and below 5, not -1"),
        ({"unit": 4}, IndexError, "unit must be at least 0 and below 4, not 4"),
        ({"sample": 2}, IndexError, "sample must be at least 0 and below 2, not 2"),
        ({"action": "remove"}, ValueError, "action must be one of erase, clamp, scale, copy, not 'remove'"),
        ({"action": "clamp"}, ValueError, "value must be given for the action 'clamp'"),
        ({"value": 1.0}, ValueError, "value must be None for the action 'erase'"),
        ({"action": "copy"}, ValueError, "source must be given for the action 'copy'"),
        ({"action": "scale", "value": 1.0, "source": random_trace()}, ValueError, "source must be None"),
        ({"action": "clamp", "value": "much"}, ValueError, "must hold numbers"),
        ({"action": "clamp", "value": [0.0] * 3}, ValueError, r"value must have shape \(\) or \(4,\), not \(3,\)"),
        ({"action": "clamp", "value": [0.0] * 4, "unit": 1}, ValueError, r"value must have shape \(\), not \(4,\)"),
        (
            {"action": "copy", "source": random_trace("gru")},
            ValueError,
            "'lstm' with 4 units, not of kind 'gru' with 4",
        ),
        (
            {"action": "copy", "source": random_trace(units=3)},
            ValueError,
            "'lstm' with 4 units, not of kind 'lstm' with 3",
        ),
        ({"action": "copy", "source": random_trace(batch=3)}, ValueError, "source must hold 1 or 2 samples, not 3"),
        (
            {"action": "copy", "source": random_trace(steps=2)},
            ValueError,
            "must have the step 2: it has 2 steps",
        ),
    ],
)
def test_an_edit_that_does_not_fit_is_named(arguments, error, message):
    with pytest.raises(error, match=message):
        intervene(random_trace(), [Edit(**{"signal": "cell", "time": 2} | arguments)])


def test_an_activation_that_numpy_has_not_is_named():
    traced = keras.layers.LSTM(UNITS, activation="sparsemax")
    traced.build(INPUTS.shape)
    with pytest.raises(ValueError, match="'sparsemax' is not known to the numpy engine"):
        intervene(trace_layer(traced, INPUTS), [])
