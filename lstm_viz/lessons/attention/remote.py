"""The functions of `in_keras.py`, by name and type."""

from lstm_viz.lessons.attention.results import LayerOutputs
from lstm_viz.remote import Remote

HERE = "lstm_viz.lessons.attention.in_keras"

run_layers: Remote[[str, str, tuple[int, ...]], LayerOutputs] = Remote(f"{HERE}:run_layers")
