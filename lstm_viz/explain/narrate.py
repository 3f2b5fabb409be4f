"""Sentences about what happens at a step, which follow from its numbers.

The thresholds are in narrate_words.py. A sentence that no threshold allows is left out.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from lstm_viz.engine.trace import Trace
from lstm_viz.explain.narrate_pair import difference
from lstm_viz.explain.narrate_words import (
    EQUAL,
    HALF,
    NEARLY_ALL,
    NEARLY_NOTHING,
    NO_MEMORY,
    NOTICEABLE,
    in_words,
    memory_name,
    signed_in_words,
)
from lstm_viz.explain.step import StepExplanation, explain_step
from lstm_viz.i18n import Translate


def narrate(
    traces: Mapping[str, Trace],
    *,
    time: int,
    unit: int,
    tokens: Mapping[str, Sequence[str]],
    gettext: Translate,
    show: str = "A",
    sample: int = 0,
) -> list[str]:
    """Sentences about one unit at one step: what it keeps, writes and shows, what changes most, how A and B differ.

    Args:
        traces: Name of a sequence, "A" or also "B" → the trace of the layer over it.
        time: The step, counted from 0 in the input's order.
        unit: The unit, counted from 0.
        tokens: Name of a sequence → what it reads at each step; "" for a step that has no short name.
        gettext: Translates a sentence.
        show: The sequence that the sentences are about; the other one if this one has ended.
        sample: Index of the sample in the batch.

    Returns:
        Plain text; one sentence alone if a number of the unit is NaN or infinite. It must not be shown as Markdown or
        HTML, because a visitor may have typed the tokens.

    Raises:
        IndexError: If `unit` or `sample` is outside its range, or `time` is in neither sequence.
    """
    sequence = _sequence_to_describe(traces, show, time)
    trace = traces[sequence]
    step = explain_step(trace, time=time, unit=unit, sample=sample)
    if not all(np.isfinite(values[sample, time, unit]) for values in trace.signals.values()):
        sentence = gettext("Not every number of unit {unit} is finite here: a weight or an input is NaN or too large.")
        return [sentence.format(unit=unit + 1)]
    if step.masked:
        sentences = [_skipped(step, gettext)]
    else:
        sentences = [*_SENTENCES[trace.kind](trace, step, gettext), *_changed_most(trace, step, sample, gettext)]
    for other in traces.keys() - {sequence}:
        pair = {sequence: trace, other: traces[other]}
        sentences.append(difference(pair, time=time, unit=unit, tokens=tokens, gettext=gettext, sample=sample))
    return sentences


def _sequence_to_describe(traces: Mapping[str, Trace], show: str, time: int) -> str:
    """The sequence `show` if it has the step, else the first that has it."""
    names = sorted(traces, key=lambda name: name != show)
    return next((name for name in names if time < traces[name].steps), names[0])


def _words(step: StepExplanation, gettext: Translate) -> dict[str, str | int]:
    """The values that the sentences can contain."""
    update = step.update
    gates = {name: gate.value for name, gate in step.gates.items()}
    numbers = {**vars(update), "amount": abs(update.written), **gates}
    return {
        "step": step.time + 1,
        "unit": step.unit + 1,
        "gate": gettext("forget gate") if "forget_gate" in gates else gettext("update gate"),
        **{name: in_words(value) for name, value in numbers.items()},
    }


def _skipped(step: StepExplanation, gettext: Translate) -> str:
    return gettext("Step {step} is masked: the layer skips it, and unit {unit} still holds {after}.").format(
        **_words(step, gettext)
    )


def _lstm(trace: Trace, step: StepExplanation, gettext: Translate) -> list[str]:
    return [
        sentence.format(**_words(step, gettext))
        for sentence in (_kept(step, gettext), _written(step, gettext), _shown(step, gettext))
    ]


def _kept(step: StepExplanation, gettext: Translate) -> str:
    if abs(step.update.before) < NO_MEMORY:
        return gettext("Unit {unit} has nothing to keep: its memory is {before}.")
    return _sentence_for(
        step.update.keep,
        gettext("Unit {unit} keeps nearly all of its memory of {before} ({gate} {keep}): {kept} is left."),
        gettext("Unit {unit} keeps most of its memory of {before} ({gate} {keep}): {kept} is left."),
        gettext("Unit {unit} keeps less than half of its memory of {before} ({gate} {keep}): {kept} is left."),
        gettext("Unit {unit} forgets nearly all of its memory of {before} ({gate} {keep}): {kept} is left."),
    )


def _sentence_for(value: float, nearly_all: str, most: str, less: str, nearly_nothing: str) -> str:
    value = round(value, 2)  # rounded as it is shown: "(0.50)" must not be called less than half
    if value >= NEARLY_ALL:
        return nearly_all
    if value >= HALF:
        return most
    return less if value >= NEARLY_NOTHING else nearly_nothing


def _written(step: StepExplanation, gettext: Translate) -> str:
    update = step.update
    if abs(update.written) >= NOTICEABLE:
        more = gettext("It adds {amount} and now holds {after}.")
        return more if update.written > 0 else gettext("It takes away {amount} and now holds {after}.")
    if step.gates["input_gate"].value < NEARLY_NOTHING:
        return gettext(
            "It writes almost nothing ({written}), because its input gate is closed ({input_gate}), and holds {after}."
        )
    return gettext("It writes almost nothing ({written}) and holds {after}.")


def _shown(step: StepExplanation, gettext: Translate) -> str:
    return _sentence_for(
        step.gates["output_gate"].value,
        gettext("Its output gate is open ({output_gate}): it shows {shown}."),
        gettext("Its output gate is at least half open ({output_gate}): it shows {shown}."),
        gettext("Its output gate is less than half open ({output_gate}): it shows {shown}."),
        gettext("Its output gate is closed ({output_gate}): it shows {shown}."),
    )


def _gru(trace: Trace, step: StepExplanation, gettext: Translate) -> list[str]:
    update = step.update
    written = (
        gettext("Its candidate, {candidate}, changes it by {written} to {after}.")
        if abs(update.written) >= NOTICEABLE
        else gettext("It writes almost nothing ({written}) and shows {after}.")
    )
    sentences = [_kept(step, gettext), written]
    if np.any(step.hidden_before) and step.gates["reset_gate"].value < NEARLY_NOTHING:
        sentences.append(
            gettext("Its reset gate is nearly closed ({reset_gate}): its candidate depends almost only on the input.")
            if trace.weights.reset_after
            else gettext(
                "Its reset gate is nearly closed ({reset_gate}): the candidates use almost nothing of this "
                "unit's previous state."
            )
        )
    return [sentence.format(**_words(step, gettext)) for sentence in sentences]


def _simple_rnn(trace: Trace, step: StepExplanation, gettext: Translate) -> list[str]:
    gate = step.gates["hidden"]
    read, past = float(gate.inputs.sum()), float(gate.recurrent.sum())
    sentences = [
        gettext(
            "A SimpleRNN computes its whole state again at each step: unit {unit} changes from {before} to {after}."
        )
    ]
    if abs(abs(read) - abs(past)) >= NOTICEABLE:
        sentences.append(
            gettext("The input ({read}) has more effect on it than the previous state ({past}).")
            if abs(read) > abs(past)
            else gettext("The previous state ({past}) has more effect on it than the input ({read}).")
        )
    words = {**_words(step, gettext), "read": signed_in_words(read), "past": signed_in_words(past)}
    return [sentence.format(**words) for sentence in sentences]


_SENTENCES = {"lstm": _lstm, "gru": _gru, "simple_rnn": _simple_rnn}


def _changed_most(trace: Trace, step: StepExplanation, sample: int, gettext: Translate) -> list[str]:
    if trace.units == 1:
        return []
    before = trace.before(memory_name(trace.kind))[sample, step.time]
    after = trace.signals[memory_name(trace.kind)][sample, step.time]
    change = np.abs(after.astype(float) - before)
    change[~np.isfinite(change)] = 0
    most = int(np.argmax(change))
    words = {"unit": most + 1, "before": in_words(before[most]), "after": in_words(after[most])}
    if change[most] < NOTICEABLE:
        return [gettext("No unit changes noticeably at this step.")]
    if np.ptp(change) <= EQUAL:
        return [gettext("All units change by the same amount.")]
    if np.sum(change > change[most] - EQUAL) > 1:
        return []
    if most == step.unit:
        return [gettext("This unit changes most at this step.")]
    return [gettext("Unit {unit} changes most at this step: from {before} to {after}.").format(**words)]
