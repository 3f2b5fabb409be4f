"""Errors of what runs Keras in place of TensorFlow: its JAX and torch backends, TensorFlow Lite and onnxruntime."""

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.rule import Case, Rule, number, single

OPS = N_("Use the function of the same name in keras.ops, or put the call into a layer of your own.")
FIXED = N_("Multiply by the condition, or choose with where: the shapes stay the same.")
JAX = (
    single(
        N_(
            "On the JAX backend the computation is compiled with tensors that hold no numbers. A layer, a loss or a "
            "metric of your own needs their numbers: it uses NumPy, float, int or if on them."
        ),
        N_("Use keras.ops in its place: where for if, cast for float and int."),
        'keras.ops.where(x > 0, x, 0)\nkeras.ops.cast(x, "float32")',
        (
            r"Tracer(?:Array|Bool|Integer)ConversionError|ConcretizationTypeError",
            r"__array__\(\) was called on traced array|[Bb]oolean conversion of traced array",
            r"Abstract tracer value encountered where concrete value is expected",
            # What Keras 3.15 makes of it inside a layer.
            r"'str' object has no attribute '_error_repr'",
        ),
        "jax.errors.TracerArrayConversionError: The numpy.ndarray conversion method __array__() was called on traced "
        "array with shape float32[32,24,1]",
        "jax.errors.TracerBoolConversionError: Attempted boolean conversion of traced array with shape bool[].",
        "AttributeError: Exception encountered when calling MyLayer.call().\n\n'str' object has no attribute "
        "'_error_repr'",
    ),
    single(
        N_(
            "On the JAX backend every shape must be known before the numbers are. How many numbers a condition selects "
            "depends on the numbers."
        ),
        FIXED,
        "keras.ops.where(x > 0, x, 0)",
        (r"NonConcreteBooleanIndexError|boolean indices must be concrete",),
        "jax.errors.NonConcreteBooleanIndexError: Array boolean indices must be concrete; got bool[4,1]",
    ),
    single(
        N_(
            "On the JAX backend a tensor of a layer's call was kept, for example as an attribute of self, and used "
            "after the call."
        ),
        N_("Return the tensor from call, or make a model that returns it."),
        "keras.Model(model.inputs, [model.outputs[0], model.layers[0].output])",
        (r"UnexpectedTracerError|Encountered an unexpected tracer",),
        "jax.errors.UnexpectedTracerError: Encountered an unexpected tracer. A function transformed by JAX had a side "
        "effect",
    ),
    single(
        N_(
            "On the JAX backend a cell must return each state with the shape and the dtype that it was given. This "
            "cell returns another."
        ),
        N_("Cast the new state to the dtype of the old one, and let state_size say its size."),
        "h = keras.ops.cast(h, states[0].dtype)",
        (r"carry input and carry output must have equal types",),
        "TypeError: scan body function carry input and carry output must have equal types, but they differ",
    ),
    single(
        N_("Single entries of a JAX array cannot be changed."),
        N_("Change a copy of it as a NumPy array. In a layer, make a new tensor."),
        "x = np.array(x)\nx[0] = 1\nx = keras.ops.slice_update(x, (0,) * x.ndim, x[:1] * 2)",
        (r"JAX arrays are immutable|'[\w.]{0,40}ArrayImpl' object does not support item assignment",),
        "TypeError: JAX arrays are immutable and do not support in-place item assignment.",
    ),
    single(
        N_("This is an array of JAX. It has no methods of TensorFlow's or PyTorch's tensors."),
        N_("Turn it into a NumPy array."),
        "x = keras.ops.convert_to_numpy(x)",
        (r"'[\w.]{0,40}ArrayImpl' object has no attribute",),
        "AttributeError: 'jaxlib._jax.ArrayImpl' object has no attribute 'numpy'",
    ),
    single(
        N_(
            "A function of JAX or PyTorch was called on a KerasTensor, which stands for an array while a model is "
            "built and holds no numbers."
        ),
        OPS,
        "keras.ops.mean(x, axis=1)",
        (
            r"Triggering __jax_array__\(\) during abstractification",
            r"invalid combination of arguments - got \([^)]{0,40}KerasTensor",
            r"must be Tensor, not KerasTensor",
        ),
        "ValueError: Triggering __jax_array__() during abstractification is no longer supported.",
        "TypeError: mean() received an invalid combination of arguments - got (KerasTensor, dim=int), but expected one "
        "of:",
    ),
)
BACKENDS = (
    single(
        N_("Keras has no backend of this name, or the package that it needs is not there."),
        N_(
            "The names are tensorflow, jax and torch; numpy can predict, but not train. Set one before Keras is "
            "imported."
        ),
        'os.environ["KERAS_BACKEND"] = "torch"\nimport keras',
        (r"Unable to import backend",),
        "ValueError: Unable to import backend : pytorch",
    ),
    single(
        N_("The NumPy backend of Keras can predict, but not train."),
        N_("Choose another backend before Keras is imported."),
        'os.environ["KERAS_BACKEND"] = "jax"\nimport keras',
        (r"not implemented for NumPy backend",),
        "NotImplementedError: fit not implemented for NumPy backend.",
    ),
)
LITE = "details = interpreter.get_input_details()[0]\nprint(details['shape'], details['dtype'])\n"
ONE_BY_ONE = """for each in x.astype(details['dtype']):
    interpreter.set_tensor(details['index'], each[np.newaxis])
    interpreter.invoke()"""
RUNTIMES = (
    single(
        N_("A tensor is indexed by single numbers, slices and None, not by a list or an array of numbers."),
        N_("Use take to choose several entries along an axis."),
        "keras.ops.take(x, [0, 2], axis=1)",
        (
            r"scalar tf\.int32/tf\.int64 tensors are valid indices, got (?:array|\[)",
            r"Unsupported key type for array slice",
        ),
        "TypeError: Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 "
        "tensors are valid indices, got array([0, 2])",
    ),
    single(
        N_("A Normalization has a mean for each feature, so it must know how many features there are."),
        N_("Give the number of features in the Input. The timesteps can stay open."),
        "keras.Input((None, features))",
        (r"All 'axis' values to be kept must have a known shape",),
        "ValueError: All `axis` values to be kept must have a known shape. Received axis=(-1,), inputs.shape=(None, "
        "None), with unknown axis at index 1",
    ),
    Rule(
        (
            rf"Cannot set tensor: Dimension mismatch\. Got {number('given')} but expected {number('wanted')}"
            r"(?P<size> for dimension)?",
        ),
        (
            Case(
                N_(
                    "The converted model reads an array with a size of {wanted} in this axis, and was given {given}. "
                    "TensorFlow Lite keeps the sizes that the model was converted with, often a batch of 1."
                ),
                N_("Give the samples one after another, or convert the model again with another batch."),
                LITE + ONE_BY_ONE,
                when=lambda m: bool(m.size),
            ),
            Case(
                N_(
                    "The converted model reads an array with {wanted} axes, and was given one with {given}. A "
                    "recurrent model reads (batch, timesteps, features), for a single sample too."
                ),
                N_("Add the axis that is missing: the batch in front, or the features at the end."),
                LITE + "interpreter.set_tensor(details['index'], x[np.newaxis].astype(details['dtype']))",
            ),
        ),
        (
            "ValueError: Cannot set tensor: Dimension mismatch. Got 2 but expected 3 for input 0.",
            "ValueError: Cannot set tensor: Dimension mismatch. Got 8 but expected 1 for dimension 0 of input 0.",
        ),
    ),
    single(
        N_(
            "The exported model reads another type of number than it was given: most often it reads float32, and "
            "NumPy and pandas hold float64 (double)."
        ),
        N_("Turn the input into float32, or into the type that the message expects."),
        'x = x.astype("float32")',
        (
            r"Unexpected input data type\. Actual: \(tensor\(",
            r"Cannot set tensor: Got value of type \w{1,20} but expected type",
        ),
        "InvalidArgument: [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Unexpected input data type. Actual: "
        "(tensor(double)) , expected: (tensor(float))",
        "ValueError: Cannot set tensor: Got value of type FLOAT64 but expected type FLOAT32 for input 0, name: x",
    ),
    single(
        N_("The array has another shape than the input of the exported model."),
        N_("Look at the shape that the model reads; for a single sample add the axis of the batch."),
        "print(session.get_inputs()[0].name, session.get_inputs()[0].shape, x.shape)\nx = x[np.newaxis]",
        (r"ONNXRuntimeError.{0,80}?(?:Invalid rank for input|Got invalid dimensions for input)",),
        "InvalidArgument: [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Invalid rank for input: x Got: 2 Expected: 3 "
        "Please fix either the inputs/outputs or the model.",
    ),
    single(
        N_("tf2onnx reads the names of the outputs, and a Sequential model of Keras 3 has no such names."),
        N_("Let Keras 3 export the model itself; or give the model the names before tf2onnx reads it."),
        'model.export("model.onnx", format="onnx")\nmodel.output_names = ["output"]',
        (r"'(?:Sequential|Functional|Model)' object has no attribute '(?:output|input)_names'",),
        "AttributeError: 'Sequential' object has no attribute 'output_names'",
    ),
)
RUN_ELSEWHERE: tuple[Rule, ...] = (*JAX, *BACKENDS, *RUNTIMES)
