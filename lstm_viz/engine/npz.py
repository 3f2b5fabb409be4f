"""Files of named arrays, which visitors bring: what is written, and the only reader of them.

A file may hold anything, so nothing in it is parsed by more than it needs: numpy's reader evaluates the header of an
array as Python, and zipfile unpacks any method of compression.
"""

import io
import json
import math
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from lstm_viz.problem import InputError

MEBIBYTE = 2**20
MOST_PARTS = 200
LONGEST_HEADER = 1000
MOST_AXES, LONGEST_BESIDE_NONE = 8, 100
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # those of numpy.savez and numpy.savez_compressed
ENCRYPTED = 1
MAGIC = re.compile(rb"\x93NUMPY([\x01\x02\x03])\x00", re.DOTALL)
# The header as numpy writes it; with Python 2, whole numbers could end in L.
HEADER = re.compile(
    rb"\{'descr': '([<>=|])([bfiuU])(\d{1,9})', 'fortran_order': (False|True), "
    rb"'shape': \(((?:\d{1,18}L?(?:, \d{1,18}L?)*,?)?)\), \}\s*"
)
NUMBERS = {"b": (1,), "f": (2, 4, 8), "i": (1, 2, 4, 8), "u": (1, 2, 4, 8)}
"""The kind of a number in numpy → the bytes that one may have."""
# What zipfile can raise for a file that is damaged.
DAMAGED: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OverflowError,
)
DAMAGED += (RuntimeError, ValueError)


class Arrays:
    """The arrays of a file, by name.

    Args:
        path: The path of the file, or a file that is open for reading bytes.
        kind: What must be in the file, such as "lstm_viz.Trace/1".
        most: The largest size of all arrays together, in bytes.

    Attributes:
        header: What was written with the arrays.

    Raises:
        InputError: If the file does not hold arrays of this kind.
        FileNotFoundError: If the file does not exist.
    """

    def __init__(self, path: str | Path | BinaryIO, kind: str, most: int):
        content = Path(path).read_bytes() if isinstance(path, str | Path) else path.read()
        self._parts = unpacked(content, most)
        self.header = self._header(kind)

    def __iter__(self):
        return iter(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def floats(self, name: str) -> np.ndarray:
        """An array of floating-point numbers, as float32. What float32 cannot hold becomes infinite."""
        with np.errstate(over="ignore"):
            return self._numbers(name, "f").astype("float32")

    def whole(self, name: str) -> np.ndarray:
        """An array of whole numbers."""
        return self._numbers(name, "iu")

    def flags(self, name: str) -> np.ndarray:
        """An array of booleans."""
        return self._numbers(name, "b")

    def _numbers(self, name: str, kinds: str) -> np.ndarray:
        array = array_of(name, self._part(name))
        if array.dtype.kind not in kinds:
            raise InputError("its part {name} has the wrong type of numbers", name=words(name))
        return array

    def _part(self, name: str) -> bytes:
        if name not in self._parts:
            raise InputError("it has no part {name}", name=words(name))
        return self._parts[name]

    def _header(self, kind: str) -> dict[str, Any]:
        try:
            header = json.loads(_text("header", self._part("header")))
        except (ValueError, RecursionError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError("its header cannot be read") from error
        if not isinstance(header, dict) or header.pop("format", None) != kind:
            raise InputError("its format is not {format}", format=kind)
        return header


def save(path: str | Path | BinaryIO, kind: str, header: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> None:
    """Writes a compressed npz file without pickle, which `Arrays` reads and `numpy.load` opens.

    Args:
        path: The path of the file, or a file that is open for writing bytes.
        kind: What is in the file, such as "lstm_viz.Trace/1".
        header: JSON values.
        arrays: Name → array of numbers.
    """
    text = np.array(json.dumps({"format": kind, **header}))
    with open(path, "wb") if isinstance(path, str | Path) else nullcontext(path) as file:
        np.savez_compressed(file, allow_pickle=False, header=text, **arrays)


def unpacked(content: bytes, most: int) -> dict[str, bytes]:
    """The bytes of each part of an npz file, by name; see `Arrays` for the arguments and the error."""
    # zipfile makes an object of each entry of a directory, which may have hundreds of thousands.
    if content.count(b"PK\x01\x02") > MOST_PARTS:
        raise InputError("it has more than {most} parts", most=MOST_PARTS)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = {_name(entry): entry for entry in archive.infolist()}
            if len(entries) < len(archive.infolist()):
                raise InputError("two of its parts have the same name")
            _check_entries(entries.values(), most)
            return {name: archive.read(entry) for name, entry in entries.items()}
    except InputError:
        raise
    except DAMAGED as error:
        raise InputError("it is damaged, or not an npz file") from error


def _name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.removesuffix(".npy")


def _check_entries(entries: Collection[zipfile.ZipInfo], most: int) -> None:
    if (size := sum(entry.file_size for entry in entries)) > most:
        raise InputError(
            "it holds {size} MiB, more than the {most} MiB that can be opened",
            size=f"{size / MEBIBYTE:,.0f}",
            most=f"{most / MEBIBYTE:,.0f}",
        )
    if any(entry.compress_type not in METHODS or entry.flag_bits & ENCRYPTED for entry in entries):
        raise InputError("its parts are encrypted, or not compressed as NumPy does it")


def _described(name: str, part: bytes) -> tuple[str, str, tuple[int, ...], str, memoryview]:
    """The byte order, the kind and size of a number, the shape, the order of the axes, and the rest of a part."""
    magic = MAGIC.match(part)
    begin = 10 if magic and magic[1] == b"\x01" else 12
    end = begin + int.from_bytes(part[8:begin], "little")
    header = HEADER.fullmatch(part[begin:end]) if magic and end - begin <= LONGEST_HEADER else None
    shape = tuple(map(int, re.findall(rb"\d+", header[5]))) if header else ()
    if header is None or len(shape) > MOST_AXES:
        raise InputError("its part {name} is not an array of numbers", name=words(name))
    kind = header[2].decode() + header[3].decode()
    return header[1].decode(), kind, shape, "F" if header[4] == b"True" else "C", memoryview(part)[end:]


def array_of(name: str, part: bytes) -> np.ndarray:
    """The numbers of a part.

    Args:
        name: The name of the part, for the error.
        part: The bytes of a `.npy` file.

    Raises:
        InputError: If the part is not an array of numbers.
    """
    byte_order, kind, shape, order, data = _described(name, part)
    if int(kind[1:]) not in NUMBERS.get(kind[0], ()):
        raise InputError("its part {name} is not an array of numbers", name=words(name))
    # An axis of 0 makes the product 0, however long the other axes are.
    if len(data) != math.prod(shape) * int(kind[1:]) or (0 in shape and max(shape) > LONGEST_BESIDE_NONE):
        raise InputError("its part {name} does not have as many numbers as its shape says", name=words(name))
    if kind == "b1":
        return np.ndarray(shape, "u1", data, order=order) != 0  # type: ignore[call-overload, arg-type]
    array = np.ndarray(shape, byte_order + kind, data, order=order)  # type: ignore[call-overload, arg-type]
    return array.astype(array.dtype.newbyteorder("="))


def _text(name: str, part: bytes) -> str:
    byte_order, kind, shape, _, data = _described(name, part)
    if kind[0] != "U" or shape or len(data) != 4 * int(kind[1:]):
        raise InputError("its part {name} is not text", name=words(name))
    return bytes(data).decode("utf-32-be" if byte_order == ">" else "utf-32-le").rstrip("\0")


def words(name: str) -> str:
    """A part's name as it is read, which is not cut as a long word is."""
    return name.replace("_", " ")
