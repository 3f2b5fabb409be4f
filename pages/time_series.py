"""Time series: windows, a forecast, what it must beat, and what the gates did."""

from lstm_viz.app import language, session
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.time_series.ui.controls import choose_view
from lstm_viz.lessons.time_series.ui.hints import lessons
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.panels import show_panels
from lstm_viz.lessons.time_series.ui.training import run_of, show_training

session.adopt_link(PAGE)

language.heading(
    _("Time series"),
    _("Forecast a series with an LSTM, hold it against simple forecasts, and see what its gates did."),
)
view = choose_view()
show_ignored(session.ignored_of_link(PAGE, view.key))
run = run_of(view)
show_training(view)
show_panels(view, run)
lessons()
