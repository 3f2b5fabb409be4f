"""Tables and arrays as files."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv(frame: "pandas.DataFrame") -> bytes:
    """Comma-separated values in UTF-8 with a byte order mark, which Excel needs for Korean.

    Numbers keep every digit of a float32. A text that a spreadsheet would read as a formula gets an apostrophe before
    it, unless it is a number.
    """
    safe = frame.copy()
    for column in safe.select_dtypes(exclude="number"):
        safe[column] = [_no_formula(text) for text in safe[column]]
    return safe.to_csv(index=False).encode("utf-8-sig")


def parquet(frame: "pandas.DataFrame") -> bytes:
    """The table as an Apache Parquet file."""
    file = io.BytesIO()
    frame.to_parquet(file, index=False)
    return file.getvalue()


def npz(arrays: Mapping[str, np.ndarray]) -> bytes:
    """Named arrays as an npz file without pickle; `numpy.load` reads it."""
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return file.getvalue()


def _no_formula(text: str) -> str:
    if not text.startswith(FORMULA_STARTS):
        return text
    try:
        float(text)
    except ValueError:
        return f"'{text}"
    return text
