"""The page Text among the pages of a session."""

from lstm_viz.app.language import language
from lstm_viz.app.page import Page
from lstm_viz.data.reviews import LANGUAGES
from lstm_viz.lessons.text.settings import SETTINGS


def _in_the_pages_language() -> dict[str, str]:
    """The reviews, unless the link says otherwise."""
    return {"reviews": language()} if language() in LANGUAGES else {}


PAGE = Page(SETTINGS, "text_", implied=_in_the_pages_language)
