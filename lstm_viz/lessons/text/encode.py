"""Words as the numbers that an Embedding layer reads."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

PADDING, UNKNOWN, FIRST_WORD = 0, 1, 2
"""0 is padding, 1 is every word that is not in the vocabulary, and the vocabulary begins at 2."""

SIDES = ("post", "pre")


def ids_of(words: Sequence[str], vocabulary: Sequence[str]) -> np.ndarray:
    """The number of each word, shape (time,), int32."""
    numbers = _numbers(tuple(vocabulary))
    return np.array([numbers.get(word, UNKNOWN) for word in words], "int32")


@lru_cache(maxsize=4)
def _numbers(vocabulary: tuple[str, ...]) -> dict[str, int]:
    return {word: number for number, word in enumerate(vocabulary, start=FIRST_WORD)}


def padded(sequences: Sequence[np.ndarray], length: int, side: str = "post") -> np.ndarray:
    """Sequences padded to one length, shape (samples, length), int32.

    Args:
        sequences: The word numbers of each sequence, shape (time,) with time <= length.
        length: The length of the result.
        side: "post" adds PADDING after the words, "pre" before them, as in keras.utils.pad_sequences.

    Raises:
        ValueError: If a sequence is longer than `length`, or there is no such side.
    """
    if side not in SIDES:
        raise ValueError(f"side must be one of {SIDES}, not {side!r}.")
    if (longest := max(map(len, sequences))) > length:
        raise ValueError(f"length must be at least {longest}, the longest sequence's, not {length}.")
    array = np.full((len(sequences), length), PADDING, "int32")
    for row, ids in zip(array, sequences, strict=True):
        row[slice(len(ids)) if side == "post" else slice(length - len(ids), None)] = ids
    return array


def word_counts(ids: np.ndarray, size: int) -> np.ndarray:
    """A bag of words: how often each word number occurs, in any order.

    Args:
        ids: The word numbers, shape (samples, time).
        size: The number of different word numbers.

    Returns:
        The counts, shape (samples, size), float32. PADDING is not counted.
    """
    counts = np.stack([np.bincount(row, minlength=size) for row in ids]).astype("float32")
    counts[:, PADDING] = 0
    return counts
