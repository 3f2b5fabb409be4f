"""The forecasts, and the gates below them, on one time axis that can be panned and zoomed."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lstm_viz.charts.base import FONT
from lstm_viz.charts.theme import SURFACES, Mode, diverging, sequential
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import SIGNAL_ORDER
from lstm_viz.i18n import Translate
from lstm_viz.lessons.time_series.charts.methods import DASHES, ORDER, TRUTH, method_colors, method_titles

SHARES = ("forget_gate", "input_gate", "update_gate", "reset_gate", "output_gate")
SHOWN = (TRUTH, "model", "linear")  # a click on a name in the legend shows one of the others
# Months are digits because Plotly names them in English only. Text after a line break is drawn where it changes.
DATES = (
    {"dtickrange": [None, 60_000], "value": "%H:%M:%S\n%Y-%m-%d"},
    {"dtickrange": [60_000, 86_400_000], "value": "%H:%M\n%Y-%m-%d"},
    {"dtickrange": [86_400_000, "M1"], "value": "%m-%d\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%Y-%m"},
    {"dtickrange": ["M12", None], "value": "%Y"},
)
CURVE_HEIGHT, SIGNAL_HEIGHT, AROUND = 300, 100, 90


@dataclass(frozen=True, eq=False)
class Moments:
    """The rows of a series that a figure shows.

    Attributes:
        rows: The number of each row, counted from 1, shape (moments,).
        times: The time of each row, in ISO 8601; None without dates.
        name: The name of the column that is forecast, with its unit.
        network: The title of the network.
    """

    rows: np.ndarray
    times: Sequence[str] | None
    name: str
    network: str

    @property
    def axis(self) -> Sequence[str] | np.ndarray:
        """The values of the time axis: the times, or the row numbers without dates."""
        return self.times if self.times is not None else self.rows

    @property
    def places(self) -> dict[str, Any]:
        """The arguments of a Plotly trace for its time axis.

        For regular rows they are the first place and the distance: dates would take 22 bytes a row in every trace.
        """
        numbers = self.rows if self.times is None else np.array(self.times, "datetime64[ms]").astype(np.int64)
        distances = np.unique(np.diff(numbers))
        return {"x0": self.axis[0], "dx": int(distances[0])} if len(distances) == 1 else {"x": self.axis}


def forecast_figure(
    moments: Moments,
    lines: Mapping[str, np.ndarray],
    signals: Mapping[str, np.ndarray] | None = None,
    *,
    title: str,
    chosen: int | None = None,
    zoom: str = "",
    gettext: Translate,
    mode: Mode = "light",
) -> go.Figure:
    """The true values and the forecasts as lines, with a heatmap for each signal below them.

    Args:
        moments: The rows to show.
        lines: Some of `methods.ORDER` → values in the unit of the series, shape (moments,).
        signals: Name → values of shape (moments, units); None for the lines alone.
        title: The title of the figure.
        chosen: The index of the marked row among the moments, counted from 0; None for no mark.
        zoom: A key: while it stays the same, the figure keeps the part that was zoomed into.
        gettext: Translates the texts of the figure.
        mode: The page's colours, "light" or "dark".

    Returns:
        A figure with points that can be clicked; the `customdata` of a point is the number of its row.
        `figure.layout.meta["description"]` describes the figure in words.
    """
    names = [name for name in SIGNAL_ORDER if name in (signals or {})]
    heights = [CURVE_HEIGHT, *[SIGNAL_HEIGHT] * len(names)]
    figure = make_subplots(
        rows=len(heights), cols=1, shared_xaxes=True, row_heights=heights, vertical_spacing=0.035 if names else 0.0
    )
    _add_lines(figure, moments, lines, gettext, mode)
    titles = signal_titles(gettext)
    for row, name in enumerate(names, start=2):
        figure.add_trace(_heatmap(moments, name, (signals or {})[name], titles[name], gettext, mode), row=row, col=1)
        # Unit 1 is on top, as in the viewer.
        figure.update_yaxes(title_text=titles[name].replace(" ", "<br>"), autorange="reversed", row=row, col=1)
    figure.update_yaxes(title_text=html.escape(moments.name), row=1, col=1)
    figure.update_xaxes(title_text=gettext("Time") if moments.times is not None else gettext("Row"), row=len(heights))
    if chosen is not None:
        figure.add_vline(moments.axis[chosen], line={"color": SURFACES[mode]["focus"], "width": 2, "dash": "dot"})
    _dress(figure, title, sum(heights) + AROUND, zoom, gettext, mode, moments)
    return figure


def page(figure: go.Figure, language: str) -> bytes:
    """The figure as an HTML page that needs no other files."""
    title = html.escape(figure.layout.meta["title"])
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    body = f'<body style="margin:0;background:{figure.layout.paper_bgcolor}">{drawing(figure)}</body>'
    return f'<!doctype html><html lang="{language}">{head}{body}</html>'.encode()


def drawing(figure: go.Figure) -> str:
    """The figure as a part of an HTML page, including the library that draws it."""
    described = html.escape(figure.layout.meta["description"], quote=True)
    drawn = figure.to_html(full_html=False, include_plotlyjs=True, div_id="forecast", config={"displaylogo": False})
    return f'<div role="figure" aria-label="{described}">{drawn}</div>'


def _add_lines(
    figure: go.Figure, moments: Moments, lines: Mapping[str, np.ndarray], gettext: Translate, mode: Mode
) -> None:
    titles, colors = method_titles(moments.network, gettext), method_colors(mode)
    for name in (name for name in ORDER if name in lines):
        figure.add_trace(
            go.Scatter(
                **moments.places,
                y=lines[name],
                name=titles[name],
                mode="lines+markers",
                line={"color": colors[name], "dash": DASHES[name], "width": 2},
                marker={"size": 5, "color": colors[name]},
                selected={"marker": {"size": 14}},
                unselected={"marker": {"opacity": 0.6}},
                customdata=moments.rows,
                hovertemplate="%{y:.5g}",
                visible=True if name in SHOWN else "legendonly",
            ),
            row=1,
            col=1,
        )


def _heatmap(moments: Moments, name: str, values: np.ndarray, title: str, gettext: Translate, mode: Mode) -> go.Heatmap:
    reach = float(np.abs(values[np.isfinite(values)]).max(initial=1e-6))
    low, high = (0.0, 1.0) if name in SHARES else (-reach, reach)
    unit = gettext("unit")
    return go.Heatmap(
        **moments.places,
        y=np.arange(1, values.shape[1] + 1),
        z=values.T,
        zmin=low,
        zmax=high,
        colorscale=_scale(sequential(name, mode) if name in SHARES else diverging(mode)),
        showscale=False,
        hovertemplate=f"{title}, {unit} %{{y}}: %{{z:.3f}}<extra></extra>",
    )


def _scale(colors: Sequence[str]) -> list[list[object]]:
    return [[at / (len(colors) - 1), color] for at, color in enumerate(colors)]


def _dress(
    figure: go.Figure, title: str, height: int, zoom: str, gettext: Translate, mode: Mode, moments: Moments
) -> None:
    colors = SURFACES[mode]
    words = gettext("Rows of the test part: {count}, each forecast from the window before it.")
    figure.update_layout(
        template="none",
        # Plotly does not draw the title, which is wider than the figure on a phone. The page shows it as text.
        meta={"title": title, "description": f"{title}. {words.format(count=len(moments.rows))}"},
        font={"family": FONT, "color": colors["ink"], "size": 12},
        paper_bgcolor=colors["background"],
        plot_bgcolor=colors["background"],
        height=height,
        # Plotly's buttons stand beside the figure. A phone always shows them, and they would cover the legend.
        modebar={"orientation": "v"},
        margin={"l": 70, "r": 40, "t": 16, "b": 46},
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom"},
        hovermode="x unified" if height == CURVE_HEIGHT + AROUND else "closest",
        dragmode="pan",
        uirevision=zoom,
    )
    look = {"gridcolor": colors["line"], "zeroline": False, "linecolor": colors["control"]}
    dates = {"tickformatstops": DATES, "hoverformat": _written(moments.times)} if moments.times else {}
    figure.update_xaxes(**look, **dates)
    figure.update_yaxes(**look)


def _written(times: Sequence[str]) -> str:
    """The format of a full date, with the time of day unless every time is midnight."""
    return "%Y-%m-%d" if all(time.endswith("T00:00:00") for time in times) else "%Y-%m-%d %H:%M"
