"""What is worth computing once for all visitors. Everything kept here is read-only, and every cache has a bound."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import streamlit as st

from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import translation
from lstm_viz.models import Model
from lstm_viz.stepping.view import Pass, SteppingView, model_of, passes_of
from lstm_viz.tasks import Task
from lstm_viz.training import Run, Settings, new_run, recorded

# As SVG, the browser would paint a chart's thousand marks again at every step of the viewer above it.
ON_CANVAS = {"usermeta": {"embedOptions": {"renderer": "canvas"}}}

Build = Callable[..., list[Any]]


@st.cache_resource(max_entries=32, show_spinner=False)
def load_passes(view: SteppingView) -> tuple[Model, dict[str, Pass]]:
    """The model of a view and what it does with each sequence."""
    model = model_of(view)
    return model, passes_of(view, model)


class _Kept:
    """The longest known run of one training. Runs never change, so whoever has one keeps it as it is."""

    def __init__(self, run: Run):
        self.run = run


@st.cache_resource(max_entries=24, show_spinner=False)
def _kept(settings: Settings, task: Task) -> _Kept:
    return _Kept(recorded(settings, task) or new_run(settings, task))


def load_run(settings: Settings, task: Task) -> Run:
    """The longest run of this training that this server knows: the same settings give everybody the same weights."""
    return _kept(settings, task).run


def keep_run(run: Run) -> None:
    """Keeps a run that went further, for whoever asks for the same training: after a reload, say."""
    kept = _kept(run.settings, run.task)
    if len(run.losses) > len(kept.run.losses):
        kept.run = run


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
