"""The stops of a guided lesson, as data: a state of a page, and what is said about it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lstm_viz import links
from lstm_viz.glossary import TERMS
from lstm_viz.links import Whole
from lstm_viz.settings import Setting, Settings

_TERM = re.compile(r"\[([^\[\]]+)\]\((\w+)\)")


@dataclass(frozen=True)
class Stop:
    """One state of the page and what is said about it. Its texts are English, marked for the catalogue with `N_`.

    Attributes:
        title: What the stop is about.
        text: At most 60 words. A term of the glossary is written as a link: "[forget gate](forget_gate)". A number of
            the figure is written as a placeholder: "{forget_gate}".
        state: The settings that differ from the page's defaults.
        hides: The parts of the figure that this stop does not need yet.
        lights: The terms whose parts of the figure are lit at first: what the text speaks of.
        question: Options, the position of the right one, and a sentence for each; asked below the text.
    """

    title: str
    text: str
    state: Mapping[str, str]
    hides: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    question: tuple[tuple[str, str], ...] = ()
    answer: int = 0


def lesson_setting(stops: Sequence[Stop]) -> Setting:
    """The setting "lesson" of a page: the number of the open stop; 0 for the whole page."""
    return Setting(Whole(0, len(stops), 0))


def state_of(stops: Sequence[Stop], values: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """The settings of the open stop, as values; empty if the whole page is open. A page uses it as its `begin`."""
    state = stops[values["lesson"] - 1].state if values["lesson"] else {}
    return links.read({name: settings[name].field for name in state}, state)[0]


def pieces_of(text: str) -> list[dict[str, str]]:
    """The text cut at its terms.

    Returns:
        For each piece its text, and the name of the term that it is; "" if it is none.

    Raises:
        KeyError: If a term is not in the glossary.
    """
    cut = _TERM.split(text)
    pieces = [{"text": cut[0], "term": ""}]
    for said, term, plain in zip(cut[1::3], cut[2::3], cut[3::3], strict=True):
        if term not in TERMS:
            raise KeyError(f"The glossary has no term {term!r}.")
        pieces += [{"text": said, "term": term}, {"text": plain, "term": ""}]
    return [piece for piece in pieces if piece["text"]]
