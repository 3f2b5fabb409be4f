"""The page Gradient flow: why a SimpleRNN forgets what an LSTM keeps."""

from lstm_viz.lessons.gradient_flow.ui.lesson import LESSON

LESSON.run()
