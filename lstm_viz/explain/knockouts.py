"""Knockouts: the memory of each unit is erased or copied at each step, to find which unit an answer depends on."""

from collections.abc import Sequence

import numpy as np

from lstm_viz.engine.cell import STATES, STEPS
from lstm_viz.engine.intervene import Edit, check_edit
from lstm_viz.engine.models import Head
from lstm_viz.engine.numpy_engine import recurrence
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.narrate_words import memory_name
from lstm_viz.explain.step import check_index

ACTIONS = ("erase", "copy")


def carriers(
    trace: Trace,
    head: Head,
    *,
    answer_time: int,
    answer: int,
    action: str,
    source: Trace | None = None,
    sample: int = 0,
) -> np.ndarray:
    """How much an answer's probability changes when one unit's memory is changed at one step, for every unit and step.

    The memory is the cell state of an LSTM, and the hidden state of other layers. Each entry equals the result of
    `intervene` with that one edit; here all passes are computed together.

    Args:
        trace: The trace of a layer of any kind.
        head: The layer that predicts from the hidden state.
        answer_time: The step after which the answer is read, counted from 0.
        answer: The right answer, as the position of its symbol.
        action: "erase" sets the memory to 0, "copy" takes it from `source` at the same step.
        source: For "copy": the other sequence's trace, as in `intervene.Edit`.
        sample: Index of the sample in the batch, 0 <= sample < batch. If the source has one sample, that one is used.

    Returns:
        Shape (time, units), float64, between -1 and 1, from the answer's probability p before the change and p' after
        it. For "erase" the drop, p - p', which is 1 if a certain answer is lost. For "copy" how much closer p gets to
        s, the answer's probability in the source: |p - s| - |p' - s|, which is 1 if p goes from 1 to 0. It is at most
        |p - s|: if both passes give the answer the same probability, no unit can carry a difference.
        Masked steps, and steps that are read after the answer, are 0.

    Raises:
        ValueError: If `action` is unknown, or `source` does not fit.
        IndexError: If `answer_time`, `answer` or `sample` is outside its range.

    Source: ablation, and activation patching (Vig et al., 2020, "causal mediation analysis").
    """
    order = _check(trace, head, answer_time, answer, action, source, sample)
    replaced = np.zeros((trace.steps, trace.units), np.float32)
    if source is not None:
        other = min(sample, len(source.inputs) - 1)
        shared = min(trace.steps, source.steps)
        replaced[:shared] = source.signals[memory_name(trace.kind)][other, :shared]
    with np.errstate(over="ignore", invalid="ignore"):  # as in the engine: inf and NaN are shown
        changed = _probability(head, _hidden_at_the_end(trace, order, replaced, sample), answer)
        own = _probability(head, trace.hidden[sample, answer_time], answer)
        moved = own - changed
        if source is not None:
            goal = _probability(head, source.hidden[other, answer_time], answer)
            moved = np.abs(own - goal) - np.abs(changed - goal)
    values = np.zeros((trace.steps, trace.units))
    values[list(order)] = moved
    return values


def _probability(head: Head, hidden: np.ndarray, answer: int) -> np.ndarray:
    return head.probabilities(hidden)[..., answer].astype(float)


def _hidden_at_the_end(trace: Trace, order: Sequence[int], replaced: np.ndarray, sample: int) -> np.ndarray:
    """The hidden state of each pass after the last step of `order`, shape (len(order), units, units).

    Pass [k, u] has unit u's memory replaced at the step order[k]. It is computed from that step on: before, it equals
    the trace.
    """
    step, loop, memory = STEPS[trace.kind], recurrence(trace.weights), memory_name(trace.kind)
    from_input = trace.inputs[sample] @ trace.weights.kernel + trace.weights.input_bias
    found = [trace.before(name)[sample] for name in STATES[trace.kind]]
    states = tuple(np.empty((0, trace.units), np.float32) for _ in found)
    for time in order:
        begun = (np.tile(state[time], (trace.units, 1)) for state in found)
        states = tuple(np.concatenate(both) for both in zip(states, begun, strict=True))
        if trace.mask is None or trace.mask[sample, time]:
            _, states = step(from_input[time : time + 1], states, loop, _one_unit_each(memory, replaced[time]))
    return states[0].reshape(len(order), trace.units, trace.units)


def _one_unit_each(memory: str, values: np.ndarray):
    """A `cell.Change` of the memory in the last `units` rows: each of these rows gets the new value of one unit."""

    def change(name: str, signal: np.ndarray) -> np.ndarray:
        if name == memory:
            np.fill_diagonal(signal[-len(values) :], values)
        return signal

    return change


def _check(
    trace: Trace, head: Head, answer_time: int, answer: int, action: str, source: Trace | None, sample: int
) -> Sequence[int]:
    """Checks the arguments, and returns the steps up to the answer in the order in which they are read."""
    if action not in ACTIONS:
        raise ValueError(f"action must be one of {', '.join(ACTIONS)}, not {action!r}.")
    check_index("answer_time", answer_time, trace.steps)
    check_index("answer", answer, head.bias.size)
    order = range(trace.steps - 1, answer_time - 1, -1) if trace.go_backwards else range(answer_time + 1)
    check_edit(Edit(memory_name(trace.kind), max(order), action=action, source=source, sample=sample), trace)
    return order
