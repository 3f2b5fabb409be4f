"""Traces a recurrent layer over its inputs, and the recurrent layers inside a model."""

from typing import TYPE_CHECKING, Any, cast

from numpy.typing import ArrayLike

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.arguments import State, split_states
from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import BidirectionalWeights, RecurrentWeights

if TYPE_CHECKING:
    import keras

ENGINES = ("auto", "numpy", "keras")


def trace_layer(
    layer: "keras.layers.Layer | RecurrentWeights | BidirectionalWeights",
    inputs: ArrayLike,
    *,
    initial_state: State = None,
    mask: ArrayLike | None = None,
    engine: str = "auto",
) -> Trace | BidirectionalTrace:
    """Traces every gate and state of a recurrent layer at every step. As at inference, there is no dropout.

    Args:
        layer: A built Keras LSTM, GRU or SimpleRNN, an RNN of one of their cells, a Bidirectional of these,
            RecurrentWeights or BidirectionalWeights. The layer is not changed, nor is the state that a stateful layer
            keeps.
        inputs: Shape (batch, time, features).
        initial_state: One array (batch, units) for each state (hidden and cell for an LSTM), or the array itself for a
            layer with one state; for a Bidirectional the forward states, then the backward states. If None, the state
            that a stateful layer keeps, and zeros for any other layer.
        mask: Shape (batch, time), False at a step that is skipped. If None, the mask that an Embedding or Masking layer
            attached to `inputs`, if any. That mask is ignored if an initial state is given, as in Keras.
        engine: "numpy", "keras" or "auto". "auto" uses Keras if numpy does not have the activation, or for a large pass
            of a Keras layer; otherwise it uses numpy, so that RecurrentWeights are traced without TensorFlow.

    Returns:
        The trace; for a Bidirectional the traces of its two layers. On weights of ordinary size it is within 1e-6 of
        Keras, and at most twice as far from the exact values as Keras is, unless the layer makes small differences
        grow.

    Raises:
        TypeError: If the layer cannot be traced.
        ValueError: If the layer is not built or does not compute in float32, or if another argument does not fit.
    """
    _check_engine(engine)
    if isinstance(layer, RecurrentWeights):
        return _trace_weights(layer, inputs, initial_state, mask, engine)
    if isinstance(layer, BidirectionalWeights):
        first, second = split_states([len(STATES[half.kind]) for half in layer], initial_state)
        forward = _trace_weights(layer.forward, inputs, first, mask, engine)
        backward = _trace_weights(layer.backward, inputs, second, mask, engine)
        return BidirectionalTrace(forward, backward, layer.merge_mode)
    from lstm_viz.engine.keras import tracing

    return tracing.trace_layer(layer, inputs, initial_state=initial_state, mask=mask, engine=engine)


def layer_weights(
    layer: "keras.layers.Layer | RecurrentWeights | BidirectionalWeights",
) -> RecurrentWeights | BidirectionalWeights:
    """A layer without Keras. Later training does not change it.

    Args:
        layer: See `trace_layer`.

    Raises:
        TypeError: If the layer cannot be traced.
        ValueError: If the layer is not built or does not compute in float32.
    """
    if isinstance(layer, RecurrentWeights | BidirectionalWeights):
        return layer
    from lstm_viz.engine.keras import layers

    parts = [layers.recurrent_weights(part) for part in layers.recurrent_layers(layer)]
    if len(parts) == 1:
        return parts[0]
    return BidirectionalWeights(parts[0], parts[1], cast("Any", layer).merge_mode)


def _trace_weights(
    weights: RecurrentWeights, inputs: ArrayLike, initial_state: State, mask: ArrayLike | None, engine: str
) -> Trace:
    if engine == "keras" or (engine == "auto" and not numpy_engine.supports(weights)):
        from lstm_viz.engine.keras import engine as keras_engine

        return keras_engine.run(weights, inputs, initial_state=initial_state, mask=mask)
    return numpy_engine.run(weights, inputs, initial_state=initial_state, mask=mask)


def trace_model(model: "keras.Model", inputs: Any, *, engine: str = "auto") -> ModelTrace:
    """Traces every recurrent layer inside a model, each over the inputs that it gets there.

    Args:
        model: A built model, functional or Sequential. Layers of models inside it are traced, too. The model is not
            changed, nor are the states that its stateful layers keep.
        inputs: One batch of what `model.predict` takes: an array, or a list or dict of arrays.
        engine: See `trace_layer`.

    Returns:
        The traces by the layers' names, the model's outputs, and the largest difference between model and traces.

    Raises:
        TypeError: If `model` is not a Keras model.
        ValueError: If the model is not built, if the inputs do not fit, or if no layer can be traced; the message says
            why.
    """
    _check_engine(engine)
    from lstm_viz.engine.keras import model as keras_model

    return keras_model.trace_model(model, inputs, engine=engine)


def _check_engine(engine: str) -> None:
    if engine not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(ENGINES)}, not {engine!r}.")
