"""Scaling fitted on the training part alone, beside scaling fitted on everything: what leaks."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.data.series import HOURS, Scaler, noisy_sine, tanks, windows
from lstm_viz.lessons.shapes.parsing import parse_own
from lstm_viz.lessons.shapes.settings import ShapeSettings

FITS = ("train", "all")


@dataclass(frozen=True, eq=False)
class ScalingSplit:
    """Data parted into what training sees, and the rest.

    Attributes:
        rows: All values, (rows, features); the training part first.
        train_rows: How many rows the training samples hold, their targets included.
        train_samples: Samples for training.
        samples: All samples.
    """

    rows: np.ndarray
    train_rows: int
    train_samples: int
    samples: int

    def scaler(self, fit: str, *, added: float = 0) -> Scaler:
        """The scaler of the data.

        Args:
            fit: "train", fitted on the training part alone, or "all", on everything.
            added: What is added to every value of the rest first.

        Raises:
            ValueError: If `fit` is neither.
        """
        if fit not in FITS:
            raise ValueError(f"fit must be one of {', '.join(FITS)}, not {fit!r}.")
        rows = self.rows.copy()
        rows[self.train_rows :] += np.float32(added)
        return Scaler.fitted(rows[: self.train_rows] if fit == "train" else rows)

    def scaled_train(self, fit: str, *, added: float = 0) -> np.ndarray:
        """The training part, scaled; arguments as of `scaler`."""
        return self.scaler(fit, added=added).scaled(self.rows[: self.train_rows])


def split_of(settings: ShapeSettings, percent: int) -> ScalingSplit | None:
    """Parts the data that the settings name into a training part and the rest.

    Args:
        settings: What the page shows.
        percent: The share of the samples that is for training; at least one is, and at least one is not.

    Returns:
        None if there are not two samples to be parted.

    Raises:
        ValueError: If the source is of symbols or words.
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
