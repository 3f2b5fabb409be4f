"""A run up to an epoch: its losses and accuracies, its snapshots, and its last answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import numpy as np

from lstm_viz.engine.models import Model
from lstm_viz.tasks import Task
from lstm_viz.training.run import Run, model_of, predictions
from lstm_viz.training.settings import TrainingSettings

Right = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, eq=False)
class Learned:
    """The part of a run that is shown.

    Attributes:
        run: The run, which may have more epochs.
        epochs: The largest number of epochs that is shown.
    """

    run: Run
    epochs: int

    @property
    def epoch(self) -> int:
        """The last epoch that is shown."""
        return min(self.run.epoch, self.epochs)

    @property
    def losses(self) -> np.ndarray:
        """The losses of the epochs that are shown, shape (epochs,); the last is NaN if training diverged."""
        return self.run.losses[: self.epochs]

    @property
    def snapshots(self) -> list[int]:
        """The epochs of the snapshots that are shown."""
        return [epoch for epoch, _ in self.run.snapshots if epoch <= self.epochs]

    def weights(self, epoch: int) -> tuple[np.ndarray, ...]:
        """The weights after an epoch.

        Raises:
            KeyError: If the run has no snapshot of that epoch.
        """
        return dict(self.run.snapshots)[epoch]

    def model(self, epoch: int) -> Model:
        """A recurrent network with the weights after an epoch."""
        return replace(model_of(self.run.settings, self.weights(epoch)), recipe="lab")

    @property
    def right(self) -> Right:
        """For each sequence, whether each scored answer is right, with the weights of the last snapshot shown."""
        return self._right_at(self.snapshots[-1])

    @cached_property
    def accuracies(self) -> np.ndarray:
        """The share of right answers with the weights of each snapshot that is shown, shape (snapshots,)."""
        return np.array([np.mean(np.concatenate(self._right_at(epoch))) for epoch in self.snapshots])

    @property
    def solved_at(self) -> int | None:
        """The snapshot from which on all scored answers are right, by its epoch; None if the last one has errors."""
        wrong = np.flatnonzero(self.accuracies < 1)
        first = wrong[-1] + 1 if len(wrong) else 0
        return self.snapshots[first] if first < len(self.snapshots) else None

    def _right_at(self, epoch: int) -> Right:
        weights = self.weights(epoch)
        return _right(self.run.settings, self.run.task, _Weights(b"".join(map(bytes, weights)), weights))


@dataclass(frozen=True)
class _Weights:
    """Weights that a cache can look up, by their bytes."""

    key: bytes
    arrays: tuple[np.ndarray, ...] = field(compare=False)


@lru_cache(maxsize=500)
def _right(settings: TrainingSettings, task: Task, weights: _Weights) -> Right:
    each = predictions(settings, task, weights.arrays)
    return tuple(
        tuple(bool(guess == answer) for guess, answer in _scored(probabilities, sequence, scored))
        for probabilities, sequence, scored in zip(each, task.sequences, task.scored, strict=True)
    )


def _scored(probabilities: np.ndarray, sequence: Sequence[int], scored: int) -> list[tuple[int, int]]:
    return list(zip(probabilities.argmax(-1)[scored:], sequence[scored + 1 :], strict=True))
