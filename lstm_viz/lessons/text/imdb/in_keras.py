"""Training on the IMDB reviews, as pure functions of plain arrays that the worker runs.

The reviews are not sent to the worker: the worker reads their file itself, once.
"""

import math
import time
from functools import lru_cache

import numpy as np

from lstm_viz.engine.weights import read_only
from lstm_viz.lessons.text.imdb.chunk import Evaluation, ImdbChunk, Snapshot
from lstm_viz.lessons.text.imdb.corpus import ImdbReview, load_corpus
from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.imdb.in_keras_model import model_for
from lstm_viz.lessons.text.imdb.settings import HELD_OUT, ImdbSettings, ImdbState

Batch = tuple[np.ndarray, np.ndarray]


def train(settings: ImdbSettings, location: FilesLocation, state: ImdbState, updates: int) -> ImdbChunk:
    """Trains for more updates. The result is the same to the bit, however the updates are divided into chunks.

    Args:
        settings: The network and how it is trained.
        location: The location of the reviews.
        state: The state before.
        updates: The number of updates to add, at least 1.

    Raises:
        InputError: If the file of the reviews is missing, or is not the expected one.
        ValueError: If `updates` is less than 1.
    """
    if updates < 1:
        raise ValueError(f"updates must be at least 1, not {updates}.")
    ids, labels = _padded(location, "train", settings.reviews, settings.length)
    held_out = _held_out(location, settings.length)
    model = model_for(settings.kind, settings.units, settings.length)
    model.assign(state, settings.rate)
    losses: list[float] = []
    looks: list[Evaluation] = []
    snapshots: list[Snapshot] = []
    seconds: list[float] = []
    for update in range(state.update, state.update + updates):
        started = time.perf_counter()
        rows = settings.batch(update)
        losses.append(model.update(ids[rows], labels[rows]))
        seconds.append(time.perf_counter() - started)
        if settings.is_looked_at(update + 1):
            looks.append(Evaluation(update + 1, *model.evaluate(*held_out)))
            if not math.isfinite(looks[-1].loss):  # the loss of the batch was taken before this update
                losses[-1] = looks[-1].loss
        if not math.isfinite(losses[-1]):
            return ImdbChunk(state, read_only(losses), (), len(held_out[1]), (), float(np.median(seconds)))
        if (update + 1) % settings.updates == 0:
            snapshots.append(((update + 1) // settings.updates, ImdbState(update + 1, *model.read()).weights))
    after = ImdbState(state.update + updates, *model.read())
    # The first update may include compilation: its time counts only if there is no other.
    update_seconds = float(np.median(seconds[1:] or seconds))
    return ImdbChunk(after, read_only(losses), tuple(looks), len(held_out[1]), tuple(snapshots), update_seconds)


def chance_of(settings: ImdbSettings, weights: tuple[np.ndarray, ...], ids: tuple[int, ...]) -> float:
    """The Keras model's answer to one review, which is padded at its beginning to the length used in training.

    Args:
        settings: The settings of the network.
        weights: The weights of an `ImdbState`.
        ids: The ids of the review, at most `settings.length`.

    Returns:
        The probability that the review is positive, 0 … 1.
    """
    model = model_for(settings.kind, settings.units, settings.length)
    model.assign_weights(weights)
    padded = np.zeros((1, settings.length), "int32")
    padded[0, settings.length - len(ids) :] = ids
    return float(model.chances(padded)[0])


def review_of(location: FilesLocation, number: int) -> ImdbReview:
    """A review of the test part. `number` is counted from 0.

    Raises:
        InputError: If the file is missing, or is not the expected one.
        IndexError: If there is no such review.
    """
    return load_corpus(location).review("test", number)


def counts_of(location: FilesLocation) -> tuple[int, int]:
    """The numbers of reviews in the training part and in the test part.

    Raises:
        InputError: If the file is missing, or is not the expected one.
    """
    parts = load_corpus(location).parts
    return len(parts["train"]), len(parts["test"])


def _held_out(location: FilesLocation, length: int) -> Batch:
    return _padded(location, "test", HELD_OUT, length)


@lru_cache(maxsize=4)
def _padded(location: FilesLocation, part: str, count: int, length: int) -> Batch:
    corpus = load_corpus(location)
    return corpus.batch(part, min(count, len(corpus.parts[part])), length)
