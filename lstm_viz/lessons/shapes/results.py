"""The results of real Keras layers for the page Shapes, as plain arrays."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.keras_errors import KerasError

TRIED_UNITS = 4  # units of the LSTM that is called when a shape is tried
TEXT_FEATURES, TEXT_UNITS = 3, 4  # the sizes of the Embedding and the LSTM that read padded sentences


@dataclass(frozen=True)
class Tried:
    """The result of a layer that was called on zeros.

    Attributes:
        shape: The shape of the input.
        result: The shape of the output, or the error that Keras raised.
    """

    shape: tuple[int, ...]
    result: tuple[int, ...] | KerasError


@dataclass(frozen=True, eq=False)
class Readings:
    """The same two sequences of T steps, read in three ways by one LSTM.

    Hidden states have the shape (2, T, units), predictions the shape (2, T, symbols).

    Attributes:
        whole: The hidden states if X is (2, T, symbols): each sequence is a sample.
        apart: The hidden states if X is (T, 1, symbols) for each sequence: each step is a sample.
        stateful: The hidden states of a stateful layer that reads one step per call, reset between the sequences.
        whole_predicts: The predictions of the Dense layer from `whole`.
        apart_predicts: The predictions of the Dense layer from `apart`.
        stateful_predicts: The predictions of the Dense layer from `stateful`.
    """

    whole: np.ndarray
    apart: np.ndarray
    stateful: np.ndarray
    whole_predicts: np.ndarray
    apart_predicts: np.ndarray
    stateful_predicts: np.ndarray


@dataclass(frozen=True, eq=False)
class Padded:
    """Sentences padded to one length, and the hidden states of an LSTM that reads them.

    Attributes:
        x: The result of `pad_sequences`, (samples, timesteps).
        embedded: The output of the Embedding, (samples, timesteps, features).
        mask: The mask of `Embedding(mask_zero=True)`, (samples, timesteps); False for padding.
        masking: The mask of a `Masking` layer on the ids, (samples, timesteps).
        masked: The hidden state at each step with the mask, (samples, timesteps, units).
        unmasked: The hidden state at each step without the mask, (samples, timesteps, units).
        masked_last: The last hidden state with the mask, (samples, units): what the layer returns for a sentence.
        unmasked_last: The last hidden state without the mask, (samples, units).
        alone_last: The last hidden state of each sentence read alone and unpadded, (samples, units).
    """

    x: np.ndarray
    embedded: np.ndarray
    mask: np.ndarray
    masking: np.ndarray
    masked: np.ndarray
    unmasked: np.ndarray
    masked_last: np.ndarray
    unmasked_last: np.ndarray
    alone_last: np.ndarray


@dataclass(frozen=True)
class Sizes:
    """The sizes of an LSTM, as Keras reports them.

    Attributes:
        kernel: The shape of the kernel.
        recurrent_kernel: The shape of the recurrent kernel.
        bias: The shape of the bias.
        parameters: The number of parameters in the three.
        sequence: The shape of the output with `return_sequences=True`.
        last: The shape of the output with `return_sequences=False`.
    """

    kernel: tuple[int, ...]
    recurrent_kernel: tuple[int, ...]
    bias: tuple[int, ...]
    parameters: int
    sequence: tuple[int, ...]
    last: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class UnrolledLayer:
    """One LSTM over one sequence, and how its sizes depend on timesteps, units and features.

    Attributes:
        inputs: The sequence, (1, timesteps, features).
        sequence: The hidden state after each step, (1, timesteps, units).
        last: The output with `return_sequences=False`, (1, units).
        sizes: The sizes of the layer as "chosen", and with one more of "timesteps", "units" or "features".
    """

    inputs: np.ndarray
    sequence: np.ndarray
    last: np.ndarray
    sizes: dict[str, Sizes]
