"""A guided lesson: it leads through states of a page, one new thing at a time, with a text beside the figure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app import classroom, session
from lstm_viz.app.files import file_button
from lstm_viz.app.from_keras import Ask, answer_for_file
from lstm_viz.app.guide_text import guide_text, text_of
from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.app.pages import PLACES
from lstm_viz.app.predict_first import Question, ask, told
from lstm_viz.app.saved_lesson import Part, Scene, scenes_page
from lstm_viz.app.shared import shared
from lstm_viz.explain.narrate_words import in_words
from lstm_viz.guided_lesson import Stop
from lstm_viz.viewer.html_page import Link
from lstm_viz.worker.errors import WorkerError

Figure = tuple[Sequence[Part], Mapping[str, str]]


@dataclass(frozen=True)
class Guide:
    """A guided lesson of a page. The page's setting "lesson" is the number of the open stop; 0 shows the whole page.

    Attributes:
        page: The page.
        stops: The stops, in order.
        draw: Draws the figure for a stop, and returns the numbers that fill the placeholders of its text. A number that
            it does not return, because Keras is not available, is shown as "…".
        figure: Returns the figure for a stop as a saved page shows it, and the same numbers, given the stop, the values
            of the page's settings there, and what asks Keras.
    """

    page: Page
    stops: tuple[Stop, ...]
    draw: Callable[[Stop], Mapping[str, str]]
    figure: Callable[[Stop, Mapping[str, Any], Ask], Figure]

    @property
    def stop(self) -> Stop | None:
        """The open stop, or None if the whole page is shown."""
        number = self.page.get("lesson")
        return self.stops[number - 1] if number else None

    def run(self) -> None:
        """Draws the open stop, and writes its link."""
        stop = self.stop
        assert stop is not None
        self.page.set(last_stop=self.page.get("lesson"))
        beside, figure = st.columns([4, 9], gap="medium")
        with figure:
            numbers = self.draw(stop)
        with beside:
            self._say(stop, numbers)
        self._offer_page()
        session.write_link(self.page)

    def invite(self) -> None:
        """Draws the button that opens the lesson where it was left."""
        last = self.page.find("last_stop") or 1
        label = _("Start the lesson") if last == 1 else _("Go on with the lesson")
        st.button(label, icon=":material/school:", on_click=self.open, args=(last,), key=self.page.key("guide"))

    def open(self, number: int) -> None:
        """Opens a stop; 0 opens the whole page in the state of the stop that is open."""
        if number:
            link = {**classroom.link_of(self.page), **self.stops[number - 1].state, "lesson": str(number)}
            session.open_link(self.page, link)
        else:
            self.page.set(lesson=0)

    def saved(self, ask_keras: Ask, links: Callable[[], list[Link]] = list) -> str:
        """The lesson as a page in one file.

        Args:
            ask_keras: Returns what a `Remote` returns for arguments, or None if Keras is not available.
            links: See `scenes_page`.
        """
        title = PLACES[self.page.name].title
        return scenes_page(lambda: _(title), lambda: list(map(partial(self._scene, ask_keras), self.stops)), links)

    def _scene(self, ask_keras: Ask, stop: Stop) -> Scene:
        number = self.stops.index(stop) + 1
        values, _ignored = self.page.settings.read({"lesson": str(number)})
        parts, numbers = self.figure(stop, values, ask_keras)
        text = text_of(stop, numbers, number=number, count=len(self.stops), gettext=_)
        return Scene(parts, text, told(self._question(stop)) if stop.question else None)

    def _offer_page(self) -> None:
        if not classroom.is_open(self.page):
            make, name = partial(_page_of, self), f"{self.page.name}.html"
            file_button(self.page, _("Save as a page"), make, name, "text/html", type="tertiary")

    def _say(self, stop: Stop, numbers: Mapping[str, str]) -> None:
        number = self.page.get("lesson")
        key = self.page.key("guide_text")

        def go() -> None:
            self.open(int(st.session_state[key]["go"]))

        guide_text(stop, numbers, number=number, count=len(self.stops), gettext=_, key=key, on_go_change=go)
        if stop.question:
            ask(self.page, self._question(stop))

    def _question(self, stop: Stop) -> Question:
        options = tuple(_(option) for option, _why in stop.question)
        why = {_(option): _(reason) for option, reason in stop.question}
        return Question(self.stops.index(stop) + 1, _("What do you think?"), options, options[stop.answer], why)


@shared(most=8)
def load_page(name: str, _guide: Guide) -> bytes:
    """The lesson of a page, by the page's name, as a page in one file: the same for all visitors.

    Raises:
        WorkerError: If Keras is not available.
    """
    return _guide.saved(answer_for_file).encode()


def _page_of(guide: Guide) -> bytes:
    """What `load_page` returns; without Keras the texts, with an ellipsis for each number."""
    try:
        return load_page(guide.page.name, guide)
    except WorkerError:
        return guide.saved(lambda *_question: None).encode()


def numbers_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Each number as the figure writes it, with two decimals."""
    return {name: in_words(value) for name, value in values.items()}
