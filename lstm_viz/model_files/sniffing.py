"""What a file is, by its first bytes; and a sentence for what is no model that can be read."""

import io
import zipfile

from lstm_viz.i18n import N_
from lstm_viz.model_files.sentences import FileError

HDF5 = b"\x89HDF\r\n\x1a\n"
PICKLE = N_(
    "This is a file of PyTorch or a pickle. It is never opened: opening it can run any code. "
    "Where the model was made, these three lines write a file that can be read:\n{code}"
)

CONVERT = """import torch, safetensors.torch
state = torch.load("model.pt", map_location="cpu", weights_only=True)
safetensors.torch.save_file({k: v.contiguous() for k, v in state.items()}, "model.safetensors")"""
LFS = N_(
    "This is a pointer of Git LFS, not the model: a few lines that name the file. Download the file itself, for "
    "example with “git lfs pull”."
)
WEB_PAGE = N_(
    "This is a web page, not the model. Download the file itself, for example with the button “Download raw file”."
)
JSON = N_(
    "This is a text in JSON. It may describe a model, but it holds no weights. Save the whole model with “model.save”."
)
PACKED = N_("This file is packed. Unpack it, and give the model in it.")
OTHERS = (
    (b"version https://git-lfs", LFS),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (b"{", JSON),
    (b"\x1f\x8b", PACKED),
    (b"rar!", PACKED),
    (b"7z\xbc\xaf", PACKED),
    (b"\x93numpy", N_("This is an array of NumPy, not a model.")),
)
"""The first bytes, with small letters → the sentence."""
SAVED_MODEL = N_(
    "This is a SavedModel of TensorFlow. Load it where it was made, and save it with “model.save('model.keras')”."
)
UNKNOWN = N_(
    "This is not a model that can be read. Files of Keras (.keras, .h5, .weights.h5), PyTorch "
    "(.safetensors) and ONNX, and files saved by this app, can be read."
)
MOST_ENTRIES = 10_000
PICKLES = tuple(bytes([0x80, protocol]) for protocol in range(2, 6))
FIRST_OF_PROTOBUF = (0x08, 0x0A, 0x12)


def form(content: bytes) -> str:
    """What the file is: "hdf5", "keras", "npz", "safetensors" or "onnx".

    Raises:
        FileError: If it is none of these.
    """
    if not content:
        raise FileError("The file is empty.")
    if content.startswith(HDF5):
        return "hdf5"
    if content.startswith(b"PK"):
        return _form_of_zip(content)
    if len(content) > 9 and content[8:9] == b"{" and int.from_bytes(content[:8], "little") < len(content):
        return "safetensors"
    start = content[:30].lstrip().lower()
    for beginning, sentence in OTHERS:
        if start.startswith(beginning):
            raise FileError(sentence)
    if content.startswith(PICKLES):
        raise FileError(PICKLE, code=CONVERT)
    if content[4:8] == b"TFL3":
        raise FileError("This is a model of TensorFlow Lite. Give the model from which it was made.")
    if content[0] in FIRST_OF_PROTOBUF:
        return "onnx"
    raise FileError(UNKNOWN)


def _form_of_zip(content: bytes) -> str:
    # zipfile makes an object of each entry of a directory, which may have hundreds of thousands.
    if content.count(b"PK\x01\x02") > MOST_ENTRIES:
        raise FileError("The file has more than {most} parts.", most=MOST_ENTRIES)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise FileError("The file is cut off or damaged.") from error
    if any(name.endswith((".pkl", ".pickle")) for name in names):
        raise FileError(PICKLE, code=CONVERT)
    if "config.json" in names:
        return "keras"
    if "header.npy" in names:
        return "npz"
    if any(name.endswith("saved_model.pb") for name in names):
        raise FileError(SAVED_MODEL)
    if any(name.endswith((".h5", ".hdf5", ".keras", ".onnx", ".safetensors")) for name in names):
        raise FileError(PACKED)
    raise FileError(UNKNOWN)
