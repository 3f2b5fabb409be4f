"""The state of a forecasting network's training, and the result of some more epochs."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import StaysReadOnly, read_only
from lstm_viz.lessons.time_series.settings import ForecastSettings

Weights = tuple[np.ndarray, ...]
# A call of the worker has a time limit and trains at least one epoch, so the length of an epoch is limited too.
WINDOWS_AN_EPOCH, STEPS_AN_EPOCH = 2000, 120_000


@dataclass(frozen=True, eq=False)
class ForecastState(StaysReadOnly):
    """The state of a training: everything that the next epoch depends on.

    Attributes:
        epoch: The number of epochs that were trained.
        weights: Read-only float32 arrays in Keras's order: kernel, recurrent kernel and bias of each recurrent layer,
            then kernel and bias of the Dense layer.
        optimizer: For each weight array the momentum of Adam, then the velocity of Adam.
        best_epoch: The epoch with the smallest validation loss; 0 before the first epoch.
        best_loss: The smallest validation loss; infinite before the first epoch.
        best_weights: The weights after `best_epoch`.
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
        """Whether early stopping lets the training go on. A patience of 0 always does."""
        return not patience or self.epoch - self.best_epoch < patience


@dataclass(frozen=True, eq=False)
class ForecastChunk:
    """The result of some epochs.

    Attributes:
        state: The state after the last epoch; if training diverged, after the last epoch with finite numbers.
        losses: The mean squared error of the scaled targets in each epoch, shape (epochs,), computed before each
            update. The last is NaN if training diverged.
        validation_losses: The same error for the rows after each validation window, computed after each epoch, shape
            (epochs,). Without a validation part they are the training losses.
        epoch_seconds: The seconds that an epoch took on average.
    """

    state: ForecastState
    losses: np.ndarray
    validation_losses: np.ndarray
    epoch_seconds: float


def most_windows(look_back: int) -> int:
    """The largest number of windows that an epoch reads: WINDOWS_AN_EPOCH, and of more than 60 rows fewer."""
    return min(WINDOWS_AN_EPOCH, STEPS_AN_EPOCH // look_back)


def iterations_of(settings: ForecastSettings, windows: int) -> int:
    """The number of iterations in an epoch: an iteration reads a batch and changes the weights once.

    Args:
        settings: The network and how it is trained.
        windows: The number of training windows.
    """
    return -(-min(windows, most_windows(settings.look_back)) // settings.batch_size)


def order_of(settings: ForecastSettings, epoch: int, windows: int) -> np.ndarray:
    """The order of the training windows in an epoch, counted from 0; at most `most_windows`, at random."""
    order = np.random.default_rng([settings.seed, epoch]).permutation(windows)
    return order[: most_windows(settings.look_back)]
