"""The most probable words after each word, as rows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.patterns.generator.results import Generation
from lstm_viz.lessons.patterns.generator.sampling import with_temperature
from lstm_viz.lessons.patterns.generator.sentences import vocabulary

if TYPE_CHECKING:
    import pandas

MOST = 5


@dataclass(frozen=True)
class Candidate:
    """A word that might have come next.

    Attributes:
        step: The number of the generated word, from 1.
        rank: Its place among the words, from 1 for the most probable one.
        word: The word.
        probability: Its probability as the model gives it, 0 … 1.
        drawn_with: Its probability with the temperature.
        chosen: Whether it was drawn.
    """

    step: int
    rank: int
    word: str
    probability: float
    drawn_with: float
    chosen: bool


def candidates(generation: Generation, temperature: float) -> list[Candidate]:
    """The MOST most probable words for each generated word, and the generated word itself if it is not one of them."""
    found = []
    chosen = generation.ids[generation.given :]
    for step, (given, own) in enumerate(zip(generation.probabilities, chosen, strict=True), start=1):
        changed, order = with_temperature(given, temperature), np.argsort(-given, kind="stable").tolist()
        shown = order[:MOST] if own in order[:MOST] else [*order[:MOST], own]
        found += [
            Candidate(step, order.index(at) + 1, vocabulary()[at], float(given[at]), float(changed[at]), at == own)
            for at in shown
        ]
    return found


def candidate_table(generation: Generation, temperature: float) -> "pandas.DataFrame":
    """A row for each candidate, in the columns of `Candidate`."""
    import pandas

    return pandas.DataFrame(candidates(generation, temperature))
