"""The row of panels of a page, of which one is open."""

from collections.abc import Mapping

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.session import AnyPage


def choose_panel(page: AnyPage, titles: Mapping[str, str]) -> str:
    """Draws the row.

    Args:
        page: Whose they are; the choice is its "panel".
        titles: Each panel with its title. If the one that was open is not among them, the first is.

    Returns:
        The open panel.
    """
    if page.get("panel") not in titles:
        page.set(panel=next(iter(titles)))
    return choose_one(page, "panel", _("Shown below"), titles, label_visibility="collapsed")
