"""Runs samples through a model, with the interventions, and picks the trace that is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.intervene import intervene
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.changes import changed_cells
from lstm_viz.explain.planned_edits import PlannedEdit, edited_cells, fitting_edits
from lstm_viz.model_files import ModelFile
from lstm_viz.model_files.running import AnyTrace

MOST_NUMBERS = 2**24
"""The most numbers that a pass on the page may hold: 64 MiB."""
DIRECTIONS = ("forward", "backward")

Inputs = Mapping[str, np.ndarray]
Outputs = tuple[np.ndarray | None, ...]


@dataclass(frozen=True)
class Place:
    """What is looked at.

    Attributes:
        layer: The name of the layer, as in the trace of the model.
        direction: "forward" or "backward", for a Bidirectional.
    """

    layer: str
    direction: str = "forward"

    def of(self, layers: Mapping[str, AnyTrace]) -> Trace:
        """The trace of this place."""
        trace = layers[self.layer]
        return getattr(trace, self.direction) if isinstance(trace, BidirectionalTrace) else trace

    def put(self, trace: AnyTrace, changed: Trace) -> AnyTrace:
        """A layer's trace with another trace at this place."""
        if not isinstance(trace, BidirectionalTrace):
            return changed
        if self.direction == "forward":
            return replace(trace, forward=changed)
        return replace(trace, backward=changed)


@dataclass(frozen=True, eq=False)
class Pass:
    """The pass of one sample.

    Attributes:
        inputs: The name of an input → what was given, (1, …).
        trace: The trace that is looked at.
        tokens: A short text for what each step reads; "" where there is none.
        outputs: What the model answers, in the order of its outputs; None for one that is not known.
        unbroken: What it answers without the interventions.
        edited: The numbers that interventions have set, as `planned_edits.edited_cells` returns them.
        changed: The numbers that this has changed, as `changes.changed_cells` returns them.
    """

    inputs: Inputs
    trace: Trace
    tokens: tuple[str, ...]
    outputs: Outputs
    unbroken: Outputs
    edited: Mapping[str, np.ndarray] = field(default_factory=dict)
    changed: Mapping[str, np.ndarray] = field(default_factory=dict)


def passes_of(
    model: ModelFile, samples: Mapping[str, Inputs], place: Place, labels: Mapping[str, Sequence[str]], edits: str
) -> dict[str, Pass]:
    """The pass of each sample.

    Args:
        model: The model.
        samples: "A", and "B" if there is one → what each input gets.
        place: What is looked at.
        labels: "A", "B" → a text for each step of the first input.
        edits: The interventions, as `planned_edits` writes them; those that do not fit are left out.

    Raises:
        InputError: If the inputs do not fit the model.
    """
    first = {name: model.run(inputs, most=MOST_NUMBERS) for name, inputs in samples.items()}
    if any(place.layer not in run.layers for run in first.values()):
        raise InputError("No input reaches the layer {name}.", name=place.layer)
    traces = {name: place.of(run.layers) for name, run in first.items()}
    planned = fitting_edits(edits, traces)
    passes = {}
    for name, run in first.items():
        trace, outputs = traces[name], _as_tuple(run.outputs)
        tokens = tuple(labels[name]) if len(labels[name]) == trace.steps else ("",) * trace.steps
        plain = Pass(samples[name], trace, tokens, outputs, outputs)
        passes[name] = _broken(model, plain, place, [each for each in planned if each.sequence == name], traces)
    return passes


def _broken(
    model: ModelFile, each: Pass, place: Place, planned: list[PlannedEdit], traces: Mapping[str, Trace]
) -> Pass:
    """The pass with its interventions."""
    if not planned:
        return each
    name = planned[0].sequence
    other = next((trace for key, trace in traces.items() if key != name), None)
    trace = intervene(each.trace, [edit.edit(other) for edit in planned])

    def change(layer: str, found: AnyTrace) -> AnyTrace:
        return place.put(found, trace) if layer == place.layer else found

    return replace(
        each,
        trace=trace,
        outputs=_as_tuple(model.run(each.inputs, change=change, most=MOST_NUMBERS).outputs),
        edited=edited_cells(planned, name, trace),
        changed=changed_cells(each.trace, trace),
    )


def _as_tuple(outputs: Any) -> Outputs:
    return tuple(outputs) if isinstance(outputs, list) else (outputs,)


def traces_of(passes: Mapping[str, Pass]) -> dict[str, Trace]:
    """The trace of each pass."""
    return {name: each.trace for name, each in passes.items()}
