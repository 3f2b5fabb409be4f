"""Tables and arrays as files."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from lstm_viz.engine.cell import SIGNAL_ORDER
from lstm_viz.engine.trace import Trace

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


def trace_columns(
    sequence: str,
    trace: Trace,
    tokens: Sequence[str],
    *,
    unit: int | None = None,
    per_step: Mapping[str, Sequence[Any] | np.ndarray] | None = None,
) -> dict[str, np.ndarray]:
    """A trace as the columns of a table with a row for each step and unit.

    Args:
        sequence: The name of the sequence.
        trace: The trace; of its samples, the first.
        tokens: What is read at each step.
        unit: The only unit in the table, counted from 0; None for all units.
        per_step: Further columns, with a value for each step.

    Returns:
        The columns sequence, step, reads, the further ones, unit, and one for each signal. Steps and units count from
        1, as on the page.
    """
    units = np.arange(trace.units) if unit is None else np.array([unit])
    by_step = {"step": np.arange(1, trace.steps + 1), "reads": tokens, **(per_step or {})}
    columns = {"sequence": np.repeat([sequence], trace.steps * len(units))}
    columns |= {name: np.repeat(values, len(units)) for name, values in by_step.items()}
    columns["unit"] = np.tile(units + 1, trace.steps)
    return columns | {name: trace.signals[name][0][:, units].ravel() for name in SIGNAL_ORDER if name in trace.signals}


def stacked(tables: Sequence[Mapping[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """Tables with the same columns as one, each below the one before it."""
    return {name: np.concatenate([columns[name] for columns in tables]) for name in tables[0]}


def trace_npz(trace: Trace) -> bytes:
    """A trace as an NPZ file that `Trace.load` reads."""
    file = io.BytesIO()
    trace.save(file)
    return file.getvalue()


def arrow(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Rows of plain values as an Arrow stream that is a fifth of what pandas would make.

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


def table(columns: Mapping[str, Iterable[Any]]) -> "pyarrow.Table":
    """Columns of one type each as an Arrow table: Streamlit shows it as it is, while it would ask pandas for others."""
    import pyarrow

    return pyarrow.table(columns)


def table_of(rows: Sequence[Mapping[str, Any]]) -> "pyarrow.Table":
    """Rows with the same columns as an Arrow table; see `table`."""
    return table({name: [row[name] for row in rows] for name in rows[0]})


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]], align: str = "") -> str:
    """A small table in Markdown.

    Args:
        header: The headings of the columns.
        rows: The rows, in Markdown.
        align: "<" or ">" for each column; "" puts all of them to the left.
    """
    sides = ({"<": ":--", ">": "--:"}[side] for side in align or "<" * len(header))
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, sides, *rows))


def rows_of(stream: bytes) -> list[dict[str, Any]]:
    """The rows of an Arrow stream that `arrow` made."""
    import pyarrow

    table = pyarrow.ipc.open_stream(stream).read_all()
    columns = [_shortest(column) if column.type == "float" else column.to_pylist() for column in table.columns]
    return [dict(zip(table.column_names, row, strict=True)) for row in zip(*columns, strict=True)]


def _small(column: "pyarrow.Array") -> "pyarrow.Array":
    """The column in as few bytes as hold its values."""
    import pyarrow.compute

    if pyarrow.types.is_string(column.type):
        texts = column.dictionary_encode()
        return pyarrow.DictionaryArray.from_arrays(_small(texts.indices), texts.dictionary)
    if pyarrow.types.is_integer(column.type):
        largest = pyarrow.compute.max(pyarrow.compute.abs(column)).as_py() or 0
        sizes = {127: pyarrow.int8(), 32_767: pyarrow.int16(), 2_147_483_647: pyarrow.int32()}
        return column.cast(next((size for most, size in sizes.items() if largest <= most), column.type))
    if pyarrow.types.is_floating(column.type):
        small = column.cast("float32", safe=False)
        return small if _shortest(small) == column.to_pylist() else column
    return column


def _shortest(column: "pyarrow.Array | pyarrow.ChunkedArray") -> list[float | None]:
    """For each float32 the shortest decimal that is the same float32."""
    return [None if number is None else float(str(np.float32(number))) for number in column.to_pylist()]


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
