"""Data leakage: a scaler that is fitted on the training part alone, and one that is fitted on all data."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.data.series import HOURS, Scaler, noisy_sine, tanks, windows
from lstm_viz.lessons.shapes.parsing import parse_own
from lstm_viz.lessons.shapes.settings import ShapeSettings

FITS = ("train", "all")


@dataclass(frozen=True, eq=False)
class ScalingSplit:
    """Data that are split into a training part and a test part.

    Attributes:
        rows: All values, (rows, features); the training part comes first.
        train_rows: The number of rows that the training samples and their targets cover.
        train_samples: The number of samples for training.
        samples: The number of all samples.
    """

    rows: np.ndarray
    train_rows: int
    train_samples: int
    samples: int

    def scaler(self, fit: str, *, added: float = 0) -> Scaler:
        """The scaler of the data.

        Args:
            fit: "train" to fit it on the training part alone, "all" to fit it on all data.
            added: A number that is added to every value of the test part before the fit.

        Raises:
            ValueError: If `fit` is neither "train" nor "all".
        """
        if fit not in FITS:
            raise ValueError(f"fit must be one of {', '.join(FITS)}, not {fit!r}.")
        rows = self.rows.copy()
        rows[self.train_rows :] += np.float32(added)
        return Scaler.fitted(rows[: self.train_rows] if fit == "train" else rows)

    def scaled_train(self, fit: str, *, added: float = 0) -> np.ndarray:
        """The scaled training part, (train_rows, features); see `scaler` for the arguments."""
        return self.scaler(fit, added=added).scaled(self.rows[: self.train_rows])


def split_of(settings: ShapeSettings, percent: int) -> ScalingSplit | None:
    """Splits the data that the settings name into a training part and a test part.

    Args:
        settings: The settings of the page.
        percent: The percentage of the samples that are for training. Each part has at least one sample.

    Returns:
        The split, or None if there are fewer than two samples.

    Raises:
        ValueError: If the data are symbols or words.
    """
    if settings.source == "tanks":
        rows, ends = tanks(settings.tanks, settings.seed).table[:, 2:], HOURS * np.arange(1, settings.tanks + 1)
    elif settings.source in ("sine", "own"):
        rows = noisy_sine(settings.seed)[:, None] if settings.source == "sine" else parse_own(settings.own)
        ends = 1 + windows(rows, settings.look_back, stride=settings.stride, horizon=settings.horizon).target_rows
    else:
        raise ValueError(f"source must be of numbers, not {settings.source!r}.")
    samples = len(ends)
    if samples < 2:
        return None
    train = min(max(samples * percent // 100, 1), samples - 1)
    return ScalingSplit(rows, int(ends[train - 1]), train, samples)
