"""The panels of the page Patterns."""

import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.files import show_code, show_data
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.refusals import show_refusal
from lstm_viz.drawings.component import show_unrolled
from lstm_viz.drawings.unrolled import Unrolled
from lstm_viz.lessons.patterns import remote, tables
from lstm_viz.lessons.patterns.blueprint import Blueprint, Recurrent
from lstm_viz.lessons.patterns.builder import Build
from lstm_viz.lessons.patterns.code import autoencoder_training, built_code, loop_code, loop_training, trained_code
from lstm_viz.lessons.patterns.drawing import drawing_of
from lstm_viz.lessons.patterns.equalities import equalities, loop_equalities
from lstm_viz.lessons.patterns.generator.code import generator_code
from lstm_viz.lessons.patterns.generator.drawing import generated_drawing
from lstm_viz.lessons.patterns.generator.equalities import generated_equalities
from lstm_viz.lessons.patterns.generator.request import Request as Text
from lstm_viz.lessons.patterns.generator.tables import candidate_table
from lstm_viz.lessons.patterns.loop import Loop, loop_drawing
from lstm_viz.lessons.patterns.refused import why_refused
from lstm_viz.lessons.patterns.results import LayerError
from lstm_viz.lessons.patterns.trained import story
from lstm_viz.lessons.patterns.typed import Typed
from lstm_viz.lessons.patterns.ui.model import ComputedModel
from lstm_viz.lessons.patterns.ui.page import PAGE
from lstm_viz.lessons.patterns.ui.traces import show_trace
from lstm_viz.lessons.patterns.words import TITLES
from lstm_viz.tables import table


def show_panel(panel: str, model: ComputedModel) -> None:
    """Draws a panel."""
    DRAW[panel](model)


def _drawing(model: ComputedModel) -> None:
    key, chosen = PAGE.key("drawing"), PAGE.get("tensor")
    PAGE.set(tensor=show_unrolled(_picture(model), key=key, gettext=_, selected=chosen) or "")
    if len(model.run.inputs) > 1:
        st.caption(_("The first of {count} samples.").format(count=len(model.run.inputs)))


def _picture(model: ComputedModel) -> Unrolled:
    if model.loop is not None:
        return loop_drawing(model.loop, _(TITLES[model.pattern]), _)
    title = _("Your own model") if isinstance(model.request, Build) else _(TITLES[model.pattern])
    if model.text is not None:
        return generated_drawing(model.text, title, _)
    return drawing_of(model.run, title, _)


def _shapes(model: ComputedModel) -> None:
    blueprint = model.blueprint
    columns = _("layer"), _("code"), _("output shape"), _("parameters")
    layers = zip(model.run.layers, blueprint.layers, strict=True)
    rows = [(run.name, made.code(), str(run.output_shape), run.parameters) for run, made in layers]
    first = ("inputs", f"keras.Input({blueprint.input_shape})", str((blueprint.batch_size, *blueprint.input_shape)), 0)
    st.dataframe(table(dict(zip(columns, zip(first, *rows, strict=True), strict=True))), hide_index=True)
    _switches(blueprint)


def _switches(blueprint: Blueprint) -> None:
    """Draws the output shape or the Keras error for each combination of `return_sequences`."""
    made = ask_keras(remote.switched, blueprint)
    if made is None:
        return
    st.markdown(_("**The same layers with every setting of `return_sequences`, built just now:**"))
    refused = _("Keras error")
    recurrent = [layer for layer in blueprint.layers if isinstance(layer, Recurrent)]
    columns = [f"{layer.kind} {number}" for number, layer in enumerate(recurrent, start=1)]
    returns = {name: [str(switches[at]) for switches in made] for at, name in enumerate(columns)}
    shapes = [refused if isinstance(one, LayerError) else str(one) for one in made.values()]
    st.table(table({**returns, _("output shape"): shapes}), width="content", hide_index=True)
    variants = blueprint.switched()
    refusals = {
        result.message: (variants[switches], result)
        for switches, result in made.items()
        if isinstance(result, LayerError)
    }
    for number, (variant, refusal) in enumerate(refusals.values(), start=1):
        with st.expander(_("Why Keras raises an error ({number})").format(number=number), expanded=len(refusals) == 1):
            show_refusal(refusal, explained=why_refused(variant, refusal, _))


def _equal(model: ComputedModel) -> None:
    st.caption(_("Compared just now on the numbers that Keras returned."))
    if model.loop is not None:
        show_claims(loop_equalities(model.loop))
    if model.text is not None:
        show_claims(generated_equalities(model.text))
    show_claims(equalities(model.run))


def _data(model: ComputedModel) -> None:
    if model.loop is not None and isinstance(model.request, Loop):
        frame, caption = tables.loop_table(model.loop, model.request.series), ""
    elif model.text is not None and isinstance(model.request, Text):
        frame = candidate_table(model.text, model.request.temperature)
        caption = _("For each generated word the most probable words, and the one that was drawn.")
    else:
        frame, caption = tables.table(model.run), _("What each layer returned, value by value, counted from 1.")
    name = "built" if isinstance(model.request, Build) else model.pattern
    show_data(PAGE, frame, lambda: model.traced.arrays, name, caption=caption)


def _code(model: ComputedModel) -> None:
    request = model.request
    match request:
        case Typed():
            code = trained_code(model.pattern, request.inputs)
        case Loop():
            code = loop_code(request.given, request.continued)
        case Text():
            code = generator_code(request)
        case Build():
            code = built_code(request)
    st.caption(_("Rebuilds exactly this model and prints exactly these numbers; needs only keras and numpy."))
    show_code(PAGE, code, "pattern.py")
    _training(model)


def _training(model: ComputedModel) -> None:
    """Draws a script that trains such a model, for the patterns whose training has a trick of its own."""
    if isinstance(model.request, Loop):
        st.markdown(
            _(
                "**How such a loop is trained:** `X` holds all steps but the last, `Y` all but the first. "
                "Then the model reads the past, and goes on from its own output. This short training knows "
                "only true values; the page's model has also read its own."
            )
        )
        show_code(PAGE, loop_training(model.request.given, model.request.continued), "training.py")
    elif isinstance(model.request, Typed) and model.pattern == "autoencoder":
        st.markdown(
            _(
                "**How an autoencoder is trained:** with `fit(X, X)`, as what it reads is also the right answer. This "
                "short training has 200 iterations; the page's model had {updates}."
            ).format(updates=story(model.pattern).updates)
        )
        show_code(PAGE, autoencoder_training(), "training.py")


DRAW = {
    "drawing": _drawing,
    "shapes": _shapes,
    "equal": _equal,
    "trace": show_trace,
    "data": _data,
    "code": _code,
}
