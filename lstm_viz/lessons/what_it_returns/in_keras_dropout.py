"""Runs real Keras layers with dropout, for the page What it returns."""

import keras
import numpy as np
from keras import layers

from lstm_viz.engine.keras.from_weights import layer_of
from lstm_viz.lessons.what_it_returns.dropout import INPUT, STATE, DropoutLayer, Dropped


def dropped(layer: DropoutLayer, inputs: np.ndarray) -> Dropped:
    """Calls a layer with dropout for training and for prediction.

    Args:
        layer: The layer.
        inputs: The input x, (samples, timesteps, features).
    """
    weights = layer.plain(inputs.shape[2])
    made = layer_of(
        weights,
        return_sequences=True,
        dropout=float(layer.dropout),
        recurrent_dropout=float(layer.recurrent_dropout),
        seed=layer.seed,
    )
    masks = _masks(made, inputs)
    training, again = (np.asarray(made(inputs, training=True)) for _ in range(2))
    return Dropped(
        masks=masks,
        training=training,
        again=again,
        prediction=np.asarray(made(inputs, training=False)),
        plain=np.asarray(layer_of(weights, return_sequences=True)(inputs)),
    )


def _masks(made: layers.Layer, inputs: np.ndarray) -> dict[str, np.ndarray]:
    """The masks of the layer's next call: the cell draws them here, and keeps them until the call is over."""
    state = keras.ops.zeros((len(inputs), made.units))
    drawn = {
        INPUT: made.cell.get_dropout_mask(keras.ops.convert_to_tensor(inputs[:, 0])),
        STATE: made.cell.get_recurrent_dropout_mask(state),
    }
    found = {which: np.asarray(masks) for which, masks in drawn.items() if masks is not None}
    return {which: masks if masks.ndim == 3 else masks[None] for which, masks in found.items()}
