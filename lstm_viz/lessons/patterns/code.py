"""Writes the Keras scripts of the page Patterns. This module does not import Keras."""

import numpy as np

from lstm_viz.keras_code import DECODE, expression, expressions
from lstm_viz.lessons.patterns.blueprint import Blueprint
from lstm_viz.lessons.patterns.builder import Build
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, PATTERNS
from lstm_viz.lessons.patterns.trained import trained_weights

WALK = """
given = x
for layer in model.layers:
    given = layer(given)
    print(layer.name, given.shape)

np.set_printoptions(precision=8, suppress=True, linewidth=100)
print(np.asarray(model(x)))
"""

LOOP = """
# The known part in one call. The LSTM keeps its state from call to call, so first it must forget the last series.
model.layers[0].reset_states()
value = model(known[None])

# From here on it reads what it has just said.
values = [value]
for _ in range({steps} - 1):
    value = model(value[:, None])
    values.append(value)

np.set_printoptions(precision=8, suppress=True, linewidth=100)
print(np.concatenate(values))
"""

DRAWN = """
draw = np.random.default_rng({seed})
model.set_weights([draw.uniform(-0.5, 0.5, weight.shape) for weight in model.get_weights()])
x = draw.uniform(-1, 1, {shape}).astype("float32")
"""


def trained_code(pattern: str, inputs: np.ndarray) -> str:
    """Writes a script that runs a trained model. It needs only Keras and numpy.

    Args:
        pattern: One of `catalogue.PATTERNS`, except the loop.
        inputs: The input of the model, (samples, …).

    Returns:
        Python code that prints the shape of each layer's output, then the output of the model.
    """
    x = f"# What it reads, {_axes(inputs)}.\nx = {expression(inputs)}"
    return _script(PATTERNS[pattern], f"{x}\n\n{_learned(pattern)}", WALK)


def loop_code(known: np.ndarray, steps: int) -> str:
    """Writes a script that prints the values with which the loop continues a series, one per row.

    Args:
        known: The values that the loop reads first, (known, 1).
        steps: The number of values to predict.
    """
    read = f"# The known part, (timesteps, features).\nknown = {expression(known)}"
    return _script(PATTERNS[FEED_BACK], f"{read}\n\n{_learned(FEED_BACK)}", LOOP.format(steps=steps))


def built_code(build: Build) -> str:
    """Writes a script that prints the shapes and the output of a visitor's model, or raises the same Keras error."""
    blueprint = build.blueprint()
    return _script(blueprint, DRAWN.format(seed=build.seed, shape=(1, *blueprint.input_shape)).strip(), WALK)


def _axes(inputs: np.ndarray) -> str:
    return "(samples, timesteps, features)" if inputs.ndim == 3 else "(samples, features)"


def _learned(pattern: str) -> str:
    return f"# What it has learned.\nmodel.set_weights([{expressions(trained_weights(pattern))}])"


def _script(blueprint: Blueprint, middle: str, end: str) -> str:
    encoded = "decode(" in middle
    imports = [
        *(["import base64", ""] if encoded else []),
        "import keras",
        "import numpy as np",
        "from keras import layers",
    ]
    decode = [f"\n{DECODE}\n"] if encoded else [""]
    return "\n".join([*imports, *decode, blueprint.code(), "", middle, end.rstrip(), ""])
