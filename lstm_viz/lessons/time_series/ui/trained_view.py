"""A view and what has been learned of it: what the panels are about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lstm_viz.app.cached import specs_of
from lstm_viz.app.charts import draw_specs, mode
from lstm_viz.app.from_keras import ask_keras, wait_for_keras
from lstm_viz.app.language import _, language
from lstm_viz.charts.theme import Mode
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.ui.loaders import remembered
from lstm_viz.lessons.time_series.ui.words import network_title
from lstm_viz.lessons.time_series.view import View
from lstm_viz.remote import Remote
from lstm_viz.worker import shared_worker


@dataclass(frozen=True, eq=False)
class TrainedView:
    """A view, and what has been learned of it.

    Attributes:
        view: The series and the network.
        run: Its training.
    """

    view: View
    run: ForecastRun

    @property
    def titles(self) -> dict[str, str]:
        """What each forecast is called."""
        from lstm_viz.lessons.time_series.charts.methods import method_titles

        return method_titles(network_title(self.view), _)

    def draw(self, build: Callable[..., list[Any]], name: str, *about: Any) -> None:
        """Charts that `build(gettext=, mode=)` makes, kept as long as the view is."""
        look: Mode = mode()
        key = (self.run.weights_epoch, language(), look, about)
        specs = remembered(self.view, name, key, lambda: specs_of(build(gettext=_, mode=look)))
        draw_specs(specs, name)

    def ask(self, remote: Remote[..., Any], *arguments: Any) -> Any:
        """What real Keras layers give, or None; of a visitor's own data nothing is kept for others."""
        if not self.view.is_own:
            return ask_keras(remote, *arguments)
        return wait_for_keras(lambda: shared_worker().call(remote, *arguments))
