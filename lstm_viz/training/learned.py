"""What a network had learned by an epoch: its curves up to there, its weights on the way, its answers in the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from lstm_viz.engine.models import Model
from lstm_viz.training.run import Run, model_of, predictions


@dataclass(frozen=True, eq=False)
class Learned:
    """A training, as far as it is shown.

    Attributes:
        run: The training, which may have gone further.
        epochs: How many of its epochs are shown at most.
    """

    run: Run
    epochs: int

    @property
    def epoch(self) -> int:
        """The last epoch that is shown."""
        return min(self.run.epoch, self.epochs)

    @property
    def losses(self) -> np.ndarray:
        """Shape (epochs shown,); the last is NaN where training diverged."""
        return self.run.losses[: self.epochs]

    @property
    def accuracies(self) -> np.ndarray:
        """Shape (epochs shown,), of the scored answers."""
        return self.run.accuracies[: self.epochs]

    @property
    def snapshots(self) -> list[int]:
        """The epochs whose weights are kept."""
        return [epoch for epoch, _ in self.run.snapshots if epoch <= self.epochs]

    def weights(self, epoch: int) -> tuple[np.ndarray, ...]:
        """The weights after an epoch.

        Raises:
            KeyError: If they are not kept.
        """
        return dict(self.run.snapshots)[epoch]

    def model(self, epoch: int) -> Model:
        """A recurrent network with the weights after an epoch."""
        return replace(model_of(self.run.settings, self.weights(epoch)), recipe="lab")

    @cached_property
    def right(self) -> tuple[tuple[bool, ...], ...]:
        """For each sequence whether each scored answer is right, with the weights of the last snapshot shown."""
        task = self.run.task
        each = predictions(self.run.settings, task, self.weights(self.snapshots[-1]))
        return tuple(
            tuple(bool(guess == answer) for guess, answer in _scored(probabilities, sequence, scored))
            for probabilities, sequence, scored in zip(each, task.sequences, task.scored, strict=True)
        )

    @property
    def solved_at(self) -> int | None:
        """The first epoch from which all scored answers stayed right, counted from 1; None if the last were not."""
        wrong = np.flatnonzero(self.accuracies < 1)
        if not len(self.accuracies) or (len(wrong) and wrong[-1] == len(self.accuracies) - 1):
            return None
        return int(wrong[-1]) + 2 if len(wrong) else 1


def _scored(probabilities: np.ndarray, sequence: Sequence[int], scored: int) -> list[tuple[int, int]]:
    return list(zip(probabilities.argmax(-1)[scored:], sequence[scored + 1 :], strict=True))
