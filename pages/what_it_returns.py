"""The page What it returns: the tensors that an LSTM, GRU or SimpleRNN returns for each of its arguments."""

from lstm_viz.lessons.what_it_returns.ui.lesson import LESSON

LESSON.run()
