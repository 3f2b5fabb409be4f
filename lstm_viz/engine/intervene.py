"""Interventions: a pass is computed again with some of its signals changed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.cell import SIGNALS
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import read_only

ACTIONS = ("erase", "clamp", "scale", "copy")


@dataclass(frozen=True, eq=False)
class Edit:
    """An intervention: one change to one signal of a pass.

    Attributes:
        signal: The name of the signal, one of `cell.SIGNALS[kind]`.
        time: The step, counted from 0 in the input's order.
        unit: The unit, counted from 0; all units if None.
        action: "erase" sets the signal to 0, "clamp" sets it to `value`, "scale" multiplies it by `value`, "copy" takes
            it from `source` at the same step.
        value: For "clamp" and "scale": a number or, if `unit` is None, an array of shape (units,).
        source: For "copy": a trace of a layer of the same kind and size, with one sample or as many as the pass has.
        onwards: Whether to also change every step that is read after `time`; with `go_backwards` these are the steps
            before it. A copy ends at the last step of its source.
        sample: Index of the sample in the batch, counted from 0; all samples if None.

    Raises:
        ValueError: If `action` is unknown, if its `value` or `source` is missing, or if one is given that it does not
            use.
    """

    signal: str
    time: int
    unit: int | None = None
    action: str = "erase"
    value: ArrayLike | None = None
    source: Trace | None = None
    onwards: bool = False
    sample: int | None = None

    def __post_init__(self):
        if self.action not in ACTIONS:
            raise ValueError(f"action must be one of {', '.join(ACTIONS)}, not {self.action!r}.")
        for name, uses in (("value", self.action in ("clamp", "scale")), ("source", self.action == "copy")):
            if uses != (getattr(self, name) is not None):
                raise ValueError(f"{name} must be {'given' if uses else 'None'} for the action {self.action!r}.")
        if self.value is not None:
            object.__setattr__(self, "value", read_only(self.value))


def intervene(trace: Trace, edits: Sequence[Edit]) -> Trace:
    """Computes a pass again with some of its signals changed.

    A gate is changed before it is used, the cell state before h = o * tanh(c) is computed, and the hidden state before
    the next step and the head read it. Everything after the change is computed with the layer's own weights. An edit
    has no effect at a masked step: the layer computes nothing there, and keeps the state it has.

    Args:
        trace: The trace of a layer of any kind, from any engine.
        edits: The changes, applied in this order. If two change the same number, the second changes the result of the
            first.

    Returns:
        A trace of the same weights, inputs, initial state and mask. In each sample, everything before the first change
        is bit for bit that of `trace`. What follows is as near to Keras, when it runs from there, as
        a trace is (see `numpy_engine.run`).

    Raises:
        ValueError: If a signal's name or an array's shape does not fit the trace, or if the numpy engine does not have
            the layer's activation.
        IndexError: If an edit's time, unit or sample is outside the trace.
    """
    for edit in edits:
        check_edit(edit, trace)
    return numpy_engine.run(
        trace.weights,
        trace.inputs,
        initial_state=trace.initial_state,
        mask=trace.mask,
        change=_Changes(trace, edits),
    )


class _Changes:
    """Applies edits while a pass is computed again; returns the signals of the first pass until an edit changes one."""

    def __init__(self, trace: Trace, edits: Sequence[Edit]):
        self.trace = trace
        self.edits = [(edit, steps_of(edit, trace)) for edit in edits]
        self.unchanged = np.ones((len(trace.inputs), 1), bool)

    def __call__(self, time: int, name: str, made: np.ndarray) -> np.ndarray:
        made = np.where(self.unchanged, self.trace.signals[name][:, time], made)
        edited = made
        for edit, steps in self.edits:
            if edit.signal == name and steps[time]:
                edited = np.where(_reach(edit, time, self.trace), _outcome(edit, time, edited), edited)
        same = (edited == made) | (np.isnan(edited) & np.isnan(made))
        self.unchanged &= same.all(axis=1, keepdims=True)
        return edited


def steps_of(edit: Edit, trace: Trace) -> np.ndarray:
    """Whether an edit acts at each step of a trace, shape (time,); at a masked one of these it has no effect."""
    steps = np.arange(trace.steps)
    later = steps < edit.time if trace.go_backwards else steps > edit.time
    acts = (steps == edit.time) | (later & edit.onwards)
    return acts if edit.source is None else acts & (steps < edit.source.steps)


def _reach(edit: Edit, time: int, trace: Trace) -> np.ndarray:
    """Whether the edit changes each number of a step, shape (batch, units)."""
    read = np.ones(len(trace.inputs), bool) if trace.mask is None else trace.mask[:, time]
    samples = read & _chosen(edit.sample, len(trace.inputs))
    return np.outer(samples, _chosen(edit.unit, trace.units))


def _chosen(index: int | None, size: int) -> np.ndarray:
    return np.ones(size, bool) if index is None else np.arange(size) == index


def _outcome(edit: Edit, time: int, now: np.ndarray) -> np.ndarray:
    """The signal after the edit, in a shape that broadcasts to (batch, units)."""
    if edit.source is not None:
        return edit.source.signals[edit.signal][:, time]
    value = np.zeros((), np.float32) if edit.value is None else np.asarray(edit.value)
    return now * value if edit.action == "scale" else value


def check_edit(edit: Edit, trace: Trace) -> None:
    """Raises the errors of `intervene` if the edit does not fit the trace."""
    if edit.signal not in SIGNALS[trace.kind]:
        names = ", ".join(SIGNALS[trace.kind])
        raise ValueError(f"signal of this {trace.kind} must be one of {names}, not {edit.signal!r}.")
    sizes = {"time": trace.steps, "unit": trace.units, "sample": len(trace.inputs)}
    for name, size in sizes.items():
        if (index := getattr(edit, name)) is not None and not 0 <= index < size:
            raise IndexError(f"{name} must be at least 0 and below {size}, not {index}.")
    shapes = ((), (trace.units,)) if edit.unit is None else ((),)
    if edit.value is not None and (shape := np.shape(edit.value)) not in shapes:
        expected = " or ".join(map(str, shapes))
        raise ValueError(f"value must have shape {expected}, not {shape}.")
    if edit.source is not None:
        _check_source(edit, edit.source, trace)


def _check_source(edit: Edit, source: Trace, trace: Trace) -> None:
    if (source.kind, source.units) != (trace.kind, trace.units):
        expected, came = f"{trace.kind!r} with {trace.units} units", f"{source.kind!r} with {source.units}"
        raise ValueError(f"source must be a trace of kind {expected}, not of kind {came}.")
    if len(source.inputs) not in (1, len(trace.inputs)):
        raise ValueError(f"source must hold 1 or {len(trace.inputs)} samples, not {len(source.inputs)}.")
    if edit.time >= source.steps:
        raise ValueError(f"source must have the step {edit.time}: it has {source.steps} steps, counted from 0.")
