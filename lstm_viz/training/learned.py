"""A run up to an epoch: its losses and accuracies, its snapshots, and its last answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from lstm_viz.engine.models import Model
from lstm_viz.training.run import Run, model_of, predictions


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
    def accuracies(self) -> np.ndarray:
        """The accuracies of the epochs that are shown, shape (epochs,)."""
        return self.run.accuracies[: self.epochs]

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

    @cached_property
    def right(self) -> tuple[tuple[bool, ...], ...]:
        """For each sequence, whether each scored answer is right, with the weights of the last snapshot shown."""
        task = self.run.task
        each = predictions(self.run.settings, task, self.weights(self.snapshots[-1]))
        return tuple(
            tuple(bool(guess == answer) for guess, answer in _scored(probabilities, sequence, scored))
            for probabilities, sequence, scored in zip(each, task.sequences, task.scored, strict=True)
        )

    @property
    def solved_at(self) -> int | None:
        """The epoch, counted from 1, from which on all scored answers are right; None if the last epoch has errors."""
        wrong = np.flatnonzero(self.accuracies < 1)
        if not len(self.accuracies) or (len(wrong) and wrong[-1] == len(self.accuracies) - 1):
            return None
        return int(wrong[-1]) + 2 if len(wrong) else 1


def _scored(probabilities: np.ndarray, sequence: Sequence[int], scored: int) -> list[tuple[int, int]]:
    return list(zip(probabilities.argmax(-1)[scored:], sequence[scored + 1 :], strict=True))
