"""What is worth computing once for all visitors. Everything kept here is read-only, and every cache has a bound."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import streamlit as st

from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import translation
from lstm_viz.remote import Remote
from lstm_viz.worker import shared_worker

# As SVG, the browser would paint a chart's thousand marks again at every step of the viewer above it.
ON_CANVAS = {"usermeta": {"embedOptions": {"renderer": "canvas"}}}

Build = Callable[..., list[Any]]


@st.cache_data(max_entries=512, show_spinner=False)
def load_from_keras(path: str, arguments: tuple[Any, ...]) -> Any:
    """What a `Remote` gives: everybody gets a copy of their own.

    Args:
        path: Of the function.
        arguments: What it is called with.

    Raises:
        WorkerError: If there is no result.
    """
    return shared_worker().call(Remote(path), *arguments)


@st.cache_data(max_entries=256, show_spinner=False)
def load_charts(_build: Build, name: str, shown: Hashable, language: str, mode: Mode, **cursor: Any) -> list[dict]:
    """The finished Vega-Lite specifications of a panel: Altair takes 25–200 ms to make one.

    Args:
        _build: Makes the charts from `gettext=`, `mode=` and the cursor; the same for the same `name` and `shown`.
        name: Of the panel.
        shown: What the charts are made from, in words.
        language: Its texts' language.
        mode: "light" or "dark".
        **cursor: What of step, unit, gate and sequence the panel shows.
    """
    return specs_of(_build(gettext=translation(language).gettext, mode=mode, **cursor))


def specs_of(charts: Iterable[Any]) -> list[dict]:
    """Charts as Streamlit draws them."""
    from lstm_viz.charts.base import spec

    return [spec(chart) | ON_CANVAS for chart in charts]
