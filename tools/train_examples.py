"""Makes the models that the page Your model comes with: python -m tools.train_examples [folder].

example_reviews.h5 is a file as Keras 2.1 wrote it, whose gates have the hard_sigmoid of that time, with its vocabulary
example_reviews.json. example_prices.keras forecasts nearly a random walk, so all it can learn is the last price. Its
series, of which it has seen the first TRAINED values, is example_prices.csv.
example_sums.keras reads forwards and backwards. All randomness comes from SEED.
"""

import io
import json
import sys
from pathlib import Path

import h5py  # type: ignore[import-untyped]
import keras
import numpy as np
from keras import layers

from lstm_viz.data.reviews import training_reviews, vocabulary
from lstm_viz.engine.keras.activations import activation
from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.text.encode import FIRST_WORD
from tools.train_reviews import numbers, positive, words_of

SEED = 1
LENGTH = 24
LOOK_BACK, TRAINED = 20, 700
PULL = 0.98  # nearly a random walk, which does not leave the range that was seen in training
STEPS, LIMIT = 10, 2.5


def _seeded(number: int) -> dict[str, keras.initializers.Initializer]:
    """Initialisers of a recurrent layer. Other layers take the first of them."""
    return {
        "kernel_initializer": keras.initializers.GlorotUniform(seed=10 * SEED + number),
        "recurrent_initializer": keras.initializers.Orthogonal(seed=10 * SEED + number + 1),
    }


def _fit(
    model: keras.Model, inputs: np.ndarray, targets: np.ndarray, *, epochs: int, loss: str, rate: float = 0.01
) -> None:
    """Trains by Adam, in an order drawn from SEED."""
    draw = np.random.default_rng(SEED)
    order = np.concatenate([draw.permutation(len(inputs)) for _ in range(epochs)])
    model.compile(keras.optimizers.Adam(rate), loss)
    model.fit(inputs[order], targets[order], batch_size=32, epochs=1, shuffle=False, verbose=0)


def reviews(folder: Path) -> None:
    """A sentiment model of one LSTM, written as Keras 2.1.6 wrote it, and its vocabulary."""
    words, texts = vocabulary("en"), training_reviews("en")
    rows, old = FIRST_WORD + len(words), activation("hard_sigmoid_keras2")
    model = keras.Sequential(
        [
            keras.Input((LENGTH,)),
            layers.Embedding(
                rows, 8, mask_zero=True, embeddings_initializer=keras.initializers.RandomUniform(seed=SEED)
            ),
            layers.LSTM(8, recurrent_activation=old, **_seeded(2)),
            layers.Dense(1, activation="sigmoid", kernel_initializer=_seeded(4)["kernel_initializer"]),
        ]
    )
    _fit(model, numbers("en", words_of("en", texts)), positive(texts), epochs=12, loss="binary_crossentropy")
    embedding, lstm, dense = (layer.get_weights() for layer in model.layers)
    config = [
        _layer(
            "Embedding",
            "embedding_1",
            batch_input_shape=[None, LENGTH],
            input_dim=rows,
            output_dim=8,
            input_length=LENGTH,
            mask_zero=True,
        ),
        _layer("LSTM", "lstm_1", units=8, activation="tanh", recurrent_activation="hard_sigmoid", use_bias=True),
        _layer("Dense", "dense_1", units=1, activation="sigmoid", use_bias=True),
    ]
    weights = {
        "embedding_1": {"embeddings": embedding[0]},
        "lstm_1": dict(zip(("kernel", "recurrent_kernel", "bias"), lstm, strict=True)),
        "dense_1": dict(zip(("kernel", "bias"), dense, strict=True)),
    }
    (folder / "example_reviews.h5").write_bytes(_hdf5(config, weights))
    index = {word: FIRST_WORD + place for place, word in enumerate(words)}
    (folder / "example_reviews.json").write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")


def _layer(class_name: str, name: str, **config: object) -> dict[str, object]:
    return {"class_name": class_name, "config": {"name": name, "trainable": True, "dtype": "float32", **config}}


def _hdf5(config: list[dict[str, object]], weights: dict[str, dict[str, np.ndarray]]) -> bytes:
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        file.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": config}).encode()
        group = file.create_group("model_weights")
        for place in (file, group):
            place.attrs["keras_version"], place.attrs["backend"] = b"2.1.6", b"tensorflow"
        group.attrs["layer_names"] = [name.encode() for name in weights]
        for name, arrays in weights.items():
            layer = group.create_group(name)
            layer.attrs["weight_names"] = [f"{name}/{part}:0".encode() for part in arrays]
            for part, array in arrays.items():
                layer.create_dataset(f"{name}/{part}:0", data=array)
    return content.getvalue()


def prices(folder: Path) -> keras.Model:
    """Two LSTMs that forecast the next of LOOK_BACK scaled prices, whose end they have not seen."""
    walk = np.zeros(1000)
    for time, shock in enumerate(np.random.default_rng(SEED).normal(size=999), start=1):
        walk[time] = PULL * walk[time - 1] + shock
    scaled = ((walk - walk[:TRAINED].min()) / np.ptp(walk[:TRAINED])).astype("float32")
    (folder / "example_prices.csv").write_text("\n".join(["price", *(f"{value:.4f}" for value in scaled[TRAINED:])]))
    windows = np.lib.stride_tricks.sliding_window_view(scaled[:TRAINED], LOOK_BACK + 1)
    model = keras.Sequential(
        [
            keras.Input((LOOK_BACK, 1), name="prices"),
            layers.LSTM(24, return_sequences=True, name="lstm_long", **_seeded(1)),
            layers.Dropout(0.2, seed=SEED, name="dropout"),
            layers.LSTM(12, name="lstm_short", **_seeded(3)),
            layers.Dense(1, name="next_price", kernel_initializer=_seeded(5)["kernel_initializer"]),
        ],
        name="prices",
    )
    _fit(model, windows[:, :-1, None], windows[:, -1:], epochs=40, loss="mse", rate=0.003)
    return model


def sums() -> keras.Model:
    """A Bidirectional that says at each step whether the numbers so far have come to more than LIMIT."""
    numbers_read = np.random.default_rng(SEED).random((2000, STEPS, 1)).astype("float32")
    above = (np.cumsum(numbers_read, axis=1) > LIMIT).astype("float32")
    model = keras.Sequential(
        [
            keras.Input((None, 1), name="numbers"),
            layers.Bidirectional(
                layers.LSTM(10, return_sequences=True, **_seeded(1)),
                backward_layer=layers.LSTM(10, return_sequences=True, go_backwards=True, **_seeded(3)),
                name="both_directions",
            ),
            layers.TimeDistributed(
                layers.Dense(1, activation="sigmoid", kernel_initializer=_seeded(5)["kernel_initializer"]),
                name="is_above",
            ),
        ],
        name="sums",
    )
    _fit(model, numbers_read, above, epochs=15, loss="binary_crossentropy")
    return model


def main(folder: Path) -> None:
    """Trains the three models and writes their files."""
    reviews(folder)
    prices(folder).save(folder / "example_prices.keras")
    sums().save(folder / "example_sums.keras")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
