"""Runs the real Keras layers of the page What it returns."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import keras
import numpy as np
from keras import layers

from lstm_viz.engine.keras.from_weights import CLASSES, ZEROS, layer_of
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.in_keras import attempt
from lstm_viz.lessons.what_it_returns.call import Call, dense_weights, layer_weights
from lstm_viz.lessons.what_it_returns.combinations import Shapes
from lstm_viz.lessons.what_it_returns.parameters import LayerSize
from lstm_viz.lessons.what_it_returns.results import Returned

Arrays = dict[str, np.ndarray]


def returned(call: Call, inputs: np.ndarray) -> Returned | KerasError:
    """Makes the layer and calls it.

    Args:
        call: The layer with its arguments.
        inputs: The input x, (samples, timesteps, features).

    Returns:
        All tensors of the call, or the error that Keras raises for the layer.
    """
    made = attempt(_called, call, inputs)
    if isinstance(made, KerasError):
        return made
    layer, tensors = made
    return Returned(
        tensors=tensors,
        next_layer=_next_layer(call, [tensors[name] for name in call.output_names]),
        again=_named(call, layer(inputs)) if call.stateful else {},
        steps=_steps(call, layer, inputs),
        weights=_weights(call, layer),
        parameters=layer.count_params(),
    )


def shapes(calls: tuple[Call, ...], inputs: np.ndarray) -> tuple[Shapes | KerasError, ...]:
    """The shapes of the tensors that each call returns; see `returned_shapes`."""
    return tuple(returned_shapes(call, inputs) for call in calls)


def returned_shapes(call: Call, inputs: np.ndarray) -> Shapes | KerasError:
    """The shape of each tensor that the layer returns, without the next layer; or the error that Keras raises."""
    made = attempt(_called, call, inputs)
    return made if isinstance(made, KerasError) else tuple(array.shape for array in made[1].values())


def output_shapes(calls: tuple[Call, ...], shape: tuple[int, int, int]) -> tuple[Shapes | KerasError, ...]:
    """The shapes that `compute_output_shape` gives for each layer. It needs no weights and no call, which take 40 ms.

    Args:
        calls: Layers, without the next layer.
        shape: The shape of the input, (samples, timesteps, features).

    Returns:
        The shape of each tensor that the call would return, or the error that Keras raises for the arguments.
    """
    with keras.StatelessScope():  # makes variables without their values, in half the time
        return tuple(attempt(_output_shapes, call, shape) for call in calls)


def _output_shapes(call: Call, shape: tuple[int, int, int]) -> Shapes:
    found = _new_layer(call).compute_output_shape(shape)
    return tuple(found) if isinstance(found[0], tuple) else (found,)


def count_params(size: LayerSize) -> int:
    """The number of parameters that Keras counts in a layer of this size, or in the Bidirectional that wraps it."""
    options: dict[str, Any] = dict(ZEROS)  # the default initialisers would take seconds for 1,024 units
    if size.layer == "gru":
        options["reset_after"] = size.reset_after
    layer = CLASSES[size.layer](size.units, **options)
    if size.bidirectional:
        layer = layers.Bidirectional(layer)
    layer.build((None, None, size.features))
    return layer.count_params()


def tensors_of(call: Call, inputs: np.ndarray) -> Arrays:
    """The tensors that the call returns, by name. The call must be one that Keras accepts."""
    return _called(call, inputs)[1]


def made_layer(call: Call, inputs: np.ndarray) -> layers.Layer:
    """The layer, or the Bidirectional that wraps it, built for these inputs, with the weights of the call."""
    samples, _, features = inputs.shape
    weights = [replace(each, go_backwards=call.go_backwards) for each in layer_weights(call, features)]
    if not call.bidirectional:
        return layer_of(weights[0], batch=samples, **_flags(call))
    layer = _new_layer(call)
    layer.build(inputs.shape)
    layer.set_weights([array for each in weights for array in (each.kernel, each.recurrent_kernel, each.bias)])
    return layer


def _new_layer(call: Call) -> layers.Layer:
    """The layer, or the Bidirectional that wraps it, before it is built."""
    layer = CLASSES[call.layer](call.units, go_backwards=call.go_backwards, **_flags(call))
    if not call.bidirectional:
        return layer
    return layers.Bidirectional(layer, merge_mode=None if call.merge_mode == "None" else call.merge_mode)


def _flags(call: Call) -> dict[str, Any]:
    return {name: getattr(call, name) for name in ("return_sequences", "return_state", "stateful")}


def made_dense(call: Call, rows: int) -> layers.Dense:
    """The Dense with the weights of the call, for outputs with `rows` features."""
    dense = layers.Dense(call.dense_units)
    dense.build((None, rows))
    dense.set_weights(dense_weights(call, rows))
    return dense


def _called(call: Call, inputs: np.ndarray) -> tuple[layers.Layer, Arrays]:
    layer = made_layer(call, inputs)
    return layer, _named(call, layer(inputs))


def _named(call: Call, given: Any) -> Arrays:
    """The tensors that a layer returned, by the names of the call."""
    found = given if isinstance(given, list | tuple) else [given]
    return {name: np.asarray(tensor) for name, tensor in zip(call.names, found, strict=True)}


def _next_layer(call: Call, outputs: Sequence[np.ndarray]) -> np.ndarray | KerasError | None:
    if call.next_layer == "nothing":
        return None
    read = list(outputs) if call.has_two_outputs else outputs[0]
    found = attempt(_read_by_dense, call, read)
    return found if isinstance(found, KerasError) else np.asarray(found)


def _read_by_dense(call: Call, read: Any) -> Any:
    rows = read[0].shape[-1] if call.has_two_outputs else read.shape[-1]
    dense = made_dense(call, rows)
    return (layers.TimeDistributed(dense) if call.next_layer == "time_distributed" else dense)(read)


def _steps(call: Call, layer: layers.Layer, inputs: np.ndarray) -> Arrays:
    """Each state after each step, in the order of the input. It uses the Keras cell, since a layer returns only h."""
    names = iter(call.state_names)
    found: Arrays = {}
    for part in _parts(call, layer):
        of_each_step = _states_of_each_step(part.cell, inputs[:, ::-1] if part.go_backwards else inputs)
        for steps in zip(*of_each_step, strict=True):
            states = np.stack(steps, axis=1)
            found[next(names)] = np.ascontiguousarray(states[:, ::-1]) if part.go_backwards else states
    return found


def _states_of_each_step(cell: layers.Layer, inputs: np.ndarray) -> list[list[np.ndarray]]:
    states, found = cell.get_initial_state(len(inputs)), []
    for step in range(inputs.shape[1]):
        # What Keras does around `call` takes twice as long as the step itself.
        _, states = cell.call(keras.ops.convert_to_tensor(inputs[:, step]), states)
        found.append([np.asarray(state) for state in states])
    return found


def _weights(call: Call, layer: layers.Layer) -> Arrays:
    """The layer's weights by their Keras names; for a Bidirectional with the direction: "forward_kernel"."""
    return {
        f"{way}_{weight.name}".lstrip("_"): weight.numpy()
        for way, part in zip(call.directions, _parts(call, layer), strict=True)
        for weight in part.weights
    }


def _parts(call: Call, layer: layers.Layer) -> list[layers.Layer]:
    """The layer of each direction."""
    return [layer.forward_layer, layer.backward_layer] if call.bidirectional else [layer]


def others(call: Call, inputs: np.ndarray) -> Arrays:
    """Further tensors from layers with the weights of the call, for the comparisons of `rules`.

    Args:
        call: A call that Keras accepts.
        inputs: The input x, (samples, timesteps, features).

    Returns:
        For any arguments of the call: "output" (without return_sequences), "sequence" (with it) and all states; for a
        Bidirectional also the forward and the backward sequence. And the tensors that a rule needs, by the code that
        makes them, such as "forwards(x)".
    """
    plain = replace(call, stateful=False, return_state=True)
    found = tensors_of(replace(plain, return_sequences=False), inputs)
    found |= tensors_of(replace(plain, return_sequences=True), inputs)
    if call.bidirectional and not call.has_two_outputs:
        apart = tensors_of(replace(plain, return_sequences=True, merge_mode="None"), inputs)
        found |= {name: apart[name] for name in ("forward_sequence", "backward_sequence")}
    if call.go_backwards:
        found |= _forwards(call, inputs)
    if call.stateful:
        found |= _by_hand(call, inputs, found)
    if call.next_layer != "nothing" and not call.has_two_outputs:
        found |= _others_of_next_layer(call, found)
    return found


def _forwards(call: Call, inputs: np.ndarray) -> Arrays:
    # The layer is called twice: a stateful one would start the second call from the states of the first.
    once = replace(call, go_backwards=False, stateful=False, return_sequences=True, return_state=False)
    layer = made_layer(once, inputs)
    turned = np.ascontiguousarray(inputs[:, ::-1])
    return {"forwards(x)": np.asarray(layer(inputs)), "forwards(x[:, ::-1])": np.asarray(layer(turned))}


def _by_hand(call: Call, inputs: np.ndarray, known: Arrays) -> Arrays:
    """The tensors of a second call that starts from the states of the first, passed as `initial_state`."""
    layer = made_layer(replace(call, stateful=False, return_state=True), inputs)
    given = layer(inputs, initial_state=[known[name] for name in call.state_names])
    code = f"stateless(x, initial_state=[{', '.join(call.state_names)}])"
    return {f"{code}[{position}]": np.asarray(given[position]) for position in range(len(call.output_names))}


def _others_of_next_layer(call: Call, known: Arrays) -> Arrays:
    output, sequence = known["output"], known["sequence"]
    dense = made_dense(call, sequence.shape[-1])
    found = {
        "dense(output)": dense(output),
        "dense(sequence)": dense(sequence),
        "TimeDistributed(dense)(sequence)": layers.TimeDistributed(dense)(sequence),
    }
    return {code: np.asarray(tensor) for code, tensor in found.items()}
