"""Caches that all visitors share. Every value in a cache is read-only, and every cache has a bound."""

import hashlib
import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_viz.app.shared import shared
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import translation
from lstm_viz.tables import arrow, rows_of

# With SVG, the browser would paint all marks of a chart again at every step of the viewer above it.
ON_CANVAS = {"usermeta": {"embedOptions": {"renderer": "canvas"}}}
ROWS = "rows"

Build = Callable[..., list[Any]]


@dataclass(frozen=True)
class FinishedChart:
    """A chart as the browser and the files get it.

    Attributes:
        specification: Its Vega-Lite specification without its rows, as JSON.
        rows: Its rows, as an Arrow stream: Streamlit sends it as it is, while it would convert plain rows in each run.
        height: The height of the plot in pixels, without title, legend and axes.
    """

    specification: str
    rows: bytes
    height: int

    def sent(self) -> dict[str, Any]:
        """The specification for `st.vega_lite_chart`."""
        return {**json.loads(self.specification), "data": {"name": ROWS}, "datasets": {ROWS: self.rows}}

    def whole(self) -> dict[str, Any]:
        """The specification for `charts.export`."""
        return {**json.loads(self.specification), "data": {"values": rows_of(self.rows)}}


def key_of(arguments: Any) -> Hashable:
    """The arguments as a key, in which a digest stands for each array."""
    if isinstance(arguments, np.ndarray):
        digest = hashlib.blake2b(np.ascontiguousarray(arguments).data, digest_size=20).digest()
        return arguments.dtype.str, arguments.shape, digest
    return tuple(map(key_of, arguments)) if isinstance(arguments, list | tuple) else arguments


def make_charts(
    build: Build, name: str, shown: Hashable, language: str, mode: Mode, **cursor: Any
) -> tuple[FinishedChart, ...]:
    """The finished charts of a panel; see `load_charts`, which keeps them."""
    return finished(build(gettext=translation(language).gettext, mode=mode, **cursor))


@shared(most=256)
def load_charts(
    _build: Build, name: str, shown: Hashable, language: str, mode: Mode, **cursor: Any
) -> tuple[FinishedChart, ...]:
    """The finished charts of a panel: Altair takes 25–200 ms to make one.

    Args:
        _build: A function of `gettext=`, `mode=` and the cursor that makes the charts. It is no part of the key, so the
            same `name` and `shown` must always come with the same function.
        name: The name of the panel.
        shown: A hashable value that identifies the data of the charts.
        language: The language of the texts.
        mode: "light" or "dark".
        **cursor: The step, unit, gate or sequence that the panel shows.
    """
    return make_charts(_build, name, shown, language, mode, **cursor)


@shared(most=64)
def load_figure(_build: Callable[..., Any], name: str, shown: Hashable, language: str, mode: Mode) -> Any:
    """The finished Plotly figure of a panel. The arguments are those of `load_charts`."""
    from lstm_viz.charts.fixed_figure import FixedFigure

    return FixedFigure(_build(gettext=translation(language).gettext, mode=mode))


def finished(charts: Iterable[Any]) -> tuple[FinishedChart, ...]:
    """Altair charts, finished."""
    from lstm_viz.charts.base import spec

    made = []
    for chart in charts:
        whole = spec(chart) | ON_CANVAS
        rows = arrow(whole.pop("data")["values"])
        made.append(FinishedChart(json.dumps(whole), rows, whole["height"]))
    return tuple(made)
