"""What to look for on the page What it returns, and calls worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.app.language import _
from lstm_viz.lessons.what_it_returns.ui.page import PAGE

YES, NO = "True", "False"


def lessons() -> None:
    """What to see, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(), to_try())


def _to_look_for() -> list[str]:
    return [
        _(
            "**How many, and which is which?** `return_state=True` gives an LSTM's output, last h and last c. Compare "
            "the output with h, and with c: what is shown of c at a step is h = o · tanh(c)."
        ),
        _(
            "**Last read is not last in time.** A backward layer ends at the input's first step. So a Bidirectional's "
            "single output joins the last step of one direction with the first step of the other."
        ),
        _(
            "**Turned round, and not turned back.** `go_backwards=True` returns its sequence in the order of reading. "
            "A Bidirectional turns its backward layer's sequence to the input's order; a layer of your own does not."
        ),
        _(
            "**A Dense treats each step by itself**, and so does a TimeDistributed around it. But a TimeDistributed "
            "asks for an axis of timesteps: see what Keras says without one."
        ),
    ]


def to_try() -> list[tuple[str, Link]]:
    """Each link with what it shows."""
    both = {"bidirectional": YES}
    windows = {"input": "windows", "units": "20", "dense_units": "10", "return_state": NO}
    last = {**windows, "return_sequences": NO}
    return [
        (_("Output, last h and last c of an LSTM"), {"return_sequences": NO}),
        (_("The sequence, and where h is in it"), {"tensor": "h"}),
        (_("Five tensors of a Bidirectional"), {**both, "return_sequences": NO, "tensor": "backward_h"}),
        (_("At which step of the sequence is the backward h?"), {**both, "panel": "equal"}),
        (_("Both halves apart: merge_mode=None"), {**both, "merge_mode": "None"}),
        (_("A layer that reads backwards"), {"go_backwards": YES, "panel": "equal"}),
        (_("A stateful layer called twice"), {"stateful": YES, "return_sequences": NO, "panel": "equal"}),
        (_("A GRU has no c"), {"layer": "gru"}),
        (_("LSTM(20) on 32 sequences of 25 steps"), last),
        (_("The same with a Dense(10) behind each step"), {**windows, "behind": "dense"}),
        (_("The same with a TimeDistributed(Dense(10))"), {**windows, "behind": "time_distributed"}),
        (_("TimeDistributed without timesteps"), {"return_sequences": NO, "behind": "time_distributed"}),
        (_("A Bidirectional of a layer that reads backwards"), {**both, "go_backwards": YES}),
        (_("A GRU's weights, cut into gates"), {"layer": "gru", "weights": "seed", "panel": "weights"}),
    ]
