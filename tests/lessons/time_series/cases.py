"""Series and settings that several tests use."""

from dataclasses import replace

import numpy as np

from lstm_viz.lessons.time_series.prepare import Prepared, prepare
from lstm_viz.lessons.time_series.series import SOURCES, Series
from lstm_viz.lessons.time_series.settings import SETTINGS, ForecastSettings
from lstm_viz.lessons.time_series.view import View, view_of

SMALL = ForecastSettings("lstm", 4, 1, False, 5, 1, 8, 0.01, 3, 1)


def random_series(rows: int = 60, columns: int = 2, seed: int = 0) -> Series:
    values = np.random.default_rng(seed).normal(3, 2, (rows, columns)).cumsum(axis=0)
    return Series(tuple("abcdefgh"[:columns]), values)


def prepared(series: Series | None = None, settings: ForecastSettings = SMALL, target: int = 0) -> Prepared:
    return prepare(series or random_series(), target, 20, 20, settings.look_back, settings.horizon)


def changed(settings: ForecastSettings = SMALL, **values) -> ForecastSettings:
    return replace(settings, **values)


def view(**values) -> View:
    """The view of the page with these settings, and else its defaults."""
    values = SETTINGS.defaults() | values
    return view_of(values, SOURCES[values["source"]](values["series_seed"]))
