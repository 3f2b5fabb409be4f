"""The viewer as one file, which steps through a pass without a server, a network or this package."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import LANGUAGES, Translate, counted, translation
from lstm_viz.javascript import json_values
from lstm_viz.keras_code import LAYERS
from lstm_viz.viewer.html_page import Link, html_page
from lstm_viz.viewer.parts import CSS, HTML, join_modules
from lstm_viz.viewer.payload import Cursor, payload


def save_html(traces: Trace | Mapping[str, Trace], path: str | Path, **contents: Any) -> Path:
    """Saves the viewer as a page in one file, in English and Korean.

    Args:
        traces: A trace, or "A" and "B" → two traces of one layer to compare. Sample 0 of each is shown.
        path: The path of the file.
        **contents: Further arguments of `saved_page`.

    Returns:
        The path.
    """
    Path(path).write_text(saved_page(traces, **contents), "utf-8")
    return Path(path)


def saved_page(
    traces: Trace | Mapping[str, Trace],
    *,
    title: Mapping[str, str] | None = None,
    subtitle: Mapping[str, str] | None = None,
    cursor: Cursor | None = None,
    links: Mapping[str, Sequence[Link]] | None = None,
    **contents: Any,
) -> str:
    """The text of the page.

    Args:
        traces: See `save_html`.
        title: Code of a language → the title. Where it is missing, the layer and its sizes are the title.
        subtitle: Code of a language → a sentence below the title; none where it is missing.
        cursor: The step and the unit that are shown first.
        links: See `html_page`.
        **contents: Arguments of `payload`: tokens, predictions, edited, changed, hides, window. Without tokens, a step
            shows its number.
    """
    named = named_traces(traces)
    languages: dict[str, dict[str, Any]] = {}
    shared: dict[str, Any] = {}
    for language in LANGUAGES:
        gettext = translation(language).gettext
        layer = described(named, gettext)
        told = {"title": layer if title else "", "subtitle": (subtitle or {}).get(language, "")}
        data = viewer_data(named, gettext, cursor=cursor, **told, **contents)
        own = {name: data.pop(name) for name in ("title", "subtitle", "text", "signals", "digest")}
        heading = (title or {}).get(language, layer)
        languages[language] = {"title": heading, "viewer": own}
        shared = data
    shows = [*named, "A-B"] if len(named) == 2 else [*named]
    body, script = f'<div id="viewer">{HTML}</div>', join_modules("hosts/languages", "hosts/saved_page")
    return html_page(languages, {**shared, "shows": shows}, body=body, script=script, styles=[CSS], links=links)


def named_traces(traces: Trace | Mapping[str, Trace]) -> dict[str, Trace]:
    """The traces by name; a trace without one is "A"."""
    return {"A": traces} if isinstance(traces, Trace) else dict(traces)


def viewer_data(traces: Mapping[str, Trace], gettext: Translate, **contents: Any) -> dict[str, Any]:
    """The arguments and the result of `payload`, with a default for each argument but the traces and the language."""
    numbers = {name: [str(step) for step in range(1, trace.steps + 1)] for name, trace in traces.items()}
    given = {name: value for name, value in contents.items() if value is not None}
    defaults: dict[str, Any] = {"tokens": numbers, "predictions": {}, "cursor": Cursor(), "cursor_key": "saved"}
    defaults |= {"title": described(traces, gettext), "subtitle": ""}
    return json_values(payload(traces, gettext=gettext, **defaults | given))


def described(traces: Mapping[str, Trace], gettext: Translate) -> str:
    """What a title says of a layer: its kind, its units and its steps."""
    first, steps = traces["A"], max(trace.steps for trace in traces.values())
    return ", ".join([LAYERS[first.kind], counted(first.units, "unit", gettext), counted(steps, "step", gettext)])
