"""Fixtures of the pages' tests."""

import pytest

from lstm_viz.ui import lab_model, loaders
from lstm_viz.ui.memory_lab import training
from tests.support.lab import Pretends


@pytest.fixture
def no_worker(monkeypatch):
    """Whoever asks for the worker fails."""
    monkeypatch.setattr(training, "shared_worker", lambda: pytest.fail("the worker was asked"))


@pytest.fixture
def fresh():
    """A server that has trained nothing yet; what the test trains is forgotten afterwards."""
    for kept in (loaders._kept, loaders.load_passes):
        kept.clear()
    yield
    for kept in (loaders._kept, loaders.load_passes):
        kept.clear()


@pytest.fixture
def pretends(fresh, monkeypatch) -> Pretends:
    """Both pages that train ask this worker."""
    worker = Pretends()
    for page in (training, lab_model):
        monkeypatch.setattr(page, "shared_worker", lambda: worker)
    return worker
