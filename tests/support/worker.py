"""Another worker in place of the server's, and the caches of what it gave."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lstm_viz.app import cached, runs
from lstm_viz.lessons.gradient_flow.ui import loaders as flow_loaders
from lstm_viz.lessons.step_through.ui import loaders as step_loaders
from lstm_viz.worker import _shared as real_worker

__all__ = ["forget", "real_worker", "use_worker"]


def use_worker(monkeypatch: pytest.MonkeyPatch, worker: object) -> None:
    """Whoever asks for the server's worker gets this one; `worker` may be a class, made anew each time."""
    make: Callable[[], object] = worker if isinstance(worker, type) else lambda: worker
    monkeypatch.setattr("lstm_viz.worker._shared", make)


def forget() -> None:
    """Empties what all visitors share."""
    for kept in (
        runs.kept,
        cached.load_from_keras,
        cached.load_charts,
        step_loaders.load_passes,
        flow_loaders.load_flows,
    ):
        kept.clear()
