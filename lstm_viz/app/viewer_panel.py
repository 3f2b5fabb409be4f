"""The stepping viewer on a page: its cursor is among the page's settings, and what is about the cursor follows it."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.engine.trace import Trace
from lstm_viz.viewer import Cursor, stepping_viewer


@dataclass(frozen=True)
class ViewerPanel:
    """A viewer. Its cursor is in the page's settings "step" and "unit", counted from 1, and "show", if there is one.

    Attributes:
        page: Where it is.
        prefix: What the names of these settings begin with: a page may have two viewers.
        jumps: What the session counts that puts the cursor elsewhere: a link that is opened, a word that is clicked.
            What the browser has reported from before that is no longer true.
        follower: The fragment that is drawn anew when the reader has settled; "" if the viewer is in it.
    """

    page: Page
    prefix: str = ""
    jumps: tuple[str, ...] = ("jump",)
    follower: str = ""

    @property
    def cursor(self) -> Cursor:
        """Where the reader looks."""
        step, unit, show = (self.page.find(self.prefix + name) for name in ("step", "unit", "show"))
        return Cursor(step - 1, unit - 1, show or "A")

    def fit(self, traces: Mapping[str, Trace]) -> Cursor:
        """Moves the cursor to the nearest step and unit that the traces have.

        Returns:
            Where it is then.
        """
        cursor = Cursor.nearest(None, traces, self.cursor)
        self._move(cursor)
        return cursor

    def show(
        self, traces: Mapping[str, Trace], *, about: Iterable[Hashable] = (), subtitle: str = "", **contents: Any
    ) -> None:
        """Draws the viewer at the cursor.

        Args:
            traces: "A", or "A" and "B".
            about: What else tells these traces from others: of others, the browser's own cursor is not kept.
            subtitle: What to look for.
            **contents: What else `stepping_viewer` takes: tokens, predictions, title, edited, changed.
        """
        stepping_viewer(
            traces,
            subtitle=subtitle,
            **contents,
            cursor=self.cursor,
            cursor_key=" ".join([*self._jumped(), *map(str, about)]),
            gettext=_,
            key=self._key,
            on_cursor_change=self._follow,
        )

    @property
    def _key(self) -> str:
        return self.page.key(f"{self.prefix}viewer")

    def _jumped(self) -> list[str]:
        return [str(self.page.find(name)) for name in self.jumps]

    def _move(self, cursor: Cursor) -> None:
        where = {"step": cursor.time + 1, "unit": cursor.unit + 1, "show": cursor.show}
        if self.page.find(f"{self.prefix}show") is None:
            del where["show"]
        self.page.set(**{self.prefix + name: value for name, value in where.items()})

    def _follow(self) -> None:
        reported = st.session_state[self._key]["cursor"]
        if str(reported["key"]).split(" ")[: len(self.jumps)] != self._jumped():
            return  # It comes from a view before: another has been opened meanwhile.
        self._move(Cursor(int(reported["time"]), int(reported["unit"]), str(reported["show"])))
        if self.follower:
            st.rerun(self.page.key(self.follower))
