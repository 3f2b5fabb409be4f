"""Keras errors as values, and explanations of them for the pages."""

from lstm_viz.keras_errors.explaining import explain
from lstm_viz.keras_errors.refusal import KerasError

__all__ = ["KerasError", "explain"]
