"""The Keras script that trains on the IMDB reviews as the page does.

This module writes Keras code; it does not import Keras.
"""

from lstm_viz.keras_code import INITIALIZERS, LAYERS
from lstm_viz.lessons.text.imdb.corpus import VOCABULARY
from lstm_viz.lessons.text.imdb.settings import BATCH, EMBEDDING_RANGE, FEATURES, HELD_OUT, ImdbSettings

SCRIPT = """\
import keras
import numpy as np

reviews, length, units, learning_rate, epochs, seed = {reviews}, {length}, {units}, {rate}, {epochs}, {seed}

# The first time, Keras downloads 17.5 MB.
(x_train, y_train), (x_test, y_test) = keras.datasets.imdb.load_data(num_words={vocabulary})
x_train, y_train = keras.utils.pad_sequences(x_train[:reviews], maxlen=length), y_train[:reviews]
x_test, y_test = keras.utils.pad_sequences(x_test[:{held_out}], maxlen=length), y_test[:{held_out}]

# Keras's own initialisers, drawn by numpy: so the seed gives the same weights everywhere.
draw = np.random.default_rng(seed)


{initializers}

model = keras.Sequential(
    [
        keras.Input((length,), dtype="int32"),
        keras.layers.Embedding({vocabulary}, {features}, mask_zero=True),
        keras.layers.{layer}(units),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.set_weights(
    [
        np.random.default_rng([seed, {vocabulary}]).uniform(-{span}, {span}, ({vocabulary}, {features})),
        glorot_uniform({features}, {gates} * units),
        orthogonal(units, {gates} * units),
        {bias}
        glorot_uniform(units, 1),
        np.zeros(1),
    ]
)
model.compile(keras.optimizers.Adam(learning_rate), "binary_crossentropy", metrics=["accuracy"])

for epoch in range(epochs):
    order = np.random.default_rng([seed, epoch]).permutation(reviews)
    model.fit(x_train[order], y_train[order], batch_size={batch}, shuffle=False, verbose=0)
    loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
    print(f"after epoch {{epoch + 1}}: {{accuracy:.4f}} of the held-out reviews right, loss {{loss:.4f}} nats")
"""
BIASES = {
    "lstm": "np.repeat([0, 1, 0, 0], units),  # input, forget, candidate, output: memories are kept at first",
    "gru": "np.zeros((2, 3 * units)),",
}


def imdb_code(settings: ImdbSettings, epochs: int) -> str:
    """A script that needs only keras and numpy, and an internet connection the first time.

    Args:
        settings: The network and how it is trained.
        epochs: The number of epochs to train.

    Returns:
        Python source that prints the accuracy and the loss on the held-out reviews after each epoch.
    """
    return SCRIPT.format(
        initializers=INITIALIZERS,
        reviews=settings.reviews,
        length=settings.length,
        units=settings.units,
        rate=settings.rate,
        epochs=epochs,
        seed=settings.seed,
        vocabulary=f"{VOCABULARY:_}",
        held_out=HELD_OUT,
        features=FEATURES,
        layer=LAYERS[settings.kind],
        gates={"lstm": 4, "gru": 3}[settings.kind],
        bias=BIASES[settings.kind],
        span=EMBEDDING_RANGE,
        batch=BATCH,
    )
