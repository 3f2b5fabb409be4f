"""The functions of `in_keras.py`, by name and type."""

from lstm_viz.lessons.attention.results import KerasRun
from lstm_viz.remote import Remote

HERE = "lstm_viz.lessons.attention.in_keras"

run_model: Remote[[str, str, tuple[int, ...]], KerasRun] = Remote(f"{HERE}:run_model")
