"""The viewer on a page. Its cursor is kept in the page's settings, and panels below it follow the cursor."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app import classroom
from lstm_viz.app.files import file_button
from lstm_viz.app.language import _, language
from lstm_viz.app.page import Page
from lstm_viz.engine.trace import Trace
from lstm_viz.viewer import Cursor, Window
from lstm_viz.viewer.component import stepping_viewer
from lstm_viz.viewer.saved_page import saved_page


@dataclass(frozen=True)
class ViewerPanel:
    """A viewer. Its cursor is in the page's settings "step" and "unit", counted from 1, and "show", if the page has it.

    Attributes:
        page: The page of the viewer.
        prefix: The beginning of the names of these settings, since a page may have two viewers.
        jumps: Names of counters in the session that increase when the page itself moves the cursor, as a new link
            does. A cursor that the browser reports from before such a jump is ignored.
        follower: The fragment that is drawn again when the cursor has come to rest; "" if the viewer is inside it.
        saves: Whether it can be saved as a page. A lesson is saved as a whole.
    """

    page: Page
    prefix: str = ""
    jumps: tuple[str, ...] = ("jump",)
    follower: str = ""
    saves: bool = True

    @property
    def cursor(self) -> Cursor:
        """The cursor: step and unit, each counted from 0, and the sequence that is shown."""
        step, unit, show = (self.page.find(self.prefix + name) for name in ("step", "unit", "show"))
        return Cursor(step - 1, unit - 1, show or "A")

    def fit(self, traces: Mapping[str, Trace]) -> Cursor:
        """Moves the cursor to the nearest step and unit that the traces have.

        Returns:
            The new cursor.
        """
        cursor = Cursor.nearest(None, traces, self.cursor)
        self._move(cursor)
        return cursor

    def show(
        self,
        traces: Mapping[str, Trace],
        *,
        about: Iterable[Hashable] = (),
        subtitle: str = "",
        hides: Iterable[str] = (),
        window: Window | None = None,
        **contents: Any,
    ) -> None:
        """Moves the cursor to the nearest step and unit that the traces have, and draws the viewer there.

        A class does not see the parts that its teacher has hidden, of which B is one.

        Args:
            traces: The traces of "A", or of "A" and "B".
            about: Values that identify the traces. When they change, the browser does not keep its own cursor.
            subtitle: A sentence that says what to look for.
            hides: The parts of the viewer that are not shown.
            window: The window of large traces that is shown; all of them if None. The cursor must be in it.
            **contents: Further arguments of `stepping_viewer`: tokens, predictions, title, edited, changed.
        """
        hidden = dict.fromkeys((*hides, *classroom.hidden(self.page)))
        if "b" in hidden:
            traces, subtitle = {"A": traces["A"]}, ""
        cursor, parts = self.fit(traces), [part for part in hidden if part != "b"]
        stepping_viewer(
            traces,
            subtitle=subtitle,
            hides=parts,
            **contents,
            window=window,
            cursor=cursor,
            cursor_key=" ".join([*self._jumped(), *map(str, about), *([] if window is None else [str(hash(window))])]),
            gettext=_,
            key=self._key,
            on_cursor_change=self._follow,
        )
        told: dict[str, Any] = {"title": {language(): contents.pop("title")}, "subtitle": {language(): subtitle}}
        page = partial(saved_page, traces, hides=parts, window=window, **told, **contents)
        self.page.set(**{f"{self.prefix}saved_page": page})
        if not self.follower:
            self.offer_page()

    def offer_page(self) -> None:
        """Draws the button that saves what the viewer shows as a page.

        Call it in the fragment of the follower, if there is one: when a step runs that fragment alone, Streamlit 1.67
        forgets the files of all buttons outside of it.
        """
        if self.saves and not classroom.is_open(self.page):
            make, name = partial(_saved, self.page.find(f"{self.prefix}saved_page"), self.cursor), "viewer.html"
            file_button(self.page, _("Save as a page"), make, self.prefix + name, "text/html", type="tertiary")

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
            return  # The report is from an earlier view: another one has been opened since.
        self._move(Cursor(int(reported["time"]), int(reported["unit"]), str(reported["show"])))
        if self.follower:
            st.rerun(self.page.key(self.follower))


def _saved(page: Callable[..., str], cursor: Cursor) -> bytes:
    return page(cursor=cursor).encode()


def step_labels(tokens: Sequence[str]) -> list[str]:
    """A short label for each step: what is read there; a step without a text has its number."""
    row = _("row {number}")
    return [token or row.format(number=number) for number, token in enumerate(tokens, start=1)]
