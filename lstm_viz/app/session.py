"""Takes a page's settings from the link into the session, and writes them back to the link."""

import time
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lstm_viz.app.page import Page
from lstm_viz.data import InputError

# So long after a run the browser may still send what it was about to, with the controls as they were before the run.
LATE_SECONDS = 2


@dataclass(frozen=True)
class _Taken:
    """What was taken from a link.

    Attributes:
        query: The link.
        before: The values of the settings before.
        values: Their values since then.
        late: For how many seconds after the run the browser may not have heard of it.
        until: The time at which these seconds are over; None before the end of a run.
    """

    query: Mapping[str, str]
    before: Mapping[str, Any]
    values: Mapping[str, Any]
    late: float
    until: float | None = None


def adopt_link(page: Page) -> None:
    """Puts the values of a new link into the controls: when the page opens, or the browser goes back or forward."""
    query = {name: value for name, value in st.query_params.to_dict().items() if name in page.settings}
    written, settings = st.session_state.get(page.key("written"), (None, None))
    # After a click the browser may still report the address from before it. So a link is taken only if the browser went
    # back or forward, or the settings have not changed since it was written.
    moved = query != written and (_went_back_or_forward() or settings == page.values())
    if written is None or (moved and query):
        before, (values, ignored) = page.values(), page.read(query or page.first)
        ignored += st.session_state.pop("ignored_language", [])
        show(page, values)
        page.set(ignored=ignored, ignored_view=None)
        # A run may end before it writes its link. Without this line the next run would take the same link again.
        page.set(written=(query, page.values()))
        # A browser that has just opened the page has no controls that could be late.
        page.set(taken=_Taken(query, before, page.values(), late=LATE_SECONDS if written else 0))
    else:
        _take_again(page, query)


def _went_back_or_forward() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _take_again(page: Page, query: Mapping[str, str]) -> None:
    """Repeats what was taken from the link, if the browser may not have heard of it: a run was cut short, or is new."""
    taken: _Taken | None = page.find("taken")
    if taken and taken.query == query and (taken.until is None or time.monotonic() < taken.until):
        now = page.values()
        page.set(**{name: value for name, value in taken.values.items() if now[name] == taken.before[name]})


def ignored_of_link(page: Page, view: Hashable) -> list[InputError]:
    """The parts of the link that were ignored, as long as the view that the link opened is shown."""
    if page.get("ignored_view") is None:
        page.set(ignored_view=view)
    return page.get("ignored") if page.get("ignored_view") == view else []


def show(page: Page, values: Mapping[str, Any]) -> None:
    """Puts values into the controls and moves the viewer's cursor to them. Call it before the controls are drawn."""
    page.set(**values, jump=st.session_state.get(page.key("jump"), 0) + 1)


def open_link(page: Page, link: Mapping[str, str]) -> None:
    """Shows what a link to the page opens. Call it before the controls are drawn."""
    values, _ignored = page.read(link)
    show(page, values)


def write_link(page: Page, values: Mapping[str, Any] | None = None) -> None:
    """Writes the link to the view that is shown into the browser's address bar.

    Args:
        page: The page that is open.
        values: The values of the settings by name; unused settings may be missing. Those of the session if None.
    """
    now = page.values()
    query = page.settings.link(now if values is None else values)
    page.set(written=(query, now))
    taken: _Taken | None = page.find("taken")
    if taken and taken.until is None:
        page.set(taken=replace(taken, until=time.monotonic() + taken.late))
    wanted = query | {"lang": st.session_state["lang"]}
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
