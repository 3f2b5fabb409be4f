"""What the page Patterns shows of a model, a panel at a time."""

from functools import partial

import streamlit as st

from lstm_viz.app.comparisons import show_comparisons
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.app.refusals import show_refusal
from lstm_viz.drawings.component import show_unrolled
from lstm_viz.drawings.unrolled import Unrolled
from lstm_viz.lessons.patterns import remote, tables
from lstm_viz.lessons.patterns.blueprint import Blueprint
from lstm_viz.lessons.patterns.builder import Build
from lstm_viz.lessons.patterns.catalogue import PATTERNS
from lstm_viz.lessons.patterns.code import built_code, loop_code, trained_code
from lstm_viz.lessons.patterns.drawing import drawing_of
from lstm_viz.lessons.patterns.equalities import equalities, loop_equalities
from lstm_viz.lessons.patterns.loop import Loop, loop_drawing
from lstm_viz.lessons.patterns.refused import why_refused
from lstm_viz.lessons.patterns.results import LayerError
from lstm_viz.lessons.patterns.typed import Typed
from lstm_viz.lessons.patterns.ui.page import PAGE
from lstm_viz.lessons.patterns.ui.shown import Shown
from lstm_viz.lessons.patterns.ui.traces import show_trace
from lstm_viz.lessons.patterns.words import titles
from lstm_viz.tables import csv


def show_panel(shown: Shown) -> None:
    """The row of panels and the open one."""
    names = {
        "drawing": _("Unrolled"),
        "shapes": _("Output shapes"),
        "equal": _("What equals what"),
        "trace": _("Inside the LSTM"),
        "data": _("Data"),
        "code": _("Keras code"),
    }
    DRAW[choose_panel(PAGE, names)](shown)


def blueprint_of(shown: Shown) -> Blueprint:
    """The model that is shown."""
    return shown.asked.blueprint() if isinstance(shown.asked, Build) else PATTERNS[shown.pattern]


def _drawing(shown: Shown) -> None:
    key, chosen = PAGE.key("drawing"), PAGE.get("tensor")
    PAGE.set(tensor=show_unrolled(_picture(shown), key=key, gettext=_, selected=chosen) or "")
    if len(shown.run.inputs) > 1:
        st.caption(_("The first of {count} samples.").format(count=len(shown.run.inputs)))


def _picture(shown: Shown) -> Unrolled:
    if shown.loop is not None:
        return loop_drawing(shown.loop, titles(_)[shown.pattern], _)
    title = _("Your own model") if isinstance(shown.asked, Build) else titles(_)[shown.pattern]
    return drawing_of(shown.run, title, _)


def _shapes(shown: Shown) -> None:
    blueprint = blueprint_of(shown)
    columns = _("layer"), _("made by"), _("output shape"), _("weights")
    layers = zip(shown.run.layers, blueprint.layers, strict=True)
    rows = [(run.name, made.code(), str(run.output_shape), run.parameters) for run, made in layers]
    first = ("inputs", f"keras.Input({blueprint.input_shape})", str((blueprint.batch_size, *blueprint.input_shape)), 0)
    st.dataframe([dict(zip(columns, row, strict=True)) for row in (first, *rows)], hide_index=True)
    _switches(blueprint)


def _switches(blueprint: Blueprint) -> None:
    """What comes of every setting of return_sequences."""
    made = ask_keras(remote.switched, blueprint)
    if made is None:
        return
    st.markdown(_("**The same layers with every setting of `return_sequences`, built just now:**"))
    refused = _("Keras refuses")
    columns = [f"LSTM {number}" for number in range(1, len(next(iter(made))) + 1)]
    st.table(
        {
            **{name: [str(switches[at]) for switches in made] for at, name in enumerate(columns)},
            _("output shape"): [refused if isinstance(one, LayerError) else str(one) for one in made.values()],
        },
        width="content",
        hide_index=True,
    )
    variants = blueprint.switched()
    refusals = {
        result.message: (variants[switches], result)
        for switches, result in made.items()
        if isinstance(result, LayerError)
    }
    for number, (variant, refusal) in enumerate(refusals.values(), start=1):
        with st.expander(_("Why Keras refuses ({number})").format(number=number), expanded=len(refusals) == 1):
            show_refusal(refusal, explained=why_refused(variant, refusal, _))


def _equal(shown: Shown) -> None:
    st.caption(_("Compared just now, on the very numbers that Keras returned."))
    if shown.loop is not None:
        show_comparisons(loop_equalities(shown.loop, _))
    show_comparisons(equalities(shown.run, _))


def _data(shown: Shown) -> None:
    run = shown.run
    if shown.loop is not None and isinstance(shown.asked, Loop):
        frame = tables.loop_table(shown.loop, shown.asked.series)
    else:
        frame = tables.table(run)
        st.caption(_("What each layer returned, value by value, counted from 1."))
    st.dataframe(frame, hide_index=True)
    name = "built" if isinstance(shown.asked, Build) else shown.pattern
    with st.container(horizontal=True):
        file_button(PAGE, "CSV", lambda: csv(frame), f"{name}.csv", "text/csv")
        file_button(PAGE, "NPZ", partial(tables.npz, shown.traced), f"{name}.npz", "application/octet-stream")


def _code(shown: Shown) -> None:
    asked = shown.asked
    match asked:
        case Typed():
            code = trained_code(shown.pattern, asked.inputs)
        case Loop():
            code = loop_code(asked.given, asked.continued)
        case Build():
            code = built_code(asked)
    st.caption(_("Rebuilds exactly this model and prints exactly these numbers; needs keras and numpy alone."))
    show_code(PAGE, code, "pattern.py")


DRAW = {
    "drawing": _drawing,
    "shapes": _shapes,
    "equal": _equal,
    "trace": show_trace,
    "data": _data,
    "code": _code,
}
