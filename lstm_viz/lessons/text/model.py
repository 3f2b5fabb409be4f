"""The two models of a language, an LSTM and a bag of words, with the weights that tools/train_reviews.py trained."""

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
    """Two models: Embedding → LSTM → Dense(1, activation="sigmoid"), and Dense(1, activation="sigmoid") on word counts.

    Attributes:
        language: The language of the reviews.
        words: The vocabulary, in the order of the word numbers, which begin at FIRST_WORD.
        embedding: The vector of each word number, shape (FIRST_WORD + words, features). Row PADDING is masked.
        weights: The weights of the LSTM.
        head_kernel: The kernel of the head, shape (units, 1).
        head_bias: The bias of the head, shape (1,).
        bag_kernel: The number that each word adds to the logit of the bag of words, shape (FIRST_WORD + words, 1).
        bag_bias: The bias of the bag of words, shape (1,).
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
        """The number of different word numbers, including PADDING and UNKNOWN."""
        return FIRST_WORD + len(self.words)

    def trace(self, ids: np.ndarray, *, mask_zero: bool = True) -> Trace:
        """The trace of the LSTM for word numbers of shape (samples, time). With `mask_zero` it skips PADDING."""
        mask = ids != PADDING if mask_zero and (ids == PADDING).any() else None
        return numpy_engine.run(self.weights, self.embedding[ids], mask=mask)

    def logits(self, trace: Trace) -> np.ndarray:
        """The output of the head for each hidden state, before the sigmoid, shape (samples, time)."""
        return (trace.hidden @ self.head_kernel + self.head_bias)[..., 0]

    def sentiments(self, trace: Trace) -> np.ndarray:
        """The probability that the review is positive, after each word, shape (samples, time)."""
        return activation("sigmoid")(self.logits(trace))

    def bag(self, ids: np.ndarray) -> np.ndarray:
        """The probability that each review is positive, by the bag of words, shape (samples,)."""
        logits = word_counts(ids, self.size) @ self.bag_kernel + self.bag_bias
        return activation("sigmoid")(logits)[:, 0]


@dataclass(frozen=True)
class KindScore:
    """The right answers of both models to the held-out reviews of a kind, counted with Keras after the training.

    Attributes:
        kind: One of data.reviews.KINDS.
        reviews: The number of reviews of this kind.
        lstm: The number of reviews that the LSTM gets right.
        bag: The number of reviews that the bag of words gets right.
    """

    kind: str
    reviews: int
    lstm: int
    bag: int


@cache
def review_model(language: str) -> ReviewModel:
    """The trained models of a language.

    Raises:
        FileNotFoundError: If there are no models for this language.
    """
    with np.load(ASSETS / f"reviews_{language}.npz", allow_pickle=False) as file:
        arrays = {name: read_only(file[name]) for name in ARRAYS}
        words = tuple(str(word) for word in file["words"])
    lstm = RecurrentWeights("lstm", arrays.pop("kernel"), arrays.pop("recurrent_kernel"), arrays.pop("bias"))
    return ReviewModel(language, words, weights=lstm, **arrays)


@cache
def story(language: str) -> dict:
    """The facts about the training of a language's models: seed, sizes, numbers of reviews."""
    return json.loads(STORY.read_text(encoding="utf-8"))["languages"][language]


def scores(language: str) -> tuple[KindScore, ...]:
    """The score of both models for each kind of review."""
    return tuple(KindScore(kind, **counts) for kind, counts in story(language)["held_out"].items())
