"""The gates and states of a layer over its inputs, and of the recurrent layers inside a model."""

from typing import TYPE_CHECKING, Any

from numpy.typing import ArrayLike

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.arguments import State
from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights

if TYPE_CHECKING:
    import keras

ENGINES = ("auto", "numpy", "keras")


def trace_layer(
    layer: "keras.layers.Layer | RecurrentWeights",
    inputs: ArrayLike,
    *,
    initial_state: State = None,
    mask: ArrayLike | None = None,
    engine: str = "auto",
) -> Trace | BidirectionalTrace:
    """Every gate and state of a recurrent layer at every step, as at inference: without dropout.

    Args:
        layer: A built Keras LSTM, GRU or SimpleRNN, an RNN of one of their cells, a Bidirectional of these, or
            RecurrentWeights. It is not changed, nor is what a stateful layer keeps.
        inputs: Shape (batch, time, features).
        initial_state: One array (batch, units) for each state (an LSTM's: hidden, cell), the array alone where there is
            one state; for a Bidirectional the forward states, then the backward states. If None, what a stateful layer
            has kept, else zeros.
        mask: Shape (batch, time), False where a step is skipped. If None, the one that an Embedding or Masking layer
            has attached to `inputs`, if any; Keras ignores that one where an initial state is given, and so does this.
        engine: "numpy", "keras", or "auto": Keras for a Keras layer where the pass is large, and wherever numpy lacks
            the activation; else numpy. So RecurrentWeights are traced without TensorFlow.

    Returns:
        The trace; for a Bidirectional the traces of its two layers.

    Raises:
        TypeError: If the layer cannot be traced.
        ValueError: If it is not built or not in float32, or another argument does not fit.
    """
    _check_engine(engine)
    if not isinstance(layer, RecurrentWeights):
        from lstm_viz.engine.keras import tracing

        return tracing.trace_layer(layer, inputs, initial_state=initial_state, mask=mask, engine=engine)
    if engine == "keras" or (engine == "auto" and not numpy_engine.supports(layer)):
        from lstm_viz.engine.keras import engine as keras_engine

        return keras_engine.run(layer, inputs, initial_state=initial_state, mask=mask)
    return numpy_engine.run(layer, inputs, initial_state=initial_state, mask=mask)


def trace_model(model: "keras.Model", inputs: Any, *, engine: str = "auto") -> ModelTrace:
    """Every recurrent layer inside a model, each over what it really gets there.

    Args:
        model: A built model, functional or Sequential; models inside it are looked into. It is not changed, nor is
            what its stateful layers keep.
        inputs: What `model.predict` takes in one batch: an array, or a list or dict of arrays.
        engine: As in `trace_layer`.

    Returns:
        The traces by the layers' names, what the model itself gives, and how far the two differ.

    Raises:
        TypeError: If `model` is no Keras model.
        ValueError: If it is not built, the inputs do not fit, or no layer of it can be traced: the message says why.
    """
    _check_engine(engine)
    from lstm_viz.engine.keras import model as keras_model

    return keras_model.trace_model(model, inputs, engine=engine)


def _check_engine(engine: str) -> None:
    if engine not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(ENGINES)}, not {engine!r}.")
