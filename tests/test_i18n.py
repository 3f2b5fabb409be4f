"""Both languages are complete, and every session has its own."""

import ast
import string
from functools import cache

import pytest

from lstm_viz.i18n import LANGUAGES, best_language, translation
from tests.support.server import ROOT
from tools.catalogue import extract, korean


@cache
def texts() -> list[str]:
    """Every text in the code."""
    return sorted(message.id for message in extract() if message.id)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_texts_to_translate():
    assert len(texts()) > 100
    assert "Check now" in texts()
    assert any(text.startswith("“{symbol}” at position") for text in texts())


def test_the_catalogue_has_every_text_and_no_other():
    assert sorted(message.id for message in korean() if message.id) == texts()


def test_each_text_is_translated_with_the_same_placeholders():
    catalogue = korean()
    messages = {text: catalogue.get(text) for text in texts()}
    missing = [text for text, message in messages.items() if not message or not message.string or message.fuzzy]
    assert missing == []
    other = [text for text, message in messages.items() if placeholders(message.string) != placeholders(text)]
    assert other == []
    spoken = translation("ko").gettext
    assert [text for text, message in messages.items() if spoken(text) != message.string] == []


def test_no_text_is_inside_an_f_string():
    """The catalogue's extractor does not look into f-strings, so such a text would stay English."""
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "lstm_viz").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"_", "N_", "gettext"}
        if isinstance(call.args[0], ast.Constant)
    ]
    assert found == []


def test_english_is_the_source():
    assert translation("en").gettext("Check now") == "Check now"
    assert translation("xx").gettext("Check now") == "Check now"


@pytest.mark.parametrize(
    ("wanted", "best"), [("ko-KR", "ko"), ("ko", "ko"), ("en-GB", "en"), ("fr", "en"), (None, "en")]
)
def test_the_browsers_language_is_met(wanted, best):
    assert best_language(wanted) == best
    assert best in LANGUAGES
