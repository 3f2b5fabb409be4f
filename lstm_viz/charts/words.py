"""Words that several charts share."""

from lstm_viz.glossary import SIGNAL_NAMES
from lstm_viz.i18n import Translate


def signal_titles(gettext: Translate) -> dict[str, str]:
    """The name of each signal for a reader."""
    return {name: gettext(title) for name, title in SIGNAL_NAMES.items()}


def value_title(are_shares: bool, gettext: Translate) -> str:
    """The title of an axis: for gates from 0 to 1, or for values without a unit."""
    return gettext("Gate (0 closed, 1 open)") if are_shares else gettext("Value (dimensionless)")
