"""What runs in Keras 3 too, and would give something else, gives what Keras 1 or 2 gave, or is told."""

from contextlib import nullcontext

import pytest

from lstm_viz.old_code import rewrite
from tests.support.eagerly import eagerly
from tests.support.scripts import printed_by

SETUP = "import numpy as np\nimport keras\nfrom keras.models import Sequential\n"
SETUP += "from keras.layers import *\n"
ONES = "model.set_weights([np.ones(w.shape) for w in model.get_weights()])\n"
CLASSES = "print(model.predict_classes(np.ones((3, 6, 3)), verbose=0).shape)\n"
FITTED = "model = keras.Sequential([keras.Input((6, 3)), keras.layers.LSTM(4), keras.layers.Dense(1)])\n"
FITTED += "model.compile('adam', 'mse')\n"
BATCHES = (
    FITTED
    + """\
class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 4
    def __getitem__(self, at):
        return np.ones((8, 6, 3)), np.ones((8, 1))
g = Batches()
"""
)
STATEFUL = "inner = Sequential()\ninner.add(LSTM(5, batch_input_shape=(2, 4, 3), stateful=True))\n"
TWICE = """\
x = np.ones((2, 4, 3))
first = model.predict(x, batch_size=2, verbose=0)
model.reset_states()
print(np.allclose(first, model.predict(x, batch_size=2, verbose=0)))
"""
RATE = "print(round(float(np.array(model.optimizer.learning_rate)), 4))\n"
COMPILED = "epochs by position"  # by Keras, as it is for a reader; the others run eagerly
# What runs before, what is rewritten, and what it printed in the Keras that it was written for.
PRINTS = {
    "five sigmoids": (
        "",
        "model = Sequential()\nmodel.add(LSTM(4, input_shape=(6, 3)))\nmodel.add(Dense(5, activation='sigmoid'))\n"
        f"model.compile('adam', 'binary_crossentropy')\n{CLASSES}",
        "(3,)",
    ),
    "one sigmoid, each step": (
        "",
        "model = Sequential([LSTM(4, input_shape=(6, 3), return_sequences=True), "
        f"TimeDistributed(Dense(1)), Activation('sigmoid')])\nmodel.compile('adam', 'mse')\n{CLASSES}",
        "(3, 6, 1)",
    ),
    "a branch": (
        "binary = True\n",
        "model = Sequential()\nmodel.add(LSTM(4, input_shape=(6, 3)))\nif binary:\n    model.add(Dense(1))\n"
        f"else:\n    model.add(Dense(3))\n{CLASSES}",
        "(3, 1)",
    ),
    "a loop": (
        "",
        "for n in (1,):\n    model = Sequential([LSTM(4, input_shape=(6, 3)), Dense(n)])\n    n = 2\n" + CLASSES,
        "(3, 1)",
    ),
    "rows and columns": (
        "",
        "c = Convolution2D(4, 3, 5, border_mode='same', dim_ordering='tf')\n"
        "print(c.kernel_size, c.strides, c.data_format)\n",
        "(3, 5) (1, 1) channels_last",
    ),
    "named rows": ("", "c = ConvLSTM2D(nb_filter=4, nb_row=3, nb_col=5)\nprint(c.kernel_size)\n", "(3, 5)"),
    "three dimensions": ("", "c = Convolution3D(4, 3, 3, 2)\nprint(c.kernel_size, c.strides)\n", "(3, 3, 2) (1, 1, 1)"),
    "steps to predict": (BATCHES, "print(model.predict_generator(g, 2, verbose=0).shape)\n", "(16, 1)"),
    "epochs by position": (BATCHES, "print(len(model.fit_generator(g, 2, 3, verbose=0).epoch))\n", "3"),
    "a model in a model": (
        "",
        f"{STATEFUL}model = Sequential()\nmodel.add(inner)\nmodel.add(Dense(1))\n{TWICE}",
        "True",
    ),
    "a part of a script": (
        "model = Sequential([Sequential([keras.Input(batch_shape=(2, 4, 3)), LSTM(5, stateful=True)]), Dense(1)])\n",
        TWICE,
        "True",
    ),
    "states given": (
        "",
        "lstm = LSTM(3, stateful=True)\nlstm.build((2, 4, 5))\nlstm.reset_states([np.ones((2, 3)), np.ones((2, 3))])\n"
        "print(float(np.array(lstm.states[1])[0, 0]))\n",
        "1.0",
    ),
    "a single state given": (
        "",
        "gru = GRU(3, stateful=True)\ngru.build((2, 4, 5))\nstate = np.ones((2, 3))\ngru.reset_states(state)\n"
        "print(float(np.array(gru.states[0])[0, 0]))\n",
        "1.0",
    ),
    "rate set": (FITTED, f"model.optimizer.lr = 0.01\n{RATE}", "0.01"),
    "rate set by a name": (FITTED, f"sgd = model.optimizer\nsgd.lr *= 10\n{RATE}", "0.01"),
    "rate set by the backend": (
        FITTED,
        f"from keras import backend as K\nK.set_value(model.optimizer.lr, 0.01)\n{RATE}",
        "0.01",
    ),
    "a decay": (
        FITTED,
        "model.compile(keras.optimizers.SGD(lr=0.1, decay=0.5), 'mse')\n"
        "model.fit(np.ones((8, 6, 3)), np.ones((8, 1)), batch_size=2, verbose=0)\n"
        "print(round(float(np.array(getattr(model.optimizer, 'learning' + '_rate'))), 4))\n",
        "0.0333",
    ),
    "outputs before targets": (
        "y_true, y_pred = np.array([1.0]), np.array([0.25])\n",
        "from keras import backend as K\nprint(round(float(K.eval(K.binary_crossentropy(y_pred, y_true))[0]), 3))\n",
        "1.386",
    ),
    "embedding built": (
        "",
        "model = Sequential()\nmodel.add(Embedding(10, 4, input_length=5))\nmodel.add(LSTM(8))\n"
        "model.layers[0].set_weights([np.ones((10, 4))])\nprint(model.output_shape)\n",
        "(None, 8)",
    ),
    "accuracy in logs": (
        "",
        "class Shown(keras.callbacks.Callback):\n    def on_epoch_end(self, epoch, logs={}):\n"
        "        print(logs.get('acc') is None)\nmodel = Sequential()\nmodel.add(LSTM(4, input_shape=(6, 3)))\n"
        "model.add(Dense(1))\nmodel.compile('adam', 'binary_crossentropy', metrics=['accuracy'])\n"
        "model.fit(np.ones((8, 6, 3)), np.ones((8, 1)), verbose=0, callbacks=[Shown()])\n",
        "False",
    ),
    "files": (
        FITTED,
        "path = 'w_%d.h5'\nfor i in range(2):\n    model.save_weights(path % i)\nmodel.load_weights('w_1.h5')\n"
        "print(1)\n",
        "1",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PRINTS)
def test_the_new_code_gives_what_the_old_gave(name, tmp_path):
    pytest.importorskip("keras")
    before, old, printed = PRINTS[name]
    with nullcontext() if name == COMPILED else eagerly():
        assert printed_by(SETUP + before + rewrite(old, str).text, tmp_path).strip() == printed


@pytest.mark.parametrize(
    ("old", "line", "says"),
    [
        ("LSTM(2, inner_activation='hard_sigmoid')", 1, "`hard_sigmoid` is a different function now"),
        ("x = 1\nLSTM(2, recurrent_activation=keras.activations.hard_sigmoid)", 2, "clip(v / 6 + 0.5, 0, 1)"),
        ("m = GRU(2)\nm.set_weights(old)", 1, "`reset_after` was False"),
        ("m.add(LSTM(2))\nm.load_weights('old.h5')", 1, "was hard_sigmoid"),
        ("m.compile('adadelta', 'mse')", 1, "`Adadelta` without a learning rate: it was 1.0"),
        ("from keras.optimizers import Nadam\nNadam(beta_1=0.9)", 2, "it was 0.002"),
        ("Conv2D(4, 3, 3)", 1, "Keras 3 reads the third as the strides"),
        ("m.fit(x, y, shuffle='batch')", 1, "shuffles the samples one by one"),
        ("Dense(output_dim=3)\nm.fit(x, y)", 2, "Keras 1 trained for 10 epochs"),
        ("m.fit_generator(g, 2000, nb_epoch=3)", 1, "counted samples"),
        ("print(h.history['acc'])", 1, "as `compile` names the metric"),
        ("m.load_weights('w.h5')\nm.save_weights('w.h5')", 1, "keeps its name"),
        ("m = load_model('old.h5', compile=False)", 1, "may say hard_sigmoid"),
        ("SGD(0.1, 0.9, 1e-6, True)", 1, "`decay` was not judged"),
        ("model.optimizer.decay = 0.1", 1, "no optimizer of Keras 3"),
    ],
)
def test_what_is_changed_and_not_rewritten_is_told(old, line, says):
    assert any(
        (each.line, each.is_rewritten) == (line, False) and says in each.sentence for each in rewrite(old, str).findings
    )


@pytest.mark.parametrize(
    ("old", "name"),
    [
        ("from keras.layers import Wibble", "Wibble"),
        ("from keras.wibble import x", "wibble"),
        ("import keras.wibble", "keras.wibble"),
        ("import keras\nkeras.layers.Wibble(3)", "Wibble"),
        ("LSTM(4, wibble=3)", "wibble"),
        ("x = LSTM(4, wibble=3)", "wibble"),
        ("Dense(3, activation='wibble')", "wibble"),
        ("Dense(3, 'wibble')", "wibble"),
        ("m.compile('wibble', 'mse')", "wibble"),
        ("m.compile('adam', metrics=['wibble'])", "wibble"),
        ("model.wibble()", "wibble"),
        ("model.fit(x, y, wibble=1)", "wibble"),
        ("model.layers[0].wibble", "wibble"),
        ("import tensorflow as tf\ntf.wibble(1)", "wibble"),
        ("from tensorflow.keras import backend as K\nK.wibble", "wibble"),
    ],
)
def test_a_name_that_no_table_knows_is_not_judged(old, name):
    (found,) = rewrite(old, str).findings
    assert found.sentence.startswith(f"`{name}` was not judged")
    assert not found.is_rewritten


OTHERS = """\
model = LogisticRegression()
model.fit(x, y)
print(model.coef_)
opt = torch.optim.Adam(net.parameters())
opt.zero_grad()
table["acc"] = 3
np.save("a", x)
plt.plot(table["acc"])
"""
OF_TENSORFLOW = """\
import tensorflow as tf
from tensorflow.keras import Model, layers
from tensorflow.keras import backend as K
inputs = tf.keras.Input(shape=(10, 3))
model = Model(inputs, layers.TimeDistributed(layers.Dense(1, "relu"))(layers.GRU(4, return_sequences=True)(inputs)))
model.compile(optimizer="adam", loss="mse", metrics=["mae", "accuracy"])
h = model.fit(a, b, epochs=3, callbacks=[tf.keras.callbacks.ModelCheckpoint("m.keras", monitor="val_mae")])
print(h.history["val_accuracy"], K.int_shape(inputs), tf.reduce_mean(a), model.optimizer.learning_rate)
model.extra = 3
print(model.extra, model.layers[0].get_weights())
tf.random.set_seed(1)
"""


@pytest.mark.parametrize("code", [OTHERS, OF_TENSORFLOW])
def test_code_of_other_packages_and_of_today_is_left_alone(code):
    result = rewrite(code, str)
    assert (result.text, result.findings) == (code, ())
