"""Files of arrays that somebody has changed by hand, or that were damaged on their way."""

from __future__ import annotations

import io
import json
import pickle
import random
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping

import numpy as np

Parts = dict[str, bytes]
HEADERS = (
    "{",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (3,",
    "{'descr': '<f4',\n  'fortran_order': False,\n 'shape': (3,), }",
    "  {'descr': '<f4', 'fortran_order': False, 'shape': (3,), }",
    "\t\n {'descr'",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999999,), }",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 999999999999999), }",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 99, 99, 99, 99, 99, 99, 99, 99, 99), }",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (" + "1, " * 200 + "), }",
    "{'descr': '<f4', 'fortran_order': 1, 'shape': (True,), }",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000, 1000000, 1000000), }",
    "{'descr': '|O', 'fortran_order': False, 'shape': (3,), }",
    "{'descr': '<c8', 'fortran_order': False, 'shape': (3,), }",
    "{'descr': '<f0', 'fortran_order': False, 'shape': (3,), }",
    "{'descr': '<f16', 'fortran_order': False, 'shape': (3,), }",
    "{'descr': '<U999999999', 'fortran_order': False, 'shape': (), }",
    "{'descr': '<M8[D]', 'fortran_order': False, 'shape': (3,), }",
    "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (3,), }",
    "{'descr': '<" + "f" * 100_000 + "', 'fortran_order': False, 'shape': (3,), }",
    "{'shape': (3,), 'descr': '<f4', 'fortran_order': False, 'extra': 1}",
    "{'descr': __import__('os').getcwd(), 'fortran_order': False, 'shape': (3,), }",
    "[" * 5000,
    "-" * 5000 + "1",
    "'''",
    "\x00" * 100,
    "",
)
JSONS = ("", "{", "[1]", "null", "[" * 5000, '{"a":' * 3000, "1" * 5000, '{"format": NaN}', "\ud800", "\U0010ffff")


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def npy(array: np.ndarray) -> bytes:
    content = io.BytesIO()
    np.lib.format.write_array(content, array, allow_pickle=True)
    return content.getvalue()


def with_header(part: bytes, header: str, version: int = 1) -> bytes:
    """An array's part with another header before the same numbers."""
    old = 10 + int.from_bytes(part[8:10], "little")
    text = header.encode("utf-8", "surrogatepass")
    length = struct.pack("<H" if version == 1 else "<I", len(text) % (2**16 if version == 1 else 2**32))
    return b"\x93NUMPY" + bytes((version, 0)) + length + text + part[old:]


def json_part(text: str) -> bytes:
    return npy(np.array(text))


def changed_numbers(part: bytes, change: Callable[[np.ndarray], np.ndarray]) -> bytes:
    return npy(change(np.lib.format.read_array(io.BytesIO(part))))


NUMBERS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "too large for float32": lambda array: np.full(array.shape, 1e300),
    "infinite": lambda array: np.full(array.shape, np.inf, array.dtype if array.dtype.kind == "f" else "f4"),
    "NaN": lambda array: np.full(array.shape, np.nan),
    "the largest": lambda array: np.full(array.shape, np.finfo("f4").max),
    "an axis more": lambda array: array[..., None],
    "twice as wide": lambda array: np.stack([array, array], axis=-1),
    "an axis less": lambda array: array.reshape(-1)[:1].reshape(()),
    "empty": lambda array: array[:0],
    "turned": lambda array: array.T[::-1],
    "longer": lambda array: np.concatenate([array, array]),
    "negative": lambda array: -1 - np.abs(array),
    "falling": lambda array: array[::-1] - 1,
    "whole numbers": lambda array: array.astype("i8"),
    "booleans": lambda array: array.astype("?"),
    "texts": lambda array: array.astype("U"),
    "objects": lambda array: array.astype("O"),
    "complex": lambda array: array.astype("c8"),
    "dates": lambda array: array.astype("i8").astype("M8[s]"),
    "half": lambda array: array.astype("f2"),
}


def every_change(content: bytes) -> Iterator[tuple[str, bytes]]:
    """What is changed, and the changed file: of arrays, of their headers, and of how they are packed."""
    parts = parts_of(content)
    names = [name for name in parts if name != "header.npy"]
    for name in names:
        yield f"{name} missing", packed({each: part for each, part in parts.items() if each != name})
        for what, change in NUMBERS.items():
            array = np.lib.format.read_array(io.BytesIO(parts[name]))
            if array.ndim:
                yield f"{name} {what}", packed(parts | {name: changed_numbers(parts[name], change)})
    for number, header in enumerate(HEADERS):
        name = names[number % len(names)]
        for version in (1, 2, 3, 9):
            yield (
                f"{name} header {header[:60]!r} {version}",
                packed(parts | {name: with_header(parts[name], header, version)}),
            )
    for text in JSONS:
        yield f"JSON {text[:20]!r}", packed(parts | {"header.npy": json_part(text)})
    yield from _of_the_header(parts)
    yield from _of_the_packing(content, parts, names)


def _of_the_header(parts: Parts) -> Iterator[tuple[str, bytes]]:
    header = json.loads(str(np.lib.format.read_array(io.BytesIO(parts["header.npy"]))))
    values: tuple[object, ...] = (None, True, -1, 1.5, 10**400, "x", [], {}, [[1]], "9" * 9, float("nan"))
    for key in header:
        fewer = {name: value for name, value in header.items() if name != key}
        for value in (*values, *([header[key] | {"units": 10**9}] if isinstance(header[key], dict) else [])):
            yield (
                f"{key} = {str(value)[:20]}",
                packed(parts | {"header.npy": json_part(json.dumps(header | {key: value}))}),
            )
        yield f"no {key}", packed(parts | {"header.npy": json_part(json.dumps(fewer))})
        for inner in header[key] if isinstance(header[key], dict) else ():
            for value in values:
                changed = header | {key: header[key] | {inner: value}}
                yield f"{inner} = {str(value)[:20]}", packed(parts | {"header.npy": json_part(json.dumps(changed))})
    yield "more", packed(parts | {"header.npy": json_part(json.dumps(header | {"more": 1}))})
    yield "pickle", packed(parts | {"header.npy": npy(np.array([{"a": 1}], dtype=object))})


def _of_the_packing(content: bytes, parts: Parts, names: list[str]) -> Iterator[tuple[str, bytes]]:
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        whole = packed(parts, method)
        yield f"method {method}", whole
        yield f"method {method}, broken", whole[:200] + b"\xff" * 50 + whole[250:]
    for method in (1, 6, 9, 12, 14, 93, 95, 99, 65535):
        yield f"method {method} without its data", _patched(content, 10, struct.pack("<H", method))
    yield "encrypted", _patched(content, 8, b"\x01\x00")
    yield "every flag", _patched(content, 8, b"\xff\xff")
    yield "a later version", _patched(content, 6, b"\xff\x00")
    yield "a size of 4 GiB", _patched(content, 24, b"\xff\xff\xff\xff")
    yield "a size of nothing", _patched(content, 24, b"\0\0\0\0")
    yield "an offset beyond the end", _patched(content, 42, b"\xf0\xff\xff\xff")
    yield "raw members", packed({name.removesuffix(".npy"): b"\x00\x01 raw" for name in parts})
    yield "raw texts", packed(dict.fromkeys(parts, b"0.5, 0.25"))
    yield "a folder", packed(parts | {"kernel.npy/": b""})
    yield "names twice", _twice(parts)
    yield "one name with and without its ending", packed(parts | {names[0].removesuffix(".npy"): parts[names[0]]})
    yield "many parts", packed({f"{number}.npy": b"" for number in range(5000)})
    yield "a bomb", packed(parts | {names[0]: bytes(70 << 20)}, zipfile.ZIP_DEFLATED)
    yield "no zip", pickle.dumps({"weights": [1, 2]})
    yield "an array alone", npy(np.zeros(3))
    yield "nothing", b""
    yield "the end of a zip alone", b"PK\x05\x06" + bytes(18)
    yield "the end of a zip with sizes", b"PK\x05\x06" + b"\xff" * 18
    yield "something before", b"x" * 1000 + content


def _twice(parts: Parts) -> bytes:
    content = packed({name.replace("kernel", "kernek"): part for name, part in parts.items()} | parts)
    return content.replace(b"kernek", b"kernel")


def _patched(content: bytes, at: int, field: bytes) -> bytes:
    """The file with another value at a place of each entry of its directory, and the flags and method of each part."""
    changed = bytearray(content)
    found = content.find(b"PK\x01\x02")
    while found >= 0:
        changed[found + at : found + at + len(field)] = field
        if at in (8, 10):
            begin = int.from_bytes(content[found + 42 : found + 46], "little")
            changed[begin + at - 2 : begin + at - 2 + len(field)] = field
        found = content.find(b"PK\x01\x02", found + 1)
    return bytes(changed)


def damaged(content: bytes, count: int, seed: int) -> Iterator[bytes]:
    """The file with some of its bytes changed or cut off; mostly those of its directory and of its arrays' headers."""
    draw = random.Random(seed)
    marks = [at for mark in (b"PK", b"NUMPY") for at in _places(content, mark)]
    for _ in range(count):
        changed = bytearray(content)
        for _ in range(draw.randint(1, 3)):
            near = draw.choice(marks) + draw.randrange(130)
            at = draw.choice((near, draw.randrange(len(content)))) % len(content)
            changed[at] = draw.choice((0, 1, 0x7F, 0xFF, draw.randrange(256)))
        yield bytes(changed[: draw.choice((len(changed), len(changed), draw.randrange(len(changed))))])


def _places(content: bytes, mark: bytes) -> Iterator[int]:
    at = content.find(mark)
    while at >= 0:
        yield at
        at = content.find(mark, at + 1)
