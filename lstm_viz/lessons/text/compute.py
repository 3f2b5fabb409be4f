"""What the worker is asked for. Keras is imported only where this runs."""

import numpy as np

from lstm_viz.lessons.text.model import review_model
from lstm_viz.lessons.text.results import KerasReading


def read_by_keras(language: str, ids: np.ndarray, mask_zero: bool) -> KerasReading:
    """What the real Keras models of a language make of (samples, time) numbers of words."""
    from lstm_viz.lessons.text import in_keras

    return in_keras.read(review_model(language), ids, mask_zero=mask_zero)
