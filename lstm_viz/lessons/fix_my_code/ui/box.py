"""The field for what a person pastes, and what it was taken for."""

import textwrap

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.i18n import counted
from lstm_viz.keras_errors.explaining import LONGEST_MESSAGE
from lstm_viz.lessons.fix_my_code.pasted import AUTO, Pasted, is_an_error, told_apart
from lstm_viz.lessons.fix_my_code.settings import OWN, fits_link
from lstm_viz.lessons.fix_my_code.ui.page import PAGE
from lstm_viz.old_code.prepare import LONGEST

HEIGHT = 200


def pasted() -> Pasted:
    """What is in the field. The session keeps it: code is read again only if it has changed."""
    about = PAGE.get("text") or "", PAGE.get("kind")
    if (PAGE.find("pasted") or (None,))[0] != about:
        PAGE.set(pasted=(about, told_apart(*about)))
    found: Pasted = PAGE.get("pasted")[1]
    return found


def draw_box() -> None:
    """Draws the field, with the control that says what is in it."""
    PAGE.draw("text", height=HEIGHT, on_change=_is_own)
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        PAGE.draw("kind", width="content")
        st.button(_("Clear"), key=PAGE.key("clear"), type="tertiary", icon=":material/close:", on_click=_clear)


def _is_own() -> None:
    PAGE.set(example=OWN)


def _clear() -> None:
    PAGE.set(text="", example=OWN, kind=AUTO)


def say_what_it_is(found: Pasted) -> None:
    """Says what the text was taken for, and what of it was not read."""
    if PAGE.get("kind") == AUTO and (found.code or is_an_error(found.error)):
        st.caption(_taken_for(found))
    if found.left_out:
        lines = ", ".join(map(str, found.left_out))
        st.caption(_("Lines left out, since they are neither an error nor code: {lines}.").format(lines=lines))
    text = PAGE.get("text") or ""
    if found.error and len(text) > LONGEST_MESSAGE:
        st.caption(_("Only the last {most} characters were read.").format(most=f"{LONGEST_MESSAGE:,}"))
    if not fits_link(text):
        words = _("The link holds at most {most} characters. This text is longer, so the link opens an empty field.")
        st.caption(words.format(most=f"{LONGEST:,}"))


def _taken_for(found: Pasted) -> str:
    if not found.error:
        return _("Read as code, {lines}.").format(lines=counted(_lines(found.code), "line", _))
    if not found.code:
        return _("Read as an error message.")
    template = _("Read as an error, and as code, {lines}.")
    return template.format(lines=counted(_lines(found.code), "line", _))


def _lines(code: str) -> int:
    return sum(bool(line.strip()) for line in code.split("\n"))


def text_for_link() -> str:
    """The text as a link can hold it: blanks at its beginning and end would get lost."""
    return textwrap.dedent(PAGE.get("text") or "").strip()
