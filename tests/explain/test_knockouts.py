import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import one_hot
from lstm_viz.engine.intervene import Edit, intervene
from lstm_viz.engine.models import Head, trained_pair
from lstm_viz.engine.numpy_engine import run
from lstm_viz.explain.knockouts import carriers
from tests.explain.traces import random_trace, traces

MEMORY = {"lstm": "cell", "gru": "hidden", "simple_rnn": "hidden"}
A, B = (run(trained_pair(8).weights, one_hot([sequence], 5)) for sequence in ((3, 0, 1, 2), (4, 0, 1, 2)))


def random_head(units: int) -> Head:
    draw = np.random.default_rng(8)
    return Head(draw.normal(size=(units, 3)), draw.normal(size=3))


def answers_one_by_one(trace, head, answer_time, answer, sample, **edit):
    """The answer's probability with one unit changed at one step, from a whole pass each."""
    values = np.empty((trace.steps, trace.units))
    for time, unit in np.ndindex(values.shape):
        changed = intervene(trace, [Edit(MEMORY[trace.kind], time, unit, **edit)])
        values[time, unit] = head.probabilities(changed.hidden)[sample, answer_time, answer]
    return values


@given(st.data(), traces())
def test_each_entry_is_what_one_intervention_gives(data, trace):
    head, answer, sample = random_head(trace.units), data.draw(st.integers(0, 2)), data.draw(st.integers(0, 1))
    answer_time = data.draw(st.integers(0, trace.steps - 1))
    where = {"answer_time": answer_time, "answer": answer, "sample": sample}
    p = head.probabilities(trace.hidden)[sample, answer_time, answer]
    erased = carriers(trace, head, action="erase", **where)
    np.testing.assert_allclose(erased, p - answers_one_by_one(trace, head, **where), atol=1e-5)

    other = run(trace.weights, np.flip(trace.inputs, 1), mask=trace.mask)
    goal = head.probabilities(other.hidden)[sample, answer_time, answer]
    copied = carriers(trace, head, action="copy", source=other, **where)
    changed = answers_one_by_one(trace, head, action="copy", source=other, **where)
    np.testing.assert_allclose(copied, abs(p - goal) - abs(changed - goal), atol=1e-5)


def test_what_comes_after_the_answer_or_is_masked_moves_nothing():
    trace = random_trace(masked=True, steps=6)
    values = carriers(trace, random_head(4), answer_time=3, answer=1, action="erase")
    assert not values[4:].any()
    np.testing.assert_allclose(values[~trace.mask[0]], 0, atol=1e-6)
    assert np.abs(values[:4][trace.mask[0, :4]]).max() > 0.01


def test_the_pairs_answer_is_lost_with_the_units_that_carry_it():
    """After `2` the pair's network is sure of 3 in A and of 4 in B: whoever carries that has read the first symbol."""
    head = trained_pair(8).head
    erased = carriers(A, head, answer_time=3, answer=3, action="erase")
    assert erased.max() > 0.5
    copied = carriers(A, head, answer_time=3, answer=3, action="copy", source=B)
    assert copied.max() > 0.5
    assert np.abs(carriers(A, head, answer_time=3, answer=3, action="copy", source=A)).max() < 1e-6


def test_a_whole_memory_copied_moves_the_answer_fully():
    """Of one unit it is the whole memory: what is copied at the answer's step is all that the other one has."""
    trace, other = random_trace("gru", units=1), random_trace("gru", units=1, seed=2)
    middle = 1000 * (trace.hidden[0, 4] + other.hidden[0, 4]) / 2
    head = Head([[1000, -1000]], np.concatenate([-middle, middle]))
    p, goal = (head.probabilities(each.hidden)[0, 4, 0] for each in (trace, other))
    value = carriers(trace, head, answer_time=4, answer=0, action="copy", source=other)[4, 0]
    assert value == pytest.approx(abs(p - goal))
    assert value > 0.99


def test_a_network_that_does_not_know_has_no_carrier():
    even = Head(np.zeros((8, 5)), np.zeros(5))
    assert not carriers(A, even, answer_time=3, answer=3, action="erase").any()


def test_a_source_of_one_sample_and_one_of_several():
    trace, head = random_trace(), random_head(4)
    other = random_trace(seed=1)
    alone = run(other.weights, other.inputs[1:], initial_state=[state[1:] for state in other.initial_state])
    one, several = (
        carriers(trace, head, answer_time=4, answer=0, action="copy", source=source, sample=1)
        for source in (alone, other)
    )
    np.testing.assert_allclose(one, several, atol=1e-6)


@pytest.mark.parametrize(
    ("changed", "error", "message"),
    [
        ({"action": "clamp"}, ValueError, "action must be one of erase, copy, not 'clamp'"),
        ({"answer_time": 5}, IndexError, "answer_time must be at least 0 and below 5, not 5"),
        ({"answer": 3}, IndexError, "answer must be at least 0 and below 3, not 3"),
        ({"sample": 2}, IndexError, "sample must be at least 0 and below 2, not 2"),
        ({"action": "copy"}, ValueError, "source must be given for the action 'copy'"),
        ({"source": random_trace()}, ValueError, "source must be None for the action 'erase'"),
        ({"action": "copy", "source": random_trace(steps=3)}, ValueError, "source must have the step 4: it has 3"),
        ({"action": "copy", "source": random_trace("gru")}, ValueError, "source must be a trace of kind 'lstm'"),
    ],
)
def test_what_does_not_fit_is_named(changed, error, message):
    arguments = {"answer_time": 4, "answer": 0, "action": "erase"} | changed
    with pytest.raises(error, match=message):
        carriers(random_trace(), random_head(4), **arguments)
