"""Tables of the names that Keras 3 has changed. The rules read them."""

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
    "engine.training": "models",
    "engine": "layers",
    "initializations": "initializers",
    "objectives": "losses",
    "utils.data_utils": "utils",
    "utils.generic_utils": "utils",
    "utils.np_utils": "utils",
    "utils.vis_utils": "utils",
}
"""A module below keras → the module with its public names now. A longer name comes before the names it begins with."""

ONLY_IN_TENSORFLOW = ("TimeseriesGenerator", "Tokenizer", "one_hot", "text_to_word_sequence", "hashing_trick")
"""The names of keras.preprocessing that only tensorflow.keras still has."""

RENAMED = {
    "CuDNNLSTM": "LSTM",
    "CuDNNGRU": "GRU",
    "Convolution1D": "Conv1D",
    "Convolution2D": "Conv2D",
}
"""A layer → its name now."""

OPTIMIZERS = ("Adadelta", "Adagrad", "Adam", "Adamax", "Ftrl", "Nadam", "RMSprop", "SGD")
RECURRENT = ("LSTM", "GRU", "SimpleRNN", "CuDNNLSTM", "CuDNNGRU")
LAYERS = (
    *RECURRENT,
    *RENAMED,
    "Activation",
    "BatchNormalization",
    "Bidirectional",
    "Conv1D",
    "Conv2D",
    "ConvLSTM2D",
    "Dense",
    "Dropout",
    "Embedding",
    "Flatten",
    "GaussianNoise",
    "Lambda",
    "Masking",
    "MaxPooling1D",
    "MaxPooling2D",
    "Permute",
    "RepeatVector",
    "Reshape",
    "SpatialDropout1D",
    "TimeDistributed",
    "ZeroPadding1D",
)
"""Layers with which old tutorials begin a model, or to which they give arguments of Keras 1."""

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

GONE = (
    "Highway",
    "KerasClassifier",
    "KerasRegressor",
    "MaxoutDense",
    "Merge",
    "TimeDistributedDense",
    "multi_gpu_model",
    "set_session",
)
"""The names that have no counterpart with the same arguments."""
