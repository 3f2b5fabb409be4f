"""Takes a page's settings from the link into the session, and writes them back to the link."""

from collections.abc import Hashable, Mapping
from typing import Any

import streamlit as st

from lstm_viz.app.page import Page
from lstm_viz.data import InputError


def adopt_link(page: Page, first: Mapping[str, str] | None = None) -> None:
    """Puts the values of a new link into the controls: when the page opens, or the browser goes back or forward.

    Args:
        page: The page that is open.
        first: The link that an address without any setting stands for, when the session opens the page first.
    """
    query = {name: value for name, value in st.query_params.to_dict().items() if name in page.settings}
    written, settings = st.session_state.get(page.key("written"), (None, None))
    # After a click the browser may still report the address from before it. So a link is taken only if the settings
    # have not changed since it was written.
    moved = query != written and settings == page.values()
    if written is None or (moved and query):
        before, (values, ignored) = page.values(), page.read(query or first or {})
        ignored += st.session_state.pop("ignored_language", [])
        show(page, values)
        page.set(ignored=ignored, ignored_view=None)
        # A run may end before it writes its link. Without this line the next run would take the same link again.
        page.set(written=(query, page.values()), unfinished=(query, before, page.values()))
    else:
        _take_again(page, query)


def _take_again(page: Page, query: Mapping[str, str]) -> None:
    """Repeats what a run that was cut short had taken from the link: the browser may not have heard of it."""
    of_query, before, taken = page.find("unfinished") or (None, {}, {})
    if of_query == query:
        values = page.values()
        page.set(**{name: taken[name] for name in taken if values[name] == before[name]})


def ignored_of_link(page: Page, view: Hashable) -> list[InputError]:
    """The parts of the link that were ignored, as long as the view that the link opened is shown."""
    if page.get("ignored_view") is None:
        page.set(ignored_view=view)
    return page.get("ignored") if page.get("ignored_view") == view else []


def show(page: Page, values: Mapping[str, Any]) -> None:
    """Puts values into the controls and moves the viewer's cursor to them. Call it before the controls are drawn."""
    page.set(**values, jump=st.session_state.get(page.key("jump"), 0) + 1)


def write_link(page: Page, values: Mapping[str, Any] | None = None) -> None:
    """Writes the link to the view that is shown into the browser's address bar.

    Args:
        page: The page that is open.
        values: The values of the settings by name; unused settings may be missing. Those of the session if None.
    """
    query = page.settings.link(page.values() if values is None else values)
    page.set(written=(query, page.values()), unfinished=None)
    wanted = query | {"lang": st.session_state["lang"]}
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
