import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError, one_hot
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.models import trained_pair
from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.explain.state_space import state_space
from tests.explain.traces import random_trace, traces


def pair() -> dict[str, Trace]:
    sequences = {"A": (3, 0, 1, 2), "B": (4, 0, 1, 2)}
    return {name: run(trained_pair(8).weights, one_hot([read], 5)) for name, read in sequences.items()}


def visited(trace, state, sample=0):
    """Initial state and all that follow, as they were read."""
    after = trace.signals[state][sample]
    first = trace.initial_state[STATES[trace.kind].index(state)][sample]
    return np.array([first, *(after[::-1] if trace.go_backwards else after)], float)


@pytest.mark.parametrize("state", ["cell", "hidden"])
def test_axes_are_the_principal_components(state):
    passes = pair()
    space = state_space(passes, state=state)
    states = np.concatenate([visited(trace, state) for trace in passes.values()])
    _, sizes, directions = np.linalg.svd(states - states.mean(axis=0))
    np.testing.assert_allclose(space.mean, states.mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(space.shares, (sizes**2 / (sizes**2).sum())[:3], rtol=1e-9)
    for axis, direction in zip(space.axes, directions, strict=False):
        assert abs(axis @ direction) == pytest.approx(1)
    np.testing.assert_allclose(space.axes @ space.axes.T, np.eye(3), atol=1e-12)


@given(st.data(), traces())
def test_paths_and_axes_give_the_states_again_as_far_as_the_shares_go(data, trace):
    state, sample = data.draw(st.sampled_from(STATES[trace.kind])), data.draw(st.integers(0, 1))
    other = run(trace.weights, trace.inputs[:, : data.draw(st.integers(1, trace.steps))])
    passes = {"A": trace, "B": other}
    space = state_space(passes, state=state, sample=sample)
    assert (np.diff(space.shares) <= 0).all()
    assert 0 <= space.shares.sum() <= 1 + 1e-9
    left, total = 0.0, 0.0
    for name, each in passes.items():
        states = visited(each, state, sample)
        assert space.paths[name].shape == (1 + each.steps, 3)
        left += ((states - space.mean - space.paths[name] @ space.axes) ** 2).sum()
        total += ((states - space.mean) ** 2).sum()
    assert left == pytest.approx((1 - space.shares.sum()) * total, abs=1e-9)


def test_a_path_begins_at_the_initial_state_and_ends_where_reading_ends():
    trace = random_trace("gru", units=3, go_backwards=True)
    space = state_space({"A": trace}, state="hidden")
    ends = space.mean + space.paths["A"][[0, -1]] @ space.axes
    np.testing.assert_allclose(ends, [trace.initial_state[0][0], trace.hidden[0, 0]], atol=1e-12)


def test_axes_do_not_turn_with_the_states_sign():
    """A layer whose memory is the other way round is drawn along the same axes, not along their opposites."""
    passes = pair()
    space = state_space(passes, state="cell")
    largest = np.abs(space.axes).argmax(axis=1)
    assert (space.axes[range(3), largest] > 0).all()
    turned = {name: _with_cell(trace, -trace.cell) for name, trace in passes.items()}
    np.testing.assert_allclose(state_space(turned, state="cell").axes, space.axes, atol=1e-9)


def _with_cell(trace: Trace, cell: np.ndarray) -> Trace:
    return Trace(trace.weights, trace.inputs, dict(trace.signals) | {"cell": cell}, trace.initial_state)


@pytest.mark.parametrize(("units", "steps", "directions"), [(1, 5, 1), (2, 5, 2), (5, 1, 1), (5, 2, 2), (5, 9, 3)])
def test_fewer_directions_than_three_leave_zeros(units, steps, directions):
    space = state_space({"A": random_trace(units=units, steps=steps)}, state="cell")
    assert np.count_nonzero(space.shares) == directions
    assert not space.axes[directions:].any()
    assert not space.paths["A"][:, directions:].any()
    assert space.shares.sum() == pytest.approx(1) or directions == 3


def test_states_that_never_move_stay_in_the_middle():
    trace = run(RecurrentWeights("simple_rnn", np.zeros((2, 4)), np.zeros((4, 4))), np.ones((1, 3, 2)))
    space = state_space({"A": trace, "B": trace}, state="hidden")
    for array in (*space.paths.values(), space.shares, space.axes):
        assert not array.any()


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match="state of this gru must be one of hidden, not 'cell'"):
        state_space({"A": random_trace("gru")}, state="cell")
    with pytest.raises(ValueError, match=r"passes must be of one size, not \[4, 3\] units"):
        state_space({"A": random_trace(), "B": random_trace(units=3)}, state="cell")
    with pytest.raises(ValueError, match=r"passes must be of one size, not \[\] units"):
        state_space({}, state="cell")
    with pytest.raises(IndexError, match="sample must be at least 0 and below 2, not 2"):
        state_space({"A": random_trace()}, state="cell", sample=2)
    trace = random_trace()
    with pytest.raises(InputError, match="not finite numbers"):
        state_space({"A": _with_cell(trace, np.full_like(trace.cell, np.nan))}, state="cell")
