"""The gates over the words, of one unit or of all."""

from functools import partial

from lstm_viz.app.charts import draw
from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.shown import Shown


def show_gates(shown: Shown) -> None:
    """Every gate and state of a unit, word by word."""
    from lstm_viz.lessons.text.ui.charts import gate_charts

    units = shown.readings["A"].trace.units
    choose_one(PAGE, "unit", _("Unit"), range(1, units + 1))
    about = tuple(shown.sentences.items())
    draw(partial(gate_charts, shown.readings), "text_gates", about, time=shown.step, unit=PAGE.get("unit") - 1)
