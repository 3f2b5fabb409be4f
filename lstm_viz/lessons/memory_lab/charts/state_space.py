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
SIDES = {"A": "top center", "B": "bottom center"}  # labels of steps at which the two coincide
# A little to the left of the paths, and so far away that the words at the axes are whole on a phone.
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
    """Where the state of each sequence goes, step by step, along the same three axes.

    Args:
        paths: "A" and perhaps "B" → shape (1 + time, 3): the initial state, then the state after each step in the order
            in which it was read.
        shares: How much of the variance each axis explains, 0 … 1.
        tokens: What each sequence reads at each step.
        state: "cell" or "hidden".
        gettext: Translates what is written.
        mode: Of the page.

    Returns:
        A figure to turn and zoom. What is seen is in words in `figure.layout.meta["description"]`.

    Raises:
        ValueError: If there is no path, a name other than A and B, a shape other than (1 + time, 3), not three shares,
            or no such state.
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
    """The figure as an HTML page that needs nothing beside itself.

    Args:
        figure: From `state_space`.
        language: The code of its texts' language, for what reads it aloud.
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
    """A square at the initial state of each path; one where they begin alike."""
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
    """One unit is as long on each axis, but that an axis of next to no variance stays FLATTEST of the longest."""
    points = np.concatenate([*paths.values()])
    extents = np.ptp(np.where(np.isfinite(points), points, 0), axis=0)
    shown = np.maximum(extents / (extents.max() or 1), FLATTEST)
    return {"aspectmode": "manual", "aspectratio": dict(zip("xyz", shown.tolist(), strict=True))}
