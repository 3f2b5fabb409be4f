"""Trains the models of the memory pair that the app ships: python -m tools.train_memory_pair [folder].

Writes memory_pair_8.npz and memory_pair_20.npz with a JSON file beside each that says how it came about. Run again on
the same versions it gives the same weights; tests/test_assets.py does that.
"""

import json
import sys
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.data import MEMORY_PAIR, one_hot
from lstm_viz.engine.models import ASSETS, TRAINED_UNITS

SYMBOLS = 5
SEED = 3
LEARNING_RATE = 0.02
EPOCHS = 200


def build(units: int) -> keras.Model:
    """Predicts the next symbol after each of 4 steps; all randomness comes from SEED."""
    seeds = [SEED, SEED + 1, SEED + 2]
    return keras.Sequential(
        [
            keras.Input((4, SYMBOLS)),
            keras.layers.LSTM(
                units,
                return_sequences=True,
                kernel_initializer=keras.initializers.GlorotUniform(seeds[0]),
                recurrent_initializer=keras.initializers.Orthogonal(seed=seeds[1]),
            ),
            keras.layers.Dense(
                SYMBOLS, activation="softmax", kernel_initializer=keras.initializers.GlorotUniform(seeds[2])
            ),
        ]
    )


def train(units: int) -> tuple[keras.Model, dict]:
    """Trains on both sequences at once and says how it went."""
    sequences = np.array(MEMORY_PAIR)
    inputs, targets = one_hot(sequences[:, :-1], SYMBOLS), sequences[:, 1:]
    model = build(units)
    model.compile(keras.optimizers.Adam(LEARNING_RATE), "sparse_categorical_crossentropy", metrics=["accuracy"])
    # All epochs as one long one: the same updates, without what Keras does between epochs.
    again = (np.tile(inputs, (EPOCHS, 1, 1)), np.tile(targets, (EPOCHS, 1)))
    model.fit(*again, batch_size=len(sequences), shuffle=False, verbose=0)
    loss, accuracy = model.evaluate(inputs, targets, verbose=0)
    how = {"units": units, "seed": SEED, "epochs": EPOCHS, "optimizer": "adam", "learning_rate": LEARNING_RATE}
    how |= {"loss": round(loss, 6), "accuracy": accuracy, "sequences": MEMORY_PAIR}
    how |= {"script": "tools/train_memory_pair.py"}
    how |= {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__}
    return model, how


def recorded(model: keras.Model) -> dict[str, np.ndarray]:
    """What Keras gives for the pair, to hold the app's own engine against."""
    inputs = one_hot(np.array(MEMORY_PAIR)[:, :-1], SYMBOLS)
    layer = model.layers[0]
    twin = keras.layers.LSTM(layer.units, return_sequences=True, return_state=True)
    twin.build(inputs.shape)
    twin.set_weights(layer.get_weights())
    hidden, _, cell = twin(inputs)
    arrays = {"keras_hidden": hidden, "keras_cell": cell, "keras_probabilities": model(inputs)}
    return {name: np.asarray(array) for name, array in arrays.items()}


def main(folder: Path) -> None:
    """Writes every model's weights and their story."""
    for units in TRAINED_UNITS:
        model, how = train(units)
        names = ("kernel", "recurrent_kernel", "bias", "head_kernel", "head_bias")
        arrays = dict(zip(names, model.get_weights(), strict=True)) | recorded(model)
        np.savez(folder / f"memory_pair_{units}.npz", **arrays)
        (folder / f"memory_pair_{units}.json").write_text(json.dumps(how, indent=2) + "\n")
        print(f"{units} units: loss {how['loss']}, accuracy {how['accuracy']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
