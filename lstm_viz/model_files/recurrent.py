"""The weights of a recurrent layer, from the forms in which Keras has written them since version 1."""

from collections.abc import Sequence

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.model_files.keras_layers import RECURRENT, Json, activation_name
from lstm_viz.model_files.recurrent_layer import checked
from lstm_viz.model_files.sentences import MISSHAPEN, FileError
from lstm_viz.model_files.writer import Writer

NAMES = ("kernel", "recurrent_kernel", "bias")
# Keras 1 wrote W, U and b of each gate by itself: i, c, f, o of an LSTM. These are their places in Keras 2's order.
GATES_OF_KERAS_1 = {"lstm": (0, 2, 1, 3), "gru": (0, 1, 2)}


def weights_count(class_name: str, config: Json, writer: Writer) -> int:
    """How many arrays the layer has in the file."""
    gates = GATES_OF_KERAS_1.get(RECURRENT[class_name], ())
    if writer.keras < (2, 0) and gates and config.get("consume_less") != "gpu":
        return 3 * len(gates)
    return 3 if class_name.startswith("CuDNN") or config.get("use_bias", True) else 2


def named(name: str, class_name: str, arrays: Sequence[np.ndarray]) -> dict[str, np.ndarray]:
    """The kernel, the recurrent kernel and the bias in today's order.

    Args:
        name: The name of the layer, for the error.
        class_name: Its class.
        arrays: Its weights in the order of the file.

    Raises:
        InputError: If the arrays are not those of this class.
    """
    kind = RECURRENT[class_name]
    gates = GATES_OF_KERAS_1.get(kind, ())
    if gates and len(arrays) == 3 * len(gates):
        parts = [[arrays[3 * place + number] for place in gates] for number in range(3)]
        _check_ranks(name, [part for one in parts for part in one])
        arrays = [np.concatenate(part, axis=-1) for part in parts]
    if len(arrays) not in (2, 3):
        raise FileError(
            "The layer {name} has {count} arrays of weights in the file, not {expected}.",
            name=name,
            count=len(arrays),
            expected=3,
        )
    _check_ranks(name, arrays)
    found = dict(zip(NAMES, arrays, strict=False))
    columns = len(GATES[kind]) * found["recurrent_kernel"].shape[0]
    if "bias" in found and kind != "simple_rnn" and found["bias"].shape == (2 * columns,):
        return _from_cudnn(found, len(GATES[kind]), kind)
    return found


def _check_ranks(name: str, arrays: Sequence[np.ndarray]) -> None:
    if any(array.ndim not in (1, 2) for array in arrays) or arrays[1].ndim != 2:
        raise FileError(MISSHAPEN, name=name)


def _from_cudnn(found: dict[str, np.ndarray], gates: int, kind: str) -> dict[str, np.ndarray]:
    """The weights of a CuDNNLSTM or CuDNNGRU, which are stored gate by gate as cuDNN wants them.

    Source: keras/saving/legacy/hdf5_format.py of Keras 2, `_convert_rnn_weights`.
    """
    kernels = np.split(found["kernel"], gates, axis=1) if found["kernel"].shape[1] % gates == 0 else [found["kernel"]]
    kernel = np.hstack([part.T.reshape(part.shape, order="F") for part in kernels])
    recurrent = np.hstack([part.T for part in np.split(found["recurrent_kernel"], gates, axis=1)])
    bias = found["bias"].reshape(2, -1)
    return {"kernel": kernel, "recurrent_kernel": recurrent, "bias": bias if kind == "gru" else bias.sum(axis=0)}


def options(class_name: str, config: Json, writer: Writer, arrays: dict[str, np.ndarray]) -> Json:
    """The options of `RecurrentWeights`, without its arrays.

    Raises:
        NotUnderstoodError: If an activation is not known.
    """
    kind = RECURRENT[class_name]
    cudnn = class_name.startswith("CuDNN")
    gate = config.get("recurrent_activation", config.get("inner_activation", writer.default_gate))
    bias = arrays.get("bias")
    reset_after = bool(config.get("reset_after", writer.default_reset_after or cudnn))
    if kind == "gru" and bias is not None:
        reset_after = bias.ndim == 2
    return {
        "kind": kind,
        "activation": "tanh" if cudnn else activation_name(config.get("activation", "tanh"), writer),
        "recurrent_activation": "sigmoid" if cudnn or kind == "simple_rnn" else activation_name(gate, writer),
        "reset_after": reset_after,
        "go_backwards": bool(config.get("go_backwards", False)),
        "zero_output_for_mask": bool(config.get("zero_output_for_mask", False)),
        "unroll": bool(config.get("unroll", False)),
    }


def check(name: str, config: Json, values: Json, arrays: dict[str, np.ndarray]) -> None:
    """Compares the shapes with those of such a layer, and with the configuration.

    Raises:
        InputError: If a shape does not fit.
    """
    units = config.get("units", config.get("output_dim"))
    weights = checked(name, values, arrays)
    if units is not None and units != weights.units:
        raise FileError(
            "The layer {name} has {units} units in the description of the model, and {count} in the weights.",
            name=name,
            units=units if isinstance(units, int) else str(units),
            count=weights.units,
        )
