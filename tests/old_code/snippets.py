"""Pieces of Keras 2 code and what is to become of them."""

KERAS = "import keras\nfrom keras.models import Sequential\n"
REWRITTEN = {
    # an Input before the layer
    KERAS + "model = Sequential()\nmodel.add(LSTM(20, batch_input_shape=(1, 1, 5), stateful=True))": KERAS
    + "model = Sequential()\nmodel.add(keras.Input(batch_shape=(1, 1, 5)))\nmodel.add(LSTM(20, stateful=True))",
    "from keras.layers import Input\nmodel.add(LSTM(8, input_shape=(4, 5)))": "from keras.layers import Input\n"
    "model.add(Input(shape=(4, 5)))\nmodel.add(LSTM(8))",
    "import tensorflow.keras as k\nm.add(Dense(8, input_dim=5))": "import tensorflow.keras as k\n"
    "m.add(k.Input(shape=(5,)))\nm.add(Dense(8))",
    "from tensorflow import keras\nm.add(GRU(8, input_dim=5, input_length=4))": "from tensorflow import keras\n"
    "m.add(keras.Input(shape=(4, 5)))\nm.add(GRU(8))",
    "import keras\nm.add(GRU(8, input_dim=5))": "import keras\nm.add(keras.Input(shape=(None, 5)))\nm.add(GRU(8))",
    "import keras\nm = Sequential([LSTM(3, input_shape=s), Dense(1)])": "import keras\n"
    "m = Sequential([keras.Input(shape=s), LSTM(3), Dense(1)])",
    "import keras\nm = Sequential([\n    LSTM(3,  # units\n         input_shape=(4, 5)),  # ü\n])": "import keras\n"
    "m = Sequential([\n    keras.Input(shape=(4, 5)),\n    LSTM(3  # units\n         ),  # ü\n])",
    "import keras\nm.add(LSTM(input_shape=(4, 5),  # steps\n  units=3))": "import keras\n"
    "m.add(keras.Input(shape=(4, 5)))\nm.add(LSTM(  # steps\n  units=3))",
    "import keras\nm.add(Bidirectional(LSTM(3), input_shape=(4, 5)))": "import keras\n"
    "m.add(keras.Input(shape=(4, 5)))\nm.add(Bidirectional(LSTM(3)))",
    "import keras\nm.add(Bidirectional(LSTM(3, input_shape=(4, 5))))": "import keras\n"
    "m.add(keras.Input(shape=(4, 5)))\nm.add(Bidirectional(LSTM(3)))",
    "import keras\nm.add(LSTM(3, input_shape=(4, 5), batch_size=2))": "import keras\n"
    "m.add(keras.Input(shape=(4, 5), batch_size=2))\nm.add(LSTM(3))",
    "import keras\nm.add(LSTM(3))\nm.add(LSTM(3, input_shape=(4, 5)))": "import keras\nm.add(LSTM(3))\nm.add(LSTM(3))",
    "import keras\ndef f():\n\tm = Sequential()\n\tm.add(LSTM(3, input_shape=s))": "import keras\n"
    "def f():\n\tm = Sequential()\n\tm.add(keras.Input(shape=s))\n\tm.add(LSTM(3))",
    "import keras\nm.add(Embedding(9, 4, input_length=5))": "import keras\nm.add(keras.Input(shape=(5,)))\n"
    "m.add(Embedding(9, 4))",
    "y = Embedding(9, 4, input_length=5)(x)": "y = Embedding(9, 4)(x)",
    "import keras\nm.add(Embedding(input_dim=9, output_dim=4))": "import keras\n"
    "m.add(Embedding(input_dim=9, output_dim=4))",
    '"""Text."""\nfrom __future__ import division\nm.add(LSTM(3, input_shape=s))': '"""Text."""\n'
    "from __future__ import division\nfrom keras import Input\nm.add(Input(shape=s))\nm.add(LSTM(3))",
    # arguments
    "Adam(lr=0.1, decay=0.0, clipnorm=1)": "Adam(learning_rate=0.1, clipnorm=1)",
    "LSTM(output_dim=4, inner_init='zeros', consume_less='gpu')": "LSTM(units=4, recurrent_initializer='zeros')",
    "LSTM(consume_less='gpu', units=4)": "LSTM(units=4)",
    "LSTM(consume_less='gpu',)": "LSTM()",
    "m.fit(x, y, nb_epoch=3)": "m.fit(x, y, epochs=3)",
    "m.fit((x), workers=2, use_multiprocessing=True, verbose=0)": "m.fit((x), verbose=0)",
    "Model(input=a, output=b)": "Model(inputs=a, outputs=b)",
    "LSTM(4, time_major=False)": "LSTM(4)",
    "print(lr=1); f(nb_epoch=2); dict(p=1)": "print(lr=1); f(nb_epoch=2); dict(p=1)",
    # arguments without a name, in another order now
    "RMSprop(0.001, 0.9, 1e-8)": "RMSprop(0.001, 0.9, epsilon=1e-8)",
    "Adam(0.1, 0.9)": "Adam(0.1, 0.9)",
    "SGD(0.1, 0.9, True)": "SGD(0.1, 0.9, True)",
    "m.compile('adam', 'mse', ['mae'])": "m.compile('adam', 'mse', metrics=['mae'])",
    "m.compile('adam', 'mse', [1.0, 2.0])": "m.compile('adam', 'mse', [1.0, 2.0])",
    "m.load_weights('a.h5', True)": "m.load_weights('a.h5', by_name=True)",
    "import re\nre.compile('a', 2)": "import re\nre.compile('a', 2)",
    # modules and names
    "from keras.layers.core import Dense": "from keras.layers import Dense",
    "from keras.utils.np_utils import to_categorical as one_hot": "from keras.utils import to_categorical as one_hot",
    "from keras.utils import np_utils": "from keras import utils as np_utils",
    "from keras.utils import np_utils as u, plot_model": "from keras import utils as u\n"
    "from keras.utils import plot_model",
    "import keras.layers.recurrent as r": "import keras.layers as r",
    "y = keras.utils.np_utils.to_categorical(y)": "y = keras.utils.to_categorical(y)",
    "tf.keras.layers.CuDNNLSTM(3)": "tf.keras.layers.LSTM(3)",
    "from tensorflow.python.keras.layers import GRU": "from tensorflow.keras.layers import GRU",
    "from keras.layers import LSTM, CuDNNGRU\nCuDNNGRU(3)": "from keras.layers import LSTM, GRU\nGRU(3)",
    "from keras.optimizers import rmsprop\nrmsprop(lr=0.1)": "from keras.optimizers import RMSprop\n"
    "RMSprop(learning_rate=0.1)",
    "from keras.optimizers import *\nsgd = SGD(1)\nf(adam(lr=0.1), sgd)": "from keras.optimizers import *\n"
    "sgd = SGD(1)\nf(Adam(learning_rate=0.1), sgd)",
    "from keras.models import Model, Input": "from keras.models import Model\nfrom keras.layers import Input",
    "from tensorflow.keras import layers\nlayers.experimental.preprocessing.Rescaling(2)": "from tensorflow.keras "
    "import layers\nlayers.Rescaling(2)",
    "import tensorflow as tf\nkeras = tf.keras\nkeras.optimizers.legacy.Adam()": "import tensorflow as tf\n"
    "keras = tf.keras\nkeras.optimizers.Adam()",
    "from keras.engine.topology import Layer": "from keras.layers import Layer",
    "from keras.preprocessing.text import Tokenizer": "from tensorflow.keras.preprocessing.text import Tokenizer",
    "from keras.preprocessing.sequence import pad_sequences": "from keras.preprocessing.sequence import pad_sequences",
    # methods
    "model.reset_states()  # now": 'for layer in model._flatten_layers():\n    if getattr(layer, "stateful", False):\n'
    "        layer.reset_states()  # now",
    "for i in x: model.reset_states()": "for i in x: "
    '[layer.reset_states() for layer in model._flatten_layers() if getattr(layer, "stateful", False)]',
    "net = Sequential()\nlayer = 1\nnet.reset_states()": "net = Sequential()\nlayer = 1\n"
    'for each_layer in net.layers:\n    if getattr(each_layer, "stateful", False):\n        each_layer.reset_states()',
    "cell = LSTM(3)\ncell.reset_states()\nmodel.layers[0].reset_states()": "cell = LSTM(3)\n"
    "cell.reset_states()\nmodel.layers[0].reset_states()",
    "c = model.predict_classes(x, verbose=0)": "c = model.predict(x, verbose=0)\n"
    'c = c.argmax(axis=-1) if c.shape[-1] > 1 else (c > 0.5).astype("int32")',
    "m = Sequential([Dense(5)])\nm.predict_classes(x)": "m = Sequential([Dense(5)])\nm.predict(x).argmax(axis=-1)",
    "n = 1\nm = Sequential()\nm.add(Dense(n))\nm.add(Activation('sigmoid'))\nm.predict_classes(x)": "n = 1\n"
    "m = Sequential()\nm.add(Dense(n))\nm.add(Activation('sigmoid'))\n(m.predict(x) > 0.5).astype(\"int32\")",
    "f(model.predict_classes(x))": "f((lambda outputs: outputs.argmax(axis=-1) if outputs.shape[-1] > 1 else "
    '(outputs > 0.5).astype("int32"))(model.predict(x)))',
    "p = model.predict_proba(x)": "p = model.predict(x)",
    "h = model.fit_generator(g, epochs=2)": "h = model.fit(g, epochs=2)",
    "m.save_weights('a.h5')\nm.load_weights('a.h5')": "m.save_weights('a.weights.h5')\nm.load_weights('a.weights.h5')",
    'c = ModelCheckpoint("w{val_acc:.2f}.hdf5")': 'c = ModelCheckpoint("w{val_accuracy:.2f}.keras")',
    "K.set_value(m.optimizer.lr, 0.5 * K.get_value(m.optimizer.lr))": "m.optimizer.learning_rate = "
    "0.5 * float(m.optimizer.learning_rate)",
    "K.set_value(optimizer.lr,\n  a +  # b\n  c)": "optimizer.learning_rate = (a +  # b\n  c)",
    "net = Sequential()\nnet.save('a')": "net = Sequential()\nnet.save('a.keras')",
    "model = Word2Vec(x)\nmodel.save('a.model')": "model = Word2Vec(x)\nmodel.save('a.model')",
    "m.load_weights('old.h5')": "m.load_weights('old.h5')",
    # Python 2 and notebooks
    "print 'a', x  # b": "print('a', x)  # b",
    "print": "print",
    "print 'a %d' % 3,": "print('a %d' % 3, end=' ')",
    "for i in xrange(3):\n    print i": "for i in range(3):\n    print(i)",
    "%matplotlib inline\n!pip install keras\nx = 7 \\\n  % 4\nmodel?": "# %matplotlib inline\n# !pip install keras\n"
    "x = 7 \\\n  % 4\n# model?",
    "if x:\n    !ls": "if x:\n    pass  # !ls",
    "    a = 1\n    b = 2": "a = 1\nb = 2",
    "a = 1\r\nb = 'ü—𝄞'; Adam(lr=1)": "a = 1\nb = 'ü—𝄞'; Adam(learning_rate=1)",
}
