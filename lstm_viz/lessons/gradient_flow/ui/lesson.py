"""The page Gradient flow: why a SimpleRNN forgets what an LSTM keeps."""

from lstm_viz.app.hints import Hints
from lstm_viz.app.language import _
from lstm_viz.app.lesson import Lesson, Panels
from lstm_viz.i18n import N_
from lstm_viz.lessons.gradient_flow.gap import TRAINED_GAP
from lstm_viz.lessons.gradient_flow.settings import FlowSettings
from lstm_viz.lessons.gradient_flow.ui.controls import choose_flow
from lstm_viz.lessons.gradient_flow.ui.page import PAGE
from lstm_viz.lessons.gradient_flow.ui.panels import show_code_panel, show_data, show_flow, show_forget
from lstm_viz.lessons.gradient_flow.ui.training import show_gap

LOOK = (
    N_(
        "**The long-term dependency problem.** An answer may depend on an input many steps before it. A network "
        "learns that only if the gradient reaches so far back: a SimpleRNN's usually does not, and so it is hardly "
        "used today; LSTM and GRU were made for this."
    ),
    N_(
        "**A product at every step.** Going back one step multiplies the SimpleRNN's gradient by its "
        "recurrent weights and by the slope of tanh, which is at most 1. Over many steps such a "
        "product shrinks to nothing or grows without bound: on the logarithmic axis it is a straight "
        "line, down or up."
    ),
    N_(
        "**The cell's own path.** The LSTM's cell state is multiplied by its forget gate. When this "
        "gate is open, near 1, the gradient passes; the forget bias opens it. With Keras's default "
        "bias of 1, a gate without input is 0.73, and 0.73 to the power of 150 is practically 0: an "
        "untrained LSTM forgets, too. A bias of 5 opens the gate from the start."
    ),
    N_(
        "**The hidden state is not the cell state.** The LSTM's dotted line drops at once: a change in "
        "h alone hardly reaches the next step. What lasts goes through the cell state, so look at the "
        "solid line."
    ),
)


def _look(settings: FlowSettings) -> tuple[str, ...]:
    if settings.state != "trained":
        return LOOK
    latch = _(
        "**Remembered, but without a gradient.** Where a SimpleRNN's loss is small although its line "
        "has vanished, it holds the answer like a closed latch: a small change does not move it. It "
        "learned this over a gap of {gap} steps. It could not have learned it over a distance that its "
        "gradient does not reach."
    ).format(gap=TRAINED_GAP)
    return (*LOOK, latch)


HINTS: Hints[FlowSettings] = Hints(
    look=_look,
    tries=(
        (N_("A forget bias of 5: the LSTM's gradient reaches the first step"), {"forget_bias": "5"}),
        (N_("Recurrent weights twice as large: the SimpleRNN's gradient explodes"), {"recurrent_scale": "2"}),
        (N_("Recurrent weights half as large"), {"recurrent_scale": "0.5"}),
        (
            N_("No recurrent path: the forget gates alone"),
            {"recurrent_scale": "0", "forget_bias": "5", "panel": "forget"},
        ),
        (N_("A short sequence: nothing has vanished"), {"steps": "20"}),
        (N_("After training: which network still has a gradient?"), {"state": "trained", "seed": "3", "steps": "100"}),
        (N_("How far back does each network learn?"), {"panel": "gap"}),
    ),
)
PANELS = Panels(
    PAGE,
    {"flow": show_flow, "forget": show_forget, "gap": show_gap, "data": show_data, "code": show_code_panel},
)
LESSON = Lesson(
    PAGE,
    title=N_("Gradient flow"),
    purpose=N_(
        "Why does a SimpleRNN forget what an LSTM keeps? Follow the gradient from the last step back to the first."
    ),
    choose=choose_flow,
    show=PANELS,
    hints=HINTS,
)
