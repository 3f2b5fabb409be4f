"""Builds Keras layers with given weights."""

from typing import Any

from keras import layers

from lstm_viz.engine.keras.activations import activation
from lstm_viz.engine.weights import RecurrentWeights

# The initialisers of a layer that gets its weights afterwards, or whose weights nobody reads: Keras's own take time.
ZEROS = {"kernel_initializer": "zeros", "recurrent_initializer": "zeros"}
CLASSES = {"lstm": layers.LSTM, "gru": layers.GRU, "simple_rnn": layers.SimpleRNN}


def layer_of(
    weights: RecurrentWeights,
    *,
    return_sequences: bool = False,
    return_state: bool = False,
    stateful: bool = False,
    batch: int | None = None,
    name: str | None = None,
    **others: Any,
) -> layers.Layer:
    """A built Keras layer with exactly these weights.

    Args:
        weights: The weights of one layer, with the options that change its numbers.
        return_sequences: As in Keras.
        return_state: As in Keras.
        stateful: As in Keras; it needs a `batch`.
        batch: The number of samples for which the layer is built; None for any number.
        name: As in Keras.
        **others: Arguments of the Keras layer that change no weight, such as `dropout`.

    Raises:
        ValueError: From Keras, if the layer is stateful without a `batch`.
    """
    options = {
        "activation": activation(weights.activation),
        "use_bias": weights.bias is not None,
        "unroll": weights.unroll,
    }
    if weights.kind != "simple_rnn":
        options["recurrent_activation"] = activation(weights.recurrent_activation)
    if weights.kind == "gru":
        options["reset_after"] = weights.reset_after
    layer = CLASSES[weights.kind](
        weights.units,
        return_sequences=return_sequences,
        return_state=return_state,
        go_backwards=weights.go_backwards,
        zero_output_for_mask=weights.zero_output_for_mask,
        stateful=stateful,
        name=name,
        **ZEROS,
        **options,
        **others,
    )
    layer.build((batch, None, weights.features))
    arrays = (weights.kernel, weights.recurrent_kernel, weights.bias)
    layer.set_weights([array for array in arrays if array is not None])
    return layer
