"""Which unit, at which step, carries an answer: each is taken away in turn."""

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
    """How far an answer's probability moves when one unit's memory is changed at one step, for every unit and step.

    The memory is the cell state of an LSTM, else the hidden state. Each entry is what `intervene` with that one edit
    gives; here all passes run side by side.

    Args:
        trace: Of a layer of any kind.
        head: What predicts from the hidden state.
        answer_time: The step after which the answer is read, counted from 0.
        answer: The right answer, as a symbol's position.
        action: "erase" sets the memory to 0, "copy" takes it from `source` at the same step.
        source: For "copy": the other sequence's trace, as in `intervene.Edit`.
        sample: Which of the batch, 0 <= sample < batch; of a source of one sample that one.

    Returns:
        Shape (time, units), float64, between -1 and 1: probability, of p before the change and p' after it. For "erase"
        the drop, p - p': 1 where a certain answer is lost. For "copy" how much nearer p comes to s, the answer's
        probability in the source: |p - s| - |p' - s|, 1 where it moves all the way from certain to impossible. It is
        never more than |p - s|: where the two passes answer alike, nothing carries the difference. Nothing moves at a
        masked step, and steps that are read after the answer are 0.

    Raises:
        ValueError: If `action` is neither, or `source` does not fit.
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
    """The hidden state after the last step of `order`, of each pass: shape (len(order), units, units).

    Pass [k, u] has unit u's memory replaced at the step order[k]. It joins the others there: up to it, it is the trace.
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
    """A `cell.Change` of the last rows' memory: the first of them has its first unit replaced, and so on."""

    def change(name: str, signal: np.ndarray) -> np.ndarray:
        if name == memory:
            np.fill_diagonal(signal[-len(values) :], values)
        return signal

    return change


def _check(
    trace: Trace, head: Head, answer_time: int, answer: int, action: str, source: Trace | None, sample: int
) -> Sequence[int]:
    """The steps up to the answer in the order in which they are read, if the arguments fit."""
    if action not in ACTIONS:
        raise ValueError(f"action must be one of {', '.join(ACTIONS)}, not {action!r}.")
    check_index("answer_time", answer_time, trace.steps)
    check_index("answer", answer, head.bias.size)
    order = range(trace.steps - 1, answer_time - 1, -1) if trace.go_backwards else range(answer_time + 1)
    check_edit(Edit(memory_name(trace.kind), max(order), action=action, source=source, sample=sample), trace)
    return order
