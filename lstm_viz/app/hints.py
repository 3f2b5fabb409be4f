"""What to look for on a page, and views worth a try: the same on every page."""

from collections.abc import Iterable, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lstm_viz.app import session
from lstm_viz.app.session import LinkedPage
from lstm_viz.i18n import Translate

Link = dict[str, str]


def show_lessons(
    page: LinkedPage, to_look_for: Iterable[str], to_try: Iterable[tuple[str, Link]], gettext: Translate
) -> None:
    """Two columns below a page.

    Args:
        page: Whose they are.
        to_look_for: Lines of Markdown.
        to_try: What each link is called, and the parts of the page's link that it sets; the rest is as at first.
        gettext: Translates what is written.
    """
    with _place(page, gettext):
        _columns(page, to_look_for, to_try, gettext)


def _place(page: LinkedPage, gettext: Translate) -> DeltaGenerator:
    """Closed while one is to predict first: what to look for is what one is asked."""
    if page.find("predict"):
        return st.expander(gettext("What to look for, and what to try: this may tell the answer"))
    return st.container()


def _columns(
    page: LinkedPage, to_look_for: Iterable[str], to_try: Iterable[tuple[str, Link]], gettext: Translate
) -> None:
    look, attempt = st.columns(2, gap="large")
    with look:
        st.subheader(gettext("What to look for"), anchor=False)
        st.markdown("\n".join(f"- {line}" for line in to_look_for))
    with attempt, st.container(gap="xxsmall"):
        st.subheader(gettext("Try this"), anchor=False)
        for number, (label, link) in enumerate(to_try):
            key, icon = page.key(f"try_{number}"), ":material/arrow_forward:"
            st.button(label, key=key, type="tertiary", icon=icon, on_click=_open, args=(page, link))


def _open(page: LinkedPage, link: Mapping[str, str]) -> None:
    values, _ = page.read(link)
    session.show(page, values)
