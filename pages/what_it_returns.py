"""What it returns: what comes back from an LSTM, GRU or SimpleRNN for each of Keras's switches."""

from lstm_viz.lessons.what_it_returns.ui.lesson import LESSON

LESSON.run()
