"""Words as the numbers that an Embedding layer reads."""

from collections.abc import Sequence

import numpy as np

PADDING, UNKNOWN, FIRST_WORD = 0, 1, 2
"""0 stands for no word, 1 for each word that is not in the vocabulary; the vocabulary begins at 2."""

SIDES = ("post", "pre")


def ids_of(words: Sequence[str], vocabulary: Sequence[str]) -> np.ndarray:
    """The number of each word, (time,), int32."""
    numbers = {word: number for number, word in enumerate(vocabulary, start=FIRST_WORD)}
    return np.array([numbers.get(word, UNKNOWN) for word in words], "int32")


def padded(sequences: Sequence[np.ndarray], length: int, side: str = "post") -> np.ndarray:
    """Sequences of one length, (samples, length), int32.

    Args:
        sequences: Numbers of words, (time,) each, time <= length.
        length: Of the result.
        side: "post": PADDING stands after the words. "pre": before them. As in keras.utils.pad_sequences.

    Raises:
        ValueError: If a sequence is longer, or there is no such side.
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
    """A bag of words: how often each number occurs, whatever the order.

    Args:
        ids: (samples, time).
        size: How many numbers there are.

    Returns:
        (samples, size), float32; PADDING is not counted.
    """
    counts = np.stack([np.bincount(row, minlength=size) for row in ids]).astype("float32")
    counts[:, PADDING] = 0
    return counts
