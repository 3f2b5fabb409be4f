"""From an array's axes, and what a person says that each counts, to (samples, timesteps, features)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from lstm_viz.data import InputError

ROLES = ("samples", "timesteps", "features")
# What Keras runs at most when a shape is tried out.
MOST = {"samples": 64, "timesteps": 30, "features": 64}
MOST_NUMBERS, MOST_EACH = 1_000_000, 30


def usual_roles(count: int) -> tuple[str, ...]:
    """What the axes of an array of 1 to 4 axes count most often."""
    return ROLES[1 : count + 1] if count < 3 else (*ROLES, "features")[:count]


class Change(Protocol):
    """One line that changes an array's shape."""

    @property
    def code(self) -> str:
        """The line, for an array x."""

    def apply(self, array: np.ndarray) -> np.ndarray:
        """What the line makes of it."""


@dataclass(frozen=True)
class Transpose:
    """Puts the axes into another order."""

    axes: tuple[int, ...]

    @property
    def code(self) -> str:
        """The line, for an array x."""
        return f"x = x.transpose({', '.join(map(str, self.axes))})"

    def apply(self, array: np.ndarray) -> np.ndarray:
        """What the line makes of it."""
        return array.transpose(self.axes)


@dataclass(frozen=True)
class ExpandDims:
    """Puts in an axis of size 1."""

    axis: int

    @property
    def code(self) -> str:
        """The line, for an array x."""
        return f"x = np.expand_dims(x, axis={self.axis})"

    def apply(self, array: np.ndarray) -> np.ndarray:
        """What the line makes of it."""
        return np.expand_dims(array, self.axis)


@dataclass(frozen=True)
class MergeLast:
    """Makes one axis of the last two."""

    code: str = "x = x.reshape(*x.shape[:-2], -1)"

    def apply(self, array: np.ndarray) -> np.ndarray:
        """What the line makes of it."""
        return array.reshape(*array.shape[:-2], array.shape[-2] * array.shape[-1])


def changes_for(shape: Sequence[int], roles: Sequence[str]) -> tuple[Change, ...]:
    """What turns the array into (samples, timesteps, features); nothing, if it is that already.

    Args:
        shape: 1 to 4 sizes.
        roles: For each axis one of ROLES; "features" may stand twice, and both become one axis.

    Raises:
        InputError: If two axes are said to count the same samples or timesteps, or three the same features.
        ValueError: If there are not as many roles as axes, or one is none of ROLES.
    """
    if len(shape) != len(roles) or not set(roles) <= set(ROLES):
        raise ValueError(f"roles must be one of {', '.join(ROLES)} for each axis of {tuple(shape)}, not {roles}.")
    for role in ROLES:
        if (count := list(roles).count(role)) > (2 if role == "features" else 1):
            raise InputError(
                "{count} axes are said to count {role}: each needs a meaning of its own.", count=count, role=role
            )
    changes: list[Change] = []
    order = sorted(range(len(roles)), key=lambda axis: (ROLES.index(roles[axis]), axis))
    if order != list(range(len(roles))):
        changes.append(Transpose(tuple(order)))
    if list(roles).count("features") == 2:
        changes.append(MergeLast())
    changes += [ExpandDims(axis) for axis, role in enumerate(ROLES) if role not in roles]
    return tuple(changes)


def reshaped(shape: Sequence[int], roles: Sequence[str]) -> tuple[int, ...]:
    """(samples, timesteps, features) after the changes; what no axis counts is 1."""
    return tuple(math.prod(size for size, axis in zip(shape, roles, strict=True) if axis == role) for role in ROLES)


def bounded(shape: Sequence[int], roles: Sequence[str] = ROLES) -> tuple[int, ...]:
    """The shape, with sizes cut to what Keras computes in an instant: of `roles` only if the axes are as many.

    Args:
        shape: 1 to 4 sizes.
        roles: What Keras takes each axis for, or what each counts.
    """
    if len(shape) == len(roles):
        return tuple(min(size, MOST[role]) for size, role in zip(shape, roles, strict=True))
    # Keras refuses such an array before it computes anything: it may be large, but not any size.
    return tuple(shape) if math.prod(shape) <= MOST_NUMBERS else tuple(min(size, MOST_EACH) for size in shape)
