"""The view of the page Time series: a prepared series, and the network that forecasts it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lstm_viz.data import InputError
from lstm_viz.lessons.time_series.assets import recorded_run
from lstm_viz.lessons.time_series.baselines import estimated_season
from lstm_viz.lessons.time_series.prepare import STANDARD, VALUES, Prepared, prepare
from lstm_viz.lessons.time_series.run import ForecastRun, new_run
from lstm_viz.lessons.time_series.series import OWN, Series
from lstm_viz.lessons.time_series.settings import SETTINGS, ForecastSettings, network_of


@dataclass(frozen=True)
class Recipe:
    """Everything that decides the weights of a network that is trained on a built-in series."""

    source: str
    series_seed: int
    columns: tuple[int, ...]
    validation: int
    test: int
    settings: ForecastSettings
    change: str = VALUES
    scaling: str = STANDARD


@dataclass(frozen=True, eq=False)
class View:
    """All settings of the page, each of them valid.

    Attributes:
        recipe: The values that decide the weights, together with the visitor's data if the source is OWN.
        series: All columns of the series, with only the rows that the page uses.
        prepared: The chosen columns, prepared for training.
        season: The number of rows in a season; None if it is unknown.
        season_is_estimated: Whether the page estimated the season.
        epochs: The largest number of epochs to train.
        data: A key that differs between visitors' data; "" for a built-in series.
    """

    recipe: Recipe
    series: Series
    prepared: Prepared
    season: int | None
    season_is_estimated: bool
    epochs: int
    data: str = ""

    @property
    def settings(self) -> ForecastSettings:
        """The network and how it is trained."""
        return self.recipe.settings

    @property
    def is_own(self) -> bool:
        """Whether the series is the visitor's data."""
        return self.recipe.source == OWN

    @property
    def training_key(self) -> Hashable:
        """A key that is equal for views with the same training."""
        return self.recipe, self.data

    @property
    def key(self) -> Hashable:
        """A key that is equal for views with the same forecasts and errors."""
        return self.recipe, self.data, self.prepared.target, self.season

    @property
    def target_name(self) -> str:
        """The name of the column whose forecasts are judged."""
        return self.prepared.series.columns[self.prepared.target]


def view_of(values: Mapping[str, Any], series: Series, data: str = "") -> View:
    """The view for these values of the settings.

    Args:
        values: Name in `settings.SETTINGS` → value.
        series: The series of the source in `values`.
        data: The key of the visitor's data, see `View`.

    Raises:
        InputError: If a part of the series is too short for the windows, or the season is too long for the series.
    """
    series = series.latest()
    columns = _columns(values, series)
    target = min(values["target"], len(series.columns)) - 1
    settings = network_of(values)
    at = columns.index(target) if target in columns else 0
    shape = settings.look_back, settings.horizon
    shares = values["validation"] if values["validate"] else 0, values["test"]
    reading = values["change"], values["scaling"]
    prepared = prepare(series.chosen(columns), at, *shares, *shape, *reading)
    recipe = Recipe(values["source"], values["series_seed"], columns, *shares, settings, *reading)
    season = values["season"] or _estimated(prepared)
    return View(recipe, series, prepared, _checked(season, prepared), not values["season"], values["epochs"], data)


def of_kind(view: View, network: str) -> View:
    """The same view with another kind of network, one of NETWORKS."""
    settings = replace(view.settings, network=network)
    return replace(view, recipe=replace(view.recipe, settings=settings))


def _columns(values: Mapping[str, Any], series: Series) -> tuple[int, ...]:
    """The columns that are read, counted from 0: the chosen columns that the series has, else its first column."""
    known = tuple(int(name) - 1 for name in values["columns"] if int(name) <= len(series.columns))
    return known or (0,)


def _estimated(prepared: Prepared) -> int | None:
    """The season, estimated from the training part only."""
    return estimated_season(prepared.truth[: prepared.split.training_end])


def _checked(season: int | None, prepared: Prepared) -> int | None:
    before = prepared.split.validation_end
    if season is not None and season > before:
        raise InputError(
            "A season of {season} steps is too long: {before} rows come before the test part.",
            season=season,
            before=before,
        )
    return season


def first_run(view: View) -> ForecastRun:
    """A run before its first epoch; for the default settings, the recorded run."""
    if not view.is_own and view.recipe == _default_recipe():
        return recorded_run(view.settings, view.prepared.training_data)
    return new_run(view.settings, view.prepared.training_data)


def _default_recipe() -> Recipe:
    values = SETTINGS.defaults()
    columns = tuple(int(name) - 1 for name in values["columns"])
    shares = values["validation"], values["test"]
    return Recipe(values["source"], values["series_seed"], columns, *shares, network_of(values))
