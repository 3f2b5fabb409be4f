"""The facts about what Keras 3 has changed: moved, renamed, gone, changed in value. The rules read them.

What is unchanged is recorded in keras_3.json; a name that is in neither is told as not judged.
"""

from lstm_viz.i18n import N_

ROOTS = ("tensorflow.python.keras", "tensorflow.contrib.keras.python.keras", "tensorflow.contrib.keras")
"""The modules in which TensorFlow kept Keras. Their public names are in tensorflow.keras."""

MODULES = {
    "layers.advanced_activations": "layers",
    "layers.convolutional": "layers",
    "layers.core": "layers",
    "layers.cudnn_recurrent": "layers",
    "layers.embeddings": "layers",
    "layers.local": "layers",
    "layers.merge": "layers",
    "layers.noise": "layers",
    "layers.normalization": "layers",
    "layers.pooling": "layers",
    "layers.recurrent": "layers",
    "layers.wrappers": "layers",
    "engine.topology": "layers",
    "engine.base_layer": "layers",
    "engine.input_layer": "layers",
    "engine.network": "models",
    "engine.sequential": "models",
    "engine.training": "models",
    "engine": "layers",
    "initializations": "initializers",
    "layers.containers": "models",
    "layers.convolutional_recurrent": "layers",
    "layers.experimental.preprocessing": "layers",
    "layers.experimental": "layers",
    "legacy.layers": "layers",
    "metrics.metrics": "metrics",
    "objectives": "losses",
    "optimizers.experimental": "optimizers",
    "optimizers.legacy": "optimizers",
    "utils.data_utils": "utils",
    "utils.generic_utils": "utils",
    "utils.io_utils": "utils",
    "utils.layer_utils": "utils",
    "utils.np_utils": "utils",
    "utils.training_utils": "utils",
    "utils.vis_utils": "utils",
    "utils.visualize_util": "utils",
}
"""A module below keras → the module with its public names now. A longer name comes before the names it begins with."""

ONLY_IN_TENSORFLOW = ("TimeseriesGenerator", "Tokenizer", "one_hot", "text_to_word_sequence", "hashing_trick")
"""The names of keras.preprocessing that only tensorflow.keras still has."""

RENAMED = {
    "CuDNNLSTM": "LSTM",
    "CuDNNGRU": "GRU",
    "AtrousConvolution1D": "Conv1D",
    "AtrousConvolution2D": "Conv2D",
    "Convolution1D": "Conv1D",
    "Convolution2D": "Conv2D",
    "Convolution3D": "Conv3D",
    "Deconvolution2D": "Conv2DTranspose",
    "SeparableConvolution2D": "SeparableConv2D",
    "TimeDistributedDense": "Dense",
}
"""A name → its name now, wherever it is imported from."""

FUNCTIONS = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "mape": "mean_absolute_percentage_error",
    "msle": "mean_squared_logarithmic_error",
    "MSE": "mean_squared_error",
    "MAE": "mean_absolute_error",
    "kld": "kl_divergence",
    "KLD": "kl_divergence",
    "kullback_leibler_divergence": "kl_divergence",
}
RENAMED_IN = {
    "utils.visualize_util": {"plot": "plot_model"},
    "initializers": {"normal": "RandomNormal", "uniform": "RandomUniform", "one": "Ones", "zero": "Zeros"},
    "constraints": {"maxnorm": "MaxNorm", "nonneg": "NonNeg", "unitnorm": "UnitNorm"},
    "losses": FUNCTIONS
    | {"cosine_proximity": "cosine_similarity", "cosine": "cosine_similarity", "logcosh": "log_cosh"},
    "metrics": FUNCTIONS,
    "regularizers": {"l1l2": "L1L2", "WeightRegularizer": "L1L2"}
    | {"activity_l1": "L1", "activity_l2": "L2", "activity_l1l2": "L1L2"},
}
"""A module → a name in it → its name now."""

KERNELS = {
    "AtrousConvolution2D": 2,
    "ConvLSTM2D": 2,
    "Convolution2D": 2,
    "Convolution3D": 3,
    "Deconvolution2D": 2,
    "SeparableConvolution2D": 2,
}
"""A layer → how many numbers of its own the kernel's size was in Keras 1."""

KERNEL_ARGUMENTS = (("nb_row", "nb_col"), ("kernel_dim1", "kernel_dim2", "kernel_dim3"))

OPTIMIZERS = ("Adadelta", "Adagrad", "Adam", "Adamax", "Ftrl", "Nadam", "RMSprop", "SGD")
RECURRENT = ("RNN", "ConvLSTM2D", "LSTM", "GRU", "SimpleRNN", "CuDNNLSTM", "CuDNNGRU")

LAYER_ARGUMENTS = {
    "W_constraint": "kernel_constraint",
    "W_regularizer": "kernel_regularizer",
    "U_regularizer": "recurrent_regularizer",
    "b_regularizer": "bias_regularizer",
    "init": "kernel_initializer",
    "inner_init": "recurrent_initializer",
    "inner_activation": "recurrent_activation",
    "dropout_U": "recurrent_dropout",
    "dropout_W": "dropout",
    "output_dim": "units",
    "bias": "use_bias",
    "border_mode": "padding",
    "nb_filter": "filters",
    "filter_length": "kernel_size",
    "subsample_length": "strides",
    "subsample": "strides",
    "pool_length": "pool_size",
    "stride": "strides",
    "atrous_rate": "dilation_rate",
    "dim_ordering": "data_format",
    "U_constraint": "recurrent_constraint",
    "b_constraint": "bias_constraint",
    "p": "rate",
    "sigma": "stddev",
}
"""An argument of a layer in Keras 1 → its name now. Embedding is an exception: it still has output_dim."""

OF_KERAS_1 = (
    *("W_constraint", "W_regularizer", "U_constraint", "U_regularizer", "b_constraint", "b_regularizer"),
    *("inner_init", "inner_activation", "dropout_U", "dropout_W"),
)
"""The arguments among them that nothing else has."""

FIT_ARGUMENTS = {"nb_epoch": "epochs"}
MODEL_ARGUMENTS = {"input": "inputs", "output": "outputs"}
DROPPED_BY_FIT = ("max_q_size", "max_queue_size", "nb_worker", "pickle_safe", "use_multiprocessing", "workers")
AS_WITHOUT: dict[str, dict[str, int | str]] = {
    "BatchNormalization": {"mode": 0},
    "LSTM": {"forget_bias_init": "one"},
    "ModelCheckpoint": {"period": 1},
    "compile": {"sample_weight_mode": "temporal"},
}
"""What is called → an argument that is gone → its value that meant the same as no argument."""

DROPPED_BY = {"TensorBoard": ("batch_size", "write_grads")}
DROPPED_BY_LAYERS = ("consume_less", "implementation")
FOR_KERAS_2 = (
    "keras_contrib",
    "keras_self_attention",
    "keras_tqdm",
    "recurrentshop",
    "seq2seq",
    "tensorflow_addons",
    "theano",
)
"""Packages that need Keras 1 or 2."""
METHODS = {
    "evaluate_generator": "evaluate",
    "fit_generator": "fit",
    "predict_generator": "predict",
}

FITTING = ("fit", "fit_generator", "evaluate", "evaluate_generator", "predict", "predict_generator", "train_on_batch")

ARGUMENTS_OF = {
    "InputLayer": {"batch_input_shape": "batch_shape", "input_shape": "shape"},
    "LeakyReLU": {"alpha": "negative_slope"},
    "ReduceLROnPlateau": {"epsilon": "min_delta"},
    "UpSampling1D": {"length": "size"},
    "load_data": {"nb_words": "num_words"},
    "to_categorical": {"nb_classes": "num_classes"},
    "Tokenizer": {"nb_words": "num_words"},
    "evaluate_generator": {"generator": "x"},
    "fit_generator": {"generator": "x", "nb_epoch": "epochs"},
    "predict_generator": {"generator": "x"},
}
"""What is called → an argument of it → its name now."""

GENERATOR_ORDER = {
    "evaluate_generator": ("x", "steps", "callbacks"),
    "fit_generator": ("x", "steps_per_epoch", "epochs", "verbose", "callbacks", "validation_data", "validation_steps"),
    "predict_generator": ("x", "steps", "callbacks"),
}
"""What the arguments without a name of these methods were, by the names that they have now."""

ORDER = {
    "Adadelta": ("learning_rate", "rho", "epsilon", "decay"),
    "Adagrad": ("learning_rate", "epsilon", "decay"),
    "Adam": ("learning_rate", "beta_1", "beta_2", "epsilon", "decay", "amsgrad"),
    "Adamax": ("learning_rate", "beta_1", "beta_2", "epsilon", "decay"),
    "RMSprop": ("learning_rate", "rho", "epsilon", "decay"),
    "SGD": ("learning_rate", "momentum", "decay", "nesterov"),
    "compile": ("optimizer", "loss", "metrics", "loss_weights"),
    "load_weights": ("filepath", "by_name"),
    "add_weight": ("name", "shape", "dtype", "initializer", "regularizer", "trainable", "constraint"),
}
"""What is called → its arguments in the order of Keras 2, by the names that they have now."""

METHOD_ORDER = {
    "compile": ("optimizer", "loss", "loss_weights", "metrics"),
    "load_weights": ("filepath", "skip_mismatch"),
    "add_weight": ("shape", "initializer", "dtype", "trainable"),
}
"""The order now of the methods among them."""

IDENTIFIERS = {
    "cosine_proximity": "cosine_similarity",
    "kullback_leibler_divergence": "kl_divergence",
    "logcosh": "log_cosh",
}
"""A loss or metric as a text → its name now."""

IDENTIFIER_ARGUMENTS = {
    "activation": "activation",
    "initializer": "initializer",
    "loss": "loss",
    "metrics": "metrics",
    "optimizer": "optimizer",
    "regularizer": "regularizer",
}
"""The argument, or what its name ends in → what its text names."""

METRICS = ("acc", "accuracy")
"""The metrics that Keras chooses by the loss; they are the names of no function."""

LOGGED = {
    "acc": "accuracy",
    "mean_absolute_error": "mae",
    "mean_absolute_percentage_error": "mape",
    "mean_squared_error": "mse",
    "mean_squared_logarithmic_error": "msle",
}
"""What Keras before 2.3 called a metric in its history → what it is called now, if `compile` was given this name."""

VALUES = {"dim_ordering": {"th": "channels_first", "tf": "channels_last"}}
"""An argument of Keras 1 → a value of it → the value now."""

RATES = {"Adadelta": "1.0", "Adagrad": "0.01", "Adamax": "0.002", "Nadam": "0.002"}
"""An optimizer → its default learning rate in Keras 1 and in Keras 2 before 2.4; now each is 0.001."""

OF_CALLBACKS = {
    "validation_data": N_("give the data to the callback's own `__init__`."),
    "metrics": N_("the names are those in `logs`."),
    "nb_epoch": N_("it is `epochs`."),
    "nb_sample": N_("`steps` counts batches."),
    "samples": N_("`steps` counts batches."),
    "batch_size": N_("give it to the callback's own `__init__`."),
    "do_validation": N_("the names in `logs` begin with val_ if there is validation."),
}
"""What Keras 2 gave a callback, itself or in its params → what to do without it."""

OF_LOGS = {
    "batch": N_("it is the first argument of the method."),
    "size": N_("give the size of a batch to the callback's own `__init__`."),
}
"""What Keras 2 gave a callback in its logs → what to do without it."""

OTHER_LIBRARIES = {
    "np.float": "float",
    "np.int": "int",
    "np.bool": "bool",
    "np.object": "object",
    "np.str": "str",
    "numpy.float": "float",
    "numpy.int": "int",
    "numpy.bool": "bool",
    "sklearn.cross_validation": "sklearn.model_selection",
    "sklearn.grid_search": "sklearn.model_selection",
}
"""A dotted name of numpy or scikit-learn → its name now."""

IN_TENSORFLOW = {
    "ceil": "math.ceil",
    "is_inf": "math.is_inf",
    "is_nan": "math.is_nan",
    "lbeta": "math.lbeta",
    "log": "math.log",
    "logging": "compat.v1.logging",
    "matrix_inverse": "linalg.inv",
    "nn.softmax_cross_entropy_with_logits_v2": "nn.softmax_cross_entropy_with_logits",
    "random_normal": "random.normal",
    "random_shuffle": "random.shuffle",
    "random_uniform": "random.uniform",
    "real": "math.real",
    "reset_default_graph": "keras.backend.clear_session",
    "rint": "math.rint",
    "set_random_seed": "random.set_seed",
    "truncated_normal": "random.truncated_normal",
}
"""A name of TensorFlow 1 → its name in TensorFlow 2, with the same arguments."""

OF_LIBRARIES = {
    "pandas.datetime": N_("it is Python's own, `from datetime import datetime`."),
    "pandas.Panel": N_("use a NumPy array of three axes."),
    "pandas.rolling_mean": N_("a table has `table.rolling(n).mean()`."),
    "pandas.tools.plotting": N_("it is `pandas.plotting`."),
    "sklearn.externals": N_("joblib is a package of its own, `import joblib`."),
    "sklearn.preprocessing.Imputer": N_("it is `sklearn.impute.SimpleImputer`."),
    "ix": N_("`loc` takes names, `iloc` takes numbers of rows."),
}
"""A name of pandas or scikit-learn that is gone → what to do without it."""

OF_READ_CSV = {
    "squeeze": N_('call `.squeeze("columns")` on what it reads.'),
    "date_parser": N_("give `date_format`, or turn the column into dates by `pandas.to_datetime`."),
    "error_bad_lines": N_('give `on_bad_lines="skip"`.'),
}

PYTHON_2_NAMES = {
    "basestring": "str",
    "long": "int",
    "raw_input": "input",
    "unichr": "chr",
    "unicode": "str",
    "xrange": "range",
}
"""A name that Python 2 had → its name in Python 3."""

PYTHON_2_MODULES = {
    "ConfigParser": "configparser",
    "Queue": "queue",
    "StringIO": "io",
    "Tkinter": "tkinter",
    "cPickle": "pickle",
    "cStringIO": "io",
    "urllib2": "urllib.request",
}
"""A module of Python 2 → the module of Python 3 that has its names."""

PYTHON_2_METHODS = {"iteritems": "items", "itervalues": "values", "iterkeys": "keys", "as_matrix": "to_numpy"}
"""A method without arguments of Python 2 or of old pandas → its name now."""

MERGED = {
    "ave": ("Average", "", ""),
    "concat": ("Concatenate", "concat_axis", ""),
    "cos": ("Dot", "dot_axes", "normalize=True"),
    "dot": ("Dot", "dot_axes", ""),
    "max": ("Maximum", "", ""),
    "mul": ("Multiply", "", ""),
    "sum": ("Add", "", ""),
}
"""A mode of merge and Merge of Keras 1 → the layer now, the argument that told its axes, what else the layer takes."""

MERGE_ORDER = ("inputs", "mode", "concat_axis", "dot_axes", "output_shape")

SAME_IN_OPS = (
    *("abs", "all", "any", "cast", "clip", "cos", "dot", "elu", "equal", "exp", "greater", "greater_equal", "less"),
    *("less_equal", "log", "max", "maximum", "mean", "min", "minimum", "not_equal", "one_hot"),
    *("ones_like", "prod", "reshape", "round", "sigmoid", "sign", "sin", "softmax", "softplus", "softsign"),
    *("square", "squeeze", "stack", "std", "stop_gradient", "sum", "tanh", "tile", "transpose", "var"),
    *("binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy"),
    *("zeros_like", "argmax", "argmin", "concatenate", "cumprod", "cumsum", "expand_dims"),
)
IN_OPS = {name: name for name in SAME_IN_OPS} | {
    "gather": "take",
    "permute_dimensions": "transpose",
    "pow": "power",
    "repeat_elements": "repeat",
}
"""A function of the backend → that of keras.ops with the same arguments in the same order."""

OPS_DEFAULTS = {
    "argmax": "axis=-1",
    "argmin": "axis=-1",
    "concatenate": "axis=-1",
    "cumprod": "axis=0",
    "cumsum": "axis=0",
    "expand_dims": "axis=-1",
    "gather": "axis=0",
}
"""A function of the backend → the axis that it took without being told, and that keras.ops has to be told."""

FORMS = {
    "bias_add": (("x", "bias"), "{ops}.add({x}, {bias})"),
    "batch_flatten": (("x",), "{ops}.reshape({x}, ({ops}.shape({x})[0], -1))"),
    "constant": (("value",), '{ops}.convert_to_tensor({value}, dtype="float32")'),
    "eval": (("x",), "{ops}.convert_to_numpy({x})"),
    "flatten": (("x",), "{ops}.reshape({x}, (-1,))"),
    "get_value": (("x",), "{ops}.convert_to_numpy({x})"),
    "int_shape": (("x",), "tuple({x}.shape)"),
    "l2_normalize": (("x", "axis"), "{ops}.normalize({x}, axis={axis}, epsilon=1e-6)"),
    "ndim": (("x",), "len({x}.shape)"),
    "relu": (("x",), "{ops}.relu({x})"),
    "repeat": (("x", "n"), "{ops}.repeat({ops}.expand_dims({x}, 1), {n}, axis=1)"),
    "reverse": (("x", "axes"), "{ops}.flip({x}, axis={axes})"),
    "sqrt": (("x",), "{ops}.sqrt({ops}.maximum({x}, 0))"),
}
"""A function of the backend → its arguments if it is given all of them, and the code that does the same."""

NEVER_NEGATIVE = ("abs", "epsilon", "exp", "relu", "sigmoid", "softmax", "softplus", "square", "std", "var")
"""Functions of the backend whose results are at least 0."""
OF_NEVER_NEGATIVE = ("max", "mean", "min", "sum", "sqrt", "expand_dims", "reshape", "cast", "prod")
"""Functions of the backend whose results are at least 0 if what they are given is."""

DTYPES = {"double": "float64", "float": "float32", "half": "float16"}
"""A dtype as TensorFlow also reads it → as Keras 3 reads it."""

BACKENDS = ("cntk", "mxnet", "plaidml.keras.backend", "theano")
"""What Keras ran on once, and does not now."""

INSTEAD = {
    "backend.get_value": "keras.ops.convert_to_numpy(…)",
    "backend.eval": "keras.ops.convert_to_numpy(…)",
    "backend.variable": "keras.Variable(…)",
    "backend.placeholder": "keras.Input(…)",
    "backend.int_shape": "x.shape",
    "backend.ndim": "len(x.shape)",
    "backend.dot": "keras.ops.matmul(a, b)",
    "backend.concatenate": "keras.ops.concatenate([a, b], axis)",
    "backend.permute_dimensions": "keras.ops.transpose(x, axes)",
    "backend.pow": "keras.ops.power(x, a)",
    "backend.switch": "keras.ops.where(condition, a, b)",
    "backend.argmax": "keras.ops.argmax(x, axis=-1)",
    "backend.argmin": "keras.ops.argmin(x, axis=-1)",
    "backend.cumsum": "keras.ops.cumsum(x, axis=0)",
    "backend.cumprod": "keras.ops.cumprod(x, axis=0)",
    "backend.expand_dims": "keras.ops.expand_dims(x, axis=-1)",
    "backend.repeat": "keras.ops.repeat(keras.ops.expand_dims(x, 1), n, axis=1)",
    "backend.repeat_elements": "keras.ops.repeat(x, n, axis)",
    "backend.binary_crossentropy": "keras.ops.binary_crossentropy(targets, outputs)",
    "backend.categorical_crossentropy": "keras.ops.categorical_crossentropy(targets, outputs)",
    "backend.sparse_categorical_crossentropy": "keras.ops.sparse_categorical_crossentropy(targets, outputs)",
    "backend.in_top_k": "keras.ops.in_top_k(targets, predictions, k)",
    "backend.gather": "keras.ops.take(x, ids, axis=0)",
    "backend.map_fn": "keras.ops.map(f, x)",
    "backend.l2_normalize": "keras.ops.normalize(x, axis)",
    "backend.flatten": "keras.ops.reshape(x, (-1,))",
    "backend.batch_flatten": "keras.ops.reshape(x, (len(x), -1))",
    "backend.reverse": "keras.ops.flip(x, axis)",
    "backend.batch_dot": "keras.layers.Dot(axes)([a, b])",
    "backend.constant": "keras.ops.convert_to_tensor(…)",
    "backend.count_params": "weights.shape, whose product it is",
    "backend.dropout": "keras.random.dropout(x, rate)",
    "backend.random_normal": "keras.random.normal(shape, mean, stddev)",
    "backend.random_uniform": "keras.random.uniform(shape, minval, maxval)",
    "backend.set_image_dim_ordering": "keras.backend.set_image_data_format(…)",
    "backend.image_dim_ordering": "keras.backend.image_data_format()",
    "layer.recurrent_kernel": "layer.cell.recurrent_kernel",
    "recurrent.kernel": "layer.cell.kernel",
    "recurrent.bias": "layer.cell.bias",
    "layer.output_shape": "layer.output.shape",
    "layer.input_shape": "layer.input.shape",
    "layer.get_output_at": "layer.output",
    "layer.get_input_at": "layer.input",
    "layer.get_output": "layer.output",
    "layer.get_input": "layer.input",
    "model.to_yaml": "model.to_json()",
    "model.predict_proba": "model.predict(…)",
    "model.lr": "model.optimizer.learning_rate",
    "tf.div": "tf.math.divide(a, b)",
    "tf.to_float": "tf.cast(x, tf.float32)",
    "tf.to_int32": "tf.cast(x, tf.int32)",
    "tf.to_int64": "tf.cast(x, tf.int64)",
    "tf.assign": "x.assign(value)",
    "tf.assign_add": "x.assign_add(value)",
    "tf.train.AdamOptimizer": "keras.optimizers.Adam(…)",
    "tf.train.GradientDescentOptimizer": "keras.optimizers.SGD(…)",
    "tf.train.RMSPropOptimizer": "keras.optimizers.RMSprop(…)",
    "tf.train.AdagradOptimizer": "keras.optimizers.Adagrad(…)",
}
"""A name that is gone → the code that does the same. The names are as in ADVICE."""

ADVICE = {
    "Recurrent": N_("write a cell, and give it to `keras.layers.RNN`."),
    "_time_distributed_dense": N_("a `Dense` layer is applied to each step by itself."),
    "Merge": N_("use the functional API with `Concatenate`, `Add` or `Dot`."),
    "merge": N_(
        "call a layer with the list, such as `Concatenate(axis=-1)([a, b])`, `Add()`, `Multiply()` or `Dot(axes)`."
    ),
    "Graph": N_("write the model with the functional API: `Input`, layers that are called, and `Model`."),
    "KerasClassifier": N_("use `keras.wrappers.SKLearnClassifier` or the package scikeras."),
    "KerasRegressor": N_("use `keras.wrappers.SKLearnRegressor` or the package scikeras."),
    "JZS1": N_("a `GRU` is nearest to it."),
    "JZS2": N_("a `GRU` is nearest to it."),
    "JZS3": N_("a `GRU` is nearest to it."),
    "Highway": N_("write it with `Dense`, `Multiply` and `Add`."),
    "MaxoutDense": N_("write it with `Dense`, `Reshape` and `keras.ops.max`."),
    "slice_X": N_("slice the arrays themselves, such as `x[a:b]`."),
    "slice_arrays": N_("slice the arrays themselves, such as `x[a:b]`."),
    "multi_gpu_model": N_("use `tf.distribute.MirroredStrategy`."),
    "set_session": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "backend.get_session": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "backend.set_value": N_(
        "a variable has `assign`, such as `layer.states[0].assign(…)`; `keras.ops` has no `set_value`."
    ),
    "backend.function": N_("make a `keras.Model` of the inputs and outputs, and call it."),
    "backend.ctc_batch_cost": N_(
        "`keras.ops.ctc_loss` takes the outputs before the softmax, and lengths without an axis of size 1."
    ),
    "backend.tensorflow_backend": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "backend.gradients": N_("use `tf.GradientTape`."),
    "backend.learning_phase": N_("call the model with `training=True` or `training=False`."),
    "backend.set_learning_phase": N_("call the model with `training=True` or `training=False`."),
    "backend.rnn": N_("write a cell, and give it to `keras.layers.RNN`."),
    "backend.update": N_("a variable has `assign`."),
    "backend.update_add": N_("a variable has `assign_add`."),
    "backend.in_train_phase": N_("a layer's `call` has the argument `training`."),
    "backend.relu": N_(
        "`keras.ops.relu` takes the array alone; with a slope or a largest value use `keras.layers.ReLU`."
    ),
    "model.reset_states": N_("each stateful layer has its own."),
    "model.validation_data": OF_CALLBACKS["validation_data"],
    "model._make_predict_function": N_("`predict` makes it by itself. Leave the line out."),
    "model_from_yaml": N_("use `model.to_json()` and `model_from_json`."),
    "tf.Session": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "tf.InteractiveSession": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "tf.ConfigProto": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "tf.placeholder": N_("write `keras.Input(…)`, or give the array itself."),
    "tf.enable_eager_execution": N_("TensorFlow 2 runs each line at once. Leave the line out."),
    "tf.get_default_graph": N_("TensorFlow 2 runs each line at once. Leave the line out."),
    "tf.global_variables_initializer": N_("variables have their values at once. Leave the line out."),
    "tf.variable_scope": N_("a layer keeps its own weights. Leave the line out."),
    "tf.get_variable": N_("a layer makes its weights by `self.add_weight(…)`; otherwise write `keras.Variable(…)`."),
    "tf.contrib": N_("TensorFlow 2 has no `tf.contrib`; its layers are in `keras.layers`."),
    "tf.nn.rnn_cell": N_("the cells are in `keras.layers`, such as `LSTMCell`."),
    "tf.nn.dynamic_rnn": N_("use `keras.layers.RNN` with a cell, or `keras.layers.LSTM`."),
}
"""A name without a counterpart of the same arguments → what to do about it.

A name stands alone, with what it is below ("backend", "tf"), or with what it is an attribute of ("layer", "model").
"""
