"""The skeleton of every page: its link, its heading, its controls, what is shown, and what to look for."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.hints import Hints, show_hints
from lstm_viz.app.language import _, heading
from lstm_viz.app.messages import show_ignored
from lstm_viz.app.page import Page

Chosen = TypeVar("Chosen")


@dataclass(frozen=True)
class Lesson(Generic[Chosen]):
    """A page. Its texts are English, marked for the catalogue with `N_`.

    Attributes:
        page: Its settings in the session.
        title: Its name.
        purpose: What it is for, in a sentence.
        choose: Draws the controls that the whole page hangs on, and tells what they say.
        show: Draws what is made of it, and writes the link: usually `Panels`.
        hints: What to look for, and what to try.
        about: What of the choice tells one view from another: what was ignored of a link is said as long as the view
            it opened is shown. None: the page itself shows it, where it draws its controls.
    """

    page: Page
    title: str
    purpose: str
    choose: Callable[[], Chosen]
    show: Callable[[Chosen], object]
    hints: Hints[Chosen]
    about: Callable[[Chosen], Hashable] | None = lambda chosen: chosen  # type: ignore[assignment,return-value]

    def run(self) -> None:
        """Draws the page."""
        session.adopt_link(self.page)
        heading(_(self.title), _(self.purpose))
        chosen = self.choose()
        if self.about:
            show_ignored(session.ignored_of_link(self.page, self.about(chosen)))
        self.show(chosen)
        show_hints(self.page, self.hints, chosen)


@dataclass(frozen=True)
class Panels(Generic[Chosen]):
    """The row of panels of a page and the open one; a choice in there redraws nothing else. Then the link is written.

    Attributes:
        page: Whose they are; which is open is its setting "panel", and their titles are those of its options.
        draw: Each panel's function.
    """

    page: Page
    draw: Mapping[str, Callable[[Chosen], object]]

    def __call__(self, chosen: Chosen) -> None:
        """Draws them."""
        st.fragment(self._draw, key=self.page.key("panels"))(chosen)

    def _draw(self, chosen: Chosen) -> None:
        self.draw[choose_panel(self.page)](chosen)
        session.write_link(self.page)


def choose_panel(page: Page, panels: Sequence[str] = ()) -> Any:
    """Draws the row of panels.

    Args:
        page: Whose they are.
        panels: Those that there are now; all if none is named. If the one that was open is not there, the first is.

    Returns:
        The open panel.
    """
    titles = page.titles("panel")
    there = {name: title for name, title in titles.items() if not panels or name in panels}
    if page.get("panel") not in there:
        page.set(panel=next(iter(there)))
    return page.draw("panel", label=_("Shown below"), titles=there, label_visibility="collapsed")
