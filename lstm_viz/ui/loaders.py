"""What is worth computing once for all visitors. Everything kept here is read-only, and every cache has a bound."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import translation
from lstm_viz.models import Model
from lstm_viz.stepping.view import Pass, SteppingView, model_of, passes_of

# As SVG, the browser would paint a chart's thousand marks again at every step of the viewer above it.
ON_CANVAS = {"usermeta": {"embedOptions": {"renderer": "canvas"}}}

Build = Callable[..., list[Any]]


@st.cache_resource(max_entries=32, show_spinner=False)
def load_passes(view: SteppingView) -> tuple[Model, dict[str, Pass]]:
    """The model of a view and what it does with each sequence."""
    model = model_of(view)
    return model, passes_of(view, model)


@st.cache_data(max_entries=256, show_spinner=False)
def load_charts(_build: Build, name: str, view: SteppingView, language: str, mode: Mode, **cursor: Any) -> list[dict]:
    """The finished Vega-Lite specifications of a panel: Altair takes 25–200 ms to make one.

    Args:
        _build: Makes the charts of passes, `gettext=`, `mode=` and the cursor; always the same for a `name`.
        name: Of the panel.
        view: What is shown.
        language: Its texts' language.
        mode: "light" or "dark".
        **cursor: What of step, unit, gate and sequence the panel shows.
    """
    from lstm_viz.charts.base import spec

    _, passes = load_passes(view)
    charts = _build(passes, gettext=translation(language).gettext, mode=mode, **cursor)
    return [spec(chart) | ON_CANVAS for chart in charts]
