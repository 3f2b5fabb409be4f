"""How far the tracing of a corpus has come."""

import sys
from collections.abc import Iterable, Sized
from dataclasses import dataclass
from typing import Any

import numpy as np

GIGABYTE = 10**9


@dataclass(frozen=True)
class Progress:
    """How far the tracing of a corpus has come.

    Attributes:
        steps: The steps that are in its files.
        gigabytes: The size of these files.
        all_steps: The steps of all sequences; None if they cannot be known yet.
        all_gigabytes: The size of all files, as far as `all_steps` is known.
        seconds: The time since the start of this run.
        seconds_left: The time to the end at the pace of this run; None if not known yet.
    """

    steps: int
    gigabytes: float
    all_steps: int | None
    all_gigabytes: float | None
    seconds: float
    seconds_left: float | None

    def __str__(self) -> str:
        if self.all_steps is None:
            return f"{self.steps:,} steps, {self.gigabytes:.3g} GB, {self.seconds:.0f} s"
        told = f"{self.steps:,} of {self.all_steps:,} steps, {self.gigabytes:.3g} of {self.all_gigabytes:.3g} GB"
        return told if self.seconds_left is None else f"{told}, about {self.seconds_left:.0f} s left"


def print_progress(progress: Progress) -> None:
    """Writes a line to the standard error."""
    sys.stderr.write(f"trace_corpus: {progress}\n")


def steps_of(sequences: Iterable[Any], seen: int, steps: int) -> int | None:
    """The steps of all sequences, without reading one that may be on the disk.

    Args:
        sequences: The sequences.
        seen: How many of them have been read.
        steps: The steps that these have together.

    Returns:
        Their number, for a list, a tuple or an array; an estimate for another collection of a known length, once some
        have been read; else None. None, too, if one of them has no steps: it is refused when it is read.
    """
    if isinstance(sequences, list | tuple | np.ndarray):
        try:
            return sum(map(len, sequences))
        except TypeError:
            return None
    if isinstance(sequences, Sized) and seen:
        return round(len(sequences) * steps / seen)
    return None
