"""The models that the app shows: a recurrent layer and, for symbols, the Dense layer that predicts the next symbol."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from lstm_viz.engine.activations import activation
from lstm_viz.engine.cell import GATES
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights, read_only

ASSETS = Path(__file__).parents[1] / "assets"
TRAINED_UNITS = (8, 20)
DECISIVE_UNITS = {8: 4, 20: 13}
"""The unit of a trained LSTM that decides, counted from 1: with its cell state of the other sequence after step 3, the
answer is that of the other sequence. In the model of 8 units it is a latch; in that of 20 it hands the memory on."""
CONSTANT = 0.1


@dataclass(frozen=True, eq=False)
class Head:
    """The layer `Dense(symbols, activation="softmax")`, applied after each step.

    Attributes:
        kernel: Shape (units, symbols).
        bias: Shape (symbols,).
    """

    kernel: np.ndarray
    bias: np.ndarray

    def __post_init__(self):
        for name in ("kernel", "bias"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def probabilities(self, hidden: np.ndarray) -> np.ndarray:
        """The predictions from hidden states (..., units): probabilities (..., symbols) that add up to 1."""
        return activation("softmax")(hidden @ self.kernel + self.bias)


@dataclass(frozen=True, eq=False)
class Model:
    """A recurrent layer with its head.

    Attributes:
        weights: The weights of the recurrent layer.
        head: The layer that predicts, or None if the hidden state is the output.
        recipe: How the weights were made: "trained", "untrained", "constant" or, in the Memory lab, "lab".
        seed: The seed of the initial weights; None if it is not recorded.
    """

    weights: RecurrentWeights
    head: Head | None
    recipe: str
    seed: int | None = None

    def probabilities(self, trace: Trace) -> np.ndarray | None:
        """The predictions after each step, (batch, time, symbols), or None without a head."""
        return None if self.head is None else self.head.probabilities(trace.hidden)


def trained_pair(units: int) -> Model:
    """The LSTM of the memory pair that tools/train_memory_lab.py trained: the same one as in the Memory lab.

    Raises:
        ValueError: If there is no trained model of that size.
    """
    if units not in TRAINED_UNITS:
        raise ValueError(f"units must be one of {TRAINED_UNITS}, not {units!r}.")
    with np.load(ASSETS / f"memory_pair_{units}.npz", allow_pickle=False) as file:
        weights = RecurrentWeights("lstm", file["kernel"], file["recurrent_kernel"], file["bias"])
        return Model(weights, Head(file["head_kernel"], file["head_bias"]), "trained")


@cache
def recorded_by_keras(units: int) -> Mapping[str, np.ndarray]:
    """The results of Keras for the memory pair, recorded after the model was trained.

    Returns:
        hidden (2, 4, units), the last cell state (2, units) and probabilities (2, 4, symbols).
    """
    names = ("hidden", "cell", "probabilities")
    with np.load(ASSETS / f"memory_pair_{units}.npz", allow_pickle=False) as file:
        return MappingProxyType({name: read_only(file[f"keras_{name}"]) for name in names})


def list_of_arrays(path: Path, name: str) -> tuple[np.ndarray, ...]:
    """One of the lists of arrays that `tools/` keep in a file, read-only, in its order: of "a_0", "a_1" that of "a".

    Raises:
        KeyError: If there is no such list.
    """
    with np.load(path, allow_pickle=False) as file:
        count = sum(each.rsplit("_", 1)[0] == name for each in file.files)
        if not count:
            raise KeyError(f"name must be one of those in {path.name}, not {name!r}.")
        return tuple(read_only(file[f"{name}_{number}"]) for number in range(count))


def untrained(kind: str, units: int, features: int, seed: int, *, symbols: int | None = None) -> Model:
    """A model with Keras's default initialisers, drawn by numpy from a seed.

    Args:
        kind: "lstm", "gru" or "simple_rnn".
        units: Size of the state.
        features: Number of features at each step.
        seed: The seed of `numpy.random.default_rng`.
        symbols: Size of the head's output; no head if None.

    Returns:
        A model with a Glorot-uniform kernel, an orthogonal recurrent kernel, and biases that are 1 for a forget gate
        and 0 elsewhere. The head's kernel is Glorot-uniform and is drawn last.
    """
    draw = np.random.default_rng(seed)
    columns = len(GATES[kind]) * units
    kernel = glorot_uniform(draw, features, columns)
    recurrent_kernel = orthogonal(draw, units, columns)
    head = Head(glorot_uniform(draw, units, symbols), np.zeros(symbols)) if symbols else None
    return Model(RecurrentWeights(kind, kernel, recurrent_kernel, _bias(kind, units)), head, "untrained", seed)


def constant(kind: str, units: int, features: int) -> Model:
    """A layer whose kernels are 0.1 everywhere, with Keras's default bias. All units are equal, so it has no head."""
    columns = len(GATES[kind]) * units
    kernel, recurrent_kernel = np.full((features, columns), CONSTANT), np.full((units, columns), CONSTANT)
    return Model(RecurrentWeights(kind, kernel, recurrent_kernel, _bias(kind, units)), None, "constant")


def glorot_uniform(draw: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Draws uniformly between ±sqrt(6 / (rows + columns)), shape (rows, columns). Source: Glorot & Bengio (2010)."""
    limit = np.sqrt(6 / (rows + columns))
    return draw.uniform(-limit, limit, (rows, columns))


def orthogonal(draw: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Draws orthogonal rows of length 1, shape (rows, columns), rows <= columns. Source: Saxe (2014)."""
    q, r = np.linalg.qr(draw.normal(size=(columns, rows)))
    return (q * np.sign(np.diag(r))).T


def _bias(kind: str, units: int) -> np.ndarray:
    columns = len(GATES[kind]) * units
    if kind == "gru":
        return np.zeros((2, columns))
    bias = np.zeros(columns)
    if kind == "lstm":
        bias[units : 2 * units] = 1  # Keras's unit_forget_bias=True, whatever the bias_initializer is
    return bias
