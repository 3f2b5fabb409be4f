"""Caches that all visitors share. Every value in a cache is read-only, and every cache has a bound."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import streamlit as st

from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import translation
from lstm_viz.remote import Remote
from lstm_viz.worker import shared_worker

# With SVG, the browser would paint all marks of a chart again at every step of the viewer above it.
ON_CANVAS = {"usermeta": {"embedOptions": {"renderer": "canvas"}}}

Build = Callable[..., list[Any]]


@st.cache_data(max_entries=512, show_spinner=False)
def load_from_keras(path: str, arguments: tuple[Any, ...]) -> Any:
    """The result of a `Remote`. Each caller gets a separate copy.

    Args:
        path: The function's path, as `Remote.path`.
        arguments: The arguments of the call.

    Raises:
        WorkerError: If there is no result.
    """
    return shared_worker().call(Remote(path), *arguments)


@st.cache_data(max_entries=256, show_spinner=False)
def load_charts(_build: Build, name: str, shown: Hashable, language: str, mode: Mode, **cursor: Any) -> list[dict]:
    """The finished Vega-Lite specifications of a panel: Altair takes 25–200 ms to make one.

    Args:
        _build: A function of `gettext=`, `mode=` and the cursor that makes the charts. Streamlit does not hash it, so
            the same `name` and `shown` must always come with the same function.
        name: The name of the panel.
        shown: A hashable value that identifies the data of the charts.
        language: The language of the texts.
        mode: "light" or "dark".
        **cursor: The step, unit, gate or sequence that the panel shows.
    """
    return specs_of(_build(gettext=translation(language).gettext, mode=mode, **cursor))


def specs_of(charts: Iterable[Any]) -> list[dict]:
    """The Vega-Lite specifications of charts, for `st.vega_lite_chart`."""
    from lstm_viz.charts.base import spec

    return [spec(chart) | ON_CANVAS for chart in charts]
