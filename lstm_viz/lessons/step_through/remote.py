"""What the page asks Keras for: its "Check now"."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.models import Head
from lstm_viz.engine.trace import Trace
from lstm_viz.remote import Remote


@dataclass(frozen=True)
class KerasCheck:
    """How far a trace is from Keras.

    Attributes:
        differences: What was compared → the largest absolute difference; nan if one of the two is not a number.
        keras: Its version.
        tensorflow: Its version.
    """

    differences: dict[str, float]
    keras: str
    tensorflow: str

    @property
    def largest(self) -> float:
        """The largest of all differences."""
        return float(np.max(list(self.differences.values())))


check_layer: Remote[[Trace, Head | None], KerasCheck] = Remote("lstm_viz.lessons.step_through.in_keras:check_layer")
