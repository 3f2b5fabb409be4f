"""The page Step through as a link: its names, and how a link that is wrong finds the nearest view."""

from collections.abc import Mapping

from lstm_viz import links
from lstm_viz.data import MAX_VALUES, InputError
from lstm_viz.links import Choice, Field, Text, Whole
from lstm_viz.stepping.view import (
    DEFAULT_SEQUENCES,
    INPUTS,
    LAYERS,
    MAX_UNITS,
    MODELS,
    SteppingView,
    longest,
    models_for,
    settled,
    view_of,
)

PANELS = ("gates", "arithmetic", "predictions", "data", "code")
GATES = ("input_gate", "forget_gate", "candidate", "output_gate", "update_gate", "reset_gate", "hidden")

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
    "panel": Choice(PANELS, "gates"),
    "gate": Choice(GATES, "forget_gate"),
}


def from_link(query: Mapping[str, str]) -> tuple[dict[str, str | int], list[InputError]]:
    """The nearest valid view to a link.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
    kind = str(values["input"])
    for name, default in zip(("a", "b"), DEFAULT_SEQUENCES[kind], strict=True):
        if name not in query:
            values[name] = default
    if values["model"] not in (possible := models_for(kind)):
        if "model" in query:
            ignored.append(
                InputError(
                    "The link's model “{given}” reads symbols only. Shown: {shown}.",
                    given=values["model"],
                    shown=possible[0],
                )
            )
        values["model"] = possible[0]
    view, problems = view_of(values)
    for name, problem in problems.items():
        ignored.append(problem)
        values[name] = DEFAULT_SEQUENCES[kind][name == "b"]
    view = view or view_of(values)[0]
    if view is None:  # A is right, and B was replaced by one that does not fit it.
        values["b"] = ""
        view = settled(values)
    return values, ignored + _bound_cursor(values, view)


def _bound_cursor(values: dict[str, str | int], view: SteppingView) -> list[InputError]:
    ignored = []
    for name, most in (("step", longest(view)), ("unit", view.units)):
        if int(values[name]) > most:
            if values[name] != FIELDS[name].default:
                ignored.append(
                    InputError(
                        "The link's “{name}” was {given}, but the last one is {most}. Shown: {most}.",
                        name=name,
                        given=values[name],
                        most=most,
                    )
                )
            values[name] = most
    if values["show"] != "A" and not view.b:
        ignored.append(
            InputError("The link shows “{given}”, but there is no sequence B. Shown: A.", given=values["show"])
        )
        values["show"] = "A"
    return ignored
