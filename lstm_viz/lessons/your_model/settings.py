"""The settings of the page Your model. A link holds them, but never the file that a visitor brings."""

from collections.abc import Mapping

from lstm_viz.data import InputError
from lstm_viz.engine.activations import HARD_SIGMOID_OF_KERAS_2
from lstm_viz.engine.cell import GATES, SIGNAL_ORDER
from lstm_viz.explain.planned_edits import read_edits
from lstm_viz.i18n import N_
from lstm_viz.lessons.your_model.entries import MOST_ENTRIES
from lstm_viz.lessons.your_model.examples import EXAMPLES
from lstm_viz.lessons.your_model.large import ORDERS
from lstm_viz.lessons.your_model.passes import DIRECTIONS
from lstm_viz.links import Choice, Switch, Text, Whole
from lstm_viz.settings import BASELINE, SEED, Problems, Setting, Settings, Values

OWN = "own"
SOURCES = {**{name: example.title for name, example in EXAMPLES.items()}, OWN: N_("My file")}
PANELS = {
    "model": N_("The model"),
    "units": N_("All units"),
    "words": N_("In words"),
    "gates": N_("Over time"),
    "arithmetic": N_("Arithmetic"),
    "memory": N_("Memory"),
    "check_up": N_("Check-up"),
    "answer": N_("Answer"),
    "break": N_("Break it"),
    "deciding": N_("Which unit decides"),
    "mattered": N_("Which input mattered"),
    "keras": N_("Check with Keras"),
    "files": N_("Files and code"),
}
NOISE = {"normal": N_("mean 0, deviation 1"), "uniform": N_("from 0 to 1")}
SIDES = {"pre": N_("before (pre)"), "post": N_("after (post)")}
ACTIVATIONS = {"derived": N_("Keras's default"), HARD_SIGMOID_OF_KERAS_2: N_("hard_sigmoid of Keras 1 and 2")}
MOST_STEPS, MOST_UNITS, MOST_SAMPLES, MOST_OUTPUTS = 100_000, 10_000, 100_000, 100
LONGEST_NOISE = 1000
EVERY_GATE = sorted({gate for gates in GATES.values() for gate in gates})


def _begin(values: Values) -> Values:
    """What an example reads at first."""
    return dict(EXAMPLES[values["source"]].inputs) if values["source"] in EXAMPLES else {}


def _settle(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    try:
        read_edits(values["edits"])
    except InputError as problem:
        ignored["edits"], values["edits"] = problem, ""


def _typed(sequence: str) -> dict[str, Setting]:
    return {f"{sequence}{number}": Setting(Text("")) for number in range(1, MOST_ENTRIES + 1)}


SETTINGS = Settings(
    {
        "source": Setting(Choice(tuple(SOURCES), "reviews"), N_("Model"), titles=SOURCES),
        "layer": Setting(Text(""), N_("Recurrent layer"), control="selectbox"),
        "direction": Setting(
            Choice(DIRECTIONS, "forward"),
            N_("Direction"),
            titles={"forward": N_("forward"), "backward": N_("backward")},
        ),
        "variant": Setting(
            Whole(0, 3, 0),
            N_("The file does not say which of these layers it holds"),
            control="selectbox",
        ),
        "activation": Setting(
            Choice(("derived", "tanh", "relu", "linear", "sigmoid", "softsign"), "derived"),
            "activation",
            titles=ACTIVATIONS,
            control="selectbox",
        ),
        "recurrent_activation": Setting(
            Choice(("derived", "sigmoid", "hard_sigmoid", HARD_SIGMOID_OF_KERAS_2), "derived"),
            "recurrent_activation",
            titles=ACTIVATIONS,
            control="selectbox",
        ),
        **_typed("a"),
        "compare": Setting(Switch(False), N_("Compare with B")),
        **_typed("b"),
        "sample_a": Setting(Whole(1, MOST_SAMPLES, 1), N_("Sample for A"), control="number"),
        "sample_b": Setting(Whole(1, MOST_SAMPLES, 2), N_("Sample for B"), control="number"),
        "steps": Setting(Whole(1, LONGEST_NOISE, 24), N_("Steps of noise"), control="number"),
        "noise": Setting(Choice(tuple(NOISE), "normal"), N_("Noise"), titles=NOISE),
        "seed": SEED,
        "side": Setting(Choice(tuple(SIDES), "pre"), N_("Position of the padding"), titles=SIDES),
        "offset": Setting(
            Whole(0, 100, 0),
            N_("Added to each number of the vocabulary"),
            help=N_("Keras's IMDB data add 3 to the numbers of their word index."),
            control="number",
        ),
        "labels": Setting(
            Text(""),
            N_("Names of the classes"),
            help=N_("Separated by commas, in the order of the model's outputs."),
        ),
        "step": Setting(Whole(1, MOST_STEPS, 1)),
        "unit": Setting(Whole(1, MOST_UNITS, 1)),
        "show": Setting(Choice(("A", "B", "A-B"), "A")),
        "panel": Setting(Choice(tuple(PANELS), "model"), titles=PANELS),
        "gate": Setting(Choice(EVERY_GATE, "forget_gate"), N_("Gate")),
        "order": Setting(Choice(tuple(ORDERS), "number"), N_("Units"), titles=ORDERS),
        "signal": Setting(Choice(SIGNAL_ORDER, "hidden"), N_("Signal")),
        "output": Setting(Whole(1, MOST_OUTPUTS, 1), N_("Output"), control="selectbox"),
        # 0 stands for the largest number of A's answer.
        "number": Setting(Whole(0, MOST_UNITS, 0), N_("Number"), control="selectbox"),
        "given": Setting(Whole(1, MOST_OUTPUTS, 1), N_("Input"), control="selectbox"),
        "baseline": BASELINE,
        "edits": Setting(Text("")),
    },
    begin=_begin,
    settle=_settle,
)
