"""Tables and arrays as files."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas
    import pyarrow

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


def arrow(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Rows of plain values as an Arrow stream, in which each text is stored once.

    Args:
        rows: Column → value. What a row does not have is None.
    """
    import pyarrow

    names = dict.fromkeys(name for row in rows for name in row)
    table = pyarrow.table({name: _small(pyarrow.array([row.get(name) for row in rows])) for name in names})
    with pyarrow.BufferOutputStream() as stream:
        with pyarrow.ipc.new_stream(stream, table.schema) as writer:
            writer.write_table(table)
        return stream.getvalue().to_pybytes()


def rows_of(stream: bytes) -> list[dict[str, Any]]:
    """The rows of an Arrow stream."""
    import pyarrow

    return pyarrow.ipc.open_stream(stream).read_all().to_pylist()


def _small(column: "pyarrow.Array") -> "pyarrow.Array":
    """The column with texts as numbers of a dictionary, and whole numbers in half of their size."""
    import pyarrow

    if pyarrow.types.is_string(column.type):
        return column.dictionary_encode()
    return column.cast(pyarrow.int32()) if pyarrow.types.is_integer(column.type) else column


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
