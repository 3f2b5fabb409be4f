"""Encodes arrays for the browser."""

import base64
from typing import Any

import numpy as np


def encode(array: np.ndarray) -> dict[str, Any]:
    """An array as JSON values, from which the browser reads exactly the same numbers.

    Args:
        array: An array of any shape. float32 stays float32; other numbers become float64.

    Returns:
        `shape`, `bytes` (4 or 8 for each number) and `data`, little-endian in base64.
    """
    values = np.asarray(array)
    size = 4 if values.dtype == np.float32 else 8
    data = np.ascontiguousarray(values, f"<f{size}").tobytes()
    return {"shape": list(values.shape), "bytes": size, "data": base64.b64encode(data).decode("ascii")}
