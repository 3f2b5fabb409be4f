"""The results of the functions of `in_keras.py`, as plain arrays."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class KerasRun:
    """What Keras's layers return for one input; the names are those of `decoding.Decoded`.

    Attributes:
        states: The output sequence of the encoder, (time read, units).
        hidden: The output sequence of the decoder, (time said, units).
        scores: What `Dot(axes=2)` makes of the two, (time said, time read).
        weights: The attention scores of `Attention`, after its softmax, (time said, time read).
        context: The output of `Attention`, (time said, units).
        probabilities: The output of the Dense layer, (time said, marks).
    """

    states: np.ndarray
    hidden: np.ndarray
    scores: np.ndarray
    weights: np.ndarray
    context: np.ndarray
    probabilities: np.ndarray
