"""Draws charts on a page, each with buttons that download it."""

from collections.abc import Hashable, Sequence
from typing import Any

import streamlit as st

from lstm_viz.app.cached import Build, load_charts
from lstm_viz.app.language import _, language
from lstm_viz.charts.theme import Mode

ROOM_AROUND_PLOT = 150


def mode() -> Mode:
    """The page's mode, "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw(build: Build, name: str, shown: Hashable, **cursor: Any) -> None:
    """Draws charts side by side, each with buttons that download it.

    Args:
        build: See `load_charts`.
        name: The name of the charts and of their files.
        shown: See `load_charts`.
        **cursor: See `load_charts`.
    """
    specs = load_charts(build, name, shown, language(), mode(), **cursor)
    draw_specs(specs, name)


def draw_specs(specs: Sequence[dict], name: str) -> None:
    """Draws finished specifications as `draw` does, for charts that need no cache."""
    for place, (number, spec) in zip(st.columns(len(specs)), enumerate(specs, start=1), strict=True):
        with place:
            # A specification's height is that of the plot. Streamlit's height includes title, legend and axes.
            st.vega_lite_chart(spec, theme=None, width="stretch", height=spec["height"] + ROOM_AROUND_PLOT)
            _files(spec, f"{name}_{number}")


def _files(spec: dict, name: str) -> None:
    from lstm_viz.charts import export

    kinds = {"PNG": (export.png, "image/png"), "SVG": (export.svg, "image/svg+xml"), "HTML": (export.html, "text/html")}
    with st.container(horizontal=True, gap="xsmall"):
        for kind, (convert, mime) in kinds.items():
            st.download_button(
                kind,
                lambda convert=convert: convert(spec),
                f"{name}.{kind.lower()}",
                mime,
                key=f"{name}_{kind}",
                help=_("Download this chart as {kind}").format(kind=kind),
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",  # a rerun after the click would delete the file before the browser has it
            )
