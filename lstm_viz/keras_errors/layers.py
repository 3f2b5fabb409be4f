"""Errors of a single layer or cell: what it wraps, its kernel, its axes, its states, and the list it stands in."""

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.explanation import SIZE
from lstm_viz.keras_errors.rule import Case, Facts, Rule, number, shape, single

PICTURES = r"(?:Conv|MaxPooling|AveragePooling)"
STACKED = "model = keras.Sequential([keras.Input((timesteps, features)), LSTM(units), Dense(1)])"
CONVOLUTIONS = {1: "Conv1D", 2: "ConvLSTM2D", 3: "Conv3D"}


def _kernel_line(known: Facts) -> str:
    """A convolution that moves along as many axes as the message says."""
    name = CONVOLUTIONS.get(known.count, "Conv1D")
    return f"keras.layers.{name}(filters, kernel_size=3)"


LAYERS: tuple[Rule, ...] = (
    single(
        N_(
            "RNN gives a cell two things: the input of a step, and the states of the previous step. The call of this "
            "cell takes the input alone."
        ),
        N_("Let call take both, and return the output and a list of the new states."),
        "class MyCell(keras.layers.Layer):\n    state_size = 8\n    def call(self, inputs, states):\n"
        "        output = keras.ops.tanh(inputs[:, :1] + states[0])\n        return output, [output]\n"
        "layer = keras.layers.RNN(MyCell())",
        (r"calling (?:RNN|Bidirectional)\.call\(\)\.\W{1,9}too many positional arguments",),
        "TypeError: Exception encountered when calling RNN.call().\n\ntoo many positional arguments\n\nArguments "
        "received by RNN.call():",
    ),
    single(
        N_(
            "TimeDistributed gives the layer in it one step at a time, without the axis of timesteps. A recurrent "
            "layer in it therefore needs an axis more: (samples, sequences, timesteps, features)."
        ),
        N_("For data with three axes use the recurrent layer without TimeDistributed."),
        "LSTM(units, return_sequences=True)",
        (
            r"calling TimeDistributed\.call\(\)\..{0,300}?input has only 2 dims",
            r"Received: shape=\(None, \d{1,9}\) for variable path='[^']{0,80}time_distributed\w{0,9}/"
            r"(?:lstm|gru|simple_rnn)",
        ),
        "InvalidArgumentError: Exception encountered when calling TimeDistributed.call().\n\n{{function_node "
        "__wrapped__StridedSlice}} Index out of range using input dim 2; input has only 2 dims [Op:StridedSlice]",
        "ValueError: Shapes used to initialize variables must be fully-defined (no `None` dimensions). Received: "
        "shape=(None, 12) for variable path='time_distributed/lstm/lstm_cell/kernel'",
    ),
    single(
        N_("Bidirectional reads a sequence in both directions, so it wraps a recurrent layer. It was given another."),
        N_("Wrap the recurrent layer alone; a Dense comes after it."),
        "Bidirectional(LSTM(units))\nDense(units)",
        (r"Unrecognized keyword arguments passed to \w{1,40}: \{'go_backwards'",),
        "TypeError: <class 'keras.src.layers.core.dense.Dense'> could not be deserialized properly. Exception "
        "encountered: Unrecognized keyword arguments passed to Dense: {'go_backwards': True}",
    ),
    Rule(
        (
            rf"Kernel shape must have the same length as input, but received kernel of shape {shape('kernel')} and "
            rf"input of shape {shape('given')}",
        ),
        (
            Case(
                N_(
                    "The convolution reads {kernel_axes} axes, and was given {given_axes}, {given}: a sequence of "
                    "pictures has an axis of timesteps too."
                ),
                N_("Wrap the layer in TimeDistributed, or let the ConvLSTM2D before it return only its last step."),
                "keras.layers.TimeDistributed(keras.layers.Conv2D(filters, 3))\n"
                "keras.layers.ConvLSTM2D(filters, 3)  # return_sequences=False",
                when=lambda m: m.given_axes > m.kernel_axes > 3,
            ),
            Case(
                N_(
                    "The convolution reads {kernel_axes} axes, and was given {given_axes}, {given}: one is missing. "
                    "TimeDistributed takes the axis of timesteps away before the layer in it reads."
                ),
                N_("Give the data the missing axis, often that of the channels."),
                "x = x[..., np.newaxis]\nkeras.Input((timesteps, rows, columns, channels))",
                when=lambda m: m.kernel_axes > 3,
            ),
        ),
        examples=(
            "ValueError: Kernel shape must have the same length as input, but received kernel of shape (3, 3, 1, 64) "
            "and input of shape (None, None, 40, 40, 1).",
            "ValueError: Kernel shape must have the same length as input, but received kernel of shape (3, 3, 6, 3) "
            "and input of shape (2, 5, 6).",
        ),
    ),
    Rule(
        (rf"The '(?:kernel_size|strides|pool_size|dilation_rate)' argument must be a tuple of {number('count')}",),
        (
            Case(
                N_("This layer moves along {count} axes, and needs as many whole numbers here."),
                N_("Give a single whole number for all of them, or one for each in a tuple."),
                _kernel_line,
            ),
        ),
        examples=(
            "ValueError: The `kernel_size` argument must be a tuple of 2 integers. Received kernel_size=(3, 3, 3)",
            "ValueError: The `strides` argument must be a tuple of 1 integers. Received: (2, 2)",
        ),
    ),
    single(
        N_('padding is "valid" or "same"; a Conv1D also takes "causal", which reads no later step.'),
        N_('Choose one of these words. With "same" there are as many steps as before.'),
        'keras.layers.Conv1D(filters, 3, padding="same")\nkeras.layers.ConvLSTM2D(filters, 3, padding="same")',
        (r"The 'padding' argument must be (?:a list|one of)|border mode must be in",),
        "ValueError: The `padding` argument must be a list/tuple or one of {'same', 'valid'}. Received: full",
    ),
    single(
        N_("A convolution needs two numbers: how many filters it has, and how large its kernel is."),
        N_("Give both."),
        "keras.layers.Conv1D(filters, 3)\nkeras.layers.ConvLSTM2D(filters, 3)",
        (r"missing 1 required positional argument: 'kernel_size'",),
        "TypeError: ConvLSTM2D.__init__() missing 1 required positional argument: 'kernel_size'",
    ),
    single(
        N_("The kernel or the pool is larger than the pictures are at this layer."),
        N_("Use a smaller one, larger pictures, or padding. Check the order of rows, columns and channels."),
        'keras.layers.ConvLSTM2D(filters, 3, padding="same")\nkeras.layers.Conv2D(filters, 3, padding="same")',
        (rf"\bnegative\. Received:? 'inputs[ .]shape=[\[(]{SIZE}(?:[ ,]{{1,2}}+{SIZE}){{3,4}}[\])]",),
        "ValueError: Computed output size would be zero or negative. Received `inputs shape=(2, 2, 2, 1)`, `kernel "
        "shape=(3, 3, 1, 3)`, `dilation_rate=[1 1]`",
        "ValueError: Computed output size would be zero or negative. Received: `inputs.shape=[None 1 1 8]`, "
        "`pool_size=[2 2]`, `strides=(2, 2)`",
    ),
    single(
        N_(
            "An Embedding needs two numbers: how many words there are, with id 0, and into how many numbers each turns."
        ),
        N_("Give both."),
        "keras.layers.Embedding(words, features)",
        (r"Embedding\.__init__\(\) missing \d required positional arguments?: '(?:input_dim' and ')?output_dim'",),
        "TypeError: Embedding.__init__() missing 1 required positional argument: 'output_dim'",
    ),
    single(
        N_(
            "initial_state holds fewer arrays than the ConvLSTM2D has states. It has two, h and c, each of the shape "
            "(samples, rows, columns, filters)."
        ),
        N_("Give both, such as those that another ConvLSTM2D returns."),
        "keras.layers.ConvLSTM2D(filters, 3, return_state=True)  # it returns its output, h and c",
        (r"calling ConvLSTM\w{0,9}\.call\(\)\.\W{1,9}(?:tuple|list) index out of range",),
        "IndexError: Exception encountered when calling ConvLSTMCell.call().\n\ntuple index out of range\n\nArguments "
        "received by ConvLSTMCell.call():",
    ),
    single(
        N_("Permute counts the axes from 1 and leaves the samples out: the timesteps are 1, the features 2."),
        N_("Name each of these axes once, in one tuple."),
        "keras.layers.Permute((2, 1))",
        (
            r"Invalid permutation (?:argument )?'dims'",
            r"Permute\.__init__\(\) takes 2 positional arguments",
            r"layer '?permute\w{0,9}'?(?: is incompatible with the layer)?: expected ndim",
        ),
        "ValueError: Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be "
        "consecutive and start from 1. Received dims=(0, 2, 1)",
        "TypeError: Permute.__init__() takes 2 positional arguments but 3 were given",
    ),
    single(
        N_("Sequential was given a list of layers as one of its layers."),
        N_("Give it one list of layers, without a list inside."),
        STACKED,
        (r"(?:can be added to a Sequential model\. Received|instance of class Layer\. Found): \[<",),
        "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: [<LSTM name=lstm, "
        "built=False>] (of type <class 'list'>)",
        "TypeError: The added layer must be an instance of class Layer. Found: [<keras.layers.recurrent.LSTM object>]",
    ),
    single(
        N_(
            "trainable is True or False, and something else was given. Most often it is the second of several layers "
            "that Sequential got without the brackets of a list."
        ),
        N_("Put the layers of a Sequential into one list."),
        STACKED,
        (r"Expected 'trainable' to be a boolean",),
        "ValueError: Expected `trainable` to be a boolean. Received: trainable=<LSTM name=lstm, built=False> (of type "
        "<class 'keras.src.layers.rnn.lstm.LSTM'>)",
    ),
    Rule(
        (
            rf"[Ll]ayer '?(?:lstm|gru|simple_rnn|rnn)\w{{0,9}}'? expects 1 inputs?(?:\(s\))?,? but it received "
            rf"{number('count')} input tensors",
        ),
        (
            Case(
                N_(
                    "A recurrent layer was given a list of {count} tensors, and reads one. Either its states stand in "
                    "the list, as in Keras 2, or the layer before it has return_state=True and returns its states too."
                ),
                N_("Give states as initial_state; of the layer before, take the output alone."),
                "layer(x, initial_state=[h, c])  # LSTM\nlayer(x, initial_state=h)  # GRU\n"
                "output, *states = layer(x)  # return_state=True",
                when=lambda m: m.count in (2, 3),
            ),
        ),
        examples=(
            "ValueError: Layer lstm_1 expects 1 inputs, but it received 2 input tensors.",
            'ValueError: Layer "lstm" expects 1 input(s), but it received 3 input tensors. Inputs received: [...]',
        ),
    ),
    single(
        N_("A layer or a tensor stands where the number of units is needed."),
        N_("Give the number first, and call the layer on the tensor."),
        "output = LSTM(units)(x)\nDense(units)(output)",
        (r"expected a positive integer(?:\. Received: units=|, got )<",),
        "ValueError: Received an invalid value for `units`, expected a positive integer. Received: units=<LSTM "
        "name=lstm, built=False>",
    ),
    single(
        N_("Keras does not know this dtype."),
        N_('Use a name such as "float32", or "int32" for ids.'),
        'LSTM(units, dtype="float32")',
        (r"to a mixed precision DTypePolicy|Cannot interpret '?\w{1,20}'? as a DTypePolicy",),
        "ValueError: Cannot convert 'float' to a mixed precision DTypePolicy. Valid policies include 'mixed_float16'",
    ),
    single(
        N_("call has an argument without a default, and the layer was called without it."),
        N_("Give it a default; Keras passes mask and training by itself where there are any."),
        "class MyLayer(keras.layers.Layer):\n    def call(self, inputs, mask=None, training=False):\n"
        "        return inputs",
        (r"missing a required argument: '(?:mask|training)'",),
        "TypeError: missing a required argument: 'mask'",
    ),
    single(
        N_("An Input has the shape of a sample, or with batch_shape that of a whole batch. Both were given."),
        N_("Choose one of the two. A stateful layer needs batch_shape."),
        "keras.Input((timesteps, features))\nkeras.Input(batch_shape=(batch_size, timesteps, features))",
        (r"cannot pass both '?shape'? and '?batch_shape",),
        "ValueError: You cannot pass both `shape` and `batch_shape` at the same time.",
    ),
    single(
        N_(
            "keras.Model was given its inputs without its outputs, or a class of your own gives super().__init__ an "
            "argument without a name."
        ),
        N_("Give Model both; in a class of your own call super().__init__(**kwargs)."),
        "keras.Model(encoder_input, LSTM(units)(encoder_input))",
        (r"\bLayer\.__init__\(\) takes 1 positional argument", r"missing 1 required positional argument: 'outputs'"),
        "TypeError: Layer.__init__() takes 1 positional argument but 2 were given",
    ),
    Rule(
        (rf"Array has shape {shape('given')} but slice has too? many indices",),
        (
            Case(
                N_(
                    "The tensor has the shape {given}, and the index has more entries than that. A recurrent layer "
                    "returns only its last step, without an axis of timesteps."
                ),
                N_("Set return_sequences=True in the recurrent layer, or leave the entry for the timesteps out."),
                "LSTM(units, return_sequences=True)",
            ),
        ),
        examples=(
            "ValueError: Array has shape (None, 3) but slice has to many indices. Received: `(slice(None, None, None), "
            "-1, slice(None, None, None))`",
        ),
    ),
    Rule(
        (rf"must be equal, but received 'x1\.shape={shape('given')}' and 'x2\.shape={shape('wanted')}'",),
        (
            Case(
                N_(
                    "A product of matrices needs as many numbers in a row of the first as there are rows in the "
                    "second: {given} and {wanted}."
                ),
                N_("For the products of all steps with each other, swap the last two axes of the second."),
                "keras.ops.matmul(x, keras.ops.swapaxes(x, -1, -2))",
            ),
        ),
        examples=(
            "ValueError: Inner dimensions (`x1.shape[-1]` and `x2.shape[-2]`) must be equal, but received "
            "`x1.shape=(None, 4, 5)` and `x2.shape=(None, 4, 5)`.",
        ),
    ),
    single(
        N_("A Normalization keeps a mean for each feature that it was adapted to. This array has other features."),
        N_("Adapt it to the training data, with the same columns as here."),
        "layer = keras.layers.Normalization()\nlayer.adapt(x)",
        (r"calling Normalization\.call\(\)\..{0,200}?Incompatible shapes",),
        "InvalidArgumentError: Exception encountered when calling Normalization.call().\n\n{{function_node "
        "__wrapped__Sub}} Incompatible shapes: [4,6] vs. [1,5] [Op:Sub]",
    ),
    single(
        N_("Only a stateful layer has states that can be reset."),
        N_("Set stateful=True, or leave reset_states out: other layers begin each sample anew."),
        "keras.Input(batch_shape=(batch_size, timesteps, features))\nLSTM(units, stateful=True)",
        (r"(?:AttributeError: |RuntimeError: |^)Layer must be stateful",),
        "AttributeError: Layer must be stateful.",
    ),
    single(
        N_("The Embedding of Keras 2 was told the number of timesteps by input_length, and was given another number."),
        N_("Leave input_length out: an Embedding reads any number of timesteps."),
        "keras.layers.Embedding(words, features)",
        (r"'input_length' is \[?\d{1,9}\]?, but received input has shape",),
        'ValueError: "input_length" is 10, but received input has shape (None, 12)',
    ),
)
