"""The results of the page Fix my code that are computed once for all visitors."""

from lstm_viz.app.shared import shared
from lstm_viz.i18n import translation
from lstm_viz.old_code import Rewritten, rewrite


@shared(most=64)
def load_rewritten(text: str, language: str) -> Rewritten:
    """Old code of ours, rewritten. What a visitor typed stays in the visitor's session."""
    return rewrite(text, translation(language).gettext)
