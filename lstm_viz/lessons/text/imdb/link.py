"""The IMDB panel's part of a link to the page Text."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.lessons.text.imdb.settings import KINDS, LENGTHS, MAX_EPOCHS, MAX_SEED, RATES, REVIEWS, UNITS, Settings
from lstm_viz.links import Choice, Field, Text, Whole

TEST_REVIEWS = 25_000
MOST_STEPS = max(LENGTHS)
OWN_SENTENCE = "Boring at first, but in the end it is a wonderful film."

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "imdb_kind": Choice(KINDS, "lstm"),
    "imdb_units": Choice(tuple(map(str, UNITS)), "32"),
    "imdb_reviews": Choice(tuple(map(str, REVIEWS)), "5000"),
    "imdb_length": Choice(tuple(map(str, LENGTHS)), "100"),
    "imdb_rate": Choice(tuple(map(str, RATES)), "0.003"),
    "imdb_seed": Whole(0, MAX_SEED, 1),
    "imdb_epochs": Whole(1, MAX_EPOCHS, 3),
    "imdb_trained": Whole(0, MAX_EPOCHS, 0),
    "imdb_epoch": Whole(0, MAX_EPOCHS, 0),
    "imdb_read": Choice(("review", "own"), "review"),
    "imdb_review": Whole(1, TEST_REVIEWS, 1),
    "imdb_text": Text(OWN_SENTENCE),
    "imdb_step": Whole(1, MOST_STEPS, 1),
    "imdb_unit": Whole(1, max(UNITS), 1),
}
NEWEST = 0
"""As `imdb_epoch`: the weights of the last epoch that is finished."""


def settings_of(values: Mapping[str, Any]) -> Settings:
    """What is trained, from a value for each of FIELDS."""
    units, reviews, length = (int(values[f"imdb_{name}"]) for name in ("units", "reviews", "length"))
    return Settings(values["imdb_kind"], units, reviews, length, float(values["imdb_rate"]), values["imdb_seed"])
