"""Reads what a visitor types for a model: numbers, rows, numbers of words, or a text."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.data import InputError, parse_rows, parse_series, split_words
from lstm_viz.lessons.your_model.entries import Entry

MOST_IDS = 1000
MOST_WORDS, MOST_BYTES, LONGEST_WORD = 500_000, 20 * 2**20, 60
UNKNOWN = ("<oov>", "<unk>", "[unk]", "<OOV>", "<UNK>", "[UNK]", "unk", "UNK")
"""Words of a vocabulary that stand for words outside of it."""
WORD = re.compile(r"[^\s.,;:!?\"“”()\[\]{}<>/|…]++")


@dataclass(frozen=True)
class Vocabulary:
    """Which number each word has.

    Attributes:
        numbers: Word → number.
        offset: What is added to each number, as Keras's IMDB data add 3.
    """

    numbers: Mapping[str, int]
    offset: int = 0

    def words(self, ids: Sequence[int]) -> list[str]:
        """The word of each number; a number that no word has is written as it is."""
        # Turned round only for these numbers: a vocabulary has up to MOST_WORDS words, and a visitor's stays in memory.
        wanted = {number - self.offset for number in ids}
        known = {number + self.offset: word for word, number in self.numbers.items() if number in wanted}
        return [known.get(number, str(number)) for number in ids]


@dataclass(frozen=True, eq=False)
class Typed:
    """What was read from a text.

    Attributes:
        array: Shape (1, …).
        left_out: The words that are not in the vocabulary.
    """

    array: np.ndarray
    left_out: tuple[str, ...] = ()


def read(entry: Entry, text: str, vocabulary: Vocabulary | None, side: str) -> Typed:
    """Reads a text for one input of a model.

    Args:
        entry: The input.
        text: Numbers, or for an Embedding whole numbers or words.
        vocabulary: The numbers of words; None if none is known.
        side: "pre" or "post": where zeros are added to reach the length that the file says.

    Raises:
        InputError: If the text does not fit the input.
    """
    if entry.kind == "array":
        raise InputError("The input {name} can be given only as a file (.npy).", name=entry.name)
    if entry.kind == "ids":
        return _ids(entry, text, vocabulary, side)
    rows = parse_series(text) if entry.kind == "series" else parse_rows(text)
    _check(entry, rows)
    return Typed(rows[:1] if entry.kind == "vector" else rows[None])


def _check(entry: Entry, rows: np.ndarray) -> None:
    assert entry.shape is not None
    width = entry.shape[-1]
    if width is not None and rows.shape[1] != width:
        raise InputError(
            "{name} reads {width} numbers at each step, not {count}.", name=entry.name, width=width, count=rows.shape[1]
        )
    steps = entry.shape[0] if entry.is_sequence else 1
    if steps is not None and len(rows) != steps:
        raise InputError("{name} reads {steps} steps, not {count}.", name=entry.name, steps=steps, count=len(rows))


def _ids(entry: Entry, text: str, vocabulary: Vocabulary | None, side: str) -> Typed:
    assert entry.shape is not None
    assert entry.rows is not None
    words = split_words(text)
    if words and all(word.isascii() and word.isdigit() and len(word) < 10 for word in words):
        ids, left_out = [int(word) for word in words], list[str]()
    elif vocabulary is None:
        raise InputError(
            "{name} reads whole numbers from 0 to {most}. To type words, add the vocabulary of the model.",
            name=entry.name,
            most=entry.rows - 1,
        )
    else:
        ids, left_out = _numbered(text, vocabulary)
    if not ids:
        raise InputError("None of these words is in the vocabulary.")
    if len(ids) > MOST_IDS:
        raise InputError("Too many values ({count}): at most {most} can be read.", count=len(ids), most=MOST_IDS)
    if (largest := max(ids)) >= entry.rows:
        raise InputError(
            "{given} is too large: the Embedding has {rows} rows, so the largest number is {most}.",
            given=largest,
            rows=entry.rows,
            most=entry.rows - 1,
        )
    return Typed(np.array([padded(ids, entry.shape[0], side)]), tuple(left_out))


def _numbered(text: str, vocabulary: Vocabulary) -> tuple[list[int], list[str]]:
    """The numbers of words; of a word that is not in the vocabulary as it is, in lower case."""
    numbers = vocabulary.numbers
    unknown = next((numbers[word] for word in UNKNOWN if word in numbers), None)
    ids: list[int] = []
    left_out: list[str] = []
    for word in WORD.findall(text):
        number = numbers.get(word, numbers.get(word.lower(), unknown))
        if number is None:
            left_out.append(word)
        else:
            ids.append(number + vocabulary.offset)
    return ids, left_out


def padded(ids: list[int], length: int | None, side: str) -> list[int]:
    """The last `length` numbers, with zeros before or after them, as Keras's pad_sequences does by default."""
    if length is None:
        return ids
    ids = ids[-length:]
    zeros = [0] * (length - len(ids))
    return ids + zeros if side == "post" else zeros + ids


def read_vocabulary(content: bytes) -> dict[str, int]:
    """Reads a `word_index`: JSON with a number for each word, or a list of words.

    Also the JSON that Keras's `Tokenizer.to_json` writes, in which `word_index` is itself JSON.

    Raises:
        InputError: If it is none.
    """
    wrong = InputError("The vocabulary must be JSON: a number for each word, such as {example}.", example='{"good": 1}')
    if len(content) > MOST_BYTES:
        raise InputError("The vocabulary is larger than {most} MB.", most=MOST_BYTES // 2**20)
    try:
        found = json.loads(content)
        if isinstance(found, dict) and isinstance(config := found.get("config"), dict) and "word_index" in config:
            found = json.loads(config["word_index"])
    except (ValueError, RecursionError, TypeError) as error:
        raise wrong from error
    if isinstance(found, list) and all(isinstance(word, str) for word in found):
        found = {word: number for number, word in enumerate(found)}
    if not isinstance(found, dict) or not found or len(found) > MOST_WORDS:
        raise wrong
    if not all(type(number) is int and 0 <= number < 2**31 for number in found.values()):
        raise wrong
    return {str(word)[:LONGEST_WORD]: number for word, number in found.items()}
