"""A session's settings, page by page, and the link that holds a page's."""

from collections.abc import Hashable, Mapping
from typing import Any

import streamlit as st

from lstm_viz.app.page import Page
from lstm_viz.data import InputError


def adopt_link(page: Page) -> None:
    """Puts a link's values into the controls, when the page opens with it or goes back or forward to it."""
    query = {name: value for name, value in st.query_params.to_dict().items() if name in page.settings}
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


def ignored_of_link(page: Page, view: Hashable) -> list[InputError]:
    """What was ignored of the link that is shown, until another view is chosen than the one it opened."""
    if page.get("ignored_view") is None:
        page.set(ignored_view=view)
    return page.get("ignored") if page.get("ignored_view") == view else []


def show(page: Page, values: Mapping[str, Any]) -> None:
    """Puts values into the controls; to be called before these are drawn. The viewer's cursor goes along."""
    page.set(**values, jump=st.session_state.get(page.key("jump"), 0) + 1)


def write_link(page: Page, values: Mapping[str, Any] | None = None) -> None:
    """Makes the address in the browser a link to what is shown.

    Args:
        page: The page that is open.
        values: By the page's names; those that have no part in it may be left out. The page's own if None.
    """
    query = page.settings.link(page.values() if values is None else values)
    page.set(written=(query, page.values()))
    wanted = query | {"lang": st.session_state["lang"]}
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
