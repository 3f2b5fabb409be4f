"""The visitor's language: chosen on the page, else from the link, else from the browser."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

import streamlit as st

from lstm_viz import links
from lstm_viz.i18n import LANGUAGES, Translate, best_language, translation
from lstm_viz.links import Choice

Made = TypeVar("Made")


# The language of what is made after the run that offered it, when there is no session to ask.
_OF_A_FILE: ContextVar[str | None] = ContextVar("language of a file", default=None)


def language() -> str:
    """The code of this session's language."""
    if (spoken := _OF_A_FILE.get()) is not None:
        return spoken
    if st.session_state.get("lang") not in LANGUAGES:
        field = Choice(tuple(LANGUAGES), best_language(st.context.locale))
        values, ignored = links.read({"lang": field}, st.query_params.to_dict())
        st.session_state.update(lang=values["lang"], ignored_language=list(ignored.values()))
    return st.session_state["lang"]


def _(text: str) -> str:
    """A text in this session's language; to be called while a page runs, or in what `later` wraps."""
    return translator()(text)


def later(make: Callable[[], Made]) -> Callable[[], Made]:
    """The same function, to be called when there is no session: it speaks the language that the session has now."""
    spoken = language()

    def made() -> Made:
        token = _OF_A_FILE.set(spoken)
        try:
            return make()
        finally:
            _OF_A_FILE.reset(token)

    return made


def translator() -> Translate:
    """The function that turns an English text into this session's language."""
    return translation(language()).gettext


def choose_language() -> None:
    """The switch between the languages, each under its own name."""
    # On another page this is another widget to Streamlit 1.67, which would begin without a choice.
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


def heading(title: str, purpose: str) -> None:
    """A page's title with its purpose in a sentence, and the languages at its side."""
    with st.container(horizontal=True, vertical_alignment="top", horizontal_alignment="distribute"):
        with st.container(gap=None, width="content"):
            st.header(title, anchor=False)
            st.caption(purpose)
        with st.container(width="content"):
            choose_language()
