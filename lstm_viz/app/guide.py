"""A guided lesson: it leads through states of a page, one new thing at a time, with a text beside the figure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from lstm_viz.app import classroom, session
from lstm_viz.app.guide_text import guide_text
from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.app.predict_first import Question, ask
from lstm_viz.guided_lesson import Stop


@dataclass(frozen=True)
class Guide:
    """A guided lesson of a page. The page's setting "lesson" is the number of the open stop; 0 shows the whole page.

    Attributes:
        page: The page.
        stops: The stops, in order.
        draw: Draws the figure for a stop, and returns the numbers that fill the placeholders of its text. A number that
            it does not return, because Keras is not available, is shown as "…".
    """

    page: Page
    stops: tuple[Stop, ...]
    draw: Callable[[Stop], Mapping[str, str]]

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
        beside, figure = st.columns([4, 9], gap="large")
        with figure:
            numbers = self.draw(stop)
        with beside:
            self._say(stop, numbers)
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

    def _say(self, stop: Stop, numbers: Mapping[str, str]) -> None:
        number = self.page.get("lesson")
        key = self.page.key("guide_text")

        def go() -> None:
            self.open(int(st.session_state[key]["go"]))

        guide_text(
            title=_(stop.title),
            text=_(stop.text).format_map(_Numbers(numbers)),
            number=number,
            count=len(self.stops),
            gettext=_,
            key=key,
            on_go_change=go,
        )
        if stop.question:
            ask(self.page, self._question(stop))

    def _question(self, stop: Stop) -> Question:
        options = tuple(_(option) for option, _why in stop.question)
        why = {_(option): _(reason) for option, reason in stop.question}
        return Question(self.page.get("lesson"), _("What do you think?"), options, options[stop.answer], why)


class _Numbers(dict[str, str]):
    """Numbers by name; a missing one is an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"


def numbers_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Each number as the figure writes it, with two decimals."""
    return {name: f"{value:.2f}".replace("-", "−") for name, value in values.items()}
