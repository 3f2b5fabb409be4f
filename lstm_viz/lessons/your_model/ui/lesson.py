"""The page Your model: a model from a file, the gates of its recurrent layers, and what is wrong with it."""

from lstm_viz.app.hints import Hints
from lstm_viz.app.lesson import Lesson
from lstm_viz.app.messages import show_problem
from lstm_viz.i18n import N_
from lstm_viz.lessons.your_model.ui.controls import Shown, choose_model
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.lessons.your_model.ui.panels import show_panels
from lstm_viz.lessons.your_model.ui.viewer import show_viewer

BROKEN = {"source": "reviews", "panel": "answer", "edits": "A.cell.all.22.erase"}
SECOND = {"source": "prices", "layer": "lstm_short", "panel": "gates"}
HINTS: Hints[Shown] = Hints(
    look=(
        N_(
            "**Your numbers, not ours.** The gates are computed from the weights in the file, as the Keras that wrote "
            "it computed them. “Check with Keras” compares them with today's Keras."
        ),
        N_(
            "**Gates that never move.** A forget gate that stays at 1 never forgets, one that stays at 0 never "
            "remembers; a gate at 0.5 for every input may never have been trained."
        ),
        N_(
            "**Noise is not data.** Until you give your own inputs, the model reads noise from a seed. Gates "
            "may look different for what it was trained on."
        ),
    ),
    tries=(
        (N_("An .h5 of Keras 2.1 that Keras 3 cannot open"), {"source": "reviews"}),
        (N_("A forecast that repeats the last price: the check-up"), {"source": "prices", "panel": "check_up"}),
        (N_("Erase a memory, and the answer changes"), BROKEN),
        (N_("A forecast with two LSTMs: the second one"), SECOND),
        (N_("A Bidirectional: what the backward half knows"), {"source": "sums", "direction": "backward"}),
    ),
)


def _show(shown: Shown) -> None:
    if shown.passes:
        show_viewer(shown)
    else:
        show_problem(shown.problem)
    show_panels(shown)


LESSON = Lesson(
    PAGE,
    title=N_("Your model"),
    purpose=N_(
        "Drop a model file from any version of Keras, from PyTorch or from ONNX. What are its gates, and what "
        "do they do with your inputs?"
    ),
    choose=choose_model,
    show=_show,
    hints=HINTS,
    about=lambda shown: shown.given.key,
)
