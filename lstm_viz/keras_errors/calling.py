"""Errors of a call: what comes back is unpacked into other names, or something else was given than the call takes."""

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.program import asked_axis, returns, unpacked, unpacks_shape
from lstm_viz.keras_errors.rule import Case, Rule, number, shape, single

# What stands before the line of a program in the examples.
FRAME = 'File "train.py", line 31, in <module>\n    '
BIDIRECTIONAL_LSTM = Case(
    N_(
        "A Bidirectional LSTM with return_state=True returns five tensors: its output, h and c of the forward layer, "
        "then h and c of the backward layer."
    ),
    N_("Give a name to each. A decoder with one LSTM of twice the units takes the states side by side."),
    "output, h, c, h_back, c_back = Bidirectional(LSTM(units, return_state=True))(x)\n"
    "h, c = keras.layers.Concatenate()([h, h_back]), keras.layers.Concatenate()([c, c_back])",
    when=lambda m: returns("bidirectional")(m) and "gru" not in unpacked(m),
)
BIDIRECTIONAL_GRU = Case(
    N_(
        "A Bidirectional GRU with return_state=True returns three tensors: its output, h of the forward layer and h of "
        "the backward layer. A GRU has no c."
    ),
    N_("Give a name to each. A decoder with one GRU of twice the units takes the states side by side."),
    "output, h, h_back = Bidirectional(GRU(units, return_state=True))(x)",
    when=returns("bidirectional", "gru"),
)
LSTM_ALONE = Case(
    N_("An LSTM with return_state=True returns three tensors: its output, and its states h and c."),
    N_("Give a name to each."),
    "output, h, c = LSTM(units, return_state=True)(x)",
    when=lambda m: returns("lstm")(m) and m.count != 3,
)
GRU_ALONE = Case(
    N_(
        "A GRU has only one state, h, and a SimpleRNN too: with return_state=True it returns two tensors, its output "
        "and h. Only an LSTM has c."
    ),
    N_("Leave out the name for c. A decoder GRU takes the one state as initial_state."),
    "output, h = GRU(units, return_state=True)(x)",
    when=lambda m: returns("gru")(m) or returns("rnn(")(m),
)
EVALUATED_LOSS = Case(
    N_(
        "evaluate returns the loss alone if compile was given no metrics. With metrics, it returns a list: the "
        "loss, then each metric."
    ),
    N_("Give compile the metrics, or a name for each number."),
    'model.compile(optimizer="adam", loss="mse", metrics=["mae"])\nloss = model.evaluate(x, y)',
    when=returns("evaluate"),
)
TOO_MANY = Rule(
    (
        rf"too many values to unpack \(expected {number('count')}",
        r"too many values to unpack(?P<count>)",
    ),
    (
        BIDIRECTIONAL_GRU,
        BIDIRECTIONAL_LSTM,
        GRU_ALONE,
        LSTM_ALONE,
        EVALUATED_LOSS,
        Case(
            N_("The array has more axes than there are names for its sizes."),
            N_("Look at the shape, and give a name to each size."),
            "print(x.shape)\nsamples, *sizes = x.shape",
            when=unpacks_shape,
        ),
        Case(
            N_("load_data returns two pairs, the training data and the test data."),
            N_("Unpack them with brackets, as below."),
            "(x_train, y_train), (x_test, y_test) = data",
            when=returns("load_data"),
        ),
        Case(
            N_(
                "More values came back than there are names. Most often a layer with return_state=True: an LSTM "
                "returns its output, h and c, a GRU its output and h, a Bidirectional its output and the states of "
                "both layers."
            ),
            N_("Give a name to each, or collect the states."),
            "output, *states = layer(x)",
        ),
    ),
    examples=(
        "ValueError: too many values to unpack (expected 2)",
        "ValueError: too many values to unpack",
        f"{FRAME}encoder_outputs, state_h, state_c = Bidirectional(LSTM(256, return_state=True))(enc_emb)\n"
        "ValueError: too many values to unpack (expected 3)",
        "----> 5 out, h = Bidirectional(GRU(64, return_state=True))(x)\nValueError: too many values to unpack "
        "(expected 2)",
        f"{FRAME}encoder = LSTM(64, return_state=True)\n{FRAME}enc_out, state = encoder(enc_in)\nValueError: too many "
        "values to unpack (expected 2)",
        f"{FRAME}loss, acc = model.evaluate(x_test, y_test)\nValueError: too many values to unpack (expected 2)",
    ),
)


def _needed(values: dict[str, object]) -> None:
    """Python 2 says how many there are: need more than 2 values."""
    if values["count"] is None and isinstance(values["given"], int):
        values["count"] = values["given"] + 1


def _axis_is(count: int):
    return lambda m: asked_axis(m) == count


FEWER_AXES = N_("Look at the shape. A table with one column for each timestep lacks the axis of features.")
FEWER_LINES = "print(x.shape)\nx = x[:, :, np.newaxis]"
LOOK_WHAT_IS_UNPACKED = N_(
    "Look at what is unpacked: a shape has a size for each axis, an LSTM with return_state=True returns three "
    "tensors, a GRU returns two, and evaluate returns one number if there are no metrics."
)
NOT_ENOUGH = Rule(
    (
        rf"to unpack \(expected (?:at least )?{number('count')}, got {number('given')}",
        rf"need more than {number('given')} values? to unpack(?P<count>)",
        r"not enough values to unpack(?P<count>)(?P<given>)",
    ),
    (
        Case(
            N_("There is nothing to unpack: the list or the array is empty."),
            N_("Check how many entries there are. A look_back longer than the series leaves no window."),
            "print(len(windows), len(sequences))",
            when=lambda m: m.given == 0,
        ),
        BIDIRECTIONAL_GRU,
        GRU_ALONE,
        LSTM_ALONE,
        Case(
            N_("Fewer values came back than there are names."),
            LOOK_WHAT_IS_UNPACKED,
            "print(x.shape)",
            when=lambda m: m.given is None,
        ),
        Case(
            N_("The shape has fewer sizes, {given}, than there are names for them, {count}: an axis is missing."),
            FEWER_AXES,
            FEWER_LINES,
            when=unpacks_shape,
        ),
        Case(
            N_(
                "There are three names, but only two values came back. Most often a shape of three sizes was "
                "expected, but the array has two axes. It may also be a GRU with return_state=True, which "
                "returns only its output and h, because it has no c."
            ),
            N_(
                "Look at the shape: a table with one column for each timestep lacks the axis of features. For a GRU, "
                "leave out the name for c."
            ),
            "print(x.shape)\nx = x[:, :, np.newaxis]\noutput, h = GRU(units, return_state=True)(x)",
            when=lambda m: (m.count, m.given) == (3, 2),
        ),
        Case(
            N_("Fewer values came back, {given}, than there are names, {count}."),
            LOOK_WHAT_IS_UNPACKED,
            "print(x.shape)",
        ),
    ),
    prepare=_needed,
    examples=(
        "ValueError: not enough values to unpack (expected 3, got 2)",
        "ValueError: need more than 2 values to unpack",
        "ValueError: not enough values to unpack (expected 2, got 1)",
        "ValueError: not enough values to unpack (expected 2, got 0)",
        f"{FRAME}output, state_h, state_c = GRU(256, return_state=True)(x)\nValueError: not enough values to unpack "
        "(expected 3, got 2)",
        f"{FRAME}gru = layers.GRU(16, return_state=True)\n{FRAME}seq, h, c = gru(inputs)\nValueError: not enough "
        "values to unpack (expected 3, got 2)",
        f"{FRAME}batch, steps, features = x_train.shape\nValueError: not enough values to unpack (expected 3, got 2)",
    ),
)
NO_AXIS = Rule(
    (r"(?:^\W{0,9}|IndexError: )tuple index out of range",),
    (
        Case(
            N_(
                "The array has a single axis, so there is no shape[1]: the windows are not equally long, or there "
                "are none because the series is shorter than the window."
            ),
            N_(
                "Look at the shape and at the lengths. Before the test part, keep as many values of the training part "
                "as a window has."
            ),
            "print(x.shape, [len(window) for window in windows])\ntest = series[-60 - look_back :]",
            when=_axis_is(1),
        ),
        Case(
            N_(
                "The array has fewer than three axes, (samples, timesteps, features), so there is no shape[2]: the "
                "axis of features is missing, or the windows are not equally long."
            ),
            FEWER_AXES,
            FEWER_LINES,
            when=_axis_is(2),
        ),
        Case(
            N_(
                "Most often a shape of three sizes was expected, x.shape[2] or three names, but the array has "
                "fewer axes."
            ),
            FEWER_AXES,
            FEWER_LINES,
        ),
    ),
    examples=(
        "IndexError: tuple index out of range",
        f"{FRAME}X_test = np.reshape(X_test, (X_test.shape[0], X_test.shape[1], 1))\nIndexError: tuple index out of "
        "range",
        f"{FRAME}size_of_each_frame = X_train.shape[2]\nIndexError: tuple index out of range",
    ),
)
TOO_MANY_INDICES = Rule(
    (
        rf"too many indices for array: array is {number('given')}-dimensional, but {number('count')} were indexed",
        r"too many indices for (?:array|tensor)(?P<given>)(?P<count>)",
    ),
    (
        Case(
            N_("The array has a single axis, and the index has {count} entries, as in data[:, 0]."),
            N_("A series is a table with one column. Make it one, or give the index one entry."),
            "x = x.reshape(-1, 1)",
            when=lambda m: m.given == 1,
        ),
        Case(
            N_("The array has fewer axes, {given}, than the index has entries, {count}."),
            FEWER_AXES,
            FEWER_LINES,
            when=lambda m: m.given is not None,
        ),
        Case(N_("The array has fewer axes than the index has entries."), FEWER_AXES, FEWER_LINES),
    ),
    examples=(
        "IndexError: too many indices for array: array is 2-dimensional, but 3 were indexed",
        "IndexError: too many indices for array: array is 1-dimensional, but 2 were indexed",
        "IndexError: too many indices for array",
    ),
)
UNPACKED = (
    TOO_MANY,
    NOT_ENOUGH,
    NO_AXIS,
    TOO_MANY_INDICES,
    single(
        N_("The program unpacks a single number. evaluate returns the loss alone if compile was given no metrics."),
        N_("Give compile the metrics, or take the one number."),
        'model.compile(optimizer="adam", loss="mse", metrics=["mae"])\nloss = model.evaluate(x, y)',
        (r"cannot unpack non-iterable (?:\w{1,9}\.)?(?:float|int)\d{0,2} object",),
        "TypeError: cannot unpack non-iterable float object",
        "TypeError: cannot unpack non-iterable numpy.float64 object",
    ),
    single(
        N_("The program unpacks None: the function that was called returns nothing."),
        N_("Let it return its values. fit returns one object, compile nothing."),
        "history = model.fit(x, y)",
        (r"cannot unpack non-iterable NoneType object",),
        "TypeError: cannot unpack non-iterable NoneType object",
    ),
)

TENSORS_ALONE = Case(
    N_(
        "When a layer is called, only tensors can be given by position. A number, a shape or a string was "
        "given there, or the input is a list of numbers."
    ),
    N_(
        "Turn a list into an array. Arguments of the layer, such as units, go into the first brackets; "
        "arguments of the call are given by name."
    ),
    'x = np.array(x, dtype="float32")\noutput = LSTM(units)(x, training=False)',
)
CALLED = (
    Rule(
        (
            r"Only input tensors may be passed as positional arguments.{0,80}?keyword argument: "
            r"(?:-?\d{1,12}(?![\d.])|[('\"]|True|False)",
        ),
        (TENSORS_ALONE,),
        (
            "ValueError: Only input tensors may be passed as positional arguments. The following argument value "
            "should be passed as a keyword argument: 64 (of type <class 'int'>)",
            "ValueError: Only input tensors may be passed as positional arguments. The following argument value "
            "should be passed as a keyword argument: (None, 10) (of type <class 'tuple'>)",
        ),
    ),
    single(
        N_(
            "A cell, such as LSTMCell, was used as a layer. A cell computes a single timestep, and needs the states of "
            "the previous step."
        ),
        N_("Put the cell into RNN, which reads all timesteps; or use the layer itself, LSTM, GRU or SimpleRNN."),
        "keras.layers.RNN(keras.layers.LSTMCell(units))\nLSTM(units)",
        (
            r"(?:(?<![\w.])|Cell\.)call\(\) missing 1 required positional argument: 'states'",
            r"__call__\(\) missing 1 required positional argument: 'state'|missing a required argument: 'states'",
            r"a single (?:required )?positional argument, the input tensor\. Layer (?:LSTM|GRU|SimpleRNN)Cell",
        ),
        "TypeError: call() missing 1 required positional argument: 'states'",
        "TypeError: GRUCell.call() missing 1 required positional argument: 'states'",
        "TypeError: missing a required argument: 'states'",
        "ValueError: Layers added to a Sequential model can only have a single required positional argument, the input "
        "tensor. Layer LSTMCell has multiple required positional arguments",
    ),
    single(
        N_(
            "Keras before 2.1.4 calls the function of a LearningRateScheduler with the epoch alone. Later versions "
            "give it the learning rate too."
        ),
        N_("Write a function of the epoch alone, which all versions take; or install a newer Keras."),
        "keras.callbacks.LearningRateScheduler(lambda epoch: 0.01 * 0.9**epoch)",
        (
            r"(?:<lambda>|\b\w{0,20}schedul\w{0,20}|\w{0,20}_decay)\(\) missing 1 required positional argument: "
            r"'(?:lr|learning_rate)'",
        ),
        "TypeError: <lambda>() missing 1 required positional argument: 'lr'",
        "TypeError: scheduler() missing 1 required positional argument: 'lr'",
    ),
    single(
        N_(
            "A Sequential passes one tensor from layer to layer, and this layer reads several, as Attention or "
            "Concatenate do."
        ),
        N_("Build the model with the functional API, where a layer is called on the tensors that it reads."),
        "keras.layers.Attention()([query, value])",
        (r"(?:should have|can only have) a single (?:required )?positional argument",),
        "ValueError: Layers added to a Sequential model can only have a single required positional argument, the input "
        "tensor. Layer multi_head_attention has multiple required positional arguments",
    ),
    single(
        N_("The layer was called more than once, so layer.output does not say which of its outputs is meant."),
        N_("Keep the tensor that the call you mean returns; in Keras 2, layer.get_output_at(0) is that of the first."),
        "output = layer(x)",
        (
            r"has multiple inbound nodes|notion of 'layer (?:in|out)put'|notion of '(?:in|out)put shape'",
            r"Asked to get \w{1,20} at node \d",
        ),
        'AttributeError: Layer lstm_1 has multiple inbound nodes, hence the notion of "layer output" is ill-defined. '
        "Use `get_output_at(node_index)` instead.",
        'AttributeError: The layer "model_14 has multiple inbound nodes, with different input shapes. Hence the notion '
        'of "input shape" is ill-defined for the layer.',
    ),
    single(
        N_(
            "initial_state mixes tensors of layers with others, such as tf.zeros, arrays or numbers. While a model is "
            "built, every state must come from a layer or an Input."
        ),
        N_("Make each state an Input or the output of a layer. For zeros, leave initial_state out."),
        "h, c = keras.Input((units,)), keras.Input((units,))\n"
        "output = LSTM(units)(encoder_input, initial_state=[h, c])",
        (r"with a mix of Keras tensors and non-Keras tensors|mix tensors and non-tensors",),
        "ValueError: The initial state or constants of an RNN layer cannot be specified with a mix of Keras tensors "
        'and non-Keras tensors (a "Keras tensor" is a tensor that was returned by a Keras layer, or by `Input`)',
    ),
    single(
        N_(
            "XLA compiles the whole step of the training, and it cannot compile an operation of the model: on a GPU, "
            "the cuDNN form of an LSTM or a GRU."
        ),
        N_("Compile the model without XLA, or let the layer do without cuDNN."),
        'model.compile(optimizer="adam", loss="mse", jit_compile=False)\nLSTM(units, use_cudnn=False)',
        (r"XLA_[CG]PU_JIT|Detected unsupported operations when trying to compile graph",),
        "InvalidArgumentError: Detected unsupported operations when trying to compile graph "
        "__inference_one_step_on_data_993[] on XLA_GPU_JIT: CudnnRNN (No registered 'CudnnRNN' OpKernel for "
        "XLA_GPU_JIT devices compatible with node {{node lstm/CudnnRNN}})",
    ),
    single(
        N_(
            "Model and optimizer come from different packages or versions: keras and tensorflow.keras are mixed, or "
            "TensorFlow runs with eager execution switched off."
        ),
        N_(
            "Import both from the same package. With eager execution off, TensorFlow 2.11 and later need an optimizer "
            "of tf.keras.optimizers.legacy."
        ),
        'model.compile(optimizer=keras.optimizers.Adam(), loss="mse")',
        (
            r"object has no attribute '(?:get_updates|get_gradients|_set_hyper|_create_slots)'",
            r"Optimizer must have a '(?:lr|learning_rate)' attribute",
        ),
        "AttributeError: 'Adam' object has no attribute 'get_updates'",
        'ValueError: Optimizer must have a "lr" attribute.',
    ),
    single(
        N_(
            "The learning rate must be a float, such as 0.001, or a schedule. A whole number, a string, None "
            "or an array was given."
        ),
        N_("Write 1.0 in place of 1. Usual values are 0.001 to 0.01."),
        "keras.optimizers.Adam(learning_rate=0.001)",
        (r"'?learning_rate'? should be (?:a )?float|output of the '?schedule'? function should be (?:a )?float",),
        "ValueError: Argument `learning_rate` should be float, or an instance of LearningRateSchedule, or a callable "
        "(that takes in the current iteration value and returns the corresponding learning rate value). Received "
        "instead: learning_rate=1",
        'ValueError: The output of the "schedule" function should be float.',
    ),
    single(
        N_("unroll=True writes the loop out step by step, so the number of timesteps must be known."),
        N_("Fix the timesteps in the Input, or leave unroll out."),
        "keras.Input((timesteps, features))\nLSTM(units)",
        (r"Cannot unroll a RNN if",),
        "ValueError: Cannot unroll a RNN if the time dimension is undefined.",
    ),
    single(
        N_(
            "The model has no layer of that name or number. Keras numbers all layers of a session: lstm_1 is its "
            "second LSTM."
        ),
        N_("Look at the names, or give the layer a name of its own."),
        'print([layer.name for layer in model.layers])\nLSTM(units, name="encoder")',
        (r"No such layer: |Was asked to retrieve layer at index|No layer named",),
        "ValueError: No such layer: lstm_1. Existing layers are: ['lstm', 'dense'].",
        "ValueError: Was asked to retrieve layer at index 5 but model only has 2 layers.",
    ),
    single(
        N_(
            "The two sizes of an Embedding are whole numbers, 1 or more: how many words there are, and how many "
            "numbers each word gets."
        ),
        N_("Check where they come from; an empty vocabulary gives 0."),
        "keras.layers.Embedding(20, 8)",
        (r"'?(?:in|out)put_dim'? must be a positive integer",),
        "ValueError: `input_dim` must be a positive integer. Received: input_dim=0 (of type <class 'int'>).",
    ),
    single(
        N_("Keras cannot find out the shape of what a Lambda layer returns."),
        N_("Give output_shape, without the batch, or use a layer of Keras or keras.ops in its place."),
        "keras.layers.Lambda(lambda x: x[:, -1], output_shape=(features,))",
        (r"infer the (?:output )?shape of (?:the )?Lambda|infer (?:the )?output shape of",),
        "NotImplementedError: Exception encountered when calling Lambda.call().\n\nWe could not automatically infer "
        "the shape of the Lambda's output. Please specify the `output_shape` argument for this Lambda layer.",
    ),
    single(
        N_("None of the model's weights can be trained: trainable is False everywhere, or no layer has weights."),
        N_("Set trainable to True before compile."),
        'model.trainable = True\nmodel.compile(optimizer="adam", loss="mse")',
        (r"does not have any trainable weights",),
        "UserWarning: The model does not have any trainable weights.",
    ),
)


SHAPES_OF_CALLS = (
    Rule(
        (
            rf"Dimension must be {number('given')} but is {number('wanted')} for "
            r"'(?:[^']{0,200}?/)?(?P<later>(?:lstm|gru|simple_rnn|bidirectional|rnn)\w{0,9}/transpose_\d)",
            rf"Dimension must be {number('given')} but is {number('wanted')} for "
            r"'[^']{0,200}?[Tt]ranspose(?P<later>)",
            rf"transpose expects a vector of size {number('given')}\. But input\(1\) is a vector of size "
            rf"{number('wanted')}(?P<later>)",
        ),
        (
            Case(
                N_(
                    "The mask has {given} axes, where a recurrent layer reads one of (samples, timesteps): a Masking "
                    "layer stands before pictures or other inputs with more than three axes."
                ),
                N_("Put Masking directly before the recurrent layer, where each timestep is one vector."),
                "x = keras.layers.TimeDistributed(keras.layers.Flatten())(x)\nkeras.layers.Masking()(x)",
                when=lambda m: m.later is not None and m.given > m.wanted,
            ),
            Case(
                N_(
                    "The array has {given} axes, and the layer reads {wanted}. A recurrent layer reads (samples, "
                    "timesteps, features)."
                ),
                N_("Flatten each step into one axis of features, or leave out an axis of size 1."),
                "keras.layers.TimeDistributed(keras.layers.Flatten())\nprint(x.shape)",
                when=lambda m: m.given > m.wanted,
            ),
            Case(
                N_("The array has fewer axes than the layer reads."),
                N_("Give a single sample an axis of samples, and a series of numbers an axis of features."),
                "x[np.newaxis]\nx[..., np.newaxis]",
            ),
        ),
        examples=(
            "ValueError: Dimension must be 4 but is 3 for 'lstm_1/transpose_1' (op: 'Transpose') with input shapes: "
            "[?,70,60,80], [3].",
            "ValueError: Dimension must be 2 but is 3 for '{{node lstm/transpose}} = Transpose[T=DT_FLOAT, "
            "Tperm=DT_INT32](x, perm)' with input shapes: [?,10], [3].",
            "InvalidArgumentError: transpose expects a vector of size 2. But input(1) is a vector of size 3 "
            "[Op:Transpose]",
            "InvalidArgumentError: transpose expects a vector of size 4. But input(1) is a vector of size 3 "
            "[Op:Transpose]",
        ),
    ),
    Rule(
        (
            rf"yielded an element of shape {shape('given')} where an element of shape {shape('wanted')} was expected",
            rf"Incompatible shapes at component \d{{1,3}}: expected {shape('wanted')} but got {shape('given')}",
        ),
        (
            Case(
                N_(
                    "A batch of the generator has the shape {given}, where {wanted} was expected: only the number of "
                    "samples differs, as in a last batch that is not full."
                ),
                N_("Leave the batch open, with None in output_signature, or leave the last batch out."),
                "tf.data.Dataset.from_generator(batches, output_signature=(tf.TensorSpec((None, timesteps, "
                "features)), tf.TensorSpec((None, 1))))",
                when=lambda m: m.given_rest == m.wanted_rest,
            ),
            Case(
                N_(
                    "A batch of the generator has the shape {given}, where {wanted} was expected: output_signature "
                    "says so, or the first batch had this shape."
                ),
                N_(
                    "Yield windows of (samples, timesteps, features) that all have the same shape, or write None in "
                    "output_signature for an axis that varies."
                ),
                "tf.data.Dataset.from_generator(batches, output_signature=(tf.TensorSpec((None, None, features)), "
                "tf.TensorSpec((None, 1))))",
            ),
        ),
        examples=(
            "TypeError: `generator` yielded an element of shape (32, 5) where an element of shape (None, 10, 5) was "
            "expected.",
            "ValueError: `generator` yielded an element of shape (16, 10) where an element of shape (32, 10) was "
            "expected.",
            "InvalidArgumentError: Incompatible shapes at component 0: expected [?,10,1] but got [1,9,1]. "
            "[Op:IteratorGetNext]",
        ),
    ),
    single(
        N_("What the generator yields differs in structure or type from what output_signature or output_types says."),
        N_(
            "Yield a tuple (x, y) of arrays with the same structure as there. Several inputs are a tuple in the "
            "place of x."
        ),
        "tf.data.Dataset.from_generator(batches, output_signature=(tf.TensorSpec((None, timesteps, "
        "features)), tf.TensorSpec((None, 1))))",
        (r"yielded an element that (?:did not match the expected structure|could not be converted)",),
        "TypeError: `generator` yielded an element that did not match the expected structure. The expected structure "
        "was (tf.float32, tf.float32), but the yielded element was [1, 2].",
    ),
)
SEVERAL = r"Expected: [\[({]'[^'\]})]{1,80}'(?:: ?'[^']{1,80}')?, ?'"
STRUCTURE = Rule(
    (
        rf"structure of 'inputs' doesn't match the expected structure\.? (?P<several>{SEVERAL})[\s\S]{{0,2000}}?"
        r"Received: inputs=(?P<listed>[\[({].{0,200}?Tensor.{0,200}?Tensor)?",
        r"structure of 'inputs' doesn't match the expected structure(?:\.?[\s\S]{0,2000}?"
        r"Received: inputs=(?P<listed>[\[({].{0,200}?Tensor.{0,200}?Tensor)?)?(?P<several>)",
    ),
    (
        Case(
            N_("The model has several inputs and was given one array."),
            N_("Give a list with an array for each input, in the model's order, or a dict with their names."),
            "model.predict([first, second])",
            when=lambda m: m.several is not None and m.listed is None,
        ),
        Case(
            N_("The model has one input and was given a list or a dict of several arrays."),
            N_("Give it one array. Turn a list of samples into one array first."),
            "model.predict(np.asarray(x))",
            when=lambda m: m.several is None and m.listed is not None,
        ),
        Case(
            N_(
                "This is a warning, not an error: the model goes on. Its inputs were given as a list or a dict when it "
                "was built, Model(inputs=[x], …), and the data are given in another form, such as a bare array."
            ),
            N_("To get rid of the warning, build the model with inputs=x, or give the data in the form of its inputs."),
            "keras.Model(encoder_input, LSTM(units)(encoder_input))",
        ),
    ),
    examples=(
        "ValueError: The structure of `inputs` doesn't match the expected structure.\nExpected: ['encoder_inputs', "
        "'decoder_inputs']\nReceived: inputs=Tensor(shape=(64, 20))",
        "/usr/lib/python3/keras/src/models/functional.py:237: UserWarning: The structure of `inputs` doesn't match the "
        "expected structure.\nExpected: ['keras_tensor']\n"
        "Received: inputs=Tensor(shape=(None, 10))",
        "UserWarning: The structure of `inputs` doesn't match the expected structure.\nExpected: keras_tensor\n"
        "Received: inputs=['Tensor(shape=(32, 10))', 'Tensor(shape=(32, 10))']",
    ),
)
CALLING: tuple[Rule, ...] = (*UNPACKED, *CALLED, *SHAPES_OF_CALLS, STRUCTURE)
