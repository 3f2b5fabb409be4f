"""The page Text among the pages of a session."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.app.language import language
from lstm_viz.app.session import LinkedPage
from lstm_viz.data import InputError
from lstm_viz.data.reviews import LANGUAGES
from lstm_viz.lessons.text.link import FIELDS, from_link


def _read(query: Mapping[str, str]) -> tuple[Mapping[str, Any], list[InputError]]:
    """Without a word on it, the reviews are in the page's language."""
    own = {"reviews": language()} if language() in LANGUAGES else {}
    return from_link({**own, **query})


PAGE = LinkedPage(_read, tuple(FIELDS), "text_")
FRAGMENT = "text_panels"
