"""Old code, as tutorials write it."""

MEMORY_PAIR = """\
from keras.models import Sequential
from keras.layers import Dense
from keras.layers.recurrent import LSTM
from keras.optimizers import Adam
from keras.utils import np_utils
import numpy

n_symbols, n_units, n_epochs = 5, 20, 250
sequences = [[3, 0, 1, 2, 3], [4, 0, 1, 2, 4]]

model = Sequential()
# one symbol at a time: the layer carries the state
model.add(LSTM(n_units, batch_input_shape=(1, 1, n_symbols), stateful=True))
model.add(Dense(n_symbols, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer=Adam(lr=0.01))

for epoch in range(n_epochs):
    for sequence in sequences:
        encoded = np_utils.to_categorical(sequence, n_symbols)
        X = encoded[:-1].reshape(4, 1, n_symbols)
        y = encoded[1:]
        model.fit(X, y, nb_epoch=1, batch_size=1, verbose=0, shuffle=False)
        model.reset_states()  # before the next sequence

for sequence in sequences:
    encoded = np_utils.to_categorical(sequence, n_symbols)
    X = encoded[:-1].reshape(4, 1, n_symbols)
    print 'Predicted:', model.predict(X, batch_size=1, verbose=0).argmax(axis=1).tolist()
    model.reset_states()
"""

NOTEBOOK = """\
%matplotlib inline
!pip install keras==2.2.4
import numpy as np
from keras.models import Sequential
from keras.layers.core import Dense, Dropout
from keras.layers import CuDNNLSTM
from keras.optimizers import SGD

series = np.sin(np.arange(60) / 5.)
X = np.array([series[i:i + 10] for i in xrange(50)])[:, :, None]
y = (series[10:] > 0).astype(int)

model = Sequential([
    CuDNNLSTM(8, input_shape=(10, 1),   # look_back of 10
              return_sequences=False),
    Dropout(p=0.1),
    Dense(output_dim=1, init='uniform', activation='sigmoid'),
])
model.compile(loss='binary_crossentropy', optimizer=SGD(lr=0.1, momentum=0.9), metrics=['accuracy'])
history = model.fit(X, y, nb_epoch=2, batch_size=10, verbose=0)
print "right: %d of 50" % (model.predict_classes(X, verbose=0)[:, 0] == y).sum()
model.save_weights('sine.h5')
"""

TEXT = """\
import numpy as np
import tensorflow as tf
from tensorflow.keras.callbacks import Callback
from tensorflow.python.keras.layers import LSTM, Dense, Embedding

text = "to be or not to be that is the question " * 5
letters = sorted(set(text))
ids = np.array([letters.index(letter) for letter in text])
batch_size, length = 2, 8


def build(batch_size):
    model = tf.keras.Sequential([
        Embedding(len(letters), 6, batch_input_shape=[batch_size, None]),
        LSTM(12, return_sequences=True, stateful=True),
        Dense(len(letters)),
    ])
    return model


class Reset(Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.reset_states()


rows = ids[:160].reshape(batch_size, 10, length).swapaxes(0, 1).reshape(-1, length)
targets = ids[1:161].reshape(batch_size, 10, length).swapaxes(0, 1).reshape(-1, length)
model = build(batch_size)
model.compile(tf.keras.optimizers.Adam(lr=0.01), tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(rows, targets, batch_size=batch_size, epochs=2, shuffle=False, verbose=0, callbacks=[Reset()])

one = build(1)
one.set_weights(model.get_weights())
one.reset_states()
print(one.predict(ids[None, :5], verbose=0).shape)
"""

EXAMPLES = {"memory_pair": MEMORY_PAIR, "notebook": NOTEBOOK, "text": TEXT}
"""Name → whole script."""

LINES = {
    "batch_input_shape": "model.add(LSTM(20, batch_input_shape=(1, 1, 5), stateful=True))",
    "input_shape": "model.add(LSTM(20, input_shape=(4, 5)))",
    "input_dim": "model.add(LSTM(20, input_dim=5, input_length=4))",
    "reset_states": "model.reset_states()",
    "lr": "optimizer = Adam(lr=0.001)",
    "nb_epoch": "model.fit(x, y, nb_epoch=100)",
    "predict_classes": "classes = model.predict_classes(x)",
    "fit_generator": "model.fit_generator(batches)",
    "np_utils": "from keras.utils import np_utils",
    "recurrent": "from keras.layers.recurrent import LSTM",
    "cudnn": "from keras.layers import CuDNNLSTM",
    "timeseries": "from keras.preprocessing.sequence import TimeseriesGenerator",
    "save_weights": "model.save_weights('model.h5')",
}
"""The old part of a line → the line."""
