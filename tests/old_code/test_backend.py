"""What functions of the backend are rewritten to computes what the backend of Keras 2 computed."""

import numpy as np
import pytest

from lstm_viz.old_code import rewrite
from lstm_viz.old_code.names import FORMS, IN_OPS

IMPORT = "from keras import backend as K\n"
CALLS = {
    **{name: f"K.{name}(x)" for name in IN_OPS},
    **{name: f"K.{name}(b, axis=1)" for name in ("all", "any")},
    **{name: f"K.{name}(x, 0.3)" for name in ("equal", "not_equal", "greater", "greater_equal", "less", "less_equal")},
    **{name: f"K.{name}(x, y)" for name in ("maximum", "minimum")},
    **{name: f"K.{name}(x, axis=1, keepdims=True)" for name in ("sum", "mean", "max", "min", "std", "var", "prod")},
    **{name: f"K.{name}(target, x)" for name in ("binary_crossentropy", "categorical_crossentropy")},
    "sparse_categorical_crossentropy": "K.sparse_categorical_crossentropy(target_classes, x)",
    **{name: f"K.{name}(x)" for name in FORMS},
    "bias_add": "K.bias_add(x, y[0, 0])",
    "constant": "K.constant([1, 2])",
    "l2_normalize": "K.l2_normalize(x * 1e-7, axis=1)",
    "relu": "K.relu(x - 0.5)",
    "repeat": "K.repeat(x[:, 0], 3)",
    "reverse": "K.reverse(x, axes=1)",
    "sqrt": "K.sqrt(x - 0.5)",
    "cast": "K.cast(b, 'float32')",
    "clip": "K.clip(x, 0.2, 0.5)",
    "concatenate": "K.concatenate([x, y])",
    "dot": "K.dot(x, w)",
    "gather": "K.gather(x, i)",
    "one_hot": "K.one_hot(i, 4)",
    "permute_dimensions": "K.permute_dimensions(x, (0, 2, 1))",
    "pow": "K.pow(x, 2.0)",
    "repeat_elements": "K.repeat_elements(x, 2, 1)",
    "reshape": "K.reshape(x, (2, 12))",
    "squeeze": "K.squeeze(x[:, :1], axis=1)",
    "stack": "K.stack([x, y], axis=1)",
    "tile": "K.tile(x, (1, 2, 1))",
}


def arrays() -> dict[str, object]:
    x = np.random.default_rng(0).uniform(0.1, 0.9, (2, 3, 4)).astype("float32")
    given = {"x": x, "y": x[::-1], "b": x > 0.5, "target": (x > 0.5).astype("float32"), "w": x[0].T}
    return {**given, "i": np.array([1, 0]), "target_classes": np.array([[0, 1, 2], [3, 0, 1]], "float32")}


@pytest.mark.parametrize("name", [*IN_OPS, *FORMS])
def test_a_function_computes_what_it_did(name):
    pytest.importorskip("keras")
    import tensorflow as tf

    old = {name: tf.constant(value) for name, value in arrays().items()}
    code = IMPORT + f"result = {CALLS[name]}"
    new = dict(old)
    exec(rewrite(code).text, new)  # noqa: S102 - our own lines
    before = eval(CALLS[name], {"K": tf.keras.backend, **old})  # noqa: S307
    np.testing.assert_allclose(np.asarray(new["result"]), np.asarray(before), rtol=1e-5)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{IMPORT}y = K.sum(K.abs(x), axis=1)", f"from keras import ops\n{IMPORT}y = ops.sum(ops.abs(x), axis=1)"),
        ("import keras\ny = keras.backend.exp(x)", "import keras\ny = keras.ops.exp(x)"),
        ("import keras\nkeras.backend.argmax(x,)", "import keras\nkeras.ops.argmax(x,axis=-1)"),
        ("import keras.ops as o\nK.exp(x)", "import keras.ops as o\no.exp(x)"),
        (f"{IMPORT}K.clip(x, min_value=0, max_value=1)", None),
        (f"{IMPORT}ops = 3\nK.sum(x)", None),
        (f"{IMPORT}f = K.sum", None),
        ("from tensorflow.keras import backend as K\nK.sum(x)", None),
        ("K = 3\nK.sum(x)", None),
        (
            "import keras\nK.sqrt(K.mean(K.square(x)) + K.epsilon())",
            "import keras\nkeras.ops.sqrt(keras.ops.mean(keras.ops.square(x)) + K.epsilon())",
        ),
        (
            "import keras\nK.sqrt(K.mean(x) - y)",
            "import keras\nkeras.ops.sqrt(keras.ops.maximum(keras.ops.mean(x) - y, 0))",
        ),
        ("n = K.int_shape(x)[1]", "n = tuple(x.shape)[1]"),
        ("n = K.int_shape(x + y)[1]", None),
        ("import keras\nK.flatten(x,  # all\n  )", None),
    ],
)
def test_what_is_rewritten_and_what_is_left(old, new):
    assert rewrite(old).text == (old if new is None else new)


LAYER = """\
import numpy as np
from keras import backend as K
from keras.engine.topology import Layer
from keras.layers import Input, LSTM, Dense
from keras.models import Model


class Pooled(Layer):
    def build(self, input_shape):
        self.w = self.add_weight('w', (input_shape[-1], 1), initializer='uniform')
        super(Pooled, self).build(input_shape)

    def call(self, x, mask=None):
        scores = K.squeeze(K.tanh(K.dot(x, self.w)), axis=-1)
        return K.sum(x * K.expand_dims(K.softmax(scores)), axis=1)


def distance(y_true, y_pred):
    return K.mean(K.square(y_pred - y_true), axis=-1)


steps = Input((5, 3))
model = Model(input=steps, output=Dense(1)(Pooled()(LSTM(4, return_sequences=True)(steps))))
model.compile('adam', distance)
model.fit(np.zeros((4, 5, 3)), np.zeros((4, 1)), nb_epoch=1, verbose=0)
"""


def test_a_layer_and_a_loss_of_ones_own_run():
    pytest.importorskip("keras")
    exec(rewrite(LAYER).text, {"__name__": "script"})  # noqa: S102 - our own lines
