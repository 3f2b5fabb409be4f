"""The skeleton of every page: link, heading, controls, content and hints."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

import streamlit as st

from lstm_viz.app import classroom, session
from lstm_viz.app.guide import Guide
from lstm_viz.app.heading import heading
from lstm_viz.app.hints import Hints, show_look, show_tries
from lstm_viz.app.language import _, language, speaking
from lstm_viz.app.messages import show_ignored
from lstm_viz.app.page import Page
from lstm_viz.app.related import show_related
from lstm_viz.app.terms import show_terms

Chosen = TypeVar("Chosen")


@dataclass(frozen=True)
class Lesson(Generic[Chosen]):
    """A page of the app. Its texts are English, marked for the catalogue with `N_`.

    Attributes:
        page: The settings of the page in the session.
        title: The name of the page.
        purpose: What the page is for, in a sentence.
        choose: Draws the controls on which the whole page depends, and returns what is chosen.
        show: Draws the content for what is chosen, and writes the link; usually `Panels`.
        hints: What to look for, and what to try.
        guide: The guided lesson of the page, which is drawn in its place while one of its stops is open; None if the
            page has none.
        alone: Draws the figure alone, for a class, and writes the link; None if the page cannot.
        about: Returns the part of what is chosen that identifies the view. The parts of a link that were ignored are
            shown as long as this view is shown. None if the whole page shows them itself.
    """

    page: Page
    title: str
    purpose: str
    choose: Callable[[], Chosen]
    show: Callable[[Chosen], object]
    hints: Hints[Chosen]
    guide: Guide | None = None
    alone: Callable[[], object] | None = None
    about: Callable[[Chosen], Hashable] | None = lambda chosen: chosen  # type: ignore[assignment,return-value]

    def run(self) -> None:
        """Draws the page."""
        with speaking(language()):
            self._draw()

    def _draw(self) -> None:
        session.adopt_link(self.page)
        if self.alone and classroom.is_open(self.page):
            self._draw_for_class(self.alone)
            return
        if self.guide and self.guide.stop:
            heading(self.page, _(self.title), "")
            show_ignored(session.ignored_of_link(self.page, ("lesson", self.page.get("lesson"))))
            self.guide.run()
            classroom.invite(self.page)
            return
        with st.container(gap="xsmall"):
            heading(self.page, _(self.title), _(self.purpose), self._offer_ways)
            chosen = self.choose()
            show_tries(self.page, self.hints.links(self.hints.examples_in(chosen)))
            if self.about:
                show_ignored(session.ignored_of_link(self.page, self.about(chosen)))
        self.show(chosen)
        show_look(self.page, self.hints.lines(chosen))
        show_terms(self.page)
        show_related(self.page)

    def _offer_ways(self) -> None:
        if self.guide:
            self.guide.invite()
        classroom.invite(self.page)
        if "predict" in self.page.settings:
            self.page.draw("predict", width="content")

    def _draw_for_class(self, alone: Callable[[], object]) -> None:
        stop = self.guide and self.guide.stop
        classroom.frame(self.page, _(self.title), can_predict=not stop)
        if self.guide and stop:
            self.guide.run()
        else:
            alone()


@dataclass(frozen=True)
class Panels(Generic[Chosen]):
    """Draws the row of panels and the open panel, then writes the link. It is a fragment: a choice redraws only it.

    Attributes:
        page: The page of the panels. Its setting "panel" names the open one and holds the titles.
        draw: The function that draws each panel, by name.
    """

    page: Page
    draw: Mapping[str, Callable[[Chosen], object]]

    def __call__(self, chosen: Chosen) -> None:
        """Draws the panels for what is chosen on the page."""
        st.fragment(self._draw, key=self.page.key("panels"))(chosen)

    def _draw(self, chosen: Chosen) -> None:
        self.draw[choose_panel(self.page)](chosen)
        session.write_link(self.page)


def choose_panel(page: Page, panels: Sequence[str] = (), beside: Callable[[], object] | None = None) -> Any:
    """Draws the row of panels.

    Args:
        page: The page of the panels.
        panels: The panels that are available; all if empty. If the open panel is not available, the first one opens.
        beside: Draws what stands at the end of the row; None for nothing.

    Returns:
        The name of the open panel.
    """
    titles = page.titles("panel")
    there = {name: title for name, title in titles.items() if not panels or name in panels}
    if page.get("panel") not in there:
        page.set(panel=next(iter(there)))
    row = partial(page.draw, "panel", label=_("Shown below"), titles=there, label_visibility="collapsed")
    if beside is None:
        return row()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        panel = row()
        beside()
    return panel
