"""A model that is trained stateless and predicts one step at a time: its training data, and the code for it.

This module does not import Keras.
"""

import numpy as np

from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.stateful.code import readings_code
from lstm_viz.lessons.stateful.settings import StatefulSettings

EPOCHS, LEARNING_RATE = 100, 0.02

TRAIN = """\
model = keras.Sequential([
    keras.Input((None, {features})),
    keras.layers.{layer}({units}),
    keras.layers.Dense({features}),
])
model.compile("adam", "mse")
model.fit(x, y)"""

TWIN = """\
twin = keras.Sequential([
    keras.Input(batch_shape=(1, 1, {features})),
    keras.layers.{layer}({units}, stateful=True),
    keras.layers.Dense({features}),
])
twin.set_weights(model.get_weights())"""

STREAM = """\
twin.layers[0].reset_states()  # begin
for reading in readings:  # ({features},)
    prediction = twin(reading[None, None])"""

SCRIPT = """\

# A stateless model. It learns from windows of {window} steps which reading comes next.
window = {window}
windows = np.lib.stride_tricks.sliding_window_view(readings[:, :-1], window, axis=1).swapaxes(2, 3)
x, y = windows.reshape(-1, window, features), readings[:, window:].reshape(-1, features)
print("x", x.shape, "y", y.shape)

uniform, orthogonal = keras.initializers.GlorotUniform(seed={seed}), keras.initializers.Orthogonal(seed={seed})
model = keras.Sequential([
    keras.Input((None, features)),
    keras.layers.{layer}(units, kernel_initializer=uniform, recurrent_initializer=orthogonal),
    keras.layers.Dense(features, kernel_initializer=uniform),
])
model.compile(keras.optimizers.Adam({rate}), "mse")
model.fit(x, y, epochs={epochs}, batch_size=len(x), shuffle=False, verbose=0)
print("loss", np.square(model.predict(x, verbose=0) - y).mean())

# Its streaming twin: a batch of 1 sample, 1 step in a call. Keras 2 wrote batch_input_shape=(1, 1, features).
twin = keras.Sequential([
    keras.Input(batch_shape=(1, 1, features)),
    keras.layers.{layer}(units, stateful=True),
    keras.layers.Dense(features),
])
twin.set_weights(model.get_weights())  # the states are not among the weights


def begin():
    twin.layers[0].reset_states()


def predict(reading):
    return np.array(twin(reading[None, None]))[0]


# One step at a time; a reset wherever a sequence begins.
stream = []
for tank in readings:
    begin()
    stream.append([predict(reading) for reading in tank])

# The same from the stateless model, which reads everything again at every step.
histories = [model.predict(readings[:, : step + 1], verbose=0) for step in range(steps)]
histories = np.stack(histories, axis=1)
print("largest difference", np.abs(stream - histories).max())

# What happens without a reset.
unreset = [[predict(reading) for reading in tank] for tank in readings]
print("largest difference without a reset", np.abs(unreset - histories).max())
print("stream", np.array(stream).ravel().tolist())
"""


def window_of(settings: StatefulSettings) -> int:
    """The length of the windows for training: that of a batch, but the last reading is only a target."""
    return min(settings.length, settings.steps - 1)


def training_data(settings: StatefulSettings) -> tuple[np.ndarray, np.ndarray]:
    """Windows of the readings, (samples, window, features), and the reading after each, (samples, features)."""
    length, features = window_of(settings), settings.features
    windows, targets = settings.windows(length)[:, :-1], settings.readings[:, length:]
    return windows.reshape(-1, length, features), targets.reshape(-1, features)


def recipe(settings: StatefulSettings) -> tuple[str, str, str]:
    """The code of the three parts: train, make the twin, stream."""
    names = {"layer": LAYERS[settings.kind], "units": settings.units, "features": settings.features}
    return TRAIN.format(**names), TWIN.format(**names), STREAM.format(**names)


def online_code(settings: StatefulSettings) -> str:
    """Writes a script that needs only Keras and numpy.

    Returns:
        Python code that prints the shapes of the training data, the loss, the largest difference between the twin and
        the stateless model with and without resets, and the twin's predictions in the order of (tanks, steps,
        features).
    """
    return readings_code(settings) + SCRIPT.format(
        window=window_of(settings),
        seed=settings.seed,
        layer=LAYERS[settings.kind],
        epochs=EPOCHS,
        rate=LEARNING_RATE,
    )
