"""A file is made after the run that offered it, and speaks the language of that run."""

from lstm_viz.app import language
from tests.support.app import open_app


def test_what_is_made_later_speaks_the_language_of_now(monkeypatch):
    monkeypatch.setattr(language.st, "session_state", {"lang": "ko"})
    make = language.later(lambda: language._("Check now"))
    monkeypatch.setattr(language.st, "session_state", {"lang": "en"})
    assert make() == "지금 확인"
    assert language._("Check now") == "Check now"


def test_a_script_speaks_the_language_of_the_session(monkeypatch):
    monkeypatch.setattr(language.st, "session_state", {"lang": "ko"})
    assert language.script("states = None  # zeros") == "states = None  # 모두 0"


def test_the_code_of_the_country_is_taken_for_that_of_the_language():
    app = open_app(lang="kr")
    assert app.button_group(key="lang").value == "ko"
    assert app.query_params["lang"] == "ko"
    assert not app.warning
    assert open_app(lang="xx").button_group(key="lang").value == "en"
