"""The function of `in_keras.py`, by name and type."""

from lstm_viz.keras_errors import KerasError
from lstm_viz.remote import Remote

said_to_old_lines: Remote[[], dict[str, KerasError | None]] = Remote(
    "lstm_viz.lessons.fix_my_code.in_keras:said_to_old_lines"
)
