"""Errors of arguments, of layers of one's own, and of what compile, fit, generators and callbacks are given."""

import re

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.rule import Case, Rule, number, shape, single

OWN_LAYER = """class MyLayer(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
    def call(self, inputs):
        return keras.ops.matmul(inputs, self.kernel)
    def get_config(self):
        return {{**super().get_config(), "units": self.units}}"""
LONGEST_ALONE = 40
"""A pasted text that is no longer is the last line of a traceback alone."""
OWN_CALL = """class MyLayer(keras.layers.Layer):
    def call(self, inputs, mask=None, training=None):
        return keras.ops.mean(inputs, axis=1)"""
MERGED = "keras.layers.Concatenate()([a, b])\nkeras.layers.Attention()([query, value])\n"
MERGED += "keras.layers.MultiHeadAttention(num_heads=2, key_dim=8)(query, value)"
SEVERAL_OUTPUTS = """two = keras.Model(inputs, [first_output, second_output])
two.compile(optimizer="adam", loss=["mse", "mse"], metrics=[["mae"], ["mae"]])
two.fit(first, [first_target, second_target])"""
# What shows that fit, evaluate or predict read the batches.
FRAMES_OF_FIT = re.compile(r"(?:fit|evaluate|predict|training)_generator|generator_output")
BATCHES = "def batches():\n    while True:\n        yield x, y"
UNUSUAL_SIZE = r"(?:found invalid dimension|Found invalid dimension) '\d{1,9}\.\d"

ARGUMENTS = (
    single(
        N_(
            "A class, a function or a name was given where a model takes a layer: most often the brackets after the "
            "layer's name are missing."
        ),
        N_("Create the layer: write brackets after its name, with its arguments inside."),
        "model = keras.Sequential()\nmodel.add(LSTM(units))",
        (
            r"(?:Sequential model|instance of class Layer)\. (?:Received|Found): <class '",
            r"Sequential model\. Received: .{1,200} \(of type <class '(?:str|function|type)'",
        ),
        "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: <class "
        "'keras.src.layers.rnn.lstm.LSTM'> (of type <class 'type'>)",
        "TypeError: The added layer must be an instance of class Layer. Found: <class 'keras.layers.recurrent.LSTM'>",
        "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: lstm (of type "
        "<class 'str'>)",
    ),
    single(
        N_("The class of an optimizer, a loss or a metric was given where one of its objects is needed."),
        N_("Create the object: write brackets after the name of the class. Or give its name as text."),
        'model.compile(optimizer=keras.optimizers.Adam(), loss="mse")',
        (r"Could not interpret (?:optimizer|loss|metric)(?: function)? identifier: <class '",),
        "ValueError: Could not interpret optimizer identifier: <class 'keras.src.optimizers.adam.Adam'>",
    ),
    single(
        N_("A size is None: it is that of an axis which the Input leaves open, most often the number of timesteps."),
        N_("Fix the number in the Input, or write the number itself where it is needed."),
        "keras.Input((timesteps, features))\nkeras.layers.RepeatVector(timesteps)",
        (
            r"Expected an integer value for 'n', got <class 'NoneType'>",
            r"expected a positive integer\. Received: units=None",
        ),
        "TypeError: Expected an integer value for `n`, got <class 'NoneType'>.",
        "ValueError: Received an invalid value for `units`, expected a positive integer. Received: units=None",
    ),
    single(
        N_(
            "A model takes layers, and was given something else: an array, a tensor, a number, or the None of a "
            "function."
        ),
        N_("Add layers only. Arrays are given to fit and predict; a function that makes a layer has to return it."),
        "model = keras.Sequential()\nmodel.add(LSTM(units))",
        (
            r"Sequential model\. Received: .{1,4000} \(of type <class '(?:int|float|dict|NoneType|numpy\.\w{1,20}|"
            r"[\w.]{0,60}EagerTensor)'",
        ),
        "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: [0. 0. 0.] (of type "
        "<class 'numpy.ndarray'>)",
        "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: None (of type "
        "<class "
        "'NoneType'>)",
    ),
    single(
        N_(
            "An array was given to a layer where Keras 2 builds a model: there a layer reads a tensor that stands "
            "for one."
        ),
        N_("Build the model from an Input, and give the arrays to fit and predict. Keras 3 takes arrays there, too."),
        "model = keras.Model(inputs, LSTM(units)(inputs))\nmodel.predict(x)",
        (r"isn't a symbolic tensor\. Received type: <class '(?:numpy\.\w{1,20}|list|tuple|pandas[\w.]{1,60})'",),
        "ValueError: Layer lstm_1 was called with an input that isn't a symbolic tensor. Received type: <class "
        "'numpy.ndarray'>. Full input: [array([[[0.]]])]. All inputs to the layer should be tensors.",
    ),
    single(
        N_("A layer was given where a tensor is read: it was made, and not called on anything."),
        N_("Call the layer on its input first."),
        "lstm = LSTM(units)\noutput = lstm(encoder_input)",
        (
            r"(?:instance of type|Received type:) '?<class '[\w.]{0,60}\blayers\b",
            r"positional arguments.{0,80}?keyword argument: <\w{1,60} name=",
            r"Inputs to a layer should be tensors\. Got:? '?<(?:tensorflow|tf_keras|keras)\.",
            r"must be KerasTensors.{1,4000}of type <class '[\w.]{0,60}\blayers\b|convert a value "
            r"\(<[\w.]{0,60}\blayers\b",
        ),
        "ValueError: Unexpectedly found an instance of type `<class 'keras.layers.core.Dense'>`. "
        "Expected a symbolic tensor instance.",
        "ValueError: Layer dense_1 was called with an input that isn't a symbolic tensor. Received "
        "type: <class 'keras.layers.recurrent.LSTM'>.",
        "Only input tensors may be passed as positional arguments. The following argument value should be passed as a "
        "keyword argument: <GRU name=gru_6, built=False> (of type <class 'keras.src.layers.rnn.gru.GRU'>)",
        "TypeError: Inputs to a layer should be tensors. Got: <keras.layers.recurrent.LSTM object at 0x7f>",
        "ValueError: All `inputs` values must be KerasTensors. Received: inputs=<LSTM name=lstm, built=False> "
        "including invalid value <LSTM name=lstm, built=False> of type <class 'keras.src.layers.rnn.lstm.LSTM'>",
        "ValueError: Attempt to convert a value (<keras.layers.recurrent.LSTM object at 0x7f>) with an unsupported "
        "type (<class 'keras.layers.recurrent.LSTM'>) to a Tensor.",
    ),
    single(
        N_(
            "keras.Model is built from an Input and from what layers return for it. It was given something "
            "else: an array, None, or a tensor that was made outside a layer."
        ),
        N_("Begin with an Input, and give arrays to fit and predict."),
        "keras.Model(encoder_input, LSTM(units)(encoder_input))",
        (
            r"values must be KerasTensors|Input tensors to a (?:Functional|Model|Sequential) must come from",
            r"unexpected instance while processing input tensors for keras functional model",
        ),
        "ValueError: All `inputs` values must be KerasTensors. Received: inputs=[[0. 0.]] including invalid value "
        "[[0. 0.]] of type <class 'numpy.ndarray'>",
        "ValueError: Input tensors to a Model must come from `keras.layers.Input`. Received: "
        'Tensor("embedding_1/Gather:0", shape=(?, 10, 64), dtype=float32) (missing previous layer metadata).',
        "ValueError: Found unexpected instance while processing input tensors for keras functional model. Expecting "
        "KerasTensor which is from tf.keras.Input() or output from keras layer call(). Got: [[0. 0.]]",
    ),
    single(
        N_("A layer was given a number by position where it takes True or False. keras.layers.Attention has no units."),
        N_("Leave the number out, and call the layer on its list of tensors. Another package's Attention takes units."),
        "keras.layers.Attention()([query, value])",
        (r"Expected '?trainable'? argument to be a boolean|Expected a boolean value for argument '?trainable",),
        "TypeError: Expected `trainable` argument to be a boolean, but got: 64",
    ),
    single(
        N_(
            "In Keras 3, only tensors can be given to a call by position, and None was given there. It is a "
            "mask or a state that is not set, as layers written for Keras 2 pass it, or the result of a "
            "function without return."
        ),
        N_(
            "Give everything but the input by its name, or leave it out. If the line belongs to a package, install "
            "its newer version."
        ),
        "output = LSTM(units)(x, mask=None, initial_state=None)",
        (r"Only input tensors may be passed as positional arguments.{0,80}?keyword argument: None\b",),
        "ValueError: Only input tensors may be passed as positional arguments. The following argument value should be "
        "passed as a keyword argument: None (of type <class 'NoneType'>)",
    ),
    single(
        N_("A layer was called without a tensor as its first argument: nothing, None or a number was given there."),
        N_("Pass the input first, and everything else by its name. A function that makes a tensor must return it."),
        "output = LSTM(units)(x, training=False)",
        (
            r"first argument to 'Layer\.call' must always be passed",
            r"Inputs to a layer should be tensors",
        ),
        "ValueError: The first argument to `Layer.call` must always be passed.",
        "ValueError: Inputs to a layer should be tensors. Got 'None' (of type <class 'NoneType'>) as input for layer "
        "'lstm_1'.",
    ),
    single(
        N_("The weights of a recurrent layer belong to its cell, not to the layer itself."),
        N_("Ask the cell for them, or take all of them as arrays."),
        "layer.cell.kernel\nlayer.get_weights()",
        (
            r"'(?:LSTM|GRU|SimpleRNN|RNN)' object has no attribute "
            r"'(?:kernel|recurrent_kernel|bias|W|U|b|[WUb]_[ifcozrh])'",
        ),
        "AttributeError: 'LSTM' object has no attribute 'kernel'",
        "AttributeError: 'GRU' object has no attribute 'recurrent_kernel'",
    ),
    single(
        N_(
            "A size is not a whole number. A division with / always gives a float, even if there is no "
            "remainder: 64 / 2 = 32.0."
        ),
        N_("Divide with //, or take the whole part."),
        "units = 64 // 2\nhalf = int(0.5 * len(x))",
        (
            UNUSUAL_SIZE,
            r"an invalid value for 'units', expected a positive integer\. Received: units=\d{1,9}\.",
            r"Expected an integer value for '\w{1,40}', got <class 'float'",
            r"'float' object cannot be interpreted as an (?:integer|index)|slice indices must be integers",
            r"indices must be integers(?: or slices)?, not '?(?:numpy\.)?float",
            r"Expected int(?:32|64) .{0,80}?got \[?\d{1,9}\.\d",
            r"expected a sequence of integers or a single integer, got '\d",
            r"only integers, slices \('?:'?\), ellipsis|unsupported operand type\(s\) for /: 'Dimension'",
        ),
        "ValueError: Cannot convert '(3, 64.0)' to a shape. Found invalid dimension '64.0' of type '<class 'float'>'.",
        "ValueError: Received an invalid value for `units`, expected a positive integer. Received: units=16.0",
        "TypeError: 'float' object cannot be interpreted as an integer",
        "TypeError: list indices must be integers or slices, not float",
        "TypeError: expected a sequence of integers or a single integer, got '3.5'",
        "TypeError: Expected int32 passed to parameter 'size' of op 'Slice', got [7.5] of type 'list' instead.",
    ),
    single(
        N_("The rate of a Dropout is the part of the numbers that is set to 0, between 0 and 1."),
        N_("Write 20 percent as 0.2."),
        "keras.layers.Dropout(0.2)",
        (
            r"Invalid value (?:\S{1,40} )?received for argument 'rate'",
            r"'?rate'? must be a (?:scalar tensor or a )?float in the range|keep_prob must be a",
        ),
        "ValueError: Invalid value received for argument `rate`. Expected a float value between 0 and 1. "
        "Received: rate=20",
        "ValueError: rate must be a scalar tensor or a float in the range [0, 1), got 20",
    ),
    single(
        N_(
            "A metric such as AUC, Precision or Recall reads probabilities between 0 and 1. The model's "
            "output is outside this range."
        ),
        N_("Give the last layer the activation sigmoid, or softmax for several classes."),
        'Dense(1, activation="sigmoid")\nDense(units, activation="softmax")',
        (r"\[predictions must be [<>]= [01]\](?!.{0,300}\bnan\b)",),
        "InvalidArgumentError: assertion failed: [predictions must be <= 1] [Condition x <= y did not hold "
        "element-wise:] [x (model/dense_3/Relu:0) = ] [[0.17 1.62 0...]...]",
    ),
    single(
        N_(
            "scikit-learn copies the wrapped model for each search, and the wrapper changed one of its arguments or "
            "does not know it."
        ),
        N_(
            "Name every argument that is searched in the function that builds the model, and give plain lists "
            "of numbers or names. scikeras has the wrappers for Keras 3: its argument is model, and the names "
            "of your own arguments begin with model__."
        ),
        "from scikeras.wrappers import KerasRegressor\nregressor = KerasRegressor(model=build, model__units=20)",
        (
            r"Cannot clone object|does not implement a 'get_params' method",
            r"Invalid parameter '?\w{1,60}'? for estimator|is not a legal parameter|__sklearn_tags__",
        ),
        "RuntimeError: Cannot clone object <keras.wrappers.scikit_learn.KerasRegressor object at 0x7f>, as the "
        "constructor either does not set or modifies parameter learning_rate",
        "ValueError: Invalid parameter units for estimator KerasRegressor.",
        "ValueError: neurons is not a legal parameter",
    ),
    single(
        N_("A bracket closes too early: add takes a layer and nothing else, and the argument belongs to the layer."),
        N_("Write the argument inside the layer's brackets. The shape is given in an Input before it."),
        "model = keras.Sequential()\nmodel.add(keras.Input((timesteps, features)))\n"
        "model.add(LSTM(units, return_sequences=True))",
        (r"\badd\(\) got an unexpected keyword argument|\badd\(\) takes (?:exactly )?2 ",),
        "TypeError: add() got an unexpected keyword argument 'input_shape'",
        "TypeError: Sequential.add() got an unexpected keyword argument 'return_sequences'",
    ),
    single(
        N_("The model already has an Input, and its shape differs from that of the Input that is added."),
        N_("Keep one of the two, and build the model again."),
        "model = keras.Sequential([keras.Input((timesteps, features)), LSTM(units)])",
        (r"has already been configured to use input shape",),
        "ValueError: Sequential model 'sequential_3' has already been configured to use input shape (None, 10, 1). You "
        "cannot add a different Input layer to it.",
    ),
    single(
        N_(
            "The mask says for each timestep of each sample whether it counts. Its shape is not the (samples, "
            "timesteps) of the sequences."
        ),
        N_("Let an Embedding or a Masking layer make the mask, or give one of the shape (samples, timesteps)."),
        "mask = np.any(x != 0, axis=-1)",
        (
            r"be passed a 'mask' of shape|[Mm]ask (?:must have|has) (?:the )?(?:same )?shape",
            r"Cannot unstack \d{1,9} tensors into a TensorArray|Tried to read from index \d{1,9} but array size is",
            r"condition \[[\d,]{1,40}\], then \[[\d,]{1,40}\], and else \[[\d,]{1,40}\] must be broadcastable",
        ),
        "ValueError: `TimeDistributed` Layer should be passed a `mask` of shape (4, 5, ...), received: mask.shape=(4, "
        "6)",
        "ValueError: Cannot unstack 6 tensors into a TensorArray of static size 4",
        "OutOfRangeError: Tried to read from index 3 but array size is: 3",
        "InvalidArgumentError: condition [8,5], then [8,3], and else [8,3] must be broadcastable [Op:SelectV2]",
    ),
    Rule(
        (rf"Trying to access element \d{{1,12}} in a list with {number('count')} elements",),
        (
            Case(
                N_(
                    "The loop of the recurrent layer runs past the last step: the sequences or their mask "
                    "have {count} timesteps, fewer than the model was built for."
                ),
                N_("Pad the sequences to the model's length, or leave the timesteps open in the Input."),
                "print(x.shape, model.input_shape)\nkeras.Input((None, features))",
            ),
        ),
        (
            "InvalidArgumentError: Trying to access element 10 in a list with 10 elements.\n\t "
            "[[{{node while_17/body/_1/TensorArrayV2Read/TensorListGetItem}}]]",
        ),
    ),
    single(
        N_(
            "The two layers of a Bidirectional differ in an argument that must be the same in both: return_sequences, "
            "return_state or stateful."
        ),
        N_("Leave backward_layer out: a Bidirectional makes it itself, as a copy."),
        "Bidirectional(LSTM(units, return_sequences=True))",
        (r"to have the same value for attribute",),
        "ValueError: Forward layer and backward layer are expected to have the same value for attribute "
        '"return_sequences", got "False" for forward layer and "True" for backward layer',
    ),
    single(
        N_("The name of a layer or of a model holds a blank or another character that a name cannot have."),
        N_("Use only letters, digits and underscores."),
        'LSTM(units, name="encoder_lstm")',
        (r"is not a valid (?:root )?scope name|'?name'? must be a string and cannot contain",),
        "ValueError: 'Encoder LSTM' is not a valid root scope name. A root scope name has to match the following "
        "pattern:",
        "ValueError: Argument `name` must be a string and cannot contain character `/`. Received: name=a/b",
    ),
    Rule(
        (rf"received kernel of shape {shape('wanted')} and input of shape {shape('given')}",),
        (
            Case(
                N_(
                    "A convolution over timesteps reads three axes, (samples, timesteps, features), but was "
                    "given an array with {given_axes}: each sample holds several sequences, or there is an "
                    "extra axis of size 1."
                ),
                N_("Wrap the layer in TimeDistributed, as in a CNN-LSTM, or leave the axis out."),
                "keras.layers.TimeDistributed(keras.layers.Conv1D(filters, 2))\nx = x[..., 0]",
                when=lambda m: m.wanted_axes == 3 < m.given_axes,
            ),
        ),
        (
            "ValueError: Kernel shape must have the same length as input, but received kernel of shape (3, 1, 64) and "
            "input of shape (None, None, 10, 1).",
        ),
    ),
    single(
        N_(
            "The model or its history cannot be written as JSON: a layer's get_config returns a tensor, an "
            "array, a function or another object, or the history holds NumPy numbers."
        ),
        N_("Let get_config return only numbers, strings and lists, and turn NumPy numbers into Python numbers."),
        "numbers = {{name: [float(value) for value in values] for name, values in history.history.items()}}",
        (r"[Nn]ot JSON [Ss]erializable|Unable to serialize .{1,80} to JSON|Cannot serialize object",),
        "TypeError: Object of type float32 is not JSON serializable",
        "TypeError: ('Not JSON Serializable:', <tf.Tensor: shape=(), dtype=float32>)",
        "TypeError: Cannot serialize object <object object at 0x7f> of type <class 'object'>. To be serializable, a "
        "class must implement the `get_config()` method.",
    ),
    single(
        N_(
            "The CTC loss finds no path from the output to the label: input_length is larger than the "
            "output's number of timesteps, or a label is longer than the output."
        ),
        N_(
            "Give the number of timesteps that the output has after convolutions and poolings, and leave out labels "
            "that are longer."
        ),
        "input_length = np.full((len(x), 1), model.output_shape[1])",
        (
            r"sequence_length\(\d{1,9}\) <= \d|Not enough time for target transition sequence|No valid path found",
            r"Saw a non-null label \(index >= num_classes - 1\)",
        ),
        "InvalidArgumentError: sequence_length(0) <= 80 [[Node: CTCLoss = CTCLoss[ctc_merge_repeated=true",
        "Invalid argument: Not enough time for target transition sequence (required: 70, available: 64)",
    ),
    single(
        N_(
            "The .h5 file does not have the parts that the program reads: it holds only weights where a model "
            "is read, or a model where weights are read, or another program wrote it."
        ),
        N_(
            "Read a whole model with load_model, and weights with load_weights into a model that is built like the old."
        ),
        'model.save_weights("model.weights.h5")\nmodel.load_weights("model.weights.h5")',
        (r"open object \(object '\w{1,60}' doesn't exist",),
        "KeyError: \"Unable to open object (object 'layer_names' doesn't exist)\"",
        "KeyError: \"Unable to synchronously open object (object 'vars' doesn't exist)\"",
    ),
    single(
        N_("In Keras 3 a metric has reset_state, without s; reset_states belongs to recurrent layers."),
        N_("Leave out the s."),
        "keras.metrics.Mean().reset_state()",
        (
            r"'(?:Mean|Sum|AUC|Precision|Recall|\w{1,40}(?:Accuracy|Error|Metric))' object has no attribute "
            r"'reset_states'",
        ),
        "AttributeError: 'Mean' object has no attribute 'reset_states'",
    ),
    single(
        N_("The first versions of Keras 3 could not read a mask in a recurrent layer that runs with cuDNN on a GPU."),
        N_("Install a newer Keras, or let the layer do without cuDNN."),
        "LSTM(units, use_cudnn=False)",
        (r"as a Python '?bool'? is not allowed[\s\S]{0,400}(?:LSTM|GRU)\.call",),
        "OperatorNotAllowedInGraphError: Using a symbolic `tf.Tensor` as a Python `bool` is not allowed: AutoGraph is "
        "disabled in this function.\n\nArguments received by LSTM.call():\n  • mask=tf.Tensor(shape=(None, 30), "
        "dtype=bool)",
    ),
    single(
        N_("Keras 3 cannot join masks of padded sequences while the number of samples is open."),
        N_("Read each sequence with a recurrent layer of its own before they are joined, or leave the mask out."),
        "Embedding(words, features)  # without mask_zero",
        (r"Exception encountered when calling BroadcastTo",),
        "ValueError: Exception encountered when calling BroadcastTo.call().\n\nAttempt to convert a value (None) with "
        "an "
        "unsupported type (<class 'NoneType'>) to a Tensor.",
    ),
    single(
        N_("A dataset gives a pair of inputs and targets, and the function in map takes a single value."),
        N_("Let the function take both, and return both."),
        "dataset = dataset.map(lambda x, y: (x, y))",
        (r"<lambda>\(\) takes \d positional arguments? but \d (?:was|were) given",),
        "TypeError: <lambda>() takes 1 positional argument but 2 were given",
    ),
    single(
        N_("A dataset that is repeated without end has no length."),
        N_("Take a number of batches of it, or repeat it as often as needed."),
        "dataset = dataset.repeat(2)\ndataset = dataset.repeat().take(10)",
        (r"dataset length is (?:infinite|unknown)|The dataset is infinite",),
        "TypeError: The dataset is infinite.",
        "TypeError: dataset length is infinite.",
    ),
    single(
        N_("A shape or an array stands where a single number is needed, such as the number of units or of timesteps."),
        N_("Take one of its sizes: x.shape[1] are the timesteps, x.shape[2] the features."),
        "batch, timesteps, features = x.shape\nLSTM(20)",
        (
            r"got value '(?:TensorShape\()?\W.{1,60}\)' with type '?<class '(?:tuple|[\w.]{1,80}TensorShape)'",
            r"'tuple' object cannot be interpreted as an integer",
            r"only integer scalar arrays can be converted to a scalar index|Cannot convert '\[\[",
            r"not supported between instances of '(?:(?:tuple|list)' and 'int|int' and '(?:tuple|list))'",
        ),
        "TypeError: Dimension value must be integer or None or have an __index__ method, got value '(60, 1)' with type "
        "'<class 'tuple'>'",
        "TypeError: 'tuple' object cannot be interpreted as an integer",
        "TypeError: '<=' not supported between instances of 'tuple' and 'int'",
    ),
    single(
        N_(
            "Samples of a dataset are to be put into one batch, and their shapes differ: windows at the end of a "
            "series are shorter, or the sequences are not equally long."
        ),
        N_("Leave out the windows that are too short, or let the batch pad them."),
        "dataset = dataset.unbatch().padded_batch(32)\nseries_windows = tf.data.Dataset.from_tensor_slices(series)"
        ".window(look_back, shift=1, drop_remainder=True)",
        (
            r"Cannot batch tensors with different shapes|Cannot add tensor to the batch",
            r"TensorArray has inconsistent shapes",
        ),
        "InvalidArgumentError: Cannot batch tensors with different shapes in component 0. First element had shape "
        "[30,1] and element 5 had shape [28,1].",
    ),
    single(
        N_("The sequences have no timesteps, so the loop of the recurrent layer has nothing to read."),
        N_("Check the shape. A look_back longer than the series leaves no window."),
        "print(x.shape)",
        (r"Tried to stack elements of an empty list|TensorArray has size zero",),
        "InvalidArgumentError: Tried to stack elements of an empty list with non-fully-defined element_shape: [?,50]",
        "InvalidArgumentError: TensorArray has size zero, but element shape [?,64] is not fully defined.",
    ),
    single(
        N_(
            "A layer was used as if it were the tensor that it returns. Before it is called, it cannot be "
            "indexed, looped over or added."
        ),
        N_("Call the layer on its input, and use the tensor that it returns."),
        "lstm = LSTM(units)\noutput = lstm(encoder_input)",
        (
            r"'(?:LSTM|GRU|SimpleRNN|Dense|Embedding|Bidirectional|TimeDistributed|Input\w{0,10})' object is not "
            r"(?:iterable|subscriptable)",
            r"cannot unpack non-iterable (?:LSTM|GRU|SimpleRNN|Dense|Embedding|Bidirectional|TimeDistributed) object",
        ),
        "TypeError: 'LSTM' object is not subscriptable",
        "TypeError: cannot unpack non-iterable LSTM object",
        "TypeError: 'Dense' object is not iterable",
    ),
    single(
        N_("Keras 3 does not take a list of strings: a model whose input is text reads a tensor of strings."),
        N_("Make a tensor of the list."),
        'texts = tf.constant(["one text", "another text"])',
        (r"Unrecognized data type: x=\['",),
        "ValueError: Unrecognized data type: x=['To be or not to b'] (of type <class 'list'>)",
    ),
    single(
        N_(
            "A metric has no value yet, because no batch was read: the data or the validation data are empty, or a "
            "train_step or test_step of your own does not update the metrics."
        ),
        N_("Check that there is at least one batch. In a step of your own, update each metric."),
        "print(len(x), len(x) // batch_size)",
        (r"since the metric has not yet been built",),
        "ValueError: Cannot get result() since the metric has not yet been built.",
    ),
    single(
        N_(
            "A metric such as Precision, Recall or AUC counts yes and no, and compares y with the output number by "
            "number. Here y holds class numbers, and the output has a number for each class."
        ),
        N_("Make y one-hot, with categorical_crossentropy, or choose a metric that reads class numbers."),
        'model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])\n'
        "y = keras.utils.to_categorical(y)",
        (r"Incompatible shapes: \[[\d,]{1,40}\] vs\. \[[\d,]{1,40}\][^{]{0,80}\{\{node [\w/]{0,60}LogicalAnd",),
        "InvalidArgumentError: Incompatible shapes: [1,16] vs. [1,8]\n\t [[{{node LogicalAnd_1}}]]",
    ),
    single(
        N_(
            "A whole array was given where a single number is needed, such as in float(), int() or a function of "
            "the math module."
        ),
        N_(
            "Take one element, or use NumPy's function instead of that of the math module. An array made from "
            "lists needs rows of the same length."
        ),
        "number = float(np.ravel(y)[0])\nx = np.exp(x)  # in place of math.exp",
        (
            r"only (?:size-1|length-1) arrays can be converted|only convert an array of size 1 to a Python scalar",
            r"Conversion of an array with ndim > 0 to a scalar",
        ),
        "TypeError: only size-1 arrays can be converted to Python scalars",
        "ValueError: can only convert an array of size 1 to a Python scalar",
        "DeprecationWarning: Conversion of an array with ndim > 0 to a scalar is deprecated",
    ),
    single(
        N_("metrics is a list, even with one metric."),
        N_("Put the metric in brackets."),
        'model.compile(optimizer="adam", loss="mse", metrics=["mae"])',
        (r"Expected 'metrics' argument to be a list", r"Type of 'metrics' argument not understood"),
        "ValueError: Expected `metrics` argument to be a list, tuple, or dict. Received instead: metrics=accuracy of "
        "type <class 'str'>",
        "TypeError: Type of `metrics` argument not understood. Expected a list or dictionary, found: accuracy",
    ),
    single(
        N_(
            "A wrapper takes the layer itself. It was given what the layer returns: the layer was called with x inside "
            "the brackets of the wrapper."
        ),
        N_("Close the bracket of the wrapper first, and call the wrapper."),
        "Bidirectional(LSTM(units))(x)",
        (
            r"Please initialize '\w{1,40}' layer with a .{1,80}? (?:Received|You passed): "
            r"(?:<?KerasTensor|Tensor\(|<tf\.Tensor|\[\[)",
        ),
        "ValueError: Please initialize `Bidirectional` layer with a `keras.layers.Layer` instance. Received: "
        "<KerasTensor shape=(None, 3), dtype=float32, sparse=False, ragged=False, name=keras_tensor_24>",
    ),
    single(
        N_(
            "A wrapper takes a layer that was made already, such as LSTM(units); it was given a class, a number "
            "or something else."
        ),
        N_("Make the layer inside the wrapper, with its own arguments."),
        "Bidirectional(LSTM(units))\nkeras.layers.TimeDistributed(Dense(units))",
        (r"Please initialize '(?:Bidirectional|TimeDistributed|\w{1,40})' layer with a",),
        "ValueError: Please initialize `Bidirectional` layer with a `keras.layers.Layer` instance. Received: <class "
        "'keras.src.layers.rnn.lstm.LSTM'>",
        "ValueError: Please initialize `TimeDistributed` layer with a `tf.keras.layers.Layer` instance. You passed: 5",
    ),
    single(
        N_(
            "merge_mode says how a Bidirectional joins its two outputs: concat, sum, mul, ave, or None to return "
            "both separately."
        ),
        N_("Choose one of these names."),
        'Bidirectional(LSTM(units), merge_mode="sum")',
        (r"Invalid merge mode",),
        'ValueError: Invalid merge mode. Received: add. Merge mode should be one of {"sum", "mul", "ave", '
        '"concat", None}',
        "ValueError: Invalid merge mode. Merge mode should be one of {'sum', 'mul', 'ave', 'concat', None}",
    ),
    single(
        N_("An argument was given twice: once by position, and once by name."),
        N_("Give it once. The first argument of a recurrent layer and of Dense is units, the second activation."),
        'LSTM(units, activation="tanh")',
        (r"__init__\(\) got multiple values for (?:keyword )?argument '",),
        "TypeError: __init__() got multiple values for argument 'units'",
        "TypeError: Dense.__init__() got multiple values for argument 'activation'",
    ),
    single(
        N_("Two layers of the model, or two weights in its file, have the same name."),
        N_("Give each layer a name of its own, and do not add the same layer twice."),
        'LSTM(units, name="another_name")',
        (
            r"should have unique names|All layer names should be unique",
            r"The name '[^']{0,80}' is used \d{1,3} times|is already the name of a layer",
            r"Unable to (?:synchronously )?create (?:link|group|dataset) \((?:unable to create link \()?name "
            r"already exists",
        ),
        "ValueError: All layers added to a Sequential model should have unique names. Name 'lstm' is already the name "
        "of a layer in this model.",
        'ValueError: The name "lstm_1" is used 2 times in the model. All layer names should be unique.',
        "RuntimeError: Unable to create link (name already exists)",
    ),
    single(
        N_(
            "add was given a tensor. A layer that is called, LSTM(units)(x), gives a tensor; Sequential adds the "
            "layer itself."
        ),
        N_("Add the layer without calling it, or build the model from the tensors with the functional API."),
        "keras.Sequential([keras.Input((timesteps, features)), LSTM(units)])\n"
        "keras.Model(encoder_input, LSTM(units)(encoder_input))",
        (
            r"(?:Sequential model|instance of class Layer|keras\.Layer' can be added.{0,30})\. (?:Received|Found): "
            r"(?:<KerasTensor|KerasTensor\(|Tensor\(|tf\.Tensor)",
            r"^\W{0,9}(?:Received|Found): (?:<KerasTensor|KerasTensor\(|Tensor\(|tf\.Tensor)",
        ),
        "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: "
        "<KerasTensor shape=(None, "
        "3), dtype=float32, sparse=False> (of type <class 'keras.src.backend.common.keras_tensor.KerasTensor'>)",
        'TypeError: The added layer must be an instance of class Layer. Found: Tensor("lstm_1/add:0", shape=(?, 4))',
    ),
    single(
        N_(
            "A layer that joins tensors takes them as one list. Attention reads a query and a value; "
            "MultiHeadAttention takes the two separately."
        ),
        N_("Put the tensors in a list, in one pair of brackets."),
        MERGED,
        (
            r"too many positional arguments|missing a required argument: 'value'",
            r"(?:should|must) be called on a list of (?:at least|exactly|inputs|\d)",
            r"A merge layer should be called on a list|Merge must be called on a list",
            r"accepts inputs list of length|should be called on exactly 2",
        ),
        "TypeError: too many positional arguments",
        "ValueError: A `Concatenate` layer should be called on a list of at least 1 input. Received: "
        "input_shape=(None, 5, 3)",
        "ValueError: Attention layer must be called on a list of inputs, namely [query, value] or [query, value, key].",
        "TypeError: missing a required argument: 'value'",
        "ValueError: Merge must be called on a list of tensors (at least 2). Got: Tensor",
        "ValueError: Attention layer must be called on a list of inputs, namely [query, value] or [query, value, key]. "
        "Received: KerasTensor(type_spec=TensorSpec(shape=(None, 30, 64), dtype=tf.float32, name=None))",
    ),
    Rule(
        (
            rf"Inputs have incompatible shapes\. Received shapes {shape('given')} and {shape('wanted')}",
            rf"Operands could not be broadcast together with shapes {shape('given')} {shape('wanted')}",
            rf"failure dim has value {number('given')}, which cannot be broadcasted to {number('wanted')}",
            rf"Dimension incompatibility [^.]{{0,80}}: {number('given')} != {number('wanted')}",
            rf"Dimensions must be equal, but are {number('given')} and {number('wanted')} for '"
            r"(?![^']{0,120}(?:lstm|gru|rnn)\w{0,20}/(?:while/)?add)",
        ),
        (
            Case(
                N_("The layer joins two tensors number by number, and their sizes differ: {given} and {wanted}."),
                N_(
                    "Bring both to the same size, such as with a Dense layer, or put them side by side with "
                    "Concatenate."
                ),
                "Dense(units)  # for each of the two\nkeras.layers.Concatenate()([a, b])",
            ),
        ),
        (
            "ValueError: Inputs have incompatible shapes. Received shapes (5, 3) and (5, 4)",
            "ValueError: Operands could not be broadcast together with shapes (20, 64) (20, 32)",
        ),
    ),
    Rule(
        (rf"axis values {number('given')} \(at axis \d\) != {number('wanted')}",),
        (
            Case(
                N_(
                    "Dot multiplies two tensors along the axis that axes names, and sums over it, so both need the "
                    "same size there. Here the sizes are {given} and {wanted}."
                ),
                N_(
                    "Name the axis that both have in common: of two sequences it is most often the features, axes=2. "
                    "Or bring one of them to the size of the other with a Dense layer."
                ),
                "keras.layers.Dot(axes=2)([query, value])\nDense(units)(value)",
            ),
        ),
        (
            "ValueError: Incompatible input shapes: axis values 3 (at axis 2) != 4 (at axis 2). Full input shapes: "
            "(None, 5, 3), (None, 5, 4)",
        ),
    ),
    single(
        N_("Layers were combined with a sign such as +. Only what they return can be combined."),
        N_("Call each layer on its input, and combine the outputs."),
        "keras.layers.Add()([LSTM(units)(x), LSTM(units)(x)])",
        (
            r"unsupported operand type\(s\) for \S{1,3}: '(?:LSTM|GRU|SimpleRNN|Bidirectional|Dense|Embedding)' "
            r"and '",
        ),
        "TypeError: unsupported operand type(s) for +: 'LSTM' and 'LSTM'",
    ),
    single(
        N_("loss_weights has another number of weights than the model has losses, one for each output."),
        N_("Give one weight for each loss; for a single loss leave loss_weights out."),
        'model.compile(optimizer="adam", loss=["mse", "mse"], loss_weights=[1.0, 0.5])',
        (r"'loss_weights' must match the number of losses",),
        "ValueError: `loss_weights` must match the number of losses, got 1 losses and 2 weights.",
    ),
    single(
        N_("The callback does not know whether larger or smaller values of this metric are better."),
        N_('Say it: mode="min" for an error, mode="max" for an accuracy.'),
        'keras.callbacks.EarlyStopping(monitor="val_loss", mode="min")',
        (r"isn't able to automatically determine whether that metric should be",),
        "ValueError: ReduceLROnPlateau callback received monitor=x, but Keras isn't able to automatically determine "
        "whether that metric should be maximized or minimized.",
    ),
    single(
        N_("A GradientTape gives gradients once."),
        N_("Ask for all gradients in one call, or make the tape persistent."),
        "with tf.GradientTape(persistent=True) as tape:\n    loss = keras.ops.mean(model(x))",
        (r"non-persistent GradientTape can only be used",),
        "RuntimeError: A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)",
    ),
    Rule(
        (
            rf"total size of the tensor must be unchanged\. Received: input_shape={shape('given')}, "
            rf"target_shape={shape('wanted')}",
        ),
        (
            Case(
                N_(
                    "Reshape keeps every number of a sample: the sizes of {given}, multiplied, are not those "
                    "of {wanted}."
                ),
                N_("Choose sizes with the same product; one of them may be −1."),
                "keras.layers.Reshape((-1, {given_last}))",
            ),
        ),
        (
            "ValueError: Exception encountered when calling Reshape.call().\n\nThe total size of the tensor must "
            "be unchanged. "
            "Received: input_shape=(5, 3), target_shape=(4, 4)",
        ),
    ),
)
CELLS = single(
    N_(
        "RNN and StackedRNNCells take cells, such as LSTMCell. Something else was given: a layer, a class that was "
        "not called, or a cell of your own without state_size or call."
    ),
    N_(
        "Give cells, in a list to stack them; or stack layers, all but the last with return_sequences=True. A cell "
        "of your own says in state_size how many numbers a state has."
    ),
    "keras.layers.RNN([keras.layers.LSTMCell(units), keras.layers.LSTMCell(units)])\n"
    "keras.Sequential([keras.Input((timesteps, features)), LSTM(units, return_sequences=True), LSTM(units)])",
    (
        r"All cells must have an? '?(?:state_size|call)'? (?:attribute|method)",
        r"(?:'cell'|RNN cell) should have an? (?:attribute )?'(?:state_size|call)'",
        r"calling (?:Stacked)?RNN(?:Cells)?\.call\(\)[^']{0,80}(?:'None' of )?layer "
        r"'?(?:lstm|gru|simple_rnn)\w{0,9}'? is incomp",
    ),
    "ValueError: All cells must have a `state_size` attribute. received cells: "
    "[<keras.layers.core.Dense object at 0x7f>]",
    "ValueError: The RNN cell should have a `state_size` attribute (single integer or list of integers, one "
    "integer per RNN state). Received: cell=<Dense name=dense_2, built=False>",
    "ValueError: `cell` should have a `call` method. The RNN was passed: <class 'LSTMCell'>",
    "ValueError: Exception encountered when calling RNN.call().\n\nInput 0 with name 'None' of layer 'lstm_87' is "
    "incompatible with the layer",
)
OWN_CODE = (
    single(
        N_("A model or a layer of your own class has no call, the method that computes its output."),
        N_("Write call, and see that its name and indentation are right."),
        OWN_LAYER,
        (r"should implement a 'call' method|does not have a 'call\(\)' method",),
        "NotImplementedError: When subclassing the `Model` class, you should implement a `call` method.",
        "NotImplementedError: Layer MyLayer does not have a `call()` method implemented.",
    ),
    single(
        N_("The states that a cell or a loop returns are not built like those it began with."),
        N_("A cell returns its output and a list with one state for each entry of state_size."),
        "keras.layers.RNN([keras.layers.LSTMCell(units), keras.layers.LSTMCell(units)])",
        (
            r"(?:don't|do not) have the same (?:(?:nested )?structure|sequence length)",
            r"enters the loop with shape (?!\(1, \d{1,12}\), but has shape \(None)",
        ),
        "ValueError: The two structures don't have the same nested structure.",
        "ValueError: The two structures don't have the same sequence length. Input structure has length 1, while "
        "shallow structure has length 2.",
    ),
    single(
        N_(
            "The file holds a layer of your own, and Keras cannot make it again from what its get_config says: "
            "an argument of __init__ is missing there, or __init__ does not take **kwargs."
        ),
        N_(
            "Let __init__ take **kwargs, return every argument in get_config, and give the class to load_model "
            "as custom_objects."
        ),
        OWN_LAYER,
        (
            r"rror when deserializing class '\w{1,60}'[\s\S]{0,4000}__init__\(\) (?:missing \d|got an unexpected)",
            r"Exception encountered: (?:\w{1,60}\.)?__init__\(\) missing \d",
        ),
        "TypeError: Error when deserializing class 'AttentionLayer' using config={'name': 'attention'}.\n\nException "
        "encountered: AttentionLayer.__init__() missing 1 required positional argument: 'units'",
    ),
    single(
        N_(
            "A layer of your own cannot be saved: its __init__ takes arguments, and it has no get_config that returns "
            "them. ModelCheckpoint saves the model too."
        ),
        N_("Let __init__ take **kwargs, and return every argument in get_config; or save the weights alone."),
        OWN_LAYER,
        (r"must override '?get_config|'?get_config'? (?:is not implemented|method is not)",),
        "NotImplementedError: Layers with arguments in `__init__` must override `get_config`.",
    ),
    single(
        N_(
            "A layer of your own was given an argument that its __init__ does not take: name, trainable or dtype. "
            "It is "
            "given when the layer is made, or by load_model, which makes it again from its get_config."
        ),
        N_("Let __init__ take **kwargs, and pass them on to super().__init__."),
        OWN_LAYER,
        (r"__init__\(\) got an unexpected keyword argument '(?:trainable|name|dtype)'",),
        "TypeError: __init__() got an unexpected keyword argument 'trainable'",
        "TypeError: AttentionLayer.__init__() got an unexpected keyword argument 'name'",
    ),
    single(
        N_(
            "The call of a layer of your own does not take a mask or training, which was given to it: by the "
            "program, or by "
            "the layer or model around it."
        ),
        N_("Let call take the argument, even if it does not use it."),
        OWN_CALL,
        (r"(?:\bcall\(\) |TypeError: )got an unexpected keyword argument '(?:mask|training)'",),
        "TypeError: call() got an unexpected keyword argument 'mask'",
        "TypeError: AttentionLayer.call() got an unexpected keyword argument 'training'",
        "TypeError: got an unexpected keyword argument 'mask'",
    ),
    single(
        N_("A layer or a model of your own sets something before Keras has prepared it."),
        N_("Call super().__init__() in the first line of __init__."),
        OWN_LAYER,
        (
            r"forgot to call '?super\(|super\([^)]{0,60}\)\.__init__\(\)'? (?:first|as the first)",
            r"It looks like you are subclassing 'Model'|has no attribute '_(?:tracker|lock|self_tracked_trackables)'",
        ),
        "RuntimeError: In layer 'A', you forgot to call `super().__init__()` as the first statement in the "
        "`__init__()` method.",
        "RuntimeError: It looks like you are subclassing `Model` and you forgot to call `super(YourClass, "
        "self).__init__()`.",
    ),
    single(
        N_(
            "The program sets something that is read-only in Keras, such as the input, output, units, losses "
            "or name of a layer."
        ),
        N_(
            "In a class of your own, give the attribute another name. If the line belongs to a library or an old "
            "program, install the version that it was written for."
        ),
        OWN_LAYER,
        (
            r"[Cc]an't set (?:the )?attribute|property '\w{1,60}' of '\w{1,60}' object has no setter",
            r"conflicts with an existing read-only @property",
        ),
        "AttributeError: can't set attribute",
        "AttributeError: property 'units' of 'AttentionLSTM' object has no setter",
        'AttributeError: Can\'t set the attribute "name", likely because it conflicts with an existing read-only '
        "@property of the object.",
    ),
    single(
        N_(
            "A layer that was written for an older Keras or another library uses something that the layers of this "
            "Keras do not have."
        ),
        N_("Install the version that it was written for, or rewrite it: a cell for keras.layers.RNN is enough."),
        "keras.layers.RNN(keras.layers.LSTMCell(units))",
        (
            r"\b(?:build|get_config|compute_\w{1,20})\(\) (?:takes|got an unexpected|missing)",
            r"\bcall\(\) got an unexpected keyword argument '(?:constants|initial_state|states)'",
            r"object has no attribute "
            r"'(?:get_constants|get_initial_states?|preprocess_input|inbound_nodes|get_input_mask|"
            r"get_output_mask|_dropout_mask|_recurrent_dropout_mask|_compute_\w{1,60}|recurrent_kernel_\w|kernel_\w)'",
        ),
        "TypeError: build() takes exactly 1 argument (2 given)",
        "TypeError: call() got an unexpected keyword argument 'constants'",
        "AttributeError: 'PointerLSTM' object has no attribute 'get_initial_states'",
        "AttributeError: 'CRF' object has no attribute 'inbound_nodes'",
        "AttributeError: 'GRUDCell' object has no attribute 'kernel_z'",
    ),
    Rule(
        (r"modified by an inplace operation",),
        (
            Case(
                N_(
                    "The Torch backend changes the state of a stateful layer in place before the gradients are "
                    "computed."
                ),
                N_("Let the layer do without cuDNN, or leave stateful out and pass the states yourself."),
                "LSTM(units, use_cudnn=False)",
                when=lambda m: "backend/torch" in m.pasted.replace("\\", "/"),
            ),
            Case(
                N_(
                    "Something that backward needs was changed in place. In PyTorch it is often optimizer.step after "
                    "backward with retain_graph=True, or += on a tensor; in Keras on the Torch backend, a layer with "
                    "stateful=True."
                ),
                N_(
                    "In PyTorch, detach the states between two batches in place of retain_graph, and write x = x + y. "
                    "In Keras, let the stateful layer do without cuDNN."
                ),
                "h, c = h.detach(), c.detach()\nLSTM(units, use_cudnn=False)",
            ),
        ),
        (
            'File "/usr/lib/python3/keras/src/backend/torch/trainer.py", line 117, in train_step\n    loss.backward()\n'
            "RuntimeError: one of the variables needed for gradient computation has been modified by an inplace "
            "operation",
            "RuntimeError: one of the variables needed for gradient computation has been modified by an inplace "
            "operation: [torch.FloatTensor [16, 3]] is at version 2; expected version 1 instead.",
        ),
    ),
    single(
        N_(
            "The sizes that the GPU's cuDNN gets differ in an axis that is not the batch: a fault of TensorFlow 2.0 "
            "to 2.3."
        ),
        N_("Install a newer TensorFlow, or let the layer do without cuDNN."),
        "pip install --upgrade tensorflow keras",
        (
            r"Invalid input_h shape: \[\d{1,9},(?P<batch>\d{1,9}),(?P<units>\d{1,9})\] "
            r"\[\d{1,9},(?P=batch),(?P=units)\]",
        ),
        "InvalidArgumentError: [_Derived_] Invalid input_h shape: [1,32,30] [19,32,30]",
    ),
    single(
        N_("Merge was a layer of Keras 1, and not a model that layers are added to."),
        N_("Build such a model with the functional API."),
        "keras.layers.Concatenate()([a, b])",
        (r"'Merge' object has no attribute",),
        "AttributeError: 'Merge' object has no attribute 'add'",
    ),
    single(
        N_("A size is None where a number is needed: the open number of samples or of timesteps in a shape."),
        N_("Fix the number in the Input, or take the sizes of an array in place of those of a model."),
        "keras.Input((timesteps, features))\nbatch, timesteps, features = x.shape",
        (
            r"'NoneType' object cannot be interpreted as an integer",
            r"Tried to convert '(?:shape|size|dims|multiples|begin|input)' to a tensor and failed",
            r"Cannot convert a partially known TensorShape",
            r"Tried to convert '\w{1,9}' to a tensor and failed(?!\. Error: None values)",
            r"Failed to convert (?:elements of|object of type <class '(?:tuple|list)'> to Tensor\. Contents:) "
            r"\W{0,3}(?:\d{1,9}, ){0,3}None",
            r"not supported between instances of '(?:NoneType' and '(?:int|float)|(?:int|float)' and 'NoneType)'",
            r"unsupported operand type\(s\) for \S{1,3}: (?:'NoneType' and '(?:int|float)|'(?:int|float)' and "
            r"'NoneType)'",
        ),
        "TypeError: 'NoneType' object cannot be interpreted as an integer",
        "TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'",
        "ValueError: Cannot convert a partially known TensorShape (None, 10) to a Tensor.",
    ),
    single(
        N_("SHAP's DeepExplainer cannot follow the loop of a recurrent layer."),
        N_("Use an explainer that needs the model's gradients or predictions only."),
        "shap.GradientExplainer(model, x)\nshap.KernelExplainer(model.predict, x)",
        (
            r"has no attribute 'between_tensors'|no entry for: shap_|no gradient defined for operation "
            r".{0,80}TensorList",
        ),
        "AttributeError: 'TFDeep' object has no attribute 'between_tensors'",
        "LookupError: gradient registry has no entry for: shap_TensorListStack",
    ),
    single(
        N_("add_weight takes the shape first in Keras 3; in Keras 2 the name came first."),
        N_("Give both with their names."),
        OWN_LAYER,
        (
            r"'?name'? must be passed as a keyword argument",
            r"add_weight\(\) (?:got multiple values for argument '|missing 1 required positional argument: 'shape)",
        ),
        "ValueError: `name` must be passed as a keyword argument. Received: add_weight('kernel', ...).",
        "TypeError: add_weight() got multiple values for argument 'name'",
    ),
    single(
        N_("In TensorFlow 1 a size was an object with a value; now it is a number, or None for an open size."),
        N_("Leave .value out."),
        "features = x.shape[-1]",
        (r"'(?:int|NoneType|TensorShape)' object has no attribute 'value'",),
        "AttributeError: 'int' object has no attribute 'value'",
        "AttributeError: 'NoneType' object has no attribute 'value'",
        "AttributeError: 'TensorShape' object has no attribute 'value'",
    ),
    single(
        N_("A layer or an optimizer makes its variables in a function that Keras calls again and again."),
        N_("Make layers once, in __init__ or before the model. Make a new optimizer for each model."),
        'model.compile(optimizer=keras.optimizers.Adam(), loss="mse")',
        (r"(?:tried to create|[Cc]reating) variables on (?:a )?non-first call|only supports singleton tf\.Variables",),
        "ValueError: tf.function-decorated function tried to create variables on non-first call.",
    ),
    single(
        N_(
            "An optimizer keeps numbers for each weight that it was made for, and this weight is not among them: the "
            "optimizer was used for another model before, or layers were made trainable since."
        ),
        N_("Make a new optimizer for each model, and compile with a new one after layers were made trainable."),
        'model.compile(optimizer=keras.optimizers.Adam(), loss="mse")',
        (
            r"This optimizer can only be called for the variables it was originally built with",
            r"The optimizer cannot recognize variable|optimizer (?:was )?built (?:for|with) (?:a )?different",
        ),
        "ValueError: Unknown variable: <Variable path=lstm/kernel>. This optimizer can only be called for the "
        "variables it was originally built with.",
        "KeyError: 'The optimizer cannot recognize variable lstm/lstm_cell/kernel:0.'",
    ),
    single(
        N_(
            "While a model is built or compiled, a tensor stands for numbers and holds none. NumPy, if and print "
            "cannot use it."
        ),
        N_(
            "Use keras.ops in layers, losses and metrics. To see numbers, call predict, or compile with "
            "run_eagerly=True."
        ),
        'keras.ops.where(x > 0, x, 0)\nmodel.predict(x)\nmodel.compile(optimizer="adam", loss="mse", run_eagerly=True)',
        (
            r"Cannot convert a symbolic (?:Keras input/output|(?:tf\.)?Tensor \((?![^)]{0,200}strided_slice).{1,200}) "
            r"to a numpy "
            r"array|tf\.gradients is not supported when eager",
            r"KerasTensor is symbolic|symbolic KerasTensor cannot be used as|[Yy]ou cannot convert it to a NumPy array",
            r"a placeholder for a shape an a dtype|numpy\(\) is only available when eager|number, not "
            r"'(?:Keras|Symbolic)?Tensor'",
            r"'(?:Keras|Symbolic|Eager)?Tensor' object has no attribute '(?:numpy|eval|value|tolist|reshape|astype)'",
            r"sing a (?:symbolic )?'?tf\.Tensor'? as a Python '?bool'? is not allowed",
            r"object of type '(?:Keras)?Tensor' has no len|len is not well defined for",
            r"Tensor'? object does not support item assignment|symbolic inputs/outputs do not implement",
        ),
        "ValueError: A KerasTensor is symbolic: it's a placeholder for a shape an a dtype. It doesn't have any actual "
        "numerical value.",
        "AttributeError: 'KerasTensor' object has no attribute 'numpy'",
        "NotImplementedError: Cannot convert a symbolic tf.Tensor (compile_loss/rmse/sub:0) to a numpy array. This "
        "error may indicate that you're trying to pass a Tensor to a NumPy call, which is not supported.",
        "OperatorNotAllowedInGraphError: Using a symbolic `tf.Tensor` as a Python `bool` is not allowed",
        "TypeError: object of type 'Tensor' has no len()",
        "it's a placeholder for a shape an a dtype. It doesn't have any actual numerical value. You cannot convert it "
        "to a NumPy array.",
    ),
    single(
        N_("A tensor was called as if it were a layer: most often a layer's name was given to its output."),
        N_("Keep different names for a layer and for what it returns."),
        "lstm = LSTM(units)\noutput = lstm(encoder_input)",
        (r"'(?:Keras|Eager)?Tensor' object is not callable",),
        "TypeError: 'Tensor' object is not callable",
        "TypeError: 'KerasTensor' object is not callable",
    ),
    single(
        N_("The metric is added to the model itself, which Keras 3 does not do any more."),
        N_("Give it to compile; a layer of your own may keep a metric and update it in call."),
        'model.compile(optimizer="adam", loss="mse", metrics=["mae"])',
        (r"'?add_metric\(\)'? method is deprecated|object has no attribute 'add_metric'",),
        "NotImplementedError: Layer `add_metric()` method is deprecated. Add your metric in "
        "`Model.compile(metrics=[...])`",
    ),
    single(
        N_(
            "A TextVectorization, a StringLookup or a Normalization has not seen any data yet, so it has no "
            "vocabulary or mean."
        ),
        N_("Call adapt with the training data first."),
        'layer = keras.layers.TextVectorization()\nlayer.adapt(["one text", "another text"])',
        (
            r"Table not initialized",
            r"must (?:be )?(?:call(?:ed)? )?'?adapt\(?\)?'? (?:before|first)|You must call '?\.?adapt",
        ),
        "FailedPreconditionError: Exception encountered when calling TextVectorization.call().\n\nTable not "
        "initialized.",
    ),
)
FIT = (
    single(
        N_("The dict of inputs has other names than the model's inputs."),
        N_("Name the Inputs, and use these names; or give a list in their order."),
        "print([each.name for each in model.inputs])",
        (r"Missing data for input '|No data provided for '|Expected the following keys",),
        "ValueError: Missing data for input \"input_2\". You passed a data dictionary with keys ['a'].",
        "ValueError: No data provided for \"input_2\". Need data for each key in: ['input_2']",
    ),
    single(
        N_("The file holds weights alone, and no model. load_model needs a model."),
        N_("Build the model as it was, and load the weights into it."),
        'model.save_weights("model.weights.h5")\nmodel.load_weights("model.weights.h5")',
        (r"No model (?:config )?found in (?:the )?(?:config|file)|Cannot create group in read.only mode",),
        "ValueError: No model found in config file.",
        "ValueError: Cannot create group in read only mode.",
    ),
    single(
        N_(
            "The file at this path is not an HDF5 file, whatever its name says. A .keras file is a zip; a "
            "file from GitHub may be a web page or a pointer to the real one."
        ),
        N_("Look at its first bytes and its size, and download it again."),
        'print(open(path, "rb").read(8), os.path.getsize(path))',
        (r"file signature not found|truncated file: eof",),
        "OSError: Unable to open file (file signature not found)",
        "OSError: Unable to synchronously open file (truncated file: eof = 4096, sblock->base_addr = 0)",
    ),
    single(
        N_(
            "Some weights have no effect on the loss: no way leads from their layer to the output, or "
            "only one through argmax or rounding."
        ),
        N_("Check whether the model uses what each layer returns."),
        "model.summary()",
        (r"Gradients do not exist for variables", r"has 'None' for gradient"),
        "WARNING:tensorflow:Gradients do not exist for variables ['lstm/kernel:0'] when minimizing the loss.",
        "ValueError: An operation has `None` for gradient. Please make sure that all of your ops "
        "have a gradient defined",
    ),
    single(
        N_(
            "fit returns an object, and the history of this object is the dict. The program takes history twice, "
            "or not at all."
        ),
        N_("Keep what fit returns, and take its history once."),
        'history = model.fit(x, y)\nprint(history.history["loss"])',
        (r"'dict' object has no attribute 'history'|'History' object is not subscriptable",),
        "AttributeError: 'dict' object has no attribute 'history'",
        "TypeError: 'History' object is not subscriptable",
    ),
    Rule(
        (
            rf"expects {number('count')} named input\(s\) with keys .{{0,400}}?but it received {number('given')} "
            rf"input tensors",
            rf"size the model expected\. Expected to see {number('count')} array(?:s|\(s\)).{{0,80}}?following list of "
            rf"{number('given')} arrays",
        ),
        (
            Case(
                N_("The model has {count} inputs or outputs, and this many arrays were given: {given}."),
                N_("Give one array for each, in a list in the model's order, or in a dict with their names."),
                "model.fit([first, second], y)\nmodel.fit(x, [first_target, second_target])",
                when=lambda m: m.count > 1 and m.given < 20,
            ),
        ),
        (
            "ValueError: Layer \"functional_70\" expects 2 named input(s) with keys ['a', 'b'], but it received 1 "
            "input tensors. Pass inputs as a dict",
            "ValueError: Error when checking model target: the list of Numpy arrays that you are passing to your "
            "model is not the size the model expected. Expected to see 2 array(s), but instead got the following list "
            "of 1 arrays: [...]",
        ),
    ),
    single(
        N_("The model has several outputs, and the loss, the metrics or the targets do not fit them one by one."),
        N_("Give each a list with an entry for each output, or a dict by the names of the outputs."),
        SEVERAL_OUTPUTS,
        (
            r"can't be found in either the model's output",
            r"in loss dict, but found|Unknown entries in loss dictionary",
            r"a list as (?:loss|metrics)'?, it should have one entry per model output",
            r"Invalid 'metrics'\. 'metrics' should contain|tuple arity mismatch; expected",
            r"y_true and y_pred have different structures",
        ),
        "KeyError: \"The path: (0,) in the `loss` argument, can't be found in either the model's output (`y_pred`) or "
        'in the labels (`y_true`)."',
        "ValueError: Expected keys ['p', 'q'] in loss dict, but found loss.keys()=['p', 'r']",
        "ValueError: When passing a list as loss, it should have one entry per model outputs. The model has 2 outputs",
        "ValueError: tuple arity mismatch; expected: 2, got: 1; tuple: ('mae',).\n\nInvalid `metrics`. "
        "`metrics` should contain "
        "metrics objects",
    ),
    single(
        N_(
            "callbacks holds something that is not a callback of this Keras: a string, a class, a list inside "
            "the list, or a callback of another package."
        ),
        N_("Create the callbacks first, with classes from the same package as the model, and give them as a list."),
        "model.fit(x, y, callbacks=[keras.callbacks.EarlyStopping(patience=3)])",
        (
            r"object has no attribute '(?:set_model|set_params|_implements_train_batch_hooks|_supports_tf_logs)'",
            r"missing 1 required positional argument: 'model'|'(?:EarlyStopping|ModelCheckpoint)' object is not "
            r"iterable",
        ),
        "AttributeError: 'str' object has no attribute 'set_model'",
        "AttributeError: 'ModelCheckpoint' object has no attribute '_implements_train_batch_hooks'",
    ),
    Rule(
        (r"(?<![\w.])(?P<inside>generator raised )?StopIteration\b\W{0,9}$",),
        (
            Case(
                N_("The generator ended before steps_per_epoch × epochs batches were read."),
                N_("Let the generator begin again, with while True, or read fewer steps_per_epoch or epochs."),
                BATCHES,
                when=lambda m: m.inside is None and bool(FRAMES_OF_FIT.search(m.pasted)),
            ),
            Case(
                N_("next was called on an iterator that has nothing left: its generator or list has ended."),
                N_("Loop over it with for, which ends by itself; or create the iterator again where it should begin."),
                "for batch in dataset:\n    print(batch)\nbatch = next(iter(dataset))",
                when=lambda m: m.inside is not None or "Traceback" in m.pasted or len(m.pasted) < LONGEST_ALONE,
            ),
        ),
        (
            "/usr/lib/python3/keras/engine/training_generator.py in fit_generator(model, generator)\n--> 185     "
            "generator_output = next(output_generator)\n\nStopIteration: ",
            'Traceback (most recent call last):\n  File "train.py", line 31, in <module>\n    batch = next(batches)\n'
            "StopIteration",
            "RuntimeError: generator raised StopIteration",
            "StopIteration: ",
        ),
    ),
    single(
        N_(
            "A generator has to give pairs of inputs and targets, as a tuple. It gave one array, a list, or more "
            "than three parts."
        ),
        N_("Yield x, y. Several inputs are a tuple inside it: (first, second), y."),
        BATCHES,
        (
            r"generator must return a tuple|Output of generator should be a tuple|must return a tuple or a dict",
            r"[Pp]lease provide (?:model inputs|data|data which) as a list or tuple of 2 or 3 elements",
            r"'output_signature' must contain objects that are subclass of 'tf\.TypeSpec' but found <class 'list'",
        ),
        "ValueError: When passing a Python generator to a Keras model, the generator must return a tuple, either "
        "(input,) or (inputs, targets)",
        "ValueError: Output of generator should be a tuple `(x, y, sample_weight)` or `(x, y)`. Found: None",
        "TypeError: `output_signature` must contain objects that are subclass of `tf.TypeSpec` but found <class "
        "'list'> which is not.",
    ),
    single(
        N_(
            "validation_data is one tuple of inputs and targets, (x_val, y_val), or of three parts if there are "
            "sample weights."
        ),
        N_("Put both in one pair of brackets."),
        "model.fit(x, y, validation_data=(x, y))",
        (r"Data is expected to be in format 'x'", r"When passing (?:a )?'?validation_data'?,? it must contain"),
        "ValueError: Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, "
        "found: (array([1.]),)",
        "ValueError: When passing validation_data, it must contain 2 (x_val, y_val) or 3 (x_val, y_val, "
        "val_sample_weights) items",
    ),
    single(
        N_(
            "There are too few samples to hold a part back. Often a series was given as one sample, before it "
            "was cut into windows."
        ),
        N_("Look at the first axis: it counts the samples."),
        "print(x.shape, y.shape)",
        (r"not sufficient to (?:split it|be split) into a validation and training set",),
        "ValueError: Training data contains 1 samples, which is not sufficient to split it into a validation and "
        "training set as specified by `validation_split=0.3`.",
    ),
    single(
        N_("fit does not know how many batches of the generator make an epoch: the generator has no length."),
        N_("Say how many batches an epoch has."),
        "model.fit(generator, steps_per_epoch=10)",
        (
            r"'?(?:steps_per_epoch|steps|validation_steps)=None'? is only valid for",
            r"(?:must|should) specify (?:the )?(?:number of steps|'?(?:steps_per_epoch|validation_steps))",
            r"infinitely repeating dataset, you must specify",
        ),
        "ValueError: `steps_per_epoch=None` is only valid for a generator based on the `keras.utils.Sequence` class.",
        "ValueError: When passing an infinitely repeating dataset, you must specify the `steps_per_epoch` argument.",
        "ValueError: When using data tensors as input to a model, you should specify the `steps_per_epoch` argument.",
    ),
    single(
        N_(
            "class_weight works with one class for each sample. Here the targets have an answer for each "
            "timestep, or a whole array stands where a single number is needed."
        ),
        N_("Give fit a weight for each answer as sample_weight. For a single number, take one element of the array."),
        "model.fit(x, y, sample_weight=weights)\nnumber = float(np.ravel(y)[0])",
        (
            r"'?class_weight'? not supported for 3\+",
            r"only 0-dimensional arrays can be converted to Python scalars",
        ),
        "ValueError: `class_weight` not supported for 3+ dimensional targets.",
        "TypeError: only 0-dimensional arrays can be converted to Python scalars",
    ),
    single(
        N_("class_weight has no weight for one of the classes in y. Its keys are the class numbers, from 0."),
        N_("Give each class a weight, for example a larger one to a rarer class."),
        "classes, counts = np.unique(y, return_counts=True)\n"
        "model.fit(x, y, class_weight=dict(enumerate(counts.sum() / counts)))",
        (r"'?class_weight'? must contain all classes|Expected '?class_weight'? to be a dict",),
        "ValueError: `class_weight` must contain all classes in the data. The classes {2} exist in the data but not in "
        "`class_weight`.",
        "ValueError: Expected `class_weight` to be a dict with keys from 0 to one less than the number of classes, "
        "found {1: 1.0}",
    ),
    single(
        N_("A dataset or a generator makes its batches itself: fit takes no batch_size and no sample_weight with it."),
        N_(
            "Leave the argument out. The dataset sets the size of a batch; weights are the third part of what it "
            "yields."
        ),
        "model.fit(dataset)\ndataset = dataset.unbatch().batch(16)",
        (
            r"'?batch_size'? (?:argument )?(?:must|should) not be (?:specified|passed)",
            r"'?sample_weight'? argument is not supported when",
        ),
        "ValueError: The `batch_size` argument must not be specified for the given input type. Received input: "
        "<TimeseriesGenerator object at 0x7f>, batch_size: 32",
        "ValueError: `sample_weight` argument is not supported when using dataset as input.",
    ),
    single(
        N_("The learning rate of this optimizer is a schedule, so no callback can set it."),
        N_("Leave the callback out, or give the optimizer a number."),
        "keras.optimizers.Adam(learning_rate=0.001)",
        (r"learning rate is not settable|'?LearningRateSchedule'? object as its|attribute is a LearningRateSchedule",),
        "TypeError: This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor "
        "argument, hence its learning rate is not settable.",
    ),
    single(
        N_("The legacy optimizers of tf.keras 2 are not in Keras 3."),
        N_("Take the optimizer of the same name; instead of decay it has a schedule."),
        "keras.optimizers.Adam(learning_rate=0.001)",
        (r"optimizers\.legacy'? is not supported|'keras[\w.]{0,40}\.optimizers' has no attribute 'legacy'",),
        "ImportError: `keras.optimizers.legacy` is not supported in Keras 3.",
    ),
    single(
        N_("The series is shorter than one window."),
        N_("Choose a smaller length, or use a longer series."),
        "print(len(series), look_back)",
        (r"window[_ ]shape cannot be larger than input array shape",),
        "ValueError: window_shape cannot be larger than input array shape",
        "ValueError: window shape cannot be larger than input array shape",
    ),
    Rule(
        (rf"start_index\+length={number('count')} (?:> )?end_index={number('given')}",),
        (
            Case(
                N_(
                    "The series is shorter than one window: a window takes {count} steps, and the last position is "
                    "{given}."
                ),
                N_("Choose a smaller length, or use a longer series."),
                "print(len(series), look_back)",
            ),
        ),
        (
            "ValueError: `start_index+length=5 > end_index=2` is disallowed, as no part of the sequence would be left "
            "to be used as current step.",
        ),
    ),
    Rule(
        (
            rf"ata and targets have to be of same length\. Data length is {number('count')} while target length is "
            rf"{number('given')}",
        ),
        (
            Case(
                N_(
                    "A TimeseriesGenerator cuts the windows itself. Its data and targets must be two series "
                    "of the same length, but their lengths are {count} and {given}."
                ),
                N_("Give it both series whole. The target of a window is the row after it."),
                "keras.utils.timeseries_dataset_from_array(series[:-look_back], series[look_back:], look_back)",
            ),
        ),
        ("ValueError: Data and targets have to be of same length. Data length is 3 while target length is 4",),
    ),
    single(
        N_(
            "The object is not an iterator: a Sequence such as TimeseriesGenerator was given to fit of a "
            "different package, or next was called on a dataset or a list."
        ),
        N_(
            "Take the model and the generator from the same package, keras or tensorflow.keras. Call next on what "
            "iter returns."
        ),
        "model.fit(generator)\nbatch = next(iter(dataset))",
        (
            r"object is not an iterator",
            r"data adapter that can handle input: <class '[\w.]{0,80}(?:Generator|Sequence)'",
        ),
        "TypeError: TimeseriesGenerator object is not an iterator",
        "TypeError: 'PrefetchDataset' object is not an iterator",
        "ValueError: Failed to find data adapter that can handle input: <class "
        "'keras.preprocessing.sequence.TimeseriesGenerator'>, <class 'NoneType'>",
    ),
    single(
        N_(
            "Texts are missing: pandas reads a cell without a text as NaN, which is a float, and a Tokenizer "
            "reads strings."
        ),
        N_("Leave out the rows without a text, with their targets; or put an empty text there."),
        'table = table.dropna()\ntexts = ["" if pd.isna(text) else text for text in x]',
        (r"'(?:float|numpy\.float64)' object has no attribute '(?:lower|split|strip|translate|encode)'",),
        "AttributeError: 'float' object has no attribute 'lower'",
    ),
    single(
        N_(
            "A Tokenizer reads strings. One of the values is not a string: it is a list of words, an array, or a "
            "missing value."
        ),
        N_("Turn each of them into a string."),
        'texts = [" ".join(map(str, words)) for words in x]\ntexts = [str(text) for text in x]',
        (
            r"'(?:list|numpy\.ndarray|int)' object has no attribute "
            r"'(?:lower|split|strip|translate|encode)'",
        ),
        "AttributeError: 'list' object has no attribute 'lower'",
        "AttributeError: 'numpy.ndarray' object has no attribute 'lower'",
    ),
    single(
        N_(
            "pad_sequences reads a list of sequences, but something in it is not a sequence: a single "
            "sequence was given, or a generator."
        ),
        N_("Put a single sequence in a list, and turn each generator into a list."),
        "keras.utils.pad_sequences([[1, 2, 3]])\nkeras.utils.pad_sequences([list(each) for each in sequences])",
        (r"'sequences' must be (?:a list of )?iterables?",),
        "ValueError: `sequences` must be a list of iterables. Found non-iterable: 1",
        "ValueError: `sequences` must be iterable.",
    ),
    single(
        N_(
            "The model file holds a Lambda layer, that is Python code. Keras runs code from a file only if you "
            "allow it, and only in the Python version that wrote it."
        ),
        N_(
            "If you trust the file because you made it yourself, allow it. Otherwise build the model in code, and load "
            "its weights alone."
        ),
        "keras.models.load_model(path, safe_mode=False)",
        (
            r"whose 'function' is a Python lambda|safe_mode=False|bad marshal data|unknown opcode|potential risk of "
            r"arbitrary code",
            r"deserialization of a '?Lambda'? layer",
        ),
        "ValueError: Requested the deserialization of a `Lambda` layer whose `function` is a Python lambda. This "
        "carries a potential risk of arbitrary code execution",
        "ValueError: bad marshal data (unknown type code)",
        "SystemError: unknown opcode",
        "Requested the deserialization of a Lambda layer with a Python `lambda` inside it. This carries a potential "
        "risk of arbitrary code execution and thus it is disallowed by",
    ),
    single(
        N_(
            "Something that Python cannot copy is pickled or copied: most often a model of Keras before 3, or an "
            "object that holds it, by joblib, deepcopy, or a search with n_jobs above 1."
        ),
        N_(
            "Save the model in Keras's own format, and load it where it is needed; copy it with clone_model. "
            "Search with n_jobs=1."
        ),
        'model.save("model.keras")\ncopy = keras.models.clone_model(model)\ncopy.set_weights(model.get_weights())',
        (r"[Cc]an(?:no|')t pickle '?(?:_thread|weakref|module|tensorflow|<?class)",),
        "TypeError: can't pickle _thread.RLock objects",
    ),
    single(
        N_("Keras before 3 could not save a model of your own class as .h5."),
        N_("Save the model in Keras's own format, and load it from there."),
        'model.save("model.keras")',
        (r"HDF5 format requires the model to be a Functional model",),
        "NotImplementedError: Saving the model to HDF5 format requires the model to be a Functional model or "
        "a Sequential model.",
    ),
    single(
        N_(
            "The weights in the file are of a GRU with a different reset_after: Keras before 2.4 and tf.keras "
            "1 computed the GRU without it by default. Or they are of a CuDNN layer."
        ),
        N_(
            "Build the layer as it is in the file: a GRU with reset_after=False has one bias, and a CuDNNGRU has "
            "reset_after=True."
        ),
        "keras.layers.GRU(units, reset_after=False)\nLSTM(units)  # for CuDNNLSTM",
        (r"(?:GRU|LSTM)(?:\([^)]{0,60}\))? is not compatible with (?:CuDNN)?(?:GRU|LSTM)",),
        "ValueError: GRU(reset_after=False) is not compatible with GRU(reset_after=True)",
        "ValueError: LSTM is not compatible with CuDNNLSTM",
    ),
    Rule(
        (rf"weight shape {shape('given')} (?:is )?not compatible with provided weight shape {shape('wanted')}",),
        (
            Case(
                N_("The layer's weight has the shape {given}, but the array that was given has the shape {wanted}."),
                N_("Make both equal: as many features and units, and the layers in the same order."),
                "print([w.shape for w in model.get_weights()])",
                when=lambda m: m.given_last != m.wanted_last,
            ),
            Case(
                N_("The layer's weight has the shape {given}, but the array that was given has the shape {wanted}."),
                N_("Make both equal. For an Embedding, input_dim is the number of rows of the matrix, id 0 included."),
                "keras.layers.Embedding(len(matrix), matrix.shape[1])",
            ),
        ),
        (
            "ValueError: Layer embedding_6 weight shape (10, 3) is not compatible with provided weight shape (9, 3).",
            "ValueError: Layer lstm weight shape (5, 12) is not compatible with provided weight shape (5, 16).",
            "ValueError: Layer weight shape (20000, 100) not compatible with provided weight shape (19999, 100)",
        ),
    ),
)
TRAINING: tuple[Rule, ...] = (*ARGUMENTS, *OWN_CODE, *FIT)
