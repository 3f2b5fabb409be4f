"""How likely the right answer is at each step, before and after interventions."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, label, number
from lstm_viz.charts.steps import Steps, around
from lstm_viz.charts.theme import Mode, version_color
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate
from lstm_viz.lessons.memory_lab.charts.versions import VERSIONS, by_version, version_titles

MOST_STEPS = 100
HEIGHT = 200
SHAPES = {"before": "diamond", "after": "circle"}
SIZES = {"before": 190, "after": 40}  # the small filled point is visible inside the large hollow one


def answer_steps(
    before: np.ndarray,
    after: np.ndarray,
    *,
    answers: Sequence[str],
    time: int,
    gettext: Translate,
    tokens: Sequence[str] = (),
    sequence: str | None = None,
    mode: Mode = "light",
) -> alt.LayerChart:
    """The right answer's probability at each step: dashed before the interventions, solid after them.

    Args:
        before: The probabilities before the interventions, shape (time,), 0 … 1.
        after: The probabilities after the interventions, shape (time,), 0 … 1.
        answers: The right answer at each step.
        time: The step of the cursor, counted from 0.
        gettext: Translates the texts of the chart.
        tokens: The symbol that each step reads.
        sequence: "A" or "B", for the title; None if there is only one sequence.
        mode: The page's colours, "light" or "dark".

    Returns:
        Two lines on an axis from 0 to 1. If there are more than MOST_STEPS steps, those around the cursor are drawn.

    Raises:
        ValueError: If `before`, `after` and `answers` differ in length.
        IndexError: If `time` is outside the sequence.
    """
    values = {"before": before, "after": after}
    for name, each in values.items():
        if np.shape(each) != (len(answers),):
            raise ValueError(f"{name} must have shape ({len(answers)},), not {np.shape(each)}.")
    check_index("time", time, len(answers))
    steps = Steps(around(time, len(answers), MOST_STEPS), tokens, gettext)
    rows: list[Row] = [
        {"step": 1 + step, "version": name, "value": number(values[name][step]), "answer": label(answers[step])}
        for name in VERSIONS
        for step in steps.drawn
    ]
    title = gettext("Probability of the right answer")
    title = f"{sequence}: {title}" if sequence else title
    words = gettext("At step {step}: {before} before, {after} after.")
    shown = words.format(step=steps.name(time), before=f"{before[time]:.1%}", after=f"{after[time]:.1%}")
    return finish(
        alt.layer(*steps.cursor(time, mode), *_lines(steps, gettext, mode)),
        rows=rows,
        title=title,
        subtitle=steps.part(len(answers)),
        description=f"{title}. {shown}",
        mode=mode,
        height=HEIGHT,
    )


def _lines(steps: Steps, gettext: Translate, mode: Mode) -> list[alt.Chart]:
    axis = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1])
    whole_points = alt.Scale(domain=[-0.05, 1.05], nice=False)
    named = alt.Chart().transform_calculate(title=f"{version_titles(gettext)}[datum.version]")
    base = named.encode(
        x=steps.axis(),
        y=alt.Y("value:Q", title=gettext("Probability"), scale=whole_points, axis=axis),
        tooltip=[
            alt.Tooltip("step:O", title=gettext("Step")),
            alt.Tooltip("answer:N", title=gettext("Right answer")),
            alt.Tooltip("title:N", title=gettext("Interventions")),
            alt.Tooltip("value:Q", title=gettext("Probability"), format=".5~%"),
        ],
    )
    color, dash = (by_version(channel, gettext, mode, symbol="stroke") for channel in (alt.Color, alt.StrokeDash))
    line = base.mark_line(strokeWidth=2).encode(color=color, strokeDash=dash)
    return [line, *(_points(base, version, mode) for version in VERSIONS)]


def _points(base: alt.Chart, version: str, mode: Mode) -> alt.Chart:
    color = version_color(version, mode)
    look = {"shape": SHAPES[version], "size": SIZES[version], "stroke": color, "strokeWidth": 1.5, "opacity": 1}
    fill = {"fill": color} if version == "after" else {}
    return base.transform_filter(alt.datum.version == version).mark_point(**look, **fill)
