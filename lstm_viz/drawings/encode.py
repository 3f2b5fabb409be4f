"""Arrays and contents on their way to the browser."""

import base64
import hashlib
import json
from typing import Any

import numpy as np


def encode(array: np.ndarray) -> dict[str, Any]:
    """An array as JSON values, of which the browser makes the very same numbers.

    Args:
        array: Of any shape; float32 goes as it is, every other number as float64.

    Returns:
        `shape`, `bytes` (4 or 8 for each number) and `data`, little-endian in base64.
    """
    values = np.asarray(array)
    size = 4 if values.dtype == np.float32 else 8
    data = np.ascontiguousarray(values, f"<f{size}").tobytes()
    return {"shape": list(values.shape), "bytes": size, "data": base64.b64encode(data).decode("ascii")}


def digest(contents: Any) -> str:
    """The same for the same contents, so that the browser draws nothing anew that it has."""
    return hashlib.blake2b(json.dumps(contents).encode(), digest_size=12).hexdigest()
