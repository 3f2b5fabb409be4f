"""The lines that mend a shape make what they promise, whatever the axes count."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.lessons.shapes.reshape import MOST, MOST_NUMBERS, ROLES, bounded, changes_for, reshaped


@pytest.mark.parametrize(
    ("shape", "roles", "lines", "result"),
    [
        ((120, 5), ("timesteps", "features"), ["x = np.expand_dims(x, axis=0)"], (1, 120, 5)),
        ((120, 5), ("samples", "timesteps"), ["x = np.expand_dims(x, axis=2)"], (120, 5, 1)),
        ((120, 5), ("samples", "features"), ["x = np.expand_dims(x, axis=1)"], (120, 1, 5)),
        ((5, 120), ("features", "timesteps"), ["x = x.transpose(1, 0)", "x = np.expand_dims(x, axis=0)"], (1, 120, 5)),
        ((5, 120, 2), ("timesteps", "samples", "features"), ["x = x.transpose(1, 0, 2)"], (120, 5, 2)),
        (
            (9, 8, 4, 3),
            ("samples", "timesteps", "features", "features"),
            ["x = x.reshape(*x.shape[:-2], -1)"],
            (9, 8, 12),
        ),
        ((7,), ("timesteps",), ["x = np.expand_dims(x, axis=0)", "x = np.expand_dims(x, axis=2)"], (1, 7, 1)),
        ((3, 4, 5), ROLES, [], (3, 4, 5)),
    ],
)
def test_the_lines_and_the_shape_they_make(shape, roles, lines, result):
    assert [change.code for change in changes_for(shape, roles)] == lines
    assert reshaped(shape, roles) == result


@st.composite
def meant(draw):
    """A shape and what its axes count, none twice but features."""
    roles = draw(st.permutations([*ROLES, "features"]))[: draw(st.integers(1, 4))]
    return tuple(draw(st.lists(st.integers(1, 5), min_size=len(roles), max_size=len(roles)))), tuple(roles)


@given(meant())
def test_every_number_ends_where_its_axes_say(case):
    shape, roles = case
    x = np.arange(math.prod(shape)).reshape(shape)
    made = {"np": np, "x": x}
    applied = x
    for change in changes_for(shape, roles):
        exec(change.code, made)  # noqa: S102 - our own lines
        applied = change.apply(applied)
    assert made["x"].shape == applied.shape == reshaped(shape, roles)
    np.testing.assert_array_equal(made["x"], applied)
    feature_axes = [axis for axis, role in enumerate(roles) if role == "features"]
    for place in np.ndindex(shape):
        at = dict(zip(roles, place, strict=True))
        feature = 0
        for axis in feature_axes:
            feature = feature * shape[axis] + place[axis]
        assert applied[at.get("samples", 0), at.get("timesteps", 0), feature] == x[place]


@pytest.mark.parametrize(
    "roles", [("samples", "samples"), ("timesteps", "timesteps", "features"), ("features", "features", "features")]
)
def test_two_axes_cannot_count_the_same(roles):
    with pytest.raises(InputError, match="each axis needs a meaning of its own"):
        changes_for((3,) * len(roles), roles)


def test_a_role_that_is_none_is_a_programmers_mistake():
    with pytest.raises(ValueError, match="roles must be one of samples, timesteps, features"):
        changes_for((3, 4), ("samples", "units"))


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=4))
def test_what_is_run_is_small(shape):
    run = bounded(shape)
    assert len(run) == len(shape)
    assert all(small <= size for small, size in zip(run, shape, strict=True))
    assert math.prod(run) <= (math.prod(MOST.values()) if len(shape) == 3 else MOST_NUMBERS)


def test_a_small_shape_is_run_as_it_is():
    assert bounded((30, 5)) == (30, 5)
    assert bounded((64, 30, 64)) == (64, 30, 64)
