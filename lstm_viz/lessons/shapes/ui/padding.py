"""The panel about padding: which steps the mask marks, and what it changes."""

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import predict_first
from lstm_viz.drawings.component import show_unrolled
from lstm_viz.lessons.shapes import remote
from lstm_viz.lessons.shapes.claims import padding_claims
from lstm_viz.lessons.shapes.drawings import padded_drawing
from lstm_viz.lessons.shapes.parsing import Sentence, parse_sentences
from lstm_viz.lessons.shapes.pipeline import ids_of, pipeline_of
from lstm_viz.lessons.shapes.results import TEXT_FEATURES, TEXT_UNITS, Padded
from lstm_viz.lessons.shapes.settings import ShapeSettings
from lstm_viz.lessons.shapes.ui.page import PAGE
from lstm_viz.lessons.shapes.ui.questions import padding_question


def show_padding(settings: ShapeSettings) -> None:
    """Draws ids, embedding and mask as Keras returns them, and compares the last output with and without the mask."""
    sentences = parse_sentences(settings.sentences)
    read = ask_keras(remote.read_padded, ids_of(sentences), settings.padding, settings.seed)
    if read is None:
        return
    claims = padding_claims(read, pipeline_of(settings, _).x)
    st.markdown(
        _(
            "`Embedding({words}, {features}, mask_zero=True)` turns X {shape} into {embedded}, and its "
            "mask is passed to `LSTM({units})`. A masked step changes nothing: the layer repeats its state."
        ).format(
            words=int(read.x.max()) + 1,
            features=TEXT_FEATURES,
            shape=read.x.shape,
            embedded=read.embedded.shape,
            units=TEXT_UNITS,
        )
    )
    if not predict_first(PAGE, padding_question(settings, claims)):
        return
    left, right = st.columns(2)
    with left:
        st.badge(f"X {read.x.shape}", color="blue")
        st.code(str(read.x), language=None)
    with right:
        st.badge(f"mask {read.mask.shape}", color="blue")
        st.code(str(read.mask), language=None)
    show_claims(claims.values())
    _show_sentences(sentences, read)
    shortest = min(range(len(sentences)), key=lambda sample: len(sentences[sample][0]))
    show_unrolled(padded_drawing(sentences[shortest][0], read, shortest, _), key="shapes_padded", gettext=_)


def _show_sentences(sentences: tuple[Sentence, ...], read: Padded) -> None:
    import pandas

    columns = {
        _("sentence"): [" ".join(words) for words, _ in sentences],
        _("padded steps"): (~read.mask).sum(axis=1),
        _("difference with the mask"): np.abs(read.masked_last - read.alone_last).max(axis=1),
        _("difference without it"): np.abs(read.unmasked_last - read.alone_last).max(axis=1),
    }
    st.caption(_("The largest difference between the last output and that of the sentence alone, without padding."))
    frame = pandas.DataFrame(columns)
    numbers = {name: st.column_config.NumberColumn(format="%.2g") for name in frame.columns[2:]}
    st.dataframe(frame, hide_index=True, column_config=numbers)
