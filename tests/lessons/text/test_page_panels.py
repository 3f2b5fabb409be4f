"""The panels of the page Text, without a browser: what is said of Keras follows what Keras gave."""

import json

import numpy as np
import pytest

from lstm_viz.data.reviews import KINDS
from lstm_viz.engine.trace import Trace
from lstm_viz.lessons.text.model import KindScore
from lstm_viz.lessons.text.reading import read
from lstm_viz.lessons.text.results import KerasReading
from lstm_viz.lessons.text.sentence import sentence
from lstm_viz.lessons.text.tables import table
from lstm_viz.lessons.text.ui.scores import conclusions
from lstm_viz.tables import trace_npz
from tests.support.app import markdown, words
from tests.support.text import open_text

pytestmark = pytest.mark.usefixtures("keras_here")


def test_the_viewer_reads_the_words_and_says_the_sentiment():
    app = open_text(a="the film was not good", panel="step", step="5", unit="3")
    data = json.loads(app.get("bidi_component")[1].proto.json)[0]
    (sequence,) = data["sequences"]
    assert sequence["tokens"] == ["the", "film", "was", "not", "good"]
    assert sequence["predictions"][-1]["label"] == "negative"
    assert data["cursor"] == {"time": 4, "unit": 2, "show": "A"}


def test_check_now_compares_with_keras_and_its_verdict_turns(monkeypatch, keras_here):
    app = open_text(a="the film was not good", panel="step")
    app.button(key="text_check").click().run()
    assert keras_here.asked == ["read_by_keras"]
    for line in ("trace.hidden = keras_sequence", "sentiments[-1] = model(ids)", "bag = bag(counts)"):
        assert line in markdown(app)

    def wrong(sentence):
        right = read(sentence)
        return type(right)(**vars(right) | {"sentiments": right.sentiments + 0.01})

    monkeypatch.setattr("lstm_viz.lessons.text.ui.controls.read", wrong)
    app = open_text(a="the film was not good", panel="step")
    app.button(key="text_check").click().run()
    assert "sentiments[-1] ≠ model(ids)" in markdown(app)
    assert "trace.hidden = keras_sequence" in markdown(app)


def test_a_changed_word_is_read_anew():
    app = open_text(a="the film was not good at all", panel="change", word="4", becomes="very")
    (said,) = [text for text in words(app) if "→" in text]
    assert "“not” → “very” changes the LSTM's answer" in said
    assert "32 of the 56 numbers of the cell state change, from word 4 on" in said
    frame = app.dataframe[0].value
    after = read(sentence("en", "the film was very good at all"))
    np.testing.assert_allclose(frame["after"], after.sentiments, atol=1e-4)
    app.selectbox(key="text_becomes").set_value("not").run()
    (said,) = [text for text in words(app) if "→" in text]
    assert "does not change the LSTM's answer" in said
    assert "numbers of the cell state" not in said


def test_padding_is_read_by_keras_with_and_without_its_mask(keras_here):
    app = open_text(a="the film was not good at all", panel="padding", length="12")
    assert "model(padded) = model(ids)" in markdown(app)
    assert "The mask works: the LSTM skips the padded steps (5)" in markdown(app)
    boxes = json.loads(app.get("bidi_component")[1].proto.json)[0]["rows"][0]["words"]
    assert [box["look"] for box in boxes] == [""] * 7 + ["skipped"] * 5
    app = open_text(a="the film was not good at all", panel="padding", length="30", mask_zero="False")
    assert "model(padded) ≠ model(ids)" in markdown(app)
    assert "reads the padded steps (23) as if they were words" in markdown(app)
    assert set(keras_here.asked) == {"read_by_keras"}


def test_a_mask_that_does_not_work_is_said(monkeypatch):
    from lstm_viz.lessons.text.in_keras import read_by_keras

    def broken(language, ids, mask_zero):
        given = read_by_keras(language, ids, mask_zero)
        return KerasReading(**vars(given) | {"answer": given.answer + (0.2 if 0 in ids else 0)})

    monkeypatch.setattr("lstm_viz.lessons.text.in_keras.read_by_keras", broken)
    app = open_text(a="the film was not good at all", panel="padding", length="12")
    assert "model(padded) ≠ model(ids)" in markdown(app)
    assert "the answer has changed" in markdown(app)


def test_what_is_said_of_the_counts_follows_them():
    def said(**bag: int) -> str:
        counted = tuple(KindScore(kind, 100, bag.get("lstm", 100), bag.get(kind, 75)) for kind in KINDS)
        return " ".join(conclusions(counted))

    assert "gets every held-out sentence right" in said()
    assert "The LSTM misses: plain (3 of 100)" in said(lstm=97)
    assert "guessing" not in said()
    assert "no better than guessing, or worse, at: negation." in said(negation=10)
    assert "at least nine in ten right of: plain." in said(plain=95)
    assert "uses neither of the two" in said(negation=10, double_negation=95)
    assert "uses neither of the two" not in said(negation=80, double_negation=95)


def test_the_files_hold_the_numbers(tmp_path):
    reading = read(sentence("en", "the wombats were not boring"))
    frame = table({"A": reading})
    assert frame["word"].tolist() == ["the", "wombats", "was", "not", "boring"]
    np.testing.assert_array_equal(frame["sentiment"], reading.sentiments)
    np.testing.assert_array_equal(frame["forget_gate_8"], reading.trace.forget_gate[0, :, 7])
    (tmp_path / "a.npz").write_bytes(trace_npz(reading.trace))
    np.testing.assert_array_equal(Trace.load(tmp_path / "a.npz").cell, reading.trace.cell)
