"""The settings of the page Step through, and the nearest valid view for an invalid link."""

from collections.abc import Mapping
from dataclasses import replace

from lstm_viz.ceilings import MAX_UNITS
from lstm_viz.data import MAX_VALUES, InputError
from lstm_viz.engine.cell import GATES
from lstm_viz.explain.planned_edits import fitting_edits, read_edits, write_edits
from lstm_viz.guided_lesson import lesson_setting, state_of
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.step_through.guide import STOPS
from lstm_viz.lessons.step_through.view import (
    DEFAULT_SEQUENCES,
    INPUTS,
    LAB,
    MODELS,
    SteppingView,
    examples_for,
    model_of,
    models_for,
    passes_of,
    predicts,
    settled,
    steps_of,
    traces_of,
    view_of,
)
from lstm_viz.links import Choice, Text, Whole
from lstm_viz.settings import CLASSROOM, SEED, Problems, Setting, Settings, Values
from lstm_viz.training.trained import Trained

PANELS = {
    "words": N_("In words"),
    "gates": N_("Over time"),
    "arithmetic": N_("Arithmetic"),
    "memory": N_("Memory"),
    "predictions": N_("Predictions"),
    "break": N_("Break it"),
    "data": N_("Data"),
    "code": N_("Keras code"),
}
EVERY_GATE = sorted({gate for gates in GATES.values() for gate in gates})


def _settle(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    """Changes the values to those of the nearest valid view."""
    _settle_model(values, ignored, query)
    view = _settle_sequences(values, ignored, query)
    _bound_cursor(values, ignored, view)
    _settle_edits(values, ignored, view)
    _settle_unused(values, ignored, view, query)


def _settle_model(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    try:
        if values["lab"]:
            Trained.parse(values["lab"])
    except InputError as problem:
        ignored["lab"], values["lab"] = problem, ""
    possible = models_for(values["input"], values["lab"])
    if values["model"] not in possible:
        if "model" in query and "lab" not in ignored:
            template = N_("The link's model “{given}” reads symbols only. Shown: {shown}.")
            ignored["model"] = InputError(template, given=values["model"], shown=possible[0])
        values["model"] = possible[0]


def _settle_sequences(values: Values, ignored: Problems, query: Mapping[str, str]) -> SteppingView:
    """Replaces sequences that are invalid, or not in the link, by examples."""
    examples = examples_for(values["input"], values["model"], values["lab"])
    values |= {name: text for name, text in examples.items() if name not in query}
    view, problems = view_of(values)
    for name, problem in problems.items():
        template = N_("The link's sequence {name} was replaced. {problem}")
        ignored.setdefault(name, InputError(template, name=name.upper(), problem=problem))
        values[name] = examples[name]
    view = view or view_of(values)[0]
    if view is None:  # A is valid, but the example that has replaced B does not fit it.
        values["b"] = ""
        view = settled(values)
    return view


def _bound_cursor(values: Values, ignored: Problems, view: SteppingView) -> None:
    if values["show"] != "A" and not view.b:
        template = N_("The link shows “{given}”, but there is no sequence B. Shown: A.")
        ignored["show"] = InputError(template, given=values["show"])
        values["show"] = "A"
    for name, most in (("step", steps_of(view, values["show"])), ("unit", view.units)):
        if values[name] > most:
            if values[name] != SETTINGS[name].default:
                template = N_("The link's “{name}” is too large. Shown: the last one, {most}.")
                ignored[name] = InputError(template, name=name, most=most)
            values[name] = most


def _settle_edits(values: Values, ignored: Problems, view: SteppingView) -> None:
    """Drops edits that cannot be read or do not fit the passes."""
    if not values["edits"]:
        return
    try:
        asked = read_edits(values["edits"])
    except InputError as problem:
        ignored["edits"], values["edits"] = problem, ""
        return
    passes = {} if view.lab else passes_of(replace(view, edits=""), model_of(view))
    kept = fitting_edits(values["edits"], traces_of(passes))
    if len(kept) < len(asked):
        ignored["edits"] = InputError(
            N_("Interventions in the link that do not fit its sequences or its model were left out.")
        )
    values["edits"] = write_edits(tuple(kept))


def _settle_unused(values: Values, ignored: Problems, view: SteppingView, query: Mapping[str, str]) -> None:
    """Replaces values that the view does not use: a trained model has its own layer, a layer has its own gates."""
    for name, shown in (("layer", view.layer), ("units", view.units)):
        if name in query and values[name] != shown and name not in ignored:
            ignored[name] = _no_part(name, values[name], shown)
    if values["gate"] not in (gates := GATES[view.layer]):
        if "gate" in query:
            ignored["gate"] = _no_part("gate", values["gate"], gates[0])
        values["gate"] = gates[0]
    if values["panel"] not in (panels := panels_for(replace(view, edits=values["edits"]))):
        if "panel" in query:
            ignored["panel"] = _no_part("panel", values["panel"], panels[0])
        values["panel"] = panels[0]


def _no_part(name: str, given: object, shown: object) -> InputError:
    template = N_("The link's “{name}”, {given}, cannot be used with its model. Shown: {shown}.")
    return InputError(template, name=name, given=given, shown=shown)


def panels_for(view: SteppingView) -> tuple[str, ...]:
    """The panels that are available: "memory" needs the cell state of an LSTM, "predictions" a model that predicts.

    Networks of the Memory lab are broken there.
    With edits, only panels that show numbers are: the others tell how the layer's own equations give them.
    """
    is_shown = {"memory": view.layer == "lstm", "predictions": predicts(view), "break": not view.lab}
    explains = {"words", "arithmetic", "memory", "code"} if view.edits else set()
    return tuple(name for name in PANELS if is_shown.get(name, True) and name not in explains)


SETTINGS: Settings = Settings(
    {
        "input": Setting(Choice(tuple(INPUTS), "symbols"), N_("Kind of input"), titles=INPUTS),
        "a": Setting(Text(DEFAULT_SEQUENCES["symbols"][0]), N_("Sequence A")),
        "b": Setting(Text(DEFAULT_SEQUENCES["symbols"][1]), N_("Sequence B, to compare (may be empty)")),
        "model": Setting(
            Choice(tuple(MODELS), "trained-8"),
            N_("Model"),
            titles=MODELS,
            help=N_(
                "The memory pair is 3, 0, 1, 2, 3 and 4, 0, 1, 2, 4: what follows 2 depends on the first symbol, so "
                "only a network that remembers it can be right both times."
            ),
            control="selectbox",
        ),
        "layer": Setting(Choice(tuple(LAYERS), "lstm"), N_("Layer"), titles=LAYERS),
        "units": Setting(Whole(1, MAX_UNITS, 8), N_("Units")),
        "seed": SEED,
        "step": Setting(Whole(1, MAX_VALUES, 3)),
        "unit": Setting(Whole(1, MAX_UNITS, 4)),
        "show": Setting(Choice(("A", "B", "A-B"), "A")),
        "panel": Setting(Choice(tuple(PANELS), "words"), titles=PANELS),
        "lab": Setting(Text("")),
        "gate": Setting(Choice(EVERY_GATE, "forget_gate"), N_("Gate")),
        "edits": Setting(Text("")),
        "lesson": lesson_setting(STOPS),
        **CLASSROOM,
    },
    begin=lambda values: state_of(STOPS, values, SETTINGS),
    settle=_settle,
)


def link_to(trained: Trained) -> dict[str, str]:
    """The complete link to a network of the Memory lab. An incomplete link would be an extra step for "Back"."""
    values, _ignored = SETTINGS.read({"model": LAB, "lab": str(trained)})
    view, _problems = view_of(values)
    return SETTINGS.link(values | (view.link() if view else {}))
