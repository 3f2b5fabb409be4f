"""Workers that end with their test."""

import pytest

from lstm_viz.worker import Worker
from lstm_viz.worker.process import Limits
from tests.worker import support


@pytest.fixture
def new_worker():
    """`new_worker(prepare, **limits)`; all are ended afterwards."""
    workers = []

    def new(prepare=support.nothing, *, patience=60, trainer=None, **limits):
        limits = Limits(**{"start_memory": 0} | limits)
        workers.append(Worker(prepare, limits=limits, patience=patience, trainer=trainer))
        return workers[-1]

    yield new
    for worker in workers:
        worker.shutdown(wait=False)
