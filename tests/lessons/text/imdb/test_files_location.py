"""Which files are taken: those that Keras's own checksums name, and nothing else is opened."""

import inspect
import io
import os
from pathlib import Path

import numpy as np
import pytest

from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb import corpus, files_location
from lstm_viz.lessons.text.imdb.files_location import REVIEWS, WORDS, FilesLocation, default_location
from tests.lessons.text.imdb import made


class Marks:
    """Unpickled, it leaves a file."""

    def __init__(self, path: Path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def marking(content: bytes, path: Path) -> bytes:
    """The archive with labels whose unpickling would leave a mark."""
    return made.with_member(content, "y_train.npy", made.pickled(Marks(path)))


def test_the_checksums_and_addresses_are_those_of_the_installed_keras():
    imdb = pytest.importorskip("keras.src.datasets.imdb")
    source = inspect.getsource(imdb)
    for file in (REVIEWS, WORDS):
        assert file.checksum in source
        folder, name = file.url.rsplit("/", 1)
        assert folder + "/" in source
        assert f'"{{origin_folder}}{name}"' in source.replace('f"', '"')
    assert inspect.signature(imdb.load_data).parameters["seed"].default == corpus.SHUFFLING_SEED


def test_both_files_are_kept_and_found_again(tmp_path):
    content = made.archive()
    there = made.location_of(tmp_path / "new" / "folder", content)
    assert there.missing() == there.files
    assert there.keep(content, "some name.npz") == there.reviews
    assert there.missing() == (there.words,)
    there.keep(made.word_index(), "words.json")
    assert there.missing() == ()
    assert there.read(there.reviews) == content
    assert sorted(os.listdir(there.folder)) == ["imdb.npz", "imdb_word_index.json"]


@pytest.mark.parametrize("change", ["truncated", "one byte more", "another byte", "empty"])
def test_a_file_that_differs_in_a_byte_is_refused_and_not_kept(tmp_path, change):
    content = made.archive()
    other = {
        "truncated": content[:-1],
        "one byte more": content + b"\0",
        "another byte": content[:99] + bytes([content[99] ^ 1]) + content[100:],
        "empty": b"",
    }[change]
    there = made.location_of(tmp_path, content)
    with pytest.raises(InputError, match=r"“imdb.npz” is neither .* It was not opened"):
        there.keep(other, "imdb.npz")
    assert os.listdir(tmp_path) == []


def test_the_checksum_is_looked_at_again_whenever_the_file_is_read(tmp_path):
    there = made.filled(tmp_path)
    before = there.stamp()
    there.path(there.reviews).write_bytes(made.archive(1100))
    assert there.stamp() != before
    assert there.missing() == (there.reviews,)
    with pytest.raises(InputError, match="It was not opened"):
        there.read(there.reviews)


def test_nothing_in_a_wrong_file_is_unpickled(tmp_path):
    mark = tmp_path / "mark"
    wrong = marking(made.archive(), mark)
    there = made.location_of(tmp_path / "files", made.archive())
    with pytest.raises(InputError, match="It was not opened"):
        there.keep(wrong, "imdb.npz")
    Path(there.folder).mkdir()
    there.path(there.reviews).write_bytes(wrong)
    with pytest.raises(InputError, match="It was not opened"):
        corpus.load_corpus(there)
    assert not mark.exists()


def test_even_with_the_right_checksum_only_lists_are_unpickled(tmp_path):
    mark = tmp_path / "mark"
    wrong = marking(made.archive(), mark)
    there = made.filled(tmp_path / "files", wrong)
    with pytest.raises(InputError, match="not in the format"):
        corpus.load_corpus(there)
    assert not mark.exists()
    np.load(io.BytesIO(made.pickled(Marks(mark))), allow_pickle=True)
    assert mark.exists()  # the file does what it is here for, if one lets it


def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path):
    (tmp_path / "folder").write_text("a file")
    there = made.location_of(tmp_path / "folder", made.archive())
    with pytest.raises(InputError, match=r"imdb\.npz cannot be kept on this server: "):
        there.keep(made.archive(), "imdb.npz")
    with pytest.raises(InputError, match=r"imdb\.npz cannot be read on this server: "):
        there.read(there.reviews)


def test_a_write_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    there = made.location_of(tmp_path, made.archive())

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files_location.os, "replace", fail)
    with pytest.raises(InputError, match="the disk is full"):
        there.keep(made.archive(), "imdb.npz")
    assert os.listdir(tmp_path) == []


def test_the_folder_is_keras_own_unless_another_is_named(monkeypatch):
    monkeypatch.delenv("LSTM_VIZ_DATASETS", raising=False)
    monkeypatch.delenv("KERAS_HOME", raising=False)
    assert default_location() == FilesLocation(str(Path.home() / ".keras" / "datasets"))
    monkeypatch.setenv("KERAS_HOME", "/somewhere")
    assert default_location().folder == str(Path("/somewhere", "datasets"))
    monkeypatch.setenv("LSTM_VIZ_DATASETS", "/elsewhere")
    assert default_location().folder == "/elsewhere"


def test_a_user_without_a_home_gets_a_folder_too(monkeypatch):
    for name in ("LSTM_VIZ_DATASETS", "KERAS_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)
    assert default_location().folder.endswith(str(Path(".keras", "datasets")))
