"""The inputs of layers: what a visitor types or brings, and the tutorials' data."""

import importlib
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from lstm_viz.data.table import read_series

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
    "read_series",
    "split_lines",
    "split_words",
]


def __getattr__(name: str) -> Any:
    """What is imported when it is first used."""
    if name == "read_series":
        return importlib.import_module("lstm_viz.data.table").read_series
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
