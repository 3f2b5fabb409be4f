"""The panel that shows how the data become X and y, step by step."""

from typing import Literal

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.lessons.shapes import remote
from lstm_viz.lessons.shapes.claims import mixed_claim
from lstm_viz.lessons.shapes.parsing import parse_sentences
from lstm_viz.lessons.shapes.pipeline import Pipeline, Step, ids_of, preview
from lstm_viz.lessons.shapes.settings import WINDOWED, ShapeSettings
from lstm_viz.lessons.shapes.ui.readings import show_readings
from lstm_viz.lessons.shapes.ui.words import STEPS
from lstm_viz.tables import table

CARDS, TALLEST = 2, 170
MOST_PAIRS = 8


def show_pipeline(settings: ShapeSettings, pipeline: Pipeline) -> None:
    """Draws each step with its line of Python and its shape; below, more about the source that is chosen."""
    st.markdown(" → ".join(f"`{step.name}` {_shape(step)}" for step in pipeline.steps if step.name != "y"))
    for first in range(0, len(pipeline.steps), CARDS):
        cards = pipeline.steps[first : first + CARDS]
        for place, (number, step) in zip(st.columns(CARDS), enumerate(cards, start=first + 1), strict=False):
            with place:
                _show_step(number, step)
    if settings.source == "pair":
        show_readings(settings)
    if settings.source in WINDOWED:
        _show_pairs(settings, pipeline)
    if settings.source == "text":
        _show_embedded(settings)
    if settings.source == "tanks" and settings.order == "hour":
        show_claims([mixed_claim(pipeline)])


def _shape(step: Step) -> str:
    return "" if step.array is None else f"**{step.array.shape}**"


def _show_step(number: int, step: Step) -> None:
    title, sentence = map(_, STEPS[step.kind])
    made = step.shown if step.array is None else preview(step.array)
    with st.container(border=True, height="stretch", gap="small"):
        shape = "" if step.array is None else f" :blue-badge[{step.name} {step.array.shape}]"
        st.markdown(f"**{number}. {title}**{shape}")
        st.caption(sentence)
        st.code(step.code, language=None, wrap_lines=True, height=_height(step.code))
        st.code(made, language=None, wrap_lines=step.array is None, height=_height(made))


def _height(text: str) -> int | Literal["content"]:
    """The height of a box for a text. A long text scrolls, so that one step does not fill the page."""
    return TALLEST if text.count("\n") > 6 else "content"


def _show_pairs(settings: ShapeSettings, pipeline: Pipeline) -> None:
    """Draws the number of pairs of X and y, and the first pairs."""
    pairs, look_back = pipeline.x.shape[:2]
    length = len(pipeline.raw.rows)
    count = _("**Pairs of a window and its target: {pairs}**, out of {length} steps:").format(
        pairs=pairs, length=length
    )
    formula = f"({length} − {look_back} − {settings.horizon}) // {settings.stride} + 1 = {pairs}"
    st.markdown(f"{count} `(n − look_back − horizon) // stride + 1 = {formula}`")
    shown = range(min(pairs, MOST_PAIRS))
    starts = [number * settings.stride for number in shown]
    columns: dict[str, list] = {
        _("sample"): list(shown),
        _("window: rows"): [f"{start} … {start + look_back - 1}" for start in starts],
        _("window: values"): [_short_row(pipeline.x[number]) for number in shown],
        _("target: row"): [start + look_back + settings.horizon - 1 for start in starts],
        _("target: value"): [_short_row(pipeline.y[number]) for number in shown],
    }
    st.dataframe(table(columns), hide_index=True)


def _short_row(values: np.ndarray) -> str:
    """The numbers of a row in one line; a vector of features has brackets."""
    return preview(values.squeeze(-1) if values.shape[-1] == 1 else values).replace("\n", "")


def _show_embedded(settings: ShapeSettings) -> None:
    """Draws what the Embedding makes of the ids: a third axis, and the mask."""
    ids = ids_of(parse_sentences(settings.sentences))
    read = ask_keras(remote.read_padded, ids, settings.padding, settings.seed)
    if read is None:
        return
    with st.container(border=True):
        title = _("**In the model: the features and the mask**")
        st.markdown(f"{title} :blue-badge[embedded {read.embedded.shape}] :blue-badge[mask {read.mask.shape}]")
        code = f"layer = keras.layers.Embedding({int(read.x.max()) + 1}, {read.embedded.shape[-1]}, mask_zero=True)"
        st.code(f"{code}\nembedded, mask = layer(X), layer.compute_mask(X)", language=None, wrap_lines=True)
        st.caption(
            _("Steps that are words: {real} of {all}; the mask tells the recurrent layer to skip the others.").format(
                real=int(read.mask.sum()), all=read.mask.size
            )
        )
