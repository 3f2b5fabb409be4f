"""The page Stateful: which states are kept between batches, for which sample, and until when."""

from lstm_viz.app.hints import Hints
from lstm_viz.app.lesson import Lesson, Panels
from lstm_viz.i18n import N_
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.by_hand import show_by_hand
from lstm_viz.lessons.stateful.ui.controls import choose_tanks
from lstm_viz.lessons.stateful.ui.files import show_code_panel, show_data
from lstm_viz.lessons.stateful.ui.guide import GUIDE
from lstm_viz.lessons.stateful.ui.lanes import show_lanes
from lstm_viz.lessons.stateful.ui.mistakes import show_mistakes
from lstm_viz.lessons.stateful.ui.old_code import follow_old_link, show_old_code
from lstm_viz.lessons.stateful.ui.online import show_online
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.ways import show_ways

HINTS: Hints[StatefulSettings] = Hints(
    look=(
        N_(
            "**A state for each row.** The layer keeps (h, c) for every row of a batch, and the same row "
            "of the next batch goes on from it. So row 1 must be the same tank in every batch, and every "
            "batch must have the same number of rows."
        ),
        N_(
            "**400 samples are 400 states.** The prices of 400 stocks are a batch of 400 rows: each stock is a sample, "
            "and none sees another. Here up to 10 are drawn; Keras takes any number."
        ),
        N_(
            "**Stateful is about batches, not about steps.** Within a batch every recurrent layer carries its state "
            "from step to step. `stateful=True` decides what happens between two calls."
        ),
        N_(
            "**Only you reset the states.** Neither the end of an epoch nor `predict` sets the states to "
            "zero; `layer.reset_states()` does."
        ),
        N_(
            "**States are not saved with a model.** `model.save` writes the weights, not the states: a loaded model "
            "starts from zeros, and so does one that was given the weights of another."
        ),
        N_(
            "**What it is for.** Sequences too long to read at once, and predicting step by step as "
            "readings come in. The gradient still ends at the batch's first step (truncated "
            "backpropagation through time, BPTT): states are carried on, gradients are not."
        ),
    ),
    tries=(
        (N_("Read on past the end without a reset"), {"actions": "1,2,3,1"}),
        (N_("Reset in the middle of the sequences"), {"actions": "1,r,2,3"}),
        (N_("Batches of unequal length: 2 steps, then 3"), {"steps": "5", "first": "2", "length": "3"}),
        (N_("One step in a batch: the whole memory is in the state"), {"panel": "ways", "length": "1"}),
        (N_("Tanks mixed between batches"), {"panel": "mistakes", "tanks": "4"}),
        (
            N_("One row for a layer of three: no error, three outputs"),
            {"panel": "mistakes", "mistake": "batch_size", "rows": "1"},
        ),
        (N_("States carried by hand, with a GRU"), {"panel": "by_hand", "kind": "gru"}),
        (N_("Trained stateless, used one step at a time"), {"panel": "online"}),
    ),
)
PANELS = Panels(
    PAGE,
    {
        "lanes": show_lanes,
        "ways": show_ways,
        "mistakes": show_mistakes,
        "by_hand": show_by_hand,
        "online": show_online,
        "old_code": show_old_code,
        "data": show_data,
        "code": show_code_panel,
    },
)


def _choose() -> StatefulSettings:
    follow_old_link()
    return choose_tanks()


LESSON = Lesson(
    PAGE,
    title=N_("Stateful"),
    purpose=N_("What does a recurrent layer keep between batches, for which sample, and when is it reset?"),
    choose=_choose,
    show=PANELS,
    hints=HINTS,
    guide=GUIDE,
)
