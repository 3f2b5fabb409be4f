"""What is found in a file, before it becomes a `ModelFile`; and how one process sends it to another."""

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO

import numpy as np

from lstm_viz.i18n import N_
from lstm_viz.model_files import graph as graphs
from lstm_viz.model_files import sentences
from lstm_viz.model_files.graph import Graph, Ref, Shape
from lstm_viz.model_files.writer import Writer
from lstm_viz.problem import Note

MOST_TEXT = 2**26
WEIGHTS_ALONE = N_("Keras weights")
"""The format of a file that does not describe its layers."""


@dataclass(frozen=True, eq=False)
class Description:
    """What a file holds.

    Attributes:
        format: What kind of file it is, such as "Keras 2 HDF5".
        writer: Who wrote it.
        graph: The model.
        shapes: The shapes of the outputs that are known.
        notes: What a reader of its numbers must know.
        alternatives: Layer → the options of other layers that its shapes fit, where the file does not say which it is.
    """

    format: str
    writer: Writer
    graph: Graph
    shapes: Mapping[Ref, Shape] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    alternatives: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)


def not_finite(graph: Graph) -> Iterator[Note]:
    """How many weights are no numbers, layer by layer."""
    for layer in graph.all_layers():
        if count := sum(int((~np.isfinite(array)).sum()) for array in layer.arrays.values()):
            yield Note(
                "{count} of the {total} parameters of {name} are NaN or infinite.",
                count=count,
                total=sum(array.size for array in layer.arrays.values()),
                name=layer.name,
            )


def send(description: Description, stream: BinaryIO) -> None:
    """Writes a description: the length of a JSON text, this text, and the numbers of all arrays."""
    arrays: list[np.ndarray] = []
    values = {
        "format": description.format,
        "writer": asdict(description.writer),
        "graph": graphs.to_json(description.graph, arrays),
        "shapes": [[list(ref), shape] for ref, shape in description.shapes.items()],
        "notes": [sentences.to_json(note) for note in description.notes],
        "alternatives": description.alternatives,
    }
    send_text({**values, "arrays": [array.shape for array in arrays]}, stream)
    for array in arrays:
        stream.write(np.ascontiguousarray(array, "<f4").data)


def send_text(values: Mapping[str, Any], stream: BinaryIO) -> None:
    """Writes JSON values with their length before them."""
    text = json.dumps(values).encode()
    stream.write(struct.pack("<Q", len(text)))
    stream.write(text)


def split(content: bytes) -> tuple[dict[str, Any], memoryview]:
    """The JSON values that `send_text` wrote, and what comes after them.

    Raises:
        ValueError: If there are none.
    """
    if len(content) < 8:
        raise ValueError("nothing was written")
    (length,) = struct.unpack("<Q", content[:8])
    if length > min(len(content) - 8, MOST_TEXT):
        raise ValueError("less was written than was announced")
    return json.loads(content[8 : 8 + length]), memoryview(content)[8 + length :]


def received(values: Mapping[str, Any], data: memoryview) -> Description:
    """The description that `send` wrote."""
    arrays, start = [], 0
    for shape in values["arrays"]:
        count = int(np.prod(shape, dtype=np.int64))
        arrays.append(np.frombuffer(data, "<f4", count, start).reshape(shape))
        start += 4 * count
    return Description(
        format=values["format"],
        writer=Writer(**values["writer"]),
        graph=graphs.from_json(values["graph"], arrays),
        shapes={(ref[0], ref[1]): tuple(shape) for ref, shape in values["shapes"]},
        notes=tuple(map(sentences.from_json, values["notes"])),
        alternatives=values["alternatives"],
    )
