"""The hints at the end of every page: what to look for, and links to try."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lstm_viz.app import session
from lstm_viz.app.language import _
from lstm_viz.app.page import Page

Chosen = TypeVar("Chosen")
Link = Mapping[str, str]
Try = tuple[str, Link]
ROW, NARROW, WIDE, AROUND = 1000, 7, 14, 34
"""In pixels: a row of links on a screen of 1400; a letter, a Korean syllable, and what is around a link's text."""
ALL = -1
"""The number that stands for the others."""
FEW = 4
"""So many lines that say what to look for stand below each other."""


@dataclass(frozen=True)
class Hints(Generic[Chosen]):
    """The hints of a page. Their texts are English, marked for the catalogue with `N_`.

    Attributes:
        look: Lines of Markdown that say what to look for; or a function that returns them for what is chosen,
            translated.
        tries: For each link its title and the settings that it names, the others have their defaults; or, on a page
            with examples in several languages, a function that returns these for a language.
        examples_in: Returns the language of the examples for what is chosen.
    """

    look: Sequence[str] | Callable[[Chosen], Sequence[str]]
    tries: Sequence[Try] | Callable[[str], Sequence[Try]]
    examples_in: Callable[[Chosen], str] = lambda _chosen: ""

    def lines(self, chosen: Chosen) -> list[str]:
        """The lines that say what to look for, in the session's language."""
        return [_(line) for line in (self.look(chosen) if callable(self.look) else self.look)]

    def links(self, examples_in: str) -> Sequence[Try]:
        """The links to try, with examples in a language."""
        return self.tries(examples_in) if callable(self.tries) else self.tries


def show_tries(page: Page, tries: Sequence[Try]) -> None:
    """Draws the links to try in a row above the picture. The last one shows those that have no place in it."""
    labels, shows_all = [_(label) for label, _link in tries], bool(page.find("all_tries"))
    titles = dict(enumerate(labels if shows_all else labels[: _fitting(labels)]))
    if others := len(tries) - len(titles):
        titles[ALL] = _("{count} more").format(count=others)
    if not (changes := _changes(page)):
        page.set(tried=None)
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
        st.caption(_("Try this"), width="content")
        st.pills(
            _("Try this"),
            list(titles),
            format_func=titles.get,
            key=page.key("tried"),
            label_visibility="collapsed",
            wrap=shows_all,
            on_change=_open,
            args=(page, tries),
        )
    if changes:
        st.caption(_("Changed: {changes}").format(changes=changes))


def _fitting(labels: Sequence[str]) -> int:
    """The number of links that fit into a row of ROW pixels."""
    widths = (sum(WIDE if ord(each) > ord("ᄀ") else NARROW for each in label) + AROUND for label in labels)
    return sum(end <= ROW for end in accumulate(widths))


def _open(page: Page, tries: Sequence[Try]) -> None:
    """Shows what the chosen link opens, and keeps what it changes, which the page then says."""
    chosen = page.get("tried")
    if chosen == ALL:
        page.set(all_tries=True)
    elif chosen is not None:
        before = page.values()
        session.open_link(page, tries[chosen][1])
        page.set(changed={name: value for name, value in page.values().items() if value != before[name]})


def _changes(page: Page) -> str:
    """What the last link to try has changed, as long as it is what is shown."""
    changed = page.find("changed") or {}
    if any(page.get(name) != value for name, value in changed.items()):
        return ""
    return " · ".join(filter(None, (page.told(name) for name in changed)))


def show_look(page: Page, lines: Sequence[str]) -> None:
    """Draws what to look for. It is closed while "Predict first" is on, since it may give away the answer."""
    with _place(page):
        st.header(_("What to look for"), anchor=False)
        for place, part in _beside_each_other(lines):
            place.markdown("\n".join(f"- {line}" for line in part))


def _beside_each_other(lines: Sequence[str]) -> Iterable[tuple[DeltaGenerator, Sequence[str]]]:
    """The lines in two columns, or in one if they are few."""
    if len(lines) <= FEW:
        return [(st.container(), lines)]
    half = (len(lines) + 1) // 2
    return zip(st.columns(2), (lines[:half], lines[half:]), strict=True)


def _place(page: Page) -> DeltaGenerator:
    if page.find("predict"):
        return st.expander(_("What to look for (this may give the answer away)"))
    return st.container()
