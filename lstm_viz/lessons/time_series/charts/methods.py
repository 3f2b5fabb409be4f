"""The titles, colours and dashes of the true values, the network and the baselines."""

from lstm_viz.charts.theme import SURFACES, Mode, network_color, rival_color, signal_color
from lstm_viz.i18n import Translate
from lstm_viz.lessons.time_series.judge import METHODS

TRUTH = "truth"
ORDER = (TRUTH, *METHODS)
DASHES = {TRUTH: "solid", "model": "solid", "linear": "dash", "seasonal": "dot", "last": "dashdot"}
STROKES = {TRUTH: [1, 0], "model": [1, 0], "linear": [6, 4], "seasonal": [2, 3], "last": [7, 3, 2, 3]}


def method_titles(network: str, gettext: Translate) -> dict[str, str]:
    """Line → its title. The title of the model is `network`."""
    return {
        TRUTH: gettext("measured"),
        "model": network,
        "linear": gettext("linear regression"),
        "seasonal": gettext("last season"),
        "last": gettext("last value"),
    }


def method_colors(mode: Mode) -> dict[str, str]:
    """Line → its colour. Each line also has its own dash."""
    return {
        TRUTH: SURFACES[mode]["ink"],
        "model": network_color("lstm", mode),
        "linear": rival_color(mode),
        "seasonal": signal_color("cell", mode),
        "last": network_color("perceptron", mode),
    }
