"""`trace_model`: records the inputs of each recurrent layer inside a model, and traces the layer over them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from threading import Lock, get_ident
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.keras.layers import recurrent_layers
from lstm_viz.engine.keras.tracing import trace_layer
from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.engine.trace import Trace

RECURRENT = (keras.layers.RNN, keras.layers.Bidirectional)
LOOPED = "layer {name!r} runs inside a loop, out of which its values do not come."
_ONE_MODEL_AT_A_TIME = Lock()


class ModelPass(NamedTuple):
    """One pass of a recurrent layer inside the model: what it got and what it returned."""

    name: str
    layer: Any
    inputs: Any
    initial_state: Any
    mask: Any
    outputs: Any


def trace_model(model: keras.Model, inputs: Any, *, engine: str) -> ModelTrace:
    """Traces every recurrent layer inside a model; see `lstm_viz.trace_model`."""
    if not isinstance(model, keras.Model):
        raise TypeError(f"model must be a Keras model, not {type(model).__name__}; for a layer there is trace_layer.")
    if not model.built:
        raise ValueError(f"model {model.name!r} has no weights yet: call it on data, or build it, before tracing.")
    layers, untraced = _traceable(model)
    passes, outputs, looped = _watched(model, inputs, layers)
    untraced |= {name: LOOPED.format(name=name) for name in looped}
    if not passes:
        reasons = " ".join(untraced.values()) or "It has no recurrent layer that runs."
        raise ValueError(f"no layer of model {model.name!r} can be traced. {reasons}")
    traces = [_trace(step, engine) for step in passes]
    returned = [_returned(step.layer, trace) for step, trace in zip(passes, traces, strict=True)]
    replayed = _replayed(model, inputs, passes, returned)
    error = max_error([[step.outputs for step in passes], outputs], [returned, replayed])
    return ModelTrace(dict(zip(_names(passes), traces, strict=True)), outputs, error, untraced)


def _traceable(model: keras.Model) -> tuple[dict[str, Any], dict[str, str]]:
    """The recurrent layers of a model by name, and name → reason for those that cannot be traced."""
    layers: dict[str, Any] = {}
    untraced: dict[str, str] = {}
    for name, layer in _recurrent(model):
        try:
            recurrent_layers(layer)
        except (TypeError, ValueError) as error:
            untraced[name] = str(error)
        else:
            layers[name] = layer
    return layers, untraced


def _recurrent(layer: keras.layers.Layer, prefix: str = "") -> Iterator[tuple[str, keras.layers.Layer]]:
    inside = layer.layers if isinstance(layer, keras.Model) else layer._flatten_layers(False, recursive=False)
    for inner in inside:
        name = prefix + inner.name
        if isinstance(inner, RECURRENT):
            yield name, inner
        else:
            yield from _recurrent(inner, f"{name}/")


def _watched(model: keras.Model, inputs: Any, layers: dict[str, Any]) -> tuple[list[ModelPass], Any, set[str]]:
    """Runs the model and records each pass of these layers, or only the name of a layer that a loop runs."""
    passes: list[ModelPass] = []
    looped: set[str] = set()
    graphs: list[Any] = []

    def watch(name: str, layer: Any) -> Callable[..., Any]:
        call = layer.call

        def watched(sequences, initial_state=None, mask=None, training=False):
            before = _state_before(layer) if initial_state is None else initial_state
            outputs = call(sequences, initial_state=initial_state, mask=mask, training=training)
            if sequences.graph is graphs[0]:
                passes.append(ModelPass(name, layer, sequences, before, mask, outputs))
            else:
                looped.add(name)
            return outputs

        return watched

    def run(given: Any) -> Any:
        graphs[:] = [tf.compat.v1.get_default_graph()]  # a loop has a graph of its own, whose values stay inside
        outputs = model(given, training=False)
        return [step[2:] for step in passes], outputs

    with _replaced_calls(model, {layer: watch(name, layer) for name, layer in layers.items()}):
        recorded, outputs = _in_graph(run, inputs)
    found = [ModelPass(step.name, step.layer, *arrays) for step, arrays in zip(passes, recorded, strict=True)]
    return found, outputs, looped


def _replayed(model: keras.Model, inputs: Any, passes: list[ModelPass], returned: list[Any]) -> Any:
    """The model's outputs when the outputs of the traces replace these passes."""

    def run(given: Any) -> Any:
        inputs, outputs = given
        remaining: dict[Any, list[Any]] = {step.layer: [] for step in passes}
        for step, output in zip(passes, outputs, strict=True):
            remaining[step.layer].append(output)
        with _replaced_calls(model, {layer: lambda *_, of=layer, **__: remaining[of].pop(0) for layer in remaining}):
            return model(inputs, training=False)

    return _in_graph(run, (inputs, returned))


def _in_graph(run: Callable[[Any], Any], given: Any) -> Any:
    """The result of a compiled run as numpy arrays. New states of stateful layers are dropped."""

    @tf.function(autograph=False)
    def compiled(tensors: Any) -> Any:
        with keras.StatelessScope():
            return run(tensors)

    return keras.tree.map_structure(_as_array, compiled(keras.tree.map_structure(tf.convert_to_tensor, given)))


def _as_array(tensor: Any) -> Any:
    return None if tensor is None else tensor.numpy()


@contextmanager
def _replaced_calls(model: keras.Model, calls: dict[Any, Callable[..., Any]]) -> Iterator[None]:
    # `call` is replaced, not `__call__`: between the two, Keras decides which mask a layer gets. One thread does this
    # at a time. Other threads that run the model meanwhile run the layer's own `call`.
    everything = dict.fromkeys(model._flatten_layers())
    with _ONE_MODEL_AT_A_TIME:
        try:
            for layer in everything:
                # In a graph Keras opens a scope of the layer's name, and TensorFlow refuses blanks and Hangul in it.
                object.__setattr__(layer, "_open_name_scope", nullcontext)
            for layer, call in calls.items():
                object.__setattr__(layer, "call", _in_this_thread(call, layer.call))
            yield
        finally:
            for layer in calls:
                object.__delattr__(layer, "call")
            for layer in everything:
                object.__delattr__(layer, "_open_name_scope")


def _in_this_thread(call: Callable[..., Any], otherwise: Callable[..., Any]) -> Callable[..., Any]:
    thread = get_ident()
    return lambda *args, **kwargs: (call if get_ident() == thread else otherwise)(*args, **kwargs)


def _state_before(layer: Any) -> list[Any] | None:
    parts = recurrent_layers(layer)
    if not layer.stateful:
        return None
    return [keras.ops.convert_to_tensor(state) for part in parts for state in part.states]


def _trace(step: ModelPass, engine: str) -> Trace | BidirectionalTrace:
    return trace_layer(step.layer, step.inputs, initial_state=step.initial_state, mask=step.mask, engine=engine)


def _returned(layer: Any, trace: Trace | BidirectionalTrace) -> Any:
    """The layer's outputs according to its trace, in the structure in which Keras returns them."""
    outputs = trace.keras_outputs(return_sequences=layer.return_sequences, return_state=layer.return_state)
    return tuple(outputs) if isinstance(outputs, list) else outputs


def _names(passes: list[ModelPass]) -> list[str]:
    names = [step.name for step in passes]
    runs = [names[: index + 1].count(name) for index, name in enumerate(names)]
    return [name if run == 1 else f"{name}:{run}" for name, run in zip(names, runs, strict=True)]


def max_error(ours: Any, theirs: Any) -> float:
    """The largest absolute difference between two structures of arrays; inf if only one of two values is NaN."""
    pairs = zip(keras.tree.flatten(ours), keras.tree.flatten(theirs), strict=True)
    return max(float(_difference(np.asarray(a, float), np.asarray(b, float)).max(initial=0)) for a, b in pairs)


def _difference(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    same = (a == b) | (np.isnan(a) & np.isnan(b))
    with np.errstate(invalid="ignore"):
        difference = np.abs(a - b)
    return np.where(same, 0, np.where(np.isnan(difference), np.inf, difference))
