"""The controls of the page Your model: the file, the example, and what the model reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.cached import key_of
from lstm_viz.app.fold import fold
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_note, show_problem
from lstm_viz.app.typed import last_valid, show_refused
from lstm_viz.data import InputError
from lstm_viz.engine.weights import BidirectionalWeights
from lstm_viz.i18n import N_, counted
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.your_model import typed
from lstm_viz.lessons.your_model.entries import MOST_ENTRIES, Entry, entries_of, noise
from lstm_viz.lessons.your_model.passes import Inputs, Pass, Place, passes_of
from lstm_viz.lessons.your_model.settings import OWN, SOURCES
from lstm_viz.lessons.your_model.typed import Typed
from lstm_viz.lessons.your_model.ui.given import (
    UNSAID,
    Given,
    drop_inputs,
    drop_model,
    given_model,
    samples,
    variants,
    vocabulary,
)
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.problem import Note

INSIDE = N_("A layer before {name} is not computed here, so the input of {name} is given directly.")


@dataclass(frozen=True, eq=False)
class Shown:
    """What the page shows.

    Attributes:
        given: The model.
        place: Which layer is looked at.
        passes: "A", and "B" if there is one → its pass; empty if the model cannot be run.
        problem: Why it cannot.
        key: Identifies the passes.
    """

    given: Given
    place: Place
    passes: Mapping[str, Pass]
    problem: InputError | None
    key: object


def choose_model() -> Shown:
    """Draws the controls. Returns what is chosen."""
    left, middle, right = st.columns([4, 5, 3], gap="small")
    with left:
        drop_model()
    with middle:
        own = PAGE.find("own") is not None or PAGE.get("source") == OWN
        options = [name for name in SOURCES if own or name != OWN]
        PAGE.draw("source", options=options, on_change=_begin, label_visibility="collapsed")
        given = given_model()
        layers = list(given.model.layers)
        place = _place(layers, given)
    with right:
        is_open = fold(PAGE, _told(given, place))
    if is_open:
        place = _choose_reading(given, layers, place)
    for entry in entries_of(given.model):
        if entry.is_inside:
            show_note(Note(INSIDE, name=entry.name))
    names = ("A", "B")[: 1 + PAGE.get("compare")]
    inputs = {}
    for name, column in zip(names, st.columns(len(names), gap="medium"), strict=True):
        with column:
            inputs[name] = _inputs(name.lower(), given, is_open)
    return _shown(given, place, inputs)


def _begin() -> None:
    """Shows the chosen model from its beginning."""
    source = PAGE.get("source")
    values, _ignored = PAGE.read({"source": source})
    session.show(PAGE, values | {"panel": PAGE.get("panel")})


def _place(layers: list[str], given: Given) -> Place:
    """The layer that is looked at: the one of the setting, or the first."""
    if PAGE.get("layer") not in layers:
        PAGE.set(layer=layers[0])
    name = PAGE.get("layer")
    both = isinstance(given.model.layers[name], BidirectionalWeights)
    return Place(name, PAGE.get("direction") if both else "forward")


def _told(given: Given, place: Place) -> str:
    weights = given.model.layers[place.layer]
    parts = list(weights) if isinstance(weights, BidirectionalWeights) else [weights]
    words = [LAYERS[parts[0].kind], counted(parts[0].units, "unit", _)]
    if len(parts) == 2:
        words.insert(0, PAGE.titles("direction")[place.direction])
    if (count := len(given.model.layers)) > 1:
        at = list(given.model.layers).index(place.layer) + 1
        words.append(_("recurrent layer {number} of {count}").format(number=at, count=count))
    return " · ".join(words)


def _choose_reading(given: Given, layers: list[str], place: Place) -> Place:
    """Draws the choice of the layer and of what the model reads."""
    first, second, third = st.columns(3, gap="medium")
    with first:
        if len(layers) > 1:
            PAGE.draw("layer", titles={name: name for name in layers})
        if isinstance(given.model.layers[place.layer], BidirectionalWeights):
            PAGE.draw("direction")
        if possible := variants(given):
            PAGE.draw("variant", titles=possible)
        if given.model.is_weights_alone:
            for name in UNSAID:
                PAGE.draw(name)
        PAGE.draw("compare")
    entries = entries_of(given.model)
    with second:
        PAGE.draw("seed", width=200)
        if any(entry.has_open_length for entry in entries):
            PAGE.draw("steps", width=200)
        if any(entry.rows is None for entry in entries):
            PAGE.draw("noise")
            if any(entry.scale is not None for entry in entries):
                st.caption(_("Scaled by the mean and deviation of the normalization layer in the file."))
    with third:
        if any(entry.rows is not None for entry in entries):
            PAGE.draw("side")
            PAGE.draw("offset", width=200)
        if (found := samples(given)) is not None:
            PAGE.set(**{name: min(PAGE.get(name), found.count) for name in ("sample_a", "sample_b")})
            PAGE.draw("sample_a", high=found.count, width=200)
            if PAGE.get("compare"):
                PAGE.draw("sample_b", high=found.count, width=200)
    drop_inputs(given)
    return _place(layers, given)


@dataclass(frozen=True, eq=False)
class _Sample:
    """What one sequence gives to the model, and a text for each step of the first input."""

    inputs: Inputs
    labels: tuple[str, ...]
    problem: InputError | None


def _inputs(sequence: str, given: Given, is_open: bool) -> _Sample:
    """What "a" or "b" gives to each input. Draws the field of the first input, and those of the others if open."""
    entries = entries_of(given.model)
    inputs: dict[str, np.ndarray] = {}
    problem = None
    for number, entry in enumerate(entries, start=1):
        array = _sample_from_file(sequence, entry, given)
        if array is None and number <= MOST_ENTRIES and entry.kind != "array":
            array = _typed(sequence, number, entry, given, is_open or number == 1)
        if array is None:
            seed = PAGE.get("seed") + 1000 * (number - 1) + (500 if sequence == "b" and number == 1 else 0)
            array = noise(entry, steps=PAGE.get("steps"), kind=PAGE.get("noise"), seed=seed)
        if array is None:
            problem = InputError("What {name} reads is not known. Give it as a file (.npy).", name=entry.name)
            continue
        inputs[entry.name] = array
    return _Sample(inputs, _labels(entries[0], inputs, given), problem)


def _sample_from_file(sequence: str, entry: Entry, given: Given) -> np.ndarray | None:
    brought = samples(given)
    if brought is None or entry.name not in brought.samples:
        return None
    at = min(PAGE.get(f"sample_{sequence}"), brought.count) - 1
    return brought.samples[entry.name][at : at + 1]


def _typed(sequence: str, number: int, entry: Entry, given: Given, is_drawn: bool) -> np.ndarray | None:
    """What is typed for an input; None if nothing is."""
    name = f"{sequence}{number}"
    if is_drawn:
        _draw_field(name, sequence.upper(), entry)
    text = PAGE.get(name)
    if not text.strip():
        return None
    read = partial(typed.read, entry, text, vocabulary(given), PAGE.get("side"))
    value: Typed | None
    value, problem = last_valid(PAGE, f"{given.key}_{name}", read, None)
    if is_drawn:
        show_refused(problem)
        if value is not None and value.left_out:
            words = ", ".join(value.left_out[:8])
            show_problem(InputError("Not in the vocabulary, and left out: {words}.", words=words))
    return None if value is None else value.array


def _draw_field(name: str, sequence: str, entry: Entry) -> None:
    label = f"{sequence}: {_plain(entry.name)}"
    control = "area" if entry.kind == "rows" else "text"
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
        st.markdown(f"**{sequence}**", width="content")
        PAGE.draw(name, label=label, control=control, placeholder=_how(entry), label_visibility="collapsed")


def _plain(name: str) -> str:
    """A layer's name for a label, which is Markdown."""
    return "".join(letter if letter.isalnum() or letter in "_-/ " else " " for letter in name)[:40]


def _how(entry: Entry) -> str:
    """What can be typed, which a field says as long as it is empty."""
    what = {
        "ids": _("Words, if the vocabulary is known, or their numbers, with commas or blanks between them."),
        "series": _("Numbers with commas or blanks between them: one for each step."),
        "rows": _("One row of numbers for each step, all rows equally long."),
        "vector": _("Numbers with commas or blanks between them: one for each unit or feature."),
    }[entry.kind]
    return _("Now: noise from seed {seed}. {what}").format(seed=PAGE.get("seed"), what=what)


def _labels(entry: Entry, inputs: Inputs, given: Given) -> tuple[str, ...]:
    """A text for each step of the first input."""
    if entry.name not in inputs or not entry.is_sequence:
        return ()
    array = inputs[entry.name][0]
    if entry.kind == "ids":
        ids = [int(number) for number in array]
        known = vocabulary(given)
        return tuple(known.words(ids) if known else map(str, ids))
    if entry.kind == "series":
        return tuple(f"{value:.3g}" for value in array[:, 0])
    return ("",) * len(array)


def _shown(given: Given, place: Place, inputs: Mapping[str, _Sample]) -> Shown:
    """Runs the model, unless the session has just done so."""
    edits = PAGE.get("edits")
    arrays = [[name, *sample.inputs.values()] for name, sample in inputs.items()]
    key = (given.key, place, edits, key_of(arrays), tuple(sample.labels for sample in inputs.values()))
    if (ran := PAGE.find("ran")) is None or ran.key != key:
        problem = next((sample.problem for sample in inputs.values() if sample.problem), None)
        passes: dict[str, Pass] = {}
        try:
            if problem is None:
                samples_given = {name: sample.inputs for name, sample in inputs.items()}
                labels = {name: sample.labels for name, sample in inputs.items()}
                passes = passes_of(given.model, samples_given, place, labels, edits)
        except InputError as error:
            problem = error.released()
        ran = Shown(given, place, passes, problem, key)
        PAGE.set(ran=ran)
    return ran
