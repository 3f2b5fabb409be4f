"""Keras layers with weights that are easy to trace, and data to run them on. Few shapes: each is compiled once."""

from __future__ import annotations

from functools import cache
from typing import Any

import keras
import numpy as np

BATCH, TIME, FEATURES, UNITS = 5, 6, 4, 5
KINDS: dict[str, Any] = {"LSTM": keras.layers.LSTM, "GRU": keras.layers.GRU, "SimpleRNN": keras.layers.SimpleRNN}
ENGINES = ("numpy", "keras")

# No step skipped, the first ones, the last ones, some between, all.
MASK = np.array(
    [[1, 1, 1, 1, 1, 1], [0, 0, 1, 1, 1, 1], [1, 1, 1, 0, 0, 0], [1, 0, 1, 1, 0, 1], [0, 0, 0, 0, 0, 0]], dtype=bool
)


def random(*shape: int, seed: int = 0, scale: float = 1.0) -> np.ndarray:
    return (scale * np.random.default_rng(seed).normal(size=shape)).astype("float32")


INPUTS = random(BATCH, TIME, FEATURES, seed=1)


def states(layer: Any, batch: int = BATCH) -> list[np.ndarray]:
    return [random(batch, size, seed=10 + n, scale=0.5) for n, size in enumerate(layer.state_size)]


def build(layer: Any, batch: int | None = None, seed: int = 2) -> Any:
    """The layer with random weights and biases, so that no two columns are alike."""
    layer.build((batch, TIME, FEATURES))
    layer.set_weights([random(*weight.shape, seed=seed + n, scale=0.4) for n, weight in enumerate(layer.weights)])
    return layer


@cache
def layer(kind: str, **options: Any) -> Any:
    return build(KINDS[kind](UNITS, **options))


def listed(outputs: Any) -> list[Any]:
    return list(outputs) if isinstance(outputs, list | tuple) else [outputs]
