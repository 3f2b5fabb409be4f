"""`trace_layer` for Keras layers."""

from typing import Any

import keras
from numpy.typing import ArrayLike

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.arguments import State, split_states
from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.keras import engine as keras_engine
from lstm_viz.engine.keras.layers import current_state, recurrent_layers, recurrent_weights
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights

# The number of multiplications from which Keras is used. Above it, numpy takes longer than the plain Keras layer. Below
# it, compiling (0.25 s or more for each new shape) takes longer than it saves.
LARGE = 20_000_000


def trace_layer(
    layer: keras.layers.Layer, inputs: ArrayLike, *, initial_state: State, mask: ArrayLike | None, engine: str
) -> Trace | BidirectionalTrace:
    """Traces a Keras layer; see `lstm_viz.trace_layer`."""
    parts = recurrent_layers(layer)
    if mask is None and initial_state is None:
        # Keras uses the mask of the inputs only if the inputs are the only tensor that is given.
        mask = getattr(inputs, "_keras_mask", None)
    if len(parts) == 1:
        return _trace(layer, inputs, initial_state, mask, engine)
    states = split_states([len(part.state_size) for part in parts], initial_state)
    forward, backward = (_trace(part, inputs, s, mask, engine) for part, s in zip(parts, states, strict=True))
    return BidirectionalTrace(forward, backward, layer.merge_mode)


def _trace(layer: Any, inputs: ArrayLike, initial_state: State, mask: ArrayLike | None, engine: str) -> Trace:
    weights = recurrent_weights(layer)
    if initial_state is None:
        initial_state = current_state(layer)
    if engine == "numpy" or (engine == "auto" and _suits_numpy(weights, inputs)):
        return numpy_engine.run(weights, inputs, initial_state=initial_state, mask=mask)
    return keras_engine.run(weights, inputs, initial_state=initial_state, mask=mask, cell=layer.cell)


def _suits_numpy(weights: RecurrentWeights, inputs: ArrayLike) -> bool:
    return numpy_engine.supports(weights) and keras_engine.multiplications(weights, inputs) < LARGE
