"""The series of the page Time series: several columns measured at even steps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lstm_viz.data import long_series, series
from lstm_viz.i18n import N_

OWN = "own"
MOST_ROWS = 10_000
PRICE_COLUMNS = (
    N_("opening price"),
    N_("highest price"),
    N_("lowest price"),
    N_("closing price"),
    N_("volume (shares)"),
)
START = np.datetime64("2026-01-01T00:00:00")


@dataclass(frozen=True, eq=False)
class Origin:
    """The file of a visitor's series, and how it was read.

    Attributes:
        file: The name of the file.
        choices: What the visitor has chosen: the name of a choice → its value.
        understood: What the file was taken to be: the name of a choice → its value.
        fill: How missing values were filled.
    """

    file: str
    choices: Mapping[str, Any]
    understood: Mapping[str, Any]
    fill: str


@dataclass(frozen=True, eq=False)
class Series:
    """Columns measured at even steps.

    Attributes:
        columns: The name of each column, with its unit.
        values: The values, shape (rows, columns), float64, finite in the columns that are read.
        times: The time of each row, in ISO 8601 to the second; None if it is unknown.
        dropped: The number of rows that were left out before the first one.
        origin: The visitor's file; None for a series that was not read from one.
    """

    columns: tuple[str, ...]
    values: np.ndarray
    times: tuple[str, ...] | None = None
    dropped: int = 0
    origin: Origin | None = None

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.values)

    def chosen(self, columns: Sequence[int]) -> "Series":
        """The series with only these columns, counted from 0."""
        return replace(self, columns=tuple(self.columns[at] for at in columns), values=self.values[:, list(columns)])

    def latest(self) -> "Series":
        """The series with only its last rows, at most MOST_ROWS."""
        return self.last(MOST_ROWS)

    def last(self, most: int) -> "Series":
        """The series with only its last rows, so many at most."""
        left_out = max(self.rows - most, 0)
        times = self.times and self.times[left_out:]
        return replace(self, values=self.values[left_out:], times=times, dropped=self.dropped + left_out)


def _times(count: int, step: np.timedelta64) -> tuple[str, ...]:
    return tuple(np.datetime_as_string(START + step * np.arange(count), unit="s").tolist())


def _one_column(name: str, values: np.ndarray, times: tuple[str, ...] | None = None) -> Series:
    return Series((name,), np.asarray(values, "float64")[:, None], times)


def _tanks(seed: int) -> Series:
    quantities = ("pressure (bar)", "temperature (°C)")
    names = tuple(f"tank {tank} · {each}" for tank in range(1, long_series.TANKS + 1) for each in quantities)
    values = long_series.tank_record(seed)
    return Series(names, values, _times(len(values), np.timedelta64(1, "h")))


def _price(seed: int) -> Series:
    values = long_series.daily_price(seed)
    return _one_column("price", values, _times(len(values), np.timedelta64(1, "D")))


def _prices(seed: int) -> Series:
    values = long_series.daily_prices(seed)
    return Series(PRICE_COLUMNS, values, _times(len(values), np.timedelta64(1, "D")))


SOURCES: dict[str, Callable[[int], Series]] = {
    "tanks": _tanks,
    "noisy_sine": lambda seed: _one_column("noisy sine", series.noisy_sine(seed)),
    "clean_sine": lambda _seed: _one_column("sine", long_series.clean_sine()),
    "price": _price,
    "prices": _prices,
    "jumps": lambda seed: _one_column("jumps", long_series.jumps(seed)),
}
"""Source → a function that makes the built-in series from a seed. The clean sine does not depend on the seed."""
