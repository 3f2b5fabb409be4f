"""The operands behind one unit's numbers at one step."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import read_only


@dataclass(frozen=True, eq=False)
class GateSum:
    """The sum behind one gate of one unit: `activation(total) == value`.

    Attributes:
        gate: Its name, one of `cell.GATES[kind]`; "hidden" for a SimpleRNN, which has no gate.
        inputs: What each input feature adds, x_j W_j, shape (features,), float64.
        recurrent: What each unit of the previous hidden state adds, h_j U_j, shape (units,), float64. In the candidate
            of a GRU it carries the reset gate: r h_j U_j with `reset_after`, else r_j h_j U_j.
        reset: That reset gate for each h_j U_j, shape (units,); None in every other sum.
        bias: The input bias, 0 where the layer has none.
        recurrent_bias: A GRU's second bias, in the candidate times r; 0 where the layer has none.
        input_weights: W_j, shape (features,), float32.
        recurrent_weights: U_j, shape (units,), float32.
        activation: Keras's name of the function that makes the value of the total.
        value: The gate's value as the trace has it.
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
        """The sum of every contribution: the gate before its activation."""
        return float(self.inputs.sum() + self.recurrent.sum() + self.bias + self.recurrent_bias)


@dataclass(frozen=True)
class StateUpdate:
    """What one unit did with its memory at one step: `kept + written == after`.

    The memory is the cell state of an LSTM, else the hidden state. A masked step keeps everything and writes nothing.

    Attributes:
        before: The memory the step found.
        keep: The share of it that stays: f of an LSTM, z of a GRU. 0 in a SimpleRNN, which makes its state anew.
        kept: keep * before.
        write: The share of the candidate that is written: i of an LSTM, 1 - z of a GRU, 1 in a SimpleRNN.
        candidate: What was offered: g of an LSTM or GRU, the new state of a SimpleRNN; 0 at a masked step.
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
    """Every operand of one unit at one step.

    Attributes:
        time: The step, counted from 0 in the input's order.
        unit: The unit, counted from 0.
        masked: The layer skipped the step: the gates are those it computed and discarded.
        inputs: What the step read, shape (features,).
        hidden_before: The hidden state it found, shape (units,).
        gates: Name → sum, in Keras's order.
        update: What happened to the unit's memory.
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
        trace: Of a layer of any kind.
        time: The step, in the input's order, 0 <= time < steps.
        unit: 0 <= unit < units.
        sample: Which of the batch, 0 <= sample < batch.

    Returns:
        Sums in float64 of the trace's own float32 numbers, within 1e-6 of the layer's.

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
    """The reset gate in a GRU's candidate: after the recurrent product it is the unit's own, before it that of each."""
    if trace.kind != "gru" or gate != "candidate":
        return None
    reset = trace.signals["reset_gate"][sample, time]
    return np.full_like(reset, reset[unit]) if trace.weights.reset_after else reset


def _state_update(trace: Trace, sample: int, time: int, unit: int, masked: bool) -> StateUpdate:
    memory = "cell" if trace.kind == "lstm" else "hidden"
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
