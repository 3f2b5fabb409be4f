"""The functions of `in_keras.py`, by name and type."""

from lstm_viz.lessons.shapes.reshape import Change
from lstm_viz.lessons.shapes.results import Padded, Readings, Tried, UnrolledLayer
from lstm_viz.remote import Remote

HERE = "lstm_viz.lessons.shapes.in_keras"

try_shape: Remote[[tuple[int, ...], tuple[Change, ...]], Tried] = Remote(f"{HERE}:try_shape")
read_pair: Remote[[str], Readings] = Remote(f"{HERE}:read_pair")
read_padded: Remote[[tuple[tuple[int, ...], ...], str, int], Padded] = Remote(f"{HERE}:read_padded")
unroll_layer: Remote[[int, int, int, int], UnrolledLayer] = Remote(f"{HERE}:unroll_layer")
