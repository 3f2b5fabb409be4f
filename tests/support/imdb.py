"""The panel IMDB of the page Text without a browser, and a worker that answers at once."""

from __future__ import annotations

import json
import time
from concurrent.futures import Future

import numpy as np
from streamlit.testing.v1 import AppTest

from lstm_viz.lessons.text import remote
from lstm_viz.lessons.text.imdb.chunk import Evaluation
from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.imdb.run import ImdbChunk, train
from lstm_viz.lessons.text.imdb.settings import ImdbSettings, ImdbState
from tests.support.app import open_page, words
from tests.support.worker import AtOnce

SMALL = {"imdb_units": "8", "imdb_reviews": "1000", "imdb_length": "50", "imdb_epochs": "2"}
UPDATES = 16  # of an epoch of 1,000 reviews


class Pretends(AtOnce):
    """A worker that answers at once: training gives weights that no training gives, Keras's answer is set by the test.

    Attributes:
        asked: How many updates each call was to train.
        most: How many calls of training it answers; the others wait for ever.
        problem: What is wrong with it, if anything is.
        chance: What it says that Keras makes of a review.
    """

    def __init__(self):
        self.asked: list[int] = []
        self.most = 1000
        self.problem: Exception | None = None
        self.chance = 0.25

    def submit_chunk(self, function, *arguments) -> Future:
        assert function == train
        self.asked.append(arguments[-1])
        future: Future = Future()
        if self.problem is not None:
            future.set_exception(self.problem)
        elif len(self.asked) <= self.most:
            future.set_result(pretend(*arguments))
        return future

    def call(self, function, *arguments):
        return self.chance if function == remote.chance_of else function(*arguments)


def pretend(settings: ImdbSettings, _location: FilesLocation, state: ImdbState, updates: int) -> ImdbChunk:
    """What `train` gives, but for the weights: each update adds 0.01 to all."""
    begin, end = state.update, state.update + updates
    weights = {at: tuple(array + 0.01 * (at - begin) for array in state.weights) for at in range(begin + 1, end + 1)}
    ends = [at for at in weights if at % settings.updates == 0]
    looks = tuple(Evaluation(at, 0.6, 0.75) for at in weights if settings.is_looked_at(at))
    snapshots = tuple((at // settings.updates, weights[at]) for at in ends)
    return ImdbChunk(ImdbState(end, weights[end], state.optimizer), np.full(updates, 0.6), looks, 200, snapshots, 0.05)


def open_panel(**query: str) -> AppTest:
    return open_page("text", **({"panel": "imdb"} | SMALL | query))


def keys(app: AppTest) -> set[str]:
    return {button.key for button in app.button}


def trained(app: AppTest, seconds: float = 60) -> AppTest:
    """Runs the page until no training is under way, as its clock does in a browser."""
    deadline = time.monotonic() + seconds
    while "text_imdb_stop" in keys(app) and time.monotonic() < deadline:
        app.run()
        assert not app.exception
    assert "text_imdb_stop" not in keys(app)
    return app


def component(app: AppTest, name: str) -> dict:
    """What the browser gets for one of the panel's components."""
    each = {part.proto.component_name: part.proto.json for part in app.get("bidi_component")}
    return json.loads(next(data for full, data in each.items() if full.endswith(name)))[0]


def said(app: AppTest) -> str:
    return " ".join(words(app))
