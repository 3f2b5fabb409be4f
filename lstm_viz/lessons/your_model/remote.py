"""The functions of `in_keras.py`, by name and type."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.model_files.rebuilding import Rebuilt
from lstm_viz.remote import Remote


@dataclass(frozen=True, eq=False)
class KerasAnswer:
    """What Keras answers.

    Attributes:
        outputs: The outputs of the model.
        keras: The version of Keras.
    """

    outputs: tuple[np.ndarray, ...]
    keras: str


answer_of: Remote[[Rebuilt, Sequence[np.ndarray]], KerasAnswer] = Remote(
    "lstm_viz.lessons.your_model.in_keras:answer_of"
)
saved_model: Remote[[Rebuilt], bytes] = Remote("lstm_viz.lessons.your_model.in_keras:saved_model")
