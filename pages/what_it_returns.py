"""What it returns: what comes back from an LSTM, GRU or SimpleRNN for each of Keras's switches."""

from lstm_viz.app import language, session
from lstm_viz.app.predict_first import choose_predicting
from lstm_viz.lessons.what_it_returns.ui.hints import lessons
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.lessons.what_it_returns.ui.panels import show_call

gettext = language.translator()
session.adopt_link(PAGE)

language.heading(
    gettext("What it returns"),
    gettext("Flip Keras's switches: which tensors come back, in which shapes, and where each number comes from."),
)
choose_predicting(PAGE, gettext)
show_call(gettext)
lessons(gettext)
