"""The subjects that several pages share, and the links between these pages."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.app.pages import link_to
from lstm_viz.i18n import N_
from lstm_viz.training.settings import LESSON_PAIR


@dataclass(frozen=True)
class Subject:
    """A subject that several pages share.

    Attributes:
        title: English, marked for the catalogue with `N_`.
        links: Name of a page → the settings of the link to what it shows of the subject.
    """

    title: str
    links: Mapping[str, Mapping[str, str]]


SUBJECTS = (
    Subject(
        N_("What a memory is made of"),
        {
            "step_through": {"panel": "memory"},
            "memory_lab": {**LESSON_PAIR, "panel": "answer"},
            "gradient_flow": {"panel": "flow"},
        },
    ),
    Subject(
        N_("Gates over a sequence"),
        {
            "step_through": {"panel": "gates"},
            "text": {"panel": "gates"},
            "time_series": {"panel": "gates"},
            "your_model": {"panel": "gates"},
        },
    ),
    Subject(
        N_("What is wrong with a network"),
        {"time_series": {"panel": "check_up"}, "your_model": {"source": "prices", "panel": "check_up"}},
    ),
    Subject(
        N_("Padding and masks"),
        {"shapes": {"source": "text", "panel": "padding"}, "text": {"panel": "padding"}},
    ),
    Subject(
        N_("Windows of a series"),
        {
            "shapes": {"source": "sine", "panel": "block"},
            "stateful": {"panel": "ways"},
            "time_series": {"panel": "way"},
        },
    ),
    Subject(
        N_("Sequences and single outputs"),
        {"what_it_returns": {"return_state": "False"}, "patterns": {"pattern": "many_to_many"}},
    ),
    Subject(
        N_("Encoder and decoder"),
        {
            "patterns": {"pattern": "encoder_decoder"},
            "attention": {"task": "reverse"},
        },
    ),
    Subject(
        N_("States from call to call"),
        {
            "what_it_returns": {"return_sequences": "False", "tensor": "c"},
            "stateful": {"panel": "by_hand"},
            "patterns": {"pattern": "feed_back"},
        },
    ),
    Subject(
        N_("Where Keras raises an error"),
        {
            "shapes": {"panel": "helper"},
            "stateful": {"panel": "mistakes", "mistake": "batch_size"},
            "patterns": {"pattern": "stacked", "mode": "build", "returns_1": "False"},
            "fix_my_code": {},
            "your_model": {"source": "reviews", "panel": "files"},
        },
    ),
)


def show_related(page: Page) -> None:
    """Draws links to what other pages show of the subjects of this page."""
    for subject in SUBJECTS:
        if page.name in subject.links:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.caption(_("{subject}, on another page:").format(subject=_(subject.title)), width="content")
                for name, link in subject.links.items():
                    if name != page.name:
                        link_to(name, link)
