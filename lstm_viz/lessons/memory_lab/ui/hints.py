"""What to look for on the page Memory lab, and views worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.app.language import _
from lstm_viz.lessons.memory_lab.ui.page import PAGE


def lessons() -> None:
    """What to see, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(), to_try())


def _to_look_for() -> list[str]:
    return [
        _(
            "**The line that the perceptron cannot cross.** It sees one symbol at a time, so where two answers are "
            "possible it can only share its bet. Its loss comes to the dotted line and stays there; a network with a "
            "memory goes below it."
        ),
        _(
            "**From noise to a latch.** Move the slider of the epochs from 0 to the end and watch A − B: at first no "
            "unit keeps the difference, in the end at least one carries it to the last step."
        ),
        _(
            "**Who carries it.** In “Which unit decides?” a dark cell is a unit whose memory, erased at that step, "
            "takes the right answer away. Copy the same cell from the other sequence: does the answer move over?"
        ),
        _(
            "**Where it was written.** The ledger's bars say at which step the chosen unit's memory was written; their "
            "sum is the cell state."
        ),
        _(
            "**Not every seed learns it.** The tutorial's way, 20 units learn the pair with 26 (LSTM), 24 (GRU) and 29 "
            "(SimpleRNN) of 30 seeds, 8 units with 8, 2 and 6; `python -m tools.train_memory_lab seeds` counts them. "
            "Seed 4 is one with which all three do."
        ),
    ]


def to_try() -> list[tuple[str, Link]]:
    """What each link is called, and what it sets."""
    whole = {"regime": "sequences"}
    step = {"step": "4", "unit": "13", "show": "A"}
    return [
        (_("Before training: no unit remembers"), {"epoch": "0"}),
        (_("Which unit carries the first symbol?"), {"panel": "answer"}),
        (_("Erase it: the answer flips"), step | {"panel": "break", "edits": "A.cell.13.3.erase"}),
        (_("Copy it from B: A answers as B does"), step | {"panel": "break", "edits": "A.cell.13.3.copy"}),
        (_("Whole sequences instead of single steps"), whole | {"rate": "0.03"}),
        (_("A gap of 20 steps"), whole | {"task": "gap", "n": "20", "step": "21"}),
        (
            _("Parity of 4 bits: every bit counts"),
            whole | {"task": "parity", "n": "4", "epochs": "500", "trained": "500"},
        ),
        (_("A task that nobody can solve"), {"task": "own", "sequences": "a,b,c;a,b,d"}),
        (_("A task that needs no memory"), {"task": "own", "sequences": "a,b,c,d;b,c,d,a"}),
        (_("A learning rate that is too high"), {"rate": "1"}),
    ]
