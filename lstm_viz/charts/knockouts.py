"""The unit and step on which an answer depends."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.base import label, signed
from lstm_viz.charts.steps import Steps, around
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.unit_heatmap import MOST_STEPS, UnitHeatmap
from lstm_viz.explain.knockouts import ACTIONS
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate

DECIMALS = 1
NOTICEABLE = 0.5  # in percentage points; less is next to nothing


def carriers(
    values: np.ndarray,
    *,
    action: str,
    answer: str,
    answer_time: int,
    time: int,
    gettext: Translate,
    state: str = "cell",
    unit: int | None = None,
    tokens: Sequence[str] = (),
    mode: Mode = "light",
) -> alt.LayerChart:
    """How an answer changes when one unit is erased, or copied from the other sequence, at one step.

    Args:
        values: Shape (time, units), −1 … 1, as `explain.carriers` returns them: how far the probability of `answer`
            drops when a unit is erased, or rises when it is copied. The cell of a value that is not finite is empty.
        action: "erase" or "copy".
        answer: The symbol of the right answer; for "copy", the right answer of the other sequence.
        answer_time: The step after which the answer is given, counted from 0.
        time: The step of the cursor, counted from 0.
        gettext: Translates the texts of the chart.
        state: The state that was erased or copied: "cell" or "hidden".
        unit: The selected unit, counted from 0; None for no unit.
        tokens: The symbol that each step reads.
        mode: The page's colours, "light" or "dark".

    Returns:
        Cells in percentage points, as probabilities are in percent, on a scale that is always from −100 to 100.
        The largest value is framed if it is at least NOTICEABLE. If there are more than MOST_STEPS steps, those around
        the cursor are drawn.

    Raises:
        ValueError: If `values` does not have shape (time, units), or there is no such action or state.
        IndexError: If `time`, `answer_time` or `unit` is outside its range.
    """
    _check(values, action, state)
    check_index("time", time, len(values))
    check_index("answer_time", answer_time, len(values))
    if unit is not None:
        check_index("unit", unit, values.shape[1])
    points = 100 * values
    finite = np.where(np.isfinite(points), points, 0)
    step, of = (int(at) for at in np.unravel_index(finite.argmax(), values.shape))
    framed = [(step, of)] if finite[step, of] >= NOTICEABLE else []
    title = _question(action, gettext).format(answer=label(answer))
    told = _told(framed, finite, gettext)
    return UnitHeatmap(
        values=points,
        steps=Steps(around(time, len(values), MOST_STEPS), tokens, gettext),
        reach=100,
        decimals=DECIMALS,
        framed=framed,
        time=time,
        unit=unit,
        texts=(title, _quantity(action, gettext), f"{title} {told}"),
        subtitle=[_explained(action, state, gettext).format(answer=label(answer), step=answer_time + 1), told],
        gettext=gettext,
        mode=mode,
    ).chart()


def _check(values: np.ndarray, action: str, state: str) -> None:
    if values.ndim != 2 or not values.size:
        raise ValueError(f"values must have shape (time, units), not {values.shape}.")
    if action not in ACTIONS:
        raise ValueError(f"action must be one of {', '.join(ACTIONS)}, not {action!r}.")
    if state not in ("cell", "hidden"):
        raise ValueError(f"state must be cell or hidden, not {state!r}.")


def _question(action: str, gettext: Translate) -> str:
    if action == "erase":
        return gettext("Which unit carries the answer {answer}?")
    return gettext("Which unit moves the answer to {answer}?")


def _quantity(action: str, gettext: Translate) -> str:
    return gettext("Drop in percentage points") if action == "erase" else gettext("Rise in percentage points")


def _explained(action: str, state: str, gettext: Translate) -> str:
    if action == "erase":
        return {
            "cell": gettext("Drop in the probability of {answer} after step {step} when this cell state is set to 0."),
            "hidden": gettext(
                "Drop in the probability of {answer} after step {step} when this hidden state is set to 0."
            ),
        }[state]
    return {
        "cell": gettext("Rise in the probability of {answer} after step {step} when this cell state is copied over."),
        "hidden": gettext(
            "Rise in the probability of {answer} after step {step} when this hidden state is copied over."
        ),
    }[state]


def _told(framed: list[tuple[int, int]], values: np.ndarray, gettext: Translate) -> str:
    if not framed:
        return gettext("No single unit does this.")
    (step, unit) = framed[0]
    words = gettext("Framed, the largest: unit {unit} at step {step}, {value}.")
    return words.format(unit=unit + 1, step=step + 1, value=signed(values[step, unit], DECIMALS))
