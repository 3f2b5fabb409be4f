"""The runs of the Memory lab on this server, shared by all pages and all visitors."""

from lstm_viz.app.shared import shared
from lstm_viz.app.training_panel import Kept
from lstm_viz.tasks import Task
from lstm_viz.training import Run, TrainingSettings, new_run, recorded


@shared(most=24)
def kept(settings: TrainingSettings, task: Task) -> Kept[Run]:
    """The longest known run of a training. All visitors share it: the same settings always give the same weights."""
    return Kept(recorded(settings, task) or new_run(settings, task))
