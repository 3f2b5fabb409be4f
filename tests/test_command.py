"""The address at which the command `lstm-viz` opens the browser."""

import contextlib

import pytest

from lstm_viz import command


@pytest.mark.parametrize(
    ("host", "language", "reached", "address"),
    [
        ("localhost", None, "localhost", "http://localhost:8501/"),
        ("0.0.0.0", "ko", "localhost", "http://localhost:8501/?lang=ko"),
        ("::", None, "localhost", "http://localhost:8501/"),
        ("::1", "en", "::1", "http://[::1]:8501/?lang=en"),
    ],
)
def test_the_browser_opens_where_the_server_answers(monkeypatch, host, language, reached, address):
    asked, opened = [], []
    monkeypatch.setattr("socket.create_connection", lambda where, **_: asked.append(where) or contextlib.ExitStack())
    monkeypatch.setattr("webbrowser.open", opened.append)
    command._open_when_served(host, 8501, language)
    assert (asked, opened) == ([(reached, 8501)], [address])
