"""A model and its outputs from Keras."""

from dataclasses import dataclass

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.lessons.patterns import remote
from lstm_viz.lessons.patterns.blueprint import Blueprint
from lstm_viz.lessons.patterns.builder import Build
from lstm_viz.lessons.patterns.catalogue import PATTERNS
from lstm_viz.lessons.patterns.generator import remote as generator
from lstm_viz.lessons.patterns.generator.request import Request as Text
from lstm_viz.lessons.patterns.generator.results import Generation
from lstm_viz.lessons.patterns.loop import Loop
from lstm_viz.lessons.patterns.results import Continuation, LayerError, PatternRun
from lstm_viz.lessons.patterns.ui.controls import Request


@dataclass(frozen=True, eq=False)
class ComputedModel:
    """A model with the outputs of its layers, for the panels.

    Attributes:
        pattern: One of `catalogue.PATTERNS`.
        request: The input of a trained model or of the loop, or a visitor's own model.
        run: The outputs of the layers; for the loop, those of the stateful model over the known part.
        loop: The results of the loop; None for other models.
        text: The text of the generator; None for other models.
    """

    pattern: str
    request: Request
    run: PatternRun
    loop: Continuation | None = None
    text: Generation | None = None

    @property
    def blueprint(self) -> Blueprint:
        """The model as a blueprint."""
        return self.request.blueprint() if isinstance(self.request, Build) else PATTERNS[self.pattern]

    @property
    def traced(self) -> PatternRun:
        """The run that has every step: for the loop, that over the known and the predicted values in one sequence."""
        return self.run if self.loop is None else self.loop.whole


def compute(pattern: str, request: Request) -> ComputedModel | LayerError | None:
    """The model with its outputs, or its Keras error. None if there is no result; then the page shows a sentence."""
    if isinstance(request, Loop):
        loop = ask_keras(remote.continue_series, request.given, request.continued)
        return None if loop is None else ComputedModel(pattern, request, loop.model, loop)
    if isinstance(request, Text):
        text = ask_keras(generator.generate, request.ids, request.generated, request.temperature, request.seed)
        return None if text is None else ComputedModel(pattern, request, text.whole, text=text)
    run: PatternRun | LayerError | None
    if isinstance(request, Build):
        run = ask_keras(remote.run_built, request)
    else:
        run = ask_keras(remote.run_trained, pattern, request.inputs)
    return ComputedModel(pattern, request, run) if isinstance(run, PatternRun) else run
