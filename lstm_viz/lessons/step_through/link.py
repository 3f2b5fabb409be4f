"""The page Step through as a link: its names, and how a link that is wrong finds the nearest view."""

from collections.abc import Mapping

from lstm_viz import links
from lstm_viz.data import MAX_VALUES, InputError
from lstm_viz.engine.cell import GATES
from lstm_viz.lessons.step_through.view import (
    DEFAULT_SEQUENCES,
    INPUTS,
    LAYERS,
    MAX_UNITS,
    MODELS,
    SteppingView,
    examples_for,
    models_for,
    predicts,
    settled,
    steps_of,
    view_of,
)
from lstm_viz.links import Choice, Field, Text, Whole
from lstm_viz.training.trained import Trained

PANELS = ("words", "gates", "arithmetic", "memory", "predictions", "data", "code")

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "input": Choice(INPUTS, "symbols"),
    "a": Text(DEFAULT_SEQUENCES["symbols"][0]),
    "b": Text(DEFAULT_SEQUENCES["symbols"][1]),
    "model": Choice(MODELS, "trained-8"),
    "layer": Choice(LAYERS, "lstm"),
    "units": Whole(1, MAX_UNITS, 8),
    "seed": Whole(0, 999_999, 1),
    "step": Whole(1, MAX_VALUES, 3),
    "unit": Whole(1, MAX_UNITS, 4),
    "show": Choice(("A", "B", "A-B"), "A"),
    "panel": Choice(PANELS, "words"),
    "lab": Text(""),
    "gate": Choice(sorted({gate for gates in GATES.values() for gate in gates}), "forget_gate"),
}


def from_link(query: Mapping[str, str]) -> tuple[dict[str, str | int], list[InputError]]:
    """The nearest valid view to a link.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
    kind = str(values["input"])
    _check_lab(values, ignored)
    if values["model"] not in (possible := models_for(kind, str(values["lab"]))):
        if "model" in query and "lab" not in ignored:
            ignored["model"] = InputError(
                "The link's model “{given}” reads symbols only. Shown: {shown}.",
                given=values["model"],
                shown=possible[0],
            )
        values["model"] = possible[0]
    examples = examples_for(kind, str(values["model"]), str(values["lab"]))
    values |= {name: text for name, text in examples.items() if name not in query}
    view, problems = view_of(values)
    for name, problem in problems.items():
        ignored.setdefault(
            name,
            InputError("The link's sequence {name} was replaced. {problem}", name=name.upper(), problem=problem),
        )
        values[name] = examples[name]
    view = view or view_of(values)[0]
    if view is None:  # A is right, and B was replaced by one that does not fit it.
        values["b"] = ""
        view = settled(values)
    _bound_cursor(values, ignored, view)
    _drop_what_has_no_part(values, ignored, view, query)
    return values, list(ignored.values())


def _check_lab(values: dict[str, str | int], ignored: dict[str, InputError]) -> None:
    try:
        if values["lab"]:
            Trained.parse(str(values["lab"]))
    except InputError as problem:
        ignored["lab"], values["lab"] = problem, ""


def _bound_cursor(values: dict[str, str | int], ignored: dict[str, InputError], view: SteppingView) -> None:
    if values["show"] != "A" and not view.b:
        ignored["show"] = InputError(
            "The link shows “{given}”, but there is no sequence B. Shown: A.", given=values["show"]
        )
        values["show"] = "A"
    for name, most in (("step", steps_of(view, str(values["show"]))), ("unit", view.units)):
        if int(values[name]) > most:
            if values[name] != FIELDS[name].default:
                ignored[name] = InputError(
                    "The link's “{name}” is larger than there are: the last one is shown, {most}.", name=name, most=most
                )
            values[name] = most


def _drop_what_has_no_part(
    values: dict[str, str | int], ignored: dict[str, InputError], view: SteppingView, query: Mapping[str, str]
) -> None:
    """A trained model has its own layer and units, a layer its own gates, and some models predict nothing."""
    for name, shown in (("layer", view.layer), ("units", view.units)):
        if name in query and values[name] != shown and name not in ignored:
            ignored[name] = _no_part(name, values[name], shown)
    if values["gate"] not in (gates := GATES[view.layer]):
        if "gate" in query:
            ignored["gate"] = _no_part("gate", values["gate"], gates[0])
        values["gate"] = gates[0]
    if values["panel"] not in panels_for(view):
        ignored["panel"] = _no_part("panel", values["panel"], PANELS[0])
        values["panel"] = PANELS[0]


def panels_for(view: SteppingView) -> tuple[str, ...]:
    """The panels that have something to show: only an LSTM's cell is a sum over steps, and not every model predicts."""
    without = {"memory"} if view.layer != "lstm" else set()
    return tuple(name for name in PANELS if name not in without | (set() if predicts(view) else {"predictions"}))


def _no_part(name: str, given: object, shown: object) -> InputError:
    return InputError(
        "The link's “{name}”, {given}, does not go with its model. Shown: {shown}.", name=name, given=given, shown=shown
    )
