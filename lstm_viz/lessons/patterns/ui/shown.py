"""What Keras gave for what was asked."""

from dataclasses import dataclass

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.lessons.patterns import remote
from lstm_viz.lessons.patterns.builder import Build
from lstm_viz.lessons.patterns.loop import Loop
from lstm_viz.lessons.patterns.results import Continuation, LayerError, PatternRun
from lstm_viz.lessons.patterns.ui.controls import Asked


@dataclass(frozen=True, eq=False)
class Shown:
    """What the panels are about.

    Attributes:
        pattern: One of `catalogue.PATTERNS`.
        asked: A trained model's input, the loop's, or a visitor's own model.
        run: What its layers gave; of the loop those of the stateful model over the known part.
        loop: What the loop gave; None for the others.
    """

    pattern: str
    asked: Asked
    run: PatternRun
    loop: Continuation | None

    @property
    def traced(self) -> PatternRun:
        """The run that has every step: of the loop the known part and its own values in one sequence."""
        return self.run if self.loop is None else self.loop.whole


def shown_of(pattern: str, asked: Asked) -> Shown | LayerError | None:
    """What Keras gives, or why it refuses; None, and a sentence on the page, if there is no result."""
    if isinstance(asked, Loop):
        loop = ask_keras(remote.continue_series, asked.given, asked.continued)
        return None if loop is None else Shown(pattern, asked, loop.model, loop)
    run: PatternRun | LayerError | None
    if isinstance(asked, Build):
        run = ask_keras(remote.run_built, asked)
    else:
        run = ask_keras(remote.run_trained, pattern, asked.inputs)
    return Shown(pattern, asked, run, None) if isinstance(run, PatternRun) else run
