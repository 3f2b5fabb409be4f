"""The way to the page Fix my code, which rewrites old code: once a panel of this page did."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.pages import link_to, open_page
from lstm_viz.lessons.stateful.settings import OWN, StatefulSettings
from lstm_viz.lessons.stateful.ui.page import PAGE

THERE = "fix_my_code"


def follow_old_link() -> None:
    """Opens the other page if a visitor has come with a link to the panel. "Back" leads here and stays."""
    has_just_come = PAGE.find("has_come") is None
    PAGE.set(has_come=True)
    if has_just_come and PAGE.get("panel") == "old_code":
        open_page(THERE, _link())


def show_old_code(_settings: StatefulSettings) -> None:
    """Draws a link to the other page, with the code that a link to this one has brought."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_("Old code is rewritten on a page of its own, where errors are explained too:"), width="content")
        link_to(THERE, _link())


def _link() -> dict[str, str]:
    if PAGE.get("example") != OWN:
        return {"example": PAGE.get("example")}
    return {"example": OWN, "text": PAGE.get("old"), "kind": "code"}
