"""What to look for on the page Time series, and settings worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.app.language import _
from lstm_viz.lessons.time_series.ui.page import PAGE

TRAINED = {"trained": "40"}


def lessons() -> None:
    """What to see, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(), to_try())


def _to_look_for() -> list[str]:
    return [
        _(
            "**The baselines first.** A forecast that lags a step behind the curve looks good and says nothing: the "
            "last value does as well. Judge by the table, not by the picture."
        ),
        _(
            "**What a window cannot show.** A tank's pressure may be rising or falling at the same value. One step "
            "does not tell; the window does, and so does a memory."
        ),
        _(
            "**One step ahead is easy.** Rolled out on its own output, a network reads its own errors, and they grow "
            "with the distance."
        ),
        _(
            "**Nothing of the test is known before it.** The scaler, the windows and early stopping see training and "
            "validation alone; the panel Split, scaler, windows shows which rows belong where."
        ),
        _(
            "**Gradient × input is not the ledger.** The first says what a small change at a step would do to the "
            "forecast, the second what that step wrote into a memory. A step may do one without the other."
        ),
    ]


def to_try() -> list[tuple[str, Link]]:
    """Each link with what it shows; what is not trained yet is trained at once."""
    return [
        (_("Click through the gates under the tank's pressure"), {"panel": "gates"}),
        (_("The same tank with windows of 2 rows"), {"look_back": "2", **TRAINED}),
        (_("The same tank, two days on its own output"), {"panel": "rollout"}),
        (_("The tutorials' noisy sine: 100 values, windows of 10"), {"source": "noisy_sine", **TRAINED}),
        (_("A clean sine, which a line predicts exactly"), {"source": "clean_sine", **TRAINED}),
        (_("A daily price: does a GRU beat the last value?"), {"source": "price", "network": "gru", **TRAINED}),
        (_("Twelve rows at once, many to many"), {"horizon": "12", "many_to_many": "True", **TRAINED}),
        (_("My own data"), {"source": "own"}),
    ]
