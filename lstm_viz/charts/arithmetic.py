"""A chart of a gate's sum, with a bar for each operand."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, label, number, signed, small
from lstm_viz.charts.theme import SURFACES, Mode, diverging, signal_color
from lstm_viz.charts.words import signal_titles
from lstm_viz.explain.step import GateSum, StepExplanation
from lstm_viz.i18n import Translate

MOST_BARS = 12
DECIMALS = 4
ROW_HEIGHT = 22
ROOM_FOR_NUMBERS = 1.5


def arithmetic(
    explanation: StepExplanation,
    gate: str,
    *,
    gettext: Translate,
    features: Sequence[str] | None = None,
    sequence: str | None = None,
    mode: Mode = "light",
    reach: float | None = None,
) -> alt.LayerChart:
    """Draws what each input and each unit of the previous hidden state adds to a gate's sum.

    The MOST_BARS largest inputs and the MOST_BARS largest units have separate bars, in their order. The others share
    one bar, which says how many they are. The numbers are rounded so that they add up to the sum as shown.

    Args:
        explanation: The explanation of one unit at one step.
        gate: The name of the gate.
        gettext: Translates the texts.
        features: The name of each input feature; None to use its number.
        sequence: "A" or "B", for the title; None if there is only one sequence.
        mode: "light" or "dark".
        reach: The size of the longest bar in all charts that share a scale, from `reach_of`; None for this chart alone.

    Returns:
        A chart with bars from a zero in the middle. The last bar is the sum, in the gate's colour.

    Raises:
        ValueError: If there is no such gate, or `features` and the inputs differ in length.
    """
    if gate not in explanation.gates:
        raise ValueError(f"gate must be one of {', '.join(explanation.gates)}, not {gate!r}.")
    names = list(features or (str(1 + index) for index in range(len(explanation.inputs))))
    if len(names) != len(explanation.inputs):
        raise ValueError(f"features must name {len(explanation.inputs)} inputs, not {len(names)}.")
    chosen = explanation.gates[gate]
    bars = _bars(explanation, chosen, names, gettext)
    title = _title(explanation, gate, sequence, gettext)
    return finish(
        _layers(bars, chosen, reach, gettext, mode),
        rows=bars,
        title=title,
        subtitle=[_activation(chosen, gettext), gettext("Rounded so that the numbers shown add up.")],
        description=". ".join([title, *(f"{bar['name']}: {bar['shown']}" for bar in bars)]),
        mode=mode,
        height=ROW_HEIGHT * len(bars),
    )


def reach_of(explanations: Iterable[StepExplanation], gate: str) -> float:
    """The size of the longest bar in several charts of one gate. As `reach`, it gives them the same scale."""
    bars = (bar for each in explanations for bar in _bars(each, each.gates[gate], [""] * len(each.inputs), str))
    return max((abs(bar["value"] or 0) for bar in bars), default=0)


def add_up(values: np.ndarray) -> np.ndarray:
    """Rounds values up or down to DECIMALS so that they add up to their rounded sum.

    Each result differs from its value by less than one unit of the last decimal. Source: the largest remainder method.
    """
    scaled = np.asarray(values, float) * 10**DECIMALS
    whole = np.floor(scaled)
    if not np.isfinite(scaled).all():
        return np.asarray(values, float)
    missing = int(np.round(scaled.sum()) - whole.sum())
    whole[np.argsort(whole - scaled, kind="stable")[:missing]] += 1
    return whole / 10**DECIMALS


@dataclass(frozen=True)
class _Bar:
    name: str
    value: float
    operands: str = ""


def _bars(explanation: StepExplanation, gate: GateSum, features: list[str], gettext: Translate) -> list[Row]:
    inputs = [gettext("input {name}").format(name=label(name)) for name in features]
    units = [gettext("unit {unit}, previous step").format(unit=1 + index) for index in range(len(gate.recurrent))]
    products = [_product(*pair) for pair in zip(explanation.inputs, gate.input_weights, strict=True)]
    factors = [] if gate.reset is None else [gate.reset]
    recurrent = zip(*factors, explanation.hidden_before, gate.recurrent_weights, strict=True)
    recurrent_products = [_product(*operands) for operands in recurrent]
    bars = [
        *_largest(inputs, gate.inputs, products, gettext("all {count} inputs"), gettext("{count} other inputs")),
        *_largest(
            units,
            gate.recurrent,
            recurrent_products,
            gettext("all {count} units, previous step"),
            gettext("{count} other units, previous step"),
        ),
        _Bar(gettext("bias"), gate.bias),
        *([_Bar(gettext("recurrent bias"), gate.recurrent_bias)] if gate.recurrent_bias else []),
    ]
    shown = add_up(np.array([bar.value for bar in bars]))
    found = [
        _row(bar, value, "negative" if bar.value < 0 else "positive") for bar, value in zip(bars, shown, strict=True)
    ]
    found.append(_row(_Bar(gettext("sum"), gate.total), shown.sum(), "sum"))
    return [{"row": index, **row} for index, row in enumerate(found)]


def _largest(names: list[str], values: np.ndarray, products: list[str], every: str, others: str) -> list[_Bar]:
    """A bar for each of the largest values that are not 0, in their order, and one bar for the sum of the others."""
    largest = np.argsort(-np.abs(values), kind="stable")[:MOST_BARS]
    shown = sorted(index for index in largest.tolist() if values[index])
    rest = [index for index in range(len(values)) if index not in shown]
    if len(rest) == 1:  # a sum of one value would save no bar
        shown, rest = list(range(len(values))), []
    bars = [_Bar(names[index], float(values[index]), products[index]) for index in shown]
    if rest:
        bars.append(_Bar((others if shown else every).format(count=len(rest)), float(values[rest].sum())))
    return bars


def _product(*operands: float) -> str:
    return " × ".join(f"({operand:.7g})" if operand < 0 else f"{operand:.7g}" for operand in operands).replace("-", "−")


def _row(bar: _Bar, shown: float, part: str) -> Row:
    return {
        "name": bar.name,
        "value": number(bar.value),
        "shown": signed(shown, DECIMALS),
        "operands": bar.operands,
        "part": part,
    }


def _layers(bars: list[Row], gate: GateSum, reach: float | None, gettext: Translate, mode: Mode) -> alt.LayerChart:
    largest = reach or max((abs(bar["value"] or 0) for bar in bars), default=0) or 1
    names = json.dumps([bar["name"] for bar in bars], ensure_ascii=False)
    axis = alt.Axis(labelExpr=f"{names}[datum.value]", ticks=False, domain=False, labelLimit=200, title=None)
    end = largest * ROOM_FOR_NUMBERS
    base = alt.Chart().encode(
        x=alt.X(
            "value:Q",
            title=gettext("Contribution to the sum (dimensionless)"),
            scale=alt.Scale(domain=[-end, end], nice=False),
        ),
        y=alt.Y("row:O", axis=axis, sort=None),
        tooltip=[
            alt.Tooltip("name:N", title=gettext("Term")),
            alt.Tooltip("operands:N", title=gettext("Product")),
            alt.Tooltip("value:Q", title=gettext("Value"), format=".7"),
        ],
    )
    negative, *_, positive = diverging(mode)
    colors = alt.Scale(
        domain=["negative", "positive", "sum"], range=[negative, positive, signal_color(gate.gate, mode)]
    )
    side = {"align": {"expr": "datum.value < 0 ? 'right' : 'left'"}, "dx": {"expr": "datum.value < 0 ? -4 : 4"}}
    ink = SURFACES[mode]["ink"]
    return alt.layer(
        base.mark_bar(height={"band": 0.7}).encode(color=alt.Color("part:N", scale=colors, legend=None)),
        base.mark_text(**side, color=ink).encode(text=alt.Text("shown:N")),
        alt.Chart(small([{"zero": 0}])).mark_rule(color=SURFACES[mode]["control"]).encode(x=alt.X("zero:Q")),
        alt.Chart(small([bars[-1]])).mark_rule(color=ink).encode(y=alt.Y("row:O", bandPosition=0)),
    )


def _title(explanation: StepExplanation, gate: str, sequence: str | None, gettext: Translate) -> str:
    words = gettext("Sum of the {signal} of unit {unit} at step {step}")
    title = words.format(signal=signal_titles(gettext)[gate], unit=explanation.unit + 1, step=explanation.time + 1)
    return f"{sequence}: {title}" if sequence else title


def _activation(gate: GateSum, gettext: Translate) -> str:
    total, value = signed(gate.total, DECIMALS), signed(gate.value, DECIMALS)
    if gate.gate.endswith("_gate"):  # without a sign, as in the figure
        value = value.removeprefix("+")
    return f"{signal_titles(gettext)[gate.gate]} = {gate.activation}({total}) = {value}"
