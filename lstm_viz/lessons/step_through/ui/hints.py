"""What to look for on the page Step through, and views worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.app.language import _
from lstm_viz.data import MEMORY_PAIR
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.view import TRAINED, SteppingView

PAIR = tuple(",".join(map(str, sequence)) for sequence in MEMORY_PAIR)


def lessons(view: SteppingView) -> None:
    """What to see in this view, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(view), _to_try())


def _to_look_for(view: SteppingView) -> list[str]:
    lines = _about_the_pair(view) if (view.a, view.b) == PAIR else []
    if view.b and not lines:
        lines.append(
            _(
                "**A beside B.** Choose A − B: where both read the same, a row that stays coloured is a unit that "
                "remembers what was different before."
            )
        )
    return [*lines, _about_the_layer()[view.layer]]


def _about_the_pair(view: SteppingView) -> list[str]:
    task = _(
        "**The same input, another answer.** After their first symbol, A and B both read 0, 1, 2. Only what is "
        "kept of that first symbol can tell whether 3 or 4 follows."
    )
    latch = _(
        "**A latch.** Choose A − B and look for a row that stays coloured: such a unit carries the difference from "
        "the first step to the last, with its forget gate near 1. In the trained model of 8 units it is unit 4."
    )
    return [task, latch] if view.model in TRAINED else [task]


def _about_the_layer() -> dict[str, str]:
    return {
        "lstm": _(
            "**Kept, written, shown.** The cell keeps what the forget gate lets through, adds what the input gate lets "
            "in, and shows what the output gate lets out."
        ),
        "gru": _(
            "**Kept or replaced.** One update gate decides both: what it keeps of the state, it does not take of the "
            "candidate. The reset gate says how much of the past the candidate looks at."
        ),
        "simple_rnn": _(
            "**No gate.** At every step the whole state is made anew from the input and the state before: nothing is "
            "kept as it is."
        ),
    }


def _to_try() -> list[tuple[str, Link]]:
    gap = {"a": "3,0,1,0,1,0,1,2,3", "b": "4,0,1,0,1,0,1,2,4"}
    rows = {"input": "rows", "model": "constant", "units": "3"}
    plain = {"model": "untrained", "layer": "simple_rnn", "step": "2"}
    return [
        (_("Unit 4 holds the first symbol: A − B"), {"unit": "4", "step": "2", "show": "A-B"}),
        (_("A longer gap: does the memory last?"), gap | {"step": "8"}),
        (_("Before training: an LSTM of the same size, from a seed"), {"model": "untrained", "step": "4"}),
        (_("A GRU in its place, untrained"), {"model": "untrained", "layer": "gru", "step": "2"}),
        (_("Without any gate: a SimpleRNN, untrained"), plain),
        (_("Four rows of five features, all kernels 0.1"), rows | {"step": "2", "unit": "1"}),
        (_("A wave of numbers"), {"input": "series", "model": "untrained", "units": "16"}),
    ]
