"""The caches of the page Step through, shared by all visitors."""

from lstm_viz.app import runs
from lstm_viz.app.shared import shared
from lstm_viz.engine.models import Model
from lstm_viz.lessons.step_through.view import LAB, Pass, SteppingView, model_of, passes_of
from lstm_viz.training.learned import Learned
from lstm_viz.training.trained import Trained


@shared(most=32)
def load_passes(view: SteppingView) -> tuple[Model, dict[str, Pass]]:
    """The model of a view, and the pass of each sequence.

    Raises:
        KeyError: If the model is a network of the Memory lab that this server does not know; see `ui.lab_model`.
    """
    model = lab_model(view.trained) if view.model == LAB else model_of(view)
    return model, passes_of(view, model)


def lab_model(trained: Trained) -> Model:
    """A network of the Memory lab.

    Raises:
        KeyError: If this server does not know the network's weights after this epoch.
    """
    return Learned(runs.kept(trained.settings, trained.task).run, trained.epoch).model(trained.epoch)
