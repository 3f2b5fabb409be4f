"""The two models of a language, with the weights that tools/train_reviews.py left: an LSTM and a bag of words."""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.activations import activation
from lstm_viz.engine.models import ASSETS
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights, read_only
from lstm_viz.lessons.text.encode import FIRST_WORD, PADDING, word_counts

STORY = ASSETS / "reviews.json"
ARRAYS = ("embedding", "kernel", "recurrent_kernel", "bias", "head_kernel", "head_bias", "bag_kernel", "bag_bias")


@dataclass(frozen=True, eq=False)
class ReviewModel:
    """Embedding → LSTM → Dense(1, activation="sigmoid"), and beside it Dense(1, activation="sigmoid") on word counts.

    Attributes:
        language: Of the reviews that it reads.
        words: The vocabulary, in the order of its numbers, the first of which is FIRST_WORD.
        embedding: A row for each number, (FIRST_WORD + words, features); row PADDING is masked.
        weights: The LSTM.
        head_kernel: (units, 1).
        head_bias: (1,).
        bag_kernel: What each word adds to the bag's logit, (FIRST_WORD + words, 1).
        bag_bias: (1,).
    """

    language: str
    words: tuple[str, ...]
    embedding: np.ndarray
    weights: RecurrentWeights
    head_kernel: np.ndarray
    head_bias: np.ndarray
    bag_kernel: np.ndarray
    bag_bias: np.ndarray

    @property
    def size(self) -> int:
        """How many numbers there are, PADDING and UNKNOWN among them."""
        return FIRST_WORD + len(self.words)

    def trace(self, ids: np.ndarray, *, mask_zero: bool = True) -> Trace:
        """The LSTM over (samples, time) numbers of words; with `mask_zero` it skips PADDING."""
        mask = ids != PADDING if mask_zero and (ids == PADDING).any() else None
        return numpy_engine.run(self.weights, self.embedding[ids], mask=mask)

    def logits(self, trace: Trace) -> np.ndarray:
        """The head on each hidden state, before its sigmoid, (samples, time)."""
        return (trace.hidden @ self.head_kernel + self.head_bias)[..., 0]

    def sentiments(self, trace: Trace) -> np.ndarray:
        """The probability after each word that the review is positive, (samples, time)."""
        return activation("sigmoid")(self.logits(trace))

    def bag(self, ids: np.ndarray) -> np.ndarray:
        """The bag of words' probability that a review is positive, (samples,)."""
        logits = word_counts(ids, self.size) @ self.bag_kernel + self.bag_bias
        return activation("sigmoid")(logits)[:, 0]


@dataclass(frozen=True)
class KindScore:
    """How both models answer the held-out reviews of a kind, as Keras counted when they had been trained.

    Attributes:
        kind: One of data.reviews.KINDS.
        reviews: How many there are.
        lstm: How many the LSTM gets right.
        bag: How many the bag of words gets right.
    """

    kind: str
    reviews: int
    lstm: int
    bag: int


@cache
def review_model(language: str) -> ReviewModel:
    """The trained models of a language.

    Raises:
        FileNotFoundError: If there are none.
    """
    with np.load(ASSETS / f"reviews_{language}.npz", allow_pickle=False) as file:
        arrays = {name: read_only(file[name]) for name in ARRAYS}
        words = tuple(str(word) for word in file["words"])
    lstm = RecurrentWeights("lstm", arrays.pop("kernel"), arrays.pop("recurrent_kernel"), arrays.pop("bias"))
    return ReviewModel(language, words, weights=lstm, **arrays)


@cache
def story(language: str) -> dict:
    """What is told of a language's training: seed, sizes, numbers of reviews."""
    return json.loads(STORY.read_text(encoding="utf-8"))["languages"][language]


def scores(language: str) -> tuple[KindScore, ...]:
    """A row for each kind of review."""
    return tuple(KindScore(kind, **counts) for kind, counts in story(language)["held_out"].items())
