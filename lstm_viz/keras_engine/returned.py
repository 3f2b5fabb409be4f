"""What real Keras layers return: the tensors of the page What it returns."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import keras
import numpy as np
from keras import layers

from lstm_viz.keras_engine.from_weights import CLASSES, layer_of
from lstm_viz.keras_errors import KerasError, attempt
from lstm_viz.what_it_returns.call import Call, dense_weights, layer_weights
from lstm_viz.what_it_returns.results import Returned

Arrays = dict[str, np.ndarray]


def returned(call: Call, inputs: np.ndarray) -> Returned | KerasError:
    """Makes the layer, calls it, and calls others of the same weights to compare with.

    Args:
        call: The layer's arguments.
        inputs: x, (samples, timesteps, features).

    Returns:
        Every tensor; or what Keras has against such a layer.
    """
    made = attempt(_call_twice, call, inputs)
    if isinstance(made, KerasError):
        return made
    layer, tensors, again = made
    others = _others(call, inputs)
    return Returned(
        tensors=tensors,
        behind=_behind(call, [tensors[name] for name in call.output_names]),
        again=again,
        others=others | _more(call, inputs, {**others, **tensors}),
        steps=_steps(call, inputs),
        weights=_weights(call, layer),
        parameters=layer.count_params(),
    )


def returned_shapes(call: Call, inputs: np.ndarray) -> tuple[tuple[int, ...], ...] | KerasError:
    """The shape of each tensor that the call returns, of the layer alone; or what Keras has against it."""
    made = attempt(_call_once, call, inputs)
    return made if isinstance(made, KerasError) else tuple(array.shape for array in made.values())


def _call_once(call: Call, inputs: np.ndarray) -> Arrays:
    return _named(call, _layer(call, inputs)(inputs))


def _call_twice(call: Call, inputs: np.ndarray) -> tuple[layers.Layer, Arrays, Arrays]:
    """The layer, what it returns, and what it returns when it is called again, if it has kept something meanwhile."""
    layer = _layer(call, inputs)
    tensors = _named(call, layer(inputs))
    return layer, tensors, _named(call, layer(inputs)) if call.stateful else {}


def _layer(call: Call, inputs: np.ndarray) -> layers.Layer:
    """The layer, or the Bidirectional around it, built and with its weights."""
    samples, _, features = inputs.shape
    weights = [replace(each, go_backwards=call.go_backwards) for each in layer_weights(call, features)]
    flags: dict[str, Any] = {name: getattr(call, name) for name in ("return_sequences", "return_state", "stateful")}
    if not call.bidirectional:
        return layer_of(weights[0], batch=samples, **flags)
    inner = CLASSES[call.layer](call.units, go_backwards=call.go_backwards, **flags)
    layer = layers.Bidirectional(inner, merge_mode=None if call.merge_mode == "None" else call.merge_mode)
    layer.build(inputs.shape)
    layer.set_weights([array for each in weights for array in (each.kernel, each.recurrent_kernel, each.bias)])
    return layer


def _named(call: Call, given: Any) -> Arrays:
    """What a layer returned, by the names of the call."""
    found = given if isinstance(given, list | tuple) else [given]
    return {name: np.asarray(tensor) for name, tensor in zip(call.names, found, strict=True)}


def _others(call: Call, inputs: np.ndarray) -> Arrays:
    """Both outputs and all states of the weights."""
    plain = replace(call, stateful=False, return_state=True)
    found = _call_once(replace(plain, return_sequences=False), inputs)
    found |= _call_once(replace(plain, return_sequences=True), inputs)
    if call.bidirectional and not call.has_two_outputs:
        found = _call_once(replace(plain, return_sequences=True, merge_mode="None"), inputs) | found
    return found


def _more(call: Call, inputs: np.ndarray, known: Arrays) -> Arrays:
    """Results of further layers, each under the code that names it in `claims`."""
    found: Arrays = {}
    if call.go_backwards:
        forwards = _layer(replace(call, go_backwards=False, return_sequences=True, return_state=False), inputs)
        found |= {"forwards(x)": forwards(inputs), "forwards(x[:, ::-1])": forwards(inputs[:, ::-1])}
    if call.stateful:
        stateless = _layer(replace(call, stateful=False, return_state=True), inputs)
        states = ", ".join(call.state_names)
        given = stateless(inputs, initial_state=[known[name] for name in call.state_names])
        found |= {f"stateless(x, initial_state=[{states}])[{at}]": given[at] for at in range(len(call.output_names))}
    if call.behind != "nothing" and not call.has_two_outputs:
        dense = _dense(call, known["sequence"].shape[-1])
        found |= {"dense(output)": dense(known["output"]), "dense(sequence)": dense(known["sequence"])}
        found["TimeDistributed(dense)(sequence)"] = layers.TimeDistributed(dense)(known["sequence"])
    return {name: np.asarray(tensor) for name, tensor in found.items()}


def _behind(call: Call, outputs: Sequence[np.ndarray]) -> np.ndarray | KerasError | None:
    if call.behind == "nothing":
        return None
    read = list(outputs) if call.has_two_outputs else outputs[0]
    found = attempt(_read_by_dense, call, read)
    return found if isinstance(found, KerasError) else np.asarray(found)


def _read_by_dense(call: Call, read: Any) -> Any:
    rows = read[0].shape[-1] if call.has_two_outputs else read.shape[-1]
    dense = _dense(call, rows)
    return (layers.TimeDistributed(dense) if call.behind == "time_distributed" else dense)(read)


def _dense(call: Call, rows: int) -> layers.Dense:
    dense = layers.Dense(call.dense_units)
    dense.build((None, rows))
    dense.set_weights(dense_weights(call, rows))
    return dense


class _StatesOfCell(layers.Layer):
    """Keras's cell, showing all its states at each step, where it shows h alone."""

    def __init__(self, cell: layers.Layer):
        super().__init__()
        self.cell = cell
        self.state_size = cell.state_size

    def call(self, inputs: Any, states: Any) -> tuple[Any, Any]:
        """The states after a step, side by side, and as they are handed to the next step."""
        _, after = self.cell(inputs, states)
        return keras.ops.concatenate(keras.tree.flatten(after), axis=-1), after


def _steps(call: Call, inputs: np.ndarray) -> Arrays:
    """Each state after each step, in the input's order, by a pass of Keras's own cell for each direction."""
    names = iter(call.state_names)
    found: Arrays = {}
    for way, weights in zip(call.directions, layer_weights(call, inputs.shape[2]), strict=True):
        go_backwards = way == "backward" or call.go_backwards
        cell = _StatesOfCell(layer_of(weights).cell)
        states = np.asarray(layers.RNN(cell, return_sequences=True, go_backwards=go_backwards)(inputs))
        for array in np.split(states[:, ::-1] if go_backwards else states, states.shape[-1] // call.units, axis=-1):
            found[next(names)] = np.ascontiguousarray(array)
    return found


def _weights(call: Call, layer: layers.Layer) -> Arrays:
    """The layer's weights by Keras's names, those of a Bidirectional with their direction: "forward_kernel"."""
    parts = [layer.forward_layer, layer.backward_layer] if call.bidirectional else [layer]
    return {
        f"{way}_{weight.name}".lstrip("_"): weight.numpy()
        for way, part in zip(call.directions, parts, strict=True)
        for weight in part.weights
    }
