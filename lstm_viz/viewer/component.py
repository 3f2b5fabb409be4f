"""The viewer as a Streamlit component, which steps through a pass without asking the server."""

from collections.abc import Callable, Mapping, Sequence

from lstm_viz.component import component
from lstm_viz.engine.trace import Trace
from lstm_viz.viewer.marks import Cells
from lstm_viz.viewer.parts import CSS, HTML, join_modules
from lstm_viz.viewer.payload import Cursor, Prediction, payload
from lstm_viz.viewer.window import Window

_COMPONENT = component("stepping_viewer", html=HTML, css=CSS, module=join_modules())


def stepping_viewer(
    traces: Mapping[str, Trace],
    *,
    tokens: Mapping[str, Sequence[str]],
    predictions: Mapping[str, Sequence[Prediction] | None],
    cursor: Cursor,
    cursor_key: str,
    title: str,
    subtitle: str,
    gettext: Callable[[str], str],
    edited: Mapping[str, Cells] | None = None,
    changed: Mapping[str, Cells] | None = None,
    hides: Sequence[str] = (),
    lights: str = "",
    window: Window | None = None,
    key: str = "viewer",
    on_cursor_change: Callable[[], None] | None = None,
) -> Cursor:
    """Shows the viewer. Most arguments are those of `payload`.

    Args:
        traces: See `payload`.
        tokens: See `payload`.
        predictions: See `payload`.
        cursor: The cursor at the start, and again whenever `cursor_key` changes.
        cursor_key: See `payload`.
        title: See `payload`.
        subtitle: See `payload`.
        gettext: See `payload`.
        edited: See `payload`.
        changed: See `payload`.
        hides: See `payload`.
        lights: See `payload`.
        window: See `payload`.
        key: The element's key; `st.session_state[key]` has the cursor that was reported last.
        on_cursor_change: Called before the rerun when the reader has moved the cursor and stopped.

    Returns:
        The reader's cursor as it was reported last; `cursor` before the first report.
    """
    data = payload(
        traces,
        tokens=tokens,
        predictions=predictions,
        cursor=cursor,
        cursor_key=cursor_key,
        title=title,
        subtitle=subtitle,
        gettext=gettext,
        edited=edited,
        changed=changed,
        hides=hides,
        lights=lights,
        window=window,
    )
    result = _COMPONENT(data, key=key, on_cursor_change=on_cursor_change or (lambda: None))
    reported = result.get("cursor") or {}
    return Cursor.nearest(reported if reported.get("key") == cursor_key else None, traces, cursor)
