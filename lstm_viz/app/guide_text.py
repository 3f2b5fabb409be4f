"""The text of a guided lesson as a Streamlit component. Its terms light the parts of the figure, and the reverse."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lstm_viz.charts.theme import palette
from lstm_viz.drawings.component import WORD_MODULES, drawing_component, style_of
from lstm_viz.glossary import TERMS
from lstm_viz.guided_lesson import Stop, pieces_of
from lstm_viz.i18n import Translate

_FOLDER = Path(__file__).parent
MODULES = (*WORD_MODULES, "../viewer/light", "../app/guide_text")
CSS = style_of("guide_text", _FOLDER)
_COMPONENT = drawing_component("guide_text", MODULES, _FOLDER)


def guide_text(
    stop: Stop,
    numbers: Mapping[str, str],
    *,
    number: int,
    count: int,
    gettext: Translate,
    key: str,
    on_go_change: Callable[[], None],
) -> None:
    """Shows the text of a stop with its buttons.

    Args:
        stop: The stop.
        numbers: See `text_of`.
        number: The number of the stop, counted from 1.
        count: The number of stops.
        gettext: Translates a sentence.
        key: The element's key; `st.session_state[key]["go"]` is the number of the stop that the reader wants, 0 for the
            whole page.
        on_go_change: Called before the rerun when the reader wants another stop.
    """
    whole = {"skip": gettext("Skip to the whole picture"), "end": gettext("Try it yourself: the whole picture")}
    data = text_of(stop, numbers, number=number, count=count, gettext=gettext)
    _COMPONENT(data | {"text": data["text"] | whole}, key=key, on_go_change=on_go_change)


def text_of(stop: Stop, numbers: Mapping[str, str], *, number: int, count: int, gettext: Translate) -> dict[str, Any]:
    """The data of the text, with buttons to the other stops and none to the whole page.

    Args:
        stop: The stop.
        numbers: The numbers that fill the placeholders of its text; for a missing one it has an ellipsis.
        number: The number of the stop, counted from 1.
        count: The number of stops.
        gettext: Translates a sentence.
    """
    pieces = pieces_of(gettext(stop.text).format_map(_Numbers(numbers)))
    used = {piece["term"] for piece in pieces if piece["term"]}
    return {
        "title": gettext(stop.title),
        "pieces": pieces,
        "terms": {name: [gettext(TERMS[name].name), gettext(TERMS[name].meaning)] for name in sorted(used)},
        "number": number,
        "count": count,
        "palette": palette(),
        "text": {"label": gettext("Lesson"), "back": gettext("Back"), "next": gettext("Next"), "skip": "", "end": ""},
    }


class _Numbers(dict[str, str]):
    """Numbers by name; a missing one is an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"
