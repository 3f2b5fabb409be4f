"""Trains the text generator of the page Patterns: python -m tools.train_generator [folder].

Writes generator.npz, the weights, and generator.json: how they came about, and how many of the sentences that the model
generates are ones of its grammar. All randomness comes from SEED. Run again on the same versions it gives the same
weights.
"""

import json
import sys
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.patterns.catalogue import GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.generator.sampling import choose
from lstm_viz.lessons.patterns.generator.sentences import GRAMMARS, every_sentence, finished, text, vocabulary
from lstm_viz.lessons.patterns.generator.trained import STORY, WEIGHTS
from lstm_viz.lessons.patterns.in_keras import build
from tools.train_patterns import adam, seeded

SEED = 1
BATCH = 64
LENGTH = 32  # words that are read at once; the page's longest text has fewer
UPDATES = 4000
LEARNING_RATE = 0.01
TEMPERATURES = (0.5, 1.0, 2.0, 3.0)
TEXTS = 100  # of each language, generated to count right sentences


def ids_of(words: tuple[str, ...]) -> list[int]:
    """The ids of words."""
    return [vocabulary().index(word) for word in words]


def texts(count: int, length: int, draw: np.random.Generator) -> np.ndarray:
    """Texts of both languages in turn, as ids, (count, length)."""
    languages = [tuple(GRAMMARS)[number % len(GRAMMARS)] for number in range(count)]
    return np.array([ids_of(text(language, length, draw)) for language in languages], "int32")


def fitted() -> keras.Model:
    """The model, trained to say at each step which word comes next."""
    model = build(PATTERNS[GENERATOR])
    seeded(model, SEED)
    table = model.layers[0].embeddings
    table.assign(keras.initializers.RandomUniform(seed=SEED)(table.shape))
    model.compile(adam(UPDATES, LEARNING_RATE, clipnorm=1.0), "sparse_categorical_crossentropy")
    read = texts(UPDATES * BATCH, LENGTH + 1, np.random.default_rng(SEED))
    model.fit(read[:, :-1], read[:, 1:], batch_size=BATCH, epochs=1, shuffle=False, verbose=0)
    return model


def grammatical(model: keras.Model, temperature: float) -> dict[str, float]:
    """How many of the sentences that a model generates are ones of the grammar."""
    draw = np.random.default_rng(SEED)
    read = texts(2 * TEXTS, 1, draw)
    for _ in range(LENGTH - 1):
        probabilities = np.asarray(model(read))[:, -1]
        following = [choose(each, temperature, draw) for each in probabilities]
        read = np.concatenate([read, np.array(following, "int32")[:, None]], axis=1)
    made = [each for row in read for each in finished(tuple(vocabulary()[word] for word in row))]
    right = sum(each in every_sentence() for each in made)
    return {"temperature": temperature, "sentences": len(made), "right": right / len(made)}


def main(folder: Path) -> None:
    """Trains the model and writes what came of it."""
    model = fitted()
    read = texts(2 * TEXTS, LENGTH + 1, np.random.default_rng(SEED + 1))
    how = {"seed": SEED, "batch_size": BATCH, "learning_rate": LEARNING_RATE, "optimizer": "adam, cosine decay"}
    how |= {"script": "tools/train_generator.py", "updates": UPDATES, "weights": model.count_params()}
    how |= {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__}
    how |= {"loss": float(model.evaluate(read[:, :-1], read[:, 1:], verbose=0))}
    how |= {"grammatical": [grammatical(model, temperature) for temperature in TEMPERATURES]}
    print(how)
    weights = {f"{GENERATOR}_{number}": array for number, array in enumerate(model.get_weights())}
    np.savez(folder / WEIGHTS.name, allow_pickle=False, **weights)
    (folder / STORY.name).write_text(json.dumps(how, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
