"""The page Text without a browser."""

from __future__ import annotations

from functools import cache

from streamlit.testing.v1 import AppTest

from lstm_viz.data.reviews import Review, training_reviews
from tests.support.app import open_page


@cache
def trained_on(language: str) -> tuple[Review, ...]:
    """The training reviews: making them takes a second each time."""
    return tuple(training_reviews(language))


def open_text(**query: str) -> AppTest:
    """The view that a link opens."""
    return open_page("text", **query)
