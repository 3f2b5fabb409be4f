"""The small picture beside a finding of the check-up: numbers of units, features or layers, or a curve over steps."""

from typing import Any

import altair as alt
import numpy as np

from lstm_viz.charts.base import LONGEST_LABEL, Row, finish, label, number, small
from lstm_viz.charts.theme import SURFACES, Mode, step_colors
from lstm_viz.checks import Picture
from lstm_viz.checks.thresholds import percent
from lstm_viz.i18n import Translate
from lstm_viz.problem import Note, told

HEIGHT = 150


def check_up_picture(picture: Picture, *, title: str, gettext: Translate, mode: Mode = "light") -> alt.LayerChart:
    """The chart of a finding. Its threshold is a line across it; numbers at the alarm's side are beyond that line.

    Args:
        picture: The numbers.
        title: What is checked, in the reader's language.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".
    """
    names = [gettext(name) for name in picture.series]
    legend = alt.Legend(orient="top", title=None) if len(names) > 1 else None
    base = alt.Chart().encode(
        x=_places(picture, gettext),
        y=_values(picture, gettext),
        color=alt.Color("series:N", scale=alt.Scale(domain=names, range=step_colors(len(names), mode)), legend=legend),
        tooltip=_tooltip(picture, gettext),
    )
    if picture.labels is None:
        marks = base.mark_line(point=len(next(iter(picture.series.values()))) <= 60)
    elif picture.is_log:  # a bar would need a zero to stand on
        marks = base.mark_point(filled=True, size=60, opacity=1)
    else:
        marks = base.mark_bar()
    rows = _rows(picture, names, gettext)
    values = [row["value"] for row in rows if row["value"] is not None]
    text = percent if picture.is_share else "{:.3g}".format
    span = f"{text(min(values))} – {text(max(values))}" if values else "–"
    return finish(
        alt.layer(marks, *_threshold(picture, mode)),
        rows=rows,
        title=title,
        description=f"{title}. {told(picture.y, gettext)}: {span}",
        mode=mode,
        height=HEIGHT,
    )


def _places(picture: Picture, gettext: Translate) -> alt.X:
    title = told(picture.x, gettext)
    if picture.labels is None:
        return alt.X("place:Q", title=title, axis=alt.Axis(tickMinStep=1, grid=False))
    is_named = any(not str(each).isdigit() for each in picture.labels)
    return alt.X("place:O", sort=None, title=title, axis=alt.Axis(labelAngle=-30 if is_named else 0))


def _values(picture: Picture, gettext: Translate) -> alt.Y:
    scale = alt.Scale(type="log") if picture.is_log else alt.Scale()
    written = {"format": ".0e"} if picture.is_log else {"format": "%"} if picture.is_share else {}
    axis = alt.Axis(tickCount=4, **written)
    return alt.Y(
        "value:Q", title=told(picture.y, gettext), scale=scale, axis=axis, stack="zero" if _stacks(picture) else None
    )


def _stacks(picture: Picture) -> bool:
    """Whether the bars of several series stand on each other: shares of one whole do."""
    return picture.labels is not None and len(picture.series) > 1


def _tooltip(picture: Picture, gettext: Translate) -> list[alt.Tooltip]:
    kind = "Q" if picture.labels is None else "N"
    place = alt.Tooltip(f"place:{kind}", title=told(picture.x, gettext))
    value = alt.Tooltip("value:Q", title=told(picture.y, gettext), format=".4~%" if picture.is_share else ".4g")
    return [place, *([alt.Tooltip("series:N", title=" ")] if len(picture.series) > 1 else []), value]


def _rows(picture: Picture, names: list[str], gettext: Translate) -> list[Row]:
    rows = []
    for name, values in zip(names, picture.series.values(), strict=True):
        for at, value in enumerate(values):
            is_drawn = np.isfinite(value) and (value > 0 or not picture.is_log)
            rows.append(
                {"place": _place(picture, at, gettext), "series": name, "value": number(value) if is_drawn else None}
            )
    return rows


def _place(picture: Picture, at: int, gettext: Translate) -> Any:
    if picture.labels is None:
        return at + 1
    own = picture.labels[at]
    return label(told(own, gettext) if isinstance(own, Note) else own, LONGEST_LABEL)


def _threshold(picture: Picture, mode: Mode) -> list[alt.Chart]:
    if picture.threshold is None:
        return []
    rule = alt.Chart(small([{"limit": picture.threshold}])).mark_rule(
        color=SURFACES[mode]["wrong"], strokeDash=[5, 3], strokeWidth=1.5
    )
    return [rule.encode(y=alt.Y("limit:Q"))]
