"""The page Text without a browser: sentences, links, panels, what goes wrong, both languages."""

import json

import numpy as np
import pandas
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.data.reviews import KINDS, LANGUAGES
from lstm_viz.reviews.model import KindScore
from lstm_viz.reviews.reading import read
from lstm_viz.reviews.results import KerasReading
from lstm_viz.reviews.sentence import EXAMPLES, sentence
from lstm_viz.reviews.tables import npz, table
from lstm_viz.trace import Trace
from lstm_viz.ui.text.lessons import to_try
from lstm_viz.ui.text.scores import conclusions
from tests.support.app import codes, markdown, open_page, words

pytestmark = pytest.mark.usefixtures("keras_here")
PANELS = ("words", "step", "gates", "change", "padding", "models", "data", "code")


def open_text(**query: str) -> AppTest:
    return open_page("text", **query)


def strip(app: AppTest) -> dict:
    """What the browser gets for the boxes."""
    return json.loads(app.get("bidi_component")[0].proto.json)[0]


def captions(app: AppTest) -> str:
    return "\n".join(caption.value for caption in app.caption)


def test_the_first_view_is_the_same_words_in_another_order(keras_here):
    app = open_text()
    a, b = strip(app)["rows"]
    assert [word["text"] for word in a["words"]] == EXAMPLES["en"][0].split()
    assert (a["parts"], b["parts"]) == (3, 3)
    assert a["words"][-1]["value"] == pytest.approx(read(sentence("en", EXAMPLES["en"][0])).answer)
    assert a["words"][-1]["value"] > 0.9 > 0.1 > b["words"][-1]["value"]
    assert "number 4" in captions(app)
    assert "the bag of words says the same of both" in captions(app)
    assert keras_here == []  # it needs neither training nor Keras


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reviews_begin_in_the_pages_language(language):
    app = open_text(lang=language)
    assert app.query_params["reviews"] == language
    assert app.query_params["a"] == EXAMPLES[language][0]


def test_another_language_begins_with_its_own_sentences():
    app = open_text()
    app.button_group(key="text_reviews").set_value("ko").run()
    assert not app.exception
    assert app.query_params["a"] == EXAMPLES["ko"][0]
    assert [word["text"] for word in strip(app)["rows"][0]["words"]][:2] == ["줄거리", "-가"]


def test_unknown_words_are_marked():
    (row,) = strip(open_text(a="the dinosaurs were not boring"))["rows"]
    assert [word["mark"] for word in row["words"]] == ["", "unknown", "", "", ""]
    assert row["words"][1]["look"] == "unknown"
    assert row["words"][-1]["value"] > 0.9


@pytest.mark.parametrize("text", ["", "<b>😀</b>", "qwer asdf", "x" * 10_000, "not " * 60])
def test_what_is_typed_wrong_is_said_and_what_was_there_stays(text):
    app = open_text(a="never boring")
    app.text_input(key="text_a").set_value(text).run()
    assert not app.exception
    assert any("sentence" in said for said in words(app))
    assert [word["text"] for word in strip(app)["rows"][0]["words"]] == ["never", "boring"]
    assert app.query_params["a"] == "never boring"


def test_a_wrong_second_sentence_leaves_the_first():
    app = open_text(a="never boring")
    app.text_input(key="text_b").set_value("qwer").run()
    assert any("None of these words" in said for said in words(app))
    assert len(strip(app)["rows"]) == 1


def test_a_tampered_link_shows_the_nearest_settings_and_says_so():
    app = open_text(a="<script>", b="qwer", step="99", panel="nowhere", becomes="zzz", length="-3")
    said = " ".join(words(app))
    for part in ("“b” was replaced", "“step” cannot be “99”", "“panel” cannot be", "“becomes”", "“length”"):
        assert part in said
    assert not app.exception


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_panel_opens(language):
    app = open_text(reviews=language)
    for panel in PANELS:
        app.button_group(key="text_panel").set_value(panel).run()
        assert not app.exception
        assert app.query_params["panel"] == panel


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
    assert keras_here == ["read_by_keras"]
    for line in ("trace.hidden = keras_sequence", "sentiments[-1] = model(ids)", "bag = bag(counts)"):
        assert line in markdown(app)

    def wrong(sentence):
        right = read(sentence)
        return type(right)(**vars(right) | {"sentiments": right.sentiments + 0.01})

    monkeypatch.setattr("lstm_viz.ui.text.controls.read", wrong)
    app = open_text(a="the film was not good", panel="step")
    app.button(key="text_check").click().run()
    assert "sentiments[-1] ≠ model(ids)" in markdown(app)
    assert "trace.hidden = keras_sequence" in markdown(app)


def test_a_changed_word_is_read_anew():
    app = open_text(a="the film was not good at all", panel="change", word="4", becomes="very")
    (said,) = [text for text in words(app) if "→" in text]
    assert "“not” → “very” turns the LSTM's answer round" in said
    assert "32 of the 56 numbers of the cell state change, from word 4 on" in said
    frame = app.dataframe[0].value
    after = read(sentence("en", "the film was very good at all"))
    np.testing.assert_allclose(frame["after"], after.sentiments, atol=1e-4)
    app.selectbox(key="text_becomes").set_value("not").run()
    (said,) = [text for text in words(app) if "→" in text]
    assert "leaves the LSTM's answer" in said
    assert "numbers of the cell state" not in said


def test_padding_is_read_by_keras_with_and_without_its_mask(keras_here):
    app = open_text(a="the film was not good at all", panel="padding", length="12")
    assert "model(padded) = model(ids)" in markdown(app)
    assert "The mask works: the LSTM skips the 5 padded steps" in markdown(app)
    boxes = json.loads(app.get("bidi_component")[1].proto.json)[0]["rows"][0]["words"]
    assert [box["look"] for box in boxes] == [""] * 7 + ["skipped"] * 5
    app = open_text(a="the film was not good at all", panel="padding", length="30", mask_zero="False")
    assert "model(padded) ≠ model(ids)" in markdown(app)
    assert "reads the 23 padded steps as if they were words" in markdown(app)
    assert set(keras_here) == {"read_by_keras"}


def test_a_mask_that_does_not_work_is_said(monkeypatch):
    from lstm_viz.reviews.compute import read_by_keras

    def broken(language, ids, mask_zero):
        given = read_by_keras(language, ids, mask_zero)
        return KerasReading(**vars(given) | {"answer": given.answer + (0.2 if 0 in ids else 0)})

    monkeypatch.setattr("lstm_viz.ui.text.padding.read_by_keras", broken)
    app = open_text(a="the film was not good at all", panel="padding", length="12")
    assert "model(padded) ≠ model(ids)" in markdown(app)
    assert "the answer has changed" in markdown(app)


def test_what_is_said_of_the_counts_follows_them():
    def said(**bag: int) -> str:
        counted = tuple(KindScore(kind, 100, bag.get("lstm", 100), bag.get(kind, 75)) for kind in KINDS)
        return " ".join(conclusions(counted, str))

    assert "gets every held-out sentence right" in said()
    assert "The LSTM misses: plain (3 of 100)" in said(lstm=97)
    assert "guessing" not in said()
    assert "no better than guessing, or worse, at: negation." in said(negation=10)
    assert "nine in ten or more of: plain." in said(plain=95)
    assert "sees neither of the two" in said(negation=10, double_negation=95)
    assert "sees neither of the two" not in said(negation=80, double_negation=95)


def test_predict_first_hides_every_answer():
    app = open_text(predict="True", a="never boring")
    assert len(app.get("bidi_component")) == 0
    assert len(app.dataframe) == 0
    app.radio(key="text_predicted").set_value(1).run()
    assert app.success[0].value.startswith("Right. The LSTM: 99.9 % positive")
    assert len(strip(app)["rows"]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_try_this_opens_its_settings(language):
    app = open_text(reviews=language)
    for number, (_, link) in enumerate(to_try(language, str)):
        app.button(key=f"text_try_{number}").click().run()
        assert not app.exception
        assert {name: app.query_params[name] for name in link} == link
        if link.get("panel") == "change":
            assert any("turns the LSTM's answer round" in said for said in words(app))


def test_the_files_hold_the_numbers(tmp_path):
    reading = read(sentence("en", "the dinosaurs were not boring"))
    frame = table({"A": reading})
    assert frame["word"].tolist() == ["the", "dinosaurs", "was", "not", "boring"]
    np.testing.assert_array_equal(frame["sentiment"], reading.sentiments)
    np.testing.assert_array_equal(frame["forget_gate_8"], reading.trace.forget_gate[0, :, 7])
    (tmp_path / "a.npz").write_bytes(npz(reading))
    np.testing.assert_array_equal(Trace.load(tmp_path / "a.npz").cell, reading.trace.cell)
    assert isinstance(frame, pandas.DataFrame)


def test_the_script_names_the_sentences():
    code = codes(open_text(a="never boring", panel="code"))
    assert "'A': ['never', 'boring']" in code
    assert "lstm_viz" not in code
