"""A forecasting network in the midst of its training, and what some epochs more gave."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import StaysReadOnly, read_only
from lstm_viz.lessons.time_series.settings import ForecastSettings

Weights = tuple[np.ndarray, ...]
# A call of the worker is limited in time, and one epoch is the least that a call can do.
WINDOWS_AN_EPOCH = 2000


@dataclass(frozen=True, eq=False)
class ForecastState(StaysReadOnly):
    """A network in the midst of its training: all that the next epoch depends on.

    Attributes:
        epoch: How many epochs it has been trained for.
        weights: Read-only float32 arrays in Keras's order: of each recurrent layer kernel, recurrent kernel and bias,
            then the Dense's kernel and bias.
        optimizer: For each weight Adam's momentum, then its velocity.
        best_epoch: The epoch with the least validation loss; 0 before the first.
        best_loss: That loss; infinite before the first epoch.
        best_weights: The weights after it.
    """

    epoch: int
    weights: Weights
    optimizer: Weights
    best_epoch: int
    best_loss: float
    best_weights: Weights

    def __post_init__(self):
        for name in ("weights", "optimizer", "best_weights"):
            object.__setattr__(self, name, tuple(map(read_only, getattr(self, name))))

    def is_patient(self, patience: int) -> bool:
        """Whether early stopping lets it go on; a patience of 0 always does."""
        return not patience or self.epoch - self.best_epoch < patience


@dataclass(frozen=True, eq=False)
class ForecastChunk:
    """What some epochs gave.

    Attributes:
        state: The network after the last of them; if training diverged, after the last whose numbers are finite.
        losses: Shape (epochs,): of each epoch the mean squared error of the scaled targets, taken before each update.
            The last is NaN if training diverged.
        validation_losses: Shape (epochs,): after each epoch the same of what follows each window of validation.
        epoch_seconds: What an epoch took.
    """

    state: ForecastState
    losses: np.ndarray
    validation_losses: np.ndarray
    epoch_seconds: float


def order_of(settings: ForecastSettings, epoch: int, windows: int) -> np.ndarray:
    """In which order an epoch, counted from 0, takes the training windows; of more than WINDOWS_AN_EPOCH some."""
    return np.random.default_rng([settings.seed, epoch]).permutation(windows)[:WINDOWS_AN_EPOCH]
