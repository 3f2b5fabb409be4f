"""Draws charts on a page, each with a menu that downloads it."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.cached import Build, FinishedChart, load_charts, make_charts
from lstm_viz.app.language import _, language
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import N_

ROOM_AROUND_PLOT = 150
PLOTLYS_WORDS = (
    N_("Download plot as a PNG"),
    N_("Zoom"),
    N_("Pan"),
    N_("Zoom in"),
    N_("Zoom out"),
    N_("Autoscale"),
    N_("Reset axes"),
    N_("Orbital rotation"),
    N_("Turntable rotation"),
    N_("Reset camera to default"),
    N_("Reset camera to last save"),
    N_("Double-click to zoom back out"),
    N_("Double-click on legend to isolate one trace"),
)
"""What Plotly writes on its buttons and in its notes."""


def mode() -> Mode:
    """The page's mode, "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw(build: Build, name: str, shown: Hashable, *, keep: bool = True, **cursor: Any) -> None:
    """Draws charts side by side, each with a menu that downloads it.

    Args:
        build: See `load_charts`.
        name: The name of the charts and of their files.
        shown: See `load_charts`.
        keep: Whether the charts are kept for later runs. While a training runs, no run draws the same curves again.
        **cursor: See `load_charts`.
    """
    load = load_charts if keep else make_charts
    draw_finished(load(build, name, shown, language(), mode(), **cursor), name)


def draw_finished(charts: Sequence[FinishedChart], name: str) -> None:
    """Draws finished charts as `draw` does; nothing if there are none."""
    if not charts:
        return
    for place, (number, chart) in zip(st.columns(len(charts)), enumerate(charts, start=1), strict=True):
        with place:
            st.vega_lite_chart(chart.sent(), theme=None, width="stretch", height=chart.height + ROOM_AROUND_PLOT)
            save_menu(chart, f"{name}_{number}")


def draw_to_pick(made: FinishedChart, key: str, selection: str) -> list[dict[str, Any]]:
    """Draws a finished chart on which a visitor picks marks.

    Args:
        made: The chart.
        key: The key of the element.
        selection: The name of the chart's selection.

    Returns:
        The fields of the picked marks; empty before a click.
    """
    height = made.height + ROOM_AROUND_PLOT
    picked = st.vega_lite_chart(
        made.sent(), theme=None, width="stretch", height=height, key=key, on_select="rerun", selection_mode=selection
    )
    return picked["selection"].get(selection) or []


def plotly_config(**options: object) -> dict[str, object]:
    """Options for a figure of Plotly's, with its buttons in the page's language."""
    words = {english: _(english) for english in PLOTLYS_WORDS}
    return {"displaylogo": False, "locale": language(), "locales": {language(): {"dictionary": words}}, **options}


def save_menu(chart: FinishedChart, name: str) -> None:
    """Draws the menu that downloads a chart.

    Its buttons are drawn only while it is open: few visitors want them, and charts are many.

    Args:
        chart: The chart.
        name: The name of its file.
    """
    key, icon = f"{name}_files", ":material/download:"
    menu = st.popover(_("Save chart"), icon=icon, type="tertiary", key=key, on_change="rerun")
    if not menu.open:
        return
    from lstm_viz.charts import export

    spoken = language()
    kinds = {
        "PNG": (export.png, "image/png"),
        "SVG": (partial(export.svg, language=spoken), "image/svg+xml"),
        "HTML": (partial(export.html, language=spoken), "text/html"),
    }
    with menu:
        for kind, (convert, mime) in kinds.items():
            st.download_button(
                kind,
                lambda convert=convert: convert(chart.whole()),
                f"{name}.{kind.lower()}",
                mime,
                key=f"{name}_{kind}",
                help=_("Download this chart as {kind}").format(kind=kind),
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",  # a rerun after the click would delete the file before the browser has it
            )
