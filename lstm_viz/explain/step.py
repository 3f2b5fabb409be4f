"""The operands of one unit's gates and state at one step."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import read_only
from lstm_viz.explain.narrate_words import memory_name


@dataclass(frozen=True, eq=False)
class GateSum:
    """The sum behind one gate of one unit: `activation(total) == value`.

    Attributes:
        gate: The name of the gate, one of `cell.GATES[kind]`; "hidden" for a SimpleRNN, which has no gate.
        inputs: The contribution of each input feature, x_j W_j, shape (features,), float64.
        recurrent: The contribution of each unit of the previous hidden state, h_j U_j, shape (units,), float64. In the
            candidate of a GRU it includes the reset gate: r h_j U_j with `reset_after`, else r_j h_j U_j.
        reset: The reset gate that multiplies each h_j U_j, shape (units,); None except in the candidate of a GRU.
        bias: The input bias; 0 if the layer has none.
        recurrent_bias: A GRU's second bias, multiplied by r in the candidate; 0 if the layer has none.
        input_weights: W_j, shape (features,), float32.
        recurrent_weights: U_j, shape (units,), float32.
        activation: Keras's name of the function that turns the total into the value.
        value: The value of the gate in the trace.
    """

    gate: str
    inputs: np.ndarray
    recurrent: np.ndarray
    reset: np.ndarray | None
    bias: float
    recurrent_bias: float
    input_weights: np.ndarray
    recurrent_weights: np.ndarray
    activation: str
    value: float

    @property
    def total(self) -> float:
        """The sum of all contributions: the gate before its activation."""
        return float(self.inputs.sum() + self.recurrent.sum() + self.bias + self.recurrent_bias)


@dataclass(frozen=True)
class StateUpdate:
    """How one unit changed its memory at one step: `kept + written == after`.

    The memory is the cell state of an LSTM, and the hidden state of other layers. A masked step keeps everything and
    writes nothing.

    Attributes:
        before: The memory before the step.
        keep: The fraction of the memory that is kept: f of an LSTM, z of a GRU, 0 in a SimpleRNN.
        kept: keep * before.
        write: The fraction of the candidate that is written: i of an LSTM, 1 - z of a GRU, 1 in a SimpleRNN.
        candidate: The candidate: g of an LSTM or GRU, the new state of a SimpleRNN; 0 at a masked step.
        written: write * candidate.
        after: The memory after the step.
        shown: The hidden state after the step.
    """

    before: float
    keep: float
    kept: float
    write: float
    candidate: float
    written: float
    after: float
    shown: float


@dataclass(frozen=True, eq=False)
class StepExplanation:
    """The operands of one unit at one step.

    Attributes:
        time: The step, counted from 0 in the input's order.
        unit: The unit, counted from 0.
        masked: Whether the layer skipped the step. Its gates are then those that the layer computed and discarded.
        inputs: The inputs of the step, shape (features,).
        hidden_before: The hidden state before the step, shape (units,).
        gates: Name of a gate → its sum, in Keras's order.
        update: The change of the unit's memory.
    """

    time: int
    unit: int
    masked: bool
    inputs: np.ndarray
    hidden_before: np.ndarray
    gates: dict[str, GateSum]
    update: StateUpdate


def explain_step(trace: Trace, *, time: int, unit: int, sample: int = 0) -> StepExplanation:
    """The operands of each gate of one unit at one step, and of its new state.

    Args:
        trace: The trace of a layer of any kind.
        time: The step, in the input's order, 0 <= time < steps.
        unit: The unit, 0 <= unit < units.
        sample: Index of the sample in the batch, 0 <= sample < batch.

    Returns:
        Sums in float64 of the trace's float32 numbers, within 1e-6 of the layer's own.

    Raises:
        IndexError: If `time`, `unit` or `sample` is outside its range.
    """
    check_index("sample", sample, len(trace.inputs))
    check_index("time", time, trace.steps)
    check_index("unit", unit, trace.units)
    masked = trace.mask is not None and not trace.mask[sample, time]
    hidden = trace.before("hidden")[sample, time]
    gates = {gate: _gate_sum(trace, gate, sample, time, unit, hidden) for gate in GATES[trace.kind]}
    update = _state_update(trace, sample, time, unit, masked)
    return StepExplanation(time, unit, masked, trace.inputs[sample, time], read_only(hidden), gates, update)


def check_index(name: str, index: int, size: int) -> None:
    """Raises an IndexError unless 0 <= index < size; negative indices would hide mistakes."""
    if not 0 <= index < size:
        raise IndexError(f"{name} must be at least 0 and below {size}, not {index}.")


def _gate_sum(trace: Trace, gate: str, sample: int, time: int, unit: int, hidden: np.ndarray) -> GateSum:
    weights = trace.weights
    column = weights.columns(gate).start + unit
    input_weights, recurrent_weights = weights.kernel[:, column], weights.recurrent_kernel[:, column]
    reset = _reset(trace, gate, sample, time, unit)
    is_gate = gate not in ("candidate", "hidden")
    return GateSum(
        gate=gate,
        inputs=trace.inputs[sample, time].astype(float) * input_weights,
        recurrent=hidden.astype(float) * recurrent_weights * (1 if reset is None else reset),
        reset=reset,
        bias=float(weights.input_bias[column]),
        recurrent_bias=float(weights.recurrent_bias[column]) * (1 if reset is None else float(reset[unit])),
        input_weights=input_weights,
        recurrent_weights=recurrent_weights,
        activation=weights.recurrent_activation if is_gate else weights.activation,
        value=float(trace.signals[gate][sample, time, unit]),
    )


def _reset(trace: Trace, gate: str, sample: int, time: int, unit: int) -> np.ndarray | None:
    """The reset gates in a GRU's candidate: the gate of this unit with `reset_after`, else one for each product."""
    if trace.kind != "gru" or gate != "candidate":
        return None
    reset = trace.signals["reset_gate"][sample, time]
    return np.full_like(reset, reset[unit]) if trace.weights.reset_after else reset


def _state_update(trace: Trace, sample: int, time: int, unit: int, masked: bool) -> StateUpdate:
    memory = memory_name(trace.kind)
    now = {name: float(signal[sample, time, unit]) for name, signal in trace.signals.items()}
    before = float(trace.before(memory)[sample, time, unit])
    keep, write, candidate = (1.0, 0.0, 0.0) if masked else _keep_write_candidate(now, trace.kind)
    return StateUpdate(before, keep, keep * before, write, candidate, write * candidate, now[memory], now["hidden"])


def _keep_write_candidate(now: dict[str, float], kind: str) -> tuple[float, float, float]:
    if kind == "lstm":
        return now["forget_gate"], now["input_gate"], now["candidate"]
    if kind == "gru":
        return now["update_gate"], 1 - now["update_gate"], now["candidate"]
    return 0.0, 1.0, now["hidden"]
