"""Workers that end with their test."""

import gc

import pytest

from lstm_viz.worker import Worker
from lstm_viz.worker.process import Limits
from tests.worker import support


@pytest.fixture(scope="session", autouse=True)
def what_earlier_tests_left_is_not_walked():
    """Loky collects garbage in this process, too, which took half a second each time after the tests of all folders."""
    gc.collect()
    gc.freeze()


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
