"""Trains the models of the page Text: python -m tools.train_reviews [folder].

Writes reviews_en.npz and reviews_ko.npz, the weights of the LSTM and of the bag of words beside it with their
vocabulary, and reviews.json: how they came about, and how many held-out reviews of each kind both get right. All
randomness comes from SEED. Run again on the same versions it gives the same weights.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.data.reviews import (
    GRAMMARS,
    KINDS,
    LANGUAGES,
    MAX_WORDS,
    Review,
    held_out_reviews,
    split,
    training_reviews,
    vocabulary,
)
from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.text.encode import FIRST_WORD, UNKNOWN, ids_of, padded, word_counts
from lstm_viz.lessons.text.in_keras import arrays_of, build, build_bag
from lstm_viz.lessons.text.model import STORY

SEED = 1
FEATURES, UNITS = 8, 8
LENGTH = 24
BATCH = 32
EPOCHS, BAG_EPOCHS = 25, 60
LEARNING_RATE, BAG_LEARNING_RATE = 0.01, 0.02
MADE_UNKNOWN = 0.1  # of the words that say nothing: so a model learns to read on over a word that it does not know


def numbers(language: str, sentences: list[list[str]]) -> np.ndarray:
    """Words as numbers, (sentences, LENGTH), padded at the end."""
    return padded([ids_of(words, vocabulary(language)) for words in sentences], LENGTH)


def words_of(language: str, reviews: Sequence[Review]) -> list[list[str]]:
    """The words of each review."""
    return [split(language, review.text) for review in reviews]


def positive(reviews: Sequence[Review]) -> np.ndarray:
    """1 where a review is positive, (reviews, 1)."""
    return np.array([[review.positive] for review in reviews], "float32")


def beginnings(language: str, reviews: Sequence[Review]) -> list[list[str]]:
    """What reviews begin with before the first word that is good or bad: whatever follows, it says nothing yet."""
    telling = {word for pair in GRAMMARS[language].words.values() for words in pair for word in words}
    found = set[tuple[str, ...]]()
    for words in words_of(language, reviews):
        first = next(at for at, word in enumerate(words) if word in telling)
        found |= {tuple(words[:length]) for length in range(1, first + 1)}
    return [list(words) for words in sorted(found)]


def with_unknown(language: str, ids: np.ndarray) -> np.ndarray:
    """One in ten of the words that say nothing of a film's worth is made UNKNOWN."""
    silent = ids_of(sorted(GRAMMARS[language].silent_words(lambda text: split(language, text))), vocabulary(language))
    chosen = np.random.default_rng(SEED).random(ids.shape) < MADE_UNKNOWN
    return np.where(np.isin(ids, silent) & chosen, UNKNOWN, ids)


def trained(language: str) -> tuple[keras.Sequential, keras.Sequential]:
    """Both models of a language."""
    size, reviews = FIRST_WORD + len(vocabulary(language)), training_reviews(language)
    undecided = beginnings(language, reviews)
    ids = with_unknown(language, numbers(language, words_of(language, reviews) + undecided))
    targets = np.concatenate([positive(reviews), np.full((len(undecided), 1), 0.5, "float32")])
    model, bag = build(size, FEATURES, UNITS, seed=SEED), build_bag(size)
    fit(model, ids, targets, EPOCHS, LEARNING_RATE)
    fit(bag, word_counts(ids, size), targets, BAG_EPOCHS, BAG_LEARNING_RATE)
    return model, bag


def fit(model: keras.Sequential, inputs: np.ndarray, targets: np.ndarray, epochs: int, rate: float) -> None:
    """Trains by Adam, whose rate falls to 0 along a cosine, in an order drawn from SEED."""
    draw = np.random.default_rng(SEED)
    order = np.concatenate([draw.permutation(len(inputs)) for _ in range(epochs)])
    decay = keras.optimizers.schedules.CosineDecay(rate, -(-len(order) // BATCH))
    model.compile(keras.optimizers.Adam(decay), "binary_crossentropy")
    model.fit(inputs[order], targets[order], batch_size=BATCH, epochs=1, shuffle=False, verbose=0)


def held_out(language: str, model: keras.Sequential, bag: keras.Sequential) -> dict[str, dict[str, int]]:
    """Of each kind: how many reviews there are, and how many each model gets right."""
    reviews = held_out_reviews(language)
    ids, wanted = numbers(language, words_of(language, reviews)), positive(reviews)
    counts = word_counts(ids, model.layers[0].input_dim)
    right = {
        "lstm": (model.predict(ids, verbose=0) > 0.5) == wanted,
        "bag": (bag.predict(counts, verbose=0) > 0.5) == wanted,
    }
    of_kind = {kind: np.array([review.kind == kind for review in reviews]) for kind in KINDS}
    return {
        kind: {"reviews": int(those.sum()), **{name: int(each[those].sum()) for name, each in right.items()}}
        for kind, those in of_kind.items()
    }


def main(folder: Path) -> None:
    """Trains both languages and writes what came of it."""
    stories: dict[str, dict] = {}
    how = {"seed": SEED, "batch_size": BATCH, "optimizer": "adam, cosine decay", "length": LENGTH}
    how |= {"lstm": {"features": FEATURES, "units": UNITS, "epochs": EPOCHS, "learning_rate": LEARNING_RATE}}
    how |= {"bag": {"epochs": BAG_EPOCHS, "learning_rate": BAG_LEARNING_RATE}, "made_unknown": MADE_UNKNOWN}
    how |= {"script": "tools/train_reviews.py", "longest_sentence": MAX_WORDS}
    how |= {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__, "languages": stories}
    for language in LANGUAGES:
        started = time.monotonic()
        model, bag = trained(language)
        path = folder / f"reviews_{language}.npz"
        np.savez_compressed(path, allow_pickle=False, words=np.array(vocabulary(language)), **arrays_of(model, bag))
        stories[language] = {
            "words": len(vocabulary(language)),
            "training_reviews": len(training_reviews(language)),
            "weights": {"lstm": model.count_params(), "bag": bag.count_params()},
            "held_out": held_out(language, model, bag),
        }
        print(f"{language}, {time.monotonic() - started:.0f} s: {stories[language]}", flush=True)
    (folder / STORY.name).write_text(json.dumps(how, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
