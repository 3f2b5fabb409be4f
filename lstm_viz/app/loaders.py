"""What is worth computing once for all visitors. Everything kept here is read-only, and every cache has a bound."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import streamlit as st

from lstm_viz.charts.theme import Mode
from lstm_viz.engine.models import Model
from lstm_viz.i18n import translation
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.compute import flow_of
from lstm_viz.lessons.gradient_flow.link import DEFAULT
from lstm_viz.lessons.gradient_flow.recorded import recorded_flows
from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import FlowSettings
from lstm_viz.lessons.memory_lab.learned import Learned
from lstm_viz.lessons.step_through.view import LAB, Pass, SteppingView, model_of, passes_of
from lstm_viz.tasks import Task
from lstm_viz.training import Run, Settings, new_run, recorded
from lstm_viz.training.trained import Trained
from lstm_viz.worker import shared_worker

# As SVG, the browser would paint a chart's thousand marks again at every step of the viewer above it.
ON_CANVAS = {"usermeta": {"embedOptions": {"renderer": "canvas"}}}

Build = Callable[..., list[Any]]


@st.cache_resource(max_entries=32, show_spinner=False)
def load_passes(view: SteppingView) -> tuple[Model, dict[str, Pass]]:
    """The model of a view and what it does with each sequence.

    Raises:
        KeyError: If it is a network of the Memory lab that is not trained on this server: see `ui.lab_model`.
    """
    model = lab_model(view.trained) if view.model == LAB else model_of(view)
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


def lab_model(trained: Trained) -> Model:
    """A network of the Memory lab.

    Raises:
        KeyError: If nobody has trained it to this epoch on this server.
    """
    return Learned(load_run(trained.settings, trained.task), trained.epoch).model(trained.epoch)


@st.cache_resource(max_entries=64, show_spinner=False)
def load_flows(settings: FlowSettings) -> dict[str, GradientFlow]:
    """Each network's norms on the page Gradient flow: of the first view as recorded, else computed by the worker.

    Raises:
        WorkerError: If they are not to be had.
    """
    if settings == DEFAULT:
        return recorded_flows()
    return {network: shared_worker().call(flow_of, settings, network) for network in gap.NETWORKS}


@st.cache_resource(max_entries=1, show_spinner=False)
def load_gap_accuracy() -> gap.GapAccuracy:
    """How far back each network learned, as recorded."""
    return gap.recorded_accuracy()


@st.cache_data(max_entries=512, show_spinner=False)
def load_from_keras(name: str, arguments: tuple[Any, ...], _function: Callable[..., Any]) -> Any:
    """What a function of the worker gives: everybody gets a copy of their own.

    Args:
        name: Of the function, with its module.
        arguments: What it is called with; with the name, what tells one result from another.
        _function: It.

    Raises:
        WorkerError: If there is no result.
    """
    return shared_worker().call(_function, *arguments)


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
