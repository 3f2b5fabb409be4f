"""The data that the viewer in the browser gets: numbers and texts, as plain JSON values."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from lstm_viz.charts.theme import palette
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.activations import activation
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.trace import Trace
from lstm_viz.javascript import digest
from lstm_viz.viewer.marks import Cells, marks
from lstm_viz.viewer.scales import signals
from lstm_viz.viewer.texts import edit_texts, texts
from lstm_viz.viewer.window import Window

Json = dict[str, Any]
PARTS = ("controls", "unit", "equations", "words", "maps", "footer")
MOST_FEATURES = 6
"""Of more features, the heading of a step tells only the first ones."""
LINK = {"time": "step", "unit": "unit", "show": "show"}


@dataclass(frozen=True)
class Cursor:
    """The place that the reader looks at, counted from 0.

    Attributes:
        time: The step.
        unit: The unit.
        show: "A", "B" or "A-B".
    """

    time: int = 0
    unit: int = 0
    show: str = "A"

    @classmethod
    def nearest(cls, reported: Any, traces: Mapping[str, Trace], otherwise: "Cursor") -> "Cursor":
        """The cursor that a browser reported, moved into the traces.

        Args:
            reported: A mapping with the attributes of a cursor, or anything else.
            traces: "A", or "A" and "B" → trace.
            otherwise: The cursor that replaces what is missing or of the wrong type.
        """
        given = reported if isinstance(reported, Mapping) else {}
        shows = [*traces, "A-B"] if len(traces) == 2 else [*traces]
        show = next((each for each in (given.get("show"), otherwise.show) if each in shows), shows[0])
        steps = min(trace.steps for name, trace in traces.items() if show in (name, "A-B"))
        time, unit = (
            value if isinstance(value := given.get(part), int) else getattr(otherwise, part)
            for part in ("time", "unit")
        )
        units = traces["A"].units
        return cls(min(max(time, 0), steps - 1), min(max(unit, 0), units - 1), show)


@dataclass(frozen=True)
class Prediction:
    """A prediction of the model after a step.

    Attributes:
        label: The prediction, as a reader sees it.
        probability: The probability of the prediction, 0 … 1; None for a regression.
        correct: Whether the prediction is right; None if that is not known.
    """

    label: str
    probability: float | None = None
    correct: bool | None = None


def payload(
    traces: Mapping[str, Trace],
    *,
    tokens: Mapping[str, Sequence[str]],
    predictions: Mapping[str, Sequence[Prediction] | None],
    cursor: Cursor,
    cursor_key: str,
    title: str,
    subtitle: str,
    gettext: Callable[[str], str],
    edited: Mapping[str, Cells] | None = None,
    changed: Mapping[str, Cells] | None = None,
    hides: Sequence[str] = (),
    lights: Sequence[str] = (),
    window: Window | None = None,
) -> Json:
    """Everything that the viewer needs, for sample 0 of each trace.

    Args:
        traces: "A", or "A" and "B" → trace, of one layer: same kind, units and activations, any number of steps.
        tokens: For each trace, one short text for each step: what the step reads.
        predictions: For each trace, one prediction for each step, or None.
        cursor: The cursor at the start.
        cursor_key: The reader's own cursor is kept until this changes.
        title: The title: what is shown.
        subtitle: The sentence below the title: what to look for.
        gettext: Translates a sentence.
        edited: For each trace, the numbers that were set by hand instead of by the layer's equations; none if None.
        changed: For each trace, the numbers that those edits have changed; none if None.
        hides: The parts that are not shown, some of PARTS.
        lights: The terms of the glossary whose parts are lit while the reader points at none.
        window: The window of the traces that is shown, in which the cursor is; all of them if None.

    Returns:
        JSON values. `digest` is the same for the same contents, whatever the cursor is. `numbers` is the same for the
        same numbers, whatever the texts are.

    Raises:
        ValueError: If the traces do not belong together, if one has no sample, or if another argument does not fit.
    """
    _check(traces, tokens, predictions, hides)
    first = next(iter(traces.values()))
    shown_traces = traces if window is None else {name: window.of(trace) for name, trace in traces.items()}
    marked = marks(shown_traces, edited=_in_window(edited, window), changed=_in_window(changed, window))
    contents: Json = {
        **_layer(traces, window),
        "title": title,
        "subtitle": subtitle,
        "signals": signals(list(traces.values()), signal_titles(gettext)),
        "sequences": [
            _sequence(name, shown_traces[name], tokens[name], predictions.get(name), window)
            | {"candidate_parts": _candidate_parts(trace, window)}
            | marked[name]
            for name, trace in traces.items()
        ],
        "link": LINK,
        "palette": palette(),
        "text": texts(gettext) | (edit_texts(gettext) if any(marked.values()) else {}),
    }
    numbers = [(each["steps"], each["values"], each["mask"]) for each in contents["sequences"]]
    digests = {"digest": digest(contents), "numbers": digest([first.kind, numbers])}
    there = cursor if window is None else _inside(cursor, window)
    shown = {"cursor": asdict(there), "cursor_key": cursor_key, "hides": list(hides), "lights": list(lights)}
    return {**contents, **digests, **shown}


def _layer(traces: Mapping[str, Trace], window: Window | None) -> Json:
    """What the browser needs to know of the layer, and of the window."""
    first = next(iter(traces.values()))
    return {
        "kind": first.kind,
        "reset_after": first.weights.reset_after,
        "activation": first.weights.activation,
        "recurrent_activation": first.weights.recurrent_activation,
        "units": first.units if window is None else len(window.units),
        "part": None if window is None else window.told(max(trace.steps for trace in traces.values())),
    }


def _check(traces, tokens, predictions, hides):
    if unknown := set(hides) - set(PARTS):
        raise ValueError(f"hides must hold some of {', '.join(PARTS)}, not {', '.join(sorted(unknown))}.")
    if tuple(traces) not in (("A",), ("A", "B")):
        raise ValueError(f"traces must be named 'A', or 'A' and 'B', not {tuple(traces)}.")
    first = traces["A"]
    for name, trace in traces.items():
        if (trace.kind, trace.units) != (first.kind, first.units):
            both = f"{first.units} units of {first.kind}", f"{trace.units} units of {trace.kind}"
            raise ValueError(f"traces must come from one layer, not from {both[0]} and {both[1]}.")
        if trace.inputs.shape[0] == 0:
            raise ValueError(f"trace {name} must have at least one sample.")
        for what, given in (("tokens", tokens[name]), ("predictions", predictions.get(name))):
            if given is not None and len(given) != trace.steps:
                raise ValueError(f"{what} of {name} must be one for each of {trace.steps} steps, not {len(given)}.")


def _in_window(cells: Mapping[str, Cells] | None, window: Window | None) -> Mapping[str, Cells] | None:
    if window is None or cells is None:
        return cells
    return {name: window.of_cells(each) for name, each in cells.items()}


def _inside(cursor: Cursor, window: Window) -> Cursor:
    """The cursor as the window counts; outside of it, at the nearest step and the first unit."""
    unit = window.units.index(cursor.unit) if cursor.unit in window.units else 0
    return Cursor(min(max(cursor.time - window.first, 0), window.steps - 1), unit, cursor.show)


def _candidate_parts(trace: Trace, window: Window | None) -> Json:
    parts = {} if trace.kind == "lstm" else candidate_parts(trace)
    return {name: _encode(array) for name, array in (parts if window is None else window.of_cells(parts)).items()}


def _sequence(
    name: str, trace: Trace, tokens: Sequence[str], predictions: Sequence[Prediction] | None, window: Window | None
) -> Json:
    times = slice(None) if window is None else window.times
    values = {signal: array[0] for signal, array in trace.signals.items()}
    if trace.kind == "lstm":
        values["activated_cell"] = activation(trace.weights.activation)(values["cell"])
    return {
        "name": name,
        "steps": trace.steps,
        "backwards": trace.go_backwards,
        "tokens": [str(token) for token in tokens[times]],
        "features": trace.inputs.shape[2],
        "inputs": _encode(trace.inputs[0][:, :MOST_FEATURES]),
        "mask": None if trace.mask is None else trace.mask[0].tolist(),
        "predictions": None if predictions is None else [_prediction(each) for each in predictions[times]],
        "values": {signal: _encode(array) for signal, array in values.items()},
        "initial": {
            state: _encode(array[0]) for state, array in zip(STATES[trace.kind], trace.initial_state, strict=True)
        },
    }


def _prediction(prediction: Prediction) -> Json:
    probability = None if prediction.probability is None else float(prediction.probability)
    correct = None if prediction.correct is None else bool(prediction.correct)
    return {"label": str(prediction.label), "probability": probability, "correct": correct}


def candidate_parts(trace: Trace) -> dict[str, np.ndarray]:
    """The two parts of a GRU's candidate, or of a SimpleRNN's state, before the activation, for sample 0.

    Args:
        trace: The trace of a GRU or SimpleRNN over T steps.

    Returns:
        `from_input` = x W + b and `from_hidden`, each (T, units). `from_hidden` is h U for a SimpleRNN and (r ⊙ h) U
        for a GRU. For a GRU with `reset_after` it is h U + b', which is not yet multiplied by the reset gate r.
    """
    weights = trace.weights
    columns = weights.columns("candidate" if trace.kind == "gru" else "hidden")
    hidden = trace.before("hidden")[0]
    if trace.kind == "gru" and not weights.reset_after:
        hidden = trace.signals["reset_gate"][0] * hidden
    return {
        "from_input": trace.inputs[0] @ weights.kernel[:, columns] + weights.input_bias[columns],
        "from_hidden": hidden @ weights.recurrent_kernel[:, columns] + weights.recurrent_bias[columns],
    }


def _encode(array: np.ndarray) -> str:
    return base64.b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode("ascii")
