"""Parses what a visitor types on the page Shapes: two sequences, rows of features, sentences, or a shape."""

import re
import unicodedata

import numpy as np

from lstm_viz.ceilings import MAX_FEATURES, MAX_SAMPLES
from lstm_viz.data import ALPHABET, InputError, parse_rows, parse_series, parse_symbols, split_lines, split_words
from lstm_viz.data.grouped import grouped_number, together

MAX_PAIR_LENGTH = 12
MAX_ROWS = 200
MAX_WORDS, MAX_LETTERS = 12, 20
MAX_AXES, LARGEST_SIZE = 4, 10**9


def parse_pair(text: str) -> np.ndarray:
    """Parses two sequences of symbols, each on its own line or with a semicolon between them.

    Returns:
        The positions of the symbols in the alphabet, (2, length), int.

    Raises:
        InputError: If there are not exactly two sequences, they differ in length, are too long, or hold anything that
            is not a symbol.
    """
    lines = [line for line in split_lines(text) if split_words(line)]
    if len(lines) != 2:
        raise InputError("Type two sequences, one per line. Typed: {count}.", count=len(lines))
    one, other = (parse_symbols(line) for line in lines)
    if len(one) != len(other):
        raise InputError(
            "The sequences have different lengths: {one} and {other} symbols. An array needs equal "
            "lengths; the data “Text” shows padding.",
            one=len(one),
            other=len(other),
        )
    if len(one) > MAX_PAIR_LENGTH:
        raise InputError("{count} symbols are too many here: at most {most}.", count=len(one), most=MAX_PAIR_LENGTH)
    return np.array([one, other])


def pair_text(pair: np.ndarray) -> str:
    """The two sequences as text in the form that a link has; the inverse of `parse_pair`."""
    return "\n".join(",".join(ALPHABET[symbol] for symbol in sequence) for sequence in pair)


def parse_own(text: str) -> np.ndarray:
    """Parses a series in one line, or a row of features for each step.

    Returns:
        The values, (time, features), float32.

    Raises:
        InputError: If a number is invalid, the rows differ in length, or there are too many steps or features.
    """
    lines = [line for line in split_lines(text) if split_words(line)]
    rows = parse_series(text) if len(lines) <= 1 else parse_rows(text)
    if len(rows) < 2:
        raise InputError("One step is not enough: a window needs a value after it. Type at least two.")
    if len(rows) > MAX_ROWS:
        raise InputError("{count} steps are too many here: at most {most}.", count=len(rows), most=MAX_ROWS)
    if rows.shape[1] > MAX_FEATURES:
        raise InputError(
            "{count} features per step are too many here: at most {most}.", count=rows.shape[1], most=MAX_FEATURES
        )
    return rows


def own_text(rows: np.ndarray) -> str:
    """The series or rows as text in the form that a link has; the inverse of `parse_own`."""
    part = "," if rows.shape[1] == 1 else "\n"
    return part.join(",".join(np.format_float_positional(value, trim="-") for value in row) for row in rows)


Sentence = tuple[tuple[str, ...], int]


def parse_sentences(text: str) -> tuple[Sentence, ...]:
    """Parses sentences with labels, one per line: “the film was good | 1”.

    Returns:
        For each sentence its words, in lower case, and its label, 0 or 1.

    Raises:
        InputError: If there are no sentences or too many, or a line has no words, too many words, or no label.
    """
    lines = [line for line in re.split(r"[\r\n;]+", unicodedata.normalize("NFKC", text)) if line.strip()]
    if not 1 <= len(lines) <= MAX_SAMPLES:
        raise InputError(
            "Type 1 to {most} sentences, one per line. Typed: {count}.", most=MAX_SAMPLES, count=len(lines)
        )
    return tuple(_sentence(line, number) for number, line in enumerate(lines, start=1))


def _sentence(line: str, number: int) -> Sentence:
    said, _, label = line.rpartition("|")
    words = tuple(said.lower().replace(",", " ").split())
    if label.strip() not in ("0", "1") or not words:
        raise InputError(
            "Line {number} needs words, a bar and a label, 0 or 1, such as {example}.",
            number=number,
            example="the film was good | 1",
        )
    if len(words) > MAX_WORDS:
        raise InputError(
            "Line {number} has {count} words: at most {most}.", number=number, count=len(words), most=MAX_WORDS
        )
    for word in words:
        if len(word) > MAX_LETTERS or not word.isprintable():
            raise InputError(
                "“{word}” in line {number} is too long for a word: at most {most} letters.",
                word=word,
                number=number,
                most=MAX_LETTERS,
            )
    return words, int(label)


def sentences_text(sentences: tuple[Sentence, ...]) -> str:
    """The sentences as text in the form that a link has; the inverse of `parse_sentences`."""
    return "\n".join(f"{' '.join(words)}|{label}" for words, label in sentences)


def parse_shape(text: str) -> tuple[int, ...]:
    """Parses the shape of an array: “(120, 5)”, “120, 5, 2”, “X.shape = (32, 10)” or “32 × 10”.

    Raises:
        InputError: If there is no size, a size is None, zero or too large, or there are too many axes.
    """
    # NumPy 2 prints one of its integers as np.int64(120).
    plain = re.sub(r"np\.u?int\d+\((\d+)\)", r"\1", unicodedata.normalize("NFKC", text))
    if re.search(r"\barray\s{0,9}\(\s{0,9}\[|\[\s{0,9}\[", plain):
        raise InputError("This is an array, not its shape. Type what {code} shows.", code="x.shape")
    # Python 2 wrote a long integer as 120L.
    plain = re.sub(r"(\d)L\b", r"\1", plain)
    bracketed = re.findall(r"[(\[]([^()\[\]]{0,100})[)\]]", plain)
    if len(set(bracketed)) > 1:
        raise InputError("There are {count} shapes here. Type one of them.", count=len(bracketed))
    inside = bracketed[-1] if bracketed else re.split("[=:]", plain)[-1]
    if grouped := grouped_number(inside, parted=bool(re.search(r"[,;x×*]", inside))):
        raise InputError(
            "“{word}” could be one size or several. Did you mean {one}? Do not type blanks or commas inside a size.",
            word=grouped[0],
            one=together(grouped[0]),
        )
    # 32*10 is two sizes; 10**9 is a power, not a size.
    words = [word for word in re.split(r"[\s,;x×]+|\*(?!\*)", inside.replace("_", "")) if word]
    for word in words:
        if word in ("None", "?", "-1"):
            raise InputError("An axis without a size, {word}, cannot be run. Type a number instead.", word=word)
    if not words or not all(re.fullmatch(r"\d{1,20}", word) for word in words):
        raise InputError("Type an array's shape, such as {example}.", example="(120, 5)")
    if len(words) > MAX_AXES:
        raise InputError("{count} axes are too many here: at most {most}.", count=len(words), most=MAX_AXES)
    sizes = tuple(int(word) for word in words)
    if not 1 <= min(sizes) <= max(sizes) <= LARGEST_SIZE:
        raise InputError("Each size must be from 1 to {most}.", most=f"{LARGEST_SIZE:,}")
    return sizes
