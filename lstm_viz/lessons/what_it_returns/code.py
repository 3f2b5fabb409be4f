"""Writes the Keras script that makes a call, and prints the returned tensors and the comparisons.

This module does not import Keras.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from lstm_viz.comparison import Comparison
from lstm_viz.engine.cell import GATES
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.what_it_returns.call import Call, layer_code, next_layer_code, output_code, second
from lstm_viz.lessons.what_it_returns.inputs import WINDOWS_CODE, Inputs

CONSTANT = """
# Kernels of 0.1 throughout. {about_bias}
bias = np.zeros({bias})
{set_forget}weights = [np.full((features, {gates} * units), 0.1), np.full((units, {gates} * units), 0.1), bias]{twice}
"""

DRAWN = """

def glorot_uniform(draw, rows, columns):
    limit = np.sqrt(6 / (rows + columns))
    return draw.uniform(-limit, limit, (rows, columns))


def orthogonal(draw, rows, columns):
    q, r = np.linalg.qr(draw.normal(size=(columns, rows)))
    return (q * np.sign(np.diag(r))).T


def drawn(seed):
    draw = np.random.default_rng(seed)
    return glorot_uniform(draw, features, {gates} * units), orthogonal(draw, units, {gates} * units)


# Drawn by numpy as Keras's initialisers do. {about_bias}
bias = np.zeros({bias})
{set_forget}weights = [{drawn}]
"""

GIVEN = """

def given(layer):
    layer.build(x.shape)
    layer.set_weights(weights)
    return layer


layer = given({layer})
{names} = layer(x)
"""

PRINT = """
for name, tensor in {{{tensors}}}.items():
    print(name, tensor.shape)
    print(np.array(tensor))
"""


DIFFERENCE = """

def difference(left, right):
    return float(np.abs(left - right).max())

"""


def returns_code(call: Call, inputs: Inputs, is_windows: bool, compared: Iterable[Comparison]) -> str:
    """Writes a script that needs only Keras and numpy.

    Args:
        call: The call.
        inputs: The input of the call.
        is_windows: Whether `inputs.WINDOWS_CODE` makes that input.
        compared: The comparisons of `rules.rules_of`. Those of arrays with equal shapes are printed.

    Returns:
        Python code that prints each returned tensor with its shape, then a line for each comparison: both expressions
        and the largest difference.
    """
    compared = [each for each in compared if each.difference is not None]
    used = " ".join(f"{each.left} {each.right}" for each in compared)
    parts = (_head(call, inputs, is_windows), _weights(call), _call(call), _next_layer(call), _others(call, used))
    lines = [f"print({_quoted(each)}, difference({each.left}, {each.right}))" for each in compared]
    return "\n".join([*(part.rstrip() for part in parts if part), DIFFERENCE, *lines, ""])


def _quoted(comparison: Comparison) -> str:
    return f'"{comparison.left} and {comparison.right}:"'


def _head(call: Call, inputs: Inputs, is_windows: bool) -> str:
    names = [KERAS_NAMES[call.layer], *(["Bidirectional"] if call.bidirectional else [])]
    names += ["Dense", "TimeDistributed"] if call.next_layer != "nothing" else []
    x = WINDOWS_CODE if is_windows else _array(inputs)
    return "\n".join(
        [
            "import numpy as np",
            f"from keras.layers import {', '.join(sorted(names))}",
            "",
            f"x = {x}  # (samples, timesteps, features)",
            f"units, features = {call.units}, x.shape[2]",
            "",
        ]
    )


def _array(inputs: Inputs) -> str:
    if inputs.tokens:
        return f"np.eye({inputs.x.shape[2]})[{inputs.x.argmax(axis=-1).tolist()}]"
    samples = "], [\n".join("".join(f"    {_row(row)},\n" for row in sample) for sample in inputs.x)
    return f"np.array([[\n{samples}]])"


def _row(row: np.ndarray) -> str:
    return f"[{', '.join(str(value) for value in row)}]"


def _weights(call: Call) -> str:
    is_lstm, gates = call.layer == "lstm", len(GATES[call.layer])
    seeds = (call.seed + way for way in range(len(call.directions)))
    return (CONSTANT if call.weights == "constant" else DRAWN).format(
        about_bias="Keras's own bias is 1 for the forget gate, else 0." if is_lstm else "Keras's own bias is 0.",
        bias=f"(2, {gates} * units)" if call.layer == "gru" else f"{gates} * units",
        set_forget="bias[units : 2 * units] = 1  # unit_forget_bias=True\n" if is_lstm else "",
        gates=gates,
        twice=" * 2  # forward and backward" if call.bidirectional else "",
        drawn=", ".join(f"*drawn({seed}), bias" for seed in seeds),
    )


def _call(call: Call) -> str:
    lines = [GIVEN.format(layer=layer_code(call), names=", ".join(call.names)).rstrip()]
    printed = list(call.names)
    if call.stateful:
        printed += [second(name) for name in call.names]
        lines.append(f"{', '.join(printed[len(call.names) :])} = layer(x)")
    tensors = ", ".join(f'"{name}": {name}' for name in printed)
    return "\n".join([*lines, PRINT.format(tensors=tensors)])


def _next_layer(call: Call) -> str:
    if call.next_layer == "nothing":
        return ""
    kernel = "np.full(({rows}, {dense}), 0.1)"
    if call.weights == "seed":
        kernel = f"glorot_uniform(np.random.default_rng({call.seed + 2}), {{rows}}, {{dense}})"
    rows = "2 * units" if call.bidirectional and call.merge_mode == "concat" else "units"
    kernel = kernel.format(rows=rows, dense=call.dense_units)
    wrapped = "TimeDistributed(dense)" if call.next_layer == "time_distributed" else "dense"
    return "\n".join(
        [
            f"\ndense = Dense({call.dense_units})",
            f"dense.build((None, {rows}))",
            f"dense.set_weights([{kernel}, np.zeros({call.dense_units})])",
            f"y = {wrapped}({output_code(call)})  # {next_layer_code(call)}",
            'print("y", y.shape)',
            "print(np.array(y))",
        ]
    )


def _others(call: Call, used: str) -> str:
    """Code that makes further tensors for the comparisons, from layers with the same weights."""
    outputs = call.directions if call.has_two_outputs else ("",)
    last, sequences = (", ".join(f"{way}_{name}".lstrip("_") for way in outputs) for name in ("output", "sequence"))
    others = {"last": {"return_sequences": False}, "every": {"return_sequences": True}}
    made = {name: {**changed, "return_state": True, "stateful": False} for name, changed in others.items()}
    if "forwards(" in used:
        made["forwards"] = {"return_sequences": True, "return_state": False, "go_backwards": False, "stateful": False}
    if "stateless(" in used:
        made["stateless"] = {"return_state": True, "stateful": False}
    lines = [f"{name} = given({layer_code(call, **changed)})" for name, changed in made.items()]
    lines += [f"{last}, {', '.join(call.state_names)} = last(x)", f"{sequences}, *_ = every(x)"]
    if "forward_sequence" in used and not call.has_two_outputs:
        apart = layer_code(replace(call, merge_mode="None"), return_sequences=True, return_state=False, stateful=False)
        lines.append(f"forward_sequence, backward_sequence = given({apart})(x)")
    return "\n".join(["\n# The same weights, with everything that such a layer can return.", *lines])
