"""What visitors give to upload fields, and take back."""

from types import SimpleNamespace

import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.uploaded_file_manager import DeletedFile, UploadedFile, UploadedFileRec

from lstm_viz.app import uploads
from lstm_viz.data import InputError


def given(monkeypatch, files: object) -> None:
    monkeypatch.setattr(uploads, "st", SimpleNamespace(session_state={"field": files}))


def file(name: str) -> UploadedFile:
    return UploadedFile(UploadedFileRec(name, name, "text/plain", name.encode()), FileURLs())


@pytest.mark.parametrize("files", [None, [], DeletedFile("1"), [DeletedFile("1"), DeletedFile("2")]])
def test_nothing_happens_when_a_file_is_taken_back(monkeypatch, files):
    given(monkeypatch, files)
    assert uploads.read_given("field", lambda *_: pytest.fail("it was read")) is None


def test_each_file_is_read_and_what_is_wrong_is_told(monkeypatch):
    read = []

    def take(content: bytes, name: str) -> None:
        read.append((content, name))
        if name == "bad":
            raise InputError("There is no data.")

    given(monkeypatch, [file("good"), file("bad")])
    (problem,) = uploads.read_given("field", take)
    assert read == [(b"good", "good"), (b"bad", "bad")]
    assert str(problem) == "There is no data."
    assert problem.__traceback__ is None
    given(monkeypatch, file("good"))
    assert uploads.read_given("field", take) == []
