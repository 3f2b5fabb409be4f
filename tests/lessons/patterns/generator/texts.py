"""Texts that the generator writes, by real Keras."""

from __future__ import annotations

from functools import cache

from lstm_viz.lessons.patterns.generator.in_keras import generate
from lstm_viz.lessons.patterns.generator.request import Request
from lstm_viz.lessons.patterns.generator.results import Generation

EXAMPLE = Request("the cat", generated=10, temperature=1.0, seed=1)


@cache
def generated(request: Request = EXAMPLE) -> Generation:
    """The text that is asked for."""
    return generate(request.ids, request.generated, request.temperature, request.seed)
