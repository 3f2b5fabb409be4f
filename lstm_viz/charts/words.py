"""Words that several charts share."""

from lstm_viz.i18n import Translate


def signal_titles(gettext: Translate) -> dict[str, str]:
    """The name of each signal for a reader."""
    return {
        "input_gate": gettext("input gate"),
        "forget_gate": gettext("forget gate"),
        "candidate": gettext("candidate"),
        "output_gate": gettext("output gate"),
        "update_gate": gettext("update gate"),
        "reset_gate": gettext("reset gate"),
        "cell": gettext("cell state"),
        "hidden": gettext("hidden state"),
    }


def value_title(are_shares: bool, gettext: Translate) -> str:
    """The title of an axis: for gates from 0 to 1, or for values without a unit."""
    return gettext("Gate (0 closed, 1 open)") if are_shares else gettext("Value (dimensionless)")
