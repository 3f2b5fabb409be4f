"""The page Memory lab without a browser."""

from __future__ import annotations

import time
from concurrent.futures import Future

from streamlit.testing.v1 import AppTest

from lstm_viz.data import one_hot
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.models import Model
from lstm_viz.engine.trace import Trace
from lstm_viz.tasks import memory_pair
from lstm_viz.training import Run, model_of, recorded
from lstm_viz.training.settings import pair_settings
from lstm_viz.worker.errors import WorkerError
from tests.support.app import open_page, viewer_data, words
from tests.support.worker import AtOnce
from tests.worker.training import pretend


def open_lab(**query: str) -> AppTest:
    """The view that a link opens."""
    return open_page("memory_lab", **query)


def rows(app: AppTest) -> dict[str, dict]:
    """Network → its line in the table, by column."""
    lines = app.dataframe[0].value.to_dict("records")
    return {line["network"]: line for line in lines}


def keys(app: AppTest) -> set[str]:
    """The keys of the buttons that are there."""
    return {button.key for button in app.button}


def guesses(app: AppTest, sequence: int = 0) -> list[str]:
    """The likeliest symbol after each step, as the viewer has it."""
    return [each["label"] for each in viewer_data(app)["sequences"][sequence]["predictions"]]


def said(app: AppTest) -> str:
    """Every plain text on the page, as one."""
    return " ".join(words(app))


def shipped(network: str, units: int = 20) -> Run:
    """The training that a link without the training's settings shows; with 8 units, that of the first view."""
    run = recorded(pair_settings(network, units), memory_pair())
    assert run is not None
    return run


def traced(network: str, epoch: int, number: int = 0, units: int = 20) -> tuple[Model, Trace]:
    """A network of `shipped` after an epoch, and its pass over a sequence of the pair."""
    run = shipped(network, units)
    model = model_of(run.settings, dict(run.snapshots)[epoch])
    sequence = memory_pair().sequences[number]
    return model, numpy_engine.run(model.weights, one_hot(sequence[:-1], 5)[None])


def train(app: AppTest, seconds: float = 120) -> AppTest:
    """Runs the page until no training is under way, as its clock does in a browser."""
    deadline = time.monotonic() + seconds
    while "lab_stop" in keys(app) and time.monotonic() < deadline:
        app.run()
        assert not app.exception
    assert "lab_stop" not in keys(app)
    return app


class Pretends(AtOnce):
    """A worker that answers at once, with weights that no training gives.

    Attributes:
        asked: Network and epochs of each call.
        most: How many calls it answers; the others wait for ever.
        problem: What is wrong with it, if anything is.
    """

    def __init__(self):
        self.asked: list[tuple[str, int]] = []
        self.most = 1000
        self.problem: WorkerError | None = None

    def submit_chunk(self, _function, settings, task, state, epochs, every) -> Future:
        self.asked.append((settings.network, epochs))
        future: Future = Future()
        if self.problem is not None:
            future.set_exception(self.problem)
        elif len(self.asked) <= self.most:
            future.set_result(pretend(settings, task, state, epochs, every))
        return future
