"""The panel Gates: the gates and states of a unit over the words."""

from functools import partial

from lstm_viz.app.charts import draw
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences


def show_gates(shown: ReadSentences) -> None:
    """Draws every gate and state of a unit, word by word."""
    from lstm_viz.lessons.text.ui.charts import gate_charts

    units = shown.readings["A"].trace.units
    PAGE.draw("unit", options=range(1, units + 1))
    about = tuple(shown.sentences.items())
    draw(partial(gate_charts, shown.readings), "text_gates", about, time=shown.step, unit=PAGE.get("unit") - 1)
