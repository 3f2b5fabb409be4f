"""What the page Time series shows: a series prepared, and the network that is to forecast it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from lstm_viz.data import InputError
from lstm_viz.lessons.time_series.assets import recorded_run
from lstm_viz.lessons.time_series.baselines import estimated_season
from lstm_viz.lessons.time_series.prepare import Prepared, prepare
from lstm_viz.lessons.time_series.run import ForecastRun, new_run
from lstm_viz.lessons.time_series.series import OWN, Series
from lstm_viz.lessons.time_series.settings import SETTINGS, ForecastSettings, network_of


@dataclass(frozen=True)
class Recipe:
    """All that decides the weights of a network trained on a built-in series."""

    source: str
    series_seed: int
    columns: tuple[int, ...]
    validation: int
    test: int
    settings: ForecastSettings


@dataclass(frozen=True, eq=False)
class View:
    """Settings in which everything is valid.

    Attributes:
        recipe: What decides the weights; with OWN as its source, together with the visitor's data.
        series: All columns, of the rows that are worked with.
        prepared: The chosen columns.
        season: Rows in a season; None if none is known.
        season_is_estimated: Whether the page found it, rather than the visitor.
        epochs: For how long one trains.
        data: Tells one visitor's data from another's; "" for a built-in series.
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
        """Whether the data are the visitor's."""
        return self.recipe.source == OWN

    @property
    def training_key(self) -> Hashable:
        """Equal for views of the same training."""
        return self.recipe, self.data

    @property
    def key(self) -> Hashable:
        """Equal for views that forecast and judge the same."""
        return self.recipe, self.data, self.prepared.target, self.season

    @property
    def target_name(self) -> str:
        """The column that is judged."""
        return self.prepared.series.columns[self.prepared.target]


def view_of(values: Mapping[str, Any], series: Series, data: str = "") -> View:
    """The view that the settings ask for.

    Args:
        values: A value for each of `settings.SETTINGS`.
        series: Of the values' source.
        data: See `View`.

    Raises:
        InputError: If a part of the series is too short for the windows, or the season too long for it.
    """
    series = series.latest()
    columns = _columns(values, series)
    target = min(values["target"], len(series.columns)) - 1
    settings = network_of(values)
    at = columns.index(target) if target in columns else 0
    shape = settings.look_back, settings.horizon
    prepared = prepare(series.chosen(columns), at, values["validation"], values["test"], *shape)
    recipe = Recipe(values["source"], values["series_seed"], columns, values["validation"], values["test"], settings)
    season = values["season"] or _estimated(prepared)
    return View(recipe, series, prepared, _checked(season, prepared), not values["season"], values["epochs"], data)


def _columns(values: Mapping[str, Any], series: Series) -> tuple[int, ...]:
    """Which columns are read, counted from 0: those chosen that the series has, else its first."""
    known = tuple(int(name) - 1 for name in values["columns"] if int(name) <= len(series.columns))
    return known or (0,)


def _estimated(prepared: Prepared) -> int | None:
    """By the training part alone."""
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
    """The training before its first epoch; of the first view as it was recorded."""
    if not view.is_own and view.recipe == _default_recipe():
        return recorded_run(view.settings, view.prepared.training_data)
    return new_run(view.settings, view.prepared.training_data)


def _default_recipe() -> Recipe:
    values = SETTINGS.defaults()
    columns = tuple(int(name) - 1 for name in values["columns"])
    shares = values["validation"], values["test"]
    return Recipe(values["source"], values["series_seed"], columns, *shares, network_of(values))
