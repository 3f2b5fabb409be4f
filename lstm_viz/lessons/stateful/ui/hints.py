"""What to look for on the page Stateful, and settings worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.i18n import Translate
from lstm_viz.lessons.stateful.ui.page import PAGE


def lessons(gettext: Translate) -> None:
    """What to see, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(gettext), to_try(gettext), gettext)


def _to_look_for(gettext: Translate) -> list[str]:
    return [
        gettext(
            "**A state for each row.** The layer keeps (h, c) of every row of a batch, and the next batch's row goes "
            "on from it. So row 1 must be the same tank in every batch, and every batch must have as many rows."
        ),
        gettext(
            "**Stateful is about batches, not about steps.** Within a batch every recurrent layer carries its state "
            "from step to step. `stateful=True` decides what happens between two calls."
        ),
        gettext(
            "**Nobody resets but you.** Neither the end of an epoch nor `predict` sets the states to zero; "
            "`layer.reset_states()` does."
        ),
        gettext(
            "**What it is for.** Sequences too long to read at once, and predicting step by step as readings come in. "
            "The gradient still ends at the batch's first step: states are carried on, gradients are not."
        ),
    ]


def to_try(gettext: Translate) -> list[tuple[str, Link]]:
    """Each link with what it shows."""
    return [
        (gettext("Read on past the end without a reset"), {"actions": "1,2,3,1"}),
        (gettext("Reset in the middle of the sequences"), {"actions": "1,r,2,3"}),
        (gettext("One step in a batch: the whole memory is in the state"), {"panel": "ways", "length": "1"}),
        (gettext("Tanks mixed between batches"), {"panel": "mistakes", "tanks": "4"}),
        (
            gettext("One row for a layer of three: no error, three outputs"),
            {"panel": "mistakes", "mistake": "batch_size", "rows": "1"},
        ),
        (gettext("States carried by hand, with a GRU"), {"panel": "by_hand", "kind": "gru"}),
        (gettext("The memory pair as old tutorials write it"), {"panel": "old_code"}),
    ]
