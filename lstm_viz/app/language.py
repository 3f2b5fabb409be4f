"""The visitor's language: the one chosen on the page, or that of the link, or that of the browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

import streamlit as st

from lstm_viz import links
from lstm_viz.i18n import LANGUAGES, Translate, best_language, translation
from lstm_viz.links import Choice
from lstm_viz.script_words import spoken

Made = TypeVar("Made")


MISTAKEN = {"kr": "ko"}
"""What people write in a link for a language → its code: kr is the country."""

_SPOKEN: ContextVar[str | None] = ContextVar("language that is spoken", default=None)


def language() -> str:
    """The code of this session's language."""
    if (spoken := _SPOKEN.get()) is not None:
        return spoken
    if (chosen := st.session_state.get("lang")) in LANGUAGES:
        return chosen
    field = Choice(tuple(LANGUAGES), best_language(st.context.locale))
    query = {
        name: MISTAKEN.get(text, text) if name == "lang" else text for name, text in st.query_params.to_dict().items()
    }
    values, ignored = links.read({"lang": field}, query)
    st.session_state.update(lang=values["lang"], ignored_language=list(ignored.values()))
    return values["lang"]


@contextmanager
def speaking(spoken: str) -> Iterator[None]:
    """Sets the language inside the block. To ask the session for each text of a page would take a tenth of its run."""
    token = _SPOKEN.set(spoken)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def _(text: str) -> str:
    """Translates a text into this session's language. Call it while a page runs, or in what `later` wraps."""
    return translator()(text)


def later(make: Callable[[], Made]) -> Callable[[], Made]:
    """Wraps a function that makes a file: it is called after the run, when no session has a language."""
    spoken = language()

    def made() -> Made:
        with speaking(spoken):
            return make()

    return made


def translator() -> Translate:
    """The function that translates an English text into this session's language."""
    return translation(language()).gettext


def script(code: str) -> str:
    """A script with its comments and printed words in this session's language."""
    return spoken(code, translator())


def choose_language() -> None:
    """Draws the switch between the languages, each with its own name."""
    # For Streamlit 1.67 the switch on another page is another widget, which would start without a choice.
    st.session_state["lang"] = language()
    st.segmented_control(
        "Language · 언어",
        list(LANGUAGES),
        format_func=LANGUAGES.get,
        key="lang",
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
