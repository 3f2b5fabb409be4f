"""Reads the inputs of a layer that a visitor types: symbols, a series of numbers, or rows of several features."""

import math
import re
import unicodedata
from collections.abc import Sequence

import numpy as np

from lstm_viz.data.grouped import check_rows, check_series
from lstm_viz.problem import InputError

MEMORY_PAIR = ((3, 0, 1, 2, 3), (4, 0, 1, 2, 4))
ALPHABET = ("0", "1", "2", "3", "4")
SAMPLE_ROWS = "0.1, 4.2, 1.5, 1.1, 2.8\n1.0, 3.1, 2.5, 0.7, 1.1\n0.3, 2.1, 1.5, 2.1, 0.1\n2.2, 1.4, 0.5, 0.9, 1.1"
MAX_VALUES, MAX_FEATURES = 1000, 50  # what a text field holds; `ceilings` says what is drawn
MAX_CHARACTERS = 500_000
LARGEST = 1e6


def parse_symbols(text: str, alphabet: Sequence[str] = ALPHABET) -> tuple[int, ...]:
    """Reads symbols, separated by commas or blanks, as positions in the alphabet.

    Raises:
        InputError: If there are fewer than two or more than MAX_VALUES symbols, or if one is not in the alphabet.
    """
    symbols = [symbol for word in split_words(text) for symbol in _apart(word, alphabet)]
    if not symbols:
        raise InputError("The sequence is empty. Type symbols such as {example}.", example=", ".join(alphabet[:4]))
    _check_count(symbols)
    for position, symbol in enumerate(symbols, start=1):
        if symbol not in alphabet:
            known = ", ".join(alphabet)
            raise InputError(
                "“{symbol}” at position {position} is not in the alphabet. Use {alphabet}.",
                symbol=symbol,
                position=position,
                alphabet=known,
            )
    if len(symbols) < 2:
        raise InputError("One symbol is not enough: each step predicts the next symbol. Type at least two.")
    return tuple(alphabet.index(symbol) for symbol in symbols)


def parse_series(text: str) -> np.ndarray:
    """Reads a series of numbers as one feature at each step, shape (time, 1), float32.

    Raises:
        InputError: If the series is empty or too long, or if a number is missing, not finite, too large, or may be
            several numbers.
    """
    words = split_words(text)
    if not words:
        raise InputError("The series is empty. Type numbers such as {example}.", example="0.1, 0.5, 0.3")
    _check_count(words)
    check_series(text)
    return np.array([[_number(word, position)] for position, word in enumerate(words, start=1)], "float32")


def parse_rows(text: str) -> np.ndarray:
    """Reads one row of features for each step, shape (time, features), float32.

    Rows are lines, or are separated by semicolons or brackets.

    Raises:
        InputError: If the rows are empty, too many or of different lengths, or if a number is missing, not finite or
            too large.
    """
    lines = [line for line in split_lines(text) if split_words(line)]
    rows = [split_words(line) for line in lines]
    if not rows:
        raise InputError("There are no rows. Type one row of numbers for each step.")
    _check_count([word for row in rows for word in row])
    check_rows(text, lines)
    width = len(rows[0])
    if width > MAX_FEATURES:
        raise InputError("A row of {count} numbers is too long: at most {most}.", count=width, most=MAX_FEATURES)
    for number, row in enumerate(rows, start=1):
        if len(row) != width:
            raise InputError(
                "All rows need the same number of values: row 1 has {width}, row {row} has {count}.",
                row=number,
                count=len(row),
                width=width,
            )
    return np.array(
        [[_number_in_row(word, row) for word in words] for row, words in enumerate(rows, start=1)], "float32"
    )


def canonical(kind: str, text: str, alphabet: Sequence[str] = ALPHABET) -> str:
    """The text of a sequence in a link: `3,0,1,2`, with semicolons between rows.

    Raises:
        InputError: If the text is not valid.
    """
    if kind == "symbols":
        return ",".join(alphabet[position] for position in parse_symbols(text, alphabet))
    rows = parse_series(text) if kind == "series" else parse_rows(text)
    part = "," if kind == "series" else ";"
    return part.join(",".join(_shortest(value) for value in row) for row in rows)


def _shortest(value: np.floating) -> str:
    return np.format_float_positional(value, trim="-")


def inputs_of(kind: str, text: str, alphabet: Sequence[str] = ALPHABET) -> np.ndarray:
    """The inputs of the layer, shape (time, features): all symbols but the last, or every number.

    Raises:
        InputError: If the text is not valid.
    """
    if kind == "symbols":
        return one_hot(parse_symbols(text, alphabet)[:-1], len(alphabet))
    return parse_series(text) if kind == "series" else parse_rows(text)


def one_hot(positions: Sequence[int] | np.ndarray, symbols: int) -> np.ndarray:
    """A 1 at each position and 0 elsewhere: (..., ) → (..., symbols), float32.

    Raises:
        IndexError: If a position is not in 0 … symbols - 1.
    """
    positions = np.asarray(positions)
    if positions.size and not 0 <= positions.min() <= positions.max() < symbols:
        raise IndexError(f"positions must be in 0 … {symbols - 1}, not {positions.min()} … {positions.max()}.")
    return np.eye(symbols, dtype="float32")[positions]


def split_words(text: str) -> list[str]:
    """The words of a text, separated by commas, semicolons, blanks, line breaks or brackets.

    Raises:
        InputError: If the text is longer than MAX_CHARACTERS: it would keep other visitors waiting.
    """
    return [word for word in re.split(r"[\s,;、\[\]()]+", _plain(text)) if word]


def split_lines(text: str) -> list[str]:
    """The rows of a text, separated by line breaks, semicolons or brackets; some may be empty.

    Raises:
        InputError: See `split_words`.
    """
    return re.split(r"[\r\n;]+|\](?:\s*+,)?\s*+\[", _plain(text))


def _plain(text: str) -> str:
    """The text with plain digits and commas in place of the full-width ones of a Korean keyboard."""
    if len(text) > MAX_CHARACTERS:
        count, most = f"{len(text):,}", f"{MAX_CHARACTERS:,}"
        raise InputError("The text has {count} characters; at most {most} are read.", count=count, most=most)
    return unicodedata.normalize("NFKC", text)


def _apart(word: str, alphabet: Sequence[str]) -> Sequence[str]:
    """The symbols of a word that was typed without separators, such as 30123."""
    return word if word not in alphabet and all(letter in alphabet for letter in word) else [word]


def _check_count(words: Sequence[str]) -> None:
    if len(words) > MAX_VALUES:
        raise InputError(
            "Too many values ({count}): at most {most} can be read.",
            count=f"{len(words):,}",
            most=f"{MAX_VALUES:,}",
        )


def _number_in_row(word: str, row: int) -> float:
    try:
        return _number(word, row)
    except InputError:
        raise InputError(
            "“{word}” in row {row} is not a number between {low} and {high}.",
            word=word,
            row=row,
            low=f"{-LARGEST:,.0f}",
            high=f"{LARGEST:,.0f}",
        ) from None


def _number(word: str, position: int) -> float:
    try:
        number = float(word.replace("_", "?"))  # for Python, 1_5 is 15
    except ValueError:
        raise InputError("“{word}” at position {position} is not a number.", word=word, position=position) from None
    if not math.isfinite(number):
        raise InputError("“{word}” at position {position} is not a finite number.", word=word, position=position)
    if abs(number) > LARGEST:
        raise InputError(
            "“{word}” at position {position} is out of range: it must be between {low} and {high}.",
            word=word,
            position=position,
            low=f"{-LARGEST:,.0f}",
            high=f"{LARGEST:,.0f}",
        )
    return number
