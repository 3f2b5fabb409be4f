"""Errors of what a program gives: names of activations, numbers as text, weights of samples, files, padding."""

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.rule import Case, Rule, shape, single

# A number there is another error, and has a rule of its own.
NAMED = r"(?: function)? identifier: (?!-?\d|\[)"

GIVEN: tuple[Rule, ...] = (
    single(
        N_("This Keras does not know the activation that was given: it is mistyped, or of another package."),
        N_("Give the name of an activation as text, or a function of keras.activations."),
        'Dense(units, activation="relu")\nLSTM(units, activation="tanh")',
        (rf"Could not interpret activation{NAMED}", r"Unknown activation(?: function)?:"),
        "ValueError: Could not interpret activation function identifier: tanhh",
        "ValueError: Unknown activation function: Swish",
    ),
    single(
        N_(
            "This Keras does not know the initializer, regularizer or constraint that was given: it is mistyped, or "
            "of another package."
        ),
        N_("Give its name as text, or an object of keras.initializers, keras.regularizers or keras.constraints."),
        'LSTM(units, kernel_initializer="glorot_uniform")\nLSTM(units, kernel_regularizer=keras.regularizers.L2(0.01))',
        (rf"Could not interpret (?:initializer|regularizer|constraint){NAMED}",),
        "ValueError: Could not interpret initializer identifier: glorott_uniform",
    ),
    single(
        N_("This Keras does not know the metric that was given: it is mistyped, or a function of your own."),
        N_("Give the name of a metric as text, or the function itself. load_model needs your own by custom_objects."),
        'model.compile(optimizer="adam", loss="mse", metrics=["mae"])\n'
        "def error(y_true, y_pred):\n    return keras.ops.mean(keras.ops.abs(y_true - y_pred))\n"
        'model.compile(optimizer="adam", loss="mse", metrics=[error])',
        (rf"Could not interpret metric{NAMED}", r"Unknown metric(?: function)?:"),
        "ValueError: Could not interpret metric identifier: f1",
        "ValueError: Unknown metric function:f1. Please ensure this object is passed to `custom_objects`",
    ),
    single(
        N_("A number was given as text: in quotes, or as input and a file give it."),
        N_("Leave the quotes out, or turn the text into a number."),
        'units = int("20")\nLSTM(units)',
        (
            r"'str' object cannot be interpreted as an integer",
            r"Expected an integer value for '\w{1,40}', got <class 'str'",
            r"'<=' not supported between instances of 'str' and 'int'",
        ),
        "TypeError: 'str' object cannot be interpreted as an integer",
        "TypeError: Expected an integer value for `n`, got <class 'str'>.",
        "TypeError: '<=' not supported between instances of 'str' and 'int'",
    ),
    single(
        N_("Keras calls the methods of a callback with two arguments: the number of the epoch or batch, and logs."),
        N_("Let each method take both."),
        "class MyCallback(keras.callbacks.Callback):\n    def on_epoch_end(self, epoch, logs=None):\n"
        "        print(epoch, logs)\nmodel.fit(x, y, callbacks=[MyCallback()])",
        (r"on_(?:epoch|batch|train|test|predict)_\w{1,20}\(\) takes (?:exactly )?\d positional arguments? but",),
        "TypeError: MyCallback.on_epoch_end() takes 2 positional arguments but 3 were given",
    ),
    single(
        N_("Keras gives a callback its model and params itself: they cannot be set."),
        N_("Keep your own model under another name."),
        "class MyCallback(keras.callbacks.Callback):\n    def __init__(self, other):\n        super().__init__()\n"
        "        self.other_model = other\ncallback = MyCallback(model)",
        (r"property '(?:model|params)' of '\w{1,60}' object has no setter",),
        "AttributeError: property 'model' of 'MyCallback' object has no setter",
    ),
    single(
        N_("ReduceLROnPlateau multiplies the learning rate by factor, so it must be less than 1."),
        N_("Give a factor such as 0.5."),
        "keras.callbacks.ReduceLROnPlateau(factor=0.5)",
        (r"ReduceLROnPlateau does not support a factor",),
        "ValueError: ReduceLROnPlateau does not support a factor >= 1.0. Received factor=1.5",
    ),
    single(
        N_("reshape can find out one size by itself, and −1 stands in two places."),
        N_("Write −1 once at most."),
        "x = x.reshape(len(x), -1)",
        (r"can only specify one unknown dimension",),
        "ValueError: can only specify one unknown dimension",
    ),
    single(
        N_("In Keras 3 the shape of a tensor is a tuple, which has no as_list."),
        N_("Leave as_list out, or make a list of the shape."),
        "print(list(x.shape))",
        (r"'tuple' object has no attribute '(?:as_list|dims|ndims)'",),
        "AttributeError: 'tuple' object has no attribute 'as_list'",
    ),
    single(
        N_("F1Score and FBetaScore read one-hot targets: a column for each class, as in the output."),
        N_("Make y one-hot, and take the loss for such targets."),
        "y = keras.utils.to_categorical(y)\n"
        'model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=[keras.metrics.F1Score()])',
        (r"(?:FBeta|F1)Score expects 2D inputs",),
        "ValueError: FBetaScore expects 2D inputs with shape (batch_size, output_dim). Received input shapes: "
        "y_pred.shape=(None, 2) and y_true.shape=(None,).",
    ),
    single(
        N_("A dictionary is read here, and another thing was given: most often class_weight as a list, or as text."),
        N_("Give each class number its weight."),
        "model.fit(x, y, class_weight={{0: 1.0, 1: 2.0}})",
        (r"'(?:list|numpy\.ndarray|str)' object has no attribute '(?:get|items)'",),
        "AttributeError: 'list' object has no attribute 'get'",
        "AttributeError: 'str' object has no attribute 'get'",
    ),
    single(
        N_(
            "sample_weight has a weight for each sample; with return_sequences=True it may have one for each "
            "timestep of each sample. Its shape is another."
        ),
        N_("Give it the shape (samples,) or (samples, timesteps)."),
        "model.fit(x, y, sample_weight=np.ones(len(x)))",
        (
            r"Found a sample_weight array|[Tt]imestep-wise sample weighting",
            r"'?sample_weight'? (?:array )?(?:with shape .{1,40}|cannot be broadcast|should be)",
        ),
        "ValueError: Found a sample_weight array with shape (100, 20) for an input with shape (100, 20, 1).",
        "ValueError: Found a sample_weight array for an input with shape (100, 10). Timestep-wise sample weighting "
        '(use of sample_weight_mode="temporal") is restricted to outputs that are at least 3D',
    ),
    single(
        N_("fit counts the batches of arrays itself, by batch_size: TensorFlow 2 takes no number of steps with them."),
        N_("Give batch_size in its place."),
        "model.fit(x, y, batch_size=16)",
        (r"passing input data as arrays, do not specify 'steps_per_epoch",),
        "ValueError: When passing input data as arrays, do not specify `steps_per_epoch`/`steps` argument. Please use "
        "`batch_size` instead.",
    ),
    Rule(
        (
            rf"did not hold element-wise:?\]? .{{0,120}}?\(.{{0,80}}?SparseSoftmaxCrossEntropyWithLogits/Shape\w{{0,4}}"
            rf":0\) = \] {shape('target')}.{{0,120}}?\] {shape('output')}",
        ),
        (
            Case(
                N_(
                    "sparse_categorical_crossentropy reads a class number in y for each answer of the model. y has "
                    "the shape {target}, and the answers have the shape {output}."
                ),
                N_(
                    "For one answer per sample, leave return_sequences=False. For one per timestep, give y a class "
                    "number for each timestep."
                ),
                "LSTM(units)  # return_sequences=False",
            ),
        ),
        examples=(
            "InvalidArgumentError: assertion failed: [Condition x == y did not hold element-wise:] [x "
            "(loss/SparseSoftmaxCrossEntropyWithLogits/Shape_1:0) = ] [32 1] [y (loss/strided_slice:0) = ] [32 10]",
        ),
    ),
    single(
        N_(
            "by_name finds weights by the names of the layers, and only in an old .h5 file. A .weights.h5 file is "
            "read in the order of the layers."
        ),
        N_("Leave by_name out. skip_mismatch leaves out what does not fit."),
        'model.save_weights("model.weights.h5")\nmodel.load_weights("model.weights.h5", skip_mismatch=True)',
        (r"'by_name' only supports loading legacy|Invalid keyword arguments: \{'by_name'",),
        "ValueError: `by_name` only supports loading legacy '.h5' or '.hdf5' files. Received: a.weights.h5",
    ),
    single(
        N_("save has no save_format in Keras 3: the ending of the file's name says how it is written."),
        N_("Leave save_format out, and let the name end in .keras."),
        'model.save("model.keras")',
        (r"'save_format' argument is deprecated in Keras 3|unexpected keyword argument 'save_format'",),
        "ValueError: The `save_format` argument is deprecated in Keras 3. Please remove this argument and pass a file "
        "path with either `.keras` or `.h5` extension.",
    ),
    single(
        N_("An .h5 file cannot hold what a layer such as TextVectorization keeps besides its weights."),
        N_("Save the model as .keras."),
        'model.save("model.keras")',
        (r"weights that is not an instance of 'tf\.Variable' is not supported in h5",),
        "NotImplementedError: Save or restore weights that is not an instance of `tf.Variable` is not supported in h5, "
        "use `save_format='tf'` instead.",
    ),
    single(
        N_("A .keras file is a zip, and this file is none: it is an old .h5 file, or the download ended early."),
        N_("Look at its first bytes: an .h5 file has HDF there and needs a name that ends in .h5."),
        'print(open(path, "rb").read(8), os.path.getsize(path))',
        (r"BadZipFile|File is not a zip file",),
        "zipfile.BadZipFile: File is not a zip file",
    ),
    single(
        N_("The file holds a CuDNNLSTM or a CuDNNGRU. Keras 3 has neither, and does not read their weights."),
        N_(
            "In TensorFlow 2.15 or older, build the model with LSTM or GRU, load the weights of the file into it, and "
            "save it as .keras."
        ),
        'pip install "tensorflow<2.16"',
        (r"Unknown layer:? '?CuDNN(?:LSTM|GRU)|Could not locate class 'CuDNN(?:LSTM|GRU)'",),
        "ValueError: Unknown layer: 'CuDNNLSTM'. Please ensure you are using a `keras.utils.custom_object_scope`",
    ),
    Rule(
        (r"CUDNN_STATUS_BAD_PARAM", r"Failed to call ThenRnnForward"),
        (
            Case(
                N_("cuDNN was given a sample in which every step is masked: nothing but padding."),
                N_("Leave such samples out, or do without cuDNN."),
                "x = x[np.any(x != 0, axis=tuple(range(1, x.ndim)))]\nLSTM(units, use_cudnn=False)",
                # The last line of such a log does not say it, but one above it.
                when=lambda m: "SetRNNDataDescriptor" in m.pasted,
            ),
        ),
        (
            "UnknownError: CUDNN_STATUS_BAD_PARAM in cuda_dnn.cc(1521): 'cudnnSetRNNDataDescriptor( data_desc.get(), "
            "data_type, layout, max_seq_length)' [Op:CudnnRNNV3]",
            "CUDNN_STATUS_BAD_PARAM in cuda_dnn.cc(1496): 'cudnnSetRNNDataDescriptor( data_desc.get(), data_type)'\n"
            "InternalError: [_Derived_] Failed to call ThenRnnForward with model config: [rnn_mode]: 2, 0, 0",
        ),
    ),
    single(
        N_("This is a notice: the weights of the model are loaded, but not what its optimizer had counted."),
        N_("predict is not affected. Training goes on with a new optimizer; compile the model before it."),
        'model.compile(optimizer="adam", loss="mse")',
        (r"Skipping variable loading for optimizer",),
        "UserWarning: Skipping variable loading for optimizer 'rmsprop', because it has 8 variables whereas the saved "
        "optimizer has 14 variables.",
    ),
    single(
        N_(
            "This is a notice of an older Keras: the initial_state that a decoder gets is not written into the file of "
            "the model."
        ),
        N_("Save the weights alone, and load them into a model that is built by the same code."),
        'model.save_weights("model.weights.h5")\nmodel.load_weights("model.weights.h5")',
        (r"was passed non-serializable keyword arguments",),
        "UserWarning: Layer lstm_2 was passed non-serializable keyword arguments: {'initial_state': [<tf.Tensor "
        "'lstm_1/while/Exit_2:0'>]}. They will not be included in the serialized model",
    ),
    single(
        N_('In pad_sequences, padding and truncating are "pre", at the beginning, or "post", at the end.'),
        N_("Choose one of the two."),
        'keras.utils.pad_sequences(sequences, padding="post", truncating="post")',
        (r"(?:Padding|Truncating) type '.{0,40}?' not understood",),
        'ValueError: Padding type "left" not understood',
    ),
    single(
        N_("The steps of the sequences do not all have the same number of features."),
        N_("Look at the shape of each sequence: all but its first size must be the same."),
        "print({{np.shape(each)[1:] for each in sequences}})",
        (r"[Ss]hape of sample .{1,40}? of sequence at position \d{1,9} is different",),
        "ValueError: Shape of sample (1,) of sequence at position 1 is different from expected shape (2,)",
    ),
    single(
        N_(
            "sequence_stride is the number of rows from one window to the next: a whole number from 1 up, and less "
            "than the rows of the data."
        ),
        N_("Leave it at 1, and check how many rows there are."),
        "keras.utils.timeseries_dataset_from_array(x, y, sequence_length, sequence_stride=1)",
        (r"'sequence_stride' must be (?:lower|higher|less) than",),
        "ValueError: `sequence_stride` must be lower than the length of the data. Received: sequence_stride=20, for "
        "data of length 5",
    ),
    single(
        N_(
            "sampling_rate is the number of rows from one timestep of a window to the next: a whole number from 1 up, "
            "and less than the rows of the data."
        ),
        N_("Leave it at 1, and check how many rows there are."),
        "keras.utils.timeseries_dataset_from_array(x, y, sequence_length, sampling_rate=1)",
        (r"'sampling_rate' must be (?:lower|higher|less) than",),
        "ValueError: `sampling_rate` must be lower than the length of the data. Received: sampling_rate=20, for data "
        "of length 10",
    ),
    single(
        N_("The program is written for Python 2."),
        N_("Write it for Python 3: print is a function, xrange is range, raw_input is input, unicode is str."),
        'print("loss")\nrange(10)',
        (
            r"Missing parentheses in call to 'print'",
            r"name '(?:unicode|xrange|raw_input|basestring|unichr|cPickle)' is not defined",
        ),
        "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?",
        "NameError: name 'xrange' is not defined",
    ),
)
REST: tuple[Rule, ...] = (
    single(
        N_(
            "Keras calls a layer once without numbers, to know the shape of what it returns, and its call failed "
            "there. What went wrong is after “Error encountered”."
        ),
        N_("Use keras.ops in call, not NumPy or TensorFlow; or write compute_output_shape."),
        "class MyLayer(keras.layers.Layer):\n    def call(self, inputs):\n"
        "        return keras.ops.mean(inputs, axis=1)\n"
        "    def compute_output_shape(self, input_shape):\n        return input_shape[0], input_shape[-1]",
        (r"Could not automatically infer the output shape / dtype",),
        "ValueError: Could not automatically infer the output shape / dtype of 'attention' (of type Attention). Either "
        "the `Attention.call()` method is incorrect",
    ),
)
