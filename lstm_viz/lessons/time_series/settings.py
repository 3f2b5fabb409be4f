"""The settings of the page Time series: the series, the network, and how it is trained."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from lstm_viz.ceilings import MAX_FEATURES, MAX_SEED
from lstm_viz.data.choices import DECLARED, Declared
from lstm_viz.engine.cell import GATES, KEEPING_GATE, SIGNAL_ORDER, SIGNALS, STATES
from lstm_viz.glossary import SIGNAL_NAMES
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.time_series.series import MOST_ROWS, OWN, SOURCES
from lstm_viz.links import Choice, Several, Switch, Text, Whole
from lstm_viz.settings import BASELINE, PREDICT, Problems, Setting, Settings, Values

NETWORKS = ("lstm", "gru", "simple_rnn")
SHORTEST_WINDOW, LONGEST_WINDOW = 2, 120
LAST_STEP = 60  # in old links it stands for the last step of any window
MAX_HORIZON = 24
MAX_LAYERS = 2
BATCH_SIZES = (8, 16, 32, 64, 128)
RATES = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02)
MAX_PATIENCE = 50
# An epoch reads up to 2,000 windows.
MAX_UNITS, MAX_EPOCHS = 32, 200
LEAST_SHARE, MOST_SHARE = 5, 40
MAX_SEASON = 2000
MAX_ROLL = 200
COLUMNS = tuple(map(str, range(1, MAX_FEATURES + 1)))
DEFAULT_EPOCHS = 40
SERIES = {
    "tanks": N_("Tanks, hour by hour"),
    "noisy_sine": N_("Noisy sine"),
    "clean_sine": N_("Clean sine"),
    "price": N_("Daily price (made up)"),
    "prices": N_("Stock (made up)"),
    "jumps": N_("Jumps"),
    OWN: N_("My own data"),
}
FILLS = {
    "previous": N_("with the previous value"),
    "linear": N_("with a straight line"),
    "drop": N_("leave out the row"),
}
CHANGES = {
    "values": N_("the values"),
    "differences": N_("differences from row to row"),
    "returns": N_("relative changes (returns)"),
}
SCALINGS = {
    "standard": N_("to mean 0 and deviation 1"),
    "min_max": N_("min–max, from 0 to 1"),
}
PANELS = {
    "way": N_("Split, scaler, windows"),
    "forecast": N_("One step ahead"),
    "rollout": N_("Rolled out"),
    "kinds": N_("Three networks"),
    "gates": N_("Gates under the curve"),
    "lags": N_("Which lag mattered"),
    "check_up": N_("Check-up"),
    "files": N_("Files and code"),
}
# Source → the values that its settings start with, if they differ from the defaults.
OF_SOURCE: dict[str, Values] = {
    "tanks": {},
    "noisy_sine": {"columns": ["1"], "look_back": 10, "batch_size": "16", "season": 80, "roll": 10},
    "clean_sine": {"columns": ["1"], "look_back": 20, "roll": 40},
    "price": {"columns": ["1"], "look_back": 14, "learning_rate": "0.002", "roll": 28},
    "prices": {
        "columns": ["1", "2", "3", "4", "5"],
        "target": 4,
        "look_back": 3,
        "learning_rate": "0.002",
        "roll": 28,
    },
    "jumps": {"columns": ["1"], "look_back": LONGEST_WINDOW, "roll": 120},
    OWN: {"columns": ["1"]},
}
# Settings that do not change the training. A link with another setting, and without `trained`, trains nothing.
OF_NO_TRAINING = frozenset(
    {"predict", "panel", "roll", "moment", "layer", "signals", "step", "unit", "season", "baseline"}
)


@dataclass(frozen=True)
class ForecastSettings:
    """A network and how it is trained. With the same data they always give the same weights.

    Attributes:
        network: The kind of the recurrent layers, one of NETWORKS.
        units: The number of units of each recurrent layer.
        layers: The number of recurrent layers, 1 or 2. A `Dense(horizon * features)` follows.
        many_to_many: Whether every step of a window predicts the rows after it in training; else only the last step.
        look_back: The number of steps in a window.
        horizon: The number of rows that are predicted at once.
        batch_size: The number of windows in a batch.
        learning_rate: The learning rate of Adam.
        patience: Training ends when the validation loss has not fallen for this number of epochs, and the weights with
            the smallest loss are taken; 0 trains to the end and takes the last weights.
        seed: The seed of the initial weights and of the order of the windows.

    Raises:
        ValueError: If a value is outside its bounds.
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
        """The shape of each weight array of the network, in Keras's order."""
        columns = len(GATES[self.network]) * self.units
        bias = (2, columns) if self.network == "gru" else (columns,)
        shapes: list[tuple[int, ...]] = []
        for layer in range(self.layers):
            shapes += [(self.units if layer else features, columns), (self.units, columns), bias]
        outputs = self.horizon * features
        return (*shapes, (self.units, outputs), (outputs,))


def network_of(values: Mapping[str, Any]) -> ForecastSettings:
    """The network, and how it is trained, for these values of the settings."""
    same = ("network", "units", "layers", "many_to_many", "look_back", "horizon", "patience", "seed")
    batch_size, rate = int(values["batch_size"]), float(values["learning_rate"])
    return ForecastSettings(**{name: values[name] for name in same}, batch_size=batch_size, learning_rate=rate)


def of_source(source: str) -> Values:
    """The values that the settings of a source start with."""
    names = ("columns", "look_back", "batch_size", "learning_rate", "season", "roll", "target")
    return {name: SETTINGS[name].default for name in names} | OF_SOURCE[source]


def _begin(values: Values) -> Values:
    begun = of_source(values["source"])
    step = max(values["look_back"], begun["look_back"], LAST_STEP)
    return begun | {"step": step, "signals": signals_to_draw([], values["network"])}


def signals_to_draw(chosen: Collection[str], network: str) -> list[str]:
    """Those of the chosen signals that the network has; if none, the gate that keeps the state, and that state."""
    keeping = {KEEPING_GATE.get(network), STATES[network][-1]}
    has = [name for name in SIGNAL_ORDER if name in SIGNALS[network]]
    return [name for name in has if name in chosen] or [name for name in has if name in keeping]


def _settle(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    """Sets `trained` to 0 if a link does not name it but changes the training: see OF_NO_TRAINING."""
    if "trained" not in query and query.keys() & (SETTINGS.keys() - OF_NO_TRAINING):
        values["trained"] = 0


def _of_choice(declared: Declared) -> Setting:
    """A choice on a file as a setting; "" stands for what is found in the file."""
    if not declared.options:
        return Setting(Text(""), declared.label, help=declared.help)
    titles = {option.word: option.title for option in declared.options if option.title}
    words = ("", *(option.word for option in declared.options))
    return Setting(Choice(words, ""), declared.label, titles=titles, help=declared.help, control="selectbox")


def _unused(values: Mapping[str, Any]) -> Collection[str]:
    return () if values["source"] == OWN else DECLARED


SETTINGS = Settings(
    {
        "source": Setting(Choice((*SOURCES, OWN), "tanks"), N_("Series"), titles=SERIES),
        "series_seed": Setting(Whole(0, MAX_SEED, 1), N_("Seed of the series"), control="number"),
        "columns": Setting(Several(COLUMNS, ("1", "2")), N_("Columns to read and predict")),
        "target": Setting(Whole(1, MAX_FEATURES, 1), N_("Column to evaluate"), control="selectbox"),
        "fill": Setting(
            Choice(tuple(FILLS), "previous"),
            N_("Fill missing values"),
            titles=FILLS,
            help=N_(
                "A straight line needs the value after the missing ones, which is not known when one "
                "forecasts. At the end of the training part, this lets a little of the later values in."
            ),
        ),
        "change": Setting(
            Choice(tuple(CHANGES), "values"),
            N_("The network reads"),
            titles=CHANGES,
            control="selectbox",
            help=N_(
                "Changes have no trend, and no level that only the test part has. A forecast change is added to the "
                "last value. Relative changes suit values that grow in proportion, such as prices."
            ),
        ),
        "scaling": Setting(
            Choice(tuple(SCALINGS), "standard"),
            N_("Scaling"),
            titles=SCALINGS,
            control="selectbox",
            help=N_(
                "Either way, the numbers come from the training part alone, and forecasts are scaled back. Min–max "
                "depends on the two extreme values, and later values may be below 0 or above 1."
            ),
        ),
        "season": Setting(
            Whole(0, MAX_SEASON, 0),
            N_("Season (rows; 0: estimated)"),
            control="number",
            help=N_(
                "For the forecast that repeats the last season. It is estimated from the training part alone, "
                "as the distance at which the changes from row to row repeat best."
            ),
        ),
        "validation": Setting(Whole(LEAST_SHARE, MOST_SHARE, 20), N_("Validation part (%)")),
        "validate": Setting(
            Switch(True),
            N_("With a validation part"),
            help=N_(
                "If off, all windows before the test part train, as in many tutorials. Then early stopping looks at "
                "the training loss, which says nothing about new rows: set the patience to 0."
            ),
        ),
        "test": Setting(Whole(LEAST_SHARE, MOST_SHARE, 20), N_("Test part (%)")),
        "network": Setting(Choice(NETWORKS, "lstm"), N_("Network"), titles=LAYERS),
        "units": Setting(Whole(1, MAX_UNITS, 16), N_("Units")),
        "layers": Setting(Whole(1, MAX_LAYERS, 1), N_("Recurrent layers"), control="segmented"),
        "many_to_many": Setting(
            Switch(False),
            N_("Many to many"),
            help=N_(
                "If on, each step of a window predicts the value after it in training (return_sequences=True). "
                "If off, only the last step does (many to one). Either way, the forecast is that of the last "
                "step."
            ),
        ),
        "look_back": Setting(Whole(SHORTEST_WINDOW, LONGEST_WINDOW, 12), N_("Window (rows that are read)")),
        "horizon": Setting(Whole(1, MAX_HORIZON, 1), N_("Horizon (rows predicted at once)")),
        "batch_size": Setting(Choice(tuple(map(str, BATCH_SIZES)), "32"), N_("Batch size"), control="select_slider"),
        "learning_rate": Setting(
            Choice(tuple(f"{rate:g}" for rate in RATES), "0.01"), N_("Learning rate"), control="select_slider"
        ),
        "patience": Setting(Whole(0, MAX_PATIENCE, 10), N_("Patience (epochs; 0: no early stopping)")),
        "seed": Setting(Whole(0, MAX_SEED, 1), N_("Seed of the weights"), control="number"),
        "epochs": Setting(Whole(1, MAX_EPOCHS, DEFAULT_EPOCHS), N_("Epochs at most"), control="number"),
        "trained": Setting(Whole(0, MAX_EPOCHS, DEFAULT_EPOCHS)),
        "predict": PREDICT,
        "panel": Setting(Choice(tuple(PANELS), "forecast"), titles=PANELS),
        "roll": Setting(Whole(1, MAX_ROLL, 48), N_("Rolled out over (rows)")),
        "moment": Setting(Whole(1, MOST_ROWS, 1000), control="number"),
        "layer": Setting(Whole(1, MAX_LAYERS, 1), N_("Recurrent layer"), control="segmented"),
        "signals": Setting(Several(SIGNAL_ORDER, ()), N_("Signals below the curve"), titles=SIGNAL_NAMES),
        "step": Setting(Whole(1, LONGEST_WINDOW, LAST_STEP)),
        "unit": Setting(Whole(1, MAX_UNITS, 1), N_("Unit whose memory is shown")),
        "baseline": BASELINE,
        **{name: _of_choice(declared) for name, declared in DECLARED.items()},
    },
    begin=_begin,
    settle=_settle,
    unused=_unused,
)
