"""A view with its training, which the panels show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lstm_viz.app.cached import FinishedChart, finished
from lstm_viz.app.charts import draw_finished, mode
from lstm_viz.app.from_keras import answer_to, ask_keras, question_to, wait_for_keras
from lstm_viz.app.language import _, language
from lstm_viz.charts.theme import Mode
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.ui.loaders import remembered
from lstm_viz.lessons.time_series.ui.words import network_title
from lstm_viz.lessons.time_series.view import View
from lstm_viz.remote import Remote


@dataclass(frozen=True, eq=False)
class TrainedView:
    """A view with its training.

    Attributes:
        view: The series and the network.
        run: The training of the network.
    """

    view: View
    run: ForecastRun

    @property
    def titles(self) -> dict[str, str]:
        """Method → its title."""
        from lstm_viz.lessons.time_series.charts.methods import method_titles

        return method_titles(network_title(self.view), _)

    def draw(self, build: Callable[..., list[Any]], name: str, *about: Any, keep: bool = True) -> None:
        """Draws the charts that `build(gettext=, mode=)` returns. They are cached with the view, if `keep`."""
        look: Mode = mode()
        key = (self.run.weights_epoch, language(), look, about)

        def make() -> tuple[FinishedChart, ...]:
            return finished(build(gettext=_, mode=look))

        draw_finished(remembered(self.view, name, key, make) if keep else make(), name)

    def ask(self, remote: Remote[..., Any], *arguments: Any) -> Any:
        """The result of a function in the worker, or None if it failed. Results for a visitor's data are not cached."""
        if not self.view.is_own:
            return ask_keras(remote, *arguments)
        return wait_for_keras(lambda: answer_to(question_to(remote, *arguments)))
