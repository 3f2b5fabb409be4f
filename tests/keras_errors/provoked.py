"""Keras's own errors, each provoked for real."""

from __future__ import annotations

import keras
import numpy as np
from keras import layers

zeros = np.zeros


def model(*stack, shape=(4, 5), batch_shape=None):
    return keras.Sequential([keras.Input(batch_shape=batch_shape) if batch_shape else keras.Input(shape), *stack])


def fit(loss, outputs, target, *, return_sequences=False, samples=4):
    fitted = model(layers.LSTM(3, return_sequences=return_sequences), layers.Dense(outputs))
    fitted.compile("adam", loss)
    fitted.fit(zeros((samples, 4, 5)), target, verbose=0)


def fit_weighted(weights):
    fitted = model(layers.LSTM(3), layers.Dense(1))
    fitted.compile("adam", "mse")
    fitted.fit(zeros((4, 4, 5)), zeros((4, 1)), sample_weight=weights, verbose=0)


def called_twice(layer, *shapes):
    for shape in shapes:
        layer(zeros(shape))


def stateful():
    return model(layers.LSTM(3, stateful=True), batch_shape=(2, 4, 5))


def predicted_twice(batch, rows):
    """A stateful model that has predicted a batch of its own size is compiled for any the next time."""
    one = model(layers.LSTM(3, stateful=True), batch_shape=(batch, 4, 5))
    for count in (batch, rows):
        one.predict(zeros((count, 4, 5)), batch_size=count, verbose=0)


def fitted_without_batch_size():
    one = model(layers.LSTM(3, stateful=True), batch_shape=(1, 4, 5))
    one.compile("adam", "mse")
    one.fit(zeros((1, 4, 5)), zeros((1, 3)), verbose=0)


def two_inputs_given_one():
    first, second = keras.Input((4, 5)), keras.Input((4, 5))
    both = keras.Model([first, second], layers.LSTM(3)(layers.Concatenate()([first, second])))
    both.predict(zeros((2, 4, 5)), verbose=0)


class WithoutMask(layers.Layer):
    def call(self, inputs):
        return inputs


class WithoutLength(keras.utils.PyDataset):
    def __getitem__(self, index):
        return zeros((2, 4, 5)), zeros((2, 3))


def fitted_with(data, **options):
    fitted = model(layers.LSTM(3))
    fitted.compile("adam", "mse")
    fitted.fit(data, verbose=0, **options)


def lists():
    while True:
        yield zeros((2, 4, 5)).tolist(), zeros((2, 3)).tolist()


class WithoutStates(layers.Layer):
    state_size = 5

    def call(self, inputs):
        return inputs


def fit_with_loss_weights(weights):
    fitted = model(layers.LSTM(3))
    fitted.compile("adam", "mse", loss_weights=weights)
    fitted.fit(zeros((4, 4, 5)), zeros((4, 3)), verbose=0)


def optimizer_of_another_model():
    optimizer = keras.optimizers.Adam()
    for _ in range(2):
        one = model(layers.LSTM(3))
        one.compile(optimizer, "mse")
        one.fit(zeros((4, 4, 5)), zeros((4, 3)), verbose=0)


def weights_too_few():
    fitted = model(layers.LSTM(3))
    fitted.compile("adam", "mse")
    fitted.fit(zeros((4, 4, 5)), zeros((4, 3)), sample_weight=zeros(3), verbose=0)


# Name → what provokes it, and what must be among the words, the cure or the code.
CASES = {
    "mask of fewer steps": (lambda: layers.LSTM(3)(zeros((8, 4, 5)), mask=zeros((8, 3), bool)), ["The mask says"]),
    "mask of more steps": (lambda: layers.LSTM(3)(zeros((8, 4, 5)), mask=zeros((8, 6), bool)), ["The mask says"]),
    "mask of numbers": (lambda: layers.LSTM(3)(zeros((8, 4, 5)), mask=zeros((8, 4, 5), bool)), ["The mask says"]),
    "one state for an LSTM": (
        lambda: layers.LSTM(3)(zeros((8, 4, 5)), initial_state=zeros((8, 3))),
        ["fewer arrays than the layer has states"],
    ),
    "a class for a layer": (lambda: model(layers.LSTM), ["most often the brackets", "model.add(LSTM(units))"]),
    "a layer for a cell": (lambda: layers.RNN(layers.LSTM(3))(zeros((8, 4, 5))), ["take cells", "LSTMCell"]),
    "Model of layers": (lambda: keras.Model(layers.LSTM(3), layers.Dense(1)), ["A layer was given where a tensor"]),
    "Model of arrays": (lambda: keras.Model(zeros((8, 4, 5)), zeros((8, 1))), ["keras.Model is built from an Input"]),
    "Attention of other features": (
        lambda: layers.Attention()([zeros((2, 4, 5)), zeros((2, 4, 6))]),
        ["they have 5 and 6", "Dense(units)(value)"],
    ),
    "Conv1D of four axes": (lambda: layers.Conv1D(3, 2)(zeros((2, 4, 5, 1))), ["an array with 4", "TimeDistributed"]),
    "numpy in a loss": (
        lambda: fit(lambda y, output: np.mean(y - output), 1, zeros((4, 1))),
        ["a tensor stands for numbers", "keras.ops"],
    ),
    "sample_weight of other steps": (lambda: fit_weighted(zeros((4, 3))), ["sample_weight multiplies"]),
    "a list of samples": (
        lambda: model(layers.LSTM(3)).predict([zeros((4, 5)), zeros((4, 5))], verbose=0),
        ["takes a list to mean several inputs"],
    ),
    "two layers of a Bidirectional": (
        lambda: layers.Bidirectional(
            layers.LSTM(3), backward_layer=layers.LSTM(3, go_backwards=True, return_sequences=True)
        ),
        ["must be the same in both"],
    ),
    "no data": (lambda: model(layers.LSTM(3)).predict(None, verbose=0), ["Something that is needed is None"]),
    "weights of other units": (
        lambda: model(layers.LSTM(3)).set_weights(model(layers.LSTM(4)).get_weights()),
        ["(5, 12)", "as many features and units"],
    ),
    "two axes": (lambda: layers.LSTM(3)(zeros((120, 5))), ["three axes", "(120, 5)", "x[np.newaxis]  # (1, 120, 5)"]),
    "one axis": (lambda: layers.LSTM(3)(zeros(120)), ["(120,)", "x.reshape(1, 120, 1)"]),
    "four axes": (lambda: layers.LSTM(3)(zeros((2, 4, 5, 2))), ["(2, 4, 5, 2)", "x.reshape(2, 4, 10)"]),
    "no axis": (lambda: layers.LSTM(3)(zeros(())), ["This array has 0"]),
    "Bidirectional, two axes": (lambda: layers.Bidirectional(layers.LSTM(3))(zeros((7, 5))), ["(7, 5)"]),
    "return_sequences forgotten": (
        lambda: model(layers.LSTM(3), layers.LSTM(2)),
        ["returned only its last step", "LSTM(3, return_sequences=True)"],
    ),
    "Input without timesteps": (lambda: model(layers.LSTM(3), shape=(5,)), ["(None, 5)", "keras.Input((5, 1))"]),
    "TimeDistributed after one step": (
        lambda: model(layers.LSTM(3), layers.TimeDistributed(layers.Dense(2))),
        ["TimeDistributed", "(None, 3)", "LSTM(units, return_sequences=True)"],
    ),
    "RepeatVector after a sequence": (
        lambda: layers.RepeatVector(3)(zeros((2, 4, 5))),
        ["RepeatVector", "(2, 4, 5)", "return_sequences=False"],
    ),
    "other features, called": (
        lambda: called_twice(layers.LSTM(3), (2, 4, 5), (2, 4, 6)),
        ["features=5", "features=6"],
    ),
    "other features, predicted": (
        lambda: model(layers.LSTM(3)).predict(zeros((2, 4, 6)), verbose=0),
        ["features=5", "features=6"],
    ),
    "other features, Dense": (
        lambda: called_twice(layers.Dense(2), (2, 3), (2, 4)),
        ["features=3", "features=4"],
    ),
    "a sample without its axis": (
        lambda: model(layers.LSTM(3)).predict(zeros((4, 5)), verbose=0),
        ["(None, 4, 5)", "given (4, 5)", "x[np.newaxis]  # (1, 4, 5)"],
    ),
    "initial_state of other units": (
        lambda: layers.LSTM(3)(zeros((2, 4, 5)), initial_state=[zeros((2, 4)), zeros((2, 4))]),
        ["units=3", "size 4"],
    ),
    "initial_state of one array": (
        lambda: layers.LSTM(3)(zeros((2, 4, 5)), initial_state=[zeros((2, 3))]),
        ["fewer arrays", "[h, c]"],
    ),
    "stateful without a batch size": (
        lambda: model(layers.LSTM(3, stateful=True)),
        ["stateful=True", "keras.Input(batch_shape=(1, 4, 5))"],
    ),
    "stateful, other batch, predicted": (
        lambda: predicted_twice(3, 2),
        ["a batch of 2", "the states of a batch of 3", "Always give it batches of 3"],
    ),
    "stateful, more than its one sample, predicted": (lambda: predicted_twice(1, 2), ["the state of one sample"]),
    "stateful, its one sample, fitted without a batch size": (
        fitted_without_batch_size,
        ["the state of one sample", "batches of any size", "model.fit(x, y, batch_size=1)"],
    ),
    "stateful, other batch": (lambda: stateful()(zeros((3, 4, 5))), ["states for a batch of 2", "a batch of 3"]),
    "stateful, predict with another batch": (
        lambda: stateful().predict(zeros((1, 4, 5)), verbose=0),
        ["states for a batch of 2", "a batch of 1", "batch_size=2"],
    ),
    "batch_input_shape": (
        lambda: layers.LSTM(3, batch_input_shape=(1, 1, 5), stateful=True),
        ["Keras 2", "keras.Input(batch_shape=(1, 1, 5))"],
    ),
    "reset_states of a model": (lambda: model(layers.LSTM(3)).reset_states(), ["Keras 2", "layer.reset_states()"]),
    "return_state in Sequential": (
        lambda: model(layers.LSTM(3, return_state=True), layers.Dense(2)),
        ["3 tensors", "return_state=True"],
    ),
    "a Bidirectional's two outputs": (
        lambda: layers.Dense(2)(layers.Bidirectional(layers.LSTM(3), merge_mode=None)(zeros((2, 4, 5)))),
        ["2 tensors", "merge_mode=None"],
    ),
    "a Bidirectional's two outputs, TimeDistributed": (
        lambda: layers.TimeDistributed(layers.Dense(2))(
            layers.Bidirectional(layers.LSTM(3, return_sequences=True), merge_mode=None)(zeros((2, 4, 5)))
        ),
        ["several tensors", "merge_mode=None"],
    ),
    "Bidirectional of a layer that reads backwards": (
        lambda: layers.Bidirectional(layers.LSTM(3, go_backwards=True)),
        ["go_backwards=True", "Leave go_backwards out"],
    ),
    "stateful Bidirectional with its states": (
        lambda: layers.Bidirectional(layers.LSTM(3, stateful=True, return_state=True))(zeros((2, 4, 5))),
        ["Keras 3.15 has a bug", "initial_state=states"],
    ),
    "mse, another width": (lambda: fit("mse", 2, zeros((4, 7))), ["(None, 7)", "(None, 2)", "Dense(7)"]),
    "mse, one number": (lambda: fit("mse", 2, zeros(4)), ["(4,)", "(4, 2)", "Dense(1)"]),
    "mse, other steps": (
        lambda: fit("mse", 2, zeros((4, 3, 2)), return_sequences=True),
        ["(None, 3, 2)", "(None, 4, 2)", "as many", "print(x.shape, y.shape)"],
    ),
    "crossentropy, other classes": (
        lambda: fit("categorical_crossentropy", 5, zeros((4, 3))),
        ["(None, 3)", "(None, 5)", "Dense(3)"],
    ),
    "crossentropy, an answer a sample": (
        lambda: fit("categorical_crossentropy", 5, zeros((4, 5)), return_sequences=True),
        ["each timestep, the other one for each sample", "return_sequences=False"],
    ),
    "crossentropy, class numbers": (
        lambda: fit("categorical_crossentropy", 5, zeros((4, 4)), return_sequences=True),
        ["class number for each timestep", "sparse_categorical_crossentropy"],
    ),
    "sparse crossentropy, one-hot": (
        lambda: fit("sparse_categorical_crossentropy", 5, zeros((4, 5))),
        ["y is one-hot", "argmax"],
    ),
    "sparse crossentropy, other steps": (
        lambda: fit("sparse_categorical_crossentropy", 5, zeros((4, 3)), return_sequences=True),
        ["(None, 3)", "(None, 4, 5)"],
    ),
    "a class too many": (
        lambda: fit("sparse_categorical_crossentropy", 5, zeros((4, 1)) + 9),
        ["class 9", "room for 5", "Dense(10)"],
    ),
    "binary crossentropy, another width": (lambda: fit("binary_crossentropy", 1, zeros((4, 3))), ["(None, 3)"]),
    "fewer targets than samples": (lambda: fit("mse", 2, zeros((3, 2))), ["Samples in X: 4; in y: 3"]),
    "unequal lengths, numpy": (lambda: np.array([[1, 2], [3]]), ["not equally long", "pad_sequences"]),
    "unequal lengths, array of lists": (
        lambda: layers.LSTM(3)(np.array([[1, 2], [3]], object)),
        ["not equally long", "pad_sequences"],
    ),
    "unequal lengths, tensor": (lambda: keras.ops.convert_to_tensor([[1, 2], [3]]), ["not equally long"]),
    "a list, called": (lambda: layers.LSTM(3)([[[1.0, 2.0], [3.0, 4.0]]]), ["Python lists", "np.array(x"]),
    "a list, predicted": (lambda: model(layers.LSTM(3)).predict([[1, 2], [3, 4]], verbose=0), ["Python lists"]),
    "reshape": (
        lambda: zeros(120).reshape(5, 7),
        ["in the array: 120", "(5, 7)", "x.ravel()[:119].reshape(-1, 7)", "x.ravel()[:105].reshape(-1, 5, 7)"],
    ),
    "an id beyond the Embedding": (lambda: layers.Embedding(5, 2)(zeros((2, 4)) + 7), ["ids 0 to 4", "id 7"]),
    "no timesteps": (lambda: layers.LSTM(3)(zeros((2, 0, 5))), ["no timesteps"]),
    "no samples": (lambda: layers.LSTM(3)(zeros((0, 4, 5))), ["no samples"]),
    "a layer for a tensor": (lambda: layers.LSTM(3)(layers.GRU(2)), ["was made, and not called"]),
    "a number for a tensor": (lambda: layers.LSTM(3)(zeros((2, 4, 5)), 7), ["only tensors can be given by position"]),
    "one array for two inputs": (two_inputs_given_one, ["2 inputs or outputs", "model.fit([first, second], y)"]),
    "Conv1D without features": (lambda: layers.Conv1D(3, 2)(zeros((2, 4))), ["A convolution", "x[..., np.newaxis]"]),
    "Sequential with Attention": (
        lambda: model(layers.LSTM(3, return_sequences=True), layers.MultiHeadAttention(2, 3)),
        ["passes one tensor", "functional API"],
    ),
    "a whole learning rate": (lambda: keras.optimizers.Adam(learning_rate=1), ["must be a float", "0.001"]),
    "no such layer": (lambda: model(layers.LSTM(3)).get_layer("encoder"), ["no layer of that name", 'name="encoder"']),
    "no words": (lambda: layers.Embedding(0, 2), ["whole numbers, 1 or more"]),
    "no units": (lambda: layers.LSTM(0), ["whole number from 1"]),
    "a cell without states": (
        lambda: layers.RNN(WithoutStates())(zeros((2, 4, 5))),
        ["The call of this cell takes the input alone", "def call(self, inputs, states)"],
    ),
    "LSTM in TimeDistributed": (
        lambda: layers.TimeDistributed(layers.LSTM(3))(zeros((2, 4, 5))),
        ["therefore needs an axis more"],
    ),
    "Dense in Bidirectional": (
        lambda: layers.Bidirectional(layers.Dense(3)),
        ["wraps a recurrent layer"],
    ),
    "Conv2D of steps without channels": (
        lambda: layers.TimeDistributed(layers.Conv2D(3, 3))(zeros((2, 4, 8, 8))),
        ["The convolution reads 4 axes, and was given 3", "channels"],
    ),
    "three sizes of a kernel": (lambda: layers.ConvLSTM2D(3, (3, 3, 3)), ["moves along 2 axes", "ConvLSTM2D("]),
    "padding of Keras 1": (lambda: layers.ConvLSTM2D(3, 3, padding="full"), ['"valid" or "same"']),
    "ConvLSTM2D without a kernel": (lambda: layers.ConvLSTM2D(3), ["how many filters"]),
    "pictures smaller than the kernel": (
        lambda: layers.ConvLSTM2D(3, 3)(zeros((2, 4, 2, 2, 1))),
        ["larger than the pictures", "ConvLSTM2D"],
    ),
    "Embedding without features": (lambda: layers.Embedding(10), ["Embedding(words, features)"]),
    "one state for a ConvLSTM2D": (
        lambda: layers.ConvLSTM2D(3, 3, padding="same")(zeros((2, 4, 8, 8, 1)), initial_state=[zeros((2, 8, 8, 3))]),
        ["than the ConvLSTM2D has states"],
    ),
    "Permute from 0": (lambda: layers.Permute((0, 2, 1)), ["counts the axes from 1"]),
    "a list in Sequential": (lambda: model([layers.LSTM(3)]), ["a list of layers as one of its layers"]),
    "Sequential without a list": (
        lambda: keras.Sequential(keras.Input((4, 5)), layers.LSTM(3)),
        ["without the brackets of a list"],
    ),
    "Input of two shapes": (lambda: keras.Input((4, 5), batch_shape=(2, 4, 5)), ["Both were given"]),
    "Model without outputs": (lambda: keras.Model(keras.Input((4, 5))), ["without its outputs"]),
    "an index into the last step": (
        lambda: layers.LSTM(3)(keras.Input((4, 5)))[:, -1, :],
        ["without an axis of timesteps"],
    ),
    "a product of steps": (
        lambda: keras.ops.matmul(keras.Input((4, 5)), keras.Input((4, 5))),
        ["(None, 4, 5) and (None, 4, 5)", "swapaxes"],
    ),
    "two arrays for one input": (
        lambda: keras.Model(given := keras.Input((4, 5)), layers.LSTM(3)(given)).predict(
            [zeros((2, 4, 5))] * 2, verbose=0
        ),
        ["has one input, and 2 arrays"],
    ),
    "too few weights of samples": (weights_too_few, ["sample_weight has another number"]),
    "an unknown activation": (lambda: layers.LSTM(3, activation="tanhh"), ["does not know the activation"]),
    "an unknown initializer": (
        lambda: layers.LSTM(3, kernel_initializer="glorott"),
        ["initializer, regularizer or constraint"],
    ),
    "units as text": (lambda: layers.LSTM("3"), ["given as text"]),
    "sequences padded on the left": (
        lambda: keras.utils.pad_sequences([[1, 2], [3]], padding="left"),
        ['"pre", at the beginning'],
    ),
    "steps of other features": (
        lambda: keras.utils.pad_sequences([[[1, 2]], [[3]]]),
        ["do not all have the same number of features"],
    ),
    "ids without features": (lambda: layers.LSTM(3)(keras.Input((None,))), ["Put an Embedding before the layer"]),
    "a vector beside a sequence, joined by ops": (
        lambda: keras.ops.concatenate([given := keras.Input((4, 5)), layers.LSTM(3)(given)], axis=-1),
        ["The tensors to be joined differ"],
    ),
    "states in a list": (
        lambda: layers.LSTM(3)([zeros((2, 4, 5)), zeros((2, 3)), zeros((2, 3))]),
        ["a list of 3 tensors", "initial_state=[h, c]"],
    ),
    "a layer for units": (lambda: layers.Dense(layers.LSTM(3)), ["where the number of units is needed"]),
    "an unknown dtype": (lambda: layers.LSTM(3, dtype="float"), ['dtype="float32"']),
    "a factor that is no part": (lambda: keras.callbacks.ReduceLROnPlateau(factor=1.5), ["less than 1"]),
    "a function of the old backend": (lambda: keras.backend.int_shape(zeros(3)), ["print(x.shape)"]),
    "LSTM in TimeDistributed, in a model": (
        lambda: model(layers.TimeDistributed(layers.LSTM(3))),
        ["therefore needs an axis more"],
    ),
    "a shape as a list": (lambda: keras.Input((4, 5)).shape.as_list(), ["print(list(x.shape))"]),
    "the input of a Sequential": (lambda: model(layers.LSTM(3)).input, ["model.inputs[0]"]),
    "an array for a layer": (lambda: model(zeros(3)), ["A model takes layers", "Add layers only"]),
    "None for a layer": (lambda: model(None), ["the None of a function"]),
    "a mask for a layer of one's own": (
        lambda: WithoutMask()(zeros((2, 3)), mask=zeros(2, bool)),
        ["def call(self, inputs, mask=None"],
    ),
    "batches without a number": (lambda: fitted_with(WithoutLength()), ["__len__"]),
    "a generator of lists": (lambda: fitted_with(lists(), steps_per_epoch=1), ["taken to pieces", "np.asarray"]),
    "a function for a generator": (lambda: fitted_with(lists, steps_per_epoch=1), ["Call the function"]),
    "a text for an array": (lambda: model(layers.LSTM(3)).predict("hello"), ["A text was given"]),
    "a list for a Normalization": (lambda: layers.Normalization().adapt([[1.0]]), ["was given a list"]),
    "an optimizer of another model": (optimizer_of_another_model, ["used for another model before"]),
    "Bidirectional of what a layer returns": (
        lambda: layers.Bidirectional(layers.LSTM(3)(keras.Input((4, 5)))),
        ["inside the brackets of the wrapper", "Bidirectional(LSTM(units))(x)"],
    ),
    "Normalization of open features": (
        lambda: model(layers.Normalization(), shape=(4, None)),
        ["must know how many features"],
    ),
    "a tensor indexed by an array": (lambda: keras.ops.zeros((2, 3))[np.array([0, 1])], ["keras.ops.take"]),
    "names of a Sequential's outputs": (lambda: model(layers.LSTM(3)).output_names, ["tf2onnx"]),
    "Dot of other sizes": (
        lambda: layers.Dot(axes=1)([keras.Input((4, 5)), keras.Input((3, 6))]),
        ["along the axis that axes names", "4 and 3"],
    ),
    "a sum of layers": (lambda: layers.LSTM(3) + layers.LSTM(3), ["Only what they return"]),
    "a sampling_rate beyond the data": (
        lambda: keras.utils.timeseries_dataset_from_array(zeros((9, 1)), None, sequence_length=3, sampling_rate=20),
        ["from one timestep of a window to the next"],
    ),
    "two weights for one loss": (lambda: fit_with_loss_weights([1, 2]), ["one for each output"]),
    "dates for numbers": (
        lambda: model(layers.LSTM(3)).predict(zeros((2, 4, 5), "datetime64[D]"), verbose=0),
        ["The data holds text", "a date"],
    ),
    "numpy() of a number": (lambda: (0.1).numpy(), ["Leave .numpy() out"]),
    "a file's name with a metric that is not there": (
        lambda: fitted_with(
            zeros((2, 4, 5)), y=zeros((2, 3)), callbacks=[keras.callbacks.ModelCheckpoint("{val_loss}.keras")]
        ),
        ["fit has no validation data"],
    ),
}
