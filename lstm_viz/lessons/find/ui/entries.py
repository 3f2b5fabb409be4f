"""All that can be found: the questions, the glossary's terms, the pages, and their links to try."""

from collections.abc import Iterator
from functools import cache

from lstm_viz.app.lesson import Lesson
from lstm_viz.glossary import TERMS
from lstm_viz.imports import load
from lstm_viz.lessons.find.index import Entry, Index
from lstm_viz.lessons.find.questions import PAGES, QUESTIONS
from lstm_viz.settings import Settings


@cache
def index(language: str) -> Index:
    """The index, made when somebody first looks for something.

    Args:
        language: The language of examples that are in one language, such as sentences to read.
    """
    terms = (Entry("term", term.name, term.meaning, words=term.words) for term in TERMS.values())
    return Index((*QUESTIONS, *terms, *_tries(language), *map(page_entry, PAGES)))


@cache
def page_entry(name: str) -> Entry:
    """A page, with the texts of its controls and panels."""
    lesson = _lesson(name)
    return Entry("page", lesson.title, lesson.purpose, name, more=tuple(_texts(lesson.page.settings)))


def whole_link(entry: Entry) -> dict[str, str]:
    """The link of an entry with every setting of its page: a shorter one would be an extra step for "Back"."""
    page = _lesson(entry.page).page
    values, _ignored = page.read(entry.link)
    return page.settings.link(values)


def _tries(language: str) -> Iterator[Entry]:
    for name in PAGES:
        lesson = _lesson(name)
        for title, link in lesson.hints.links(language):
            yield Entry("try", title, "", name, link)


def _lesson(name: str) -> Lesson:
    """A page. It is loaded by its name, since all pages take a second to import, and nobody may ever look for it."""
    lesson: Lesson = load(f"lstm_viz.lessons.{name}.ui.lesson").LESSON
    return lesson


def _texts(settings: Settings) -> Iterator[str]:
    for name, setting in settings.items():
        yield from (name, setting.label, setting.help, *map(str, (setting.titles or {}).values()))
