"""What stands below the viewer of the Memory lab and follows its cursor."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.language import _
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.lessons.memory_lab.scene import LabScene
from lstm_viz.lessons.memory_lab.ui.breaking import show_breaking
from lstm_viz.lessons.memory_lab.ui.files import show_files
from lstm_viz.lessons.memory_lab.ui.finding import show_answer, show_carry, show_space
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.shown import Shown
from lstm_viz.lessons.memory_lab.view import LabView
from lstm_viz.training.learned import Learned

DRAW: dict[str, Callable[[Shown], None]] = {
    "carry": show_carry,
    "answer": show_answer,
    "break": show_breaking,
    "space": show_space,
    "files": show_files,
}


@st.fragment(key="lab_panels")
def show_panels(view: LabView, learned: dict[str, Learned], scene: LabScene) -> None:
    """The chosen panel, for the unit and step of the viewer; then the link is written."""
    if PAGE.find("is_opened"):  # a file: all of the page is about another training
        PAGE.set(is_opened=False)
        st.rerun()
    names = {
        "carry": _("Who carries it?"),
        "answer": _("Which unit decides?"),
        "break": _("Break it"),
        "space": _("State space"),
        "files": _("Code and files"),
    }
    panel = choose_panel(PAGE, names)
    DRAW[panel](Shown(view, learned, scene, PAGE.get("step") - 1, PAGE.get("unit") - 1))
    write_link(view)


def write_link(view: LabView) -> None:
    """Makes the address a link to what is shown."""
    session.write_link(PAGE, PAGE.settings() | view.link())
