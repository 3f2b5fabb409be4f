"""What is forecast, by which network, and how it is trained."""

from dataclasses import dataclass

from lstm_viz.engine.cell import GATES

NETWORKS = ("lstm", "gru", "simple_rnn")
SHORTEST_WINDOW, LONGEST_WINDOW = 2, 60
MAX_HORIZON = 24
MAX_FEATURES = 8
MAX_UNITS = 32
MAX_LAYERS = 2
BATCH_SIZES = (8, 16, 32, 64, 128)
RATES = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02)
MAX_PATIENCE = 50
MAX_EPOCHS = 200
MAX_SEED = 999_999
LEAST_SHARE, MOST_SHARE = 5, 40


@dataclass(frozen=True)
class ForecastSettings:
    """A network and how it is trained; with a task they give the same weights each time.

    Attributes:
        network: One of NETWORKS: the kind of its recurrent layers.
        units: Size of each layer's state.
        layers: How many recurrent layers, 1 or 2. A `Dense(horizon * features)` follows.
        many_to_many: Whether each step of a window predicts what comes after it, in training; else the last alone.
        look_back: Steps in a window.
        horizon: Steps predicted at once.
        batch_size: Windows to an update.
        learning_rate: Adam's.
        patience: Training ends when the validation loss has not fallen for so many epochs, and the weights with the
            least are taken; 0 trains to the end and takes the last.
        seed: Of the initial weights and of the windows' order.

    Raises:
        ValueError: If one is outside its bounds.
    """

    network: str
    units: int
    layers: int
    many_to_many: bool
    look_back: int
    horizon: int
    batch_size: int
    learning_rate: float
    patience: int
    seed: int

    def __post_init__(self):
        if self.network not in NETWORKS:
            raise ValueError(f"network must be one of {', '.join(NETWORKS)}, not {self.network!r}.")
        bounds = {
            "units": (1, MAX_UNITS),
            "layers": (1, MAX_LAYERS),
            "look_back": (SHORTEST_WINDOW, LONGEST_WINDOW),
            "horizon": (1, MAX_HORIZON),
            "batch_size": (BATCH_SIZES[0], BATCH_SIZES[-1]),
            "learning_rate": (RATES[0], RATES[-1]),
            "patience": (0, MAX_PATIENCE),
            "seed": (0, MAX_SEED),
        }
        for name, (low, high) in bounds.items():
            if not low <= getattr(self, name) <= high:
                raise ValueError(f"{name} must be from {low} to {high}, not {getattr(self, name)!r}.")

    def weight_shapes(self, features: int) -> tuple[tuple[int, ...], ...]:
        """The shape of each of the network's weights, in Keras's order."""
        columns = len(GATES[self.network]) * self.units
        bias = (2, columns) if self.network == "gru" else (columns,)
        shapes: list[tuple[int, ...]] = []
        for layer in range(self.layers):
            shapes += [(self.units if layer else features, columns), (self.units, columns), bias]
        outputs = self.horizon * features
        return (*shapes, (self.units, outputs), (outputs,))
