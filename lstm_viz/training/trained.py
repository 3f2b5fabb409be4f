"""A trained network in a link: everything that is needed to train it again."""

from dataclasses import dataclass

from lstm_viz import tasks
from lstm_viz.data import InputError
from lstm_viz.tasks import Task
from lstm_viz.training.settings import MAX_EPOCHS, TrainingSettings

SNAPSHOT_EVERY, SNAPSHOT_EVERY_LATER, LATER = 10, 50, 250


@dataclass(frozen=True)
class Trained:
    """A network after a number of epochs, described by its training.

    Attributes:
        settings: The network and how it is trained.
        task: The task that it learns.
        epoch: The number of epochs. There is a snapshot after this epoch.
    """

    settings: TrainingSettings
    task: Task
    epoch: int

    def __str__(self) -> str:
        """The text in a link: `lstm 20 0.01 4 steps 250 3,0,1,2,3;4,0,1,2,4`."""
        each = self.settings
        recipe = f"{each.network} {each.units} {each.learning_rate:g} {each.seed} {each.regime} {self.epoch}"
        return f"{recipe} {tasks.canonical(self.task)}"

    @staticmethod
    def parse(text: str) -> "Trained":
        """Reads the text in a link.

        Raises:
            InputError: If the text does not describe a trained network.
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
    """The epochs of the snapshots. They do not depend on the length of a training, so that a link finds them again.

    Returns:
        The number of epochs from one snapshot to the next, from `epoch` on, and the epoch up to which it holds.
    """
    return (SNAPSHOT_EVERY, LATER) if epoch < LATER else (SNAPSHOT_EVERY_LATER, MAX_EPOCHS)
