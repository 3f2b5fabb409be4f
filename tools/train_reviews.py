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
    everyday,
    held_out_reviews,
    sayings,
    split,
    training_reviews,
    vocabulary,
)
from lstm_viz.engine.models import ASSETS
from lstm_viz.judging import judge_yes
from lstm_viz.lessons.text.encode import FIRST_WORD, UNKNOWN, ids_of, padded, word_counts
from lstm_viz.lessons.text.in_keras import arrays_of, build, build_bag
from lstm_viz.lessons.text.model import STORY

SEED = 1
FEATURES, UNITS = 8, 8
LENGTH = 36
BATCH = 64
EPOCHS, BAG_EPOCHS = 16, 30
LEARNING_RATE, BAG_LEARNING_RATE = 0.01, 0.02
CHATTER, UNDECIDED = 6000, 12  # how many, and how often each
SAID, SAID_UNKNOWN = 5, 0.2
TURNING_WORDS = {
    "en": ("not", "never", "no", "nothing", "nobody", "but", "yet", "without", "although"),
    "ko": ("않", "안", "못", "없", "아니", "-지", "-지만", "말", "마"),
}
"""The words that turn others round: they are never made unknown."""
UNKNOWN_WORDS = {"en": "qwzx", "ko": "쿠쿠하"}
MADE_UNKNOWN = 0.1  # of the words that say nothing: so a model learns to read on over a word that it does not know


def numbers(language: str, sentences: list[list[str]]) -> np.ndarray:
    """Words as numbers, (sentences, LENGTH), padded at the end."""
    return padded([ids_of(words[:LENGTH], vocabulary(language)) for words in sentences], LENGTH)


def words_of(language: str, reviews: Sequence[Review]) -> list[list[str]]:
    """The words of each review."""
    return [split(language, review.text) for review in reviews]


def positive(reviews: Sequence[Review]) -> np.ndarray:
    """1 where a review is positive, (reviews, 1)."""
    return np.array([[review.positive] for review in reviews], "float32")


def beginnings(language: str, reviews: Sequence[Review]) -> list[list[str]]:
    """What reviews begin with before the first word that is good or bad: whatever follows, it says nothing yet."""
    grammar = GRAMMARS[language]
    listed = {word for pair in grammar.words.values() for words in pair for word in words}
    telling = listed | {split(language, word)[0] for word in listed}
    found = set[tuple[str, ...]]()
    for words in words_of(language, reviews):
        first = next(at for at, word in enumerate(words) if word in telling)
        found |= {tuple(words[:length]) for length in range(1, first + 1)}
    return [list(words) for words in sorted(found)]


def undecided(language: str) -> list[list[str]]:
    """Reviews that say nothing good or bad: with a word such as "average", or one that the model does not know."""
    grammar = GRAMMARS[language]
    texts = grammar.undecided_texts((*grammar.undecided, *[UNKNOWN_WORDS[language]] * 10))
    return [split(language, text) for text in texts]


def chatter(language: str) -> list[list[str]]:
    """Words in no order that say nothing good or bad together, some of them unknown to the model."""
    draw = np.random.default_rng(SEED)
    words = (*GRAMMARS[language].neutral, *[UNKNOWN_WORDS[language]] * 60)
    texts = (" ".join(draw.choice(words, draw.integers(1, 9))) for _ in range(CHATTER))
    return [split(language, text) for text in texts]


def with_unknown(language: str, ids: np.ndarray) -> np.ndarray:
    """One in ten of the words that say nothing of a film's worth is made UNKNOWN."""
    silent = ids_of(sorted(GRAMMARS[language].silent_words(lambda text: split(language, text))), vocabulary(language))
    return _made_unknown(ids, np.isin(ids, silent), MADE_UNKNOWN)


def _made_unknown(ids: np.ndarray, which: np.ndarray, share: float) -> np.ndarray:
    chosen = np.random.default_rng(SEED).random(ids.shape) < share
    return np.where(which & chosen, UNKNOWN, ids)


def said(language: str) -> tuple[np.ndarray, np.ndarray]:
    """The sayings SAID times, in all but the first with one in five words made UNKNOWN; and their targets."""
    reviews = sayings(language)
    ids = numbers(language, [split(language, text) for _, text in reviews])
    repeated = np.concatenate([ids] * (SAID - 1))
    turned = ids_of(TURNING_WORDS[language], vocabulary(language))
    changed = _made_unknown(repeated, (repeated > UNKNOWN) & ~np.isin(repeated, turned), SAID_UNKNOWN)
    targets = [[0.5 if positive is None else float(positive)] for positive, _ in reviews]
    return np.concatenate([ids, changed]), np.array(targets * SAID, "float32")


def trained(language: str) -> tuple[keras.Sequential, keras.Sequential]:
    """Both models of a language."""
    size, reviews = FIRST_WORD + len(vocabulary(language)), training_reviews(language)
    neither = beginnings(language, reviews) + undecided(language) * UNDECIDED + chatter(language)
    said_ids, of_said = said(language)
    ids = np.concatenate([with_unknown(language, numbers(language, words_of(language, reviews) + neither)), said_ids])
    targets = np.concatenate([positive(reviews), np.full((len(neither), 1), 0.5, "float32"), of_said])
    model, bag = build(size, FEATURES, UNITS, seed=SEED), build_bag(size)
    fit(model, ids, targets, EPOCHS, LEARNING_RATE)
    fit(bag, word_counts(ids, size), targets, BAG_EPOCHS, BAG_LEARNING_RATE)
    return model, bag


def fit(model: keras.Sequential, inputs: np.ndarray, targets: np.ndarray, epochs: int, rate: float) -> None:
    """Trains by Adam, whose rate falls to 0 along a cosine, in an order drawn from SEED."""
    draw = np.random.default_rng(SEED)
    decay = keras.optimizers.schedules.CosineDecay(rate, epochs * -(-len(inputs) // BATCH))
    model.compile(keras.optimizers.Adam(decay), "binary_crossentropy")
    for _ in range(epochs):
        order = draw.permutation(len(inputs))
        model.fit(inputs[order], targets[order], batch_size=BATCH, shuffle=False, verbose=0)


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


def on_everyday(language: str, model: keras.Sequential, bag: keras.Sequential) -> dict[str, int]:
    """Of the everyday reviews of the test that are positive or negative: how many each model gets right."""
    reviews = [(label, split(language, text)) for label, text in everyday(language) if label is not None]
    ids = numbers(language, [words for _, words in reviews])
    answers = {
        "lstm": model.predict(ids, verbose=0)[:, 0],
        "bag": bag.predict(word_counts(ids, model.layers[0].input_dim), verbose=0)[:, 0],
    }
    right = {
        name: sum(judge_yes(float(p), label) is True for p, (label, _) in zip(each, reviews, strict=True))
        for name, each in answers.items()
    }
    return {"reviews": len(reviews), "no_known_word": int((ids <= UNKNOWN).all(axis=1).sum()), **right}


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
            "sayings": len(sayings(language)),
            "weights": {"lstm": model.count_params(), "bag": bag.count_params()},
            "held_out": held_out(language, model, bag),
            "everyday": on_everyday(language, model, bag),
        }
        print(f"{language}, {time.monotonic() - started:.0f} s: {stories[language]}", flush=True)
    (folder / STORY.name).write_text(json.dumps(how, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
