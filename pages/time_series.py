"""Time series: windows, a forecast, what it must beat, and what the gates did."""

from lstm_viz.lessons.time_series.ui.lesson import LESSON

LESSON.run()
