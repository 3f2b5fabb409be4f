"""The page Time series: windows, forecasts, baselines, and what the gates do."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.hints import Hints
from lstm_viz.app.lesson import Lesson, choose_panel
from lstm_viz.i18n import N_
from lstm_viz.lessons.time_series.ui.check_up import show_findings
from lstm_viz.lessons.time_series.ui.comparison_panel import show_forecast, show_rollout
from lstm_viz.lessons.time_series.ui.controls import choose_view
from lstm_viz.lessons.time_series.ui.files import show_files
from lstm_viz.lessons.time_series.ui.gates import show_gates
from lstm_viz.lessons.time_series.ui.kinds import show_kinds
from lstm_viz.lessons.time_series.ui.lags import show_lags
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.preparation import show_preparation
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.training import TRAINING, is_to_train, show_training, told
from lstm_viz.lessons.time_series.view import View

TRAINED = {"trained": "40"}
# As the tutorials train: on all windows before the test part, without early stopping.
NO_VALIDATION = {"validate": "False", "test": "20", "patience": "0", "epochs": "20"}
HINTS: Hints[View] = Hints(
    look=(
        N_(
            "**The baselines first.** A forecast that follows the curve one step late looks good but says "
            "nothing: repeating the last value does as well. Judge by the table, not by the picture."
        ),
        N_(
            "**What one value cannot show.** A tank's pressure may be rising or falling at the same value. "
            "One step does not tell which; a window does, and so does a memory."
        ),
        N_(
            "**One step ahead is easy.** When a network reads its own output, it also reads its own "
            "errors, and they grow with the distance."
        ),
        N_(
            "**A window must reach back far enough.** With 60 rows nobody can tell when the next jump comes "
            "if it comes every 100: a linear regression has a skill of 0.04 there, and of 0.92 with windows "
            "of 120. An LSTM must also learn to remember for that long, and 40 epochs are not enough."
        ),
        N_(
            "**The test part stays unknown.** The scaler, the windows and early stopping use only training "
            "and validation; the panel “Split, scaler, windows” shows which rows belong where."
        ),
        N_(
            "**What decided is not what is remembered.** “Which lag mattered” divides the forecast among the numbers "
            "that were read; the memory ledger says what a step wrote into a memory. A step may do one without the "
            "other."
        ),
    ),
    # A link that names `trained` starts the training when it is opened.
    tries=(
        (N_("Click through the gates under the tank's pressure"), {"panel": "gates"}),
        (N_("The same tank with windows of 2 rows"), {"look_back": "2", **TRAINED}),
        (N_("The same tank, two days on its own output"), {"panel": "rollout"}),
        (N_("The tutorials' noisy sine: 100 values, windows of 10"), {"source": "noisy_sine", **TRAINED}),
        (
            N_("The noisy sine in 70 + 20 windows: SimpleRNN beside LSTM"),
            {"source": "noisy_sine", "panel": "kinds", **NO_VALIDATION},
        ),
        (N_("A clean sine, which a linear regression predicts exactly"), {"source": "clean_sine", **TRAINED}),
        (N_("A daily price: does a GRU beat the last value?"), {"source": "price", "network": "gru", **TRAINED}),
        (
            N_("Prices with five columns, min–max: three days predict the next one"),
            {"source": "prices", "scaling": "min_max", **TRAINED},
        ),
        (N_("A jump every 100 rows in windows of 60"), {"source": "jumps", "look_back": "60", "panel": "kinds"}),
        (N_("A jump every 100 rows in windows of 120"), {"source": "jumps", "look_back": "120", "panel": "kinds"}),
        (N_("Twelve rows at once, many to many"), {"horizon": "12", "many_to_many": "True", **TRAINED}),
        (N_("My own data"), {"source": "own"}),
    ),
)
PANELS: dict[str, Callable[[TrainedView], None]] = {
    "way": show_preparation,
    "forecast": show_forecast,
    "rollout": show_rollout,
    "kinds": show_kinds,
    "gates": show_gates,
    "lags": show_lags,
    "check_up": show_findings,
    "files": show_files,
}


def _show(view: View) -> None:
    # What is left to train comes first; else the picture does. The panels show what was learned before this drawing.
    above, panels, below = st.container(), st.container(), st.container()
    with above if is_to_train(view) else below:
        run = show_training(view)
    with panels:
        _show_panels(TrainedView(view, run))


@st.fragment(key=PAGE.key("panels"))
def _show_panels(shown: TrainedView) -> None:
    """Draws the chosen panel, then writes the link."""
    panel = choose_panel(PAGE)
    if TRAINING.is_running and shown.run.epoch:
        # During training a panel shows the weights of the time when it was drawn.
        st.caption(told(shown.view, shown.run))
    PANELS[panel](shown)
    session.write_link(PAGE)


LESSON = Lesson(
    PAGE,
    title=N_("Time series"),
    purpose=N_("Forecast a series with an LSTM, compare it with simple forecasts, and see what its gates did."),
    choose=choose_view,
    show=_show,
    hints=HINTS,
    about=lambda view: view.key,
)
