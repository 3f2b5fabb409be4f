"""The files of a corpus: which sequences are in each, and how one is traced and written."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import numpy as np

from lstm_viz.corpus.network import Column, Network
from lstm_viz.model_files import ModelFile

SHARD_BYTES = 2**25
"""The size of a shard: large enough for DuckDB to read it at once, and small beside the memory of a process."""
LARGEST_BATCH = 32
MOST_VALUES = 3 * 2**22
"""The most numbers of a batch's signals, float32: one batch at a time is held in that form."""
NAME = "shard-{number:05}.parquet"
INPUTS = b"lstm_viz.inputs"


@dataclass(frozen=True)
class Schema:
    """What the rows of a corpus hold.

    Attributes:
        columns: The signals.
        dtype: "float16" or "float32".
    """

    columns: tuple[Column, ...]
    dtype: str

    @property
    def row_bytes(self) -> float:
        """The bytes of a row in a file: sequence and step, and for each number a bit that says if it begins a list."""
        return 8 + 4 + sum(column.units for column in self.columns) * (np.dtype(self.dtype).itemsize + 1 / 8)

    @property
    def shard_rows(self) -> int:
        """The rows with which a shard is full; with its last sequence it may hold more."""
        return max(int(SHARD_BYTES / self.row_bytes), 1)


class Shard(NamedTuple):
    """The sequences of one file.

    Attributes:
        number: Its place, from 0.
        first: The number of its first sequence.
        sequences: The sequences, as `Network.checked` returns them.
    """

    number: int
    first: int
    sequences: list[np.ndarray]

    @property
    def rows(self) -> int:
        """How many steps its sequences have together."""
        return sum(map(len, self.sequences))

    @property
    def digest(self) -> str:
        """A digest of the sequences: what a finished shard has to hold to be kept when a run is resumed."""
        digest = hashlib.blake2b(str(self.first).encode(), digest_size=16)
        for sequence in self.sequences:
            digest.update(repr((sequence.dtype.str, sequence.shape)).encode())
            digest.update(np.ascontiguousarray(sequence).tobytes())
        return digest.hexdigest()

    def path(self, folder: Path) -> Path:
        """Where it is written."""
        return folder / NAME.format(number=self.number)


def shards(network: Network, sequences: Iterable[Any], rows: int) -> Iterator[Shard]:
    """Divides sequences into shards of at least so many rows, in their order.

    Raises:
        ValueError: If a sequence does not fit.
    """
    number, first, held, kept = 0, 0, 0, []
    for place, sequence in enumerate(sequences):
        kept.append(network.checked(sequence, place))
        held += len(kept[-1])
        if held >= rows:
            yield Shard(number, first, kept)
            number, first, held, kept = number + 1, place + 1, 0, []
    if kept:
        yield Shard(number, first, kept)


def write_shard(network: Network, schema: Schema, shard: Shard, folder: Path) -> int:
    """Traces the sequences of a shard, and writes them to its file.

    Args:
        network: The layer or model.
        schema: What the rows hold.
        shard: The sequences.
        folder: The folder of the corpus.

    Returns:
        The size of the file in bytes.

    Raises:
        ValueError: If the sequences do not fit.
    """
    from pyarrow import parquet

    table = _table(schema, shard, _traced(network, schema, shard))
    path = shard.path(folder)
    # The numbers hardly repeat: a dictionary or a compression takes time and saves little.
    write_whole(
        path,
        lambda temporary: parquet.write_table(
            table, temporary, compression="none", use_dictionary=False, write_statistics=["sequence", "step"]
        ),
    )
    return path.stat().st_size


def inputs_of(path: Path) -> str:
    """The digest of the sequences that a shard was made of."""
    from pyarrow import parquet

    return parquet.read_schema(path).metadata[INPUTS].decode()


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Writes a file that is there as a whole or not at all, also if the machine stops in between.

    Args:
        path: The path of the file.
        write: Writes it to the path that it is given.
    """
    temporary = path.with_name(f"{path.name}.{uuid4().hex}.tmp")
    try:
        write(temporary)
        with open(temporary, "rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    if os.name == "posix":  # the new name is safe on the disk when the folder is
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _traced(network: Network, schema: Schema, shard: Shard) -> list[np.ndarray]:
    """Each column's numbers, shape (rows, units), in the order of the sequences."""
    starts = np.cumsum([0, *map(len, shard.sequences)])
    found = [np.empty((shard.rows, column.units), schema.dtype) for column in schema.columns]
    values = sum(column.units for column in schema.columns)
    for places in _batches(shard.sequences, values, is_model=isinstance(network.model, ModelFile)):
        batch, mask = _side_by_side([shard.sequences[place] for place in places])
        for array, into in zip(network.arrays(schema.columns, batch, mask), found, strict=True):
            with np.errstate(over="ignore"):  # beyond 65,504 float16 has infinity
                rounded = array.astype(schema.dtype, copy=False)  # all at once: of parts it would take longer
            for row, place in enumerate(places):
                start, stop = starts[place], starts[place + 1]
                into[start:stop] = rounded[row, : stop - start]
    return found


def _batches(sequences: Sequence[np.ndarray], values: int, *, is_model: bool) -> Iterator[list[int]]:
    """The places of the sequences that are traced together: of similar length; of the same length for a model.

    A model would see the steps that are added to a shorter sequence.
    """
    batch: list[int] = []
    for place in sorted(range(len(sequences)), key=lambda place: -len(sequences[place])):
        if batch:
            longest = len(sequences[batch[0]])
            most = min(LARGEST_BATCH, MOST_VALUES // (longest * values))
            if len(batch) >= most or (is_model and sequences[place].shape != sequences[batch[0]].shape):
                yield batch
                batch = []
        batch.append(place)
    yield batch


def _side_by_side(sequences: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray | None]:
    """The sequences as a batch, with zeros after the end of a shorter one, and the mask if there is a shorter one."""
    lengths = np.array([len(sequence) for sequence in sequences])
    if lengths.min() == lengths.max():
        return np.stack(sequences), None
    batch = np.zeros((len(sequences), lengths.max(), *sequences[0].shape[1:]), sequences[0].dtype)
    for row, sequence in zip(batch, sequences, strict=True):
        row[: len(sequence)] = sequence
    return batch, np.arange(lengths.max()) < lengths[:, None]


def _table(schema: Schema, shard: Shard, numbers: list[np.ndarray]) -> Any:
    import pyarrow

    lengths = [len(sequence) for sequence in shard.sequences]
    places = np.arange(shard.first, shard.first + len(lengths), dtype=np.int64)
    columns = {
        "sequence": pyarrow.array(np.repeat(places, lengths)),
        "step": pyarrow.array(np.concatenate([np.arange(length, dtype=np.int32) for length in lengths])),
    }
    for column, array in zip(schema.columns, numbers, strict=True):
        values = pyarrow.array(array.reshape(-1))
        columns[column.name] = pyarrow.FixedSizeListArray.from_arrays(values, column.units)
    return pyarrow.table(columns).replace_schema_metadata({INPUTS: shard.digest})
