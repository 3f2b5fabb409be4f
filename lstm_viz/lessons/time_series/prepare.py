"""Prepares a series for training and testing: it is split in time, scaled and cut into windows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.data.series import LinearScaler, MinMaxScaler, Scaler
from lstm_viz.engine.weights import StaysReadOnly, read_only
from lstm_viz.i18n import N_
from lstm_viz.lessons.time_series.series import Series

Part = Literal["training", "validation", "test"]
LARGEST_SCALED = 1e6
VALUES, DIFFERENCES, RETURNS = CHANGES = ("values", "differences", "returns")
"""What a network can read: the values themselves, or their changes from row to row, in their unit or relative."""
STANDARD, MIN_MAX = "standard", "min_max"
SCALERS: dict[str, Callable[[np.ndarray], LinearScaler]] = {STANDARD: Scaler.fitted, MIN_MAX: MinMaxScaler.fitted}
"""How values are scaled → what fits the scaler."""
PARTS: dict[Part, str] = {"training": N_("training"), "validation": N_("validation"), "test": N_("test")}
"""The parts in time → their titles."""


@dataclass(frozen=True)
class Split:
    """The parts of a series, one after another in time: training, validation, test.

    Attributes:
        training_end: The row at which the validation part begins.
        validation_end: The row at which the test part begins.
        rows: The number of rows.
    """

    training_end: int
    validation_end: int
    rows: int

    @classmethod
    def of_shares(cls, rows: int, validation: int, test: int) -> "Split":
        """The split whose validation and test parts are these percentages of the rows."""
        test_rows, validation_rows = round(rows * test / 100), round(rows * validation / 100)
        return cls(rows - test_rows - validation_rows, rows - test_rows, rows)

    def bounds(self, part: Part) -> tuple[int, int]:
        """The first row of the part, and the row after its last row."""
        ends = (0, self.training_end, self.validation_end, self.rows)
        at = list(PARTS).index(part)
        return ends[at], ends[at + 1]


@dataclass(frozen=True, eq=False)
class TrainingData(StaysReadOnly):
    """All data that a training sees. The test part is not included.

    Attributes:
        scaled: The scaled rows of the training and validation parts, shape (rows, features), float32.
        training_end: The row at which the validation part begins.
    """

    scaled: np.ndarray
    training_end: int

    def __post_init__(self):
        object.__setattr__(self, "scaled", read_only(self.scaled))


@dataclass(frozen=True, eq=False)
class Prepared:
    """A series ready for training.

    Attributes:
        series: The columns that are read and predicted.
        target: The column whose forecasts are judged, counted from 0.
        split: The parts of the series.
        look_back: The number of steps in a window.
        horizon: The number of rows that are predicted at once.
        scaler: The scaler, fitted on the training part only.
        change: What the network reads of the values, one of CHANGES.
        read: The rows that it reads, before they are scaled, shape (rows, features).
        scaling: How they are scaled, a key of SCALERS.
    """

    series: Series
    target: int
    split: Split
    look_back: int
    horizon: int
    scaler: LinearScaler
    change: str
    read: np.ndarray
    scaling: str

    @cached_property
    def scaled(self) -> np.ndarray:
        """All rows as the network reads them, shape (rows, features), float32, read-only."""
        return read_only(self.scaler.scaled(self.read))

    @property
    def truth(self) -> np.ndarray:
        """The true values of the target, in its own unit, shape (rows,)."""
        return self.series.values[:, self.target]

    @property
    def training_data(self) -> TrainingData:
        """The data that a training sees."""
        return TrainingData(self.scaled[: self.split.validation_end], self.split.training_end)

    def restored(self, scaled: np.ndarray, origins: np.ndarray) -> np.ndarray:
        """The target of scaled forecasts, in its own unit. Forecast changes are added to the last value that is known.

        Args:
            scaled: The forecasts, shape (origins, steps, features).
            origins: The first row of each forecast, at least 1, shape (origins,).

        Returns:
            Shape (origins, steps).
        """
        with np.errstate(over="ignore", invalid="ignore"):  # a forecast may grow beyond all numbers
            read = scaled[..., self.target].astype("float64") * self.scaler.unit[self.target]
            read += self.scaler.zero[self.target]
            if self.change == VALUES:
                return read
            last = self.truth[origins - 1][:, None]
            return last + read.cumsum(axis=1) if self.change == DIFFERENCES else last * (1 + read).cumprod(axis=1)

    def outside(self, part: Part) -> np.ndarray:
        """The number of rows of a part in which a column is outside the range of its training rows, (features,)."""
        training = self.read[: self.split.training_end]
        rows = self.read[slice(*self.split.bounds(part))]
        return ((rows < training.min(axis=0)) | (rows > training.max(axis=0))).sum(axis=0)

    def starts(self, part: Part) -> np.ndarray:
        """The first row of each window of a part: see `window_starts`."""
        return window_starts(self.split, part, self.look_back, self.horizon)


def window_starts(split: Split, part: Part, look_back: int, horizon: int) -> np.ndarray:
    """The windows that belong to a part: all their target rows lie in it.

    A window of the validation or test part may read rows before its part, because they are in the past when it is
    used. A window of the training part reads only training rows, because its targets come after them. A window whose
    targets lie in two parts belongs to no part.

    Returns:
        The first row of each window. A window reads the rows start … start + look_back - 1, and its targets are the
        `horizon` rows after these.
    """
    first, end = split.bounds(part)
    return np.arange(max(first - look_back, 0), end - look_back - horizon + 1)


def prepare(
    series: Series,
    target: int,
    validation: int,
    test: int,
    look_back: int,
    horizon: int,
    change: str = VALUES,
    scaling: str = STANDARD,
) -> Prepared:
    """Splits the series, fits the scaler and checks that each part has windows.

    Args:
        series: The columns to read.
        target: The column whose forecasts are judged, counted from 0.
        validation: The size of the validation part, in per cent of the rows.
        test: The size of the test part, in per cent of the rows.
        look_back: The number of steps in a window.
        horizon: The number of rows that are predicted at once.
        change: What the network reads of the values, one of CHANGES. The first row has no change, and is left out.
        scaling: How it is scaled, a key of SCALERS.

    Raises:
        InputError: If a part is too short, if a relative change is asked of a value that is not above 0, or if a row
            differs too much from those of the training part.
        IndexError: If `target` is not a column of the series.
    """
    if not 0 <= target < len(series.columns):
        raise IndexError(f"target must be in 0 … {len(series.columns) - 1}, not {target}.")
    read = series.values if change == VALUES else changes_of(series, change)
    series = series.last(len(read))
    split = Split.of_shares(series.rows, validation, test)
    _check_lengths(split, look_back, horizon)
    scaler = SCALERS[scaling](read[: split.training_end])
    _check_scaled(series, read, scaler)
    return Prepared(series, target, split, look_back, horizon, scaler, change, read, scaling)


def changes_of(series: Series, change: str) -> np.ndarray:
    """The changes from each row to the next, shape (rows - 1, features).

    Raises:
        InputError: If a relative change is asked of a value that is not above 0.
    """
    steps = np.diff(series.values, axis=0)
    if change == DIFFERENCES:
        return steps
    least = series.values.min(axis=0)
    if least.min() <= 0:
        at = int(least.argmin())
        raise InputError(
            "Relative changes need values above 0, and the least of {column} is {value}. Choose differences.",
            column=series.columns[at],
            value=f"{least[at]:g}",
        )
    return steps / series.values[:-1]


def _check_scaled(series: Series, read: np.ndarray, scaler: LinearScaler) -> None:
    largest = np.abs((read - scaler.zero) / scaler.unit).max(axis=0)
    at = int(largest.argmax())
    if largest[at] > LARGEST_SCALED:
        raise InputError(
            "Scaled by the training part, {column} has values as far as {value} from 0, but a network can "
            "read numbers only up to {most}. Leave this column out, or make the training part longer.",
            column=series.columns[at],
            value=f"{largest[at]:.2g}",
            most=f"{LARGEST_SCALED:,.0f}",
        )


def _check_lengths(split: Split, look_back: int, horizon: int) -> None:
    training, validation, test = (end - first for first, end in map(split.bounds, PARTS))
    if training < look_back + horizon:
        raise InputError(
            "Rows in the training part: {rows}; a window and what it predicts need {needed}. Shorten the "
            "window, or the other parts.",
            rows=training,
            needed=look_back + horizon,
        )
    if 0 < validation < horizon:
        raise InputError(
            "Rows in the validation part: {rows}; predicted at once: {needed}. Make the part longer.",
            rows=validation,
            needed=horizon,
        )
    if test < horizon:
        raise InputError(
            "Rows in the test part: {rows}; predicted at once: {needed}. Make the part longer.",
            rows=test,
            needed=horizon,
        )
