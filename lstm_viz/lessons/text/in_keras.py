"""The Keras models of the page Text."""

import keras
import numpy as np

from lstm_viz.engine.keras.from_weights import layer_of
from lstm_viz.lessons.text.encode import word_counts
from lstm_viz.lessons.text.model import ReviewModel, review_model
from lstm_viz.lessons.text.results import KerasReading

Arrays = dict[str, np.ndarray]


def build(size: int, features: int, units: int, *, mask_zero: bool = True, seed: int = 0) -> keras.Sequential:
    """A sentiment model: it reads word numbers and returns the probability that the review is positive.

    Args:
        size: The number of different word numbers.
        features: The number of features of each word vector.
        units: The number of units of the LSTM.
        mask_zero: Whether steps with the number 0 are masked.
        seed: The seed of the initialisers.
    """
    initializers = keras.initializers
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(size, features, initializers.RandomUniform(seed=seed), mask_zero=mask_zero),
            keras.layers.LSTM(
                units,
                kernel_initializer=initializers.GlorotUniform(seed + 1),
                recurrent_initializer=initializers.Orthogonal(seed=seed + 2),
            ),
            keras.layers.Dense(1, activation="sigmoid", kernel_initializer=initializers.GlorotUniform(seed + 3)),
        ]
    )


def build_bag(size: int) -> keras.Sequential:
    """Logistic regression on word counts. Its weights start from zeros, so it needs no seed."""
    return keras.Sequential([keras.Input((size,)), keras.layers.Dense(1, "sigmoid", kernel_initializer="zeros")])


def arrays_of(model: keras.Sequential, bag: keras.Sequential) -> Arrays:
    """The weights of both models, under their names in the assets."""
    names = ("embedding", "kernel", "recurrent_kernel", "bias", "head_kernel", "head_bias", "bag_kernel", "bag_bias")
    return dict(zip(names, [*model.get_weights(), *bag.get_weights()], strict=True))


def models_of(trained: ReviewModel, *, mask_zero: bool = True) -> tuple[keras.Sequential, keras.Sequential]:
    """Both models with trained weights."""
    lstm = trained.weights
    model = build(trained.size, lstm.features, lstm.units, mask_zero=mask_zero)
    bag = build_bag(trained.size)
    heads = trained.head_kernel, trained.head_bias
    model.set_weights([trained.embedding, lstm.kernel, lstm.recurrent_kernel, lstm.bias, *heads])
    bag.set_weights([trained.bag_kernel, trained.bag_bias])
    return model, bag


def read_by_keras(language: str, ids: np.ndarray, mask_zero: bool) -> KerasReading:
    """The results of both models of a language for word numbers of shape (samples, time)."""
    trained = review_model(language)
    model, bag = models_of(trained, mask_zero=mask_zero)
    embedding, _, dense = model.layers
    embedded = embedding(ids)
    mask = embedding.compute_mask(ids)
    every = layer_of(trained.weights, return_sequences=True, return_state=True)
    hidden, last_hidden, last_cell = every(embedded, mask=mask)
    return KerasReading(
        ids=ids,
        mask=None if mask is None else np.asarray(mask),
        hidden=np.asarray(hidden),
        last_hidden=np.asarray(last_hidden),
        last_cell=np.asarray(last_cell),
        sentiments=np.asarray(dense(hidden))[..., 0],
        answer=np.asarray(model(ids))[:, 0],
        bag=np.asarray(bag(word_counts(ids, trained.size)))[:, 0],
    )
