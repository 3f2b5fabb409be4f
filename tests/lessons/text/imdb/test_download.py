"""Downloads from this machine: all of it, none of it, something else, too much, too slow."""

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lstm_viz.lessons.text.imdb import download
from lstm_viz.lessons.text.imdb.download import Download
from tests.lessons.text.imdb import made


class Origin:
    """A server on this machine.

    Attributes:
        contents: Path → what it answers; a path that is not there gets a 404.
        drips: The number of bytes that it sends again and again, without an end; 0 for its contents alone.
    """

    def __init__(self):
        self.contents: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.drips = 0
        origin = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                origin.asked.append(self.path)
                origin.answer(self)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        content = self.contents.get(handler.path)
        if content is None:
            handler.send_error(404)
            return
        handler.send_response(200)
        if not self.drips:  # without a length an answer goes on for as long as it is read
            handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        with contextlib.suppress(OSError):  # nobody reads on
            handler.wfile.write(content)
            while self.drips:
                handler.wfile.write(b"x" * self.drips)
                time.sleep(0.05)

    def close(self) -> None:
        self.drips = 0
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def origin() -> Iterator[Origin]:
    each = Origin()
    yield each
    each.close()


def finished(each: Download, seconds: float = 60) -> Download:
    each.wait(seconds)
    assert each.is_over
    return each


def test_both_files_come_are_verified_and_kept(tmp_path, origin):
    content = made.archive()
    there = made.location_of(tmp_path, content, origin=origin.url)
    origin.contents = {"/imdb.npz": content, "/imdb_word_index.json": made.word_index()}
    each = finished(Download(there))
    assert each.problem is None
    assert there.missing() == ()
    assert (each.received, each.expected) == (len(content), len(content))
    finished(Download(there))
    assert len(origin.asked) == 2  # what is there is not asked for again


def test_without_a_network_a_sentence_says_so(tmp_path):
    there = made.location_of(tmp_path, made.archive())  # its address is a closed port
    each = finished(Download(there))
    assert each.problem is not None
    assert str(each.problem) == (
        "Keras's IMDB files could not be downloaded: the connection is refused. If this server has no network, upload "
        "the files below."
    )
    assert there.missing() == there.files


def test_a_server_that_has_it_no_more_is_told_with_its_number(tmp_path, origin):
    there = made.location_of(tmp_path, made.archive(), origin=origin.url)
    assert "the error 404" in str(finished(Download(there)).problem)


def test_something_else_under_its_address_is_not_kept(tmp_path, origin):
    there = made.location_of(tmp_path, made.archive(), origin=origin.url)
    origin.contents = {"/imdb_word_index.json": b"<html>Sign in to this network</html>"}
    assert "It was not opened" in str(finished(Download(there)).problem)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("drips", [2**16, 1])
def test_it_ends_when_it_takes_too_long(drips, tmp_path, origin):
    there = made.location_of(tmp_path, made.archive(), origin=origin.url)
    origin.contents, origin.drips = {"/imdb_word_index.json": b""}, drips
    each = finished(Download(there, most_seconds=0.3), 10)
    assert "it takes too long" in str(each.problem)
    assert list(tmp_path.iterdir()) == []


def test_it_ends_when_there_is_too_much(tmp_path, origin, monkeypatch):
    monkeypatch.setattr(download, "LARGEST", 2**17)
    there = made.location_of(tmp_path, made.archive(), origin=origin.url)
    origin.contents = {"/imdb_word_index.json": b"x" * 2**20}
    each = finished(Download(there))
    assert "it is too large" in str(each.problem)
    assert each.received < 2**19
