"""What old tutorials write."""

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
# one symbol at a time; the state is carried by the layer
model.add(LSTM(n_units, batch_input_shape=(1, 1, n_symbols), stateful=True))
model.add(Dense(n_symbols, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer=Adam(lr=0.001))

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
    print 'Predicted:', [numpy.argmax(step) for step in model.predict(X, batch_size=1, verbose=0)]
    model.reset_states()
"""

EXAMPLES = {"memory_pair": MEMORY_PAIR}
