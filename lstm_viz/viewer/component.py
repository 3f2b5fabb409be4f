"""The viewer as a Streamlit component, which steps through a pass without asking the server."""

from collections.abc import Callable, Mapping
from typing import Any

from lstm_viz.component import component
from lstm_viz.engine.trace import Trace
from lstm_viz.viewer.parts import CSS, HTML, join_modules
from lstm_viz.viewer.payload import Cursor, payload

_COMPONENT = component("stepping_viewer", html=HTML, css=CSS, module=join_modules())


def stepping_viewer(
    traces: Mapping[str, Trace],
    *,
    cursor: Cursor,
    cursor_key: str,
    key: str = "viewer",
    on_cursor_change: Callable[[], None] | None = None,
    **contents: Any,
) -> Cursor:
    """Shows the viewer.

    Args:
        traces: See `payload`.
        cursor: The cursor at the start, and again whenever `cursor_key` changes.
        cursor_key: See `payload`.
        key: The element's key; `st.session_state[key]` has the cursor that was reported last.
        on_cursor_change: Called before the rerun when the reader has moved the cursor and stopped.
        **contents: The other arguments of `payload`.

    Returns:
        The reader's cursor as it was reported last; `cursor` before the first report.
    """
    data = payload(traces, cursor=cursor, cursor_key=cursor_key, **contents)
    result = _COMPONENT(data, key=key, on_cursor_change=on_cursor_change or (lambda: None))
    reported = result.get("cursor") or {}
    return Cursor.nearest(reported if reported.get("key") == cursor_key else None, traces, cursor)
