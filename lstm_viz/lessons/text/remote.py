"""The functions of `in_keras` and `imdb.in_keras` that the page calls in the worker."""

import numpy as np

from lstm_viz.lessons.text.imdb.corpus import ImdbReview
from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.imdb.settings import ImdbSettings
from lstm_viz.lessons.text.results import KerasReading
from lstm_viz.remote import Remote

HERE = "lstm_viz.lessons.text"

read_by_keras: Remote[[str, np.ndarray, bool], KerasReading] = Remote(f"{HERE}.in_keras:read_by_keras")
review_of: Remote[[FilesLocation, int], ImdbReview] = Remote(f"{HERE}.imdb.in_keras:review_of")
counts_of: Remote[[FilesLocation], tuple[int, int]] = Remote(f"{HERE}.imdb.in_keras:counts_of")
chance_of: Remote[[ImdbSettings, tuple[np.ndarray, ...], tuple[int, ...]], float] = Remote(
    f"{HERE}.imdb.in_keras:chance_of"
)
