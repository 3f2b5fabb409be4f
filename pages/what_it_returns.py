"""What it returns: what comes back from an LSTM, GRU or SimpleRNN for each of Keras's switches."""

from lstm_viz.ui import language, session
from lstm_viz.ui.messages import show_ignored
from lstm_viz.ui.what_it_returns.controls import choose_call
from lstm_viz.ui.what_it_returns.lessons import lessons
from lstm_viz.ui.what_it_returns.page import PAGE
from lstm_viz.ui.what_it_returns.panels import show_panels

gettext = language.translator()
session.adopt_link(PAGE)

language.heading(
    gettext("What it returns"),
    gettext("Flip Keras's switches: which tensors come back, in which shapes, and where each number comes from."),
)
chosen = choose_call(gettext)
show_ignored(session.ignored_of_link(PAGE, chosen), gettext)
show_panels(chosen, gettext)
lessons(gettext)
