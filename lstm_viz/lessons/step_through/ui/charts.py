"""The functions that make the charts below the viewer, for `app.charts.draw`."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.step_through.charts.predictions import predictions
from lstm_viz.lessons.step_through.view import Pass

Passes = Mapping[str, Pass]


def prediction_charts(passes: Passes, *, gettext: Translate, mode: Mode, time: int) -> list[Any]:
    """A chart of the probability of each symbol after each step."""
    chart = predictions(
        {name: each.probabilities for name, each in passes.items() if each.probabilities is not None},
        symbols=passes["A"].symbols,
        time=time,
        gettext=gettext,
        targets={name: each.targets for name, each in passes.items() if each.targets is not None},
        tokens={name: each.tokens for name, each in passes.items()},
        mode=mode,
    )
    return [chart]
