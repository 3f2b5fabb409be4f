"""The settings of a training, and the state before its first epoch."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.ceilings import MAX_SEED, MAX_UNITS
from lstm_viz.engine.cell import GATES
from lstm_viz.engine.models import DECISIVE_UNITS, glorot_uniform, untrained
from lstm_viz.engine.weights import StaysReadOnly, read_only
from lstm_viz.tasks import Task

NETWORKS = ("lstm", "gru", "simple_rnn", "perceptron")
REGIMES = ("steps", "sequences")
LOWEST_RATE, HIGHEST_RATE = 1e-5, 1.0
MAX_EPOCHS = 2000  # an epoch reads a few short sequences
# With these defaults, the training method of the tutorials solves the memory pair with each network except the
# perceptron: with 26 (LSTM), 24 (GRU) and 29 (SimpleRNN) of 30 seeds. With 8 units, the numbers are 8, 2 and 6.
# tools/train_memory_lab.py counts them.
DEFAULT_UNITS, DEFAULT_LEARNING_RATE, DEFAULT_SEED, DEFAULT_REGIME = 20, 0.01, 4, "steps"
DEFAULT_EPOCHS = 250


@dataclass(frozen=True)
class TrainingSettings:
    """A network and how it is trained. The same settings and task always give the same weights.

    Attributes:
        network: One of NETWORKS, followed by a `Dense(symbols, activation="softmax")`. The perceptron is a
            `Dense(units, activation="tanh")`, which sees one symbol at a time.
        units: Size of the state, or of the perceptron's hidden layer.
        learning_rate: The learning rate of Adam.
        seed: The seed of the initial weights.
        regime: The training method. "steps" is that of the tutorials: one update after each step, with a state that is
            carried from step to step and reset after each sequence, and no gradient through time. "sequences" is
            backpropagation through time: one update in each epoch, from all sequences together.

    Raises:
        ValueError: If a setting is outside its bounds.
    """

    network: str
    units: int
    learning_rate: float
    seed: int
    regime: str

    def __post_init__(self):
        _check_one_of("network", self.network, NETWORKS)
        _check_one_of("regime", self.regime, REGIMES)
        _check_between("units", self.units, 1, MAX_UNITS)
        _check_between("learning_rate", self.learning_rate, LOWEST_RATE, HIGHEST_RATE)
        _check_between("seed", self.seed, 0, MAX_SEED)

    @property
    def has_memory(self) -> bool:
        """Whether the network carries a state from step to step."""
        return self.network in GATES

    @property
    def weight_names(self) -> tuple[str, ...]:
        """The names of the network's weights, in Keras's order."""
        recurrent = ("recurrent_kernel",) if self.has_memory else ()
        return ("kernel", *recurrent, "bias", "head_kernel", "head_bias")

    def weight_shapes(self, symbols: int) -> tuple[tuple[int, ...], ...]:
        """The shape of each of the network's weights, for an alphabet of `symbols` symbols."""
        columns = len(GATES.get(self.network, ("hidden",))) * self.units
        recurrent = ((self.units, columns),) if self.has_memory else ()
        bias = (2, columns) if self.network == "gru" else (columns,)
        return ((symbols, columns), *recurrent, bias, (self.units, symbols), (symbols,))


@dataclass(frozen=True, eq=False)
class TrainingState(StaysReadOnly):
    """A network between two epochs: everything on which the next epoch depends.

    Attributes:
        epoch: The number of epochs so far.
        weights: Read-only float32 arrays, in the order of `TrainingSettings.weight_names`.
        optimizer: For each weight Adam's momentum, then its velocity: read-only arrays of the weight's shape.
    """

    epoch: int
    weights: tuple[np.ndarray, ...]
    optimizer: tuple[np.ndarray, ...]

    def __post_init__(self):
        for name in ("weights", "optimizer"):
            object.__setattr__(self, name, tuple(map(read_only, getattr(self, name))))


def pair_settings(network: str, units: int) -> TrainingSettings:
    """How the app's own networks of the memory pair were trained.

    Args:
        network: One of NETWORKS.
        units: One of `models.TRAINED_UNITS`: 8 for the network of the guided lesson, which is small enough to be seen
            at a glance, 20 for that of the tutorials.
    """
    if units == DEFAULT_UNITS:
        return TrainingSettings(network, units, DEFAULT_LEARNING_RATE, DEFAULT_SEED, DEFAULT_REGIME)
    # With this seed all networks with a memory learn the pair, and unit 4 of the LSTM alone keeps the first symbol.
    return TrainingSettings(network, units, DEFAULT_LEARNING_RATE, 72, "sequences")


def start(settings: TrainingSettings, task: Task) -> TrainingState:
    """The network before its first epoch.

    A recurrent network is that of `models.untrained`, so that the page Step through shows the same network. A
    perceptron has Glorot-uniform kernels, drawn in the same way, and zero biases.
    """
    symbols = len(task.alphabet)
    slots = tuple(np.zeros(shape) for shape in settings.weight_shapes(symbols) for _ in range(2))
    return TrainingState(0, _untrained(settings, symbols), slots)


def _untrained(settings: TrainingSettings, symbols: int) -> tuple[np.ndarray, ...]:
    if settings.has_memory:
        model = untrained(settings.network, settings.units, symbols, settings.seed, symbols=symbols)
        layer, head = model.weights, model.head
        assert layer.bias is not None and head is not None  # noqa: PT018 (for the type checker: untrained has both)
        return layer.kernel, layer.recurrent_kernel, layer.bias, head.kernel, head.bias
    draw = np.random.default_rng(settings.seed)
    kernel, head_kernel = glorot_uniform(draw, symbols, settings.units), glorot_uniform(draw, settings.units, symbols)
    return tuple(map(read_only, (kernel, np.zeros(settings.units), head_kernel, np.zeros(symbols))))


def _check_one_of(name: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ValueError(f"{name} must be one of {', '.join(known)}, not {value!r}.")


def _check_between(name: str, value: object, low: float, high: float) -> None:
    kind, number = (int, "a whole number") if isinstance(low, int) else (int | float, "a number")
    # In Python a bool is an int. NaN fails the comparison.
    if isinstance(value, bool) or not isinstance(value, kind) or not low <= value <= high:
        raise ValueError(f"{name} must be {number} from {low} to {high}, not {value!r}.")


_LESSON = pair_settings("lstm", 8)
LESSON_PAIR = {
    "units": str(_LESSON.units),
    "seed": str(_LESSON.seed),
    "regime": _LESSON.regime,
    "unit": str(DECISIVE_UNITS[_LESSON.units]),
    "curves": "False",
}
"""The link to the network of the guided lesson and of Step through in the Memory lab, at the unit that remembers."""
