"""HDF5 files, read by pyfive, which is pure Python. Nothing is read before its size is compared with the file's."""

import io
import math
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyfive
import pyfive.h5d

from lstm_viz.model_files.sentences import FileError

# For a line in its log, pyfive looks up its own version in a file, which this process can no longer open.
pyfive.h5d.version = lambda name: ""
COMPACT, CONTIGUOUS, CHUNKED = 0, 1, 2
EXTERNAL_FILES = 7  # the type of the message that names other files
MOST_OBJECTS = 20_000
MOST_BYTES = 2**27
"""The largest size of all arrays that are packed. What is not packed cannot be larger than the file."""
LARGEST_CHUNK = 2**27
FORM_ERRORS = (RuntimeError, ModuleNotFoundError)
"""What pyfive raises for forms of HDF5 that it does not know, NotImplementedError among them."""


class Hdf5:
    """A file of named arrays.

    Args:
        content: The bytes of the file.

    Attributes:
        root: What pyfive makes of it.
        arrays: Path → data set, without "/" at its beginning. Some versions of Keras wrote backslashes on Windows.
        groups: Path → group; that of the file itself is "".

    Raises:
        InputError: If the file links to other files, or has too many objects.
    """

    def __init__(self, content: bytes):
        self._size = len(content)
        self._unpacked = 0
        self.root = pyfive.File(io.BytesIO(content))
        self.arrays: dict[str, Any] = {}
        self.groups: dict[str, Any] = {"": self.root}
        self._walk()

    def _walk(self) -> None:
        """Finds all objects by their path, each once: a link may lead back to where it is."""
        seen: set[object] = set()
        waiting = deque([("", self.root)])
        while waiting:
            prefix, group = waiting.popleft()
            for name, target in group._links.items():
                if isinstance(target, str):
                    raise FileError("The HDF5 file has a link in place of the array {name}.", name=name)
                if target in seen:
                    continue
                seen.add(target)
                if len(seen) > MOST_OBJECTS:
                    raise FileError("The HDF5 file has more than {most} objects.", most=MOST_OBJECTS)
                path = f"{prefix}/{name}".replace("\\", "/").strip("/")
                # In this way the index of a chunked data set is read only when the data set is.
                try:
                    found = group.get_lazy_view(name)
                except AssertionError as error:  # also of a link to another file
                    raise FileError("A part of the HDF5 file is damaged, or is a link to another file.") from error
                except FORM_ERRORS as error:
                    raise _form_error(name, error) from error
                if hasattr(found, "_links"):
                    self.groups[path] = found
                    waiting.append((path, found))
                elif hasattr(found, "id"):
                    self.arrays[path] = found

    def text(self, name: str, group: str = "") -> str | None:
        """An attribute of a group that is a text; None if there is none."""
        value = self.groups[group].attrs.get(name) if group in self.groups else None
        if isinstance(value, bytes):
            return value.decode("utf-8", errors="replace")
        return str(value) if isinstance(value, str) else None

    def names(self, group: Any, name: str) -> list[str] | None:
        """An attribute that is a list of names. Keras cuts a long one into name0, name1, … None if there is none."""
        attributes: Mapping[str, Any] = group.attrs
        if name in attributes:
            return list(_names(attributes[name]))
        pieces: list[Any] = []
        while f"{name}{len(pieces)}" in attributes:
            pieces.append(attributes[f"{name}{len(pieces)}"])
        return [item for piece in pieces for item in _names(piece)] if pieces else None

    def shape(self, path: str) -> tuple[int, ...]:
        """The shape that an array has according to the file."""
        return tuple(self.arrays[path].shape or ())

    def read(self, path: str) -> np.ndarray:
        """An array of numbers, as float32.

        Raises:
            InputError: If it holds no numbers, lies outside of the file, or is larger than the file can hold.
        """
        dataset = self.arrays[path]
        self._check(path, dataset)
        if dataset.id.layout_class == CONTIGUOUS:
            # pyfive would read a large array in pieces, and takes the wrong ones if a row is larger than a piece.
            dataset.id.set_pseudo_chunk_size(0)
        try:
            with np.errstate(over="ignore"):
                return np.asarray(dataset[()], dtype=np.float32, order="C")
        except FORM_ERRORS as error:
            raise _form_error(path.rsplit("/", 1)[-1], error) from error

    def _check(self, path: str, dataset: Any) -> None:
        name = path.rsplit("/", 1)[-1]
        layout, header = dataset.id.layout_class, self.root._get_dataobjects(dataset.id._meta.offset)
        if layout not in (COMPACT, CONTIGUOUS, CHUNKED) or header.find_msg_type(EXTERNAL_FILES):
            raise FileError("The array {name} is not in this file: it is taken from other files or arrays.", name=name)
        if dataset.shape is None or dataset.dtype.kind not in "fiub" or dataset.dtype.itemsize > 8:
            raise FileError("The array {name} does not hold numbers.", name=name)
        size = math.prod(dataset.shape) * dataset.dtype.itemsize
        if layout == CHUNKED:
            self._unpacked += size
            chunk = math.prod(dataset.chunks) * dataset.dtype.itemsize
            if self._unpacked > MOST_BYTES or chunk > LARGEST_CHUNK:
                raise FileError("The array {name} is larger than can be opened.", name=name)
        elif size > self._size or (size and layout == CONTIGUOUS and dataset.id.data_offset > self._size - size):
            raise FileError("The array {name} is larger than the file, or the file is cut off.", name=name)


def _form_error(name: str, error: Exception) -> Exception:
    if isinstance(error, RecursionError):  # a RuntimeError, too
        return error
    return FileError(
        "The array {name} is stored in a form of HDF5 that cannot be read here, such as LZF compression, or chunks "
        "with libver=“latest”. Save the model again with Keras's “model.save”.",
        name=name,
    )


def _names(value: Any) -> Iterator[str]:
    for item in np.ravel(np.asarray(value)):
        yield item.decode("utf-8", errors="replace") if isinstance(item, bytes) else str(item)
