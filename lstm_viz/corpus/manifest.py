"""What is in the folder of a corpus: `manifest.json` beside the shards."""

import json
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import lstm_viz
from lstm_viz.corpus.network import Column
from lstm_viz.corpus.shards import Schema, write_whole

FORMAT = "lstm_viz.corpus/1"
NAME = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What is in a corpus.

    Attributes:
        model: The digest of the weights and options.
        schema: What the rows hold.
        versions: Program → its version, of the run that has begun the corpus.
        sequences: The number of sequences; None until the corpus is complete.
        steps: The number of rows; None until the corpus is complete.
    """

    model: str
    schema: Schema
    versions: dict[str, str]
    sequences: int | None = None
    steps: int | None = None

    @property
    def is_complete(self) -> bool:
        """Whether all sequences are in the files."""
        return self.steps is not None

    def save(self, folder: Path) -> None:
        """Writes it to the folder."""
        values: dict[str, Any] = {"format": FORMAT, "model": self.model, **asdict(self.schema)}
        values["columns"] = [column._asdict() for column in self.schema.columns]
        values |= {"versions": self.versions, "sequences": self.sequences, "steps": self.steps}
        write_whole(folder / NAME, lambda path: path.write_text(json.dumps(values, indent=1), "utf-8"))

    def check(self, other: "Manifest") -> None:
        """Raises a ValueError unless the rows of another corpus are those of this one."""
        for name, ours, theirs in (
            ("model", self.model, other.model),
            ("signals", self.schema.columns, other.schema.columns),
            ("dtype", self.schema.dtype, other.schema.dtype),
        ):
            if ours != theirs:
                raise ValueError(f"out holds a corpus of another {name}. Give another folder, or delete this one.")


def load_manifest(folder: Path) -> Manifest:
    """Reads the manifest of a corpus.

    Raises:
        FileNotFoundError: If there is none in the folder.
        ValueError: If it is not one of a corpus.
    """
    values = json.loads((folder / NAME).read_text("utf-8"))
    if values.get("format") != FORMAT:
        raise ValueError(f"{folder / NAME} must have the format {FORMAT}, not {values.get('format')}.")
    schema = Schema(tuple(Column(**column) for column in values["columns"]), values["dtype"])
    return Manifest(values["model"], schema, values["versions"], values["sequences"], values["steps"])


def versions() -> dict[str, str]:
    """Program → its version."""
    installed = {name: version(name) for name in ("numpy", "pyarrow")}
    return {"lstm_viz": lstm_viz.__version__, "python": platform.python_version(), **installed}
