"""Keras's activation functions for numpy, by Keras's names.

Each is checked against `keras.activations` in tests/engine/test_activations.py, but for `hard_sigmoid_keras2`, which
Keras no longer has. Each keeps shape and dtype. All act on single elements, except softmax and log_softmax, which act
along the last axis.
"""

from collections.abc import Callable

import numpy as np

# Keras 1 and 2 compute clip(0.2 x + 0.5, 0, 1). Keras 3 gave the name to clip(x / 6 + 0.5, 0, 1).
HARD_SIGMOID_OF_KERAS_2 = "hard_sigmoid_keras2"
HALF = np.float32(0.5)
SELU_SCALE = np.float32(1.05070098)
SELU_ALPHA = np.float32(1.67326324)


def _sigmoid(x):
    # 1 / (1 + exp(-x)) without overflow. It works in one array, because a step spends most of its time here.
    y = x * HALF
    np.tanh(y, out=y)
    y *= HALF
    y += HALF
    return y


def _relu(x):
    return np.maximum(x, 0)


def _elu(x):
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


def _softplus(x):
    return np.logaddexp(x, np.float32(0))


def _hard_sigmoid(x):
    return np.clip(x / np.float32(6) + np.float32(0.5), 0, 1)


def _hard_sigmoid_of_keras_2(x):
    return np.clip(np.float32(0.2) * x + HALF, 0, 1)


def _gelu(x):
    from math import erf

    half = np.vectorize(lambda value: 0.5 * (1 + erf(value / 2**0.5)), otypes=[np.float32])
    return x * half(x)


def softmax(x, axis=-1):
    """The shares of the numbers along an axis."""
    shifted = np.exp(x - x.max(axis=axis, keepdims=True))
    return shifted / shifted.sum(axis=axis, keepdims=True)


def _log_softmax(x):
    shifted = x - x.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


ACTIVATIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "linear": lambda x: x,
    "tanh": np.tanh,
    "sigmoid": _sigmoid,
    "hard_sigmoid": _hard_sigmoid,
    HARD_SIGMOID_OF_KERAS_2: _hard_sigmoid_of_keras_2,
    "relu": _relu,
    "relu6": lambda x: np.clip(x, 0, 6),
    "leaky_relu": lambda x: np.where(x > 0, x, np.float32(0.2) * x),
    "elu": _elu,
    "selu": lambda x: SELU_SCALE * np.where(x > 0, x, SELU_ALPHA * np.expm1(np.minimum(x, 0))),
    "celu": _elu,
    "gelu": _gelu,
    "silu": lambda x: x * _sigmoid(x),
    "hard_silu": lambda x: x * _hard_sigmoid(x),
    "mish": lambda x: x * np.tanh(_softplus(x)),
    "softplus": _softplus,
    "softsign": lambda x: x / (1 + np.abs(x)),
    "exponential": np.exp,
    "hard_tanh": lambda x: np.clip(x, -1, 1),
    "softmax": softmax,
    "log_softmax": _log_softmax,
}


def activation(name: str) -> Callable[[np.ndarray], np.ndarray]:
    """The numpy function of a Keras activation.

    Raises:
        ValueError: If ACTIVATIONS has no function of that name.
    """
    if name not in ACTIVATIONS:
        known = ", ".join(ACTIVATIONS)
        raise ValueError(f"activation {name!r} is not known to the numpy engine, which has {known}.")
    return ACTIVATIONS[name]
