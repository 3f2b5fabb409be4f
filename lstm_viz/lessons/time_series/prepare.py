"""From a series to what a network is trained and judged on: split in time, scaled, cut into windows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.data.series import Scaler
from lstm_viz.engine.weights import StaysReadOnly, read_only
from lstm_viz.lessons.time_series.series import Series

Part = Literal["training", "validation", "test"]
PARTS: tuple[Part, ...] = ("training", "validation", "test")


@dataclass(frozen=True)
class Split:
    """Where a series is cut: training, then validation, then test, in time.

    Attributes:
        training_end: The row at which validation begins.
        validation_end: The row at which the test begins.
        rows: How many there are.
    """

    training_end: int
    validation_end: int
    rows: int

    @classmethod
    def of_shares(cls, rows: int, validation: int, test: int) -> "Split":
        """The split whose last parts are these per cents of the rows."""
        test_rows, validation_rows = round(rows * test / 100), round(rows * validation / 100)
        return cls(rows - test_rows - validation_rows, rows - test_rows, rows)

    def bounds(self, part: Part) -> tuple[int, int]:
        """The part's first row, and the row after its last."""
        ends = (0, self.training_end, self.validation_end, self.rows)
        at = PARTS.index(part)
        return ends[at], ends[at + 1]


@dataclass(frozen=True, eq=False)
class TrainingData(StaysReadOnly):
    """All that a training sees. The test part is not in it.

    Attributes:
        scaled: The scaled rows of training and validation, (rows, features), float32.
        training_end: The row at which validation begins.
    """

    scaled: np.ndarray
    training_end: int

    def __post_init__(self):
        object.__setattr__(self, "scaled", read_only(self.scaled))


@dataclass(frozen=True, eq=False)
class Prepared:
    """A series ready for training.

    Attributes:
        series: The columns that are read, and predicted.
        target: Which of them is judged, counted from 0.
        split: Where it is cut.
        look_back: Steps in a window.
        horizon: Steps after it that are predicted.
        scaler: Fitted on the training part alone.
    """

    series: Series
    target: int
    split: Split
    look_back: int
    horizon: int
    scaler: Scaler

    @cached_property
    def scaled(self) -> np.ndarray:
        """All rows as the network reads them, (rows, features), float32, read-only."""
        return read_only(self.scaler.scaled(self.series.values))

    @property
    def truth(self) -> np.ndarray:
        """What is judged, in its own unit, (rows,)."""
        return self.series.values[:, self.target]

    @property
    def training_data(self) -> TrainingData:
        """What the training is given."""
        return TrainingData(self.scaled[: self.split.validation_end], self.split.training_end)

    def starts(self, part: Part) -> np.ndarray:
        """The first row of each window of a part: see `window_starts`."""
        return window_starts(self.split, part, self.look_back, self.horizon)


def window_starts(split: Split, part: Part, look_back: int, horizon: int) -> np.ndarray:
    """The windows that belong to a part: those all of whose target rows lie in it.

    A window of the later parts may read rows before its part, which are past and known when it is used. A window of
    training reads nothing but training rows, as it begins there and its targets come later. A window whose targets lie
    on both sides of a cut belongs to no part.

    Returns:
        The first row of each. A window reads the rows start … start + look_back - 1, and its targets are the
        `horizon` rows after these.
    """
    first, end = split.bounds(part)
    return np.arange(max(first - look_back, 0), end - look_back - horizon + 1)


def prepare(series: Series, target: int, validation: int, test: int, look_back: int, horizon: int) -> Prepared:
    """Splits, fits the scaler and checks that each part has windows.

    Args:
        series: The columns to read.
        target: Which of them is judged, counted from 0.
        validation: Per cent of the rows.
        test: Per cent of the rows.
        look_back: Steps in a window.
        horizon: Steps that are predicted.

    Raises:
        InputError: If a part is too short.
        IndexError: If there is no such target.
    """
    if not 0 <= target < len(series.columns):
        raise IndexError(f"target must be in 0 … {len(series.columns) - 1}, not {target}.")
    split = Split.of_shares(series.rows, validation, test)
    _check_lengths(split, look_back, horizon)
    scaler = Scaler.fitted(series.values[: split.training_end])
    return Prepared(series, target, split, look_back, horizon, scaler)


def _check_lengths(split: Split, look_back: int, horizon: int) -> None:
    training, validation, test = (end - first for first, end in map(split.bounds, PARTS))
    if training < look_back + horizon:
        raise InputError(
            "Rows in the training part: {rows}; a window and what it predicts take {needed}. Shorten the window, or "
            "the other parts.",
            rows=training,
            needed=look_back + horizon,
        )
    if validation < horizon:
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
