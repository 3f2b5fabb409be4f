"""Numbers on the cells of a heatmap are legible wherever on its scale a value is."""

import re

import altair as alt
import numpy as np
import pytest

from lstm_viz.charts import cells
from lstm_viz.charts.theme import MODES, difference, diverging
from tests.charts.test_theme import contrast

REACH = 2.5
CONDITION = re.compile(r"datum.value < (\S+) \|\| datum.value > (\S+)")


def ink(value: float, chart: dict) -> str:
    """The colour of the number, as Vega chooses it."""
    color = chart["encoding"]["color"]
    below, above = map(float, CONDITION.fullmatch(color["condition"]["test"]).groups())
    return color["condition"]["value"] if value < below or value > above else color["value"]


def fill(value: float, colors: list[str]) -> str:
    """The colour of a cell: Vega interpolates between the colours of the scale."""
    stops = np.array([[int(color[at : at + 2], 16) for at in (1, 3, 5)] for color in colors])
    place = np.linspace(-REACH, REACH, len(colors))
    return "#" + "".join(f"{round(float(np.interp(value, place, channel))):02x}" for channel in stops.T)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scale", [diverging, difference])
def test_a_number_has_a_contrast_of_4_5_on_every_cell(mode, scale):
    colors = scale(mode)
    chart = cells.texts(alt.Chart(), colors, REACH).to_dict()
    for value in np.linspace(-REACH, REACH, 401):
        assert contrast(ink(value, chart), fill(value, colors)) >= 4.5, value
