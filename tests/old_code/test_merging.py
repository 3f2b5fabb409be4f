"""What merge and Merge of Keras 1 are rewritten to computes what their modes computed."""

import numpy as np
import pytest

from lstm_viz.old_code import rewrite
from lstm_viz.old_code.names import MERGED

A, B = np.random.default_rng(0).normal(size=(2, 3, 4)).astype("float32")
LENGTHS = np.linalg.norm(A, axis=1, keepdims=True) * np.linalg.norm(B, axis=1, keepdims=True)
WANTED = {
    "ave": (A + B) / 2,
    "concat": np.concatenate([A, B], axis=1),
    "cos": (A * B).sum(axis=1, keepdims=True) / LENGTHS,
    "dot": (A * B).sum(axis=1, keepdims=True),
    "max": np.maximum(A, B),
    "mul": A * B,
    "sum": A + B,
}


@pytest.mark.parametrize("mode", MERGED)
def test_a_mode_computes_what_it_did(mode):
    pytest.importorskip("keras")
    old = f"from keras.layers import merge\nresult = merge([a, b], mode='{mode}', concat_axis=-1, dot_axes=1)"
    new = {"a": A, "b": B}
    exec(rewrite(old).text, new)  # noqa: S102 - our own lines
    np.testing.assert_allclose(np.asarray(new["result"]), WANTED[mode], rtol=1e-5)


MODELS = """\
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense, Merge

left = Sequential()
left.add(LSTM(output_dim=4, input_shape=(5, 3)))
right = Sequential()
right.add(LSTM(output_dim=4, input_shape=(6, 2)))
{merge}
model.add(Dense(2))
model.add(Dense(1))  # the last
model.compile('adam', 'mse')
x = [np.ones((4, 5, 3)), np.ones((4, 6, 2))]
model.fit(x, np.zeros((4, 1)), nb_epoch=1, verbose=0)
parts = [np.asarray(part(given)) for part, given in zip([left, right], x)]
units = parts[0] + parts[1]
for layer in (*model.layers[-1].layers,):
    units = units @ layer.get_weights()[0] + layer.get_weights()[1]
difference = abs(units - model.predict(x, verbose=0)).max()
"""


@pytest.mark.parametrize(
    "merge",
    [
        "model = Sequential()\nmodel.add(Merge([left, right], mode='sum'))",
        "both = Merge([left, right], mode='sum')\nmodel = Sequential()\nmodel.add(both)",
    ],
)
def test_models_that_are_merged_train_and_predict_their_sum(merge):
    pytest.importorskip("keras")
    text = rewrite(MODELS.replace("{merge}", merge)).text
    assert "# the last\nmodel = Model([left.inputs[0], right.inputs[0]], model(" in text
    new: dict[str, object] = {}
    exec(text, new)  # noqa: S102 - our own lines
    assert new["difference"] < 1e-5  # type: ignore[operator]
