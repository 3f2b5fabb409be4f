"""The page Time series: windows, forecasts, baselines, and the gates during a forecast."""

from lstm_viz.lessons.time_series.ui.lesson import LESSON

LESSON.run()
