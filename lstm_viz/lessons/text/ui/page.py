"""The settings of the page Text in the session."""

from lstm_viz.app.language import language
from lstm_viz.app.page import Page
from lstm_viz.data.reviews import LANGUAGES
from lstm_viz.lessons.text.settings import SETTINGS


def _in_the_pages_language() -> dict[str, str]:
    """The language of the reviews, if a link does not name it: that of the page."""
    return {"reviews": language()} if language() in LANGUAGES else {}


PAGE = Page(SETTINGS, "text_", implied=_in_the_pages_language, name="text")
