"""Writes the Keras script that reads the tanks in every way of the page, and prints the outputs.

This module does not import Keras.
"""

from lstm_viz.engine.cell import GATES, STATES
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.stateful.settings import FEATURES, GROUPS, MAX_STEPS, NOISE, PERIOD, StatefulSettings

READINGS = """\
import keras
import numpy as np

tanks, steps, length, features, units = {tanks}, {steps}, {length}, {features}, {units}



# Readings of each tank: {names}, scaled.
# Drawn for two groups of tanks and {max_steps} steps, of which these are the first.
def group(number, count):
    draw = np.random.default_rng(({seed}, number))
    phase = draw.uniform(0, 2 * np.pi, (count, 1, {max_features}))
    noise = draw.normal(0, {noise}, (count, {max_steps}, {max_features}))
    return np.sin(phase + 2 * np.pi / {period} * np.arange({max_steps})[:, None]) + noise


drawn = np.concatenate([{groups}])
readings = np.round(drawn, 2).astype("float32")[:tanks, :steps, :features]
"""
SCRIPT = """\
batches = np.split(readings, range({first}, steps, length), axis=1)

# Weights as Keras's default initialisers make them, from the same seed.
draw = np.random.default_rng({seed})
limit = np.sqrt(6 / (features + {gates} * units))
kernel = draw.uniform(-limit, limit, (features, {gates} * units))
q, r = np.linalg.qr(draw.normal(size=({gates} * units, units)))
recurrent_kernel = (q * np.sign(np.diag(r))).T
{bias}


def new_layer(batch=None, **options):
    layer = keras.layers.{layer}(units, return_sequences=True, **options)
    layer.build((batch, None, features))
    layer.set_weights([kernel, recurrent_kernel, bias])
    return layer


def read(layer, parts, reset=False):
    outputs = []
    for part in parts:
        if reset:
            layer.reset_states()
        outputs.append(np.array(layer(part)))
    return np.concatenate(outputs, axis=1)


stateful = new_layer(batch=tanks, stateful=True)
ways = {{
    "one long sequence": read(new_layer(), [readings]),
    "stateful=True, in batches": read(stateful, batches),
    "stateful=True, once more without a reset": read(stateful, batches),
    "stateful=True, a reset before each batch": read(stateful, batches, reset=True),
    "stateless, in batches": read(new_layer(), batches),
}}

# The states carried by hand.
layer, states, outputs = new_layer(return_state=True), None, []
for batch in batches:
    output, *states = layer(batch, initial_state=states)
    outputs.append(np.array(output))
ways["states carried by hand"] = np.concatenate(outputs, axis=1)

# What is left in the layer after the last batch: {states}.
stateful.reset_states()
read(stateful, batches)
for state in stateful.states:
    print("state after the last batch", np.array(state).ravel().tolist())

for name, outputs in ways.items():
    print(f"{{name}}: largest difference {{np.abs(outputs - ways['one long sequence']).max():.9g}}")
for name, outputs in ways.items():
    print(f"{{name}}: outputs {{outputs.ravel().tolist()}}")
"""

BIAS = {
    "lstm": "bias = np.zeros(4 * units)\nbias[units : 2 * units] = 1  # unit_forget_bias=True",
    "gru": "bias = np.zeros((2, 3 * units))",
    "simple_rnn": "bias = np.zeros(units)",
}


def stateful_code(settings: StatefulSettings) -> str:
    """Writes a script that needs only Keras and numpy.

    Returns:
        Python code that prints the states after the last batch, then for each way the largest difference from one long
        sequence, then its outputs in the order of (tanks, steps, units).
    """
    return readings_code(settings) + SCRIPT.format(
        first=settings.first or "length",
        seed=settings.seed,
        gates=len(GATES[settings.kind]),
        bias=BIAS[settings.kind],
        layer=LAYERS[settings.kind],
        states=" and ".join(STATES[settings.kind]),
    )


def readings_code(settings: StatefulSettings) -> str:
    """The lines with which a script begins: they import Keras and numpy, and make the readings."""
    return READINGS.format(
        tanks=settings.tanks,
        steps=settings.steps,
        length=settings.length,
        features=settings.features,
        units=settings.units,
        seed=settings.seed,
        names=", ".join(FEATURES[: settings.features]),
        groups=", ".join(f"group({number}, {count})" for number, count in GROUPS),
        max_steps=MAX_STEPS,
        max_features=len(FEATURES),
        noise=NOISE,
        period=PERIOD,
    )
