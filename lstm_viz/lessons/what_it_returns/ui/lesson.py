"""The page What it returns: the tensors that an LSTM, GRU or SimpleRNN returns for each of its arguments."""

from lstm_viz.app.hints import Hints
from lstm_viz.app.lesson import Lesson
from lstm_viz.i18n import N_
from lstm_viz.lessons.what_it_returns.ui.guide import GUIDE
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.lessons.what_it_returns.ui.panels import show_call

YES, NO = "True", "False"
BOTH = {"bidirectional": YES}
WINDOWS = {"input": "windows", "weights": "seed", "units": "20", "dense_units": "10", "return_state": NO}
LAST = {**WINDOWS, "return_sequences": NO}
HINTS: Hints[bool] = Hints(
    look=(
        N_(
            "**How many, and which is which?** `return_state=True` returns an LSTM's output, last h and last "
            "c. Compare the output with h, and with c: at each step, the output is h = o · tanh(c), not c "
            "itself."
        ),
        N_(
            "**Last read is not last in time.** A backward layer ends at the input's first step. So a Bidirectional's "
            "single output joins the last step of one direction with the first step of the other."
        ),
        N_(
            "**Reversed, and not reversed back.** `go_backwards=True` returns its sequence in the order of "
            "reading. A Bidirectional puts its backward layer's sequence into the order of the input; a "
            "layer of your own does not."
        ),
        N_(
            "**A Dense is applied to each step separately**, and so is a TimeDistributed around it. But a "
            "TimeDistributed needs an axis of timesteps: see what Keras says without one."
        ),
    ),
    tries=(
        (N_("Output, last h and last c of an LSTM"), {"return_sequences": NO}),
        (N_("The sequence, and where h is in it"), {"tensor": "h"}),
        (N_("Five tensors of a Bidirectional"), {**BOTH, "return_sequences": NO, "tensor": "backward_h"}),
        (N_("At which step of the sequence is the backward h?"), {**BOTH, "panel": "equal"}),
        (N_("Both halves apart: merge_mode=None"), {**BOTH, "merge_mode": "None"}),
        (N_("A layer that reads backwards"), {"go_backwards": YES, "panel": "equal"}),
        (N_("A stateful layer called twice"), {"stateful": YES, "return_sequences": NO, "panel": "equal"}),
        (N_("A GRU has no c"), {"layer": "gru"}),
        (N_("LSTM(20) on 32 sequences of 25 steps"), LAST),
        (N_("The same with a Dense(10) after each step"), {**WINDOWS, "behind": "dense"}),
        (N_("The same with a TimeDistributed(Dense(10))"), {**WINDOWS, "behind": "time_distributed"}),
        (N_("TimeDistributed without timesteps"), {"return_sequences": NO, "behind": "time_distributed"}),
        (N_("A Bidirectional of a layer that reads backwards"), {**BOTH, "go_backwards": YES}),
        (N_("A GRU's weights, cut into gates"), {"layer": "gru", "weights": "seed", "panel": "weights"}),
        (
            N_("How many parameters does an LSTM(128) have on 64 features?"),
            {"panel": "parameters", "size": "128", "features": "64"},
        ),
        (N_("Two samples of my own"), {"input": "rows", "rows": "0.5, -1\n1, 0\n\n-0.5, 2\n0, 1"}),
        (N_("Which features dropout silences"), {"panel": "dropout", "weights": "seed"}),
        (
            N_("recurrent_dropout: masks for each gate"),
            {"panel": "dropout", "weights": "seed", "recurrent_dropout": "0.5"},
        ),
    ),
)
LESSON = Lesson(
    PAGE,
    title=N_("What it returns"),
    purpose=N_(
        "Change Keras's arguments: which tensors come back, in which shapes, and where does each number come from?"
    ),
    choose=lambda: bool(PAGE.get("predict")),
    show=show_call,
    hints=HINTS,
    guide=GUIDE,
    about=None,
)
