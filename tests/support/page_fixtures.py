"""Fixtures of the pages' tests."""

import pytest

from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.ui import imdb, imdb_loaders
from tests.lessons.text.imdb import made
from tests.support.imdb import Pretends as PretendsImdb
from tests.support.lab import Pretends
from tests.support.worker import KerasHere, forget, use_worker


class Fails:
    """Whoever asks it for anything fails."""

    def submit(self, *_):
        pytest.fail("the worker was asked")

    submit_chunk = submit


@pytest.fixture
def no_worker(monkeypatch):
    """Whoever asks the worker fails."""
    use_worker(monkeypatch, Fails())


@pytest.fixture
def fresh():
    """A server that has trained nothing yet; what the test trains is forgotten afterwards."""
    forget()
    yield
    forget()


@pytest.fixture
def pretends(fresh, monkeypatch) -> Pretends:
    """All pages that train ask this worker."""
    worker = Pretends()
    use_worker(monkeypatch, worker)
    return worker


@pytest.fixture
def keras_here(fresh, monkeypatch) -> KerasHere:
    """A server that has asked Keras for nothing yet."""
    pytest.importorskip("keras")
    worker = KerasHere()
    use_worker(monkeypatch, worker)
    return worker


@pytest.fixture
def returns_worker(monkeypatch) -> KerasHere:
    """A server that keeps what it was given in earlier tests, for the page What it returns."""
    pytest.importorskip("keras")
    worker = KerasHere()
    use_worker(monkeypatch, worker)
    return worker


@pytest.fixture
def imdb_worker(monkeypatch) -> PretendsImdb:
    """A server that has trained and downloaded nothing yet, for the panel IMDB, and its worker."""
    caches = (imdb_loaders.kept, imdb_loaders.load_missing, imdb_loaders.load_download)
    worker = PretendsImdb()
    use_worker(monkeypatch, worker)
    for cache in caches:
        cache.clear()
    forget()
    yield worker
    for cache in caches:
        cache.clear()
    forget()


@pytest.fixture
def imdb_missing(tmp_path, monkeypatch, imdb_worker) -> FilesLocation:
    """Neither of the IMDB files is there, and their address is a closed port."""
    location = made.location_of(tmp_path / "files", made.archive())
    monkeypatch.setattr(imdb, "default_location", lambda: location)
    return location


@pytest.fixture
def imdb_filled(tmp_path, monkeypatch, imdb_worker) -> FilesLocation:
    """Both of the IMDB files are there."""
    location = made.filled(tmp_path / "files")
    monkeypatch.setattr(imdb, "default_location", lambda: location)
    return location
