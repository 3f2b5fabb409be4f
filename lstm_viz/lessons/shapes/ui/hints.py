"""What to look for on the page Shapes, and settings worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.app.language import _
from lstm_viz.lessons.shapes.settings import ShapeSettings
from lstm_viz.lessons.shapes.ui.page import PAGE


def lessons(settings: ShapeSettings) -> None:
    """What to see, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(settings), to_try())


def _to_look_for(settings: ShapeSettings) -> list[str]:
    of_source = {
        "pair": _(
            "**What is a sample?** The same symbols make two arrays. Where each step is a sample, the layer starts "
            "from zeros at each; where the sequence is one, its state goes along."
        ),
        "sine": _(
            "**n − look_back.** Every window needs a value after it. A longer look_back leaves fewer windows, a stride "
            "above 1 fewer still."
        ),
        "own": _(
            "**Rows are timesteps.** Your columns become the features; the windows cut the rows. X has as many samples "
            "as there are windows, not as there are rows."
        ),
        "tanks": _(
            "**reshape moves no number.** It only cuts the same row of numbers elsewhere. If the table is ordered by "
            "hour, the right shape may hold the wrong numbers: order it by hour and see."
        ),
        "text": _(
            "**Zeros are words, too,** unless a mask says that they are none. Compare the last output with and without "
            "it."
        ),
    }[settings.source]
    return [
        of_source,
        _(
            "**Samples, timesteps, features: always in this order.** Samples know nothing of each other, timesteps "
            "come one after another, features are known at once. In the array, click a number to see where it is from."
        ),
        _(
            "**units belongs to the layer, timesteps to the data.** The weights know features and units, never the "
            "timesteps."
        ),
    ]


def to_try() -> list[tuple[str, Link]]:
    """Each link with what it shows."""
    mixed = {"shape": "(5, 120, 2)", "axis_0": "timesteps", "axis_1": "samples", "axis_2": "features"}
    return [
        (_("The pair, a step a sample: (4, 1, 5)"), {"reading": "step"}),
        (_("A noisy sine in windows of 10: 90 samples"), {"source": "sine"}),
        (_("The windows as an array: click a value"), {"source": "sine", "panel": "block", "stride": "5"}),
        (_("Tanks in a table ordered by hour"), {"source": "tanks", "order": "hour"}),
        (_("What leaks when everything is scaled"), {"source": "sine", "panel": "scaling"}),
        (
            _("Padding behind the words, with and without a mask"),
            {"source": "text", "padding": "post", "panel": "padding"},
        ),
        (_("Eight units, three timesteps"), {"panel": "units", "units": "8", "timesteps": "3"}),
        (_("(30, 5): expected ndim=3, found ndim=2"), {"panel": "helper"}),
        (_("No error, and yet wrong: (5, 120, 2)"), {"panel": "helper", **mixed}),
    ]
