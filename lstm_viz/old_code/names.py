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
    "legacy.layers": "layers",
    "metrics.metrics": "metrics",
    "objectives": "losses",
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
}
"""A name → its name now, wherever it is imported from."""

RENAMED_IN = {
    "utils.visualize_util": {"plot": "plot_model"},
    "initializers": {"normal": "RandomNormal", "uniform": "RandomUniform", "one": "Ones", "zero": "Zeros"},
    "constraints": {"maxnorm": "MaxNorm", "nonneg": "NonNeg", "unitnorm": "UnitNorm"},
    "losses": {"cosine_proximity": "cosine_similarity", "cosine": "cosine_similarity", "logcosh": "log_cosh"},
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

FIT_ARGUMENTS = {"nb_epoch": "epochs"}
MODEL_ARGUMENTS = {"input": "inputs", "output": "outputs"}
DROPPED_BY_FIT = ("max_q_size", "max_queue_size", "nb_worker", "pickle_safe", "use_multiprocessing", "workers")
DROPPED_BY_LAYERS = ("consume_less", "implementation")
METHODS = {
    "evaluate_generator": "evaluate",
    "fit_generator": "fit",
    "predict_generator": "predict",
}

FITTING = ("fit", "fit_generator", "evaluate", "evaluate_generator", "predict", "predict_generator", "train_on_batch")

ARGUMENTS_OF = {
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
}
"""What is called → its arguments in the order of Keras 2, by the names that they have now."""

METHOD_ORDER = {
    "compile": ("optimizer", "loss", "loss_weights", "metrics"),
    "load_weights": ("filepath", "skip_mismatch"),
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
"""An optimizer → its default learning rate in Keras 1 and in Keras 2 before 2.3; now each is 0.001."""

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
    "layer.output_shape": "layer.output.shape",
    "layer.input_shape": "layer.input.shape",
    "layer.get_output_at": "layer.output",
    "layer.get_input_at": "layer.input",
    "model.to_yaml": "model.to_json()",
    "model.predict_proba": "model.predict(…)",
    "model.lr": "model.optimizer.learning_rate",
    "tf.reset_default_graph": "keras.backend.clear_session()",
    "tf.set_random_seed": "tf.random.set_seed(…)",
    "tf.train.AdamOptimizer": "keras.optimizers.Adam(…)",
    "tf.train.GradientDescentOptimizer": "keras.optimizers.SGD(…)",
    "tf.train.RMSPropOptimizer": "keras.optimizers.RMSprop(…)",
    "tf.train.AdagradOptimizer": "keras.optimizers.Adagrad(…)",
}
"""A name that is gone → the code that does the same. The names are as in ADVICE."""

ADVICE = {
    "TimeDistributedDense": N_("a `Dense` layer is applied to each step by itself."),
    "Merge": N_("use the functional API with `Concatenate`, `Add` or `Dot`."),
    "merge": N_(
        "call a layer with the list, such as `Concatenate(axis=-1)([a, b])`, `Add()`, `Multiply()` or `Dot(axes)`."
    ),
    "Graph": N_("write the model with the functional API: `Input`, layers that are called, and `Model`."),
    "KerasClassifier": N_("use `keras.wrappers.SKLearnClassifier` or the package scikeras."),
    "KerasRegressor": N_("use `keras.wrappers.SKLearnRegressor` or the package scikeras."),
    "Highway": N_("write it with `Dense`, `Multiply` and `Add`."),
    "MaxoutDense": N_("write it with `Dense`, `Reshape` and `keras.ops.max`."),
    "slice_X": N_("slice the arrays themselves, such as `x[a:b]`."),
    "multi_gpu_model": N_("use `tf.distribute.MirroredStrategy`."),
    "set_session": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "backend.get_session": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "backend.set_value": N_(
        "a variable has `assign`, such as `layer.states[0].assign(…)`; `keras.ops` has no `set_value`."
    ),
    "backend.function": N_("make a `keras.Model` of the inputs and outputs, and call it."),
    "backend.gradients": N_("use `tf.GradientTape`."),
    "backend.learning_phase": N_("call the model with `training=True` or `training=False`."),
    "backend.set_learning_phase": N_("call the model with `training=True` or `training=False`."),
    "backend.rnn": N_("write a cell, and give it to `keras.layers.RNN`."),
    "backend.update": N_("a variable has `assign`."),
    "model.reset_states": N_("each stateful layer has its own."),
    "model_from_yaml": N_("use `model.to_json()` and `model_from_json`."),
    "tf.Session": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "tf.InteractiveSession": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "tf.ConfigProto": N_("TensorFlow 2 has no sessions. Leave the lines out."),
    "tf.placeholder": N_("write `keras.Input(…)`, or give the array itself."),
    "tf.get_default_graph": N_("TensorFlow 2 runs each line at once. Leave the line out."),
    "tf.global_variables_initializer": N_("variables have their values at once. Leave the line out."),
    "tf.contrib": N_("TensorFlow 2 has no `tf.contrib`; its layers are in `keras.layers`."),
    "tf.nn.rnn_cell": N_("the cells are in `keras.layers`, such as `LSTMCell`."),
    "tf.nn.dynamic_rnn": N_("use `keras.layers.RNN` with a cell, or `keras.layers.LSTM`."),
}
"""A name without a counterpart of the same arguments → what to do about it.

A name stands alone, with what it is below ("backend", "tf"), or with what it is an attribute of ("layer", "model").
"""
