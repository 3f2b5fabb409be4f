"""Compares a trace with the real Keras layer: the function that does it, by name and type, and its result."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.models import Head
from lstm_viz.engine.trace import Trace
from lstm_viz.remote import Remote


@dataclass(frozen=True)
class KerasCheck:
    """The differences between a trace and Keras.

    Attributes:
        differences: The largest absolute difference of each comparison, by its name; nan if a value is nan.
        keras: The version of Keras.
        tensorflow: The version of TensorFlow.
    """

    differences: dict[str, float]
    keras: str
    tensorflow: str

    @property
    def largest(self) -> float:
        """The largest of all differences."""
        return float(np.max(list(self.differences.values())))


check_layer: Remote[[Trace, Head | None], KerasCheck] = Remote("lstm_viz.engine.keras.checking:check_layer")
