"""A session's settings, page by page, and the link that holds a page's."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from lstm_viz.app.page import Page
from lstm_viz.data import InputError

Values = Mapping[str, Any]
Read = Callable[[Mapping[str, str]], tuple[Mapping[str, Any], list[InputError]]]


@dataclass(frozen=True)
class LinkedPage:
    """A page whose settings are in its link.

    Attributes:
        read: Gives a value for each of `names` from a link's query, and what of the link was ignored.
        names: The page's names in a link.
        prefix: What its controls' keys begin with: two pages may both have "units".
    """

    read: Read
    names: tuple[str, ...]
    prefix: str = ""

    def key(self, name: str) -> str:
        """The key of a control, and of its value in the session."""
        return self.prefix + name

    def get(self, name: str) -> Any:
        """A setting's value."""
        return st.session_state[self.key(name)]

    def find(self, name: str) -> Any:
        """What else the session keeps for the page; None if it has not been set."""
        return st.session_state.get(self.key(name))

    def set(self, **values: object) -> None:
        """Changes settings; those of controls before they are drawn."""
        st.session_state.update({self.key(name): value for name, value in values.items()})

    def settings(self) -> dict[str, Any]:
        """All values, as they are."""
        return {name: st.session_state.get(self.key(name)) for name in self.names}

    values = settings


AnyPage = Page | LinkedPage


def _names(page: AnyPage) -> Iterable[str]:
    return page.settings if isinstance(page, Page) else page.names


def adopt_link(page: AnyPage) -> None:
    """Puts a link's values into the controls, when the page opens with it or goes back or forward to it."""
    query = {name: value for name, value in st.query_params.to_dict().items() if name in _names(page)}
    written, settings = st.session_state.get(page.key("written"), (None, None))
    # A click may come with the address before its own last change. So only an address that changed alone is adopted.
    moved = query != written and settings == page.values()
    if written is None or (moved and query):
        values, ignored = page.read(query)
        ignored += st.session_state.pop("ignored_language", [])
        show(page, values)
        page.set(ignored=ignored, ignored_view=None)
        # A run may end before its link is written, as a training's does that cannot start: the link is not new again.
        page.set(written=(query, page.values()))


def ignored_of_link(page: AnyPage, view: Hashable) -> list[InputError]:
    """What was ignored of the link that is shown, until another view is chosen than the one it opened."""
    if page.get("ignored_view") is None:
        page.set(ignored_view=view)
    return page.get("ignored") if page.get("ignored_view") == view else []


def show(page: AnyPage, values: Values) -> None:
    """Puts values into the controls; to be called before these are drawn. The viewer's cursor goes along."""
    page.set(**values, jump=st.session_state.get(page.key("jump"), 0) + 1)


def write_link(page: AnyPage, values: Values | None = None) -> None:
    """Makes the address in the browser a link to what is shown.

    Args:
        page: The page that is open.
        values: By the page's names; those that have no part in it may be left out. The page's own if None.
    """
    if isinstance(page, Page):
        query = page.settings.link(page.values() if values is None else values)
    else:
        query = {name: str((values or {})[name]) for name in page.names if name in (values or {})}
    page.set(written=(query, page.values()))
    wanted = query | {"lang": st.session_state["lang"]}
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
