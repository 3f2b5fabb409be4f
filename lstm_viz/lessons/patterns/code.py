"""Writes the Keras scripts of the page Patterns. This module does not import Keras."""

from dataclasses import replace

import numpy as np

from lstm_viz.keras_code import DECODE, expression, expressions
from lstm_viz.lessons.patterns.blueprint import Blueprint
from lstm_viz.lessons.patterns.builder import Build
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, PATTERNS
from lstm_viz.lessons.patterns.tasks import LONGEST_PERIOD, SEED, SHORTEST_PERIOD
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

AUTOENCODER = """
# Ten steps of 3000 sines with random periods, phases and amplitudes. 2500 are for training.
draw = np.random.default_rng({seed})
amplitudes, periods = draw.uniform(0.3, 1, (3000, 1)), draw.uniform(6, {longest}, 3000)
phases = draw.uniform(0, 1, 3000) * periods
sines = np.sin(2 * np.pi * (np.arange(10) + phases[:, None]) / periods[:, None]).astype("float32")
waves = (amplitudes * sines)[..., None].astype("float32")
X, held_out = waves[:2500], waves[2500:]
"""

FIT = """
# The right answer is the input itself. 2500 samples, batch size 64: 40 iterations an epoch.
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(X, X, batch_size=64, epochs=5, verbose=0)
print("mean error on held-out sines", np.abs(model.predict(held_out, verbose=0) - held_out).mean())
"""

SINES = """
# As many steps as the page shows, of {batch} sines with random periods and phases.
draw = np.random.default_rng({seed})
periods = draw.uniform({shortest}, {longest}, {batch})
phases = draw.uniform(0, 1, {batch}) * periods
s = np.sin(2 * np.pi * (np.arange({steps}) + phases[:, None]) / periods[:, None]).astype("float32")[..., None]

# At each step the right answer is the next value.
X, Y = s[:, :-1], s[:, 1:]
"""

UPDATE = """
# The sequences begin again in each iteration, and so do the states.
trained.compile(keras.optimizers.Adam(0.01), "mse")
for iteration in range(200):
    trained.layers[0].reset_states()
    loss = trained.train_on_batch(X, Y)
print("loss", loss)
"""
BATCH = 64


def trained_code(pattern: str, inputs: np.ndarray) -> str:
    """Writes a script that runs a trained model. It needs only Keras and numpy.

    Args:
        pattern: One of `catalogue.PATTERNS`, except the loop.
        inputs: The input of the model, (samples, …).

    Returns:
        Python code that prints the shape of each layer's output, then the output of the model.
    """
    x = f"# What it reads, {_axes(inputs)}.\nx = {expression(inputs)}"
    return script(PATTERNS[pattern], f"{x}\n\n{learned(pattern)}", WALK)


def loop_code(known: np.ndarray, steps: int) -> str:
    """Writes a script that prints the values with which the loop continues a series, one per row.

    Args:
        known: The values that the loop reads first, (known, 1).
        steps: The number of values to predict.
    """
    read = f"# The known part, (timesteps, features).\nknown = {expression(known)}"
    return script(PATTERNS[FEED_BACK], f"{read}\n\n{learned(FEED_BACK)}", LOOP.format(steps=steps))


def autoencoder_training() -> str:
    """Writes a script that trains the autoencoder for a few epochs on the page's data, with fit(X, X)."""
    return script(PATTERNS["autoencoder"], AUTOENCODER.format(seed=SEED, longest=LONGEST_PERIOD).strip(), FIT)


def loop_training(known: np.ndarray, steps: int) -> str:
    """Writes a script that trains a stateful model on next values, then continues a series with it.

    Args:
        known: The values that the loop reads first, (known, 1).
        steps: The number of values to predict.
    """
    loop = PATTERNS[FEED_BACK]
    trainer = replace(loop.with_layer(0, return_sequences=True), batch_size=BATCH).code()
    bounds = {"shortest": SHORTEST_PERIOD, "longest": LONGEST_PERIOD}
    sines = SINES.format(seed=SEED, batch=BATCH, steps=len(known) + steps, **bounds)
    middle = [
        sines.strip(),
        "",
        "# The loop's layers, for all sines at once and with an answer at each step.",
        trainer.replace("model =", "trained =", 1),
        UPDATE,
        "# The loop: one series, and only the last answer.",
        loop.code(),
        "model.set_weights(trained.get_weights())",
        "",
        f"# The past, (timesteps, features).\nknown = {expression(known)}",
    ]
    imports = "import keras\nimport numpy as np\nfrom keras import layers\n\nkeras.utils.set_random_seed(1)\n"
    return "\n".join([imports, *middle, LOOP.format(steps=steps).rstrip(), ""])


def built_code(build: Build) -> str:
    """Writes a script that prints the shapes and the output of a visitor's model, or raises the same Keras error."""
    blueprint = build.blueprint()
    return script(blueprint, DRAWN.format(seed=build.seed, shape=(1, *blueprint.input_shape)).strip(), WALK)


def _axes(inputs: np.ndarray) -> str:
    return "(samples, timesteps, features)" if inputs.ndim == 3 else "(samples, features)"


def learned(pattern: str) -> str:
    """The code that gives the model of a pattern its trained weights."""
    return f"# What it has learned.\nmodel.set_weights([{expressions(trained_weights(pattern))}])"


def script(blueprint: Blueprint, middle: str, end: str) -> str:
    """A whole script: imports, the model, and two further parts."""
    encoded = "decode(" in middle
    imports = [
        *(["import base64", ""] if encoded else []),
        "import keras",
        "import numpy as np",
        "from keras import layers",
    ]
    decode = [f"\n{DECODE}\n"] if encoded else [""]
    return "\n".join([*imports, *decode, blueprint.code(), "", middle, end.rstrip(), ""])
