"""The network that reads a review, made of real Keras layers, and its compiled update."""

from collections.abc import Sequence
from functools import lru_cache

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.lessons.text.imdb.corpus import VOCABULARY
from lstm_viz.lessons.text.imdb.settings import BATCH, FEATURES, ImdbState

RECURRENT = {"lstm": keras.layers.LSTM, "gru": keras.layers.GRU}
MOST_COMPILED = 4


@lru_cache(maxsize=MOST_COMPILED)
def model_for(kind: str, units: int, length: int) -> "ImdbModel":
    """The model of this size, compiled once for all trainings. Assign its variables before each use."""
    return ImdbModel(kind, units, length)


class ImdbModel:
    """Keras layers with Adam, for one thread at a time.

    Args:
        kind: The recurrent layer, "lstm" or "gru".
        units: The number of units of the recurrent layer.
        length: The number of ids in a padded review.
    """

    def __init__(self, kind: str, units: int, length: int):
        self._model = keras.Sequential(
            [
                keras.Input((length,), dtype="int32"),
                keras.layers.Embedding(VOCABULARY, FEATURES, mask_zero=True),
                RECURRENT[kind](units),
                keras.layers.Dense(1, activation="sigmoid"),
            ]
        )
        self._weights = self._model.trainable_variables
        self._optimizer = keras.optimizers.Adam()
        self._optimizer.build(self._weights)
        self._iteration, self._rate, *self._slots = self._optimizer.variables
        ids, labels = tf.TensorSpec((None, length), tf.int32), tf.TensorSpec((None,), tf.float32)
        self._update = tf.function(self._learn, input_signature=[ids, labels], autograph=False)
        self._chances = tf.function(self._read, input_signature=[ids], autograph=False)

    def assign(self, state: ImdbState, rate: float) -> None:
        """Sets the weights and the state of Adam."""
        self.assign_weights(state.weights)
        for slot, value in zip(self._slots, state.optimizer, strict=True):
            slot.assign(value)
        self._iteration.assign(state.update)
        self._rate.assign(rate)

    def assign_weights(self, weights: Sequence[np.ndarray]) -> None:
        """Sets only the weights."""
        for variable, value in zip(self._weights, weights, strict=True):
            variable.assign(value)

    def read(self) -> tuple[tuple[np.ndarray, ...], tuple[np.ndarray, ...]]:
        """The weights and the arrays of Adam, in the order of `ImdbState`."""
        return tuple(map(_array, self._weights)), tuple(map(_array, self._slots))

    def update(self, ids: np.ndarray, labels: np.ndarray) -> float:
        """Makes one update with Adam. Returns the mean cross-entropy of the batch before the update, in nats.

        Args:
            ids: The padded reviews, shape (reviews, length), int32.
            labels: The labels, shape (reviews,), float32: 1 for a positive review.
        """
        return float(self._update(ids, labels))

    def chances(self, ids: np.ndarray) -> np.ndarray:
        """The probability that each review is positive: ids (reviews, length) → (reviews,)."""
        parts = [self._chances(ids[begin : begin + 4 * BATCH]).numpy() for begin in range(0, len(ids), 4 * BATCH)]
        return np.concatenate(parts)

    def evaluate(self, ids: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
        """The mean cross-entropy in nats and the accuracy, for any number of reviews."""
        chances = self.chances(ids)
        loss = keras.losses.binary_crossentropy(labels[None], chances[None])
        return float(loss[0]), float(((chances > 0.5) == (labels > 0.5)).mean())

    def _learn(self, ids, labels):
        with tf.GradientTape() as tape:
            chances = self._model(ids, training=True)[:, 0]
            loss = keras.losses.binary_crossentropy(labels[None], chances[None])[0]
        self._optimizer.apply(tape.gradient(loss, self._weights), self._weights)
        return loss

    def _read(self, ids):
        return self._model(ids, training=False)[:, 0]


def _array(variable) -> np.ndarray:
    return np.asarray(variable.value)
