"""Interventions in the form that a link holds: `A.cell.4.2.erase`, `A.forget_gate.all.1-.clamp=0.5`."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.engine.cell import SIGNALS
from lstm_viz.engine.intervene import Edit, steps_of
from lstm_viz.engine.trace import Trace

MOST_EDITS = 20
LARGEST_VALUE, DECIMALS = 100, 6
_PATTERN = re.compile(
    r"(?P<sequence>[AB])\.(?P<signal>\w+)\.(?P<unit>all|\d{1,5})\.(?P<step>\d{1,6})(?P<onwards>-?)"
    r"\.(?P<action>erase|copy|clamp|scale)(=(?P<value>-?\d{1,3}(\.\d{1,6})?))?"
)


@dataclass(frozen=True)
class PlannedEdit:
    """One intervention as plain values. The method `edit` adds the pass to copy from.

    Attributes:
        sequence: The sequence whose pass is changed, "A" or "B".
        signal: The name of the signal, from `cell.SIGNALS`.
        unit: The unit, counted from 0; None for all units.
        time: The step, counted from 0.
        onwards: Whether every step that is read later is changed, too: with `go_backwards` the steps before it.
        action: One of `intervene.ACTIONS`.
        value: The value to clamp to, or the factor to scale by; 0 for the other actions.
    """

    sequence: str
    signal: str
    unit: int | None
    time: int
    onwards: bool
    action: str
    value: float = 0.0

    def __str__(self) -> str:
        unit = "all" if self.unit is None else str(self.unit + 1)
        value = f"={_written(self.value)}" if self.action in ("clamp", "scale") else ""
        step = f"{self.time + 1}{'-' if self.onwards else ''}"
        return f"{self.sequence}.{self.signal}.{unit}.{step}.{self.action}{value}"

    def edit(self, other: Trace | None) -> Edit:
        """The intervention in the form that `intervene` takes.

        Args:
            other: The other sequence's pass, to copy from.
        """
        extra: dict[str, Any] = {"source": other} if self.action == "copy" else {}
        if self.action in ("clamp", "scale"):
            extra["value"] = self.value
        return Edit(self.signal, self.time, unit=self.unit, action=self.action, onwards=self.onwards, **extra)

    def fits(self, trace: Trace, other: Trace | None) -> bool:
        """Whether the pass has this signal, unit and step, and the other pass has the values to copy."""
        fits = self.signal in SIGNALS[trace.kind] and self.time < trace.steps and (self.unit or 0) < trace.units
        last = trace.steps - 1 if self.onwards and not trace.go_backwards else self.time
        return fits and (self.action != "copy" or (other is not None and last < other.steps))


def _written(value: float) -> str:
    """The value with all its decimals, never as a power of ten: 0.00001, not 1e-05."""
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")


def write_edits(edits: tuple[PlannedEdit, ...]) -> str:
    """The interventions as a link holds them. `read_edits` reads them back."""
    return ",".join(map(str, edits))


def read_edits(text: str) -> tuple[PlannedEdit, ...]:
    """The interventions that a link holds.

    Raises:
        InputError: If an intervention cannot be read, or there are more than MOST_EDITS.
    """
    words = [word for word in text.split(",") if word]
    if len(words) > MOST_EDITS:
        raise InputError("The link has {count} interventions: at most {most}.", count=len(words), most=MOST_EDITS)
    return tuple(_read(word) for word in words)


def fitting_edits(text: str, traces: Mapping[str, Trace]) -> list[PlannedEdit]:
    """The interventions of a link whose sequence, signal, unit and step the passes have.

    Args:
        text: The interventions, as `write_edits` writes them.
        traces: The trace of "A", and of "B" if there is one.

    Raises:
        InputError: As `read_edits`.
    """
    others = {"A": traces.get("B"), "B": traces.get("A")}
    return [
        each
        for each in read_edits(text)
        if each.sequence in traces and each.fits(traces[each.sequence], others[each.sequence])
    ]


def edited_cells(edits: Iterable[PlannedEdit], sequence: str, trace: Trace) -> dict[str, np.ndarray]:
    """The numbers of a pass that interventions set, even to the value that was there before; none at a masked step.

    Args:
        edits: Interventions in any pass. Those in this pass must fit it.
        sequence: The sequence of this pass, "A" or "B".
        trace: The trace of this pass.

    Returns:
        Signal → bool array of shape (time, units), in the order of `trace.signals`.
    """
    cells = {name: np.zeros((trace.steps, trace.units), bool) for name in trace.signals}
    for edit in (each for each in edits if each.sequence == sequence):
        units = slice(None) if edit.unit is None else edit.unit
        cells[edit.signal][steps_of(edit.edit(trace), trace), units] = True
    return cells if trace.mask is None else {name: each & trace.mask[0][:, None] for name, each in cells.items()}


def _read(word: str) -> PlannedEdit:
    match = _PATTERN.fullmatch(word)
    value = float(match["value"] or 0) if match else math.nan
    needs_value = bool(match) and match["action"] in ("clamp", "scale")  # type: ignore[index]
    if (
        not match
        or needs_value != (match["value"] is not None)
        or not abs(value) <= LARGEST_VALUE
        or int(match["step"]) < 1
        or (match["unit"] != "all" and int(match["unit"]) < 1)
        or not any(match["signal"] in names for names in SIGNALS.values())
    ):
        raise InputError("The link's intervention “{edit}” could not be read and was left out.", edit=word)
    unit = None if match["unit"] == "all" else int(match["unit"]) - 1
    onwards = bool(match["onwards"])
    return PlannedEdit(
        match["sequence"], match["signal"], unit, int(match["step"]) - 1, onwards, match["action"], value
    )
