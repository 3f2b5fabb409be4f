"""The models that the page comes with, and what they read at first."""

import json
import threading
from dataclasses import dataclass, field
from functools import cache

from lstm_viz.engine.models import ASSETS
from lstm_viz.i18n import N_
from lstm_viz.lessons.your_model import brought
from lstm_viz.lessons.your_model.brought import Brought
from lstm_viz.lessons.your_model.entries import entries_of
from lstm_viz.model_files import ModelFile, read_model

_READING = threading.Lock()
PRICES = (
    "0.42, 0.41, 0.44, 0.43, 0.46, 0.48, 0.47, 0.50, 0.53, 0.51, "
    "0.49, 0.52, 0.55, 0.54, 0.57, 0.60, 0.58, 0.56, 0.59, 0.62"
)
SUMS = ("0.9, 0.1, 0.6, 0.4, 0.2, 0.3, 0.8, 0.1, 0.5, 0.7", "0.1, 0.2, 0.3, 0.1, 0.2, 0.9, 0.9, 0.9, 0.1, 0.4")


@dataclass(frozen=True)
class Example:
    """A model that the page comes with.

    Attributes:
        title: English, marked for the catalogue with `N_`.
        file: The name of its file among the assets.
        inputs: Settings of the page that say what it reads at first.
        vocabulary: The name of the file with its words; "" without one.
        series: The name of the file with a series that it forecasts; "" without one.
    """

    title: str
    file: str
    inputs: dict[str, object] = field(default_factory=dict)
    vocabulary: str = ""
    series: str = ""


EXAMPLES = {
    "reviews": Example(
        N_("Reviews, Keras 2.1"),
        "example_reviews.h5",
        {"a1": "the film was not good at all", "compare": True, "b1": "the film was good", "step": 21},
        "example_reviews.json",
    ),
    "prices": Example(
        N_("Prices, two LSTMs"), "example_prices.keras", {"a1": PRICES, "step": 20}, series="example_prices.csv"
    ),
    "sums": Example(
        N_("Sums, Bidirectional"),
        "example_sums.keras",
        {"a1": SUMS[0], "compare": True, "b1": SUMS[1], "step": 6},
    ),
}


def example_model(name: str) -> ModelFile:
    """An example. Its weights are read-only, so all visitors share it."""
    with _READING:  # a class may open the page at once, and each reading is a process
        return _read(name)


@cache
def _read(name: str) -> ModelFile:
    return read_model(ASSETS / EXAMPLES[name].file)


@cache
def example_words(name: str) -> dict[str, int] | None:
    """The vocabulary of an example: word → its number; None if it reads no words."""
    file = EXAMPLES[name].vocabulary
    return json.loads((ASSETS / file).read_text("utf-8")) if file else None


@cache
def example_samples(name: str) -> Brought | None:
    """Windows of the series of an example; None if it forecasts none."""
    file = EXAMPLES[name].series
    return brought.read((ASSETS / file).read_bytes(), entries_of(example_model(name))) if file else None
