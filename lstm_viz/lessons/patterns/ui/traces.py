"""The viewer for a recurrent layer of the model, and the difference of its trace from Keras."""

from typing import NamedTuple

import numpy as np

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.language import _
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.comparison import Claim, compare
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import N_
from lstm_viz.lessons.patterns.answers import labels, step_labels
from lstm_viz.lessons.patterns.drawing import title_of
from lstm_viz.lessons.patterns.generator.sentences import vocabulary
from lstm_viz.lessons.patterns.results import Direction, LayerRun
from lstm_viz.lessons.patterns.score import YES_OR_NO, decided, judged
from lstm_viz.lessons.patterns.typed import Typed
from lstm_viz.lessons.patterns.ui.model import ComputedModel
from lstm_viz.lessons.patterns.ui.page import PAGE
from lstm_viz.viewer import Prediction

VIEWER = ViewerPanel(PAGE)


class TracedPart(NamedTuple):
    """One recurrent layer of the model, or one of the two in a Bidirectional."""

    layer: LayerRun
    direction: Direction
    title: str


def show_trace(model: ComputedModel) -> None:
    """Draws a choice of the recurrent layer, and the viewer for it."""
    part = _choose(model)
    run = model.traced.first_sample
    given = model.traced.before(part.layer)[:1]
    trace = numpy_engine.run(part.direction.weights, given)
    is_last = part.layer.name == model.traced.recurrent[-1].name
    VIEWER.show(
        {"A": trace},
        about=[part.title],
        tokens={"A": _tokens(model, given)},
        predictions={"A": _predictions(model) if is_last and run.output.ndim == 3 else None},
        title=part.title,
    )
    _against_keras(trace, part.direction)


def _tokens(model: ComputedModel, given: np.ndarray) -> list[str]:
    """A short label for each step: what is read there."""
    if model.text is not None:
        return list(model.text.words[:-1])
    return step_labels(model.request, given) if isinstance(model.request, Typed) else labels(given)


def _choose(model: ComputedModel) -> TracedPart:
    parts = [
        TracedPart(layer, direction, f"{layer.name}: {title_of(layer, _, direction)}")
        for layer in model.traced.recurrent
        for direction in layer.directions
    ]
    PAGE.set(layer=min(PAGE.get("layer"), len(parts)))
    if len(parts) > 1:
        PAGE.draw("layer", titles={number: part.title for number, part in enumerate(parts, start=1)})
    return parts[PAGE.get("layer") - 1]


def _predictions(model: ComputedModel) -> list[Prediction]:
    """The answers of the model at each step of the last recurrent layer, and whether they are right."""
    output = model.traced.output[0]
    if model.text is not None:
        return [Prediction(vocabulary()[each.argmax()], float(each.max())) for each in output]
    if not isinstance(model.request, Typed):
        return [Prediction(", ".join(f"{value:.2f}" for value in each[:3]), None, None) for each in output]
    says, right = decided(model.pattern, model.traced.output)[0], model.request.right_answers[0]
    says, right = says.reshape(len(output)), right.reshape(len(output))
    is_symbol = model.pattern in YES_OR_NO or output.shape[-1] > 1
    return [
        Prediction(f"{say:.0f}", None, judged(each, wanted)) if is_symbol else Prediction(f"{say:.2f}", None, None)
        for each, say, wanted in zip(output, says, right, strict=True)
    ]


def _against_keras(trace: Trace, direction: Direction) -> None:
    hidden = N_("The hidden state of every step, as drawn and as this layer returns it in Keras.")
    claims = [Claim(compare("trace.hidden", "keras_sequence", trace.hidden, direction.hidden[:1]), hidden)]
    if direction.last_cell is not None:
        cell = N_("The last cell state, as drawn and as this layer returns it in Keras.")
        final = compare("trace.final_state[1]", "state_c", trace.final_state[1], direction.last_cell[:1])
        claims.append(Claim(final, cell))
    show_claims(claims)
