"""Reads imdb.npz, which holds pickled lists: the checksum is verified before, and only lists and arrays are rebuilt."""

import io
import itertools
import pickle
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.engine import npz

# The only names that a pickled array of lists needs, in NumPy 1 and NumPy 2; as in keras.src.datasets.npz_utils.
ALLOWED = {
    ("numpy", "ndarray"),
    ("numpy", "dtype"),
    ("numpy.core.multiarray", "_reconstruct"),
    ("numpy._core.multiarray", "_reconstruct"),
}
# Version of the .npy format → the bytes before the header; the last 2 or 4 hold its length.
BEFORE_HEADER = {b"\x01": 10, b"\x02": 12, b"\x03": 12}
MOST_BYTES = 2**29
# What unpickling can raise, and NumPy for ranks that are not numbers of 32 bits.
BROKEN: tuple[type[Exception], ...] = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    EOFError,
    OverflowError,
    RecursionError,
    MemoryError,
)
BROKEN += (pickle.UnpicklingError,)


class Part(NamedTuple):
    """The reviews of one part, one after another in an array, which takes a fifteenth of the memory of lists.

    Attributes:
        ranks: The words of all reviews, shape (words,), int32: each word by its rank, which is 1 for the most frequent.
        starts: The first word of each review, shape (reviews + 1,), int64: review k is
            `ranks[starts[k] : starts[k + 1]]`.
        labels: The labels, shape (reviews,), int32: 1 for a positive review, 0 for a negative one.
    """

    ranks: np.ndarray
    starts: np.ndarray
    labels: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)

    def review(self, number: int) -> np.ndarray:
        """The ranks of the words in a review. `number` is counted from 0."""
        return self.ranks[self.starts[number] : self.starts[number + 1]]


def read_parts(content: bytes) -> tuple[Part, Part]:
    """The training part and the test part, in the order of the file.

    Args:
        content: The bytes of a file whose checksum has been verified.

    Raises:
        InputError: If the file does not have the format of imdb.npz.
    """
    try:
        parts = npz.unpacked(content, MOST_BYTES)
        return _part(parts, "train"), _part(parts, "test")
    except BROKEN as error:
        raise InputError("The reviews could not be read: the file is not in the format of Keras's imdb.npz.") from error


def _part(parts: Mapping[str, bytes], name: str) -> Part:
    reviews = _lists(parts[f"x_{name}"])
    labels = npz.array_of(f"y_{name}", parts[f"y_{name}"])
    if not reviews.ndim == labels.ndim == 1 or not 0 < len(reviews) == len(labels):
        raise ValueError(f"{name} must have as many reviews as labels, not {reviews.shape} and {labels.shape}.")
    if not set(np.unique(labels).tolist()) <= {0, 1}:
        raise ValueError(f"labels must be 0 or 1, not {np.unique(labels)[:3]}.")
    if not all(isinstance(review, list) for review in reviews):
        raise TypeError("Each review must be a list.")
    starts = np.cumsum([0, *map(len, reviews)])
    ranks = np.fromiter(itertools.chain.from_iterable(reviews), "int32", count=starts[-1])
    if ranks.size and ranks.min() < 1:
        raise ValueError("Each rank must be at least 1.")
    return Part(_fixed(ranks), _fixed(starts), _fixed(labels.astype("int32")))


def _lists(part: bytes) -> np.ndarray:
    """The array of lists in a `.npy` file, behind its header."""
    before = BEFORE_HEADER.get(part[6:7], 0)
    file = io.BytesIO(part)
    file.seek(before + int.from_bytes(part[8:before], "little"))
    array = _ListUnpickler(file).load()
    if not isinstance(array, np.ndarray):
        raise TypeError(f"An array must be in the file, not a {type(array).__name__}.")
    return array


def _fixed(array: np.ndarray) -> np.ndarray:
    array.setflags(write=False)
    return array


class _ListUnpickler(pickle.Unpickler):
    """Rebuilds numbers, lists and arrays, and raises an error for everything else."""

    def find_class(self, module: str, name: str):
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} is not part of an array of lists.")
        return super().find_class(module, name)
