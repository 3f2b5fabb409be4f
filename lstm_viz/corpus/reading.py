"""Reads a corpus with DuckDB."""

import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lstm_viz.corpus.manifest import Manifest, load_manifest

if TYPE_CHECKING:
    import duckdb


class Corpus:
    """A corpus that `trace_corpus` wrote, as a view `steps` in DuckDB.

    The view has a row for each step of each sequence: `sequence` and `step`, both from 0, and for each signal a column
    of type FLOAT[units].

    Args:
        folder: The folder of the corpus.

    Attributes:
        manifest: What is in it.
        connection: A connection of DuckDB, in memory, with the view `steps`.
    """

    def __init__(self, folder: str | Path):
        import duckdb

        self.manifest: Manifest = load_manifest(Path(folder))
        # Listed, not as a pattern: the view stays what it is while a run adds files.
        files = [_quoted(glob.escape(str(path))) for path in sorted(Path(folder).glob("shard-*.parquet"))]
        if not files:
            raise FileNotFoundError(f"{folder} holds no shard of a corpus yet.")
        # Parquet does not tell how long each list is. With it, DuckDB's functions on arrays take the columns.
        columns = [
            f"{_name(column.name)}::FLOAT[{column.units}] AS {_name(column.name)}"
            for column in self.manifest.schema.columns
        ]
        selected = ", ".join(["sequence", "step", *columns])
        self.connection: duckdb.DuckDBPyConnection = duckdb.connect()
        self.connection.execute(f"CREATE VIEW steps AS SELECT {selected} FROM read_parquet([{', '.join(files)}])")

    def sql(self, query: str, **options: Any) -> "duckdb.DuckDBPyRelation":
        """The result of a query, such as "SELECT sequence, step FROM steps WHERE hidden[3] > 0.9": units from 1."""
        return self.connection.sql(query, **options)

    def close(self) -> None:
        """Closes the connection."""
        self.connection.close()

    def __enter__(self) -> "Corpus":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def open_corpus(out: str | Path) -> Corpus:
    """Opens a corpus that `trace_corpus` wrote. One that is not complete yet opens with the shards that it has.

    Args:
        out: The folder of the corpus.

    Returns:
        The corpus, whose `sql` asks DuckDB.

    Raises:
        FileNotFoundError: If there is no corpus in the folder, or no shard yet.
        ImportError: If DuckDB is not installed (extra `corpus`).
    """
    return Corpus(out)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'
