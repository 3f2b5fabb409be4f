"""What it returns: what comes back from an LSTM, GRU or SimpleRNN for each of Keras's switches."""

from lstm_viz.app import language, session
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import choose_predicting
from lstm_viz.lessons.what_it_returns.ui.hints import lessons
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.lessons.what_it_returns.ui.panels import show_call

session.adopt_link(PAGE)

language.heading(
    _("What it returns"),
    _("Flip Keras's switches: which tensors come back, in which shapes, and where each number comes from."),
)
choose_predicting(PAGE)
show_call()
lessons()
