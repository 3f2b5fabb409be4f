"""The row of panels of a page, of which one is open."""

from collections.abc import Mapping

from lstm_viz.app.choices import choose_one
from lstm_viz.app.session import LinkedPage
from lstm_viz.i18n import Translate


def choose_panel(page: LinkedPage, titles: Mapping[str, str], gettext: Translate) -> str:
    """Draws the row.

    Args:
        page: Whose they are; the choice is its "panel".
        titles: Each panel with its title. If the one that was open is not among them, the first is.
        gettext: Translates what is written.

    Returns:
        The open panel.
    """
    if page.get("panel") not in titles:
        page.set(panel=next(iter(titles)))
    return choose_one(page, "panel", gettext("Shown below"), titles, label_visibility="collapsed")
