"""Old Keras 2 code and what replaces it."""

from lstm_viz.i18n import Translate
from lstm_viz.stateful.settings import StatefulSettings


def show_old_code(settings: StatefulSettings, gettext: Translate) -> None:
    """TODO."""
