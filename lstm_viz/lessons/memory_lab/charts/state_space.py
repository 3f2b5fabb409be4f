"""The paths of two sequences through the states of a layer, in three dimensions."""

import html
from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from lstm_viz.charts.base import FONT, label
from lstm_viz.charts.theme import SURFACES, Mode, sequence_color
from lstm_viz.i18n import Translate

HEIGHT = 460
MOST_LABELS = 25
MARKERS = {"A": "circle", "B": "diamond"}
DASHES = {"A": "solid", "B": "dash"}
SIDES = {"A": "top center", "B": "bottom center"}  # keeps labels apart where the two paths coincide
# Slightly to the left of the paths, and far enough away that a phone shows the whole titles of the axes.
CAMERA = {"eye": {"x": 1.67, "y": 1.53, "z": 0.92}, "center": {"x": 0.07, "y": -0.07, "z": -0.1}}
FLATTEST = 0.35


def state_space(
    paths: Mapping[str, np.ndarray],
    shares: Sequence[float],
    *,
    tokens: Mapping[str, Sequence[str]],
    state: str,
    gettext: Translate,
    mode: Mode = "light",
) -> go.Figure:
    """The path of each sequence through the states, step by step, along the same three axes.

    Args:
        paths: "A", "B" or both → shape (1 + time, 3): the initial state, then the state after each step in the order
            of reading.
        shares: The fraction of the variance that each axis explains, 0 … 1.
        tokens: "A", "B" or both → the symbol that each step reads.
        state: "cell" or "hidden".
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Returns:
        A figure that can be turned and zoomed. `figure.layout.meta["description"]` describes it in words.

    Raises:
        ValueError: If there is no path, a name other than A and B, a shape other than (1 + time, 3), a number of shares
            other than three, or no such state.
    """
    _check(paths, shares, state)
    titles = {"cell": gettext("Paths through the cell state"), "hidden": gettext("Paths through the hidden state")}
    title, explained = titles[state], gettext("In brackets: the share of the variance that an axis explains.")
    axis = gettext("Axis {number} ({share})")
    axes = [axis.format(number=1 + number, share=f"{share:.0%}") for number, share in enumerate(shares)]
    drawn = [_path(name, path, tokens.get(name, ()), gettext, mode) for name, path in paths.items()]
    figure = go.Figure([*drawn, _start(paths, gettext, mode)])
    colors = SURFACES[mode]
    figure.update_layout(
        template="none",
        title={"text": title, "subtitle": {"text": explained}, "font": {"size": 15}, "x": 0.01, "xanchor": "left"},
        meta={"description": f"{title}. {', '.join(axes)}. {explained}"},
        font={"family": FONT, "color": colors["ink"], "size": 12},
        paper_bgcolor=colors["background"],
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 76, "b": 0},
        legend={"orientation": "h", "x": 0.01, "y": 1, "yanchor": "top"},
        scene={**_axes(axes, mode), "camera": CAMERA, **_proportions(paths)},
    )
    return figure


def page(figure: go.Figure, language: str) -> bytes:
    """The figure as an HTML page that needs no other files.

    Args:
        figure: A figure that `state_space` returned.
        language: The language code of the figure's texts, for screen readers.
    """
    title, description = (html.escape(text) for text in (figure.layout.title.text, figure.layout.meta["description"]))
    drawing = figure.to_html(full_html=False, include_plotlyjs=True, div_id="paths", config={"displaylogo": False})
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    named = f'<div role="figure" aria-label="{description}">{drawing}</div>'
    body = f'<body style="margin:0;background:{figure.layout.paper_bgcolor}">{named}</body>'
    return f'<!doctype html><html lang="{language}">{head}{body}</html>'.encode()


def _check(paths: Mapping[str, np.ndarray], shares: Sequence[float], state: str) -> None:
    if not paths or not set(paths) <= set(MARKERS):
        raise ValueError(f"paths must be named A, or A and B, not {', '.join(paths) or 'nothing'}.")
    for name, path in paths.items():
        if path.ndim != 2 or path.shape[1] != 3 or len(path) < 2:
            raise ValueError(f"paths[{name!r}] must have shape (1 + time, 3), not {path.shape}.")
    if len(shares) != 3:
        raise ValueError(f"shares must be 3, one for each axis, not {len(shares)}.")
    if state not in ("cell", "hidden"):
        raise ValueError(f"state must be cell or hidden, not {state!r}.")


def _path(name: str, path: np.ndarray, tokens: Sequence[str], gettext: Translate, mode: Mode) -> go.Scatter3d:
    color, every = sequence_color(name, mode), -(-(len(path) - 1) // MOST_LABELS)
    steps = range(1, len(path))
    reads = ["", *(f" ({label(token)})" for token in tokens)] + [""] * (len(path) - 1 - len(tokens))
    words = [gettext("initial state"), *(gettext("step {step}").format(step=step) + reads[step] for step in steps)]
    return go.Scatter3d(
        x=path[:, 0],
        y=path[:, 1],
        z=path[:, 2],
        name=name,
        mode="lines+markers+text",
        line={"color": color, "width": 5, "dash": DASHES[name]},
        marker={"color": color, "size": 5, "symbol": MARKERS[name]},
        text=["", *(f"{step}{reads[step]}" if step % every == 0 else "" for step in steps)],
        textposition=SIDES[name],
        textfont={"color": color, "size": 13},
        customdata=words,
        hovertemplate=f"{name}, %{{customdata}}<br>%{{x:.3f}}, %{{y:.3f}}, %{{z:.3f}}<extra></extra>",
    )


def _start(paths: Mapping[str, np.ndarray], gettext: Translate, mode: Mode) -> go.Scatter3d:
    """A square at the initial state of each path; one square if all paths start at the same state."""
    starts = np.unique(np.array([path[0] for path in paths.values()]), axis=0)
    ink = SURFACES[mode]["ink"]
    return go.Scatter3d(
        x=starts[:, 0],
        y=starts[:, 1],
        z=starts[:, 2],
        name=gettext("initial state"),
        mode="markers",
        marker={"color": ink, "size": 7, "symbol": "square-open", "line": {"width": 2}},
        hoverinfo="skip",
    )


def _axes(titles: Sequence[str], mode: Mode) -> dict[str, dict]:
    colors = SURFACES[mode]
    look = {
        "gridcolor": colors["line"],
        "zerolinecolor": colors["control"],
        "color": colors["muted"],
        "showbackground": False,
    }
    return {f"{axis}axis": {**look, "title": {"text": title}} for axis, title in zip("xyz", titles, strict=True)}


def _proportions(paths: Mapping[str, np.ndarray]) -> dict[str, object]:
    """The lengths of the axes, with the same scale on each; none is shorter than FLATTEST of the longest."""
    points = np.concatenate([*paths.values()])
    extents = np.ptp(np.where(np.isfinite(points), points, 0), axis=0)
    shown = np.maximum(extents / (extents.max() or 1), FLATTEST)
    return {"aspectmode": "manual", "aspectratio": dict(zip("xyz", shown.tolist(), strict=True))}
