"""What is trained on the reviews and how, and the weights that it starts from."""

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
MAX_EPOCHS = 10
FEATURES = 16  # of the embedding
BATCH = 64
HELD_OUT = 1000
LOOKS = 4  # in each epoch
EMBEDDING_RANGE = 0.05  # of Keras's "uniform", an Embedding's own initialiser
TEST_REVIEWS = 25_000
NEWEST = 0  # as the epoch whose weights are looked at: the last one that is finished
OWN_SENTENCE = "Boring at first, but in the end it is a wonderful film."
READ = {"review": N_("A review of the test part"), "own": N_("A sentence of your own")}
WEIGHT_NAMES = ("embeddings", "kernel", "recurrent_kernel", "bias", "head_kernel", "head_bias")


@dataclass(frozen=True)
class ImdbSettings:
    """`Embedding(10_000, 16, mask_zero=True)`, a recurrent layer, `Dense(1, activation="sigmoid")`, and their training.

    With the same file they give the same weights each time.

    Attributes:
        kind: "lstm" or "gru".
        units: Size of its state.
        reviews: How many of the training part it reads in an epoch, the first in Keras's order.
        length: The last so many words of a review are read.
        rate: Adam's learning rate.
        seed: Of the initial weights and of the order of the reviews.
    """

    kind: str
    units: int
    reviews: int
    length: int
    rate: float
    seed: int

    @property
    def updates(self) -> int:
        """Of an epoch: one for each batch, the last of which may be smaller."""
        return -(-self.reviews // BATCH)

    def is_looked_at(self, update: int) -> bool:
        """Whether the held-out reviews are read after so many updates: LOOKS times in an epoch, and at its end."""
        return LOOKS * update // self.updates > LOOKS * (update - 1) // self.updates

    def batch(self, update: int) -> np.ndarray:
        """Which of the reviews an update reads, counted from 0; each epoch goes through all, in another order."""
        epoch, place = divmod(update, self.updates)
        order = np.random.default_rng([self.seed, epoch]).permutation(self.reviews)
        return order[place * BATCH : (place + 1) * BATCH]


@dataclass(frozen=True, eq=False)
class ImdbState(StaysReadOnly):
    """A network in the midst of its training: all that the next update depends on.

    Attributes:
        update: How many updates it has had.
        weights: Read-only float32 arrays, as WEIGHT_NAMES says.
        optimizer: For each weight Adam's momentum, then its velocity; read-only, of the weight's shape.
    """

    update: int
    weights: tuple[np.ndarray, ...]
    optimizer: tuple[np.ndarray, ...]

    def __post_init__(self):
        for name in ("weights", "optimizer"):
            object.__setattr__(self, name, tuple(map(read_only, getattr(self, name))))


def start(settings: ImdbSettings) -> ImdbState:
    """The network before its first update, as Keras's own initialisers make it, drawn by numpy from the seed."""
    model = untrained(settings.kind, settings.units, FEATURES, settings.seed, symbols=1)
    layer, head = model.weights, model.head
    assert layer.bias is not None and head is not None  # noqa: PT018 (for the type checker: untrained has both)
    draw = np.random.default_rng([settings.seed, VOCABULARY])
    embeddings = draw.uniform(-EMBEDDING_RANGE, EMBEDDING_RANGE, (VOCABULARY, FEATURES))
    weights = (embeddings, layer.kernel, layer.recurrent_kernel, layer.bias, head.kernel, head.bias)
    return ImdbState(0, weights, tuple(np.zeros(np.shape(weight)) for weight in weights for _ in range(2)))


def imdb_settings(values: Mapping[str, Any]) -> ImdbSettings:
    """What is trained, from a value for each of IMDB."""
    units, reviews, length = (int(values[f"imdb_{name}"]) for name in ("units", "reviews", "length"))
    return ImdbSettings(values["imdb_kind"], units, reviews, length, float(values["imdb_rate"]), values["imdb_seed"])


def _one_of(numbers: tuple[float, ...], default: str, label: str) -> Setting:
    return Setting(Choice(tuple(map(str, numbers)), default), label, control="select_slider")


IMDB = {
    "imdb_kind": Setting(Choice(KINDS, "lstm"), N_("Layer"), titles=LAYERS),
    "imdb_units": _one_of(UNITS, "32", N_("Units")),
    "imdb_reviews": _one_of(REVIEWS, "5000", N_("Reviews to train on")),
    "imdb_length": _one_of(LENGTHS, "100", N_("Words of each")),
    "imdb_rate": _one_of(RATES, "0.003", N_("Learning rate (Adam)")),
    "imdb_seed": SEED,
    "imdb_epochs": Setting(Whole(1, MAX_EPOCHS, 3), N_("Epochs"), control="number"),
    "imdb_trained": Setting(Whole(0, MAX_EPOCHS, 0)),
    "imdb_epoch": Setting(Whole(0, MAX_EPOCHS, 0), N_("Weights after epoch"), control="segmented"),
    "imdb_read": Setting(Choice(tuple(READ), "review"), N_("Read"), titles=READ),
    "imdb_review": Setting(
        Whole(1, TEST_REVIEWS, 1), N_("Number of the review, as in Keras's x_test, but from 1"), control="number"
    ),
    "imdb_text": Setting(Text(OWN_SENTENCE), N_("A sentence in English"), control="area"),
    "imdb_step": Setting(Whole(1, max(LENGTHS), 1)),
    "imdb_unit": Setting(Whole(1, max(UNITS), 1)),
}
"""The panel IMDB's part of the page's settings."""
