"""Files that others made to do harm, or that were damaged: a sentence for each, at little cost, and nothing is run."""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np
import pytest

from lstm_viz import ModelFile, read_model
from lstm_viz.model_files import reading
from lstm_viz.problem import InputError
from tests.engine.layers import random
from tests.model_files import hostile
from tests.model_files.files import IDS, X, old_hdf5, opened, sequential
from tests.model_files.forks import Forks
from tests.support import source

MARKER = Path("/tmp") / f"lstm_viz_marker_{os.getpid()}"
CHANGED = "changed at"
SECONDS = 5
"""Of the processor. Where they are imported for a file, Python, numpy and pyfive take 0.3 of them."""


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def result(content: bytes) -> ModelFile | InputError:
    try:
        return read_model(content)
    except InputError as error:
        return error


@pytest.fixture(scope="module")
def files() -> dict[str, tuple[bytes, str]]:
    """Name → the file, and what the sentence says."""
    return {name: (content, says) for name, content, says in hostile.files(MARKER)}


@pytest.fixture
def forks(tmp_path, monkeypatch) -> Iterator[Forks]:
    """In place of a new Python for each file."""
    with contextlib.closing(Forks(tmp_path)) as running:
        monkeypatch.setattr(reading.subprocess, "run", running)
        yield running


def wrong(content: bytes, says: str, forks: Forks) -> str:
    """What is wrong with how a file is taken; "" if nothing is."""
    before = spent() + forks.seconds
    found = result(content)
    if spent() + forks.seconds - before >= SECONDS:
        return "takes long"
    if MARKER.exists() or list(Path.cwd().iterdir()):
        return "something was run"
    told = str(found)
    fits = isinstance(found, ModelFile) if says == "" else says in told
    return "" if fits and "Traceback" not in told else told


def test_a_sentence_at_little_cost_and_nothing_is_run(files, forks, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    found = {name: wrong(*file, forks) for name, file in files.items() if not name.startswith(CHANGED)}
    assert len(found) > 50
    assert {name: says for name, says in found.items() if says} == {}


def test_a_file_with_a_changed_byte_is_read_or_refused(files):
    """One process for all of them: what the child would end with is an error here, of whatever kind."""
    changed = [content for name, (content, _says) in files.items() if name.startswith(CHANGED)]
    for content in changed:
        try:
            found = opened(content)
        except Exception:  # noqa: BLE001 (pyfive's errors are of all kinds; the child turns each into one sentence)
            continue
        assert isinstance(found, ModelFile)
    found = [result(content) for content in changed[:4]]
    assert all(isinstance(one, ModelFile | InputError) for one in found)


def test_the_child_has_limits():
    """It has its own memory, and can neither open a file nor write one after it has begun to read."""
    code = """
import sys
from lstm_viz.model_files import child
child._limit("RLIMIT_AS", child.MEMORY)
child._limit("RLIMIT_FSIZE", 0)
child._shut()
for attempt in (lambda: open("/etc/passwd"), lambda: bytes(600 * 2**20), lambda: sys.stdout.buffer.fileno() and 1 / 0):
    try:
        attempt()
    except (OSError, MemoryError, ZeroDivisionError) as error:
        print(type(error).__name__, end=" ")
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=source.ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["OSError", "MemoryError", "ZeroDivisionError"], done.stderr


def test_the_environment_does_not_reach_the_child(monkeypatch):
    monkeypatch.setenv("SECRET", "x")
    seen = {}
    monkeypatch.setattr(reading.subprocess, "run", lambda *_, **options: seen.update(options) or pytest.skip.Exception)
    with pytest.raises(AttributeError):
        read_model(b"x")
    assert "SECRET" not in seen["env"]
    assert "PATH" not in seen["env"]


def test_a_file_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr(reading, "START", "while True: pass")
    monkeypatch.setattr(reading, "PATIENCE", 1)
    with pytest.raises(InputError, match="takes too long"):
        read_model(hostile.sound())


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 1000)
    with pytest.raises(InputError, match="more than the"):
        read_model(bytes(1001))


def test_nan_and_infinite_weights_are_counted_and_shown():
    arrays = {name: array.copy() for name, array in hostile.LSTM.items()}
    arrays["lstm/kernel:0"][0, :3] = np.nan
    arrays["lstm/bias:0"][0] = np.inf
    file = opened(old_hdf5(sequential(("LSTM", hostile.CONFIG)), {"lstm": arrays}, "2.9.0"))
    assert "4 of the 48 parameters of lstm are NaN or infinite." in map(str, file.notes)
    assert np.isnan(file.run(X).layers["lstm"].hidden).any()
    alone = opened(old_hdf5(None, {"lstm": arrays}, "2.9.0"))
    assert "4 of the 48 parameters of lstm are NaN or infinite." in map(str, alone.notes)


@pytest.mark.parametrize(
    ("inputs", "says"),
    [
        (X[:, :, :2], r"The layer lstm cannot read an input of the shape \(6, 2\)"),
        (X[0], "cannot read an input of the shape"),
        ([X, X], "must be arrays of numbers|cannot read an input"),
        ([["a"]], "must be arrays of numbers"),
        ([[1.0], [1.0, 2.0]], "rows of one length"),
        ({"other": X}, "The model has no layer other"),
        (np.zeros((1, 10**6, 3), np.int8), "too long for this model"),
        (np.zeros((2 * 10**5, 30, 3), np.int8), "too long for this model"),
    ],
    ids=["features", "axes", "two", "text", "ragged", "name", "long", "many"],
)
def test_inputs_that_do_not_fit(inputs, says):
    with pytest.raises(InputError, match=says):
        opened(hostile.sound()).run(inputs)


def test_ids_beyond_an_embedding():
    table = {"e/embeddings:0": random(4, 3)}
    layer = ("Embedding", {"name": "e", "input_dim": 4, "output_dim": 3, "batch_input_shape": [None, None]})
    lstm = ("LSTM", {"name": "lstm", "units": 2})
    file = opened(old_hdf5(sequential(layer, lstm), {"e": table, "lstm": hostile.LSTM}, "2.9.0"))
    file.run(IDS % 4)
    with pytest.raises(InputError, match="The layer e reads whole numbers from 0 to 3, not from 5 to 9"):
        file.run(IDS + 5)


def test_steps_that_a_layer_adds_are_counted_before_they_are_made():
    parts = [
        ("RepeatVector", {"name": "r", "n": 10**6, "batch_input_shape": [None, 3]}),
        ("LSTM", {"name": "lstm", "units": 2}),
    ]
    file = opened(old_hdf5(sequential(*parts), {"r": {}, "lstm": hostile.LSTM}, "2.9.0"))
    assert file.graph[1].shape == (None, 10**6, 3)
    with pytest.raises(InputError, match="too long for this model"):
        file.run(np.zeros((100, 3)))


def test_an_error_is_a_sentence_in_both_languages(files):
    from lstm_viz.i18n import translation

    error = result(files["many units"][0])
    assert isinstance(error, InputError)
    korean = translation("ko").gettext(error.template)
    assert korean != error.template
    assert "3000" in korean.format(**error.values)
    json.dumps(error.values)


@pytest.mark.parametrize(
    ("libver", "options"), [(None, {"compression": "lzf"}), (None, {"scaleoffset": 3}), ("latest", {"chunks": True})]
)
def test_a_form_of_hdf5_that_cannot_be_read_is_named(libver, options):
    content = io.BytesIO()
    with h5py.File(content, "w", libver=libver) as file:
        file.attrs["layer_names"] = [b"lstm"]
        group = file.create_group("lstm")
        group.attrs["weight_names"] = [b"kernel", b"recurrent_kernel"]
        for name, rows in (("kernel", 3), ("recurrent_kernel", 2)):
            group.create_dataset(name, data=np.ones((rows, 8), "float32"), **options)
    with pytest.raises(ValueError, match=r"The array kernel is stored in a form of HDF5 that cannot be read here"):
        read_model(content.getvalue())
