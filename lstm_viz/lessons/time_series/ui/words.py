"""Texts that several panels of the page share."""

import re

import numpy as np

from lstm_viz.app.language import _
from lstm_viz.data.long_series import TANKS
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.time_series.judge import MODEL, Judged
from lstm_viz.lessons.time_series.series import PRICE_COLUMNS
from lstm_viz.lessons.time_series.settings import SERIES
from lstm_viz.lessons.time_series.view import View


def column_titles(source: str) -> tuple[str, ...]:
    """The titles of the columns of a built-in series, with their units."""
    if source == "tanks":
        tank, quantities = _("tank"), (_("pressure") + " (bar)", _("temperature") + " (°C)")
        return tuple(f"{tank} {number} · {each}" for number in range(1, TANKS + 1) for each in quantities)
    if source == "prices":
        return tuple(map(_, PRICE_COLUMNS))
    return (_(SERIES[source]),)


def network_title(view: View) -> str:
    """The kind of network, as Keras names it."""
    return LAYERS[view.settings.network]


def plain(text: str) -> str:
    """Markdown that shows a visitor's text unchanged."""
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|:~$])", r"\\\1", text)


def number(value: float) -> str:
    """A number with four significant digits."""
    return f"{value:.4g}" if np.isfinite(value) else "∞"


def time_of(view: View, row: int) -> str:
    """The date of a row, counted from 0; without dates, its number counted from 1."""
    times = view.prepared.series.times
    return times[row].replace("T", " ") if times else str(row + 1)


def verdict(judged: Judged, view: View, titles: dict[str, str]) -> str:
    """Which forecast has the smallest mean absolute error, in a sentence or two."""
    maes = {method: errors.mae for method, errors in judged.errors.items()}
    rivals = {method: mae for method, mae in maes.items() if method != MODEL}
    best_rival = min(rivals, key=lambda method: rivals[method])
    values = {"network": network_title(view), "rival": titles[best_rival], "rival_mae": number(rivals[best_rival])}
    if MODEL not in maes:
        template = _("Not trained yet. What the {network} must beat: {rival}, with a mean error of {rival_mae}.")
        return template.format(**values)
    values["mae"] = number(maes[MODEL])
    if maes[MODEL] < rivals[best_rival]:
        values["less"] = f"{1 - maes[MODEL] / rivals[best_rival]:.0%}"
        return _(
            "The {network} has the smallest mean error, {mae}: {less} less than the best of the others, "
            "{rival} with {rival_mae}."
        ).format(**values)
    if np.isclose(maes[MODEL], rivals[best_rival], rtol=1e-3, atol=0):
        return _(
            "The {network} does not beat the baselines: its mean error, {mae}, is not smaller than that of "
            "{rival}, {rival_mae}."
        ).format(**values)
    return _(
        "The {network} does not beat the baselines: its mean error is {mae}, and {rival} is better with {rival_mae}."
    ).format(**values)
