"""The panel Check with Keras: the model is built in today's Keras, and its answers are compared with those here."""

from dataclasses import replace

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import answer_to, question_to, wait_for_keras
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.comparison import Claim, compare
from lstm_viz.data import InputError
from lstm_viz.engine.layer_check import check_layer
from lstm_viz.lessons.your_model import remote
from lstm_viz.lessons.your_model.passes import Inputs, Outputs, Pass
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.model_files import ModelFile
from lstm_viz.model_files.rebuilding import Rebuilt, keeps_old_meaning, rebuilt


def show_check(shown: Shown) -> None:
    """Draws the button, and what the comparison has found."""
    st.caption(
        _(
            "Builds the layers in the Keras of this app, gives them the weights of the file, and compares what they "
            "return for A. Interventions are left out."
        )
    )
    if st.button(_("Check now"), key=PAGE.key("check"), icon=":material/verified:"):
        PAGE.set(checked=(shown.key, _checked(shown)))
    key, claims = PAGE.find("checked") or (None, None)
    if key == shown.key and claims is not None:
        show_claims(claims)
        if (problem := _unbuilt(shown.given.model)) is not None:
            show_problem(problem)


def _unbuilt(model: ModelFile) -> InputError | None:
    """Why the whole model cannot be built."""
    try:
        rebuilt(model.network)
    except InputError as problem:
        return problem
    return None


def _checked(shown: Shown) -> list[Claim] | None:
    """What Keras returns beside what the page shows."""
    each = shown.passes["A"]
    if each.edited:
        each = replace(each, trace=shown.place.of(shown.given.model.run(each.inputs).layers), outputs=each.unbroken)
    return wait_for_keras(lambda: [*_of_layer(shown, each), *_of_model(shown.given.model, each)])


def _of_layer(shown: Shown, each: Pass) -> list[Claim]:
    """Every signal of the layer that is looked at, step by step."""
    found = answer_to(question_to(check_layer, each.trace, None))
    words = _("The layer that is shown: its output at each step, and each step by itself, in Keras {version}.")
    comparison = compare("trace", "keras_layer", 0.0, found.largest)
    return [Claim(comparison, words.format(version=found.keras))]


def _of_model(model: ModelFile, each: Pass) -> list[Claim]:
    """The outputs of the model; of a file with an older meaning, also what Keras 3 makes of the same names."""
    try:
        own, written = rebuilt(model.network), rebuilt(model.network, as_written=True)
    except InputError:
        return []
    claims = [
        _claim("model(x)", "keras_model(x)", pair, _("Output {number} of the model.").format(number=number))
        for number, pair in enumerate(_pairs(own, model, each.inputs, each.outputs), start=1)
    ]
    if keeps_old_meaning(model.network):
        words = _(
            "Keras 3 with the names in the file, which mean something else today: it answers {theirs} where the file's "
            "own Keras answered {ours}."
        )
        claims += [
            _claim(
                "model(x)",
                "keras_model_as_written(x)",
                pair,
                words.format(ours=_first(pair[0]), theirs=_first(pair[1])),
            )
            for pair in _pairs(written, model, each.inputs, each.outputs)
        ]
    return claims


def _first(output: np.ndarray) -> str:
    """The first number of an output; of an output at each step, that after the last step."""
    return f"{output.reshape(-1, output.shape[-1])[-1, 0]:.6g}"


def _claim(left: str, right: str, pair: tuple[np.ndarray, np.ndarray], words: str) -> Claim:
    return Claim(compare(left, right, *pair), words)


def _pairs(built: Rebuilt, model: ModelFile, inputs: Inputs, outputs: Outputs) -> list[tuple[np.ndarray, np.ndarray]]:
    """Our outputs beside those of Keras."""
    given = [inputs[name] for name in model.starts[: len(built.inputs)]]
    answer = answer_to(question_to(remote.answer_of, built, given))
    return [(ours, theirs) for ours, theirs in zip(outputs, answer.outputs, strict=False) if ours is not None]
