"""The results of real Keras layers for sentences."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class KerasReading:
    """Sentences as the Keras models read them.

    Attributes:
        ids: The word numbers, shape (samples, time).
        mask: The mask of the Embedding layer, shape (samples, time), False for a masked step; None without a mask.
        hidden: The hidden state of the LSTM at each step, shape (samples, time, units).
        last_hidden: The last hidden state of the LSTM, shape (samples, units).
        last_cell: The last cell state of the LSTM, shape (samples, units).
        sentiments: The output of the Dense layer for each hidden state, shape (samples, time).
        answer: The output of the model, shape (samples,).
        bag: The output of the bag of words, shape (samples,).
    """

    ids: np.ndarray
    mask: np.ndarray | None
    hidden: np.ndarray
    last_hidden: np.ndarray
    last_cell: np.ndarray
    sentiments: np.ndarray
    answer: np.ndarray
    bag: np.ndarray
