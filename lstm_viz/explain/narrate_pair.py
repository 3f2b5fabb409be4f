"""How two sequences differ in one unit at one step, in words."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from lstm_viz.engine.trace import Trace
from lstm_viz.explain.narrate_words import EQUAL, NEARLY_ALL, NOTICEABLE, in_words, memory_name
from lstm_viz.i18n import Translate


def difference(
    pair: Mapping[str, Trace],
    *,
    time: int,
    unit: int,
    tokens: Mapping[str, Sequence[str]],
    gettext: Translate,
    sample: int,
) -> str:
    """One sentence that compares what the second of two sequences holds in a unit with what the first holds.

    It says that a unit remembers only if the layer is the same, both sequences read the same at this step, and what
    they read before it differs: then only the memory can make the difference.
    """
    (name, first), (other, second) = pair.items()
    if time >= second.steps:
        return gettext("{other} has ended before this step.").format(other=other)
    here, there = (float(trace.signals[memory_name(trace.kind)][sample, time, unit]) for trace in (first, second))
    words: dict[str, object] = {"other": other, "value": in_words(there)}
    words |= {"token": _token(tokens, name, time), "other_token": _token(tokens, other, time)}
    if not _same_layer(first, second) or not math.isfinite(there):
        return gettext("{other} holds {value} in this unit.").format(**words)
    if not _reads_the_same(first, second, time, sample):
        return _different_input(words, gettext).format(**words)
    earlier = _earlier_differences(first, second, time, sample)
    if earlier == [] and _same_start(first, second, sample) and abs(here - there) <= EQUAL:
        return gettext("{other} has read the same so far and holds the same.").format(**words)
    if abs(here - there) < NOTICEABLE:
        return gettext(
            "{other} holds {value}, which is nearly the same: at this step this unit does not tell the two apart."
        ).format(**words)
    kept = all(_keeps(trace, earlier[0] if earlier else time, time, unit, sample) for trace in (first, second))
    words |= _what_differed(pair, earlier or [], tokens)
    return _because(words, gettext, kept=kept).format(**words)


def _different_input(words: dict[str, object], gettext: Translate) -> str:
    if words["token"] and words["other_token"]:
        return gettext("{other}, which reads {other_token} instead of {token}, holds {value} in this unit.")
    return gettext("{other}, which reads something else here, holds {value} in this unit.")


def _what_differed(
    pair: Mapping[str, Trace], earlier: list[int], tokens: Mapping[str, Sequence[str]]
) -> dict[str, object]:
    """The one earlier step that differs, in words; nothing if there are several, or no words for it."""
    past = [_token(tokens, name, earlier[0]) for name in pair] if len(earlier) == 1 else []
    return {"past": past[0], "other_past": past[1], "past_step": earlier[0] + 1} if past and all(past) else {}


def _because(words: dict[str, object], gettext: Translate, *, kept: bool) -> str:
    if "past_step" not in words:
        return gettext(
            "{other} holds {value} although both read the same here: the difference comes from what was read before."
        )
    if not kept:
        return gettext(
            "{other} holds {value} although both read {token} here: "
            "the difference comes from step {past_step}, which was {past} or {other_past}."
        )
    if words["past_step"] == 1:  # a layer that reads backwards reads this step last
        return gettext(
            "{other} holds {value} although both read {token} here: "
            "this unit remembers how the sequence began, with {past} or {other_past}."
        )
    return gettext(
        "{other} holds {value} although both read {token} here: "
        "this unit remembers step {past_step}, which was {past} or {other_past}."
    )


def _keeps(trace: Trace, past: int, time: int, unit: int, sample: int) -> bool:
    """Whether the unit has kept nearly all of what step `past` left in it, up to the step `time`, as a latch does.

    Any other unit may differ because it reads the hidden states of one that does.
    """
    gate = trace.signals.get("forget_gate", trace.signals.get("update_gate"))
    since = range(time, past) if trace.go_backwards else range(past + 1, time + 1)
    read = [step for step in since if _is_read(trace, step, sample)]
    return gate is not None and bool(np.all(gate[sample, read, unit] >= NEARLY_ALL))


def _token(tokens: Mapping[str, Sequence[str]], name: str, time: int) -> str:
    return tokens[name][time] if name in tokens else ""


def _same_layer(first: Trace, second: Trace) -> bool:
    a, b = first.weights, second.weights
    arrays = ("kernel", "recurrent_kernel", "input_bias", "recurrent_bias")
    flags = ("activation", "recurrent_activation", "reset_after", "go_backwards")
    return a is b or (
        all(getattr(a, flag) == getattr(b, flag) for flag in flags)
        and all(np.array_equal(getattr(a, array), getattr(b, array)) for array in arrays)
    )


def _reads_the_same(first: Trace, second: Trace, time: int, sample: int) -> bool:
    return np.array_equal(first.inputs[sample, time], second.inputs[sample, time]) and (
        _is_read(first, time, sample) == _is_read(second, time, sample)
    )


def _is_read(trace: Trace, time: int, sample: int) -> bool:
    return trace.mask is None or bool(trace.mask[sample, time])


def _same_start(first: Trace, second: Trace, sample: int) -> bool:
    pairs = zip(first.initial_state, second.initial_state, strict=True)
    return all(np.array_equal(a[sample], b[sample]) for a, b in pairs)


def _earlier_differences(first: Trace, second: Trace, time: int, sample: int) -> list[int] | None:
    """The steps read before `time` in which the inputs differ; None if something else differs, too."""
    if not _same_start(first, second, sample) or (first.go_backwards and first.steps != second.steps):
        return None
    before = range(time + 1, first.steps) if first.go_backwards else range(time)
    return [step for step in before if not _reads_the_same(first, second, step, sample)]
