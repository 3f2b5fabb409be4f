"""`read_model`: a file of a model, read in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from lstm_viz.i18n import N_
from lstm_viz.model_files import sentences
from lstm_viz.model_files.description import Description, received, split
from lstm_viz.model_files.model_file import ModelFile
from lstm_viz.model_files.sentences import FileError

LARGEST = 100 * 2**20
PATIENCE = 60
"""Seconds by the clock; by the processor's time, the process is limited to fewer."""
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from lstm_viz.model_files import child; child.main()"
DAMAGED = N_("The file is cut off or damaged, or it was not written as files of its kind are.")


def read_model(file: str | Path | bytes | BinaryIO) -> ModelFile:
    """Reads a model that others made, without Keras: every layer, its weights, and what they meant when it was made.

    Nothing in the file is ever run: no Lambda, no pickle, no class of the author's own. It is read in a process of its
    own, with limits on memory and time.

    Args:
        file: The path of a file, its bytes, or a file that is open for reading bytes: `.keras` and HDF5 of Keras 1.2 to
            3, weights alone, PyTorch's LSTM, GRU and RNN as `.safetensors`, ONNX, or what `Trace.save` wrote. Its name
            does not matter.

    Returns:
        The model.

    Raises:
        InputError: If the file cannot be read. The sentence says why, and what to do.
        FileNotFoundError: If there is no such file.
    """
    content = _content(file)
    if len(content) > LARGEST:
        raise FileError(
            "The file holds {size} MB, more than the {most} MB that can be opened.",
            size=len(content) // 2**20,
            most=LARGEST // 2**20,
        )
    return ModelFile(_described(content))


def _content(file: str | Path | bytes | BinaryIO) -> bytes:
    if isinstance(file, bytes):
        return file
    if isinstance(file, str | Path):
        with open(file, "rb") as opened:
            return opened.read(LARGEST + 1)
    return file.read(LARGEST + 1)


def _described(content: bytes) -> Description:
    # One thread of OpenBLAS, because each of them would take memory of its own.
    environment = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    if "SYSTEMROOT" in os.environ:  # without it, Python does not start on Windows
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    root = str(Path(__file__).parents[2])
    folders = json.dumps([root, *(folder for folder in sys.path if folder and Path(folder).is_absolute())])
    command = [sys.executable, "-I", "-c", START, folders]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, env=environment, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise FileError("The file takes too long to be read.") from error
    # 24 is SIGXCPU, which the system sends when the time is over; after it comes SIGKILL.
    if done.returncode in (-24, -9):
        raise FileError("The file takes too long to be read.")
    try:
        values, data = split(done.stdout)
        if done.returncode == 0 and "problem" not in values:
            return received(values, data)
    except ValueError:
        values = {}
    if "problem" in values:
        raise sentences.error_from_json(values["problem"])
    raise FileError(DAMAGED) from RuntimeError(done.stderr.decode(errors="replace")[-2000:])
