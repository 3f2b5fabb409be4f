"""Functions of the backend, and metrics of several outputs, give what they gave."""

import numpy as np
import pytest

from lstm_viz.old_code import rewrite

FUNCTION = """\
from keras import backend as K
from keras.models import Sequential
from keras.layers import LSTM, Dense
model = Sequential()
model.add(LSTM(4, return_sequences=True, input_shape=(5, 3)))
model.add(LSTM(2))
first = K.function([model.input, K.learning_phase()], [model.layers[0].output])
inner = first([x, 0])[0]
both = K.function([model.layers[0].input], [model.layers[0].output, model.output])([x])
"""


def test_a_function_of_the_backend_gives_what_the_layers_give():
    pytest.importorskip("keras")
    new: dict = {"x": np.ones((40, 5, 3), "float32")}
    exec(rewrite(FUNCTION).text, new)  # noqa: S102 - our own lines
    first, second = new["model"].layers
    inner = np.asarray(first(new["x"]))
    np.testing.assert_allclose(new["inner"], inner, rtol=1e-5)
    np.testing.assert_allclose(new["both"][0], inner, rtol=1e-5)
    np.testing.assert_allclose(new["both"][1], np.asarray(second(inner)), rtol=1e-5)


METRICS = """\
from keras.layers import Input, Dense
from keras.models import Model
i = Input((3,))
m = Model(input=i, output=[Dense(1, name='a')(i), Dense(1, name='b')(i)])
m.compile('adam', 'mse', metrics=['mae', 'mse', 'acc'])
h = m.fit(x, [y, y], nb_epoch=1, verbose=0)
"""


def test_each_output_has_each_metric():
    pytest.importorskip("keras")
    new: dict = {"x": np.ones((4, 3), "float32"), "y": np.ones((4, 1), "float32")}
    exec(rewrite(METRICS).text, new)  # noqa: S102 - our own lines
    wanted = {f"{output}_{name}" for output in "ab" for name in ("loss", "mae", "mse", "acc")}
    assert set(new["h"].history) == wanted | {"loss"}
