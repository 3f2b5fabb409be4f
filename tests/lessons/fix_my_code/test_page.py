"""The page Fix my code: errors, old code, both in one text, and what is neither."""

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.keras_errors.explaining import LONGEST_MESSAGE
from lstm_viz.lessons.fix_my_code.examples import BOTH, EXAMPLES
from lstm_viz.lessons.fix_my_code.settings import OWN
from lstm_viz.old_code.prepare import LONGEST
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import codes, markdown, open_page, tries, try_this, words
from tests.support.worker import Broken, forget, use_worker

pytestmark = pytest.mark.usefixtures("keras_here")
UNKNOWN, NOT_UNDERSTOOD = "An error, but none that is known here", "Not understood"
CARDINALITY = "ValueError: Data cardinality is ambiguous. Make sure … samples.'x' sizes: 90\n'y' sizes: 100\n"


def open_fix(**query: str) -> AppTest:
    return open_page("fix_my_code", **query)


def paste(text: str, **query: str) -> AppTest:
    app = open_fix(**query)
    app.text_area(key="fix_text").set_value(text).run()
    assert not app.exception
    return app


def captions(app: AppTest) -> list[str]:
    return [each.value for each in app.caption]


def test_the_page_opens_with_an_error_that_is_explained():
    app = open_fix()
    assert app.text_area(key="fix_text").value == EXAMPLES["ndim"].text
    assert "LSTM(50, return_sequences=True)" in codes(app)
    assert "Read as an error message." in captions(app)
    assert app.query_params["text"] == ""


def test_a_pasted_error_is_explained_and_its_link_shows_the_same():
    app = paste(CARDINALITY)
    assert "Samples in X: 90; in y: 100. Each sample needs one target." in words(app)
    assert "y = series[look_back:]" in codes(app)
    assert app.query_params["example"] == OWN
    again = open_fix(text=app.query_params["text"])
    assert again.text_area(key="fix_text").value == CARDINALITY.strip()
    assert "y = series[look_back:]" in codes(again)


def test_an_error_that_is_not_known_is_told_from_a_text_without_an_error():
    unknown = paste("Traceback (most recent call last):\nRuntimeError: nobody has met this")
    assert UNKNOWN in markdown(unknown)
    assert "none of those known here" in " ".join(words(unknown))
    assert "RuntimeError: nobody has met this" in codes(unknown)
    neither = paste("my network does not learn")
    assert NOT_UNDERSTOOD in markdown(neither)
    assert "This text contains neither an error message" in " ".join(words(neither))
    assert UNKNOWN not in markdown(neither)
    assert "Read as an error message." in captions(unknown)
    assert "Read as an error message." not in captions(neither)


def test_half_a_sentence_is_an_error():
    assert "return_sequences=True" in codes(paste("expected ndim=3, found ndim=2"))


def test_old_code_is_rewritten_and_what_is_left_is_named():
    app = paste("model.reset_states()\nthing.reset_states()")
    assert "for layer in model._flatten_layers():" in codes(app)
    assert "**For Keras 3** · 1 change · :orange[1 left to you]" in markdown(app)
    assert "- Line 2: `reset_states()`: if this is a model" in markdown(app)
    assert "Read as code, 2 lines." in captions(app)
    again = open_fix(example=OWN, text=app.query_params["text"])
    assert "for layer in model._flatten_layers():" in codes(again)


def test_code_with_its_error_gets_both_answers_with_the_lines_of_the_text():
    app = paste(f"Traceback (most recent call last):\nValueError: expected ndim=3, found ndim=2\n{BOTH}")
    assert "return_sequences=True" in codes(app)
    assert "model.add(Input(shape=(10, 1)))" in codes(app)
    assert "- Line 7: Instead of `input_shape`" in markdown(app)
    assert "Read as an error, and as code, 7 lines." in captions(app)
    assert codes(app).count("ValueError") == 1, "the error is not in the new code"


def test_a_person_can_say_what_the_text_is():
    app = paste("model.add(LSTM(3")
    assert any("Line 1 is not valid Python" in word for word in words(app))
    app.button_group(key="fix_kind").set_value("error").run()
    assert NOT_UNDERSTOOD in markdown(app)
    assert app.query_params["kind"] == "error"
    code = open_fix(text="이것은 파이썬이 아니다", kind="code")
    assert any("Line 1 is not valid Python" in word for word in words(code))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a = 1\nif a\n", "Line 2 is not valid Python: expected ':'. Nothing was rewritten."),
        ("x = 1\n" * (LONGEST // 6 + 1), "10,002 characters are too many"),
        ("x = 1\n" * LONGEST, "60,000 characters are too many"),
    ],
)
def test_what_cannot_be_rewritten_is_told_and_stays(text, says):
    app = paste(text)
    assert any(says in word for word in words(app))
    assert app.text_area(key="fix_text").value == text
    assert len(app.query_params["text"]) <= LONGEST


def test_of_a_long_traceback_the_end_is_read_and_the_link_does_without_it():
    app = paste("Traceback (most recent call last):\n" + "  File …\n" * LONGEST_MESSAGE + CARDINALITY)
    assert "y = series[look_back:]" in codes(app)
    assert "Only the last 20,000 characters were read." in captions(app)
    assert any("The link holds at most 10,000 characters." in each for each in captions(app))
    assert app.query_params["text"] == ""
    assert app.query_params["example"] == OWN


def test_an_empty_field_asks_for_a_text():
    app = open_fix()
    app.button(key="fix_clear").click().run()
    assert app.text_area(key="fix_text").value == ""
    assert [each.value for each in app.info] == ["Paste an error message, old code, or both into the field."]


def test_indented_code_has_a_link_that_shows_the_same():
    app = paste("    model.fit(x, y, nb_epoch=1)\n    model.save_weights('a.h5')")
    assert "epochs=1" in codes(app)
    assert codes(open_fix(text=app.query_params["text"])) == codes(app)


def test_each_link_to_try_has_an_answer():
    app = open_fix()
    assert len(tries(app).options) == len(EXAMPLES)
    for number, (name, example) in enumerate(EXAMPLES.items()):
        try_this(app, number)
        assert not app.exception
        assert app.query_params["example"] == name
        assert app.text_area(key="fix_text").value == example.text
        assert NOT_UNDERSTOOD not in markdown(app)
        assert UNKNOWN not in markdown(app)


def test_typing_over_an_example_makes_it_the_visitors_own():
    app = paste("model.reset_states()", example="notebook")
    assert (app.query_params["example"], app.query_params["text"]) == (OWN, "model.reset_states()")


def test_it_speaks_korean():
    app = open_fix(lang="ko", example="both")
    assert [each.value for each in app.title] == ["코드 고치기"]
    assert "오류 메시지와 코드 7줄로 읽었습니다." in captions(app)
    assert "5번째 줄" in markdown(app)


def test_old_lines_have_what_this_keras_says_of_them(keras_here):
    app = open_fix()
    assert "# ValueError: Argument(s) not recognized" not in codes(app)
    open_lines(app)
    assert "- optimizer = Adam(lr=0.001)\n  # ValueError: Argument(s) not recognized" in codes(app)
    forget()
    keras_here.changes["said_to_old_lines"] = lambda said: dict.fromkeys(said)
    assert "- optimizer = Adam(lr=0.001)\n  # Keras accepts it." in codes(open_lines(open_fix()))


def open_lines(app: AppTest) -> AppTest:
    app.session_state["fix_old_lines"] = True
    return app.run()


def test_a_worker_that_died_is_told_and_the_rest_of_the_page_stays(monkeypatch):
    use_worker(monkeypatch, Broken(WorkerDied()))
    app = open_lines(open_fix(example="memory_pair"))
    assert WorkerDied().sentence(str) in [warning.value for warning in app.warning]
    assert "Input(batch_shape=(1, 1, n_symbols))" in codes(app)


@pytest.mark.parametrize(
    ("query", "link", "code"),
    [
        ({"example": "text"}, {"example": "text", "text": ""}, "batch_shape=[batch_size, None]"),
        ({"example": OWN, "old": "m.reset_states()\nn = 1"}, {"example": OWN, "kind": "code"}, "n = 1"),
        ({}, {"example": "memory_pair"}, "Input(batch_shape=(1, 1, n_symbols))"),
    ],
)
def test_a_link_to_the_panel_of_stateful_opens_this_page(query, link, code):
    app = open_page("stateful", panel="old_code", **query)
    assert [each.value for each in app.title] == ["Fix my code"]
    assert {name: app.query_params[name] for name in link} == link
    assert code in codes(app)


def test_stateful_leads_here_for_who_comes_back_or_looks_for_it_there():
    app = open_page("stateful")
    app.button_group(key="stateful_panel").set_value("old_code").run()
    (link,) = (each.proto for each in app.main.get("page_link") if "memory_pair" in each.proto.query_string)
    assert link.page == "fix_my_code"
    assert [each.value for each in app.title] == ["Stateful"]
