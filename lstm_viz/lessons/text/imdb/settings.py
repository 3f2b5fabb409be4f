"""What is trained on the reviews and how, and the weights that it starts from."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.models import untrained
from lstm_viz.engine.weights import StaysReadOnly, read_only
from lstm_viz.lessons.text.imdb.corpus import VOCABULARY

KINDS = ("lstm", "gru")
UNITS = (8, 16, 32, 64)
REVIEWS = (1000, 2000, 5000, 10_000, 25_000)
LENGTHS = (50, 100, 200, 300, 400)
RATES = (0.001, 0.003, 0.01)
MAX_EPOCHS = 10
MAX_SEED = 999_999
FEATURES = 16  # of the embedding
BATCH = 64
HELD_OUT = 1000
LOOKS = 4  # in each epoch
EMBEDDING_RANGE = 0.05  # of Keras's "uniform", an Embedding's own initialiser
WEIGHT_NAMES = ("embeddings", "kernel", "recurrent_kernel", "bias", "head_kernel", "head_bias")


@dataclass(frozen=True)
class Settings:
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
class State(StaysReadOnly):
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


def start(settings: Settings) -> State:
    """The network before its first update, as Keras's own initialisers make it, drawn by numpy from the seed."""
    model = untrained(settings.kind, settings.units, FEATURES, settings.seed, symbols=1)
    layer, head = model.weights, model.head
    assert layer.bias is not None and head is not None  # noqa: PT018 (for the type checker: untrained has both)
    draw = np.random.default_rng([settings.seed, VOCABULARY])
    embeddings = draw.uniform(-EMBEDDING_RANGE, EMBEDDING_RANGE, (VOCABULARY, FEATURES))
    weights = (embeddings, layer.kernel, layer.recurrent_kernel, layer.bias, head.kernel, head.bias)
    return State(0, weights, tuple(np.zeros(np.shape(weight)) for weight in weights for _ in range(2)))
