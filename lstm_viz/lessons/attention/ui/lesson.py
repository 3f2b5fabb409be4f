"""The page Attention: an encoder–decoder with Luong's attention, step by step."""

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.hints import Hints
from lstm_viz.app.lesson import Lesson, choose_panel
from lstm_viz.i18n import N_
from lstm_viz.lessons.attention.typed import Typed
from lstm_viz.lessons.attention.ui.alignment import show_alignment
from lstm_viz.lessons.attention.ui.arithmetic import show_arithmetic
from lstm_viz.lessons.attention.ui.beam import show_beam
from lstm_viz.lessons.attention.ui.controls import choose_input
from lstm_viz.lessons.attention.ui.forcing import show_forcing
from lstm_viz.lessons.attention.ui.page import PAGE
from lstm_viz.lessons.attention.ui.panels import show_code, show_data, show_equal

HINTS: Hints[Typed] = Hints(
    look=(
        N_(
            "**Not one vector, but all of them.** Without attention the decoder gets only the encoder's last state. "
            "Here it reads, at each step, a weighted sum of the encoder's states: choose a step, and see which of "
            "them weigh most."
        ),
        N_(
            "**A state knows what came before it.** The encoder's state at a step has read everything up to there. So "
            "the largest weight may be a step or two after the symbol that is needed."
        ),
        N_(
            "**Teacher forcing hides mistakes.** In training the decoder reads the right answer. When it answers, it "
            "reads what it said itself, and one mistake leads to the next."
        ),
        N_(
            "**The most probable symbol is not always on the way to the most probable answer.** The beam search keeps "
            "several beginnings. What it finds is more probable, which does not mean that it is right."
        ),
    ),
    tries=(
        (N_("Reverse seven letters"), {"task": "reverse", "step": "1", "at": "7"}),
        (N_("A date in Korean"), {"input": "2026년 5월 31일"}),
        (N_("How a context vector is computed"), {"task": "reverse", "panel": "arithmetic"}),
        (
            N_("A mistake that free running goes on from"),
            {"task": "reverse", "input": "CCCDEBBFFA", "panel": "forcing"},
        ),
        (N_("A date in a format that was not in training"), {"input": "2026-05-31", "panel": "forcing"}),
        (
            N_("A beam that finds what the greedy search misses"),
            {"task": "reverse", "input": "DEGFDHHAEG", "panel": "beam"},
        ),
        (N_("A day that does not exist"), {"input": "31 Feb 2026"}),
    ),
)
PANELS = {
    "alignment": show_alignment,
    "arithmetic": show_arithmetic,
    "forcing": show_forcing,
    "beam": show_beam,
    "equal": show_equal,
    "data": show_data,
    "code": show_code,
}


@st.fragment(key="attention_panels")
def show_panels(typed: Typed) -> None:
    """Draws the row of panels and the open panel, then writes the link with the input that is shown."""
    PANELS[choose_panel(PAGE)](typed)
    session.write_link(PAGE, PAGE.values() | {"input": typed.text})


LESSON = Lesson(
    PAGE,
    title=N_("Attention"),
    purpose=N_("An encoder–decoder answers symbol by symbol. Which input steps does it look at for each of them?"),
    choose=choose_input,
    show=show_panels,
    hints=HINTS,
)
