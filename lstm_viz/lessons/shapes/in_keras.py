"""Runs the real Keras layers of the page Shapes, in the worker."""

import keras
import numpy as np
from keras import layers
from numpy.typing import ArrayLike

from lstm_viz.data import ALPHABET, one_hot
from lstm_viz.engine import models
from lstm_viz.engine.keras.from_weights import ZEROS, layer_of
from lstm_viz.engine.models import Model
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.in_keras import attempt
from lstm_viz.lessons.shapes.parsing import parse_pair
from lstm_viz.lessons.shapes.reshape import Change
from lstm_viz.lessons.shapes.results import (
    TEXT_FEATURES,
    TEXT_UNITS,
    TRIED_UNITS,
    Padded,
    Readings,
    Sizes,
    Tried,
    UnrolledLayer,
)


def try_shape(shape: tuple[int, ...], changes: tuple[Change, ...]) -> Tried:
    """Calls LSTM(TRIED_UNITS) on an array of zeros.

    Args:
        shape: The shape of the array, small enough to be computed; see `reshape.bounded`.
        changes: Changes that are applied to the array before the call.
    """
    array = np.zeros(shape, "float32")
    for change in changes:
        array = change.apply(array)
    output = attempt(layers.LSTM(TRIED_UNITS, name="lstm"), array)
    return Tried(array.shape, output if isinstance(output, KerasError) else tuple(output.shape))


def read_pair(pair: str) -> Readings:
    """Runs the trained model of the memory pair over two sequences, in three ways.

    Args:
        pair: The two sequences as text, as `parse_pair` reads them.
    """
    model = models.trained_pair(8)
    inputs = one_hot(parse_pair(pair)[:, :-1], len(ALPHABET))
    layer = layer_of(model.weights, return_sequences=True)
    kept = layer_of(model.weights, return_sequences=True, stateful=True, batch=1)
    whole = _array(layer(inputs))
    apart = np.stack([_array(layer(sequence[:, None]))[:, 0] for sequence in inputs])
    stateful = np.stack([_step_by_step(kept, sequence) for sequence in inputs])
    return Readings(whole, apart, stateful, *(_predicted(model, hidden) for hidden in (whole, apart, stateful)))


def _step_by_step(layer, sequence: np.ndarray) -> np.ndarray:
    """The hidden states of a stateful layer that reads one step per call, (time, units)."""
    layer.reset_states()
    return np.concatenate([_array(layer(step[None, None]))[0] for step in sequence])


def _predicted(model: Model, hidden: np.ndarray) -> np.ndarray:
    assert model.head is not None  # for the type checker: the trained model has one
    head = layers.Dense(len(ALPHABET), activation="softmax")
    head.build(hidden.shape)
    head.set_weights([model.head.kernel, model.head.bias])
    return _array(head(hidden))


def read_padded(ids: tuple[tuple[int, ...], ...], padding: str, seed: int) -> Padded:
    """Pads sentences, embeds them, and runs an LSTM over them with and without the mask.

    Args:
        ids: The ids of the words of each sentence, from 1.
        padding: "pre" or "post".
        seed: The seed of all weights.
    """
    x = keras.utils.pad_sequences(ids, padding=padding)
    embedding = layers.Embedding(int(x.max()) + 1, TEXT_FEATURES, mask_zero=True)
    embedding.build(x.shape)
    embedding.set_weights([np.random.default_rng(seed).uniform(-1, 1, (int(x.max()) + 1, TEXT_FEATURES))])
    weights = models.untrained("lstm", TEXT_UNITS, TEXT_FEATURES, seed).weights
    layer = layer_of(weights, return_sequences=True, return_state=True)
    embedded, mask = embedding(x), embedding.compute_mask(x)
    without = _array(embedded)  # a plain array carries no mask
    masked, masked_last, _ = layer(embedded)
    unmasked, unmasked_last, _ = layer(without)
    return Padded(
        x=np.asarray(x),
        embedded=without,
        mask=_array(mask),
        masking=_array(layers.Masking(mask_value=0).compute_mask(x[..., None])),
        masked=_array(masked),
        unmasked=_array(unmasked),
        masked_last=_array(masked_last),
        unmasked_last=_array(unmasked_last),
        alone_last=_read_alone(ids, embedding, layer),
    )


def _read_alone(ids: tuple[tuple[int, ...], ...], embedding, layer) -> np.ndarray:
    """The last hidden state of each unpadded sentence. Sentences of the same length are read in one call."""
    last = np.empty((len(ids), TEXT_UNITS), "float32")
    lengths = np.array([len(each) for each in ids])
    for length in set(lengths):
        at = np.flatnonzero(lengths == length)
        _, hidden, _ = layer(_array(embedding(np.array([ids[sample] for sample in at]))))
        last[at] = _array(hidden)
    return last


def unroll_layer(units: int, timesteps: int, features: int, seed: int) -> UnrolledLayer:
    """Runs an LSTM over one random sequence.

    Args:
        units: The size of the state.
        timesteps: The number of steps in the sequence.
        features: The number of features at each step.
        seed: The seed of the sequence and of the weights.
    """
    weights = models.untrained("lstm", units, features, seed).weights
    inputs = np.random.default_rng(seed).uniform(-1, 1, (1, timesteps, features)).astype("float32")
    sizes = {
        "chosen": _sizes(units, timesteps, features),
        "timesteps": _sizes(units, timesteps + 1, features),
        "units": _sizes(units + 1, timesteps, features),
        "features": _sizes(units, timesteps, features + 1),
    }
    sequence, last = layer_of(weights, return_sequences=True)(inputs), layer_of(weights)(inputs)
    return UnrolledLayer(inputs, _array(sequence), _array(last), sizes)


def _sizes(units: int, timesteps: int, features: int) -> Sizes:
    shape = (1, timesteps, features)
    # Only the shapes are used, and zeros take less time than an orthogonal kernel.
    layer = layers.LSTM(units, return_sequences=True, **ZEROS)
    layer.build(shape)
    kernel, recurrent_kernel, bias = (tuple(weight.shape) for weight in layer.weights)
    sequence, last = (each.compute_output_shape(shape) for each in (layer, layers.LSTM(units)))
    return Sizes(kernel, recurrent_kernel, bias, layer.count_params(), sequence, last)


def _array(tensor: ArrayLike) -> np.ndarray:
    return np.asarray(tensor)
