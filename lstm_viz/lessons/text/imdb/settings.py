"""The settings of a training on the reviews, and its initial weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_viz.engine.models import untrained
from lstm_viz.engine.weights import StaysReadOnly, read_only
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.text.imdb.corpus import VOCABULARY
from lstm_viz.links import Choice, Text, Whole
from lstm_viz.settings import SEED, Setting

KINDS = ("lstm", "gru")
UNITS = (8, 16, 32, 64)
REVIEWS = (1000, 2000, 5000, 10_000, 25_000)
LENGTHS = (50, 100, 200, 300, 400)
RATES = (0.001, 0.003, 0.01)
MAX_EPOCHS = 10  # an epoch reads thousands of reviews
FEATURES = 16  # of the embedding
BATCH = 64
HELD_OUT = 1000
LOOKS = 4  # evaluations on the held-out reviews in each epoch
EMBEDDING_RANGE = 0.05  # the range of Keras's "uniform", the default initialiser of an Embedding
TEST_REVIEWS = 25_000
NEWEST = 0  # instead of the number of an epoch: the last finished epoch
OWN_SENTENCE = "Boring at first, but in the end it is a wonderful film."
READ = {"review": N_("A review of the test part"), "own": N_("A sentence of your own")}
WEIGHT_NAMES = ("embeddings", "kernel", "recurrent_kernel", "bias", "head_kernel", "head_bias")


@dataclass(frozen=True)
class ImdbSettings:
    """A network and how it is trained. With the same file they always give the same weights.

    The network is `Embedding(10_000, 16, mask_zero=True)`, a recurrent layer and `Dense(1, activation="sigmoid")`.

    Attributes:
        kind: The recurrent layer, "lstm" or "gru".
        units: The number of units of the recurrent layer.
        reviews: The number of training reviews that an epoch reads: the first ones in Keras's order.
        length: The number of words that are read of a review: the last ones.
        rate: The learning rate of Adam.
        seed: The seed of the initial weights and of the order of the reviews.
    """

    kind: str
    units: int
    reviews: int
    length: int
    rate: float
    seed: int

    @property
    def updates(self) -> int:
        """The number of updates in an epoch: one for each batch. The last batch may be smaller."""
        return -(-self.reviews // BATCH)

    def is_looked_at(self, update: int) -> bool:
        """Whether the network is evaluated after this update, counted from 1: LOOKS times an epoch, last at its end."""
        return LOOKS * update // self.updates > LOOKS * (update - 1) // self.updates

    def batch(self, update: int) -> np.ndarray:
        """The reviews that an update reads, all counted from 0. Each epoch reads every review, in a new order."""
        epoch, place = divmod(update, self.updates)
        order = np.random.default_rng([self.seed, epoch]).permutation(self.reviews)
        return order[place * BATCH : (place + 1) * BATCH]


@dataclass(frozen=True, eq=False)
class ImdbState(StaysReadOnly):
    """The state of a training: everything that the next update depends on.

    Attributes:
        update: The number of updates so far.
        weights: Read-only float32 arrays, in the order of WEIGHT_NAMES.
        optimizer: For each weight array the momentum of Adam, then the velocity of Adam; read-only, of the same shape.
    """

    update: int
    weights: tuple[np.ndarray, ...]
    optimizer: tuple[np.ndarray, ...]

    def __post_init__(self):
        for name in ("weights", "optimizer"):
            object.__setattr__(self, name, tuple(map(read_only, getattr(self, name))))


def start(settings: ImdbSettings) -> ImdbState:
    """The state before the first update, with the weights of Keras's default initialisers, drawn by NumPy."""
    model = untrained(settings.kind, settings.units, FEATURES, settings.seed, symbols=1)
    layer, head = model.weights, model.head
    assert layer.bias is not None and head is not None  # noqa: PT018 (for the type checker: untrained has both)
    draw = np.random.default_rng([settings.seed, VOCABULARY])
    embeddings = draw.uniform(-EMBEDDING_RANGE, EMBEDDING_RANGE, (VOCABULARY, FEATURES))
    weights = (embeddings, layer.kernel, layer.recurrent_kernel, layer.bias, head.kernel, head.bias)
    return ImdbState(0, weights, tuple(np.zeros(np.shape(weight)) for weight in weights for _ in range(2)))


def imdb_settings(values: Mapping[str, Any]) -> ImdbSettings:
    """The network and how it is trained, for these values of the settings IMDB."""
    units, reviews, length = (int(values[f"imdb_{name}"]) for name in ("units", "reviews", "length"))
    return ImdbSettings(values["imdb_kind"], units, reviews, length, float(values["imdb_rate"]), values["imdb_seed"])


def _one_of(numbers: tuple[float, ...], default: str, label: str) -> Setting:
    return Setting(Choice(tuple(map(str, numbers)), default), label, control="select_slider")


IMDB = {
    "imdb_kind": Setting(Choice(KINDS, "lstm"), N_("Layer"), titles=LAYERS),
    "imdb_units": _one_of(UNITS, "32", N_("Units")),
    "imdb_reviews": _one_of(REVIEWS, "5000", N_("Reviews to train on")),
    "imdb_length": _one_of(LENGTHS, "100", N_("Words per review")),
    "imdb_rate": _one_of(RATES, "0.003", N_("Learning rate (Adam)")),
    "imdb_seed": SEED,
    "imdb_epochs": Setting(Whole(1, MAX_EPOCHS, 3), N_("Epochs"), control="number"),
    "imdb_trained": Setting(Whole(0, MAX_EPOCHS, 0)),
    "imdb_epoch": Setting(Whole(0, MAX_EPOCHS, 0), N_("Weights after epoch"), control="segmented"),
    "imdb_read": Setting(Choice(tuple(READ), "review"), N_("Read"), titles=READ),
    "imdb_review": Setting(
        Whole(1, TEST_REVIEWS, 1),
        N_("Number of the review, as in Keras's x_test, but counted from 1"),
        control="number",
    ),
    "imdb_text": Setting(Text(OWN_SENTENCE), N_("A sentence in English"), control="area"),
    "imdb_step": Setting(Whole(1, max(LENGTHS), 1)),
    "imdb_unit": Setting(Whole(1, max(UNITS), 1)),
}
"""The settings of the panel IMDB, which are a part of the page's settings."""
