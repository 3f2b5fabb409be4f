"""What to look for on the page Gradient flow, and settings worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.app.language import _
from lstm_viz.lessons.gradient_flow.gap import TRAINED_GAP
from lstm_viz.lessons.gradient_flow.settings import FlowSettings
from lstm_viz.lessons.gradient_flow.ui.page import PAGE


def lessons(settings: FlowSettings) -> None:
    """What to see, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(settings), to_try())


def _to_look_for(settings: FlowSettings) -> list[str]:
    return [
        _(
            "**A product at every step.** Going back one step multiplies the SimpleRNN's gradient by its recurrent "
            "weights and by the slope of tanh, which is at most 1. Over many steps such a product shrinks to nothing, "
            "or grows without bound: on the logarithmic axis a straight line, down or up."
        ),
        _(
            "**The cell's own way.** The LSTM's cell is multiplied by its forget gate. Open, near 1, it lets the "
            "gradient pass; the forget bias opens it. With Keras's own bias of 1 a gate without input lets 0.73 "
            "through, and 0.73 to the power of 150 is nothing either: an untrained LSTM may forget, too."
        ),
        _(
            "**Hidden is not cell.** The LSTM's dotted line drops at once: what is changed in h alone the next step "
            "hardly takes up. What lasts goes by the cell, so look at the solid line."
        ),
        *([_about_a_latch()] if settings.state == "trained" else []),
    ]


def _about_a_latch() -> str:
    return _(
        "**Remembered, and yet no gradient.** Where a SimpleRNN's loss is small and its line has vanished, it holds "
        "the answer like a latch that has snapped shut: no small change moves it. It learned to do so over a gap of "
        "{gap} steps; over a distance that its gradient does not cross it could not have learned it."
    ).format(gap=TRAINED_GAP)


def to_try() -> list[tuple[str, Link]]:
    """Each link with what it shows."""
    trained = {"state": "trained", "seed": "3", "steps": "100"}
    return [
        (_("Keras's own forget bias: the LSTM's gradient vanishes too"), {"forget_bias": "1"}),
        (_("Recurrent weights twice as large: the SimpleRNN explodes"), {"recurrent_scale": "2"}),
        (_("Recurrent weights half as large"), {"recurrent_scale": "0.5"}),
        (_("No recurrent path: the forget gates alone"), {"recurrent_scale": "0", "panel": "forget"}),
        (_("A short sequence: nothing has vanished"), {"steps": "20"}),
        (_("After training: who still has a gradient?"), trained),
        (_("How far back does each network learn?"), {"panel": "gap"}),
    ]
