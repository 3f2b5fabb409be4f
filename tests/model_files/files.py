"""Files for the tests: as the installed Keras writes them, and as older ones did."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from lstm_viz import ModelFile
from lstm_viz.model_files import child
from tests.engine.layers import random

# A sentence of ids, padded; sequences, some of whose steps are 0, which a Masking skips.
IDS = np.array([[4, 2, 0, 0, 0, 0], [1, 2, 3, 0, 4, 0]])
X = random(2, 6, 3, seed=5)
MASKED = X.copy()
MASKED[0, :2] = MASKED[1, 4:] = 0


def opened(content: bytes) -> ModelFile:
    """The model in a file, read in this process: a child of its own would cost each test a third of a second."""
    return ModelFile(child.described(content))


def saved(model: Any, suffix: str) -> bytes:
    """The file that Keras writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"model{suffix}"
        model.save_weights(path) if suffix.endswith(".weights.h5") else model.save(path)
        return path.read_bytes()


def old_hdf5(
    config: Any, weights: dict[str, dict[str, np.ndarray]], version: str | None, backend: str | None = "tensorflow"
) -> bytes:
    """An HDF5 file as Keras 1 and 2 wrote it; of weights alone if `config` is None.

    Args:
        config: The model's configuration.
        weights: Layer → name of the weight → array.
        version: The version of Keras.
        backend: Its backend.
    """
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        group = file if config is None else file.create_group("model_weights")
        if config is not None:
            file.attrs["model_config"] = json.dumps(config).encode()
        for target in {file, group}:
            if version is not None:
                target.attrs["keras_version"] = version.encode()
            if backend is not None:
                target.attrs["backend"] = backend.encode()
        group.attrs["layer_names"] = [name.encode() for name in weights]
        for layer, arrays in weights.items():
            inside = group.create_group(layer)
            inside.attrs["weight_names"] = [name.encode() for name in arrays]
            for name, array in arrays.items():
                inside.create_dataset(name, data=array)
    return content.getvalue()


def sequential(*layers: tuple[str, dict[str, Any]], as_list: bool = False) -> dict[str, Any]:
    """The configuration of a Sequential; a list before Keras 2.2.3."""
    each = [{"class_name": name, "config": config} for name, config in layers]
    return {"class_name": "Sequential", "config": each if as_list else {"name": "model", "layers": each}}


def zipped(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
