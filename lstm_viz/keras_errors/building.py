"""Errors of states, of the way a model is built, of arrays and of files: the second part of the table."""

import re
from dataclasses import replace
from math import prod

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.explanation import shape_text
from lstm_viz.keras_errors.rule import Case, Facts, Rule, number, shape, single, word


def _open_batch_code(m: Facts) -> str:
    return f"keras.Input(batch_shape={shape_text((1, *m.given_rest))})"


# validation_split would cut a batch in two.
WHOLE_BATCHES = """batch_size = {}
x, y = x[: len(x) // batch_size * batch_size], y[: len(x) // batch_size * batch_size]
held_back = x[-batch_size:], y[-batch_size:]
model.fit(x[:-batch_size], y[:-batch_size], batch_size=batch_size, validation_data=held_back)"""

STATES = (
    Rule(
        (rf"batch size must be static\. Found dynamic batch size: sequence\.shape={shape('given')}",),
        (
            Case(
                N_(
                    "stateful=True keeps one state for each sample of a batch, so the layer must know the size of "
                    "the batch when it is built. This Input does not set it."
                ),
                N_("Give the Input a batch_shape, which begins with the number of samples in a batch."),
                _open_batch_code,
            ),
        ),
    ),
    Rule(
        (
            r"If a RNN is stateful, (?:it needs to know its batch size|a complete input_shape must be provided)",
            r"the batch size must be static",
        ),
        (
            Case(
                N_("A stateful layer must know how many rows a batch has."),
                N_("Give the batch size in the model's Input; batch_input_shape is no longer an argument of a layer."),
                "keras.Input(batch_shape=(batch_size, timesteps, features))",
            ),
        ),
        examples=(
            "If a RNN is stateful, it needs to know its batch size. Specify the batch size of your input tensors",
            "the batch size must be static. Found dynamic batch size",
            "Exception: If a RNN is stateful, a complete input_shape must be provided (including batch size).",
        ),
    ),
    Rule(
        (rf"Expected batch size: {number('expected')} ?- Received batch size: {number('given')}",),
        (
            Case(
                N_(
                    "The stateful layer keeps states for a batch of {expected}, but this is a batch of {given}. It "
                    "cannot know which state belongs to which sample."
                ),
                N_(
                    "Always give it batches of {expected}, in predict too. To predict a different number of "
                    "samples, copy the weights into a model with that batch size."
                ),
                "model.predict(x, batch_size={expected})  # len(x) a multiple of {expected}\n"
                "other_model.set_weights(model.get_weights())",
            ),
        ),
    ),
    Rule(
        (
            rf"Incompatible shapes: \[{number('given')},\d{{1,12}}\] vs\. \[{number('expected')},\d{{1,12}}\]"
            r" ?\[\[\{\{node [\w/]{1,200}_cell",
        ),
        (
            Case(
                N_(
                    "This is a batch of {given}, but the stateful layer keeps the states of a batch of {expected}. "
                    "The model was compiled for batches of any size, so Keras did not check it, and TensorFlow could "
                    "not add the two."
                ),
                N_(
                    "Always give it batches of {expected}. For a different number of samples, copy the "
                    "weights into a model with that batch size."
                ),
                lambda m: f"{WHOLE_BATCHES.format(m.expected)}\n# or: other_model.set_weights(model.get_weights())",
                when=lambda m: m.given != m.expected,
            ),
        ),
    ),
    Rule(
        (
            rf"must be equal, but are {number('given')} and {number('expected')} for "
            rf"'[^']{{0,120}}(?:lstm|gru|rnn)\w{{0,20}}"
            rf"/(?:while/)?add[^']{{0,40}}' .{{0,60}}shapes: \[(?P=given),\d{{1,12}}\], \[(?P=expected),",
        ),
        (
            Case(
                N_(
                    "The stateful layer keeps states for a batch of {expected}, but a batch of {given} reaches it: "
                    "several GPUs cut each batch into parts, or the last batch is not full."
                ),
                N_("Use one GPU for a stateful layer, or build the model for the part of the batch that a GPU gets."),
                "keras.Input(batch_shape=({given}, timesteps, features))",
            ),
        ),
        examples=(
            "InvalidArgumentError: Dimensions must be equal, but are 512 and 1024 for "
            "'replica_0/sequential_1/lstm_1/add' (op: 'Add') with input shapes: [512,128], [1024,128].",
        ),
    ),
    Rule(
        (rf"Shape mismatch: x has {number('given')} rows but z has {number('expected')} rows",),
        (
            Case(
                N_(
                    "Theano tried to add a batch of {given} samples to the states of a batch of {expected}: "
                    "the last batch of a stateful layer has fewer samples."
                ),
                N_(
                    "Leave out the samples that do not fill a batch, or choose a batch size that divides the number of "
                    "samples."
                ),
                lambda m: WHOLE_BATCHES.format(m.expected),
            ),
        ),
        examples=("ValueError: Shape mismatch: x has 20 rows but z has 32 rows",),
    ),
    Rule(
        (r"enters the loop with shape \(1, \d{1,12}\), but has shape \(None, \d{1,12}\)",),
        (
            Case(
                N_(
                    "The stateful layer keeps the state of one sample, but the model was being compiled for "
                    "batches of any size. A batch may then have more samples, and a state cannot grow while the "
                    "steps are read."
                ),
                N_("Give it one sample at a time."),
                "model.fit(x, y, batch_size=1)\nmodel.predict(x, batch_size=1)",
            ),
        ),
    ),
    Rule(
        (r"number of samples that can be divided by the batch size",),
        (
            Case(
                N_(
                    "A stateful layer has a state for each row of a batch, so every batch must have the same "
                    "number of rows: the number of samples must be a multiple of the batch size. This is a message "
                    "of Keras 2."
                ),
                N_(
                    "Leave out the samples that do not fill a batch, or choose a batch size that divides the number of "
                    "samples."
                ),
                "x = x[: len(x) // batch_size * batch_size]\ny = y[: len(x)]",
            ),
        ),
        examples=(
            "In a stateful network, you should only pass inputs with a number of samples that can be divided by the "
            "batch size. Found: 10 samples. Batch size: 32.",
        ),
    ),
    Rule(
        (r"reset_states\(\) got an unexpected keyword argument 'states'",),
        (
            Case(
                N_(
                    "reset_states only sets the states to 0 in Keras 3; in Keras 2 it could also set them to given "
                    "values."
                ),
                N_("Assign the values to each state of the layer."),
                "for state, value in zip(layer.states, values):\n    state.assign(value)",
            ),
        ),
        examples=("TypeError: LSTM.reset_states() got an unexpected keyword argument 'states'",),
    ),
    Rule(
        (r"'\w{1,40}' object has no attribute 'reset_states'",),
        (
            Case(
                N_("A model has reset_states() in Keras 2. In Keras 3 each stateful layer has its own."),
                N_("Reset each stateful layer."),
                'for layer in model.layers:\n    if getattr(layer, "stateful", False):\n        layer.reset_states()',
            ),
        ),
        examples=("AttributeError: 'Functional' object has no attribute 'reset_states'",),
    ),
    Rule(
        (
            rf"Layer (?:\S{{1,80}} )?(?:has|expects) {number('count')} states?,? but (?:was passed|it received) "
            rf"{number('given')} initial states",
        ),
        (
            Case(
                N_(
                    "initial_state holds {given} arrays, the layer has this many states: {count}. A GRU and a "
                    "SimpleRNN have one, h."
                ),
                N_("Give one array of shape (batch, units) for each state."),
                "layer(x, initial_state=[h])",
                when=lambda m: m.count == 1,
            ),
            Case(
                N_(
                    "initial_state has this many arrays: {given}. The layer has {count} states: an LSTM has h and c, a "
                    "Bidirectional those of both layers, the forward ones first."
                ),
                N_("Give one array of shape (batch, units) for each state."),
                lambda m: (
                    "layer(x, initial_state=[h, c])"
                    if m.count == 2
                    else "layer(x, initial_state=[h, c, h_back, c_back])"
                ),
            ),
        ),
        examples=(
            "ValueError: Layer lstm_2 expects 2 states, but it received 1 initial states.",
            "ValueError: Layer has 1 states but was passed 2 initial states.",
        ),
    ),
    Rule(
        (
            rf"'initial_state' was passed that is not compatible with 'cell\.state_size'(?:.{{0,200}}?InputSpec\(shape="
            rf"\(None, {number('given')}\).{{0,300}}'cell\.state_size' is \[{number('wanted')})?",
        ),
        (
            Case(
                N_(
                    "The states have {given} numbers each, and the layer has {wanted} units. Twice as many come from a "
                    "bidirectional encoder whose forward and backward states were put side by side."
                ),
                N_("Give the decoder as many units as the states have, or make the states smaller with a Dense layer."),
                "LSTM({given}, return_sequences=True)\nDense({wanted})(h)",
                when=lambda m: bool(m.given) and m.given == 2 * m.wanted,
            ),
            Case(
                N_("The states given as initial_state differ from the layer's own in number or size."),
                N_(
                    "Give as many arrays as the layer has states, each of shape (batch, units): an LSTM has two, h "
                    "and c, a GRU one. Encoder and decoder need the same units."
                ),
                "layer(x, initial_state=[h, c])  # LSTM\nlayer(x, initial_state=h)  # GRU",
            ),
        ),
        examples=(
            "ValueError: An `initial_state` was passed that is not compatible with `cell.state_size`. Received "
            "`state_spec`=ListWrapper([InputSpec(shape=(None, 64), ndim=2)]); however `cell.state_size` is [128, 128]",
            "ValueError: An `initial_state` was passed that is not compatible with `cell.state_size`. Received "
            "`state_spec`=ListWrapper([InputSpec(shape=(None, 512), ndim=2), InputSpec(shape=(None, 512), ndim=2)]); "
            "however `cell.state_size` is [256, 256]",
        ),
    ),
    Rule(
        (
            r"list index out of "
            r"range[\s\S]{0,400}?initial_state=(?P<several>\[[^\[\]]{0,200}shape=[^\[\]]{0,200}shape=)",
        ),
        (
            Case(
                N_(
                    "initial_state holds fewer arrays than the layer has states. A Bidirectional has the states of "
                    "both "
                    "layers: h and c of the forward LSTM, then h and c of the backward one; of a GRU, one for each."
                ),
                N_("Give one array of shape (batch, units) for each state, the forward ones first."),
                "layer(x, initial_state=[h, c, h_back, c_back])",
            ),
        ),
    ),
    Rule(
        (r"list index out of range[\s\S]{0,400}?initial_state=(?:[\[(]|'?tf\.Tensor|<?KerasTensor)",),
        (
            Case(
                N_(
                    "initial_state holds fewer arrays than the layer has states. An LSTM has two, h and c; a GRU "
                    "and a SimpleRNN have one; a Bidirectional has those of both layers, the forward ones first."
                ),
                N_("Give one array of shape (batch, units) for each state."),
                "layer(x, initial_state=[h, c])  # LSTM\n"
                "layer(x, initial_state=[h, c, h_back, c_back])  # Bidirectional(LSTM(units))",
            ),
        ),
    ),
)

ONE_OUTPUT = "output, *states = layer(x)  # return_state=True"
TWO_OUTPUTS = (
    "forward_output, backward_output, *states = layer(x)  # merge_mode=None",
    'Bidirectional(LSTM(units), merge_mode="concat")',
)


def _ways_to_one_tensor(m: Facts) -> str:
    """The number of tensors tells the case: one output with 1, 2 or 4 states, or two outputs with 0, 2 or 4."""
    return "\n".join({2: (ONE_OUTPUT, *TWO_OUTPUTS), 4: TWO_OUTPUTS, 6: TWO_OUTPUTS}.get(m.count, (ONE_OUTPUT,)))


LISTS = Case(
    N_("Keras was given Python lists. It reads one array, and takes a list to mean several inputs."),
    N_("Make one array of them. All must be equally long; if they are not, pad them first."),
    'x = np.array(x, dtype="float32")\ny = np.array(y)',
)
TENSORS = (
    Rule(
        (
            r"(?:Sequential model )?should have a single output|For multi-output layers, use the functional API",
            r"'(?:list|tuple)' object has no attribute '_keras_\w{1,20}'",
        ),
        (
            Case(
                N_(
                    "A layer returns several tensors, and the next one takes a single tensor. With return_state=True "
                    "a layer returns its states with its output, which a Sequential model cannot pass on."
                ),
                N_(
                    "Leave return_state out, or build the model with the functional API: separate the output "
                    "from the states, and call the next layer on the output."
                ),
                f"LSTM(units)\n{ONE_OUTPUT}",
            ),
        ),
        examples=(
            "TypeError: All layers in a Sequential model should have a single output tensor. For multi-output layers, "
            "use the functional API.",
            "AttributeError: 'list' object has no attribute '_keras_mask'",
            "should have a single output tensor. For multi-output layers, use the functional API.",
        ),
    ),
    Rule(
        (r"Forward layer and backward layer should have different 'go_backwards'",),
        (
            Case(
                N_(
                    "A Bidirectional makes its backward layer itself, as a copy with go_backwards=True. If the "
                    "layer already reads backwards, no layer is left that reads forwards."
                ),
                N_("Leave go_backwards out of the layer that is wrapped."),
                "Bidirectional(LSTM(units))",
            ),
        ),
    ),
    Rule(
        (r"unsupported operand type\(s\) for \*: 'generator' and 'int'",),
        (
            Case(
                N_(
                    "Keras 3.15 has a bug here: it cannot make the masks of the states that a stateful "
                    "Bidirectional with return_state=True returns. Your call is correct."
                ),
                N_("Leave stateful out, and pass the states from call to call yourself."),
                "output, *states = layer(x)\n"
                "forward_output, backward_output, *states = layer(x)  # merge_mode=None\n"
                "layer(x, initial_state=states)",
            ),
        ),
    ),
    Rule(
        (
            rf"(?P<model>sequential|model|functional)\w{{0,10}}'? expects 1 inputs?(?:\(s\))?,? but it received "
            rf"{number('count')} input tensors",
            rf"(?P<model>)expects 1 inputs?(?:\(s\))?,? but it received {number('count')} input tensors",
            rf"expects 1 (?P<model>named) input\(s\) with keys .{{0,400}}?it received {number('count')} input tensors",
        ),
        (
            Case(LISTS.meaning, LISTS.cure, LISTS.code, when=lambda m: m.count > 6),
            Case(
                N_(
                    "The model has one input, and {count} arrays were given. Keras takes a list to mean several "
                    "inputs, also in validation_data=[x_val, y_val]."
                ),
                N_("Give one array, and write validation_data as a tuple, in round brackets."),
                "model.fit(x, y, validation_data=(x, y))",
                when=lambda m: m.model is not None,
            ),
            Case(
                N_(
                    "The next layer was given {count} tensors at once, but takes one. With return_state=True a "
                    "layer returns its states with its output, and Sequential cannot pass them on. With "
                    "merge_mode=None a Bidirectional returns two outputs."
                ),
                N_(
                    "Call the next layer on the one tensor that it should read; inside a model, use the functional "
                    "API. Another merge_mode makes one output of the two."
                ),
                _ways_to_one_tensor,
            ),
        ),
        examples=(
            'ValueError: Layer "dense_3" expects 1 input(s), but it received 3 input tensors. Inputs received: [...]',
            "ValueError: Layer sequential expects 1 input(s), but it received 2 input tensors. Inputs received: "
            "[<tf.Tensor 'IteratorGetNext:0' shape=(None, 30, 49) dtype=float32>, <tf.Tensor 'ExpandDims:0' "
            "shape=(None, 1) dtype=float32>]",
            'ValueError: Layer "sequential_2" expects 1 input(s), but it received 250 input tensors.',
            "ValueError: Layer 'functional' expects 1 named input(s) with keys ['input_layer'], but it received 2 "
            "input tensors.",
        ),
    ),
    Rule(
        prepare=lambda values: values.update(given=values["given"] or 1),
        patterns=(
            rf"expects {number('count')} inputs?(?:\(s\))?,? but it received {number('given')} input tensors",
            rf"expects {number('count')} named input\(s\) with keys .{{0,400}}?it received {number('given')} input "
            r"tensors",
            rf"model expects {number('count')} (?:input|target) arrays, but only received one array(?P<given>)",
        ),
        cases=(
            Case(
                N_("The model or layer has {count} inputs, and this many were given: {given}."),
                N_("Give a list with one array for each input, in the order of the model's inputs."),
                "model.predict([first, second])",
            ),
        ),
        examples=(
            'ValueError: Layer "model_1" expects 2 input(s), but it received 1 input tensors.',
            "ValueError: The model expects 2 input arrays, but only received one array. Found: array "
            "with shape (100, 5)",
        ),
    ),
    Rule(
        (
            r"Iterating over a symbolic (?:KerasTensor|'?tf\.Tensor)|Cannot iterate over a scalar tensor",
            r"(?:KerasTensor|Tensor) objects are (?:only|not) iterable|'Tensor' object is not iterable",
            r"iterating over '?tf\.Tensor'? is not allowed",
            r"[Cc]annot unpack non-iterable KerasTensor",
        ),
        (
            Case(
                N_("A layer's output was unpacked as if it were several tensors: without return_state=True it is one."),
                N_("Let the layer return its states, or take its one output."),
                "output, h, c = LSTM(units, return_state=True)(x)\noutput = LSTM(units)(x)",
            ),
        ),
        examples=(
            "NotImplementedError: Iterating over a symbolic KerasTensor is not supported.",
            "TypeError: Tensor objects are only iterable when eager execution is enabled. To iterate over this tensor "
            "use tf.map_fn.",
            "OperatorNotAllowedInGraphError: Iterating over a symbolic `tf.Tensor` is not allowed",
            "TypeError: 'Tensor' object is not iterable.",
            "OperatorNotAllowedInGraphError: iterating over `tf.Tensor` is not allowed in Graph execution.",
        ),
    ),
    Rule(
        (
            r"A KerasTensor cannot be used as input to a TensorFlow function",
            r"to a TF API that does not allow registering|got <KerasTensor|build a '?TypeSpec'? for <?KerasTensor",
            r"has no attribute '(?:_inbound_nodes|_keras_history)'",
        ),
        (
            Case(
                N_(
                    "A function of TensorFlow was called on a KerasTensor, which stands for an array while a model is "
                    "built and holds no numbers."
                ),
                N_("Use the function of the same name in keras.ops, or put the call into a layer of your own."),
                "keras.ops.mean(x, axis=1)  # in place of tf.reduce_mean\nkeras.layers.Lambda(lambda x: "
                "tf.reduce_mean(x, axis=1))(x)",
            ),
        ),
        examples=(
            "ValueError: A KerasTensor cannot be used as input to a TensorFlow function.",
            "AttributeError: 'NoneType' object has no attribute '_inbound_nodes'",
            "TypeError: You are passing KerasTensor(...), an intermediate Keras symbolic input/output, to a TF API "
            "that does not allow registering custom dispatchers",
        ),
    ),
    Rule(
        # The fault stops in strided_slice, where it counts the samples.
        (r"Cannot convert a symbolic (?:tf\.)?Tensor (?:\([^)]{0,200}strided_slice[^)]{0,20}\) )?to a numpy array",),
        (
            Case(
                N_(
                    "TensorFlow 2.2 to 2.5 does not work with NumPy 1.20 or later: it stops in LSTM, GRU and other "
                    "layers. Nothing is wrong with your layer."
                ),
                N_("Install a newer TensorFlow. If it must be the old one, install a NumPy before 1.20 with it."),
                'pip install --upgrade tensorflow\npip install "numpy<1.20"',
            ),
        ),
        examples=(
            "NotImplementedError: Cannot convert a symbolic Tensor (bidirectional/forward_lstm/strided_slice:0) to a "
            "numpy array.",
            "NotImplementedError: Cannot convert a symbolic tf.Tensor (gru/strided_slice:0) to a numpy array. This "
            "error may indicate that you're trying to pass a Tensor to a NumPy call, which is not supported",
        ),
    ),
    Rule(
        (
            r"missing a required argument: 'sequences'",
            r"call\(\) missing 1 required positional argument: '(?:sequences?|inputs)'",
            r"call\(\) got an unexpected keyword argument 'inputs'",
        ),
        (
            Case(
                N_(
                    "A recurrent layer was called without its input. In Keras 3 the argument's name is sequences, "
                    "not inputs."
                ),
                N_("Pass the input without a name."),
                "LSTM(units)(x)",
            ),
        ),
        examples=(
            "TypeError: missing a required argument: 'sequences'",
            "TypeError: LSTM.call() missing 1 required positional argument: 'sequences'",
        ),
    ),
    Rule(
        (r"missing 1 required positional argument: '(?:units|output_dim)'",),
        (
            Case(
                N_("units is the size of the layer's state, a whole number from 1 up."),
                N_("Choose how many numbers the layer remembers. units does not depend on the number of timesteps."),
                "LSTM(20)",
            ),
        ),
        examples=("TypeError: LSTM.__init__() missing 1 required positional argument: 'units'",),
    ),
    Rule(
        (r"invalid value for argument 'units'",),
        (
            Case(
                N_("units is the size of the layer's state, a whole number from 1 up."),
                N_("Choose how many numbers the layer remembers. units does not depend on the number of timesteps."),
                "LSTM(20)",
            ),
        ),
    ),
    Rule(
        (r"The layer '?sequential\w{0,9}'? has never been called and thus has no defined (?:input|output)",),
        (
            Case(
                N_(
                    "A Sequential model has no input and no output of its own before it is called on an Input, though "
                    "it begins with one and has been trained."
                ),
                N_(
                    "Take the first of its inputs and of its outputs. If it does not begin with an Input, add one "
                    "first."
                ),
                "keras.Model(model.inputs[0], model.layers[0].output)\nkeras.Model(model.inputs[0], model.outputs[0])",
            ),
        ),
        examples=("AttributeError: The layer sequential_4 has never been called and thus has no defined input.",),
    ),
    Rule(
        (
            r"has never been called and thus has no defined (?:input|output)",
            r"the layer isn't built|(?<!metric )has not yet been built|hasn't been built|has not been built yet",
            r"The layer has never been called|has no inbound nodes",
            r"first layer in a Sequential model must get an 'input_shape'",
            r"Weights for model '?\w{1,60}'? have not yet been created|has no defined (?:in|out)puts?(?: shape)? yet",
            r"Unable to automatically build the model|looks like it has unbuilt state",
            r"'(?:LSTM|GRU|SimpleRNN)Cell' object has no attribute '(?:recurrent_)?kernel'",
        ),
        (
            Case(
                N_(
                    "The model does not know the shape of its input yet, so its layers have no weights and no input "
                    "or output."
                ),
                N_("Begin the model with an Input, whose shape is (timesteps, features), or call the model once."),
                "model = keras.Sequential([keras.Input((timesteps, features)), LSTM(units), Dense(1)])\nmodel(x[:1])",
            ),
        ),
        examples=(
            "AttributeError: The layer lstm_4 has never been called and thus has no defined output.",
            "ValueError: This model has not yet been built. Build the model first by calling `build()` or by calling "
            "the model on a batch of data.",
            "ValueError: The first layer in a Sequential model must get an `input_shape` or `batch_input_shape` "
            "argument.",
            "ValueError: Sequential model 'sequential' has no defined input shape yet.",
            "Exception encountered when calling LSTM.call().\n\n'LSTMCell' object has no attribute 'recurrent_kernel'",
        ),
    ),
    Rule(
        (
            rf"'?set_weights\(weights\)'? on layer '[^']{{0,80}}' with a weight list of length {number('given')}, "
            rf"but the layer was expecting (?P<count>0) weights",
        ),
        (
            Case(
                N_(
                    "The layer has no weights yet, because it has not been built: it does not know the shape of its "
                    "input."
                ),
                N_("Put an Input before it, or call it once, then set the weights."),
                "layer.build((None, timesteps, features))\nmodel = keras.Sequential([keras.Input((timesteps, "
                "features)), layer])",
            ),
        ),
        examples=(
            'ValueError: You called `set_weights(weights)` on layer "lstm" with a  weight list of length 3, but the '
            "layer was expecting 0 weights.",
        ),
    ),
    Rule(
        (rf"with a weight list of length {number('given')}, but the layer was expecting {number('count')} weights",),
        (
            Case(
                N_("This many arrays were given as weights: {given}. The layer has {count}."),
                N_(
                    "An LSTM has three: kernel, recurrent_kernel, bias. Without use_bias it has two, and a "
                    "Bidirectional has those of both layers."
                ),
                "print([w.shape for w in layer.get_weights()])",
            ),
        ),
        examples=(
            'You called `set_weights(weights)` on layer "lstm_1" with a weight list of length 2, but the layer was '
            "expecting 3 weights.",
        ),
    ),
    Rule(
        (
            r"Shapes used to initialize variables must be fully-defined",
            r"The (?:last|channel) dimension of the inputs (?:to (?:a Dense layer|'Dense') )?should be defined\. "
            r"Found '?None",
            r"The channel dimension of the inputs should be defined",
            r"you should define explicitly the number of timesteps|requires to know the length of its input",
            r"shape of the input to '?Flatten'? is not fully defined|has undefined '?axis'? dimension",
            r"Axis -?\d of input tensor should have a defined dimension",
        ),
        (
            Case(
                N_(
                    "A layer with weights needs a fixed number of features, but here it is open. After a Flatten it is "
                    "timesteps × features, and the Input leaves the timesteps open."
                ),
                N_("Fix the number of timesteps in the Input, or let the recurrent layer return only its last step."),
                "keras.Input((timesteps, features))\nLSTM(units)  # return_sequences=False, and no Flatten",
            ),
        ),
        examples=(
            "ValueError: The last dimension of the inputs to a Dense layer should be defined. Found None. Full input "
            "shape received: (None, None)",
            'ValueError: The shape of the input to "Flatten" is not fully defined (got (None, 64)).',
            "ValueError: The last dimension of the inputs to `Dense` should be defined. Found `None`.",
        ),
    ),
    Rule(
        (
            r"(?:added layer must be an instance of class|Only instances of '?keras\.) ?Layer",
            r"was called with an input that isn't a symbolic tensor|Not a Keras tensor:",
            r"'(?:Sequential|Model|Functional)' object is not callable|has no attribute 'output_masks'",
            r"'tuple' object has no attribute 'layer'|'_TensorLike'",
            r"found return value of type <class '[\w.]{1,60}KerasTensor'",
            r"'KerasTensor' object has no attribute '(?:node|_inferred_value)'",
            r"Output tensors (?:to|of) a (?:Functional )?(?:M|m)odel must be the output of a (?:Keras|TensorFlow) "
            r"?'?Layer",
        ),
        (
            Case(
                N_(
                    "A layer or a tensor comes from another library than the model: keras and tensorflow.keras are "
                    "mixed, or a function was used where a layer is needed."
                ),
                N_("Import everything from the same package, and use layers in place of functions."),
                "import keras\nfrom keras.layers import LSTM, Dense",
            ),
        ),
        examples=(
            "TypeError: The added layer must be an instance of class Layer. Found: <keras.layers.recurrent.LSTM "
            "object at 0x7f>",
            "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: <LSTM> (of type "
            "<class 'x'>)",
            "AttributeError: 'tuple' object has no attribute 'layer'",
            "AttributeError: 'KerasTensor' object has no attribute 'node'",
            "TypeError: To be compatible with tf.eager.defun, Python functions must return zero or more Tensors; found "
            "return value of type <class 'keras.engine.keras_tensor.KerasTensor'>, which is not a Tensor.",
            "TypeError: 'Sequential' object is not callable",
            "ValueError: Layer lstm_1 was called with an input that isn't a symbolic tensor. Received type: <class "
            "'tensorflow.python.ops.variables.Variable'>",
        ),
    ),
    Rule(
        (
            r"[Mm]ust (?:call 'compile\(\)'|compile your model) before",
            r"You must call 'compile\(\)'|[Nn]o loss to (?:optimize|compute)|needs to be compiled before",
        ),
        (
            Case(
                N_("The model has no loss and no optimizer yet."),
                N_("Compile it before fit or evaluate."),
                'model.compile(optimizer="adam", loss="mse")',
            ),
        ),
        examples=(
            "RuntimeError: You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.",
            "ValueError: You must call `compile()` before using the model.",
            "RuntimeError: The model needs to be compiled before being used.",
            "ValueError: The model cannot be compiled because it has no loss to optimize.",
        ),
    ),
    Rule(
        (r"Masking is not supported for CuDNN RNNs|[Ll]ayer '?cu_dnn\w{1,20}'? does not support masking",),
        (
            Case(
                N_(
                    "CuDNNLSTM and CuDNNGRU cannot read the mask that an Embedding with mask_zero or a Masking layer "
                    "makes."
                ),
                N_(
                    "Use LSTM or GRU, which read a mask, and use cuDNN automatically where they can; or leave "
                    "the mask out."
                ),
                "LSTM(units)\nEmbedding(words, features)  # without mask_zero",
            ),
        ),
        examples=(
            "ValueError: Masking is not supported for CuDNN RNNs.",
            "TypeError: Layer cu_dnnlstm_1 does not support masking, but was passed an input_mask: Tensor(...)",
        ),
    ),
    Rule(
        (r"RNN mask that does not correspond to right-padded sequences",),
        (
            Case(
                N_(
                    "On a GPU the fast cuDNN layer reads only masks of sequences that are padded at the end; these are "
                    "padded in front."
                ),
                N_("Pad at the end, or let the layer do without cuDNN."),
                'keras.utils.pad_sequences(sequences, padding="post", dtype="float32")\nLSTM(units, use_cudnn=False)',
            ),
        ),
        examples=(
            "ValueError: You are passing a RNN mask that does not correspond to right-padded sequences, while using "
            "cuDNN",
        ),
    ),
    Rule(
        (
            r"Fail to find the dnn implementation|Could not create cudnn "
            r"handle|CUDNN_STATUS_\w{1,40}|ThenRnn(?:For|Back)ward|No algorithm worked|Blas \w{0,10} ?launch failed|"
            r"create cublas handle|Failed to get convolution algorithm|CUDA_ERROR_\w{1,40}|invalid configuration "
            r"argument",
        ),
        (
            Case(
                N_(
                    "The GPU's library cuDNN could not be started: often its memory is full, or its version does not "
                    "fit."
                ),
                N_("Let TensorFlow take the GPU's memory as needed, before anything else runs; or do without cuDNN."),
                'gpus = tf.config.list_physical_devices("GPU")\n'
                "tf.config.experimental.set_memory_growth(gpus[0], True)\n"
                "LSTM(units, use_cudnn=False)",
            ),
        ),
        examples=(
            "UnknownError: Fail to find the dnn implementation. [Op:CudnnRNN]",
            "NotFoundError: No algorithm worked!",
            "InternalError: Blas GEMM launch failed : a.shape=(32, 10), b.shape=(10, 400)",
        ),
    ),
    Rule(
        (
            r"OOM when allocating tensor|RESOURCE_EXHAUSTED",
            r"[Ff]ailed to allocate memory|out of memory|Dst tensor is not initialized",
        ),
        (
            Case(
                N_("The memory is full: the arrays of one batch do not fit."),
                N_("Use smaller batches first, then shorter sequences or fewer units."),
                "model.fit(x, y, batch_size=16)",
            ),
        ),
        examples=(
            "ResourceExhaustedError: OOM when allocating tensor with shape[5000,200,512] and type float",
            "InternalError: Failed copying input tensor from CPU:0 to GPU:0: Dst tensor is not initialized.",
            "XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory allocating 5368709120 bytes.",
        ),
    ),
)


def _backend_lines(m: Facts) -> str:
    other = "torch" if m.backend == "jax" else "jax"
    return f'pip install {m.backend}\nos.environ["KERAS_BACKEND"] = "{other}"'


def _reshape_lines(m: Facts) -> str:
    """Lines that keep the sizes after the first and as many numbers as fill them; numpy leaves out a leading -1."""
    lines = []
    *_, last = [(), m.given_rest, *([m.given] if m.given_axes < 3 else [])]
    for sizes in dict.fromkeys((m.given_rest, last)):
        step = prod(sizes) if sizes and None not in sizes else 0
        if 0 < step <= m.count:
            whole = m.count // step
            lines.append(
                f"x.ravel()[:{whole * step}].reshape(-1, {', '.join(map(str, sizes))})  # {shape_text((whole, *sizes))}"
            )
    return "\n".join(lines) or "print(x.shape)"


def _is_table_for_windows(m: Facts) -> bool:
    """Whether the array has about a row for each sample, so that one wants windows that overlap."""
    if m.given_axes != 3 or None in m.given or 0 in m.given or m.given[1] < 2 or m.count % m.given[2]:
        return False
    samples, steps, features = m.given
    return m.count // features - samples in (0, steps - 1, steps, steps + 1)


def _reshape_open(m: Facts) -> str:
    step = prod(size or 1 for size in m.given)
    sizes = ", ".join("-1" if size is None else str(size) for size in m.given)
    return f"x.ravel()[:{m.count // step * step}].reshape({sizes})" if 0 < step <= m.count else "print(x.shape)"


RAGGED = Case(
    N_(
        "The sequences are not equally long. An array is rectangular: every sample has the same number of timesteps, "
        "and every timestep the same number of features."
    ),
    N_(
        "Pad the shorter ones to one length and mask the padding: with mask_zero=True in an Embedding, or a Masking "
        "layer before the recurrent one."
    ),
    'keras.utils.pad_sequences(sequences, padding="pre", dtype="float32")',
)
ARRAYS = (
    Rule(
        (
            r"inhomogeneous shape|non-rectangular|setting an array element with a sequence",
            r"Unsupported object type '?(?:list|numpy\.ndarray|tuple|Tensor)",
            r"(?:float|int)\(\) argument must be a string(?:, a bytes-like object)? or a (?:real )?number, not "
            r"'(?:list|tuple)'",
            r"'list' object cannot be interpreted as (?:a real number|an integer)",
            r"inner ragged dimension|RaggedTensor",
        ),
        (RAGGED,),
        examples=(
            "ValueError: setting an array element with a sequence.",
            "VisibleDeprecationWarning: ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object "
            "type list).",
            "ValueError: Can't convert non-rectangular Python sequence to Tensor.",
            "ValueError: Exception encountered when calling GRU.call().\n\nCannot index into an inner ragged "
            "dimension.",
            "ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type numpy.ndarray).",
        ),
    ),
    Rule(
        (
            r"(?:float|int)\(\) argument must be a string(?:, a bytes-like object)? or a (?:real )?number, not "
            r"'(?:Timestamp|datetime|date|NaTType|Timedelta)",
            r"not supported between instances of '(?:str' and '(?:int|float)|(?:int|float)' and "
            r"'str)'|datetime64\W{1,12}.{0,40}promot",
            r"could not convert string to float|Unsupported object type (?:str|Timestamp)|invalid literal for int\(\)",
            r"unsupported operand type\(s\) for \S{1,3}: (?:'str' and '(?:int|float|str)|'(?:int|float)' and 'str)'",
            r"Cast string to \w{1,10} is not supported|sequence with mixed types|Invalid dtype: (?:str|<U|datetime64)",
            r"Cannot perform reduction '\w{1,20}' with string dtype",
            r"ufunc '\w{1,20}' did not contain a loop",
        ),
        (
            Case(
                N_(
                    "The data holds text where numbers are needed: a header, a date, a category, or a number with "
                    "marks."
                ),
                N_(
                    "Keep the columns of numbers only. Words become ids first; a decimal comma or a thousands mark is "
                    "set when the file is read."
                ),
                'x = table.select_dtypes("number").to_numpy("float32")\nclasses, y = np.unique(y, return_inverse=True)',
            ),
        ),
        examples=(
            "ValueError: could not convert string to float: '2015-01-01'",
            "TypeError: float() argument must be a string or a number, not 'Timestamp'",
            "TypeError: '<' not supported between instances of 'str' and 'float'",
            "ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type str).",
            "UnimplementedError: Cast string to float is not supported",
            "ValueError: Can't convert Python sequence with mixed types to Tensor.",
        ),
    ),
    Rule(
        (
            r"Unsupported object type|Failed to convert a NumPy array to|Invalid dtype: object",
            r"numpy\.object_|dtype\('O'\)|ufunc '\w{1,20}' not supported for the input types",
            r"can't convert np\.ndarray of type numpy\.object",
        ),
        (
            Case(
                N_(
                    "The array holds Python objects (dtype=object), not numbers of one type. Rows of unequal length, "
                    "missing values or text in a table make such an array."
                ),
                N_(
                    "If all rows are equally long, turn the array into numbers. If the sequences are not equally "
                    "long, pad them instead."
                ),
                'x = x.astype("float32")\nkeras.utils.pad_sequences(sequences, padding="pre", dtype="float32")',
            ),
        ),
        examples=(
            "ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type int).",
            "ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type float).",
            "ValueError: Invalid dtype: object",
            "TypeError: ufunc 'isnan' not supported for the input types, and the inputs could not be safely coerced",
        ),
    ),
    Rule(
        (
            r"Only input tensors may be passed as positional arguments.{0,80}?keyword argument: (?:-?\d{1,12}\.|\[)",
            r"Unrecognized data type: x=\[|provide as model inputs either a single array or a list of arrays",
            r"the list of Numpy arrays that you are passing to your model is not the size the model expected",
            r"Failed to find data adapter that can handle input(?!.{0,200}(?:NoneType|Generator|Sequence'))",
        ),
        (LISTS,),
        examples=(
            "ValueError: Error when checking model input: the list of Numpy arrays that you are passing to your "
            "model is not "
            "the size the model expected. Expected to see 1 arrays but instead got the following list of 250 arrays",
            "ValueError: Failed to find data adapter that can handle input: (<class 'list'> containing values of types "
            "{\"<class 'int'>\"}), <class 'numpy.ndarray'>",
        ),
    ),
    Rule(
        (
            rf"\bsize {number('count')} into shape {shape('given')}",
            r"total size of new array must be unchanged(?P<given>)(?P<count>)",
            r"cannot reshape input of shape \(.{1,40}\) to shape \((?P<given>)(?P<count>)",
        ),
        cases=(
            Case(
                N_("The new shape does not hold as many numbers as the array. reshape keeps every number."),
                N_("Multiply the sizes of the new shape: the product must be the size of the array. One may be −1."),
                "print(x.shape, x.size)\nx.reshape(-1, timesteps, features)",
                when=lambda m: m.given is None,
            ),
            Case(
                N_(
                    "Numbers in the array: {count}. The open axis of the shape {given} cannot be a whole number with "
                    "these."
                ),
                N_("Cut the series to a whole number of samples first, or choose other sizes."),
                _reshape_open,
                when=lambda m: None in m.given,
            ),
            Case(
                N_(
                    "Numbers in the array: {count}. One sample of the shape {given} does not hold as many: "
                    "timesteps × features."
                ),
                N_(
                    "Take as many of the last numbers of the series as one sample has. The whole series must be longer."
                ),
                lambda m: f"x = series[-{prod(m.given)}:].reshape{shape_text(m.given)}",
                when=lambda m: m.given_axes == 3 and m.given[0] == 1,
            ),
            Case(
                N_(
                    "Numbers in the array: {count}, one for each of the {count} samples of the shape {given}; with "
                    "more than one number for each sample there are not enough. reshape does not make windows, which "
                    "share numbers."
                ),
                N_("Cut the series into windows, or give each sample one timestep of one feature."),
                lambda m: (
                    f"np.lib.stride_tricks.sliding_window_view(x, {m.given[1]})[..., np.newaxis]\nx.reshape(-1, 1, 1)"
                ),
                when=lambda m: (
                    m.given_axes == 3 and m.given[0] == m.count and m.given_last == 1 and m.given[1] <= m.count
                ),
            ),
            Case(
                N_(
                    "Numbers in the array: {count}, too few for {given[0]} samples of {given[1]} timesteps "
                    "and {given[2]} features: it is a table with a row for each step. reshape does not make "
                    "windows, which overlap and share their rows."
                ),
                N_("Cut the table into windows of {given[1]} rows, one after another."),
                "look_back = {given[1]}\nx = np.stack([x[i : i + look_back] for i in range(len(x) - look_back)])",
                when=_is_table_for_windows,
            ),
            Case(
                N_(
                    "Numbers in the array: {count}. reshape keeps every number, so the product of the sizes {given} "
                    "must be {count}, or divide it if a leading −1 is not shown."
                ),
                N_("Cut the series to a whole number of samples first, or choose other sizes."),
                _reshape_lines,
            ),
        ),
        examples=(
            "ValueError: cannot reshape array of size 1000 into shape (50,newaxis,3)",
            "ValueError: cannot reshape array of size 784 into shape (28,28,3)",
            "ValueError: cannot reshape array of size 59 into shape (1,60,1)",
            "ValueError: total size of new array must be unchanged",
            "`cannot reshape array of size 446208 into shape (3984,90,112)`",
            "ValueError: cannot reshape array of size 5060 into shape (951,60,5)",
            "ValueError: GpuReshape: cannot reshape input of shape (640, 512) to shape (21, 30, 512).",
        ),
    ),
    Rule(
        (rf"(?:^|\] )\W{{0,9}}= {number('given')} is not in \[0, {number('count')}\)",),
        (
            Case(
                N_(
                    "The Embedding has input_dim={count}, so it knows the ids 0 to {count_less}, but the input has "
                    "id {given}."
                ),
                N_("An id cannot be negative: number the words from 1, and leave 0 for the padding."),
                "print(x.min(), x.max())",
                when=lambda m: m.given < 0,
            ),
            Case(
                N_(
                    "The Embedding has input_dim={count}, so it knows the ids 0 to {count_less}, but the input has "
                    "id {given}."
                ),
                N_("input_dim is the largest id plus 1: id 0, the padding, counts too."),
                "keras.layers.Embedding(int(x.max()) + 1, features, mask_zero=True)",
            ),
        ),
        examples=(
            "InvalidArgumentError: indices[3,99] = 20001 is not in [0, 20000)\n\t [[node sequential/embedding/"
            "embedding_lookup]]",
        ),
    ),
    Rule(
        (r"slice index (?:0|-1) of dimension [01] out of bounds",),
        (
            Case(
                N_("The sequences have no timesteps: the array's second axis has size 0."),
                N_("Check the shape. A look_back longer than the series leaves no window."),
                "print(x.shape)",
            ),
        ),
    ),
    Rule(
        (
            r"Biases must be 1D: \[0,",
            r"Found array with 0 sample|Expect x to be a non-empty array|'logs' (?:referenced before|where it is not)",
            r"Unexpected result of '\w{1,20}_function' \(Empty (?:Logs|batch_outputs)\)",
            r"Asked to retrieve element 0, but the Sequence "
            r"has length 0",
        ),
        (
            Case(
                N_("There are no samples: the array's first axis has size 0."),
                N_("Check the shape. A look_back longer than the series leaves no window."),
                "print(x.shape)",
            ),
        ),
        examples=(
            "ValueError: Expect x to be a non-empty array or dataset.",
            "ValueError: Unexpected result of `train_function` (Empty Logs). Please use `Model.compile(..., "
            "run_eagerly=True)`",
            "UnboundLocalError: local variable 'logs' referenced before assignment",
            "UnboundLocalError: cannot access local variable 'logs' where it is not associated with a value",
            "ValueError: Unexpected result of `predict_function` (Empty batch_outputs). Please use "
            "`Model.compile(..., run_eagerly=True)`",
        ),
    ),
    Rule(
        (
            r"Found array with dim 3\. (?:\w{1,40} |Estimator )?expected <= 2",
            r"dim 3.{0,20}(?:expected <= 2|dim <= 2 is required by)",
        ),
        (
            Case(
                N_("A scaler of scikit-learn reads tables with two axes, (rows, columns), but was given three."),
                N_("Scale before the windows are cut; or make a table of the windows and shape them back."),
                "x = scaler.fit_transform(x.reshape(-1, x.shape[-1])).reshape(x.shape)",
            ),
        ),
        examples=(
            "ValueError: Found array with dim 3. MinMaxScaler expected <= 2.",
            "ValueError: Found array with dim 3, while dim <= 2 is required by MinMaxScaler.",
        ),
    ),
    Rule(
        (r"Expected 2D array, got (?:1D|scalar) array instead",),
        (
            Case(
                N_("A scaler of scikit-learn reads tables with two axes, (rows, columns), but was given one."),
                N_("A series is a table with one column."),
                "x = x.reshape(-1, 1)",
            ),
        ),
        examples=("ValueError: Expected 2D array, got 1D array instead:\narray=[1. 2. 3.].\nReshape your data",),
    ),
    Rule(
        (
            rf"{shape('given')} doesn't match the broadcast shape {shape('wanted')}",
            rf"operands could not be broadcast together with shapes {shape('given')} "
            rf"(?=\(\d{{1,12}},\)){shape('wanted')} \(",
            r"X has (?P<given_last>\d{1,9}) features, but \w{1,30} is expecting (?P<wanted_last>\d{1,9}) "
            r"features",
        ),
        (
            Case(
                N_(
                    "The scaler was fitted on {wanted_last} columns, but was given {given_last}: it can only "
                    "transform a whole table, or transform it back."
                ),
                N_(
                    "Give it the columns that it was fitted on. For the targets alone, fit a scaler of their "
                    "own, and transform the forecasts back with that one."
                ),
                "y_scaler = MinMaxScaler().fit(y_train)  # (samples, 1)\ny_scaler.inverse_transform(forecast)",
            ),
        ),
        examples=(
            "ValueError: non-broadcastable output operand with shape (100,1) doesn't match the broadcast shape (100,5)",
        ),
    ),
)


def _input_code(m: Facts) -> str:
    """The Input for an argument of an older layer, with the sizes that the message holds."""
    sizes = tuple(m.given) if isinstance(m.given, tuple) else (m.given,)
    if m.name == "batch_input_shape":
        return f"keras.Input(batch_shape={shape_text(sizes) if m.given else '(batch_size, timesteps, features)'})"
    if m.name == "batch_size":
        return f"keras.Input((timesteps, features), batch_size={m.given or 'batch_size'})"
    if m.name == "input_dim":
        return f"keras.Input(({'' if m.layer else 'timesteps, '}{m.given or 'features'},))"
    if m.name == "input_shape":
        return f"keras.Input({shape_text(sizes) if m.given else '(timesteps, features)'})"
    # An Embedding reads ids: its Input has no features.
    inside = f"({m.given or 'timesteps'},)" if m.layer else f"({m.given or 'timesteps'}, features)"
    return f"keras.Input({inside})"


INPUT_ARGUMENTS = ("batch_input_shape", "input_length", "batch_size", "input_dim", "input_shape")
INPUTS = Rule(
    (
        rf"Unrecognized keyword arguments passed to (?:(?P<layer>Embedding|Dense)|\w{{1,40}}): "
        rf"\{{[^}}]{{0,200}}?{word('name', INPUT_ARGUMENTS)}: (?:{shape('given')}|(?P<size>\d{{1,12}}))?",
        rf"(?P<layer>)(?P<given>)(?P<size>)[Kk]eyword argument not understood: (?P<name>{'|'.join(INPUT_ARGUMENTS)})\b",
        rf"(?P<layer>)(?P<given>)(?P<size>)(?:unexpected keyword argument|[Kk]eyword argument not understood:',) "
        rf"{word('name', INPUT_ARGUMENTS)}",
    ),
    prepare=lambda values: values.update(given=values["given"] or values["size"]),
    cases=(
        Case(
            N_("{name} is an argument of layers in Keras 2. In Keras 3 a layer does not take it."),
            N_("Give the shape in an Input before the layer."),
            _input_code,
        ),
    ),
    examples=(
        "ValueError: Unrecognized keyword arguments passed to LSTM: {'batch_size': 1}",
        "ValueError: Unrecognized keyword arguments passed to Embedding: {'input_length': 100}",
        "TypeError: ('Keyword argument not understood:', 'input_length')",
        "AssertionError: Keyword argument not understood: batch_input_shape",
        "TypeError: LSTM.__init__() got an unexpected keyword argument 'batch_input_shape'",
    ),
)
VERSIONS = Case(
    N_(
        "The installed versions of Keras and TensorFlow, or of a library that they need, are not compatible with "
        "each other."
    ),
    N_("Install versions that belong together, best in a new environment; TensorFlow brings its Keras with it."),
    "pip install --upgrade tensorflow keras",
)
FILES = (
    Rule(
        (
            r"Could not (?:deserialize|locate function|interpret) "
            r"[^.']{0,80}'(?:keras\.metrics\.)?(?:mse|mae|MeanSquaredError|mean_\w{1,30})'",
            r"Could not deserialize 'keras\.metrics\.",
        ),
        (
            Case(
                N_(
                    "The .h5 file names a loss or a metric in a short form, such as mse, that Keras 3 cannot find "
                    "again."
                ),
                N_("Load the model with compile=False, and compile it again. Then save it as .keras."),
                'model = keras.models.load_model(path, compile=False)\nmodel.compile(optimizer="adam", loss="mse")\n'
                'model.save("model.keras")',
            ),
        ),
        examples=(
            "TypeError: Could not deserialize 'keras.metrics.mse' because it is not a KerasSaveable subclass",
            "TypeError: Could not locate function 'mse'. Make sure custom classes are decorated with "
            "`@keras.saving.register_keras_serializable()`.",
        ),
    ),
    Rule(
        (r"xpected float32, (?:but )?got \{'type': 'ndarray'|could not be deserialized properly",),
        (
            Case(
                N_(
                    "Keras cannot make the model of this file again: another version saved it, it has a layer of your "
                    "own, or an argument of a layer is an array."
                ),
                N_(
                    "Give your own classes to load_model. Otherwise build the model in code, and load its weights "
                    "alone; save them with the version that wrote the file."
                ),
                'keras.models.load_model(path, custom_objects={{"MyLayer": MyLayer}})\n'
                'model.save_weights("model.weights.h5")\nmodel.load_weights("model.weights.h5")',
            ),
        ),
        examples=(
            "TypeError: Expected float32, got {'type': 'ndarray', 'value': [[0.1, -0.2]]} of type 'dict' instead.",
            "TypeError: <class 'keras.src.models.sequential.Sequential'> could not be deserialized properly. Please "
            "ensure that components that are Python object instances (layers, models, etc.) returned by `get_config()`",
        ),
    ),
    Rule(
        (r"filename must end in '?\.weights\.h5|filepath provided must end in '?\.weights\.h5",),
        (
            Case(
                N_("In Keras 3 a file of weights has a name that ends in .weights.h5."),
                N_("Change the name."),
                'model.save_weights("model.weights.h5")\n'
                'keras.callbacks.ModelCheckpoint("best.weights.h5", save_weights_only=True)',
            ),
        ),
        examples=(
            "ValueError: The filename must end in `.weights.h5`. Received: filepath=w.h5",
            "ValueError: When using `save_weights_only=True` in `ModelCheckpoint`, the filepath provided must end in "
            "`.weights.h5` (Keras weights format). Received: filepath=a.hdf5",
        ),
    ),
    Rule(
        (
            r"filepath provided must end in '?\.keras|Invalid filepath extension for saving",
            r"'options' not supported (?:in|for) [^.]{0,40}Keras",
        ),
        (
            Case(
                N_(
                    "Keras 3 saves a whole model in a file whose name ends in .keras; weights alone end in .weights.h5."
                ),
                N_("Change the name."),
                'model.save("model.keras")\nkeras.callbacks.ModelCheckpoint("best.keras")\n'
                'keras.callbacks.ModelCheckpoint("best.weights.h5", save_weights_only=True)',
            ),
        ),
        examples=(
            "ValueError: The filepath provided must end in `.keras` (Keras model format). Received: filepath=best.hdf5",
            "ValueError: Invalid filepath extension for saving. Please add either a `.keras` extension",
        ),
    ),
    Rule(
        (
            r"SavedModel file does not exist at|File not found: filepath=|Unable to (?:synchronously )?open "
            r"(?:file|object)|File format not supported: "
            r"filepath=",
        ),
        (
            Case(
                N_(
                    "There is no model file at this path that Keras 3 can read: it reads .keras and .h5 "
                    "files, and the path begins at the folder where Python was started."
                ),
                N_("Check the path. A TensorFlow SavedModel folder is loaded as a layer, with TFSMLayer."),
                "print(os.path.exists(path), os.getcwd())\n"
                'keras.layers.TFSMLayer(path, call_endpoint="serving_default")',
            ),
        ),
        examples=(
            "ValueError: File not found: filepath=model.keras. Please ensure the file is an accessible `.keras` zip "
            "file.",
            "OSError: Unable to open file (unable to open file: name = 'model.h5', errno = 2)",
        ),
    ),
    Rule(
        (r"(?:Unknown layer: |Could not locate class )'?(?:Functional|Sequential|Model)\b",),
        (VERSIONS,),
        examples=("ValueError: Unknown layer: Functional", "TypeError: Could not locate class 'Functional'."),
    ),
    Rule(
        (r"because its parent module (?P<ours>keras|tensorflow|tf_keras)\b.{0,80} cannot be imported",),
        (
            Case(
                N_(
                    "The file names a module that this Keras does not have: another version saved it. A file "
                    "that names keras.src.models was saved by Keras 3."
                ),
                N_(
                    "Load it with the version that saved it: for a Keras 3 file, install Keras 3. Otherwise "
                    "build the model in code, and load only its weights."
                ),
                'pip install --upgrade tensorflow keras\nmodel.load_weights("model.weights.h5")',
            ),
        ),
        examples=(
            "TypeError: Could not deserialize class 'Functional' because its parent module keras.src.models.functional "
            "cannot be imported. Full object config: {'module': 'keras.src.models.functional'",
        ),
    ),
    Rule(
        (
            r"because its parent module .{1,80} cannot be imported",
            r"(?:Unknown|Invalid) (?:[Ll]ayer|loss function|metric function|initializer|object): '?\w",
            r"Could not locate (?:class|function) '|Unable to restore custom object",
        ),
        (
            Case(
                N_(
                    "The file names a layer, a loss or a function that was defined in the program that saved "
                    "it. Keras cannot create it by itself."
                ),
                N_("Give it by name when the model is loaded."),
                'keras.models.load_model(path, custom_objects={{"MyLayer": MyLayer}})',
            ),
        ),
        examples=(
            "ValueError: Unknown layer: Attention",
            "TypeError: Could not locate class 'MyLSTM'.",
            "TypeError: Could not deserialize class 'MyLSTM' because its parent module layers_of_mine cannot be "
            "imported.",
            "TypeError: Could not locate function 'rmse'. Make sure custom classes and functions are decorated",
        ),
    ),
)
LOADED = Case(
    N_(
        "The file's weights do not fit the model: it was built differently when they were saved, or they were "
        "saved by another version of Keras."
    ),
    N_(
        "Build the model with the same layers, sizes and order as when it was saved. Where only the version differs, "
        "load the whole model in the old version and save its weights as .weights.h5."
    ),
    "model.summary()\nprint([w.shape for w in model.get_weights()])",
)
# What shows that weights are read from a file.
READS_WEIGHTS = re.compile(r"load_weights|load_model|set_weights|hdf5")
OTHER_LAYERS = Rule(
    (
        rf"Model expected {number('count')} layers, found {number('given')} saved",
        rf"weight file containing {number('given')} layers into a model with {number('count')}",
    ),
    (
        Case(
            N_("The model has {count} layers with weights, the file {given}: it holds the weights of another model."),
            LOADED.cure,
            LOADED.code,
        ),
    ),
    examples=(
        "ValueError: You are trying to load a weight file containing 2 layers into a model with 3 layers.",
        "ValueError: Layer count mismatch when loading weights from file. Model expected 14 layers, found 22 saved "
        "layers.",
    ),
)
MODELS = (
    OTHER_LAYERS,
    Rule(
        (
            r"Graph disconnected: cannot obtain value for tensor",
            r"'?inputs'? not connected to '?outputs'?|is not connected to 'inputs'|has no path from|cannot be "
            r"computed from",
        ),
        (
            Case(
                N_(
                    "The output depends on an Input that is not among the inputs of the Model: often the "
                    "states of the encoder, or an Input that was created again under the same name."
                ),
                N_(
                    "Give every Input that the output depends on. A decoder that predicts alone gets its states by "
                    "Inputs."
                ),
                "keras.Model([encoder_input, decoder_input], output)\nkeras.Model([decoder_input, h_input, c_input], "
                "[output, h, c])",
            ),
        ),
        examples=(
            'ValueError: Graph disconnected: cannot obtain value for tensor Tensor("input_2:0", shape=(7, 1)) '
            'at layer "input_2". The following previous layers were accessed without issue: []',
            "ValueError: `inputs` not connected to `outputs`",
            "ValueError: Output with path `` is not connected to `inputs`",
        ),
    ),
    Rule(
        (
            rf"Dimension \d in both shapes must be equal, but are {number('given')} and {number('wanted')}\."
            r"[^']{0,200}'[^']{0,80}Assign",
            rf"Weight expects shape {shape('given')}\. Received saved weight with shape {shape('wanted')}",
            rf"has shape {shape('given')}, but the saved weight has shape {shape('wanted')}",
            rf"could not be loaded[\s\S]{{0,4000}}?variable\.shape={shape('given')}, Received: "
            rf"value\.shape={shape('wanted')}",
        ),
        (
            Case(
                N_(
                    "A weight of the model has the size {given}, but in the file it has the size {wanted}: "
                    "the numbers of units, features, words or classes are not those of the model that was "
                    "saved."
                ),
                N_(
                    "Build the model with the same numbers as in training. Save the vocabulary or the classes "
                    "with the model, and do not count them again."
                ),
                LOADED.code,
            ),
        ),
        examples=(
            "ValueError: Dimension 1 in both shapes must be equal, but are 128 and 256. Shapes are [1,128] and "
            "[1,256]. for 'Assign_3' (op: 'Assign') with input shapes: [1,128], [1,256].",
            "ValueError: Dimension 0 in both shapes must be equal, but are 40 and 41. Shapes are [40] and [41]. for "
            "'{{node Assign}}'",
            "ValueError: Shape mismatch in layer #2 (named dense) for weight dense/kernel. Weight expects shape (256, "
            "358). Received saved weight with shape (256, 359)",
            "ValueError: Layer #1 (named 'lstm_1'), weight <tf.Variable 'lstm_1/kernel:0'> has shape (5, 200), but the "
            "saved weight has shape (3, 200).",
            "ValueError: A total of 1 objects could not be loaded. Example error message for object <LSTMCell "
            "name=lstm_cell, built=True>:\n\nThe shape of the target variable and the shape of the target value in "
            "`variable.assign(value)` must match. variable.shape=(3, 80), Received: value.shape=(4, 80).",
        ),
    ),
    Rule(
        (
            r"objects could not be loaded|expected \d{1,6} variables, but received \d{1,6} variables",
            r"Layer count mismatch when loading weights|load a weight file containing \d{1,6} layers",
            r"Weight count mismatch for |the weights file lists \d{1,6} variables",
            r"Received incompatible tensor with shape",
            r"expects \d{1,4} weights, but the saved weights have \d{1,4} elements",
            r"Tensor's shape \(.{1,60}\) is not compatible with supplied shape",
            r"Shape mismatch in layer #\d|KeyError: '\w{1,60}/(?:kernel|recurrent_kernel|bias|embeddings):0'",
            r"Layer shape \([^)]{0,60}\) not compatible with weight shape|Assign requires shapes of both tensors to "
            r"match",
            r"Dimension \d in both shapes must be equal[^']{0,200}'[^']{0,80}Assign",
            r"Cannot assign (?:value )?to variable|The shape of the target variable and the shape of the target value",
        ),
        (LOADED,),
        examples=(
            "ValueError: A total of 1 objects could not be loaded. Example error message for object <LSTMCell "
            "name=lstm_cell, "
            "built=True>: Layer 'lstm_cell' expected 3 variables, but received 0 variables during loading.",
            "ValueError: Weight count mismatch for layer #0 (named lstm_1 in the current model, lstm_1 in the save "
            "file). Layer expects 3 weight(s). Received 12 saved weight(s)",
            "Exception: Layer shape (128, 4) not compatible with weight shape (128, 5).",
            "ValueError: Shape mismatch in layer #0 (named lstm)for weight lstm/kernel. Weight expects shape (3, 20).",
        ),
    ),
    Rule(
        (r"axes don't match array",),
        (
            replace(LOADED, when=lambda m: bool(READS_WEIGHTS.search(m.pasted))),
            Case(
                N_(
                    "transpose was given more or fewer axes than the array has. If weights are being loaded, "
                    "those in the file do not fit the model."
                ),
                N_(
                    "Look at the shape, and name each axis once. For weights, build the model as it was when it was "
                    "saved."
                ),
                "print(x.shape)\nx.transpose(0, 2, 1)",
            ),
        ),
        examples=(
            "ValueError: axes don't match array",
            'File "/usr/lib/python3/keras/engine/saving.py", line 1018, in load_weights_from_hdf5_group\n'
            "ValueError: axes don't match array",
        ),
    ),
    Rule(
        (r"Unrecognized keyword arguments: \['batch_shape'|deserializing class 'InputLayer'",),
        (
            Case(
                N_(
                    "The file was saved by Keras 3 and is read by an older Keras, which does not know "
                    "batch_shape in the InputLayer."
                ),
                N_("Load it with Keras 3, which comes with TensorFlow 2.16 and later."),
                "pip install --upgrade tensorflow keras",
            ),
        ),
        examples=(
            "TypeError: Error when deserializing class 'InputLayer' using "
            "config={'batch_shape': [None, 5, 3], 'name': 'x'}. "
            "Exception encountered: Unrecognized keyword arguments: ['batch_shape']",
        ),
    ),
    Rule(
        (
            rf"Could not interpret (?P<name>initializer) identifier: {number('count')}(?!\.\d)",
            r"Could not interpret (?P<name>initializer|regularizer) identifier: (?P<count>)[\d\[]",
            rf"Could not interpret (?P<name>activation)(?: function)? identifier: {number('count')}(?!\.\d)",
        ),
        (
            Case(
                N_(
                    "A number, {count}, was given by position where an initializer is expected. The third "
                    "argument of an Embedding is its initializer, not the length of the sequences."
                ),
                N_(
                    "Give all but the first two arguments by their names. Keras 3 has no input_length: the number of "
                    "timesteps belongs to the Input, or is left open."
                ),
                "keras.Input((timesteps,))\nkeras.layers.Embedding(words, features)",
                when=lambda m: m.count is not None and m.name == "initializer",
            ),
            Case(
                N_("An initializer was given as a number or an array."),
                N_("Give its name or an object; Constant holds a number or the matrix of an Embedding."),
                "keras.layers.Embedding(*matrix.shape, embeddings_initializer=keras.initializers.Constant(matrix))",
                when=lambda m: m.name == "initializer",
            ),
            Case(
                N_("A regularizer was given as a number."),
                N_("Give an object that holds the number."),
                "Dense(units, kernel_regularizer=keras.regularizers.L2(0.01))",
                when=lambda m: m.name == "regularizer",
            ),
            Case(
                N_(
                    "A number, {count}, was given by position where the activation is expected: the "
                    "activation is the second argument of a Dense or recurrent layer, after units."
                ),
                N_("Give only units by position, and all other arguments by name."),
                'Dense(units, activation="relu")\nLSTM(units, return_sequences=True)',
            ),
        ),
        examples=(
            "ValueError: Could not interpret initializer identifier: 5",
            "ValueError: Could not interpret initializer identifier: 0.01",
            "ValueError: Could not interpret initializer identifier: [[0.1 0.2]]",
            "ValueError: Could not interpret regularizer identifier: 0.01",
            "ValueError: Could not interpret activation function identifier: 7",
        ),
    ),
    Rule(
        (
            r"Could not interpret (?:loss|optimizer|metric|activation|initializer|regulariz\w{1,6})[\w ]{0,30}"
            r"(?:identifier|function)",
            r"Unknown (?:loss|optimizer)(?: function)?:",
            r"Could not interpret (?:optimizer|activation|initializer|loss)",
        ),
        (
            Case(
                N_(
                    "This Keras does not know the loss, optimizer or activation that was given: its name is "
                    "mistyped, or it comes from another package (do not mix keras and tensorflow.keras)."
                ),
                N_(
                    "Give its name as a string, or an object from the same package as the model. When a file "
                    "is loaded, give load_model your own functions as custom_objects."
                ),
                'model.compile(optimizer="adam", loss="mean_squared_error")\n'
                "model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.MeanSquaredError())",
            ),
        ),
        examples=(
            "ValueError: Could not interpret optimizer identifier: <keras.optimizers.Adam object at 0x7f>",
            "ValueError: Could not interpret loss function identifier: <function root_mean at 0x7f>",
        ),
    ),
    Rule(
        (
            r"must have the same shape except on the 'axis' dim",
            r"Incompatible shapes for concatenation|'Concatenate'? layer requires inputs with matching shapes|can "
            r"only merge layers with matching "
            r"output shapes",
        ),
        (
            Case(
                N_("The tensors to be joined differ in an axis other than the one along which they are joined."),
                N_(
                    "Bring all axes but one to the same size: a vector beside a sequence is repeated for each "
                    "timestep, or the sequence's last step is taken."
                ),
                "keras.layers.RepeatVector(timesteps)(vector)\nLSTM(units)  # return_sequences=False",
            ),
        ),
        examples=(
            "ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. "
            "Received: input_shape=[(None, 10, 64), (None, 64)]",
        ),
    ),
    Rule(
        (r"'str' object has no attribute 'decode'",),
        (
            Case(
                N_("An old Keras reads an .h5 file with h5py 3, which gives texts in another form."),
                N_("Install a newer Keras, or h5py before version 3."),
                'pip install --upgrade tensorflow keras\npip install "h5py<3"',
            ),
        ),
        examples=("AttributeError: 'str' object has no attribute 'decode'",),
    ),
    Rule(
        (
            r"Cannot convert '[\w.]{1,20}' to a shape|'int' object is not iterable|iteration over a 0-d array",
            r"'NoneType' object is not (?:iterable|subscriptable)[\s\S]{0,40}shape",
        ),
        (
            Case(
                N_(
                    "Most often a shape was given as a single number. A shape is a tuple: (10) is the number 10, "
                    "(10,) is a shape."
                ),
                N_("Write the shape as a tuple; a recurrent layer's Input has two sizes."),
                "keras.Input((timesteps, features))\nkeras.Input((10,))  # ids for an Embedding",
            ),
        ),
        examples=("TypeError: 'int' object is not iterable", "ValueError: Cannot convert '10' to a shape."),
    ),
    Rule(
        (
            r"[Ll]ayer '?(?P<flatten>flatten)\w{0,9}'? (?:\(of type Flatten\) )?(?:does not support masking|was passed "
            r"an input with a mask)",
            r"(?P<flatten>)(?:does not support masking|was passed an input with a mask attached to it)",
            r"(?P<flatten>)(?:non-masking layer to layer with masked output|will therefore destroy the mask)",
        ),
        (
            Case(
                N_(
                    "Flatten cannot read the mask that an Embedding with mask_zero or a Masking layer makes: it puts "
                    "timesteps and features into one axis, where no timestep can be left out."
                ),
                N_(
                    "Let the recurrent layer return only its last step, in place of Flatten; or take the mean of the "
                    "steps with GlobalAveragePooling1D, which reads the mask."
                ),
                "LSTM(units)  # return_sequences=False, and no Flatten\nkeras.layers.GlobalAveragePooling1D()",
                when=lambda m: m.flatten is not None,
            ),
            Case(
                N_(
                    "An Embedding with mask_zero or a Masking layer marks the padding, and a later layer cannot read "
                    "the mask."
                ),
                N_("First let a recurrent layer that returns only its last step read the mask; or leave the mask out."),
                "LSTM(units)  # return_sequences=False, before Dense\nEmbedding(words, features)  # without mask_zero",
            ),
        ),
        examples=(
            "TypeError: Layer flatten_1 does not support masking, but was passed an input_mask: Tensor(...)",
            "UserWarning: Layer 'flatten' (of type Flatten) was passed an input with a mask attached to it.",
            "Attached non-masking layer to layer with masked output",
            "Exception: Layer convolution1d_1 does not support masking, but was passed an input_mask: Elemwise{neq,no_"
            "inplace}.0",
        ),
    ),
    Rule(
        (
            r"'tuple' object has no attribute '(?:shape|rank|ndim|dtype|lower|as_list|get_shape)'",
            r"tuple indices must be integers(?: or slices)?, not (?:tuple|str)",
        ),
        (
            Case(
                N_(
                    "A tuple was given where one array or tensor is read: a pair of data and targets, or the output "
                    "of a layer with return_state=True together with its states."
                ),
                N_("Unpack the tuple first."),
                "(x_train, y_train), (x_test, y_test) = data\noutput, *states = layer(x)",
            ),
        ),
        examples=(
            "AttributeError: 'tuple' object has no attribute 'shape'",
            "AttributeError: 'tuple' object has no attribute 'get_shape'",
            "TypeError: tuple indices must be integers or slices, not tuple",
        ),
    ),
    Rule(
        (
            r"Target data is missing|None values not supported|Attempt to convert a value \(None\)",
            r"y_true'? (?:is|was) None|pop from an empty set|Expected \w{3,9}, (?:but )?got None\b",
            r"Failed to find data adapter that can handle input(?!.{0,60}(?:Generator|Sequence')).{0,200}NoneType",
        ),
        (
            Case(
                N_(
                    "Something that is needed is None: most often fit was given no targets, or a function returned "
                    "nothing."
                ),
                N_("Give fit both x and y, or a dataset of pairs."),
                "model.fit(x, y)",
            ),
        ),
        examples=(
            "ValueError: Target data is missing. Your model was compiled with loss=mse",
            "ValueError: None values not supported.",
            "ValueError: Tried to convert 'x' to a tensor and failed. Error: None values not supported.",
            "KeyError: 'pop from an empty set'",
            "ValueError: Failed to find data adapter that can handle input: <class 'numpy.ndarray'>, <class "
            "'NoneType'>",
        ),
    ),
    Rule(
        (
            r"dimensions in the output is <= 0 due to downsampling(?P<kernel>)(?P<steps>)",
            rf"Negative dimension size caused by subtracting {number('kernel')} from {number('steps')}",
            rf"\bnegative\. Received:? 'inputs[ .]shape=[\[(](?:None|\d{{1,9}}),? "
            rf"{number('steps')}.{{0,60}}?'(?:kernel "
            rf"shape=\(|pool_size=\[){number('kernel')}",
            r"Computed output size would be (?:zero or )?negative(?P<kernel>)(?P<steps>)",
        ),
        (
            Case(
                N_("A convolution or a pooling reads more steps at once than the sequence has."),
                N_(
                    "Use longer sequences, a smaller kernel or pool, or padding. Check that the second axis is the "
                    "timesteps."
                ),
                'keras.layers.Conv1D(filters, 3, padding="same")',
                # It may be another axis that is too short, or a kernel that leaves out steps in between.
                when=lambda m: m.kernel is None or m.kernel <= m.steps,
            ),
            Case(
                N_("A convolution or a pooling reads {kernel} steps at once, but the sequence has {steps}."),
                N_(
                    "Use longer sequences, a smaller kernel or pool, or padding. Check that the second axis is the "
                    "timesteps."
                ),
                'keras.layers.Conv1D(filters, {kernel}, padding="same")',
            ),
        ),
        examples=(
            "ValueError: One of the dimensions in the output is <= 0 due to downsampling in conv1d. Consider "
            "increasing the input size.",
            "ValueError: Negative dimension size caused by subtracting 3 from 1 for '{{node conv1d/Conv1D}}'",
            "ValueError: Computed output size would be zero or negative. Received: `inputs.shape=[None 5 3]`, "
            "`pool_size=[8]`, `strides=(8,)`, `padding=valid`.",
            "ValueError: Computed output size would be zero or negative. Received `inputs shape=(None, 5, 3)`, `kernel "
            "shape=(8, 3, 3)`, `dilation_rate=[1]`",
            "ValueError: Computed output size would be negative. Received `inputs shape=(None, 2, 32)`, `kernel "
            "shape=(5, 32, 32)`, `dilation_rate=[1]`.",
        ),
    ),
    Rule(
        (r"No gradients provided for any variable",),
        (
            Case(
                N_(
                    "The loss does not depend on any weight: y was not given to fit, or a function such as "
                    "argmax stops the gradient."
                ),
                N_("Give fit the targets, and keep rounding and argmax out of the model and its loss."),
                "model.fit(x, y)",
            ),
        ),
        examples=("ValueError: No gradients provided for any variable: ['lstm/kernel:0', 'dense/kernel:0'].",),
    ),
    Rule(
        (
            r"cannot convert float (?:NaN|infinity) to integer|Cannot convert non-finite values",
            r"can't convert type 'NAType' to float|invalid value "
            r"encountered in|divide by zero encountered in",
            r"Input (?:X )?contains NaN|contains infinity or a value too large",
        ),
        (
            Case(
                N_("The data has missing values (NaN) or infinite ones. One is enough to make every weight NaN."),
                N_("Leave these rows out, or fill them, before the windows are cut."),
                "x = table.interpolate().dropna().to_numpy()\nprint(np.isnan(x).sum())",
            ),
        ),
        examples=(
            "ValueError: Input contains NaN, infinity or a value too large for dtype('float64').",
            "ValueError: cannot convert float NaN to integer",
        ),
    ),
    Rule(
        (rf"could not broadcast input array from (?:the )?shape {shape('given')} into shape {shape('wanted')}",),
        (
            Case(
                N_(
                    "An array of shape {given} was assigned to a slice of shape {wanted}. Their numbers of "
                    "rows differ: forecasts begin after the first window, and there is one for each window."
                ),
                N_("Make the slice as long as the forecasts are."),
                "plot = np.full((look_back + len(forecast), 1), np.nan)\nplot[look_back:] = forecast",
                when=lambda m: m.given_axes == m.wanted_axes == 2 and m.given_last == m.wanted_last == 1,
            ),
            Case(
                N_("An array of shape {given} was assigned to a place of shape {wanted}, which has no axis of size 1."),
                N_("Leave this axis out: it is that of the one number that predict gives for each sample."),
                "forecast = forecast[..., 0]",
                when=lambda m: m.given == (*m.wanted, 1),
            ),
            Case(
                N_(
                    "An array of shape {given} was assigned to a place of shape {wanted}. The shapes must be "
                    "equal, or numpy must be able to broadcast the array."
                ),
                N_(
                    "Windows of unequal length are a usual cause: the last ones of a series are shorter. Leave them "
                    "out."
                ),
                "x = np.stack([w for w in windows if len(w) == look_back])",
            ),
        ),
        examples=(
            "ValueError: could not broadcast input array from shape (20,3) into shape (30,3)",
            "ValueError: could not broadcast input array from shape (470,1) into shape (0,1)",
            "ValueError: could not broadcast input array from shape (10,1) into shape (10,)",
        ),
    ),
    Rule(
        (r"module 'numpy' has no attribute '(?:float|int|bool|object|str|complex)'",),
        (
            Case(
                N_(
                    "NumPy 1.24 took out its own names for Python's types; an older program or library still uses them."
                ),
                N_("Write Python's own name. If the line is in a library, install its newer version."),
                "float  # in place of np.float",
            ),
        ),
        examples=("AttributeError: module 'numpy' has no attribute 'object'.",),
    ),
    single(
        N_("NumPy 2 removed this name; an older program or library still uses it."),
        N_(
            "Write the name that replaces it in NumPy 2. If the line is in a library, install a newer version "
            "of the library, or a NumPy before 2."
        ),
        'np.inf, np.nan, np.float64  # in place of np.Inf, np.NaN, np.float_\npip install "numpy<2"',
        (
            r"was removed in the NumPy 2\.0 release",
            r"module 'numpy' has no attribute "
            r"'(?:float_|complex_|unicode_|string_|Inf|Infinity|infty|NaN|PINF|NINF|bool8|"
            r"in1d|trapz|product|cumproduct|alltrue|sometrue|round_|row_stack|msort|cast)'",
        ),
        "AttributeError: `np.float_` was removed in the NumPy 2.0 release. Use `np.float64` instead.",
        "AttributeError: module 'numpy' has no attribute 'Inf'",
    ),
    Rule(
        (r"No module named '?(?:(?P<backend>tensorflow|jax|torch)|keras)'?(?![\w.'])",),
        (
            Case(
                N_(
                    "Keras 3 computes with TensorFlow, JAX or PyTorch, and takes TensorFlow if nothing else is set. "
                    "The one that it takes here is not installed."
                ),
                N_("Install it, or set one that is installed, before Keras is imported the first time."),
                _backend_lines,
                when=lambda m: bool(m.backend) and "keras/src/" in m.pasted.replace("\\", "/"),
            ),
            Case(
                N_("The package is not installed in the Python that runs the program."),
                N_("Install it there; a notebook needs it in its own kernel."),
                "pip install keras tensorflow",
            ),
        ),
        examples=(
            "ModuleNotFoundError: No module named 'tensorflow'",
            "ImportError: No module named keras",
            'File "/usr/lib/python3/keras/src/tree/optree_impl.py", line 13, in <module>\n    from '
            "tensorflow.python.trackable.data_structures import ListWrapper\nModuleNotFoundError: No module named "
            "'tensorflow'",
        ),
    ),
    Rule(
        (
            r"Cannot interpret '<attribute 'dtype' of 'numpy\.generic'|has no attribute "
            r"'(?:__internal__|register_load_context_function|tf2|is_tensor|is_keras_tensor|LooseVersion)'",
            r"Expected int32, got (?:list containing Tensors|<tensorflow)",
            r"cannot import name '(?:dtensor|network|keras_export|tf_export)'",
            r"Descriptors cannot (?:not )?be created directly|cannot import name '_message'|'typeDict'",
            r"Unable to convert function return value to a Python type|'_message'",
            r"multiarray failed to import|DLL load failed|module 'collections' has no attribute",
            r"numpy\.dtype size changed|_ARRAY_API not found|A module that was compiled using NumPy 1",
            r"Expected Operation, Variable, or Tensor|'_thread\._local' object has no attribute",
            r"(?:Tensor|Variable) is unhashable|Variable [*+/-]= value not supported|cannot import name "
            r"'?_\w{1,60}|keras_modules_injection",
            r"(?:while_loop|rnn|softmax|argmax|reduce_\w{1,10}|sum)\(\) got an unexpected keyword argument "
            r"'(?:maximum_iterations|mask|axis|keep_?dims|dimension)'",
            r"Keras cannot be imported\. Check|multi-backend Keras that does not support TensorFlow 2",
            r"Keras requires TensorFlow 2\.\d or higher|Your currently installed version of Keras is Keras 3",
        ),
        (VERSIONS,),
        examples=(
            "AttributeError: module 'tensorflow.compat.v2.__internal__' has no attribute "
            "'register_load_context_function'",
            "TypeError: Expected int32, got list containing Tensors of type '_Message' instead.",
            "ImportError: cannot import name 'dtensor' from 'tensorflow.compat.v2.experimental'",
            "TypeError: Descriptors cannot be created directly.",
            "ImportError: DLL load failed while importing _pywrap_tensorflow_internal",
            "TypeError: while_loop() got an unexpected keyword argument 'maximum_iterations'",
            "ImportError: cannot import name '_generate_dropout_mask'",
            "RuntimeError: Variable *= value not supported. Use `var.assign(var * value)` to modify the variable",
            "TypeError: softmax() got an unexpected keyword argument 'axis'",
            "ImportError: Keras requires TensorFlow 2.2 or higher. Install TensorFlow via `pip install tensorflow`",
        ),
    ),
    Rule(
        (r"'?validation_split'? is only supported for",),
        (
            Case(
                N_("validation_split works only with arrays: Keras cannot split a dataset or a generator."),
                N_("Give the validation data separately."),
                "model.fit(dataset, validation_data=other_dataset)",
            ),
        ),
        examples=(
            "ValueError: `validation_split` is only supported for Tensors or NumPy arrays, found following types",
        ),
    ),
    Rule(
        (r"input ran out of data|Your dataset or generator ran out",),
        (
            Case(
                N_("The generator ended before steps_per_epoch × epochs batches were read."),
                N_("Leave steps_per_epoch out, or let the generator begin again."),
                "model.fit(generator, epochs=10)\ndataset = dataset.repeat()",
            ),
        ),
        examples=(
            "WARNING:tensorflow:Your input ran out of data; interrupting training. Make sure that your dataset or "
            "generator can generate at least `steps_per_epoch * epochs` batches",
        ),
    ),
    Rule(
        (
            r"'?y'? argument is not supported when|'?y'? should not be (?:provided|passed|specified)|If your data "
            r"is in the form of "
            r"symbolic tensors",
        ),
        (
            Case(
                N_(
                    "A dataset or a generator gives inputs and targets together, but fit was given y too. Or "
                    "fit was given a tensor in place of an array."
                ),
                N_("Leave y out: the dataset yields x and y together. Or give fit arrays, x and y."),
                "model.fit(dataset)\nmodel.fit(np.asarray(x), np.asarray(y))",
            ),
        ),
        examples=(
            "ValueError: `y` argument is not supported when using dataset as input.",
            "ValueError: When providing `x` as a tf.data.Dataset, `y` should not be passed.",
        ),
    ),
)
BUILDING: tuple[Rule, ...] = (*STATES, *TENSORS, *ARRAYS, INPUTS, *MODELS, *FILES)
