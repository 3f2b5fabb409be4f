"""The page Text without a browser: sentences, links, panels, what goes wrong, both languages."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.data.reviews import LANGUAGES
from lstm_viz.lessons.text.imdb.settings import IMDB
from lstm_viz.lessons.text.reading import read
from lstm_viz.lessons.text.sentence import EXAMPLES, sentence
from lstm_viz.lessons.text.ui.lesson import to_try
from tests.support.app import codes, try_this, words
from tests.support.text import open_text

pytestmark = pytest.mark.usefixtures("keras_here")
PANELS = ("words", "step", "gates", "change", "mattered", "padding", "models", "data", "code")


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
    assert "first differ at word 4" in captions(app)
    assert "the bag of words gives both the same probability" in captions(app)
    assert "gives both the same probability" not in captions(open_text(a="never boring", b="never funny"))
    assert keras_here.asked == []  # it needs neither training nor Keras


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
    assert [word["text"] for word in strip(app)["rows"][0]["words"]][:2] == ["줄거리", "-이/가"]


def test_unknown_words_are_marked():
    (row,) = strip(open_text(a="the wombats were not boring"))["rows"]
    assert [word["mark"] for word in row["words"]] == ["", "unknown", "", "", ""]
    assert row["words"][1]["look"] == "unknown"
    assert row["words"][-1]["value"] > 0.9


@pytest.mark.parametrize("text", ["", "<qq>😀</qq>", "qwer asdf", "x" * 10_000, "not " * 60])
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
    app = open_text(a="<scrypt>", b="qwer", step="99", panel="nowhere", becomes="zzzy", length="-3")
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


def test_predict_first_hides_every_answer():
    app = open_text(predict="True", a="never boring")
    assert len(app.get("bidi_component")) == 0
    assert len(app.dataframe) == 0
    app.radio(key="text_predicted").set_value(1).run()
    assert app.success[0].value.startswith("Right. The LSTM: 98.8% positive")
    assert len(strip(app)["rows"]) == 1


def test_the_question_has_the_sentence_as_it_was_typed():
    app = open_text(predict="True", reviews="ko", a="이 영화는 *전혀* 재미있지 `않다`.")
    assert "`이 영화는 *전혀* 재미있지 않다 .`" in app.radio(key="text_predicted").label


def test_a_link_holds_what_is_trained_on_imdb_only_where_that_is_shown():
    app = open_text(imdb_units="8")
    assert not [name for name in app.query_params if name.startswith("imdb_")]
    app.button_group(key="text_panel").set_value("imdb").run()
    assert app.query_params["imdb_units"] == "8"
    assert len([name for name in app.query_params if name.startswith("imdb_")]) == len(IMDB)
    app.button_group(key="text_panel").set_value("words").run()
    app.button_group(key="text_panel").set_value("imdb").run()
    assert app.query_params["imdb_units"] == "8"


@pytest.mark.parametrize("language", LANGUAGES)
def test_try_this_opens_its_settings(language):
    app = open_text(reviews=language)
    for number, (_, link) in enumerate(to_try(language)):
        try_this(app, number)
        assert not app.exception
        assert {name: app.query_params[name] for name in link} == link
        if link.get("panel") == "change":
            assert any("changes the LSTM's answer" in said for said in words(app))


def test_the_script_names_the_sentences():
    code = codes(open_text(a="never boring", panel="code"))
    assert "'A': ['never', 'boring']" in code
    assert "lstm_viz" not in code
