"""Cached results: of built-in series for all visitors, of a visitor's data for that visitor's session only."""

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np

from lstm_viz.app.shared import shared
from lstm_viz.app.training_panel import Kept
from lstm_viz.lessons.time_series.baselines import linear_regression
from lstm_viz.lessons.time_series.judge import Judged, judge, one_step_origins, roll_origins
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.series import SOURCES, Series
from lstm_viz.lessons.time_series.settings import NETWORKS
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.view import View, first_run, of_kind

MOST_OWN = 12
MOST_RUNS = 4
"""Runs of a visitor's data: three networks are trained side by side, and one may be from before."""


@shared(most=16)
def load_series(source: str, seed: int) -> Series:
    """A built-in series."""
    return SOURCES[source](seed)


@shared(most=24)
def _kept_for_all(key: Hashable, _view: View) -> Kept[ForecastRun]:
    return Kept(first_run(_view))


@shared(most=128)
def _made_for_all(name: str, key: Hashable, _make: Callable[[], Any]) -> Any:
    return _make()


def remembered(view: View, name: str, about: Hashable, make: Callable[[], Any]) -> Any:
    """The result of `make`, computed once for all visitors, or once for the session if the data are the visitor's.

    Args:
        view: The view.
        name: The name of the result.
        about: What the result depends on, besides the view.
        make: Computes the result; it must always return the same.
    """
    key = (view.key, about)
    if not view.is_own:
        return _made_for_all(name, key, make)
    own: dict[Hashable, Any] = PAGE.find("own_made") or {}
    if (name, key) not in own:
        made = make()  # which may keep something, too
        own = dict([*(PAGE.find("own_made") or {}).items(), ((name, key), made)][-MOST_OWN:])
        PAGE.set(own_made=own)
    return own[name, key]


def kept(view: View) -> Kept[ForecastRun]:
    """The longest run of this training: shared by all visitors, or in the session if the data are the visitor's."""
    if not view.is_own:
        return _kept_for_all(view.training_key, view)
    own: dict[Hashable, Kept[ForecastRun]] = PAGE.find("own_runs") or {}
    if view.training_key not in own:
        own = dict(list(own.items())[1 - MOST_RUNS :]) | {view.training_key: Kept(first_run(view))}
        PAGE.set(own_runs=own)
    return own[view.training_key]


def one_step(view: View, run: ForecastRun) -> Judged:
    """One-step forecasts of every row of the test part."""
    return _judged(view, run, "one step", one_step_origins(view.prepared), 1)


def rolled_out(view: View, run: ForecastRun, steps: int) -> Judged:
    """Forecasts rolled out over `steps` rows, from many rows of the test part."""
    return _judged(view, run, "rolled out", roll_origins(view.prepared, steps), steps)


def rolled_from(view: View, run: ForecastRun, row: int, steps: int) -> Judged:
    """One forecast rolled out over `steps` rows, from a row counted from 0."""
    return _judged(view, run, f"rolled from {row}", np.array([row]), steps)


def _judged(view: View, run: ForecastRun, name: str, origins: np.ndarray, steps: int) -> Judged:
    return remembered(view, name, (run.weights_epoch, steps), lambda: judged_now(view, run, origins, steps))


def judged_now(view: View, run: ForecastRun, origins: np.ndarray, steps: int) -> Judged:
    """The result of `judge.judge`, without the network if it is untrained. The regression is fitted once."""
    model = (view.settings, run.weights) if run.epoch else None
    of_any_network = of_kind(view, NETWORKS[0])
    regression = remembered(of_any_network, "regression", None, lambda: linear_regression(view.prepared))
    return judge(view.prepared, model, view.season, origins, steps, regression)
