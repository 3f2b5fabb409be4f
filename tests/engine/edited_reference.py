"""A pass with one edit as a textbook would compute it: a step as it is, a signal replaced, what hangs on it anew."""

from __future__ import annotations

import numpy as np

from lstm_viz import Edit, Trace
from tests.engine.reference import STEPS, Parts


def edited_signals(trace: Trace, edit: Edit) -> dict[str, np.ndarray]:
    """Name → float64 array (batch, time, units), each sample on its own."""
    signals = {name: np.zeros(array.shape) for name, array in trace.signals.items()}
    for sample in range(len(trace.inputs)):
        for name, array in _sample(trace, edit, sample).items():
            signals[name][sample] = array
    return signals


def _sample(trace: Trace, edit: Edit, sample: int) -> dict[str, np.ndarray]:
    parts = Parts(trace.weights)
    names = ("hidden", "cell")[: len(trace.initial_state)]
    state = {name: array[sample].astype(float) for name, array in zip(names, trace.initial_state, strict=True)}
    done: dict[int, dict[str, np.ndarray]] = {}
    for time in range(trace.steps)[:: -1 if trace.go_backwards else 1]:
        x = trace.inputs[sample, time].astype(float)
        now = STEPS[trace.kind](parts, x, state)
        if trace.mask is not None and not trace.mask[sample, time]:
            done[time] = now | state
            continue
        distance = edit.time - time if trace.go_backwards else time - edit.time
        if edit.sample in (None, sample) and (distance == 0 or (edit.onwards and distance > 0)):
            _replace(edit, now[edit.signal], time, sample)
            AFTER[trace.kind](parts, edit.signal, now, x, state)
        done[time] = now
        state = {name: now[name] for name in names}
    return {name: np.stack([done[time][name] for time in range(trace.steps)]) for name in trace.signals}


def _replace(edit: Edit, values: np.ndarray, time: int, sample: int) -> None:
    for unit in range(len(values)) if edit.unit is None else [edit.unit]:
        value = 0.0 if edit.value is None else float(np.broadcast_to(edit.value, len(values))[unit])
        if edit.action == "copy":
            value = edit.source.signals[edit.signal][sample, time, unit]
        values[unit] = value * values[unit] if edit.action == "scale" else value


def _after_lstm(parts: Parts, edited: str, now, x, state) -> None:
    if edited not in ("cell", "hidden"):
        now["cell"] = now["forget_gate"] * state["cell"] + now["input_gate"] * now["candidate"]
    if edited != "hidden":
        now["hidden"] = now["output_gate"] * parts.act(now["cell"])


def _after_gru(parts: Parts, edited: str, now, x, state) -> None:
    h, r, z = state["hidden"], now["reset_gate"], now["update_gate"]
    if edited == "reset_gate" and parts.reset_after:
        now["candidate"] = parts.act(x @ parts.w[2] + parts.b[2] + r * (h @ parts.u[2] + parts.recurrent_b[2]))
    elif edited == "reset_gate":
        now["candidate"] = parts.act(x @ parts.w[2] + parts.b[2] + (r * h) @ parts.u[2])
    if edited != "hidden":
        now["hidden"] = z * h + (1 - z) * now["candidate"]


def _after_simple_rnn(parts: Parts, edited: str, now, x, state) -> None:
    """The hidden state is all there is."""


AFTER = {"lstm": _after_lstm, "gru": _after_gru, "simple_rnn": _after_simple_rnn}
