"""The reviews as `keras.datasets.imdb.load_data(num_words=10_000)` returns them, and batches of them."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lstm_viz.lessons.text.imdb.archive import Part, read_parts
from lstm_viz.lessons.text.imdb.files_location import FilesLocation

# Keras's conventions: 0 is padding, 1 starts a review, 2 is every rarer word, and the word of rank r is 3 + r.
PADDING, START, RARE, OFFSET = 0, 1, 2, 3
VOCABULARY = 10_000
SHUFFLING_SEED = 113


class ImdbReview(NamedTuple):
    """One review.

    Attributes:
        ids: START, then the words of the review, shape (1 + words,), int32.
        is_positive: Whether its label is positive.
    """

    ids: np.ndarray
    is_positive: bool


class Corpus:
    """Both parts of the reviews, in Keras's order: review k of the test part is Keras's `x_test[k]`.

    Args:
        train: The training part, in the order of the file.
        test: The test part, in the order of the file.
    """

    def __init__(self, train: Part, test: Part):
        self.parts = {"train": train, "test": test}
        draw = np.random.RandomState(SHUFFLING_SEED)  # Keras shuffles with this generator
        self._order = {name: _shuffled(draw, len(part)) for name, part in self.parts.items()}

    def review(self, part: str, number: int) -> ImdbReview:
        """A review of the part "train" or "test". `number` is counted from 0."""
        at = self._order[part][number]
        ids = np.concatenate([[START], self.parts[part].review(at) + OFFSET])
        return ImdbReview(np.where(ids < VOCABULARY, ids, RARE).astype("int32"), bool(self.parts[part].labels[at]))

    def batch(self, part: str, count: int, length: int) -> tuple[np.ndarray, np.ndarray]:
        """The first reviews of a part, padded as by Keras's `pad_sequences(reviews, maxlen=length)`.

        Returns:
            The ids, shape (count, length), int32, and the labels, shape (count,), float32. A longer review is cut at
            its beginning, a shorter one is padded there.
        """
        ids, labels = np.full((count, length), PADDING, "int32"), np.empty(count, "float32")
        for row in range(count):
            review = self.review(part, row)
            end = review.ids[-length:]
            ids[row, length - len(end) :], labels[row] = end, review.is_positive
        return ids, labels


@lru_cache(maxsize=1)
def load_corpus(location: FilesLocation) -> Corpus:
    """The reviews of a verified file, read once in the process that trains: 50 MB of arrays.

    Raises:
        InputError: If the file is missing, or is not the expected one.
    """
    return Corpus(*read_parts(location.read(location.reviews)))


def _shuffled(draw: np.random.RandomState, count: int) -> np.ndarray:
    order = np.arange(count)
    draw.shuffle(order)
    return order
