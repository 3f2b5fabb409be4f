"""The Keras script that rebuilds a model and prints the numbers of its trace.

This module writes Keras code; it does not import Keras.
"""

import base64
import textwrap
from collections.abc import Mapping, Sequence

import numpy as np

from lstm_viz.engine.weights import RecurrentWeights

MOST_LITERALS = 300
WIDTH = 100
LAYERS = {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "SimpleRNN"}
STATES = {"lstm": "last_hidden, last_cell", "gru": "last_hidden", "simple_rnn": "last_hidden"}

DECODE = '''
def decode(text, *shape):
    """The float32 array behind a base64 text."""
    return np.frombuffer(base64.b64decode(text), "<f4").reshape(shape)
'''

GLOROT_UNIFORM = """\
def glorot_uniform(rows, columns):
    limit = np.sqrt(6 / (rows + columns))
    return draw.uniform(-limit, limit, (rows, columns))
"""
ORTHOGONAL = """\
def orthogonal(rows, columns):
    q, r = np.linalg.qr(draw.normal(size=(columns, rows)))
    return (q * np.sign(np.diag(r))).T
"""
INITIALIZERS = f"{GLOROT_UNIFORM}\n\n{ORTHOGONAL}"
"""Keras's default initialisers of a recurrent layer, for a script that has `draw`, a generator of numpy."""

PRINT = """
np.set_printoptions(precision=8, suppress=True, linewidth=100)
for name, sequence in sequences.items():
    {results} = model.predict(sequence[None], verbose=0)
    for step in range(len(sequence)):
        print(name, "step", step + 1, "hidden", hidden[0, {position}]){prediction}
    print(name, "last hidden state", last_hidden[0]){cell}
"""


def keras_code(
    weights: RecurrentWeights,
    head: tuple[np.ndarray, np.ndarray] | None,
    inputs: Mapping[str, np.ndarray],
) -> str:
    """Writes a script that needs only keras and numpy.

    Args:
        weights: The recurrent layer.
        head: Kernel (units, outputs) and bias (outputs,) of the Dense layer after each step; None without a head.
        inputs: Name of a sequence → its inputs, shape (time, features).

    Returns:
        Python source that prints for each sequence the hidden state and the prediction at each step, then the last
        states. Arrays of up to MOST_LITERALS numbers are written as numbers, larger ones as base64; both are exact.

    Raises:
        ValueError: If a sequence is not (time, features), or the head does not fit the layer.
    """
    for name, sequence in inputs.items():
        if sequence.ndim != 2 or sequence.shape[1] != weights.features:
            raise ValueError(f"inputs {name} must have shape (time, {weights.features}), not {sequence.shape}.")
    if head is not None and (len(head[0]) != weights.units or head[1].shape != head[0].shape[1:]):
        raise ValueError(
            f"head must be ({weights.units}, outputs) and (outputs,), not {head[0].shape} and {head[1].shape}."
        )
    body = "\n".join([_sequences(inputs), _model(weights, head), _print(weights, head)])
    encoded = "decode(" in body
    imports = [*(["import base64", ""] if encoded else []), "import keras", "import numpy as np"]
    return "\n".join([*imports, *([f"\n{DECODE}\n"] if encoded else [""]), body])


def _sequences(inputs: Mapping[str, np.ndarray]) -> str:
    arrays = [f"{name!r}: {_one_hot(sequence) or expression(sequence)}," for name, sequence in inputs.items()]
    lines = textwrap.indent("\n".join(arrays), "    ")
    return f"# What each sequence reads, (time, features).\nsequences = {{\n{lines}\n}}"


def _model(weights: RecurrentWeights, head: tuple[np.ndarray, np.ndarray] | None) -> str:
    arrays = [weights.kernel, weights.recurrent_kernel, *([] if weights.bias is None else [weights.bias])]
    lines = [
        f"\nread = keras.Input((None, {weights.features}))",
        f"layer = keras.layers.{LAYERS[weights.kind]}({', '.join(_arguments(weights))})",
        f"hidden, {STATES[weights.kind]} = layer(read)",
        f"layer.set_weights([{expressions(arrays)}])",
    ]
    outputs = f"hidden, {STATES[weights.kind]}"
    if head is not None:
        lines += [
            f"\nhead = keras.layers.Dense({len(head[1])}, activation='softmax')",
            "prediction = head(hidden)",
            f"head.set_weights([{expressions(list(head))}])",
        ]
        outputs += ", prediction"
    return "\n".join([*lines, f"\nmodel = keras.Model(read, [{outputs}])"])


def _arguments(weights: RecurrentWeights) -> list[str]:
    defaults = {
        "activation": "tanh",
        **({} if weights.kind == "simple_rnn" else {"recurrent_activation": "sigmoid"}),
        **({"reset_after": True} if weights.kind == "gru" else {}),
        "go_backwards": False,
    }
    given = {name: getattr(weights, name) for name, default in defaults.items() if getattr(weights, name) != default}
    if weights.bias is None:
        given["use_bias"] = False
    given |= {"return_sequences": True, "return_state": True}
    return [str(weights.units), *(f"{name}={value!r}" for name, value in given.items())]


def _print(weights: RecurrentWeights, head: tuple[np.ndarray, np.ndarray] | None) -> str:
    # Keras returns the steps in the order in which the layer read them.
    position = "-1 - step" if weights.go_backwards else "step"
    prediction = f'\n        print(name, "step", step + 1, "prediction", prediction[0, {position}])'
    return PRINT.format(
        results=f"hidden, {STATES[weights.kind]}" + (", prediction" if head else ""),
        position=position,
        prediction=prediction if head else "",
        cell='\n    print(name, "last cell state", last_cell[0])' if weights.kind == "lstm" else "",
    )


def expressions(arrays: Sequence[np.ndarray]) -> str:
    """The code between the brackets of a list of exactly these float32 arrays, each on its own lines."""
    return "\n" + textwrap.indent(",\n".join(expression(array) for array in arrays), "    ") + ",\n"


def _one_hot(sequence: np.ndarray) -> str | None:
    """The code of a one-hot sequence, from the positions of its ones; None if the sequence is not one-hot."""
    if sequence.shape[1] < 2 or not np.array_equal(np.sort(sequence, axis=1), _sorted_one_hot(sequence.shape)):
        return None
    return f'np.eye({sequence.shape[1]}, dtype="float32")[{sequence.argmax(axis=1).tolist()}]'


def _sorted_one_hot(shape: tuple[int, ...]) -> np.ndarray:
    expected = np.zeros(shape)
    expected[:, -1] = 1
    return expected


def expression(array: np.ndarray) -> str:
    """The code of exactly this float32 array. A script that contains "decode(" needs DECODE."""
    array = np.asarray(array, "float32")
    if array.size > 1 and np.isfinite(array).all() and np.ptp(array) == 0:
        return f'np.full({array.shape}, {array.flat[0]!s}, "float32")'
    if array.size > MOST_LITERALS or not np.isfinite(array).all():
        return _encoded(array)
    return f'np.array({literal(array)}, "float32")'


def _encoded(array: np.ndarray) -> str:
    text = base64.b64encode(array.astype("<f4").tobytes()).decode()
    lines = "\n".join(f'    "{text[at : at + WIDTH]}"' for at in range(0, len(text), WIDTH))
    return f"decode(\n{lines},\n    {', '.join(map(str, array.shape))},\n)"


def literal(array: np.ndarray) -> str:
    """The code of exactly this float32 array, as nested brackets."""
    if array.ndim == 1:
        # The shortest decimal that is the same float32.
        return "[" + textwrap.fill(", ".join(str(value) for value in array), WIDTH) + "]"
    return "[\n" + textwrap.indent(",\n".join(literal(row) for row in array), "    ") + ",\n]"
