"""What Keras says when it refuses, kept as a value: the pages show it and explain it."""

from lstm_viz.keras_errors.refusal import KerasError

__all__ = ["KerasError"]
