"""Another worker in place of the server's, and the caches of what it gave."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from lstm_viz.app import cached, from_keras, runs
from lstm_viz.lessons.step_through.ui import loaders as step_loaders
from tests.worker.support import wait_for


class AtOnce:
    """A worker that answers at once, by the `call` of its subclass.

    Attributes:
        process: What it says of its process to who waits for an answer.
        otherwise: What it says of its process to others: by default no page asks anything ahead, which takes time.
        before: How many calls it says are before each call.
    """

    process, otherwise, before = "ready", "busy", 0

    def call(self, function, *arguments):
        raise NotImplementedError

    def submit(self, function, *arguments) -> Future:
        with ThreadPoolExecutor() as pool:
            return pool.submit(self.call, function, *arguments)

    def state(self, future=None) -> str:
        return self.otherwise if future is None else self.process

    def place(self, _future) -> int:
        return self.before


class Broken(AtOnce):
    """A worker that fails in one way."""

    def __init__(self, problem: Exception):
        self.problem = problem

    def call(self, *_):
        raise self.problem


GIVEN: dict[bytes, bytes] = {}
"""What Keras gave to the tests so far. A call is a pure function, so nobody has to ask it again."""


class KerasHere(AtOnce):
    """Real Keras layers, in this process: starting the worker is for other tests.

    What goes to it and what it gives is pickled, as on the way to the worker's process and back.

    Attributes:
        asked: The names of the functions that were asked for.
        changes: A function's name → what a test makes of its real result.
    """

    def __init__(self):
        self.asked: list[str] = []
        self.changes: dict[str, Callable[[Any], Any]] = {}

    def call(self, function, *arguments):
        self.asked.append(function.__name__)
        # A test may put another function in the place of Keras's.
        call = pickle.dumps((function, id(function.resolve()), arguments))
        if call not in GIVEN:
            function, _, arguments = pickle.loads(call)
            GIVEN[call] = pickle.dumps(function(*arguments))
        return self.changes.get(function.__name__, lambda result: result)(pickle.loads(GIVEN[call]))

    def submit_chunk(self, *_) -> Future:
        """A training that is under way for as long as the test takes: training is for other tests."""
        return Future()


def nothing_is_asked_ahead_any_more() -> bool:
    """Waits until the pages have asked all that they ask ahead, by this test or one before."""
    return wait_for(lambda: not any(isinstance(each, threading.Timer) for each in threading.enumerate()))


def use_worker(monkeypatch: pytest.MonkeyPatch, worker: object) -> None:
    """Whoever asks for the server's worker gets this one; `worker` may be a class, made anew each time."""
    make: Callable[[], object] = worker if isinstance(worker, type) else lambda: worker
    monkeypatch.setattr("lstm_viz.worker._shared", make)


def forget() -> None:
    """Empties what all visitors share."""
    for kept in (
        runs.kept,
        from_keras.load_question,
        cached.load_charts,
        step_loaders.load_passes,
    ):
        kept.clear()
