"""Writes the Keras code that builds a model anew, and the arrays that the code reads."""

from collections.abc import Mapping

import numpy as np

from lstm_viz.model_files.graph import Ref
from lstm_viz.model_files.rebuilding import APART, Call, Made, Rebuilt

WEIGHTS = "weights.npz"
HEAD = '''"""Builds the model, and gives it the weights in {file}. It needs keras and numpy."""

import keras
import numpy as np
from keras import {names}
'''


def code_of(rebuilt: Rebuilt) -> str:
    """The script. It reads the weights that `weights_of` returns from WEIGHTS."""
    several = {call.node for call in rebuilt.calls if _returns_several(call.made)}
    uses_ops = any(call.made.function.startswith("ops.") for call in rebuilt.calls)
    lines = [HEAD.format(file=WEIGHTS, names="layers, ops" if uses_ops else "layers")]
    layers: dict[int, str] = {}
    for call in rebuilt.calls:
        if call.made.function.startswith("layers.") and call.layer not in layers:
            layers[call.layer] = f"layer{call.layer}"
            lines.append(f"layer{call.layer} = {_expression(call.made, call.name)}")
        lines.append(f"x{call.node} = {_call(call, several)}")
    inputs = ", ".join(f"x{node}" for node in rebuilt.inputs)
    outputs = ", ".join(_ref(ref, several) for ref in rebuilt.outputs)
    lines += [f"model = keras.Model([{inputs}], [{outputs}])", "", f'weights = np.load("{WEIGHTS}")']
    weighted = {call.layer: call for call in rebuilt.calls if call.weights}
    for call in weighted.values():
        arrays = ", ".join(f"weights[{_key(call, number)!r}]" for number in range(len(call.weights)))
        lines.append(f"layer{call.layer}.set_weights([{arrays}])")
    return "\n".join([*lines, "model.summary()", ""])


def weights_of(rebuilt: Rebuilt) -> Mapping[str, np.ndarray]:
    """The arrays of all layers, by the names that the script reads."""
    return {
        _key(call, number): array for call in rebuilt.calls for number, array in enumerate(call.weights) if call.weights
    }


def _key(call: Call, number: int) -> str:
    return f"layer{call.layer}_{number}"


def _returns_several(made: Made) -> bool:
    return (
        bool(made.arguments.get("return_state"))
        or any(_returns_several(value) for value in made.arguments.values() if isinstance(value, Made))
        or ("merge_mode" in made.arguments and made.arguments["merge_mode"] is None)
    )


def _call(call: Call, several: set[int]) -> str:
    if call.made.function == "keras.Input":
        return _expression(call.made, call.name)
    read = [_ref(item, several) if isinstance(item, tuple) else repr(item) for item in call.inputs]
    if call.made.function.startswith("ops."):
        return f"{call.made.function}({', '.join([*read, *_arguments(call.made)])})"
    given = read if len(read) == 1 or call.made.function in APART else [f"[{', '.join(read)}]"]
    if call.states:
        given.append(f"initial_state=[{', '.join(_ref(ref, several) for ref in call.states)}]")
    if call.mask is not None:
        given.append(f"mask={_ref(call.mask, several)}")
    return f"layer{call.layer}({', '.join(given)})"


def _ref(ref: Ref, several: set[int]) -> str:
    return f"x{ref[0]}[{ref[1]}]" if ref[0] in several else f"x{ref[0]}"


def _expression(made: Made, name: str = "") -> str:
    return f"{made.function}({', '.join([*_arguments(made), *([f'name={name!r}'] if name else [])])})"


def _arguments(made: Made) -> list[str]:
    return [
        f"{key}={_expression(value) if isinstance(value, Made) else repr(value)}"
        for key, value in made.arguments.items()
    ]
