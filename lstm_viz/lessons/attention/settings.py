"""The settings of the page Attention: the task, what is typed, the step, and the width of the beam."""

from collections.abc import Mapping

from lstm_viz.ceilings import MAX_UNITS
from lstm_viz.data import InputError
from lstm_viz.i18n import N_
from lstm_viz.lessons.attention.tasks import TASKS, TITLES
from lstm_viz.lessons.attention.typed import DEFAULT_TEXTS, typed
from lstm_viz.links import Choice, Text, Whole
from lstm_viz.settings import PREDICT, Problems, Setting, Settings, Values

PANELS = {
    "alignment": N_("Alignment"),
    "arithmetic": N_("Arithmetic"),
    "forcing": N_("Teacher forcing"),
    "beam": N_("Beam search"),
    "equal": N_("Checked in Keras"),
    "data": N_("Data"),
    "code": N_("Keras code"),
}
READS = {"free": N_("what it said itself (free running)"), "forced": N_("the right answer (teacher forcing)")}
MOST_SAID = max(task.most_said for task in TASKS.values())
MOST_READ = max(task.most_read for task in TASKS.values())
# A wider beam would only make the table longer: on these tasks it keeps beginnings of probabilities below 1e-6.
MOST_WIDTH = 12


# A step at which the decoder looks at one symbol of the example.
LOOKS = {"reverse": {"step": 1, "at": 7}, "dates": {"step": 7, "at": 6}}


def of_task(task: str) -> Values:
    """The settings that a task starts with: its example, and a step at which it can be seen where the decoder looks."""
    return {"input": DEFAULT_TEXTS[task], **LOOKS[task]}


def _settle(values: Values, ignored: Problems, _query: Mapping[str, str]) -> None:
    """Replaces the typed input by its canonical form, or by the task's example if it is invalid."""
    try:
        values["input"] = typed(values["task"], values["input"]).text
    except InputError as problem:
        ignored["input"] = InputError("The link's “{name}” was replaced. {problem}", name="input", problem=problem)
        values["input"] = typed(values["task"], DEFAULT_TEXTS[values["task"]]).text


SETTINGS = Settings(
    {
        "task": Setting(Choice(tuple(TASKS), "dates"), N_("Task"), titles=TITLES),
        "input": Setting(Text(DEFAULT_TEXTS["dates"]), N_("Input")),
        "reads": Setting(Choice(tuple(READS), "free"), N_("The decoder reads"), titles=READS),
        "step": Setting(Whole(1, MOST_SAID, 7), N_("Decoder step")),
        "at": Setting(Whole(1, MOST_READ, 6), N_("Input step")),
        "unit": Setting(Whole(1, MAX_UNITS, 1), N_("Unit of the context vector")),
        "width": Setting(
            Whole(1, MOST_WIDTH, 3),
            N_("Beam width"),
            help=N_("How many beginnings are kept after each step. With 1 it is the greedy search."),
        ),
        "predict": PREDICT,
        "panel": Setting(Choice(tuple(PANELS), "alignment"), titles=PANELS),
    },
    begin=lambda values: of_task(values["task"]),
    settle=_settle,
)
