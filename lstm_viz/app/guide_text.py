"""The text of a guided lesson as a Streamlit component. Its terms light the parts of the figure, and the reverse."""

from collections.abc import Callable
from pathlib import Path

from lstm_viz.charts.theme import palette
from lstm_viz.drawings.component import WORD_MODULES, drawing_component
from lstm_viz.glossary import TERMS
from lstm_viz.guided_lesson import pieces_of

_FOLDER = Path(__file__).parent
_COMPONENT = drawing_component("guide_text", (*WORD_MODULES, "../viewer/light", "../app/guide_text"), _FOLDER)


def guide_text(
    *,
    title: str,
    text: str,
    number: int,
    count: int,
    gettext: Callable[[str], str],
    key: str,
    on_go_change: Callable[[], None],
) -> None:
    """Shows the text of a stop with its buttons.

    Args:
        title: The title of the stop.
        text: The text. A term is written as "[forget gate](forget_gate)", with its name in `glossary.TERMS`.
        number: The number of the stop, counted from 1.
        count: The number of stops.
        gettext: Translates a sentence.
        key: The element's key; `st.session_state[key]["go"]` is the number of the stop that the reader wants, 0 for the
            whole page.
        on_go_change: Called before the rerun when the reader wants another stop.
    """
    pieces = pieces_of(text)
    used = {piece["term"] for piece in pieces if piece["term"]}
    data = {
        "title": title,
        "pieces": pieces,
        "terms": {name: [gettext(TERMS[name].name), gettext(TERMS[name].meaning)] for name in used},
        "number": number,
        "count": count,
        "palette": palette(),
        "text": {
            "label": gettext("Lesson"),
            "back": gettext("Back"),
            "next": gettext("Next"),
            "skip": gettext("Skip to the whole picture"),
            "end": gettext("Try it yourself: the whole picture"),
        },
    }
    _COMPONENT(data, key=key, on_go_change=on_go_change)
