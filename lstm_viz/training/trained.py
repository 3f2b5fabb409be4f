"""A trained network by its recipe: enough to train it again."""

from dataclasses import dataclass

from lstm_viz import tasks
from lstm_viz.data import InputError
from lstm_viz.tasks import Task
from lstm_viz.training.settings import MAX_EPOCHS, TrainingSettings

SNAPSHOT_EVERY, SNAPSHOT_EVERY_LATER, LATER = 10, 50, 250


@dataclass(frozen=True)
class Trained:
    """The weights of a network after so many epochs.

    Attributes:
        settings: The network and how it is trained.
        task: What it learns.
        epoch: After how many epochs; one after which weights are kept.
    """

    settings: TrainingSettings
    task: Task
    epoch: int

    def __str__(self) -> str:
        """As a link writes it: `lstm 20 0.01 4 steps 250 3,0,1,2,3;4,0,1,2,4`."""
        each = self.settings
        recipe = f"{each.network} {each.units} {each.learning_rate:g} {each.seed} {each.regime} {self.epoch}"
        return f"{recipe} {tasks.canonical(self.task)}"

    @staticmethod
    def parse(text: str) -> "Trained":
        """The recipe that a link holds.

        Raises:
            InputError: If it is none.
        """
        try:
            network, units, rate, seed, regime, epoch, task = text.split(" ", 6)
            settings = TrainingSettings(network, int(units), float(rate), int(seed), regime)
            if not 0 <= int(epoch) <= MAX_EPOCHS or int(epoch) % snapshot_every(int(epoch))[0]:
                raise ValueError("epoch must be one whose weights are kept")
            return Trained(settings, tasks.parse_task(task), int(epoch))
        except ValueError as error:
            raise InputError("The link's trained network could not be read.") from error


def snapshot_every(epoch: int) -> tuple[int, int]:
    """After which epochs weights are kept, the same however far one trains, so that a link finds them again.

    Returns:
        From `epoch` on: every how many epochs, and the epoch at which that ends.
    """
    return (SNAPSHOT_EVERY, LATER) if epoch < LATER else (SNAPSHOT_EVERY_LATER, MAX_EPOCHS)
