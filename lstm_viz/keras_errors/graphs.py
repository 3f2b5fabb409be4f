"""Rules for messages of TensorFlow 1, which kept variables by name in a graph, and of Theano."""

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.rule import Rule, single
from lstm_viz.keras_errors.training import OWN_LAYER

UPGRADE = "pip install --upgrade tensorflow keras"
OF_THEANO = (
    r"Apply node that caused the error",
    r"Theano (?:flag|optimi[sz]ation)|theano\.(?:gof|tensor|compile|scan_module)",
    r"following error happened while compiling the node",
)

GRAPHS: tuple[Rule, ...] = (
    single(
        N_(
            "The program was written for TensorFlow 1, which built a graph with placeholders first and ran it in a "
            "session. TensorFlow 2 runs each line at once."
        ),
        N_("Give arrays to the layers and models of Keras. Where a model is built, its input is an Input."),
        "keras.Input((timesteps, features))\nmodel.predict(x)",
        (r"placeholder\(\) is not compatible with eager execution|The Session graph is empty",),
        "RuntimeError: tf.placeholder() is not compatible with eager execution.",
        "RuntimeError: The Session graph is empty. Add operations to the graph before calling run().",
    ),
    single(
        N_("In TensorFlow 1 a variable has no value before its initializer has been run in the session."),
        N_(
            "Run tf.global_variables_initializer() in the session once all variables are made. In TensorFlow 2 each "
            "variable has its value at once."
        ),
        UPGRADE,
        (r"Attempting to use uninitialized value",),
        "FailedPreconditionError: Attempting to use uninitialized value lstm_1/kernel",
    ),
    single(
        N_(
            "One cell was made and used for several layers, as [cell] * 2 does. Each layer has weights of its own, "
            "and the later layers read as many features as the first has units."
        ),
        N_("Make a cell for each layer, or stack the layers of Keras."),
        "keras.layers.RNN([keras.layers.LSTMCell(units), keras.layers.LSTMCell(units)])",
        (
            r"Attempt to reuse RNNCell|Trying to share variable \S{1,200} but specified shape",
            r"Dimensions must be equal, but are \d{1,12} and \d{1,12} for '[^']{0,200}multi_rnn_cell",
        ),
        "ValueError: Attempt to reuse RNNCell <tensorflow.contrib.rnn.BasicLSTMCell object at 0x7f> with a different "
        "variable scope than its first use.",
        "ValueError: Trying to share variable rnn/lstm_cell/kernel, but specified shape (200, 400) and found shape "
        "(150, 400).",
        "ValueError: Dimensions must be equal, but are 256 and 178 for 'rnn/while/rnn/multi_rnn_cell/cell_0/lstm_cell/"
        "MatMul_1' (op: 'MatMul') with input shapes: [?,256], [178,512].",
    ),
    single(
        N_(
            "TensorFlow 1 keeps variables in a graph by their names, and this name is taken: the cell of the notebook "
            "was run twice, or two layers were made in one scope."
        ),
        N_(
            "Empty the graph before it is built again, or give the second layer a scope of its own. In TensorFlow 2 "
            "each layer has weights of its own."
        ),
        "keras.backend.clear_session()",
        (
            r"Variable \S{1,200} already exists, disallowed",
            r"Variable \S{1,200} does not exist, or was not created with",
        ),
        "ValueError: Variable rnn/basic_lstm_cell/kernel already exists, disallowed. Did you mean to set reuse=True in "
        "VarScope?",
    ),
    single(
        N_("A weight was given both a shape and the array of its values, and the array has a shape already."),
        N_("Leave the shape out, or give the values to an Embedding."),
        "keras.layers.Embedding(len(matrix), matrix.shape[1], embeddings_initializer=keras.initializers.Constant"
        "(matrix))",
        (r"[Ii]f initializer is a constant, do not specify shape",),
        "ValueError: If initializer is a constant, do not specify shape.",
    ),
    single(
        N_(
            "super().__init__ was called with arguments in a class whose base class takes none: it is made from "
            "object, "
            "or the base class passes on what it does not know."
        ),
        N_("Make the class from a layer, a model or a callback of Keras, and pass on only **kwargs."),
        OWN_LAYER,
        (r"object\.__init__\(\) takes (?:no parameters|no arguments|exactly one argument)",),
        "TypeError: object.__init__() takes no parameters",
        "TypeError: object.__init__() takes exactly one argument (the instance to initialize)",
    ),
    single(
        N_(
            "Theano takes an axis of size 1 for one that is repeated: the layer has a single unit or the batch one row."
        ),
        N_("Install TensorFlow and today's Keras, which have no such axes. In Theano, use two units or more."),
        UPGRADE,
        (r"Inconsistency in the inner graph of scan",),
        "TypeError: ('The following error happened while compiling the node', for{cpu,scan_fn}(lstm_1/kernel), "
        "\"Inconsistency in the inner graph of scan 'scan_fn' : an input and an output are associated with the same "
        "recurrent state and should have the same type but have type 'TensorType(float32, col)'\")",
    ),
)

THEANO = single(
    N_("This is a message of Theano, on which Keras ran until version 2.3. It often does not name the layer."),
    N_("Compare the shapes of the data with those of the model. Keras 3 runs on TensorFlow, JAX or PyTorch."),
    "print(x.shape, model.input_shape)\nmodel.summary()",
    OF_THEANO,
    "ValueError: size must remain unchanged, changed from 7552 to -59\nApply node that caused the error: "
    "GpuReshape{2}(GpuElemwise{add,no_inplace}.0, MakeVector.0)",
)
