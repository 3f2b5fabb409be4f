"""The page Memory lab as a link: its names, and how a link that is wrong finds the nearest view."""

from collections.abc import Mapping
from typing import Any

from lstm_viz import links
from lstm_viz.data import InputError
from lstm_viz.engine.cell import STATES
from lstm_viz.lessons.memory_lab.edits import read_edits, write_edits
from lstm_viz.lessons.memory_lab.view import EPOCHS, OWN_EXAMPLE, RATES, TASKS, LabView, size_of, view_of
from lstm_viz.links import Choice, Field, Several, Text, Whole
from lstm_viz.tasks import MAX_LENGTH, MAX_SEQUENCES
from lstm_viz.training.settings import (
    DEFAULT_EPOCHS,
    DEFAULT_LEARNING_RATE,
    DEFAULT_SEED,
    DEFAULT_UNITS,
    MAX_EPOCHS,
    MAX_SEED,
    MAX_UNITS,
    NETWORKS,
    REGIMES,
)

RECURRENT = tuple(name for name in NETWORKS if name in STATES)
PANELS = ("carry", "answer", "break", "space", "files")

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "task": Choice(TASKS, "memory_pair"),
    "n": Whole(1, 50, 5),
    "sequences": Text(OWN_EXAMPLE),
    "networks": Several(NETWORKS, NETWORKS),
    "units": Whole(1, MAX_UNITS, DEFAULT_UNITS),
    "rate": Choice(RATES, f"{DEFAULT_LEARNING_RATE:g}"),
    "seed": Whole(0, MAX_SEED, DEFAULT_SEED),
    "regime": Choice(REGIMES, "steps"),
    "epochs": Choice(EPOCHS, str(DEFAULT_EPOCHS)),
    "trained": Whole(0, MAX_EPOCHS, DEFAULT_EPOCHS),
    "network": Choice(RECURRENT, "lstm"),
    "epoch": Whole(0, MAX_EPOCHS, DEFAULT_EPOCHS),
    "a": Whole(1, MAX_SEQUENCES, 1),
    "b": Whole(1, MAX_SEQUENCES, 2),
    "panel": Choice(PANELS, "carry"),
    "step": Whole(1, MAX_LENGTH, 4),
    "unit": Whole(1, MAX_UNITS, 13),
    "show": Choice(("A", "B", "A-B"), "A-B"),
    "action": Choice(("erase", "copy"), "erase"),
    "state": Choice(("cell", "hidden"), "cell"),
    "edits": Text(""),
}


def from_link(query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
    """The nearest valid view to a link.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
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
    return values, list(ignored.values())


def _bound(values: dict[str, Any], ignored: dict[str, InputError], view: LabView, query: Mapping[str, str]) -> None:
    """What depends on the rest: a size that the task can have, sequences that it has, units of the network."""
    count, task_size = len(view.task.sequences), size_of(view.task_name, values["n"])
    bounds = {"unit": view.units, "a": count, "b": count, "step": _longest(view), "n": task_size or values["n"]}
    for name, most in bounds.items():
        if values[name] > most:
            if name in query:
                ignored[name] = InputError(
                    "The link's “{name}” is larger than there are: the last one is shown, {most}.", name=name, most=most
                )
            values[name] = most
    if values["a"] == values["b"] and "b" not in query:
        values["b"] = values["a"] % count + 1
    if values["network"] not in view.networks and (traced := [name for name in view.networks if name in RECURRENT]):
        if "network" in query:
            ignored["network"] = InputError(
                "The link's network “{given}” is not trained here. Shown: {shown}.",
                given=values["network"],
                shown=traced[0],
            )
        values["network"] = traced[0]


def _longest(view: LabView) -> int:
    return max(map(len, view.task.sequences)) - 1
