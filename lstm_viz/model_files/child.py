"""The process in which a file is read: `python -I`, without an environment, with limits. Bytes in, a description out.

A file may hold anything. So it is read by pure Python as far as possible, by a process that may not open files, start
processes or take more than its share; the server only ever sees the numbers that come out.
"""

import importlib
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from lstm_viz.model_files.description import Description

MEMORY = 512 * 2**20
"""Of addresses, more than of what it really takes."""
SECONDS = 20
READERS = {
    "hdf5": ("keras_file", "read_hdf5", "pyfive"),
    "keras": ("keras_file", "read_zip", "pyfive"),
    "npz": ("npz_file", "read", "numpy"),
    "safetensors": ("pytorch_file", "read", "safetensors.numpy"),
    "onnx": ("onnx_file", "read", "onnx"),
}
"""What `sniffing` finds → the module and the function that read it, and the package that they need."""
LATE = (
    *("encodings.ascii", "encodings.cp437", "encodings.latin_1", "encodings.utf_32_le", "encodings.utf_32_be"),
    *("zlib", "lzma", "bz2", "importlib.metadata", "numpy.lib.stride_tricks"),
)
"""Modules that Python and the packages import only when they are used."""


def described(content: bytes, before: Callable[[], None] | None = None) -> "Description":
    """What a file holds.

    Args:
        content: The bytes of the file.
        before: Called when all modules that read the file are imported, and nothing of it has been read.

    Raises:
        InputError: If it cannot be read.
    """
    from lstm_viz.model_files import description, sentences, sniffing

    module, function, package = READERS[sniffing.form(content)]
    try:
        importlib.import_module(package)
    except ImportError as error:
        name = package.partition(".")[0]
        raise sentences.FileError(
            "To read this file, install {package}: pip install {package}", package=name
        ) from error
    read = getattr(importlib.import_module(f"lstm_viz.model_files.{module}"), function)
    if before is not None:
        before()
    found = read(content)
    return replace(found, notes=(*found.notes, *description.not_finite(found.graph)))


def main() -> NoReturn:
    """Reads the file from standard input, and writes what it holds, or the sentence that says why not."""
    _limit("RLIMIT_AS", MEMORY)
    _limit("RLIMIT_CPU", SECONDS)
    _limit("RLIMIT_FSIZE", 0)
    from lstm_viz.model_files import description, sentences
    from lstm_viz.problem import InputError

    output = sys.stdout.buffer
    try:
        description.send(described(sys.stdin.buffer.read(), _shut), output)
    except InputError as error:
        description.send_text({"problem": sentences.to_json(error)}, output)
    except MemoryError:
        problem = sentences.FileError("The file needs more memory than a model may take.")
        description.send_text({"problem": sentences.to_json(problem)}, output)
    except RecursionError:
        problem = sentences.FileError("The file's parts are nested too deep.")
        description.send_text({"problem": sentences.to_json(problem)}, output)
    output.flush()
    sys.exit(0)


def _shut() -> None:
    """After this the process can open nothing more. What Python would import late is imported before."""
    for name in LATE:
        importlib.import_module(name)
    _limit("RLIMIT_NOFILE", 3)


def _limit(name: str, most: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    which = getattr(resource, name, None)
    if which is not None:
        _, hard = resource.getrlimit(which)
        resource.setrlimit(which, (most if hard == resource.RLIM_INFINITY else min(most, hard),) * 2)
