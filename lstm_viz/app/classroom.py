"""For the class: the figure alone, in larger type, and without the parts that the teacher hides."""

from pathlib import Path

import streamlit as st

from lstm_viz.app.heading import tell_browser
from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.settings import CLASSROOM

_STYLE = Path(__file__).with_suffix(".css")


def is_open(page: Page) -> bool:
    """Whether the figure of the page is shown to a class."""
    return bool(page.find("teach"))


def invite(page: Page) -> None:
    """Draws the button that shows the figure to a class, if the page can."""
    if "teach" in page.settings:
        label, help_text = _("For the class"), _("Shows the figure alone, in larger type. Parts of it can be hidden.")
        key, icon = page.key("to_class"), ":material/co_present:"
        st.button(label, help=help_text, key=key, icon=icon, on_click=page.set, kwargs={"teach": True})


def link_of(page: Page) -> dict[str, str]:
    """The part of the link that says what the class is shown; empty on a page that cannot show anything to a class."""
    return page.settings.link({name: page.get(name) for name in CLASSROOM}) if "teach" in page.settings else {}


def hidden(page: Page) -> tuple[str, ...]:
    """The parts of the figure that are hidden from the class; none if the whole page is shown."""
    return ("footer", *page.get("without")) if is_open(page) else ()


def frame(page: Page, title: str, can_predict: bool) -> None:
    """Takes everything but the figure off the screen, and draws the menu and the way out.

    Args:
        page: The page.
        title: Its title, which a screen reader hears.
        can_predict: Whether the figure can ask the class for a prediction.
    """
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.html(_STYLE)
        st.title(title, anchor=False)
        tell_browser()
        with st.popover(_("Show and hide"), icon=":material/visibility:"):
            page.draw("without", selection_mode="multi")
            if can_predict:
                page.draw("predict")
        label, icon = _("Back to the page"), ":material/close:"
        st.button(label, key=page.key("from_class"), icon=icon, on_click=_leave, args=(page,))


def _leave(page: Page) -> None:
    page.set(teach=False, predict=False)
