"""The page Find without a browser."""

from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.glossary import TERMS
from lstm_viz.imports import load
from lstm_viz.lessons.find.questions import PAGES, QUESTIONS
from tests.support.app import markdown, open_page

pytestmark = pytest.mark.usefixtures("no_worker")


def links(app: AppTest) -> list[tuple[str, dict[str, str]]]:
    """The page and the query of each link below the heading; the first page is ""."""
    found = [each.proto for each in app.main.get("page_link")]
    return [(each.page, dict(parse_qsl(each.query_string, keep_blank_values=True))) for each in found[1:]]


def test_what_is_typed_is_answered_with_a_sentence_and_a_link():
    app = open_page("find")
    app.text_input[0].set_value("Why is my forecast SHIFTED by one step?!").run()
    assert "Usually because it repeats the last value." in markdown(app)
    page, query = links(app)[0]
    assert (page, query["panel"], query["lang"]) == ("time_series", "forecast", "en")
    assert app.query_params["q"] == "Why is my forecast SHIFTED by one step?!"


def test_a_link_names_every_setting_so_that_back_leaves_the_page_at_once():
    page, query = links(open_page("find", q="exploding gradient"))[0]
    settings = load(f"lstm_viz.lessons.{page}.ui.page").PAGE.settings
    assert set(settings) <= set(query)
    assert query["recurrent_scale"] == "2"


@pytest.mark.parametrize(("language", "answer"), [("en", "grows at each step back"), ("ko", "순환 가중치를 두 배로")])
def test_korean_finds_in_both_languages(language, answer):
    assert answer in markdown(open_page("find", q="기울기가 폭발해요", lang=language))


def test_a_term_shows_its_meaning():
    assert TERMS["spectral_norm"].meaning in markdown(open_page("find", q="spectral norm"))


def test_what_nothing_answers_is_said_and_the_nearest_pages_are_offered():
    app = open_page("find", q="pretrained weights of a large language model")
    assert "Nothing here answers this. The closest entries are:" in markdown(app)
    assert 1 <= len(links(app)) <= 3


def test_what_answers_a_part_of_a_question_is_not_shown_as_its_answer():
    app = open_page("find", q="이미지 분할")
    shown = markdown(app)
    assert shown.index("Nothing here answers this.") < shown.index("Should I scale the data before or after the split?")


def test_where_no_page_is_near_all_are_offered():
    app = open_page("find", q="best pizza recipe")
    assert "no page is close to it" in markdown(app)
    assert [page or "step_through" for page, _query in links(app)] == list(PAGES)


def test_questions_are_listed_by_page_and_one_opens_its_answer():
    app = open_page("find")
    app.button_group(key="find_page").set_value("stateful").run()
    asked = [entry for entry in QUESTIONS if entry.page == "stateful"]
    shown = [button for button in app.button if str(button.key).startswith("find_ask_")]
    assert [button.label for button in shown] == [entry.title for entry in asked]
    shown[0].click().run()
    assert app.text_input[0].value == asked[0].title
    assert asked[0].text in markdown(app)


@pytest.mark.parametrize("typed", ["<b>bold</b>", "$x$ :red[y] **z**", "a" * 2000, "\u0000", "🙂" * 50])
def test_whatever_is_typed_is_no_markup(typed):
    app = open_page("find", q=typed)
    assert typed not in markdown(app)
    assert not app.exception


def test_an_error_that_is_known_leads_to_the_page_that_explains_it():
    typed = "expected ndim=3, found ndim=2"
    page, query = links(open_page("find", q=typed))[0]
    assert page == "fix_my_code"
    assert query["text"] == typed
    for other in ("forget gate", "RuntimeError: nobody has met this"):
        assert "This error is known" not in markdown(open_page("find", q=other))
