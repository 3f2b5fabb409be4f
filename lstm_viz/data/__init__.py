"""The inputs of layers: what a visitor types or brings, and the tutorials' data."""

from lstm_viz.data.typed import (
    ALPHABET,
    LARGEST,
    MAX_FEATURES,
    MAX_VALUES,
    MEMORY_PAIR,
    SAMPLE_ROWS,
    canonical,
    inputs_of,
    one_hot,
    parse_rows,
    parse_series,
    parse_symbols,
    split_lines,
    split_words,
)
from lstm_viz.problem import InputError

__all__ = [
    "ALPHABET",
    "LARGEST",
    "MAX_FEATURES",
    "MAX_VALUES",
    "MEMORY_PAIR",
    "SAMPLE_ROWS",
    "InputError",
    "canonical",
    "inputs_of",
    "one_hot",
    "parse_rows",
    "parse_series",
    "parse_symbols",
    "split_lines",
    "split_words",
]
