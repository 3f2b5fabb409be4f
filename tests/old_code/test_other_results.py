"""What Keras 3 runs with another result is told, and what it takes in another form is rewritten."""

import pytest

from lstm_viz.old_code import rewrite
from tests.support.scripts import printed_by

FITS = "model.fit(x, y)\n"
TOLD = {
    "names of metrics": ("print(model.metrics_names[1])\n", "metrics_names"),
    "names of metrics, kept": ("names = lstm_model.metrics_names\n", "metrics_names"),
    "a layer taken away": ("model.layers.pop()\n", "copy"),
    "a layer put in": ("model.layers.insert(0, layer)\n", "copy"),
    "a metric of one's own": (
        "def rmse(a, b):\n    return a\nmodel.compile('adam', 'mse', metrics=[rmse])\n",
        "reshape",
    ),
    "one by name": ("def r(a, b):\n    return a\nmodel.compile('adam', 'mse', metrics={'out': r})\n", "reshape"),
    "whole numbers of Python 2": ("print 'x'\nhalf = n / 2\n", "//"),
    "whole numbers beside xrange": ("for i in xrange(n / 2):\n    pass\n", "//"),
    "a list of Python 2": ("print 'x'\nx = map(float, row)\n", "list(map"),
    "pairs of Python 2": ("for k, v in d.iteritems():\n    pass\nx = zip(a, b)\n", "list(zip"),
    "data of a callback": (
        "class C(keras.callbacks.Callback):\n    def on_epoch_end(self, epoch, logs):\n        "
        "self.validation_data[0]\n",
        "validation_data",
    ),
    "metrics of a callback": (
        "class C(Callback):\n    def on_train_begin(self, logs):\n        self.params['metrics']\n",
        "logs",
    ),
    "weights of classes": ("model.fit(x, y, class_weight='auto')\n", "dictionary"),
    "weights of classes, balanced": ("model.fit(x, y, class_weight='balanced')\n", "dictionary"),
    "weights of a recurrent layer": ("from keras.layers import LSTM\nl = LSTM(4)\nk = l.kernel\n", "layer.cell.kernel"),
    "a bias of a recurrent layer": ("from keras.layers import GRU\nl = GRU(4)\nk = l.bias\n", "layer.cell.bias"),
    "a mode that nobody knows": ("from keras.layers import *\nx = merge([a, b], mode=m)\n", "`merge`"),
    "a cosine": ("from keras.layers import merge\nx = merge([a, b], mode='cos')\n", "one more axis"),
    "models merged in a branch": (
        "a, b = Sequential(), Sequential()\nm = Sequential()\nif x:\n    m.add(Merge([a, b], mode='sum'))\n",
        "`Merge` is gone: use the functional",
    ),
    "words left out": ("from keras.layers import Embedding\nEmbedding(9, 4, dropout=0.2)\n", "SpatialDropout1D"),
    "sizes by their names": (
        "from keras.layers import LSTM\nn_in, n = 3, 8\nLSTM(n_in, n)\n",
        "`LSTM` with two numbers",
    ),
    "as many metrics as outputs": (
        "m = Model(i, [a, b])\nm.compile('adam', 'mse', metrics=['mae', 'mse'])\n",
        "as many metrics as outputs",
    ),
    "a function in training": (
        "from keras import backend as K\nf = K.function([a, K.learning_phase()], [b])\ny = f([x, 1])[0]\n",
        "make a `keras.Model`",
    ),
    "weights that are set": (
        "class A(Layer):\n    def build(self, shape):\n        self.trainable_weights = [w]\n",
        "self.add_weight",
    ),
    "axes of Theano": ("y = x.dimshuffle(0, 'x')\n", "keras.ops.expand_dims"),
    "an initializer without dtype": ("LSTM(4, init=lambda shape, name: f(shape))\n", "`dtype`"),
    "a fraction in a slice": ("n = len(x) - len(x) / 10\ny = x[:n]\n", "`//`"),
    "a fraction of units": ("LSTM(256 / 2)\n", "`//`"),
    "a fraction in a range": ("for i in range(n / 2):\n    pass\n", "`//`"),
    "checkpoints of some epochs": ("ModelCheckpoint('a.keras', period=5)\n", "`save_freq`"),
    "a GRU of its own": ("from keras.layers.recurrent import JZS1\n", "`GRU`"),
    "the session of the backend": ("import keras.backend.tensorflow_backend as KTF\n", "no sessions"),
    "Theano": ("import theano\n", "theano"),
    "eager execution": ("import tensorflow as tf\ntf.enable_eager_execution()\n", "Leave the line out"),
    "a recurrent layer of its own": ("from keras.layers.recurrent import Recurrent\n", "write a cell"),
    "CTC": ("from keras import backend as K\nK.ctc_batch_cost(a, b, c, d)\n", "ctc_loss"),
    "an order that was another": ("from keras import backend as K\nK.in_top_k(p, t, 5)\n", "targets, predictions"),
    "a shape that is asked for more": ("n = h.get_shape().dims\n", "x.shape"),
    "a shape that is set": ("h._keras_shape = (3, 4)\n", "x.shape"),
    "which are the targets": (
        "from keras import backend as K\nx = K.binary_crossentropy(a, b)\n",
        "keras.ops.binary_crossentropy(targets, outputs)",
    ),
    "the size of a batch in logs": (
        "class C(Callback):\n    def on_batch_end(self, batch, logs={}):\n        self.seen += logs.get('size', 0)\n",
        "`size` is gone",
    ),
    "the loss of a batch": (
        "class H(Callback):\n    def on_batch_end(self, batch, logs={}):\n        self.a.append(logs.get('loss'))\n",
        "means of the epoch so far",
    ),
    "a layer by its number": ("w = model.get_layer('lstm_1').get_weights()\n", "numbered the layers"),
    "a layer's name by its number": (
        "a = [each for each in layers if each.name == 'dense_2']\n",
        "numbered the layers",
    ),
    "a loss of a layer by its number": ("m.compile('adam', loss={'dense_1': 'mse'})\n", "numbered the layers"),
    "a log of a layer by its number": ("a = h.history['dense_1_loss']\n", "numbered the layers"),
    "an input by its number": ("from tensorflow import keras\ni = m.get_layer(name='input_1')\n", "`input_layer`"),
    "a metric of some output": (
        "m.compile('adam', 'mse', metrics=['accuracy'])\na = h.history['val_main_acc']\n",
        "val_main_accuracy",
    ),
    "samples to evaluate": ("a = model.evaluate_generator(g, val_samples=10)\n", "`steps` counts batches"),
    "what evaluate does not take": ("a = model.evaluate(x, y, wibble=3)\n", "wibble"),
    "a checkpoint of TensorFlow": (
        "import tensorflow as tf\nlatest = tf.train.latest_checkpoint('a')\nmodel.load_weights(latest)\n",
        "`latest_checkpoint`",
    ),
    "a list that is sliced": (
        "from keras.engine.training import slice_X\nx = [a, b]\ny = slice_X(x, 0, 9)\n",
        "slice the arrays",
    ),
    "accuracy that is not always asked for": (
        "m.compile('adam', 'mse')\nm.fit(x, y, show_accuracy=True)\na = m.evaluate(x, y)\n",
        "metrics=",
    ),
    "a name of a model and of weights": ("p = 'a'\nmodel.save(p)\nmodel.save_weights(p)\n", "`.keras` only"),
    "a lambda that is loaded": (
        "x = Lambda(lambda t: 2 * t)(y)\nmodel.save('m.keras')\nmodel = load_model('m.keras')\n",
        "a Python lambda",
    ),
    "an argument of a layer by another name": (
        "for cell in (LSTM, GRU):\n    m.add(cell(12, inner_init='orthogonal'))\n",
        "`inner_init` is `recurrent_initializer`",
    ),
    "a model that is frozen when it is compiled": (
        "d.compile('adam', 'mse')\nd.trainable = False\ngan.compile('sgd', 'mse')\nd.train_on_batch(x, y)\n",
        "Keras 3 reads it when the model is trained",
    ),
    "layers that are frozen when they are compiled": (
        "d.compile('adam', 'mse')\nfor l in d.layers:\n    l.trainable = False\nd.fit(x, y)\n",
        "Keras 3 reads it when the model is trained",
    ),
    "an optimizer of two models": (
        "from keras.optimizers import Adam\no = Adam(0.01)\nd.compile(optimizer=o, loss='mse')\ng.compile(o, 'mse')\n",
        "belongs to one model",
    ),
    "YAML of another script": ("from keras.models import model_from_yaml\nm = model_from_yaml(text)\n", "to_json"),
    "a decay of a rate that is set": ("ReduceLROnPlateau()\no = SGD(lr=0.1, decay=1e-6)\n", "`decay` is gone"),
    "a decay of a rate that is read": ("o = SGD(lr=0.1, decay=1e-6)\nprint(model.optimizer.lr)\n", "`decay` is gone"),
    "a loss of another tensor": (
        "mean = Dense(2)(h)\ndef own(y, z):\n    return z - y + mean\nm.compile('adam', own)\n",
        "`own`: a loss",
    ),
    "a name with a slash": ("from keras.layers import LSTM\nl = LSTM(4, name='a/b')\n", "cannot hold `/`"),
    "dates of pandas": ("from pandas import datetime\n", "from datetime import datetime"),
    "rows by ix": ("import pandas as pd\nx = table.ix[3]\n", "iloc"),
    "joblib": ("from sklearn.externals import joblib\n", "import joblib"),
    "a column that is squeezed": ("import pandas as pd\ns = pd.read_csv('a.csv', squeeze=True)\n", "squeeze"),
    "another package": ("from keras_contrib.layers import CRF\n", "keras_contrib"),
    "add-ons": ("import tensorflow_addons as tfa\n", "tensorflow_addons"),
}
REWRITTEN = {
    "batches": (f"def g():\n    yield [a, b], y\n{FITS}", "yield (a, b), y"),
    "a batch of one": (f"def g():\n    yield [a], [y]\n{FITS}", "yield (a,), (y,)"),
    "a dataset": ("class S(Sequence):\n    def __getitem__(self, i):\n        return [a, b], y\n", "return (a, b), y"),
    "states": ("from keras.layers import LSTM\nout = LSTM(4)([x, h, c])\n", "LSTM(4)(x, initial_state=[h, c])"),
    "a state": ("from keras.layers import GRU\nl = GRU(4)\nout = l([x, h])\n", "l(x, initial_state=[h])"),
    "a method": ("class L(Layer):\n    def get_output_shape_for(self, s): pass\n", "def compute_output_shape(self, s)"),
    "weights by name": (
        "self.add_weight('k', (3, 2), initializer='uniform')\n",
        "add_weight(name='k', shape=(3, 2), init",
    ),
    "weights by a made name": (
        "self.add_weight('{}_W'.format(n), (3, 2))\n",
        "add_weight(name='{}_W'.format(n), shape=(3, 2))",
    ),
    "what normalization had": ("BatchNormalization(mode=0, axis=-1)\n", "BatchNormalization(axis=-1)"),
    "what TensorBoard had": ("TensorBoard('a', batch_size=32, write_grads=False)\n", "TensorBoard('a')"),
    "each checkpoint": ("ModelCheckpoint('a.keras', period=1)\n", "ModelCheckpoint('a.keras')"),
    "an optimizer": (
        "from keras import optimizers\no = optimizers.adam(lr=0.1)\n",
        "optimizers.Adam(learning_rate=0.1)",
    ),
    "a loss": ("import keras\nloss = keras.losses.mae\n", "keras.losses.mean_absolute_error"),
    "a module of losses": (
        "from keras import objectives\nl = objectives.mse\n",
        "from keras import losses as objectives",
    ),
    "a module of initializers": (
        "from keras import initializations\n",
        "from keras import initializers as initializations",
    ),
    "an imported loss": ("from keras.losses import mse\nloss = mse\n", "loss = mean_squared_error"),
    "a regularizer": ("from keras.regularizers import l1l2\nr = l1l2(l1=0.1)\n", "r = L1L2(l1=0.1)"),
    "an experiment": (
        "import tensorflow as tf\nt = tf.keras.layers.experimental.preprocessing.TextVectorization()\n",
        "tf.keras.layers.TextVectorization()",
    ),
    "an old optimizer": (
        "import tensorflow as tf\no = tf.keras.optimizers.legacy.Adam()\n",
        "tf.keras.optimizers.Adam()",
    ),
    "an input layer": ("InputLayer(batch_input_shape=(2, 6, 3))\n", "InputLayer(batch_shape=(2, 6, 3))"),
    "a learning rate": ("rate = optimizer.get_config()['lr']\n", "get_config()['learning_rate']"),
    "scikit-learn": ("from sklearn.cross_validation import KFold\n", "from sklearn.model_selection import KFold"),
    "numpy": ("x = x.astype(np.float)\n", "astype(float)"),
    "a shape of a layer that is called": ("y = LSTM(3, input_shape=s)(x)\n", "y = LSTM(3)(x)"),
    "a length of a layer that is called by its name": (
        "embed = Embedding(9, 4, input_length=5)\ny = embed(x)\n",
        "embed = Embedding(9, 4)\n",
    ),
    "metrics of outputs in a list": (
        "outs = []\nm = Model(i, outputs=outs)\nm.compile('adam', 'mse', metrics=['mae'])\n",
        "metrics=[['mae'] for _ in m.outputs]",
    ),
    "the shape of a layer's output": ("s = model.layers[0].output_shape\n", "s = model.layers[0].output.shape"),
    "a function that merges later": (
        "from keras.layers import Merge\nx = Merge(mode=lambda t: t[0], output_shape=s)([a, b])\n",
        "import Lambda\nx = Lambda(function=lambda t: t[0], output_shape=s)([a, b])",
    ),
    "a session of the backend": (
        "import tensorflow as tf\nfrom keras.backend.tensorflow_backend import set_session\nc = tf.ConfigProto()\n"
        "c.gpu_options.allow_growth = True\nset_session(tf.Session(config=c))\n",
        "# from keras.backend.tensorflow_backend import set_session\n# c = tf.ConfigProto()\n# "
        "c.gpu_options.allow_growth = "
        "True\n# set_session(tf.Session(config=c))\n",
    ),
    "a metric of compile without a name": (
        "m.compile('adam', 'mse', ['accuracy'])\nh = m.fit(x, y)\na = h.history['val_acc']\n",
        "h.history['val_accuracy']",
    ),
    "a shape read": ("n = h.get_shape().as_list()[-1]\n", "n = list(h.shape)[-1]"),
    "a size of a shape": ("n = int(h.get_shape()[2])\n", "n = int(h.shape[2])"),
    "a size read": ("n = h.shape[1].value\n", "n = h.shape[1]\n"),
    "a number of axes": ("n = h.get_shape().ndims\n", "n = len(h.shape)"),
    "a metric of an output": (
        "i = Dense(1, name='main')(x)\nm.compile('adam', 'mse', metrics=['accuracy'])\na = h.history['val_main_acc']\n",
        "h.history['val_main_accuracy']",
    ),
    "metrics by outputs": (
        "m.compile('adam', 'mse', metrics={'a': 'mse', 'b': ['acc', 'mae']})\n"
        "c = EarlyStopping(monitor='val_b_mean_absolute_error')\n",
        "monitor='val_b_mae'",
    ),
    "an error in a file's name": (
        "m.compile('adam', 'mse', metrics=['mae'])\n"
        "c = ModelCheckpoint('w-{epoch:02d}-{val_mean_absolute_error:.2f}.keras')\n",
        "{epoch:02d}-{val_mae:.2f}",
    ),
    "outputs before targets": (
        "from keras import backend as K\nx = K.binary_crossentropy(y_pred, y_true)\n",
        "ops.binary_crossentropy(output=y_pred, target=y_true)",
    ),
    "targets before outputs": (
        "from keras import backend as K\nx = K.binary_crossentropy(y_true, y_pred)\n",
        "ops.binary_crossentropy(y_true, y_pred)",
    ),
    "a bias": (
        "from keras import backend as K\nx = K.bias_add(K.dot(a, w), self.b)\n",
        "ops.add(ops.dot(a, w), self.b)",
    ),
    "the next of Python 2": ("print 'a'\nx, y = batches(32).next()\n", "x, y = next(batches(32))"),
    "a fraction of Python 2": ("print 'a'\nb = np.exp(a) / c\n", "print('a')\nb = np.exp(a) / c\n"),
    "an iterator of Python 2": (
        "print 'a'\nclass A:\n    def __iter__(self):\n        return self\n    def next(self):\n        return 1\n",
        "def __next__(self)",
    ),
    "an array that is sliced": (
        "from keras.engine.training import slice_X\nx = np.zeros((9, 3))\na, b = slice_X(x, 0, n), slice_X(x, n)\n",
        "a, b = x[0:n], x[n:]",
    ),
    "accuracy of Keras 0": (
        "m.compile('adam', 'mse', class_mode='binary')\nm.fit(x, y, epochs=3, show_accuracy=True)\n"
        "a, b = m.evaluate(x, y, show_accuracy=True)\n",
        "m.compile('adam', 'mse', metrics=[\"accuracy\"])\nm.fit(x, y, epochs=3)\na, b = m.evaluate(x, y)",
    ),
    "YAML of the script": (
        "from keras.models import model_from_yaml\nm = model_from_yaml(model.to_yaml())\n",
        "import model_from_json\nm = model_from_json(model.to_json())",
    ),
    "a decay": (
        "import keras\no = keras.optimizers.SGD(lr=0.1, decay=1e-6, nesterov=True)\n",
        "SGD(learning_rate=keras.optimizers.schedules.InverseTimeDecay(0.1, decay_steps=1, decay_rate=1e-6), nesterov",
    ),
    "a decay of the usual rate": (
        "from keras.optimizers import SGD\no = SGD(decay=rate / 9)\n",
        "SGD(learning_rate=optimizers.schedules.InverseTimeDecay(0.01, decay_steps=1, decay_rate=rate / 9))",
    ),
    "a decay by a name": (
        "import keras\ndecay = 0.1 / 9\no = keras.optimizers.Adam(decay=decay, lr=args.lr)\n",
        "Adam(learning_rate=keras.optimizers.schedules.InverseTimeDecay(args.lr, decay_steps=1, decay_rate=decay))",
    ),
    "a rate of Keras 1": (
        "import keras\nm.compile('adadelta', 'mse')\nm.fit(x, y, nb_epoch=3)\n",
        "m.compile(keras.optimizers.Adadelta(learning_rate=1.0), 'mse')",
    ),
    "a rate of Keras 1, of an object": (
        "from keras.optimizers import Nadam\no = Nadam(beta_1=0.9)\nm.fit(x, y, nb_epoch=3)\n",
        "o = Nadam(learning_rate=0.002, beta_1=0.9)",
    ),
    "a name of a metric": (
        "m.compile('adam', 'mse', metrics=['mae'])\nprint('%s: %.2f' % (m.metrics_names[1], scores[1]))\n",
        "% ('mae', scores[1])",
    ),
    "names of all metrics": (
        "m.compile('adam', 'mse', metrics=['mae'])\nd = dict(zip(m.metrics_names, scores))\n",
        "zip(['loss', 'mae'], scores)",
    ),
    "a function with the phase added": (
        "from keras import backend as K\nfrom keras.models import Model\n"
        "f = K.function(model.inputs + [K.learning_phase()], [h, c])\na, b = f([x, 0])\n",
        "f = Model(model.inputs, [h, c])\na, b = f.predict_on_batch([x])",
    ),
    "a rate of Theano, set": ("model.optimizer.lr.set_value(0.5 * a)\n", "model.optimizer.learning_rate = (0.5 * a)"),
    "a rate of Theano, read": ("a = model.optimizer.lr.get_value()\n", "a = float(model.optimizer.learning_rate)"),
    "what a checkpoint watches": (
        "m.compile('adam', 'mse', metrics=['accuracy'])\nc = ModelCheckpoint('w.h5', 'val_acc', 1, True, True)\n",
        "ModelCheckpoint('w.weights.h5', 'val_accuracy', 1",
    ),
    "names in a loop": (
        "m.compile('adam', 'mse', metrics=['accuracy'])\nfor n in ['loss', 'val_acc']:\n    print(h.history[n])\n",
        "for n in ['loss', 'val_accuracy']",
    ),
    "a size of NumPy": ("m.add(Dense(np.prod(shape), activation='tanh'))\n", "Dense(int(np.prod(shape)), act"),
    "a name of two files": (
        "p = 'c_{epoch}'\nc = ModelCheckpoint(p, save_weights_only=True)\nmodel.save_weights(p.format(epoch=0))\n",
        "p = 'c_{epoch}.weights.h5'\n",
    ),
    "a name of two old files": (
        "p = 'c_{epoch}.h5'\nc = ModelCheckpoint(p, save_weights_only=True)\nmodel.save_weights(p.format(epoch=0))\n",
        "p = 'c_{epoch}.weights.h5'\n",
    ),
    "a sum": ("from keras.layers import merge\nx = merge([a, b])\n", "import Add\nx = Add()([a, b])"),
    "features side by side": (
        "from keras.layers import *\nx = merge([a, b], mode='concat', concat_axis=1, name='c')\n",
        "x = Concatenate(axis=1, name='c')([a, b])",
    ),
    "products by axes in lists": (
        "from keras.layers import merge\nx = merge([a, b], 'dot', dot_axes=([2], [1]))\n",
        "x = Dot(axes=(2, 1))([a, b])",
    ),
    "a mode that is a function": (
        "import keras\nx = keras.layers.merge([a, b], mode=lambda t: t[0], output_shape=(4,))\n",
        "x = keras.layers.Lambda(function=lambda t: t[0], output_shape=(4,))([a, b])",
    ),
    "a layer that merges later": (
        "from keras.layers import Merge, Dot\nx = Merge(mode='dot', dot_axes=1)([a, b])\n",
        "import Dot\nx = Dot(axes=1)([a, b])",
    ),
    "what is imported and not used": (
        "from keras.layers import LSTM, Recurrent\nm = Sequential([LSTM(4)])\n",
        "import LSTM\n",
    ),
    "steps of one layer": (
        "from keras.layers.core import TimeDistributedDense\nm.add(TimeDistributedDense(4))\n",
        "import Dense\nm.add(Dense(4))",
    ),
    "a function of a model": (
        "import keras\nK = keras.backend\nf = K.function([a, K.learning_phase()], [b])\ny = f([x, 0])[0]\n",
        "f = keras.Model([a], [b])\ny = f.predict_on_batch([x])\n",
    ),
    "a function called at once": (
        "from keras import backend as K\nfrom keras.models import Model\ny, z = K.function([a], [b, c])([x])\n",
        "y, z = Model([a], [b, c]).predict_on_batch([x])",
    ),
    "the input of a Sequential": ("m = Sequential()\nx = m.input\n", "x = m.inputs[0]"),
    "metrics of every output": (
        "m = Model(i, [a, b])\nm.compile('adam', 'mse', metrics=['mae'])\n",
        "metrics=[['mae'] for _ in range(2)]",
    ),
    "weights of steps": ("m.compile('adam', 'mse', sample_weight_mode='temporal')\n", "m.compile('adam', 'mse')"),
    "a forget bias": ("LSTM(4, forget_bias_init='one')\n", "LSTM(4)"),
    "the backend": ("os.environ['KERAS_BACKEND'] = 'theano'\n", "= 'tensorflow'"),
    "a dtype": ("from keras import backend as K\ny = K.cast(x, 'float')\n", "ops.cast(x, 'float32')"),
    "TensorFlow 1": ("import tensorflow as tf\ntf.set_random_seed(1)\n", "tf.random.set_seed(1)"),
    "a module of Python 2": ("import os, cPickle\n", "import os, pickle as cPickle"),
    "a key of Python 2": ("if d.has_key(k): pass\n", "if (k in d): pass"),
    "the first key": ("k = d.keys()[0]\n", "k = list(d.keys())[0]"),
    "print behind a condition": ("if x: print 'a;b'; print x\n", "if x: print('a;b'); print(x)"),
    "a long print": ("print 'a %d' % (x,\n  y)  # b\n", "print('a %d' % (x,\n  y))  # b"),
    "an exception's name": ("try:\n    f()\nexcept ValueError, e:\n    pass\n", "except ValueError as e:"),
    "an exception raised": ("raise ValueError, 'a <> b'\n", "raise ValueError('a <> b')"),
    "not equal": ("if a <> '<>': pass\n", "if a != '<>': pass"),
    "a long number": ("n = 10L\n", "n = 10\n"),
    "tabs and blanks": ("if x:\n\ta = 1\n        b = 2\n", "if x:\n        a = 1\n        b = 2\n"),
    "pandas": ("x = table.as_matrix()\n", "table.to_numpy()"),
}
AS_IT_IS = {
    "a path": "model_path = 'a/b'\nprint(model_path.split('/'))\n",
    "a module of models": "from sklearn import linear_model\nm = linear_model.LinearRegression()\n",
    "Keras's module of models": "import tensorflow as tf\nmodel = tf.keras.models.Sequential()\n",
    "arguments of a layer": "from keras.layers import LSTM\nl = LSTM(4)\nprint(l.units, l.return_sequences, "
    "l.recurrent_activation)\n",
    "a short metric": "model.compile('adam', 'mse', metrics=['acc'])\n",
    "a list of layers": "layers = []\nlayers.append(1)\nlayers.pop()\n",
    "another generator": "def f():\n    yield [1, 2], 3\n",
    "a shape given first": "self.add_weight((3, 2), initializer='uniform')\n",
    "a division": "half = n / 2\n",
    "a division that is made whole": "x = x[:int(len(x) / 2)]\n",
    "a loss of the outputs": "z = Dense(2)(h)\ndef loss(y, z):\n    return z - y\nm.compile('adam', loss)\n",
    "a date": "from datetime import datetime\nx = datetime.now()\n",
    "a rate": "layer = Dropout(1 / 2)\n",
    "a Dense's weights": "from keras.layers import Dense\nd = Dense(4)\nd(x)\nk = d.kernel\n",
    "a callback's own data": (
        "class C(Callback):\n    def __init__(self, data):\n        self.validation_data = data\n"
        "    def on_epoch_end(self, epoch, logs):\n        self.validation_data[0]\n"
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_gives_something_else_is_told(name):
    old, words = TOLD[name]
    told = [finding.sentence for finding in rewrite(old).findings if not finding.is_rewritten]
    assert [sentence for sentence in told if words in sentence]


@pytest.mark.parametrize("name", REWRITTEN)
def test_what_has_another_form_is_rewritten(name):
    old, new = REWRITTEN[name]
    assert new in rewrite(old).text
    assert all(finding.is_rewritten for finding in rewrite(old).findings)


@pytest.mark.parametrize("name", AS_IT_IS)
def test_what_is_as_it_was_is_left_alone(name):
    assert rewrite(AS_IT_IS[name]).text == AS_IT_IS[name]
    assert rewrite(AS_IT_IS[name]).findings == ()


@pytest.mark.slow
def test_batches_of_several_inputs_train(tmp_path):
    pytest.importorskip("keras")
    old = """\
import numpy as np
from keras.models import Model
from keras.layers import Input, LSTM, Dense, concatenate
a, b = Input((6, 3)), Input((6, 3))
model = Model(input=[a, b], output=Dense(1)(concatenate([LSTM(2)(a), LSTM(2)(b)])))
model.compile('sgd', 'mse')
x, y = np.ones((8, 6, 3)), np.ones((8, 1))
def batches():
    while True:
        yield [x, x], [y]
print(len(model.fit_generator(batches(), steps_per_epoch=2, epochs=3, verbose=0).epoch))
"""
    assert printed_by(rewrite(old).text, tmp_path).strip() == "3"
