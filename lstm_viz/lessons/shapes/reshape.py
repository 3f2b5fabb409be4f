"""Changes an array to (samples, timesteps, features), given the role of each of its axes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from lstm_viz.ceilings import MAX_PRINTED_STEPS
from lstm_viz.data import InputError

ROLES = ("samples", "timesteps", "features")
# The largest sizes that Keras computes when a shape is tried.
MOST = {"samples": 64, "timesteps": MAX_PRINTED_STEPS, "features": 64}
MOST_NUMBERS, MOST_EACH = 1_000_000, 30


def usual_roles(count: int) -> tuple[str, ...]:
    """The most common roles of the axes of an array with 1 to 4 axes."""
    return ROLES[1 : count + 1] if count < 3 else (*ROLES, "features")[:count]


class Change(Protocol):
    """A change of an array's shape, as one line of Python."""

    @property
    def code(self) -> str:
        """The line of Python, for an array x."""

    def apply(self, array: np.ndarray) -> np.ndarray:
        """The array after the change."""


@dataclass(frozen=True)
class Transpose:
    """Changes the order of the axes."""

    axes: tuple[int, ...]

    @property
    def code(self) -> str:
        """The line of Python, for an array x."""
        return f"x = x.transpose({', '.join(map(str, self.axes))})"

    def apply(self, array: np.ndarray) -> np.ndarray:
        """The array after the change."""
        return array.transpose(self.axes)


@dataclass(frozen=True)
class ExpandDims:
    """Inserts an axis of size 1."""

    axis: int

    @property
    def code(self) -> str:
        """The line of Python, for an array x."""
        return f"x = np.expand_dims(x, axis={self.axis})"

    def apply(self, array: np.ndarray) -> np.ndarray:
        """The array after the change."""
        return np.expand_dims(array, self.axis)


@dataclass(frozen=True)
class MergeLast:
    """Merges the last two axes into one."""

    code: str = "x = x.reshape(*x.shape[:-2], -1)"

    def apply(self, array: np.ndarray) -> np.ndarray:
        """The array after the change."""
        return array.reshape(*array.shape[:-2], array.shape[-2] * array.shape[-1])


def changes_for(shape: Sequence[int], roles: Sequence[str]) -> tuple[Change, ...]:
    """The changes that turn an array into (samples, timesteps, features); empty if it has this form already.

    Args:
        shape: The shape of the array, 1 to 4 sizes.
        roles: The role of each axis, one of ROLES. Two axes may be "features"; they are merged.

    Raises:
        InputError: If two axes are "samples", two are "timesteps", or three are "features".
        ValueError: If there is not one role for each axis, or a role is not one of ROLES.
    """
    if len(shape) != len(roles) or not set(roles) <= set(ROLES):
        raise ValueError(f"roles must be one of {', '.join(ROLES)} for each axis of {tuple(shape)}, not {roles}.")
    for role in ROLES:
        if (count := list(roles).count(role)) > (2 if role == "features" else 1):
            raise InputError("{count} axes count {role}: each axis needs a meaning of its own.", count=count, role=role)
    changes: list[Change] = []
    order = sorted(range(len(roles)), key=lambda axis: (ROLES.index(roles[axis]), axis))
    if order != list(range(len(roles))):
        changes.append(Transpose(tuple(order)))
    if list(roles).count("features") == 2:
        changes.append(MergeLast())
    changes += [ExpandDims(axis) for axis, role in enumerate(ROLES) if role not in roles]
    return tuple(changes)


def reshaped(shape: Sequence[int], roles: Sequence[str]) -> tuple[int, ...]:
    """The shape (samples, timesteps, features) after the changes; a role that no axis has gives the size 1."""
    return tuple(math.prod(size for size, axis in zip(shape, roles, strict=True) if axis == role) for role in ROLES)


def bounded(shape: Sequence[int], roles: Sequence[str] = ROLES) -> tuple[int, ...]:
    """The shape with its sizes reduced to what Keras computes immediately.

    Args:
        shape: The shape of an array, 1 to 4 sizes.
        roles: The role of each axis. If there is not one for each axis, only a very large array is reduced.
    """
    if len(shape) == len(roles):
        return tuple(min(size, MOST[role]) for size, role in zip(shape, roles, strict=True))
    # Keras raises an error for such an array before it computes anything, so the array may be larger.
    return tuple(shape) if math.prod(shape) <= MOST_NUMBERS else tuple(min(size, MOST_EACH) for size in shape)
