"""Errors of names: modules, classes, methods and arguments of Keras 1 and 2, with what stands in their place.

Each table gives for an old name the line to write with Keras 3; a new name is one more line.
"""

from collections.abc import Callable, Mapping

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.rule import Case, Facts, Rule, bare, word

RECURRENT = "from keras.layers import LSTM, GRU, SimpleRNN"
CATEGORICAL = "from keras.utils import to_categorical"
GENERATOR = "from tensorflow.keras.preprocessing.sequence import TimeseriesGenerator"
DATASET = "keras.utils.timeseries_dataset_from_array(x, y, sequence_length)"
TOKENIZER = "from tensorflow.keras.preprocessing.text import Tokenizer\nkeras.layers.TextVectorization(max_tokens)"

MODULES = {
    "layers.recurrent": RECURRENT,
    "layers.cudnn_recurrent": RECURRENT,
    "layers.core": "from keras.layers import Dense, Dropout, Activation, Flatten, RepeatVector, Masking",
    "layers.embeddings": "from keras.layers import Embedding",
    "layers.wrappers": "from keras.layers import TimeDistributed, Bidirectional",
    "layers.convolutional": "from keras.layers import Conv1D, Conv2D, MaxPooling1D",
    "layers.convolutional_recurrent": "from keras.layers import ConvLSTM2D",
    "layers.pooling": "from keras.layers import MaxPooling1D, GlobalAveragePooling1D",
    "layers.normalization": "from keras.layers import BatchNormalization, LayerNormalization",
    "layers.advanced_activations": "from keras.layers import LeakyReLU, PReLU",
    "layers.merge": "from keras.layers import Concatenate, Add, concatenate, add",
    "layers.noise": "from keras.layers import GaussianNoise",
    "layers.experimental": "from keras.layers import TextVectorization, Normalization",
    "layers.preprocessing": "from keras.layers import TextVectorization, Normalization",
    "utils.np_utils": CATEGORICAL,
    "utils.vis_utils": "from keras.utils import plot_model",
    "utils.visualize_util": "from keras.utils import plot_model",
    "utils.generic_utils": "from keras.saving import get_custom_objects",
    "utils.data_utils": "from keras.utils import get_file, Sequence",
    "utils.training_utils": "import tensorflow as tf\nstrategy = tf.distribute.MirroredStrategy()",
    "engine": "from keras.layers import Layer, InputSpec\nfrom keras import Model",
    "engine.topology": "from keras.layers import Layer, InputSpec",
    "engine.training": "from keras import Model",
    "models.graph": "from keras import Model",
    "preprocessing.text": TOKENIZER,
    "preprocessing.sequence": "from keras.utils import pad_sequences",
    "preprocessing.timeseries": DATASET,
    "wrappers": "from scikeras.wrappers import KerasRegressor, KerasClassifier",
    "wrappers.scikit_learn": "from scikeras.wrappers import KerasRegressor, KerasClassifier",
    "initializations": "from keras import initializers",
    "objectives": "from keras import losses",
    "layers.containers": "from keras import Sequential",
    "layers.local": "from keras.layers import Conv1D",
    "backend.tensorflow_backend": "from keras import ops, backend",
    "legacy": RECURRENT,
    "python": "import keras",
}
IMPORTED = {
    "CuDNNLSTM": "from keras.layers import LSTM  # uses cuDNN by itself",
    "CuDNNGRU": "from keras.layers import GRU  # uses cuDNN by itself",
    "TimeseriesGenerator": f"{GENERATOR}\n{DATASET}",
    "Merge": "from keras.layers import Concatenate, Add",
    "merge": "from keras.layers import concatenate, add",
    "TimeDistributedDense": "from keras.layers import TimeDistributed, Dense",
    "MaxoutDense": "from keras.layers import Dense",
    "Highway": "from keras.layers import Dense",
    "Graph": "from keras import Model",
    "Convolution1D": "from keras.layers import Conv1D",
    "Convolution2D": "from keras.layers import Conv2D",
    "ThresholdedReLU": "from keras.layers import ReLU  # ReLU(threshold=1.0)",
    "np_utils": CATEGORICAL,
    "to_categorical": CATEGORICAL,
    "plot_model": "from keras.utils import plot_model",
    "pad_sequences": "from keras.utils import pad_sequences",
    "get_custom_objects": "from keras.saving import get_custom_objects",
    "multi_gpu_model": "import tensorflow as tf\nstrategy = tf.distribute.MirroredStrategy()",
    "Tokenizer": TOKENIZER,
    "one_hot": TOKENIZER,
    "text": TOKENIZER,
    "sequence": "from keras.utils import pad_sequences",
    "vis_utils": "from keras.utils import plot_model",
    "l1l2": "from keras.regularizers import L1L2",
    "activity_l2": "from keras.regularizers import L2",
    "adam_v2": "from keras.optimizers import Adam",
    "text_to_word_sequence": "from tensorflow.keras.preprocessing.text import text_to_word_sequence",
    "KerasRegressor": "from scikeras.wrappers import KerasRegressor",
    "KerasClassifier": "from scikeras.wrappers import KerasClassifier",
    "Adam": "from keras.optimizers import Adam",
    "SGD": "from keras.optimizers import SGD",
    "RMSprop": "from keras.optimizers import RMSprop",
    "adam": "from keras.optimizers import Adam",
    "sgd": "from keras.optimizers import SGD",
    "rmsprop": "from keras.optimizers import RMSprop",
    "BatchNormalization": "from keras.layers import BatchNormalization",
    "LayerNormalization": "from keras.layers import LayerNormalization",
    "Layer": "from keras.layers import Layer",
    "InputSpec": "from keras.layers import InputSpec",
    "InputLayer": "from keras.layers import InputLayer",
    "Input": "from keras import Input",
    "Bidirectional": "from keras.layers import Bidirectional",
    "TimeDistributed": "from keras.layers import TimeDistributed",
    "LSTM": RECURRENT,
    "GRU": RECURRENT,
    "SimpleRNN": RECURRENT,
    "Recurrent": "from keras.layers import RNN",
    "LSTMCell": "from keras.layers import LSTMCell, RNN",
    "ConvLSTM2D": "from keras.layers import ConvLSTM2D",
    "WeightRegularizer": "from keras.regularizers import L1L2",
}
NAMED = {
    "tf": "import tensorflow as tf",
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "keras": "import keras",
    "K": "from keras import ops, backend as K",
    "layers": "from keras import layers",
    "Sequential": "from keras import Sequential",
    "Model": "from keras import Model",
    "load_model": "from keras.models import load_model",
    "Dense": "from keras.layers import Dense",
    "Dropout": "from keras.layers import Dropout",
    "Flatten": "from keras.layers import Flatten",
    "Activation": "from keras.layers import Activation",
    "Embedding": "from keras.layers import Embedding",
    "Masking": "from keras.layers import Masking",
    "RepeatVector": "from keras.layers import RepeatVector",
    "Concatenate": "from keras.layers import Concatenate",
    "EarlyStopping": "from keras.callbacks import EarlyStopping",
    "ModelCheckpoint": "from keras.callbacks import ModelCheckpoint",
    "MinMaxScaler": "from sklearn.preprocessing import MinMaxScaler",
    "StandardScaler": "from sklearn.preprocessing import StandardScaler",
}
EVALUATED = "model.predict(x).argmax(axis=-1)\n(model.predict(x) > 0.5).astype(int)"
METHODS = {
    "predict_proba": "model.predict(x)",
    "prediction": "model.predict(x)",
    "predictions": "model.predict(x)",
    "fit_generator": "model.fit(generator)",
    "evaluate_generator": "model.evaluate(generator)",
    "predict_generator": "model.predict(generator)",
    "_make_predict_function": "model.predict(x)",
    "uses_learning_phase": "model(x, training=False)",
    "lr": "model.optimizer.learning_rate.assign(0.001)",
    "output_shape": "layer.output.shape",
    "input_shape": "layer.input.shape",
    "get_output_at": "layer.output",
    "get_input_at": "layer.input",
    "get_weights_value": "layer.get_weights()",
    "add_node": "keras.Model(inputs, outputs)",
    "add_input": "keras.Model(inputs, outputs)",
    "add_output": "keras.Model(inputs, outputs)",
    "get_shape": "print(x.shape)",
    "_keras_shape": "print(x.shape)",
    "_get_distribution_strategy": "keras.callbacks.TensorBoard(log_dir)",
    "sample_weights": "model.fit(x, y, sample_weight=weights)",
    "validation_data": "keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: model.evaluate(x_val, y_val))",
}
RENAMED = {
    "inner_activation": 'LSTM(units, recurrent_activation="sigmoid")',
    "inner_init": 'LSTM(units, recurrent_initializer="orthogonal")',
    "init": 'Dense(units, kernel_initializer="glorot_uniform")',
    "forget_bias_init": "LSTM(units, unit_forget_bias=True)",
    "output_dim": "LSTM(20)  # units comes first",
    "dropout_W": "LSTM(units, dropout=0.2)",
    "dropout_U": "LSTM(units, recurrent_dropout=0.2)",
    "dropout_w": "LSTM(units, dropout=0.2)",
    "dropout_u": "LSTM(units, recurrent_dropout=0.2)",
    "W_regularizer": "LSTM(units, kernel_regularizer=keras.regularizers.L2(0.01))",
    "U_regularizer": "LSTM(units, recurrent_regularizer=keras.regularizers.L2(0.01))",
    "b_regularizer": "LSTM(units, bias_regularizer=keras.regularizers.L2(0.01))",
    "W_constraint": "Dense(units, kernel_constraint=keras.constraints.MaxNorm(3))",
    "return_sequence": "LSTM(units, return_sequences=True)",
    "return_states": "LSTM(units, return_state=True)",
    "border_mode": 'Conv1D(filters, kernel_size, padding="same")',
    "subsample_length": "Conv1D(filters, kernel_size, strides=1)",
    "subsample": "Conv2D(filters, kernel_size, strides=1)",
    "nb_filter": "Conv1D(filters=32, kernel_size=3)",
    "filter_length": "Conv1D(filters=32, kernel_size=3)",
    "pool_length": "MaxPooling1D(pool_size=2)",
    "bias": "Dense(units, use_bias=True)",
    "p": "Dropout(0.5)",
    "weights": "Embedding(words, features, embeddings_initializer=keras.initializers.Constant(matrix))",
    "dropout": "Embedding(words, features), SpatialDropout1D(0.2)",
}
OLD_FILE = """class OldLSTM(keras.layers.LSTM):
    def __init__(self, *args, time_major=False, **kwargs):
        super().__init__(*args, **kwargs)
model = keras.models.load_model(path, custom_objects={"LSTM": OldLSTM})"""
GONE = {
    "time_major": f"x = keras.ops.transpose(x, (1, 0, 2))  # only where it was True\n{OLD_FILE}",
    "consume_less": "LSTM(units)",
    "implementation": "LSTM(units)",
    "batch_dim": "LSTM(units)",
}
FITTED = {
    "nb_epoch": "model.fit(x, y, epochs=10)",
    "epoch": "model.fit(x, y, epochs=10)",
    "show_accuracy": 'model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])',
    "class_mode": 'model.compile(optimizer="adam", loss="binary_crossentropy")',
    "samples_per_epoch": "model.fit(generator, steps_per_epoch=100)",
    "nb_val_samples": "model.fit(generator, validation_data=other, validation_steps=10)",
    "nb_worker": "model.fit(generator)",
    "workers": "model.fit(generator)",
    "use_multiprocessing": "model.fit(generator)",
    "max_queue_size": "model.fit(generator)",
    "max_q_size": "model.fit(generator)",
    "pickle_safe": "model.fit(generator)",
    "sample_weight_mode": 'model.compile(optimizer="adam", loss="mse")',
    "callback": "model.fit(x, y, callbacks=[callback])",
    "validation_set": "model.fit(x, y, validation_data=(x_val, y_val))",
    "batchsize": "model.fit(x, y, batch_size=32)",
    "period": 'keras.callbacks.ModelCheckpoint(path, save_freq="epoch")',
    "input": "keras.Model(inputs=x, outputs=y)",
    "output": "keras.Model(inputs=x, outputs=y)",
    "nb_words": "imdb.load_data(num_words=10000)",
}
OPTIMIZER = {
    "lr": "keras.optimizers.Adam(learning_rate=0.001)",
    "decay": "keras.optimizers.Adam(learning_rate=keras.optimizers.schedules.InverseTimeDecay(0.001, 1, 1e-6))",
    "epsilon": "keras.optimizers.Adam(epsilon=1e-7)",
}
PACKAGES = {
    "sklearn": "pip install scikit-learn",
    "scikeras": "pip install scikeras",
    "h5py": "pip install h5py",
    "pandas": "pip install pandas",
    "matplotlib": "pip install matplotlib",
    "seaborn": "pip install seaborn",
    "scipy": "pip install scipy",
    "numpy": "pip install numpy",
    "keras_tuner": "pip install keras-tuner",
    "kerastuner": "pip install keras-tuner",
    "tf_keras": "pip install tf_keras",
    "pandas_datareader": "pip install pandas-datareader",
    "yfinance": "pip install yfinance",
    "attention": "pip install attention",
    "cv2": "pip install opencv-python",
    "FinanceDataReader": "pip install finance-datareader",
    "gensim": "pip install gensim",
    "jieba": "pip install jieba",
    "keras_tcn": "pip install keras-tcn",
    "konlpy": "pip install konlpy",
    "music21": "pip install music21",
    "nltk": "pip install nltk",
    "openpyxl": "pip install openpyxl",
    "PIL": "pip install pillow",
    "plotly": "pip install plotly",
    "skimage": "pip install scikit-image",
    "statsmodels": "pip install statsmodels",
    "tcn": "pip install keras-tcn",
    "tensorflow_datasets": "pip install tensorflow-datasets",
    "tensorflow_hub": "pip install tensorflow-hub",
    "tqdm": "pip install tqdm",
}
HISTORY = {
    "acc": 'history.history["accuracy"]',
    "val_acc": 'history.history["val_accuracy"]',
    "lr": 'history.history["learning_rate"]  # with a callback that changes it',
    "val_loss": 'history = model.fit(x, y, validation_split=0.2)\nhistory.history["val_loss"]',
    "accuracy": 'model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])',
    "val_accuracy": 'model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])\n'
    "model.fit(x, y, validation_split=0.2)",
    "mae": 'model.compile(optimizer="adam", loss="mse", metrics=["mae"])',
    "val_mae": 'model.compile(optimizer="adam", loss="mse", metrics=["mae"])\nmodel.fit(x, y, validation_split=0.2)',
    "mean_absolute_error": 'model.compile(optimizer="adam", loss="mse", metrics=["mean_absolute_error"])',
}
OF_ONE_ARRAY = (
    *("abs", "all", "any", "argmax", "exp", "log", "max", "min", "ones_like", "prod", "relu", "round", "sigmoid"),
    *("sign", "softmax", "softplus", "std", "tanh", "transpose", "var", "zeros_like"),
)
BACKEND = {
    "get_default_graph": "import keras  # no graph and no session are needed",
    "Session": "import keras  # no graph and no session are needed",
    "ConfigProto": "tf.config.experimental.set_memory_growth(gpu, True)",
    "placeholder": "keras.Input(shape)",
    "reset_default_graph": "keras.backend.clear_session()",
    "set_random_seed": "keras.utils.set_random_seed(0)",
    "global_variables_initializer": "import keras  # weights are set when a layer is built",
    "get_session": "import keras  # no graph and no session are needed",
    "contrib": RECURRENT,
    "variable_scope": "import keras  # a layer keeps its own weights",
    "get_variable": "self.add_weight(shape=shape)  # in a layer's build",
    "set_session": "import keras  # no graph and no session are needed",
    "set_value": "variable.assign(value)",
    "get_value": "keras.ops.convert_to_numpy(variable)",
    "function": "keras.Model(model.inputs, model.layers[0].output)",
    "control_flow_ops": "pip install --upgrade tensorflow keras",
    "math": "keras.ops.mean(x)",
    "mean": "keras.ops.mean(x)",
    "sum": "keras.ops.sum(x)",
    "square": "keras.ops.square(x)",
    "sqrt": "keras.ops.sqrt(x)",
    "dot": "keras.ops.dot(a, b)",
    "expand_dims": "keras.ops.expand_dims(x, axis=-1)",
    "batch_dot": "keras.layers.Dot(axes=2)([a, b])",
    "cast": 'keras.ops.cast(x, "float32")',
    "clip": "keras.ops.clip(x, 0, 1)",
    "concatenate": "keras.ops.concatenate([x, x], axis=-1)",
    "eval": "keras.ops.convert_to_numpy(x)",
    "flatten": "keras.ops.reshape(x, (-1,))",
    "gradients": "tf.GradientTape()",
    "int_shape": "print(x.shape)",
    "learning_phase": "model(x, training=False)",
    "set_learning_phase": "model(x, training=False)",
    "permute_dimensions": "keras.ops.transpose(x, (0, 2, 1))",
    "pow": "keras.ops.power(x, 2)",
    "repeat_elements": "keras.ops.repeat(x, 2, axis=1)",
    "reshape": "keras.ops.reshape(x, (len(x), -1))",
    "rnn": "keras.layers.RNN(keras.layers.LSTMCell(units))",
    "stack": "keras.ops.stack([x, x], axis=1)",
    "switch": "keras.ops.where(x > 0, x, 0)",
    "variable": "keras.Variable(x)",
} | {name: f"keras.ops.{name}(x)" for name in OF_ONE_ARRAY}

BELONGS = N_("{name} belongs to Keras 1 or 2: Keras 3 has no such module or name.")
IN_ITS_PLACE = N_("The line below is what Keras 3 has in its place.")


def renamed(patterns: tuple[str, ...], table: Mapping[str, str], meaning: str, cure: str, *examples: str) -> Rule:
    """The rule for the names of a table."""
    return Rule(patterns, (Case(meaning, cure, _line(table)),), examples)


def _line(table: Mapping[str, str]) -> Callable[[Facts], str]:
    return lambda known: table[known.name.removeprefix("keras.")]


KERAS = r"(?:tensorflow\.(?:python\.)?)?keras\."
MODULE = rf"(?P<name>keras\.(?:{'|'.join(sorted((m.replace('.', '[.]') for m in MODULES), reverse=True))}))"
# A name that comes from another package is another name.
FROM_KERAS = r"(?! from '(?!partially initialized module '(?:tensorflow|keras)|[\w.]{0,40}(?:tensorflow|keras)))"
UNEXPECTED = r"(?:unexpected keyword argument|[Kk]eyword argument not understood:',) "
UNRECOGNIZED = r"Unrecognized keyword arguments passed to \w{1,40}: \{[^}]{0,200}?"

NAMES: tuple[Rule, ...] = (
    Rule(
        (
            r"No module named '?(?P<name>keras_contrib|tensorflow_addons|keras_layer_normalization|recurrentshop|"
            r"keras_self_attention|keras_multi_head)\b",
        ),
        (
            Case(
                N_("{name} is not installed, and its authors have given it up: it works with an older Keras only."),
                N_(
                    "Keras 3 has attention, normalization and most of its other layers itself. It has no CRF: a "
                    "softmax at each timestep stands in its place."
                ),
                'keras.layers.Attention()\nkeras.layers.TimeDistributed(Dense(units, activation="softmax"))',
            ),
        ),
        examples=(
            "ModuleNotFoundError: No module named 'keras_contrib'",
            "ModuleNotFoundError: No module named 'tensorflow_addons'",
            "ModuleNotFoundError: No module named 'keras_self_attention'",
        ),
    ),
    renamed(
        (rf"No module named '?(?P<name>{'|'.join(PACKAGES)})\b",),
        PACKAGES,
        N_("The package is not installed in the Python that runs the program."),
        N_("Install it there; a notebook needs it in its own kernel."),
        "ModuleNotFoundError: No module named 'sklearn'",
        "ModuleNotFoundError: No module named 'sklearn.preprocessing'",
        "ImportError: No module named scikeras",
    ),
    renamed(
        (rf"No module named '?(?:tensorflow\.(?:python\.)?)?{MODULE}(?:\.\w{{1,40}})?(?:'|(?![\w.]))",),
        MODULES,
        BELONGS,
        IN_ITS_PLACE,
        "ModuleNotFoundError: No module named 'keras.layers.recurrent'",
        "ModuleNotFoundError: No module named 'tensorflow.keras.layers.recurrent'",
        "ImportError: No module named 'keras.wrappers.scikit_learn'",
        "ModuleNotFoundError: No module named 'keras.engine.base_layer'",
        "ImportError: No module named keras.layers.recurrent",
        "ModuleNotFoundError: No module named 'keras.utils.np_utils'",
    ),
    renamed(
        (
            rf"cannot import name {bare('name', IMPORTED)}{FROM_KERAS}",
            rf"module '[\w.]{{0,60}}keras[\w.]{{0,60}}' has no attribute {word('name', IMPORTED)}",
        ),
        IMPORTED,
        N_("{name} is not there under this path: in Keras 3 it has another place or another name, or it is gone."),
        IN_ITS_PLACE,
        "ImportError: cannot import name 'CuDNNLSTM' from 'tensorflow.keras.layers' (/usr/lib/python3/init.py)",
        "ImportError: cannot import name 'to_categorical' from 'keras.utils.np_utils'",
        "AttributeError: module 'tensorflow.keras.layers' has no attribute 'CuDNNLSTM'",
        "ImportError: cannot import name 'TimeDistributedDense'",
        "ImportError: cannot import name 'Adam' from 'keras.optimizers' (/usr/local/lib/python3.8/site-packages)",
        "AttributeError: module 'keras.utils' has no attribute 'np_utils'",
        "ImportError: cannot import name Merge",
        "ImportError: cannot import name LayerNormalization from keras.layers".replace(
            "name LayerNormalization", "name 'LayerNormalization'"
        ),
    ),
    renamed(
        (rf"name {word('name', NAMED)} is not defined", rf"name {word('name', IMPORTED)} is not defined"),
        IMPORTED | NAMED,
        N_("{name} was used before it was imported."),
        N_("Import it first."),
        "NameError: name 'LSTM' is not defined",
        "NameError: name 'to_categorical' is not defined",
        "NameError: name 'tf' is not defined",
    ),
    Rule(
        (r"has no attribute 'predict_classes'",),
        (
            Case(
                N_("predict_classes was a method of Keras 2's Sequential; Keras 3 has only predict."),
                N_(
                    "Take the most probable class of what predict returns; with a single sigmoid output, the class "
                    "is whether it is above 0.5."
                ),
                EVALUATED,
            ),
        ),
        examples=("AttributeError: 'Functional' object has no attribute 'predict_classes'",),
    ),
    renamed(
        (rf"'\w{{1,40}}' object has no attribute {word('name', METHODS)}",),
        METHODS,
        N_("{name} belongs to Keras 1 or 2; in Keras 3 this object does not have it."),
        IN_ITS_PLACE,
        "AttributeError: 'Sequential' object has no attribute 'fit_generator'",
        "AttributeError: 'LSTM' object has no attribute 'output_shape'",
        "AttributeError: 'Adam' object has no attribute 'lr'",
        "AttributeError: 'Functional' object has no attribute 'predict_generator'. Did you mean: 'predict_step'?",
        "AttributeError: 'Sequential' object has no attribute 'predict_proba'",
    ),
    renamed(
        (rf"{UNRECOGNIZED}{word('name', GONE)}", rf"{UNEXPECTED}{word('name', GONE)}"),
        GONE,
        N_("{name} is gone in Keras 3: a layer does not take it. A file of Keras 2 may still hold it."),
        N_(
            "Leave it out. For an .h5 file that holds it, give load_model a layer that drops it, by "
            "custom_objects, or save the model again with Keras 2 as weights."
        ),
        "ValueError: Unrecognized keyword arguments passed to LSTM: {'time_major': False}",
        "TypeError: LSTM.__init__() got an unexpected keyword argument 'implementation'",
        "TypeError: Error when deserializing class 'LSTM' using config={'name': 'lstm', 'time_major': False}. "
        "Exception encountered: Unrecognized keyword arguments passed to LSTM: {'time_major': False}",
    ),
    renamed(
        (
            rf"{UNRECOGNIZED}{word('name', RENAMED)}",
            rf"__init__\(\) got an {UNEXPECTED}{word('name', RENAMED)}",
            rf"'[Kk]eyword argument not understood:', {word('name', RENAMED)}",
            rf"[Kk]eyword argument not understood: (?P<name>{'|'.join(RENAMED)})\b",
        ),
        RENAMED,
        N_("{name} is not an argument of this layer in Keras 3: it has another name there, or was mistyped."),
        IN_ITS_PLACE,
        "ValueError: Unrecognized keyword arguments passed to LSTM: {'inner_activation': 'hard_sigmoid', 'x': 1}",
        "TypeError: ('Keyword argument not understood:', 'return_sequence')",
        "TypeError: __init__() got an unexpected keyword argument 'dropout_W'",
        "ValueError: Unrecognized keyword arguments passed to Embedding: {'weights': [array([[0.]])]}",
        "TypeError: Dense.__init__() got an unexpected keyword argument 'output_dim'",
    ),
    renamed(
        (
            rf"Argument\(s\) not recognized: \{{[^}}]{{0,200}}?{word('name', OPTIMIZER)}",
            rf"{UNEXPECTED}{word('name', OPTIMIZER)}",
            r"'?(?P<name>lr|decay)'? (?:argument )?is deprecated",
            r"not in optimizer|[Uu]nexpected keyword argument passed to optimizer: (?P<name>lr|decay)",
        ),
        OPTIMIZER,
        N_("{name} is not an argument of optimizers in Keras 3."),
        IN_ITS_PLACE,
        "ValueError: Argument(s) not recognized: {'lr': 0.002}",
        "TypeError: Adam.__init__() got an unexpected keyword argument 'lr'",
        "ValueError: decay is deprecated in the new Keras optimizer, please check the docstring for valid arguments",
        "TypeError: Unexpected keyword argument passed to optimizer: lr",
        "WARNING:absl:`lr` is deprecated in Keras optimizer, please use `learning_rate`",
    ),
    Rule(
        (r"[Uu]nexpected keyword argument passed to optimizer: (?P<name>learning_rate|\w)",),
        (
            Case(
                N_("The installed Keras is older than 2.3: its optimizers call the learning rate lr."),
                N_("Install a newer Keras, or write lr=0.001 in the old one."),
                "pip install --upgrade tensorflow keras",
                when=lambda m: m.name == "learning_rate",
            ),
            Case(
                N_("The optimizer of this version does not take an argument of that name: it is newer or mistyped."),
                N_("Compare the name with those that the optimizer takes, or install a newer Keras."),
                "help(keras.optimizers.Adam)",
            ),
        ),
        examples=(
            "TypeError: Unexpected keyword argument passed to optimizer: learning_rate",
            "TypeError: Unexpected keyword argument passed to optimizer: weight_decay",
        ),
    ),
    renamed(
        (
            rf"{UNEXPECTED}{word('name', FITTED)}",
            rf"Unrecognized keyword arguments: \{{[^}}]{{0,200}}?{word('name', FITTED)}",
            rf"The {word('name', FITTED)} argument in '\w{{1,40}}' has been renamed",
        ),
        FITTED,
        N_("{name} is an argument of Keras 1 or 2 that Keras 3 does not take here."),
        IN_ITS_PLACE,
        "TypeError: fit() got an unexpected keyword argument 'nb_epoch'",
        "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument 'workers'",
        "TypeError: Unrecognized keyword arguments: {'nb_epoch': 10}",
        "UserWarning: The `nb_epoch` argument in `fit` has been renamed `epochs`.",
        "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument 'use_multiprocessing'",
        "TypeError: ModelCheckpoint.__init__() got an unexpected keyword argument 'period'",
    ),
    renamed(
        (rf"KeyError: {word('name', HISTORY)}",),
        HISTORY,
        N_(
            "The history has no {name}: it holds each metric under the name that compile was given, and names "
            "that begin with val_ only if there are validation data."
        ),
        N_("Look at history.history.keys(), and use the line below."),
        "KeyError: 'acc'",
        "KeyError: 'val_acc'",
        "KeyError: 'val_loss'",
        "KeyError: 'mae'",
    ),
    Rule(
        (
            r"conditioned on metric '(?P<name>\w{1,40})' which is not available(?:\. Available metrics are: "
            r"(?P<listed>[\w, ]{0,400}))?",
            r"save best model only with (?P<name>\w{1,40}) available(?P<listed>)",
            r"(?:Early stopping|Learning rate reduction|Plateau) requires (?P<name>\w{1,40}) available(?P<listed>)",
            r"to format this callback filepath: .{0,400}?Reason: \\?'(?P<name>\w{1,40})(?P<listed>)",
        ),
        (
            Case(
                N_(
                    'The callback watches {name}. Since Keras 2.3 the metric "accuracy" is called by its full name: '
                    "accuracy, and val_accuracy for the validation data."
                ),
                N_("Set monitor to this name."),
                'keras.callbacks.EarlyStopping(monitor="val_accuracy")\n'
                'keras.callbacks.ModelCheckpoint("best.keras", monitor="val_accuracy", save_best_only=True)',
                when=lambda m: m.name in ("acc", "val_acc"),
            ),
            Case(
                N_("The callback watches a value of the validation data, but fit has no validation data."),
                N_('Give fit validation data, or set monitor to a value of the training data, such as "loss".'),
                'model.fit(x, y, validation_split=0.2)\nkeras.callbacks.EarlyStopping(monitor="loss")',
                when=lambda m: (
                    m.name == "val_loss" or (m.name[:4] == "val_" and bool(m.listed) and "val_" not in m.listed)
                ),
            ),
            Case(
                N_(
                    "The callback watches a metric that this training does not have. The names are those of "
                    "the metrics in compile; for the validation data they begin with val_."
                ),
                N_("Set monitor to one of the names that exist, or give compile the metric."),
                'print(history.history.keys())\nkeras.callbacks.EarlyStopping(monitor="val_loss")',
            ),
        ),
        examples=(
            "WARNING:tensorflow:Early stopping conditioned on metric `val_loss` which is not available. "
            "Available metrics are: loss",
            "RuntimeWarning: Can save best model only with val_acc available, skipping.",
            "RuntimeWarning: Early stopping conditioned on metric `val_acc` which is not available. Available metrics "
            "are: val_loss,val_accuracy,loss,accuracy",
            "WARNING:tensorflow:Learning rate reduction is conditioned on metric `val_mae` which is not available. "
            "Available metrics are: loss,mae,lr",
            "WARNING:tensorflow:Can save best model only with val_f1 available, skipping.",
            "RuntimeWarning: Early stopping requires val_acc available!",
            'KeyError: \'Failed to format this callback filepath: "{epoch}-{val_loss:.2f}.keras". Reason: '
            "\\'val_loss\\''",
            "KeyError: 'Failed to format this callback filepath: \"{val_f1}.keras\". Reason: \\'val_f1\\''",
        ),
    ),
    renamed(
        (
            rf"module '(?:tensorflow|keras)[\w.]{{0,60}}' has no attribute {word('name', BACKEND)}",
            rf"cannot import name {bare('name', BACKEND)}{FROM_KERAS}",
            r"No module named 'tensorflow\.(?P<name>contrib)",
        ),
        BACKEND,
        N_("{name} belongs to TensorFlow 1 or to the backend of Keras 2, and no longer exists."),
        IN_ITS_PLACE,
        "AttributeError: module 'tensorflow' has no attribute 'get_default_graph'",
        "AttributeError: module 'tensorflow' has no attribute 'placeholder'",
        "AttributeError: module 'keras.backend' has no attribute 'get_session'",
        "ModuleNotFoundError: No module named 'tensorflow.contrib'",
        "AttributeError: module 'keras.backend' has no attribute 'mean'",
        *(
            f"AttributeError: module 'keras.backend' has no attribute '{name}'"
            for name in (
                "batch_dot",
                "int_shape",
                "learning_phase",
                "permute_dimensions",
                "rnn",
                "clip",
                "exp",
                "switch",
            )
        ),
    ),
    Rule(
        (r"'History' object has no attribute '\w",),
        (
            Case(
                N_(
                    "fit returns the history of the training, not the model. The program uses this history as "
                    "if it were the model."
                ),
                N_("Keep the model's own name, and call its methods on it."),
                "history = model.fit(x, y)\nmodel.predict(x)",
            ),
        ),
        examples=("AttributeError: 'History' object has no attribute 'predict'",),
    ),
    Rule(
        (r"'(?:DataFrame|Series)' object has no attribute '(?:reshape|ndim_|flatten|as_matrix|expand_dims)'",),
        (
            Case(
                N_("This is a pandas table or column; only a NumPy array can be reshaped."),
                N_("Make an array of it first."),
                "x = x.to_numpy().reshape(-1, 1)",
            ),
        ),
        examples=("AttributeError: 'Series' object has no attribute 'reshape'",),
    ),
    Rule(
        (r"Do not pass an '?input_shape'?/'?input_dim'? argument to a layer",),
        (
            Case(
                N_("This is a warning: the model is built as before. Keras 3 wants the shape before the first layer."),
                N_("Begin the model with an Input, and leave input_shape out of the layer."),
                "model.add(keras.Input(shape=(timesteps, features)))",
            ),
        ),
        examples=(
            "UserWarning: Do not pass an `input_shape`/`input_dim` argument to a layer. When using Sequential models, "
            "prefer using an `Input(shape)` object as the first layer in the model instead.",
        ),
    ),
    Rule(
        (
            rf"{UNRECOGNIZED}'",
            r"(?:LSTM|GRU|SimpleRNN|Dense|Embedding|Bidirectional)\.__init__\(\) got an unexpected keyword",
            r"[Kk]eyword argument not understood",
        ),
        (
            Case(
                N_(
                    "This layer does not take an argument of that name: it was mistyped, or belongs to another layer "
                    "or Keras."
                ),
                N_("Compare the name with those that the layer takes."),
                "help(keras.layers.LSTM)",
            ),
        ),
        examples=(
            "ValueError: Unrecognized keyword arguments passed to Dense: {'return_sequences': True}",
            "TypeError: GRU.__init__() got an unexpected keyword argument 'recurent_dropout'",
        ),
    ),
)
