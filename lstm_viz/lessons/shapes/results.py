"""What real Keras layers gave for the page Shapes."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.keras_errors import KerasError

TRIED_UNITS = 4  # of the LSTM that a shape is tried with
TEXT_FEATURES, TEXT_UNITS = 3, 4  # of the Embedding and the LSTM that read padded sentences


@dataclass(frozen=True)
class Tried:
    """A layer that was called on zeros.

    Attributes:
        shape: Of the array that it was given.
        result: The shape of what came back, or Keras's refusal.
    """

    shape: tuple[int, ...]
    result: tuple[int, ...] | KerasError


@dataclass(frozen=True, eq=False)
class Readings:
    """The same two sequences of T steps, read in three ways by one LSTM.

    Hidden states are (2, T, units), predictions (2, T, symbols).

    Attributes:
        whole: From X of (2, T, symbols).
        apart: From X of (T, 1, symbols), for each sequence: every step is a sample of its own.
        stateful: From one step a call with `stateful=True`, reset between the sequences.
        whole_predicts: The Dense layer's answers after each of them.
        apart_predicts: Likewise.
        stateful_predicts: Likewise.
    """

    whole: np.ndarray
    apart: np.ndarray
    stateful: np.ndarray
    whole_predicts: np.ndarray
    apart_predicts: np.ndarray
    stateful_predicts: np.ndarray


@dataclass(frozen=True, eq=False)
class Padded:
    """Sentences padded to one length, and what an LSTM makes of them.

    Attributes:
        x: What `pad_sequences` gave, (samples, timesteps).
        embedded: (samples, timesteps, features).
        mask: What `Embedding(mask_zero=True)` says is real, (samples, timesteps).
        masking: The same from a `Masking` layer on the ids.
        masked: The hidden state at each step with the mask, (samples, timesteps, units).
        unmasked: The same without it.
        masked_last: The last hidden state with the mask, (samples, units): what the layer returns for a sentence.
        unmasked_last: The same without it.
        alone_last: The same of each sentence by itself, unpadded.
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
    """An LSTM's sizes, as Keras counts them.

    Attributes:
        kernel: Shape.
        recurrent_kernel: Shape.
        bias: Shape.
        parameters: Their number.
        sequence: Shape of the output with `return_sequences=True`.
        last: Shape of the output without.
    """

    kernel: tuple[int, ...]
    recurrent_kernel: tuple[int, ...]
    bias: tuple[int, ...]
    parameters: int
    sequence: tuple[int, ...]
    last: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class UnrolledLayer:
    """One LSTM over one sequence, and how its sizes change with each number.

    Attributes:
        inputs: (1, timesteps, features).
        sequence: The hidden state after each step, (1, timesteps, units).
        last: What it returns without `return_sequences`, (1, units).
        sizes: "chosen", "timesteps", "units", "features": as it is, and with one more of each.
    """

    inputs: np.ndarray
    sequence: np.ndarray
    last: np.ndarray
    sizes: dict[str, Sizes]
