"""Runs real Keras layers with dropout, for the page What it returns."""

from collections.abc import Mapping

import keras
import numpy as np
from keras import layers

from lstm_viz.engine.keras.from_weights import CLASSES
from lstm_viz.lessons.what_it_returns.dropout import INPUT, STATE, DropoutLayer, Dropped


def dropped(layer: DropoutLayer, inputs: np.ndarray) -> Dropped:
    """Calls a layer with dropout for training and for prediction.

    Args:
        layer: The layer.
        inputs: The input x, (samples, timesteps, features).
    """
    made = _made(layer, layer.arguments, inputs)
    masks = _masks(made, inputs)
    training, again = (np.asarray(made(inputs, training=True)) for _ in range(2))
    return Dropped(
        masks=masks,
        training=training,
        again=again,
        prediction=np.asarray(made(inputs, training=False)),
        plain=np.asarray(_made(layer, layer.plain_arguments, inputs)(inputs)),
    )


def _made(layer: DropoutLayer, arguments: Mapping[str, object], inputs: np.ndarray) -> layers.Layer:
    made = CLASSES[layer.layer](layer.units, return_sequences=True, **arguments)
    made.build(inputs.shape)
    weights = layer.plain(inputs.shape[2])
    made.set_weights([weights.kernel, weights.recurrent_kernel, weights.bias])
    return made


def _masks(made: layers.Layer, inputs: np.ndarray) -> dict[str, np.ndarray]:
    """The masks of the layer's next call: the cell draws them here, and keeps them until the call is over."""
    state = keras.ops.zeros((len(inputs), made.units))
    drawn = {
        INPUT: made.cell.get_dropout_mask(keras.ops.convert_to_tensor(inputs[:, 0])),
        STATE: made.cell.get_recurrent_dropout_mask(state),
    }
    found = {which: np.asarray(masks) for which, masks in drawn.items() if masks is not None}
    return {which: masks if masks.ndim == 3 else masks[None] for which, masks in found.items()}
