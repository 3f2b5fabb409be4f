"""The hints at the end of every page: what to look for, and links to try."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lstm_viz.app import session
from lstm_viz.app.language import _
from lstm_viz.app.page import Page

Chosen = TypeVar("Chosen")
Link = Mapping[str, str]
Try = tuple[str, Link]


@dataclass(frozen=True)
class Hints(Generic[Chosen]):
    """The hints of a page. Their texts are English, marked for the catalogue with `N_`.

    Attributes:
        look: Lines of Markdown that say what to look for; or a function that returns them for what is chosen,
            translated.
        tries: For each link its title and the settings that it names, the others have their defaults; or, on a page
            with examples in several languages, a function that returns these for a language.
        examples_in: Returns the language of the examples for what is chosen.
    """

    look: Sequence[str] | Callable[[Chosen], Sequence[str]]
    tries: Sequence[Try] | Callable[[str], Sequence[Try]]
    examples_in: Callable[[Chosen], str] = lambda _chosen: ""

    def lines(self, chosen: Chosen) -> list[str]:
        """The lines that say what to look for, in the session's language."""
        return [_(line) for line in (self.look(chosen) if callable(self.look) else self.look)]

    def links(self, examples_in: str) -> Sequence[Try]:
        """The links to try, with examples in a language."""
        return self.tries(examples_in) if callable(self.tries) else self.tries


def show_hints(page: Page, hints: Hints[Chosen], chosen: Chosen) -> None:
    """Draws the hints of a page in two columns."""
    with _place(page):
        look, attempt = st.columns(2, gap="large")
        with look:
            st.header(_("What to look for"), anchor=False)
            st.markdown("\n".join(f"- {line}" for line in hints.lines(chosen)))
        with attempt, st.container(gap="xxsmall"):
            st.header(_("Try this"), anchor=False)
            for number, (label, link) in enumerate(hints.links(hints.examples_in(chosen))):
                key, icon = page.key(f"try_{number}"), ":material/arrow_forward:"
                st.button(_(label), key=key, type="tertiary", icon=icon, on_click=session.open_link, args=(page, link))


def _place(page: Page) -> DeltaGenerator:
    """The container of the hints. It is closed while "Predict first" is on, since a hint may give away the answer."""
    if page.find("predict"):
        return st.expander(_("What to look for, and what to try: this may tell the answer"))
    return st.container()
