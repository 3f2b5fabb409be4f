"""Draws the viewer alone, for a class, which may be asked for the prediction of each step before it is shown."""

from collections.abc import Mapping

from lstm_viz.app import session
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question, predict_first
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.lessons.step_through.ui.controls import chosen_view
from lstm_viz.lessons.step_through.ui.lab_model import is_ready
from lstm_viz.lessons.step_through.ui.loaders import load_passes
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.ui.viewer import show_viewer
from lstm_viz.lessons.step_through.view import Pass, SteppingView, predicts, traces_of

# No panels follow its cursor, but the question does.
VIEWER = ViewerPanel(PAGE)


def show_alone() -> None:
    """Draws the viewer, and writes the link."""
    view = chosen_view()
    if is_ready(view):
        model, passes = load_passes(view)
        show_viewer(view, model, passes, VIEWER, known=_ask(view, passes))
    session.write_link(PAGE, PAGE.values() | view.link())


def _ask(view: SteppingView, passes: Mapping[str, Pass]) -> int | None:
    """Asks for the prediction at the cursor, and returns the number of known ones; None if the class is not asked."""
    if not PAGE.get("predict") or not predicts(view):
        return None
    time = VIEWER.fit(traces_of(passes)).time
    name = "B" if PAGE.get("show") == "B" and "b" not in PAGE.get("without") else "A"
    return time + predict_first(PAGE, _question(view, name, passes[name], time))


def _question(view: SteppingView, name: str, each: Pass, time: int) -> Question:
    assert each.probabilities is not None
    best = each.symbols[int(each.probabilities[time].argmax())]
    text = _("{name} reads {token} at step {step}. What does the model predict?")
    why = _("The model gives {symbol} a probability of {value}%.")
    chances = zip(each.symbols, each.probabilities[time], strict=True)
    return Question(
        (view, name, time),
        text.format(name=name, token=each.tokens[time], step=time + 1),
        tuple(each.symbols),
        best,
        {symbol: why.format(symbol=symbol, value=f"{100 * chance:.1f}") for symbol, chance in chances},
    )
