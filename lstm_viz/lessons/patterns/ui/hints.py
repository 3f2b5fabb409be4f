"""What to look for on the page Patterns, and settings worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.app.language import _
from lstm_viz.lessons.patterns.ui.page import PAGE


def lessons() -> None:
    """What to see, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(), to_try())


def _to_look_for() -> list[str]:
    return [
        _(
            "**Two questions make a pattern.** Does the model read one vector or one for each step? Does it answer "
            "once or at each step? `return_sequences` decides what leaves an LSTM, `RepeatVector` makes steps of a "
            "vector."
        ),
        _(
            "**Faint boxes.** Every LSTM has a hidden state at each step. Without `return_sequences` all but the last "
            "stay inside: the drawing shows them faint, and nothing above reads them."
        ),
        _(
            "**The same layer at every step.** A Dense layer over a sequence has one set of weights for all steps. "
            "What does TimeDistributed add? “What equals what” compares the two."
        ),
        _(
            "**The loop builds on itself.** Fed its own output, a model goes on from its own small errors. Move the "
            "known part: how much must it have read of a sine before it goes on well alone?"
        ),
    ]


def to_try() -> list[tuple[str, Link]]:
    """Each link with what it shows."""
    forgotten = {"pattern": "stacked", "mode": "build", "returns_1": "False"}
    return [
        (_("A stack whose first LSTM forgot return_sequences"), forgotten),
        (_("A sine carried on from eighteen known values"), {"pattern": "feed_back"}),
        (_("The same, from three known values only"), {"pattern": "feed_back", "known": "3"}),
        (_("Stateful loop against one long sequence"), {"pattern": "feed_back", "panel": "equal"}),
        (_("What TimeDistributed changes"), {"pattern": "many_to_many", "panel": "equal"}),
        (_("The backward LSTM, step by step"), {"pattern": "bidirectional", "panel": "trace", "layer": "2"}),
        (
            _("An autoencoder given what is no sine"),
            {"pattern": "autoencoder", "input": "0.9,-0.7,0.1,0.8,-0.9,0.5,-0.2,-0.8,0.7,0.3"},
        ),
        (
            _("LSTM(20) and Dense(10) over 25 steps, an output for each"),
            {"mode": "build", "steps": "25", "units_1": "20", "returns_1": "True", "outputs": "10"},
        ),
    ]
