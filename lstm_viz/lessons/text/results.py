"""What real Keras layers gave for sentences."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class KerasReading:
    """Sentences read by the Keras models.

    Attributes:
        ids: Numbers of words, (samples, time).
        mask: What the Embedding layer hands on, (samples, time), False where a step is skipped; None without one.
        hidden: The LSTM's hidden state at each step, (samples, time, units).
        last_hidden: What it hands on, (samples, units).
        last_cell: Its memory in the end, (samples, units).
        sentiments: The Dense layer on each hidden state, (samples, time).
        answer: What the model gives, (samples,).
        bag: What the bag of words gives, (samples,).
    """

    ids: np.ndarray
    mask: np.ndarray | None
    hidden: np.ndarray
    last_hidden: np.ndarray
    last_cell: np.ndarray
    sentiments: np.ndarray
    answer: np.ndarray
    bag: np.ndarray
