"""The function of `in_keras.py`, by name and type."""

from lstm_viz.lessons.patterns.generator.results import Generation
from lstm_viz.remote import Remote

generate: Remote[[tuple[int, ...], int, float, int], Generation] = Remote(
    "lstm_viz.lessons.patterns.generator.in_keras:generate"
)
