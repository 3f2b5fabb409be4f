"""Another worker in place of the server's, and the caches of what it gave."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from lstm_viz.app import cached, from_keras, runs
from lstm_viz.lessons.step_through.ui import loaders as step_loaders
from lstm_viz.worker import _shared as real_worker

__all__ = ["AtOnce", "Broken", "forget", "real_worker", "use_worker"]


class AtOnce:
    """A worker that answers at once, by the `call` of its subclass.

    Attributes:
        process: What it says of its process.
        before: How many calls it says are before each call.
    """

    process, before = "ready", 0

    def call(self, function, *arguments):
        raise NotImplementedError

    def submit(self, function, *arguments) -> Future:
        with ThreadPoolExecutor() as pool:
            return pool.submit(self.call, function, *arguments)

    def state(self, _future=None) -> str:
        return self.process

    def place(self, _future) -> int:
        return self.before


class Broken(AtOnce):
    """A worker that fails in one way."""

    def __init__(self, problem: Exception):
        self.problem = problem

    def call(self, *_):
        raise self.problem


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
