"""The link of the page Time series."""

from collections.abc import Mapping
from typing import Any

from lstm_viz import links
from lstm_viz.data import InputError
from lstm_viz.lessons.time_series.series import OWN, SOURCES
from lstm_viz.lessons.time_series.settings import (
    BATCH_SIZES,
    LEAST_SHARE,
    LONGEST_WINDOW,
    MAX_EPOCHS,
    MAX_FEATURES,
    MAX_HORIZON,
    MAX_LAYERS,
    MAX_PATIENCE,
    MAX_SEED,
    MAX_UNITS,
    MOST_SHARE,
    NETWORKS,
    RATES,
    SHORTEST_WINDOW,
    ForecastSettings,
)
from lstm_viz.links import Choice, Field, Several, Switch, Whole

PANELS = ("way", "forecast", "rollout", "gates", "lags", "files")
FILLS = ("previous", "linear", "drop")
MAX_SEASON = 2000
MAX_ROLL = 200
MAX_ROWS = 10_000
COLUMNS = tuple(map(str, range(1, MAX_FEATURES + 1)))
DEFAULT_SOURCE = "tanks"
DEFAULT_EPOCHS = 40

# What a series begins with, where that differs from the first view's.
OF_SOURCE: dict[str, dict[str, Any]] = {
    "tanks": {},
    "noisy_sine": {"columns": ["1"], "look_back": 10, "batch_size": "16", "season": 80, "roll": 10},
    "clean_sine": {"columns": ["1"], "look_back": 20, "roll": 40},
    "price": {"columns": ["1"], "look_back": 14, "learning_rate": "0.002", "roll": 28},
    OWN: {"columns": ["1"]},
}

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "source": Choice((*SOURCES, OWN), DEFAULT_SOURCE),
    "series_seed": Whole(0, MAX_SEED, 1),
    "columns": Several(COLUMNS, ("1", "2")),
    "target": Whole(1, MAX_FEATURES, 1),
    "fill": Choice(FILLS, "previous"),
    "season": Whole(0, MAX_SEASON, 0),
    "validation": Whole(LEAST_SHARE, MOST_SHARE, 20),
    "test": Whole(LEAST_SHARE, MOST_SHARE, 20),
    "network": Choice(NETWORKS, "lstm"),
    "units": Whole(1, MAX_UNITS, 16),
    "layers": Whole(1, MAX_LAYERS, 1),
    "many_to_many": Switch(False),
    "look_back": Whole(SHORTEST_WINDOW, LONGEST_WINDOW, 12),
    "horizon": Whole(1, MAX_HORIZON, 1),
    "batch_size": Choice(tuple(map(str, BATCH_SIZES)), "32"),
    "learning_rate": Choice(tuple(f"{rate:g}" for rate in RATES), "0.01"),
    "patience": Whole(0, MAX_PATIENCE, 10),
    "seed": Whole(0, MAX_SEED, 1),
    "epochs": Whole(1, MAX_EPOCHS, DEFAULT_EPOCHS),
    "trained": Whole(0, MAX_EPOCHS, DEFAULT_EPOCHS),
    "predict": Switch(False),
    "panel": Choice(PANELS, "forecast"),
    "roll": Whole(1, MAX_ROLL, 48),
    "moment": Whole(1, MAX_ROWS, 1000),
    "layer": Whole(1, MAX_LAYERS, 1),
    "step": Whole(1, LONGEST_WINDOW, LONGEST_WINDOW),
    "unit": Whole(1, MAX_UNITS, 1),
}


SAME = ("network", "units", "layers", "many_to_many", "look_back", "horizon", "patience", "seed")


def from_link(query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
    """The nearest valid settings to a link. What it does not name is as its series has it.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
    values |= {name: value for name, value in of_source(values["source"]).items() if name not in query}
    if "trained" not in query and dict(query).keys() & TRAINING_FIELDS:
        values["trained"] = 0
    return values, list(ignored.values())


TRAINING_FIELDS = frozenset(FIELDS) - {"predict", "panel", "roll", "moment", "layer", "step", "unit", "season"}
"""A link that changes one of these shows a network that has yet to be trained, unless it says how far."""


def of_source(source: str) -> dict[str, Any]:
    """What a series begins with."""
    begins = {name: _default(FIELDS[name]) for name in ("columns", "look_back", "batch_size", "learning_rate")}
    begins |= {name: _default(FIELDS[name]) for name in ("season", "roll", "target")}
    return begins | OF_SOURCE[source]


def _default(field: Field) -> Any:
    return list(field.default) if isinstance(field, Several) else field.default


def to_link(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as a link writes them."""
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in values.items()}


def network_of(values: Mapping[str, Any]) -> ForecastSettings:
    """The network that the settings ask for."""
    same = {name: values[name] for name in SAME}
    batch_size, rate = int(values["batch_size"]), float(values["learning_rate"])
    return ForecastSettings(**same, batch_size=batch_size, learning_rate=rate)


def default_values() -> dict[str, Any]:
    """Those of the first view."""
    return from_link({})[0]
