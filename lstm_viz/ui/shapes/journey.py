"""The panel that shows the way of the data, step by step."""

from typing import Literal

import numpy as np
import streamlit as st

from lstm_viz.comparison import Comparison, compare
from lstm_viz.data import ALPHABET, one_hot
from lstm_viz.i18n import Translate
from lstm_viz.keras_engine.shapes import read_padded, read_pair
from lstm_viz.shapes.claims import pair_claims
from lstm_viz.shapes.parsing import parse_pair, parse_sentences
from lstm_viz.shapes.results import Readings
from lstm_viz.shapes.sentences import ids_of
from lstm_viz.shapes.settings import ShapeSettings
from lstm_viz.shapes.steps import Journey, Step
from lstm_viz.ui.comparisons import show_comparisons
from lstm_viz.ui.from_keras import ask_keras
from lstm_viz.ui.shapes.words import step_words

CARDS, TALLEST = 2, 170
CALLS = """by_sequence = lstm(encoded)                               # a sequence a sample
by_step = lstm(encoded[0][:, np.newaxis])[:, 0]           # a step a sample: of A; by_step_a, by_step_b: of each
stateful = [stateful_lstm(step) for step in encoded[0]]   # a step a call, the state kept from call to call"""


def show_journey(settings: ShapeSettings, journey: Journey, gettext: Translate) -> None:
    """Every step with its line and its shape; below, what it means for training where there are two ways."""
    words = step_words(gettext)
    st.markdown(" → ".join(f"`{step.name}` {_shape(step)}" for step in journey.steps if step.name != "y"))
    for first in range(0, len(journey.steps), CARDS):
        cards = journey.steps[first : first + CARDS]
        for place, (number, step) in zip(st.columns(CARDS), enumerate(cards, start=first + 1), strict=False):
            with place:
                _show_step(number, step, *words[step.kind])
    if settings.source == "pair":
        _show_readings(settings, gettext)
    if settings.source == "text":
        _show_embedded(settings, gettext)
    if settings.source == "tanks" and settings.order == "hour":
        _show_mixed(journey, gettext)


def _shape(step: Step) -> str:
    return "" if step.array is None else f"**{step.array.shape}**"


def _show_step(number: int, step: Step, title: str, sentence: str) -> None:
    made = step.shown if step.array is None else _preview(step.array)
    with st.container(border=True, height="stretch", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.markdown(f"**{number}. {title}**", width="content")
            if step.array is not None:
                st.badge(f"{step.name} {step.array.shape}", color="blue")
        st.caption(sentence)
        st.code(step.code, language=None, wrap_lines=True, height=_height(step.code))
        st.code(made, language=None, wrap_lines=step.array is None, height=_height(made))


def _height(text: str) -> int | Literal["content"]:
    """So that one step does not fill the page: longer texts scroll."""
    return TALLEST if text.count("\n") > 6 else "content"


def _preview(array: np.ndarray) -> str:
    """The array as numpy prints it, the middle of a large one left out."""
    with np.printoptions(precision=3, suppress=True, threshold=60, edgeitems=2, linewidth=60):
        return str(array)


def _show_embedded(settings: ShapeSettings, gettext: Translate) -> None:
    """What the layer before the LSTM makes of the ids: the third axis, and the mask."""
    ids = ids_of(parse_sentences(settings.sentences))
    read = ask_keras(gettext, read_padded, ids, settings.padding, settings.seed)
    if read is None:
        return
    with st.container(border=True):
        with st.container(horizontal=True):
            st.markdown(gettext("**In the model: the features and the mask**"), width="content")
            st.badge(f"embedded {read.embedded.shape}", color="blue")
            st.badge(f"mask {read.mask.shape}", color="blue")
        code = f"layer = keras.layers.Embedding({int(read.x.max()) + 1}, {read.embedded.shape[-1]}, mask_zero=True)"
        st.code(f"{code}\nembedded, mask = layer(X), layer.compute_mask(X)", language=None, wrap_lines=True)
        st.caption(
            gettext(
                "{real} of {all} steps are words; the mask tells the recurrent layer to pass over the others."
            ).format(real=int(read.mask.sum()), all=read.mask.size)
        )


def _show_mixed(journey: Journey, gettext: Translate) -> None:
    features = next(step.array for step in journey.steps if step.name == "features")
    assert features is not None  # for the type checker: it is an array
    mixed = compare("features.reshape(X.shape)", "X", features.reshape(journey.x.shape), journey.x)
    note = (
        gettext("This time the short way gives the same.")
        if mixed.equal
        else gettext("The same shape, other numbers: each sample would hold hours of several tanks.")
    )
    show_comparisons([(mixed, note)], gettext)


def _show_readings(settings: ShapeSettings, gettext: Translate) -> None:
    st.subheader(gettext("Two arrays of the same data, and what each means for training"), anchor=False)
    pair = parse_pair(settings.pair)
    steps, symbols = pair.shape[1] - 1, len(ALPHABET)
    encoded = one_hot(pair[:, :-1], symbols)
    step, sequence = st.columns(2, gap="large")
    with step, st.container(border=True, height="stretch"):
        st.markdown(gettext("**`{shape}`** a step a sample").format(shape=(steps, 1, symbols)))
        st.code(_preview(encoded[0][:, np.newaxis]), language=None, height=TALLEST)
        st.markdown(
            gettext(
                "One sequence, each step a sample one timestep long. Between samples Keras starts from a state of "
                "zeros, so nothing is remembered, unless the layer is `stateful=True`, reads one sample a batch, in "
                "order, and is reset after each sequence. The gradient never crosses from one step to another."
            )
        )
    with sequence, st.container(border=True, height="stretch"):
        st.markdown(gettext("**`{shape}`** a sequence a sample").format(shape=(2, steps, symbols)))
        st.code(_preview(encoded), language=None, height=TALLEST)
        st.markdown(
            gettext(
                "Both sequences at once, each a sample. The state goes from step to step within a sample, starts from "
                "zeros for each, and the gradient goes back through all its steps. Samples may be shuffled."
            )
        )
    if read := ask_keras(gettext, read_pair, settings.pair):
        _show_claims(pair_claims(read), gettext)
        _show_answers(pair, read, gettext)


def _show_claims(claims: dict[str, Comparison], gettext: Translate) -> None:
    """What the real LSTM makes of the two arrays."""
    st.markdown(gettext("One real LSTM of 8 units, trained on the memory pair, read the first sequence in each way:"))
    st.code(CALLS, language=None, wrap_lines=True)
    equal = {
        "first": gettext("The first step starts from zeros either way."),
        "later": gettext("Here the steps apart give what the sequence gives."),
        "stateful": gettext("One step a call, the state kept by the layer: the same as the whole sequence."),
        "twins": gettext("Read apart, the last steps of A and B cannot be told from each other: they read the same."),
    }
    different = {
        "first": gettext("Already the first step is another."),
        "later": gettext("Every later step started from zeros again: what came before is lost."),
        "stateful": gettext("The state was not kept as it is within a sequence."),
        "twins": gettext("Read apart, the last steps of A and B differ, as they read different symbols."),
    }
    notes = {name: (equal if claim.equal else different)[name] for name, claim in claims.items()}
    show_comparisons([(claim, notes[name]) for name, claim in claims.items()], gettext)


def _show_answers(pair: np.ndarray, read: Readings, gettext: Translate) -> None:
    import pandas

    whole, apart, kept = (
        predicted.argmax(-1) for predicted in (read.whole_predicts, read.apart_predicts, read.stateful_predicts)
    )
    steps = pair.shape[1] - 1
    columns = {
        gettext("sequence"): np.repeat(["A", "B"], steps),
        gettext("step"): np.tile(np.arange(1, steps + 1), 2),
        gettext("reads"): pair[:, :-1].ravel(),
        gettext("target"): pair[:, 1:].ravel(),
        f"(2, {steps}, {len(ALPHABET)})": whole.ravel(),
        f"({steps}, 1, {len(ALPHABET)})": apart.ravel(),
        f"({steps}, 1, {len(ALPHABET)}) stateful": kept.ravel(),
    }
    st.caption(gettext("What its Dense layer says comes next, for each array:"))
    st.dataframe(pandas.DataFrame(columns), hide_index=True, width="content")
