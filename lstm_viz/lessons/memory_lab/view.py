"""The settings of the page Memory lab, and the view that they make: a task, networks and how they are trained."""

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz import tasks, training
from lstm_viz.ceilings import MAX_SEED, MAX_UNITS
from lstm_viz.data import InputError
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.models import DECISIVE_UNITS
from lstm_viz.explain.planned_edits import read_edits, write_edits
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.links import Choice, Several, Switch, Text, Whole
from lstm_viz.settings import CLASSROOM, NOT_WITHIN, Problems, Setting, Settings, Values
from lstm_viz.tasks import GENERATORS, MAX_LENGTH, MAX_SEQUENCES, SIZES, Task
from lstm_viz.training.settings import (
    DEFAULT_EPOCHS,
    DEFAULT_LEARNING_RATE,
    DEFAULT_REGIME,
    DEFAULT_SEED,
    DEFAULT_UNITS,
    MAX_EPOCHS,
    NETWORKS,
)

OWN = "own"
# Each is an epoch of which a snapshot is kept: see training.trained.snapshot_every.
EPOCHS = ("10", "20", "50", "100", "150", "200", "250", "300", "400", "500", "750", "1000", "1500", "2000")
TASKS = {
    "memory_pair": N_("The memory pair"),
    "gap": N_("A gap: a, x …, a"),
    "counting": N_("Counting: aⁿbⁿ"),
    "copying": N_("Copying"),
    "parity": N_("Parity"),
    OWN: N_("Your own sequences"),
}
SIZE_LABELS = {
    "gap": N_("Steps between the symbol and its question"),
    "counting": N_("Largest n"),
    "copying": N_("Letters to copy"),
    "parity": N_("Bits"),
}
RATES = ("0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1")
REGIMES = {"steps": N_("Step by step, as in the tutorial"), "sequences": N_("Whole sequences")}
RECURRENT = tuple(name for name in NETWORKS if name in STATES)
PANELS = {
    "figure": N_("Only the figure"),
    "carry": N_("Which unit carries it?"),
    "answer": N_("Which unit decides?"),
    "break": N_("Break it"),
    "space": N_("State space"),
    "files": N_("Files and code"),
}
OWN_EXAMPLE = "s,u,n,n,y;r,u,n,n,e,r"


@dataclass(frozen=True)
class LabView:
    """What the page trains. All values are valid, and the same view always gives the same weights.

    Attributes:
        task_name: One of TASKS.
        n: The size of a generated task; 0 for a task without a size.
        sequences: The visitor's sequences, as `tasks.canonical` writes them; "" for a generated task.
        networks: The networks to train, in the order of NETWORKS.
        units: The number of units of each network.
        rate: The learning rate of Adam, one of RATES.
        seed: The seed of the initial weights.
        regime: The training method, one of `training.settings.REGIMES`.
        epochs: The number of epochs to train, one of EPOCHS.
    """

    task_name: str
    n: int
    sequences: str
    networks: tuple[str, ...]
    units: int
    rate: str
    seed: int
    regime: str
    epochs: int

    @property
    def task(self) -> Task:
        """The task that the networks learn."""
        if self.task_name == OWN:
            return tasks.parse_task(self.sequences)
        return GENERATORS[self.task_name](*([self.n] if self.n else []))

    def settings(self, network: str) -> training.TrainingSettings:
        """The training settings of one of the networks."""
        return training.TrainingSettings(network, self.units, float(self.rate), self.seed, self.regime)

    def link(self) -> dict[str, str]:
        """The view as the parameters of a link: name → value."""
        plain = {name: str(getattr(self, name)) for name in ("units", "rate", "seed", "regime", "epochs")}
        own = {"sequences": self.sequences} if self.task_name == OWN else {}
        size = {"n": str(self.n)} if self.n else {}
        return {"task": self.task_name, "networks": ",".join(self.networks)} | plain | own | size


def view_of(values: Mapping[str, object]) -> tuple[LabView | None, dict[str, InputError]]:
    """The view of the values in the controls.

    Args:
        values: Name in a link → value, as the controls hold it.

    Returns:
        The view, or None if a value is wrong; and the problems, under "sequences" and "networks".
    """
    problems: dict[str, InputError] = {}
    name, sequences = str(values["task"]), ""
    if name == OWN:
        try:
            sequences = tasks.canonical(tasks.parse_task(str(values["sequences"])))
        except InputError as problem:
            problems["sequences"] = problem
    chosen = values["networks"]
    networks = tuple(network for network in NETWORKS if isinstance(chosen, (list, tuple)) and network in chosen)
    if not networks:
        problems["networks"] = InputError("Choose at least one network.")
    if problems:
        return None, problems
    units, seed, epochs = (int(str(values[key])) for key in ("units", "seed", "epochs"))
    rate, regime = str(values["rate"]), str(values["regime"])
    return LabView(name, size_of(name, values["n"]), sequences, networks, units, rate, seed, regime, epochs), {}


def size_of(task_name: str, n: object) -> int:
    """The size nearest to n that the task can have; 0 for a task without a size."""
    if task_name not in SIZES:
        return 0
    return min(max(int(str(n)), SIZES[task_name].start), SIZES[task_name].stop - 1)


def _settle(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    """Replaces values that make no valid view, and interventions that cannot be read."""
    view, problems = view_of(values)
    if "sequences" in problems:
        ignored["sequences"] = InputError(
            "The link's sequences were replaced. {problem}", problem=problems["sequences"]
        )
        values["sequences"] = OWN_EXAMPLE
    view = view or view_of(values)[0]
    assert view is not None  # every field is valid by now
    _bound(values, ignored, view, query)
    try:
        values["edits"] = write_edits(read_edits(values["edits"]))
    except InputError as problem:
        ignored["edits"], values["edits"] = problem, ""


def _bound(values: Values, ignored: Problems, view: LabView, query: Mapping[str, str]) -> None:
    """Limits the values that depend on other settings: the task's size, sequences and steps, the network, its units."""
    count, task_size = len(view.task.sequences), size_of(view.task_name, values["n"])
    longest = max(map(len, view.task.sequences)) - 1
    bounds = {"unit": view.units, "a": count, "b": count, "step": longest, "n": task_size or values["n"]}
    for name, most in bounds.items():
        if values[name] > most:
            if name in query:
                ignored[name] = InputError(
                    "The link's “{name}” is too large. Shown: the last one, {most}.", name=name, most=most
                )
            values[name] = most
    if task_size > values["n"]:
        if "n" in query:
            low, most = SIZES[view.task_name].start, SIZES[view.task_name].stop - 1
            ignored["n"] = InputError(NOT_WITHIN, name="n", given=query["n"], low=low, high=most, shown=task_size)
        values["n"] = task_size
    if values["a"] == values["b"] and "b" not in query:
        values["b"] = values["a"] % count + 1
    if values["network"] not in view.networks and (traced := [name for name in view.networks if name in RECURRENT]):
        if "network" in query:
            ignored["network"] = InputError(
                "The link's network “{given}” is not among those trained here. Shown: {shown}.",
                given=values["network"],
                shown=traced[0],
            )
        values["network"] = traced[0]


SETTINGS = Settings(
    {
        "task": Setting(Choice(tuple(TASKS), "memory_pair"), N_("Task"), titles=TASKS, control="selectbox"),
        "n": Setting(Whole(1, 50, 5)),
        "sequences": Setting(
            Text(OWN_EXAMPLE),
            N_("Sequences, one per line"),
            help=N_(
                "{fewest} to {most} sequences of at most {length} symbols. Each step reads one symbol and "
                "predicts the next. Only the answers after a bar count, as in a,x,x|a; without a bar all "
                "answers count."
            ),
            control="area",
        ),
        "networks": Setting(
            Several(NETWORKS, NETWORKS), N_("Networks"), titles={**LAYERS, "perceptron": N_("perceptron")}
        ),
        "units": Setting(Whole(1, MAX_UNITS, DEFAULT_UNITS), N_("Units")),
        "rate": Setting(Choice(RATES, f"{DEFAULT_LEARNING_RATE:g}"), N_("Learning rate"), control="select_slider"),
        "seed": Setting(Whole(0, MAX_SEED, DEFAULT_SEED), N_("Seed"), control="number"),
        "regime": Setting(
            Choice(tuple(REGIMES), DEFAULT_REGIME),
            N_("Training method"),
            titles=REGIMES,
            help=N_(
                "Step by step, as in the tutorial: each symbol is a batch, with an update after it; the state "
                "is kept from symbol to symbol and reset after each sequence; the error is not propagated back "
                "through time. Whole sequences: all of them are one batch, with one update per epoch; the "
                "error is propagated back through every step."
            ),
        ),
        "epochs": Setting(Choice(EPOCHS, str(DEFAULT_EPOCHS)), N_("Epochs"), control="select_slider"),
        "trained": Setting(Whole(0, MAX_EPOCHS, DEFAULT_EPOCHS)),
        "network": Setting(Choice(RECURRENT, "lstm"), N_("Network to look at"), titles=LAYERS),
        "epoch": Setting(
            Whole(0, MAX_EPOCHS, DEFAULT_EPOCHS),
            N_("Weights after epoch"),
            help=N_("The weights are kept every few epochs: go back to see how the gates form."),
            control="select_slider",
        ),
        "a": Setting(Whole(1, MAX_SEQUENCES, 1), N_("Sequence A"), control="selectbox"),
        "b": Setting(Whole(1, MAX_SEQUENCES, 2), N_("Sequence B"), control="selectbox"),
        "panel": Setting(Choice(tuple(PANELS), "carry"), titles=PANELS),
        "step": Setting(Whole(1, MAX_LENGTH, 4)),
        "unit": Setting(Whole(1, MAX_UNITS, DECISIVE_UNITS[DEFAULT_UNITS])),
        "show": Setting(Choice(("A", "B", "A-B"), "A-B")),
        "action": Setting(
            Choice(("erase", "copy"), "erase"),
            N_("What happens to a unit's memory"),
            titles={"erase": N_("erase it"), "copy": N_("copy it from the other sequence")},
        ),
        "state": Setting(
            Choice(("cell", "hidden"), "cell"),
            N_("State"),
            titles={"cell": N_("cell state"), "hidden": N_("hidden state")},
        ),
        "edits": Setting(Text("")),
        "curves": Setting(Switch(True)),
        **CLASSROOM,
    },
    settle=_settle,
)
