"""The page Step through: gates, states and outputs at each step, for A, for B and for their difference."""

from dataclasses import replace

from lstm_viz.app.hints import Hints
from lstm_viz.app.lesson import Lesson
from lstm_viz.data import MEMORY_PAIR
from lstm_viz.i18n import N_
from lstm_viz.lessons.step_through.guide import LATCH
from lstm_viz.lessons.step_through.ui.alone import show_alone
from lstm_viz.lessons.step_through.ui.controls import choose_view
from lstm_viz.lessons.step_through.ui.guide import GUIDE
from lstm_viz.lessons.step_through.ui.keras_badge import keras_badge
from lstm_viz.lessons.step_through.ui.lab_model import is_ready
from lstm_viz.lessons.step_through.ui.loaders import load_passes
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.ui.panels import show_panels
from lstm_viz.lessons.step_through.ui.viewer import show_viewer
from lstm_viz.lessons.step_through.view import TRAINED, SteppingView, predicts

PAIR = tuple(",".join(map(str, sequence)) for sequence in MEMORY_PAIR)
ABOUT_THE_PAIR = N_(
    "**The same input, another answer.** After their first symbol, A and B both read 0, 1, 2. Only a memory of that "
    "first symbol can tell whether 3 or 4 follows: the first value of each sequence is also its last."
)
ABOUT_THE_LATCH = N_(
    "**A latch.** Choose A − B and look for a row that stays coloured: such a unit carries the difference "
    "from the first step to the last, with its forget gate near 1. In the trained model of 8 units it is unit "
    "4; that of 20 units has no latch, but unit 13 decides. Trained in the Memory lab, both get exactly the "
    "same weights."
)
ABOUT_A_AND_B = N_(
    "**A beside B.** Choose A − B: where both read the same, a row that stays coloured shows what was different before."
)
ABOUT_LAYERS = {
    "lstm": N_(
        "**Kept, written, shown.** The cell keeps what the forget gate lets through, adds what the input gate lets "
        "in, and shows what the output gate lets out. Two arrows lead to the next step: c, the long-term memory, and "
        "h, the short-term memory."
    ),
    "gru": N_(
        "**Kept or replaced.** One update gate decides both: the more it keeps of the state, the less "
        "it takes of the candidate. The reset gate says how much of the previous state the candidate "
        "uses. One arrow leads to the next step: h; an LSTM has two."
    ),
    "simple_rnn": N_(
        "**No gate.** At every step the whole state is computed again from the input and the previous "
        "state: no gate keeps anything. One arrow leads to the next step: h; an LSTM has two. A SimpleRNN is hardly "
        "used today; LSTM and GRU are."
    ),
}


def _look_hints(view: SteppingView) -> list[str]:
    """The lines that say what to look for in a view."""
    if (view.a, view.b) == PAIR:
        lines = [ABOUT_THE_PAIR, ABOUT_THE_LATCH] if view.model in TRAINED else [ABOUT_THE_PAIR]
    else:
        lines = [ABOUT_A_AND_B] if view.b else []
    return [*lines, ABOUT_LAYERS[view.layer]]


HINTS = Hints(
    look=_look_hints,
    tries=(
        (N_("Unit 4 holds the first symbol: A − B"), {"unit": LATCH, "step": "2", "show": "A-B"}),
        (
            N_("Erase it: the answer flips"),
            {"unit": LATCH, "step": "4", "panel": "break", "edits": f"A.cell.{LATCH}.1.erase"},
        ),
        (
            N_("A longer gap: does the memory last?"),
            {"a": "3,0,1,0,1,0,1,2,3", "b": "4,0,1,0,1,0,1,2,4", "step": "8"},
        ),
        (N_("Before training: an LSTM of the same size, from a seed"), {"model": "untrained", "step": "4"}),
        (N_("A GRU instead, untrained"), {"model": "untrained", "layer": "gru", "step": "2"}),
        (N_("Without any gate: a SimpleRNN, untrained"), {"model": "untrained", "layer": "simple_rnn", "step": "2"}),
        (
            N_("Four rows of five features, all kernels 0.1"),
            {"input": "rows", "model": "constant", "units": "3", "step": "2", "unit": "1"},
        ),
        (N_("A wave of numbers"), {"input": "series", "model": "untrained", "units": "16"}),
    ),
)


def _show_view(view: SteppingView) -> None:
    """Draws the viewer and the panels below it, if the view's model is trained. The panels would tell a prediction."""
    if PAGE.get("predict") and predicts(view):
        show_alone()
    elif is_ready(view):
        model, passes = load_passes(view)
        show_viewer(view, model, passes)
        # Keras has no edits: it is compared with the passes as they run without them.
        unedited = replace(view, edits="")
        keras_badge(unedited, *load_passes(unedited))
        show_panels(view, model, passes)


LESSON = Lesson(
    PAGE,
    title=N_("Step through"),
    purpose=N_(
        "An LSTM reads a sequence and predicts what comes next. What do its gates, its cell and its output do at each "
        "step?"
    ),
    choose=choose_view,
    show=_show_view,
    hints=HINTS,
    guide=GUIDE,
    alone=show_alone,
)
