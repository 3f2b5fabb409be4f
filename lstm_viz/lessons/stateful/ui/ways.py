"""The panel that compares one long sequence, stateful batches, stateless batches and overlapping windows."""

from collections.abc import Mapping
from functools import partial

import numpy as np
import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.comparisons import difference, show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import predict_first
from lstm_viz.charts.theme import Mode
from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_, Translate
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.results import Ways
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.controls import choose_tank_and_unit
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.questions import ways_question


def show_ways(settings: StatefulSettings) -> None:
    """Draws the outputs in one chart, and the largest differences over all tanks, steps and units."""
    ways = ask_keras(remote.three_ways, settings)
    if ways is None:
        return
    claims = claims_of(ways)
    if not predict_first(PAGE, ways_question(settings, claims)):
        return
    tank, unit = choose_tank_and_unit(settings)
    shown = (settings, tank, unit)
    draw(partial(_cut_chart, settings, ways, tank, unit), "stateful_ways", shown)
    show_claims(claims.values())
    st.markdown(_("**Overlapping windows compared with continued batches**"))
    st.markdown(_about_windows(settings))
    if ways.windows.shape[1] > 1:
        draw(partial(_windows_chart, settings, ways, tank, unit), "stateful_windows", shown)
    show_claims(_claims_of_windows(settings, ways))


def claims_of(ways: Ways) -> dict[str, Claim]:
    """The claims that compare stateful and stateless batches with the long sequence."""
    return {
        "stateful": Claim(
            compare("stateful", "sequence", ways.stateful, ways.sequence),
            N_("stateful=True goes on where the previous batch ended: cutting does not change the outputs."),
            N_("The stateful layer did not go on as the one long sequence does."),
        ),
        "stateless": Claim(
            compare("stateless", "sequence", ways.stateless, ways.sequence),
            N_("The cuts make no difference here."),
            N_("Without it every batch starts from zeros, as if nothing had been read before."),
        ),
    }


def _claims_of_windows(settings: StatefulSettings, ways: Ways) -> list[Claim]:
    from_here = f"sequence[:, {settings.length - 1}:]"
    ends = ways.sequence[:, settings.length - 1 :]
    return [
        Claim(
            compare("stateful_windows", from_here, ways.windows_stateful, ends),
            N_("Here a stateful layer that reads the windows in turn gives the same."),
            N_(
                "A stateful layer that reads window after window goes on from the end of the previous window, "
                "and reads the shared steps again: it has read every step several times."
            ),
        ),
        Claim(
            compare("windows", from_here, ways.windows, ends),
            N_("Here each window is long enough to give the same as the whole sequence."),
            N_("Each window starts from zeros and knows its own steps alone. That is what windows are for."),
        ),
    ]


def _about_windows(settings: StatefulSettings) -> str:
    return _(
        "Windows of length {length}, each one step further than the previous one; {count} in all. At "
        "the end of each window: the output of a stateless layer, of a stateful layer that reads them "
        "in turn, and of one long sequence."
    ).format(count=settings.steps - settings.length + 1, length=settings.length)


def _cut_chart(settings: StatefulSettings, ways: Ways, tank: int, unit: int, *, gettext: Translate, mode: Mode) -> list:
    outputs = {
        gettext("one long sequence"): ways.sequence,
        gettext("stateful batches"): ways.stateful,
        gettext("stateless batches"): ways.stateless,
    }
    return lines(settings, outputs, tank, unit, gettext=gettext, mode=mode)


def _windows_chart(
    settings: StatefulSettings, ways: Ways, tank: int, unit: int, *, gettext: Translate, mode: Mode
) -> list:
    outputs = {
        gettext("one long sequence"): ways.sequence,
        gettext("stateful windows"): ways.windows_stateful,
        gettext("stateless windows"): ways.windows,
    }
    return lines(settings, outputs, tank, unit, gettext=gettext, mode=mode)


def lines(
    settings: StatefulSettings,
    outputs: Mapping[str, np.ndarray],
    tank: int,
    unit: int,
    *,
    gettext: Translate,
    mode: Mode,
) -> list:
    """Makes a chart of one unit's outputs for one tank.

    Args:
        settings: The settings, which say where the batches are cut.
        outputs: The outputs of each way by its title, (tanks, up to steps, units); they end at the last step.
        tank: The position of the tank, from 0.
        unit: The position of the unit, from 0.
        gettext: Translates the texts.
        mode: "light" or "dark".
    """
    from lstm_viz.lessons.stateful.charts.ways import stateful_ways

    shown = {name: each[tank, :, unit] for name, each in outputs.items()}
    first, *others = shown
    template = gettext("{way} compared with {first}: {difference}")
    differences = [
        template.format(way=name, first=first, difference=_difference(shown[name], shown[first])) for name in others
    ]
    title = gettext("Output of unit {unit} for tank {tank}").format(unit=unit + 1, tank=tank + 1)
    cuts = [span.start for span in settings.spans[1:]]
    values = {
        name: np.pad(each, (settings.steps - len(each), 0), constant_values=np.nan) for name, each in shown.items()
    }
    return [stateful_ways(values, cuts, title=title, differences=differences, gettext=gettext, mode=mode)]


def _difference(one: np.ndarray, other: np.ndarray) -> str:
    last = min(len(one), len(other))
    return difference(compare("", "", one[-last:], other[-last:]))
