"""Fixtures of the pages' tests."""

import pytest

from lstm_viz.app import from_keras, loaders
from lstm_viz.lessons.memory_lab.ui import training
from lstm_viz.lessons.step_through.ui import lab_model
from lstm_viz.lessons.text.imdb.files_location import Place
from lstm_viz.lessons.text.ui import imdb, imdb_loaders, imdb_training
from tests.lessons.text.imdb import made
from tests.support import returns, stateful
from tests.support.imdb import Pretends as PretendsImdb
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


@pytest.fixture
def keras_here(monkeypatch) -> list[str]:
    """Real Keras layers, in this process: starting the worker is for other tests. The functions that were asked for."""
    pytest.importorskip("keras")
    asked: list[str] = []

    class Here:
        def state(self) -> str:
            return "ready"

        def call(self, function, *arguments):
            asked.append(function.__name__)
            return function(*arguments)

    loaders.load_from_keras.clear()
    for module in (loaders, from_keras):
        monkeypatch.setattr(module, "shared_worker", Here)
    yield asked
    loaders.load_from_keras.clear()


@pytest.fixture
def stateful_worker(monkeypatch) -> stateful.Worker:
    """Real Keras layers in the worker's process, for the page Stateful; a test may change what they give."""
    worker = stateful.Worker()
    for cache in (loaders.load_from_keras, loaders.load_charts):
        cache.clear()
    for module in (loaders, from_keras):
        monkeypatch.setattr(module, "shared_worker", lambda: worker)
    yield worker
    for cache in (loaders.load_from_keras, loaders.load_charts):
        cache.clear()


@pytest.fixture
def returns_worker(monkeypatch) -> returns.Worker:
    """Real Keras layers in this process, for the page What it returns; a test may change what they give."""
    pytest.importorskip("keras")
    worker = returns.Worker()
    for module in (loaders, from_keras):
        monkeypatch.setattr(module, "shared_worker", lambda: worker)
    return worker


@pytest.fixture
def imdb_worker(monkeypatch) -> PretendsImdb:
    """A server that has trained and downloaded nothing yet, for the panel IMDB, and its worker."""
    caches = (imdb_loaders._kept, imdb_loaders.load_missing, imdb_loaders.load_download, loaders.load_from_keras)
    worker = PretendsImdb()
    for module in (imdb_training, loaders, from_keras):
        monkeypatch.setattr(module, "shared_worker", lambda: worker)
    for cache in caches:
        cache.clear()
    yield worker
    for cache in caches:
        cache.clear()


@pytest.fixture
def imdb_missing(tmp_path, monkeypatch, imdb_worker) -> Place:
    """Neither of the IMDB files is there, and their address is a closed port."""
    place = made.place_of(tmp_path / "files", made.archive())
    monkeypatch.setattr(imdb, "default_place", lambda: place)
    return place


@pytest.fixture
def imdb_filled(tmp_path, monkeypatch, imdb_worker) -> Place:
    """Both of the IMDB files are there."""
    place = made.filled(tmp_path / "files")
    monkeypatch.setattr(imdb, "default_place", lambda: place)
    return place
