"""The heading of every page, and what stands beside it: the search, the way back to the beginning, the language."""

import json
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.language import _, choose_language, language
from lstm_viz.app.page import Page
from lstm_viz.app.pages import link_to

_SCRIPT = Path(__file__).with_name("browser.js").read_text("utf-8")
_STYLE = Path(__file__).with_name("page.css").read_text("utf-8")


def heading(page: Page, title: str, purpose: str, ways: Callable[[], object] = lambda: None) -> None:
    """Draws the heading of a page.

    Args:
        page: The page.
        title: Its title.
        purpose: What it is for, in a sentence; "" to say nothing.
        ways: Draws the other ways to see the page: its lesson, for the class, predict first.
    """
    with st.container(horizontal=True, vertical_alignment="top", horizontal_alignment="distribute"):
        with st.container(gap=None, width="content"):
            st.title(title, anchor=False)
            st.caption(purpose)
            tell_browser()
        with st.container(width="content", horizontal_alignment="right", gap=None):
            with st.container(horizontal=True, width="content", vertical_alignment="center"):
                link_to("find")
                icon, args = ":material/replay:", (page, page.first)
                key, label = page.key("restart"), _("Back to start")
                st.button(label, key=key, type="tertiary", icon=icon, on_click=session.open_link, args=args)
                choose_language()
            with st.container(horizontal=True, width="content", vertical_alignment="center"):
                ways()


def tell_browser() -> None:
    """Tells the browser the language of the page, its style, and the rest of what `browser.js` says."""
    words = {"upload": _("Upload"), "upload-limit": _("20 MB per file")}
    variables = "".join(f"--{name}: {json.dumps(word, ensure_ascii=False)};" for name, word in words.items())
    calls = f'document.documentElement.lang = "{language()}"; replaceWhereTheViewStays(); reachScrolledCode();'
    script = f"<script>(() => {{{_SCRIPT}\n{calls}}})();</script>"
    st.html(f"<style>{_STYLE} :root {{{variables}}}</style>{script}", unsafe_allow_javascript=True)
