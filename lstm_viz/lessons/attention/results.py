"""The results of the functions of `in_keras.py`, as plain arrays."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class LayerOutputs:
    """What each of Keras's layers returns for what it reads on the page; the names are those of `decoding.Decoded`.

    Attributes:
        states: The output sequence of the encoder, (time read, units).
        hidden: The output sequence of the decoder for each step from the state before it, (time said, units).
        weights: What `Attention` returns as attention scores, (time said, time read).
        context: The output of `Attention`, (time said, units).
        probabilities: The output of the Dense layer, (time said, marks).
    """

    states: np.ndarray
    hidden: np.ndarray
    weights: np.ndarray
    context: np.ndarray
    probabilities: np.ndarray
