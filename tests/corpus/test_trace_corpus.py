"""A corpus: its rows are those of `trace_layer`, its files whole, and a run that was ended goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz import BidirectionalWeights, RecurrentWeights, open_corpus, trace_corpus, trace_layer
from lstm_viz.corpus import shards
from lstm_viz.corpus.manifest import load_manifest
from lstm_viz.corpus.progress import print_progress
from lstm_viz.engine.cell import GATES, SIGNALS
from lstm_viz.engine.models import ASSETS
from lstm_viz.model_files import ModelFile, child
from tests.corpus.client import InThisProcess
from tests.support.source import ROOT
from tests.worker.support import wait_for

FEATURES, UNITS = 3, 5
LENGTHS = (4, 9, 1, 9, 30, 7, 7, 12)
BEGIN = """
import sys, time
from lstm_viz import trace_corpus
from lstm_viz.corpus import shards
from tests.corpus.test_trace_corpus import SMALL, sequences, weights

def endless():
    yield from sequences()[:5]
    time.sleep(600)

shards.SHARD_BYTES = SMALL
trace_corpus(weights(), endless(), sys.argv[1], signals=["hidden"], report=None)
"""
SMALL = 15 * (12 + 5 * 2.2)
"""Bytes of 15 rows of one signal in float16."""


def weights(kind="lstm", **options) -> RecurrentWeights:
    draw, columns = np.random.default_rng(0), len(GATES[kind]) * UNITS
    bias = (2, columns) if kind == "gru" else (columns,)
    arrays = (draw.normal(size=shape) for shape in ((FEATURES, columns), (UNITS, columns), bias))
    return RecurrentWeights(kind, *arrays, **options)


def sequences(lengths=LENGTHS) -> list[np.ndarray]:
    draw = np.random.default_rng(1)
    return [draw.normal(size=(length, FEATURES)).astype("float32") for length in lengths]


@pytest.fixture
def small_shards(monkeypatch):
    monkeypatch.setattr(shards, "SHARD_BYTES", SMALL)


@pytest.fixture
def traced(tmp_path):
    """Traces a corpus in this process, and returns its folder."""

    def trace(layer=None, given=None, *, out="corpus", signals=("hidden",), **options):
        layer, given = layer or weights(), sequences() if given is None else given
        return trace_corpus(
            layer, given, tmp_path / out, signals=signals, client=InThisProcess(), **{"report": None, **options}
        )

    return trace


def rows(folder, column: str) -> np.ndarray:
    with open_corpus(folder) as corpus:
        found = corpus.sql(f'SELECT sequence, step, "{column}" FROM steps ORDER BY sequence, step').fetchnumpy()
    lengths = np.unique(found["sequence"], return_counts=True)[1]
    np.testing.assert_array_equal(found["step"], np.concatenate([np.arange(length) for length in lengths]))
    return np.stack(found[column])


def assert_rounded(found: np.ndarray, exact: np.ndarray) -> None:
    """Half of the distance between two numbers of float16, and what a batch changes in float32."""
    half = np.spacing(np.abs(exact).astype("float16")).astype("float32") / 2
    assert found.shape == exact.shape
    assert (np.abs(found - exact) <= half + 1e-6).all()


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("kind", SIGNALS)
def test_the_rows_are_those_of_trace_layer(kind, backwards, traced, small_shards):
    layer = weights(kind, go_backwards=backwards)
    folder = traced(layer, signals=SIGNALS[kind])
    alone = [trace_layer(layer, sequence[None]) for sequence in sequences()]
    assert len(list(folder.glob("shard-*.parquet"))) > 2
    for name in SIGNALS[kind]:
        assert_rounded(rows(folder, name), np.concatenate([trace.signals[name][0] for trace in alone]))


def test_float32_keeps_what_the_engine_computes(traced):
    exact = np.concatenate([trace_layer(weights(), sequence[None]).cell[0] for sequence in sequences()])
    np.testing.assert_allclose(rows(traced(signals=["cell"], dtype="float32"), "cell"), exact, rtol=0, atol=1e-6)


def test_a_bidirectional_has_columns_for_its_halves(traced):
    layer = BidirectionalWeights(weights(), weights(go_backwards=True))
    folder = traced(layer, signals=["hidden", "backward_cell"])
    assert [column.name for column in load_manifest(folder).schema.columns] == [
        "forward_hidden",
        "backward_cell",
        "backward_hidden",
    ]
    exact = [trace_layer(layer, sequence[None]).backward.cell[0] for sequence in sequences()]
    assert_rounded(rows(folder, "backward_cell"), np.concatenate(exact))


def opened(name: str) -> ModelFile:
    return ModelFile(child.described((ASSETS / name).read_bytes()))


def test_each_layer_of_a_model_has_columns(traced):
    model = opened("example_prices.keras")
    given = [np.random.default_rng(length).normal(size=(length, 1)) for length in (20, 20, 20)]
    folder = traced(model, given)
    assert len(model.layers) == 2
    for name in model.layers:
        exact = [model.run(sequence[None]).layers[name].hidden[0] for sequence in given]
        assert_rounded(rows(folder, f"{name}_hidden"), np.concatenate(exact))


def test_a_model_does_not_see_how_long_other_sequences_are(traced):
    model = opened("example_reviews.h5")
    (name,) = model.layers
    given = [np.arange(1, 1 + length) for length in (5, 9, 5, 7)]
    exact = [model.run(sequence[None]).layers[name].hidden[0] for sequence in given]
    assert_rounded(rows(traced(model, given), f"{name}_hidden"), np.concatenate(exact))


def test_another_run_traces_only_what_is_missing(traced, small_shards):
    folder = traced()
    files = sorted(folder.glob("shard-*.parquet"))
    whole, times = rows(folder, "hidden"), [file.stat().st_mtime_ns for file in files]
    files[1].unlink()
    (folder / "shard-00001.parquet.1.tmp").write_bytes(b"half of it")
    traced()
    assert [file.stat().st_mtime_ns == time for file, time in zip(files, times, strict=True)].count(False) == 1
    np.testing.assert_array_equal(rows(folder, "hidden"), whole)
    assert not list(folder.glob("*.tmp"))


def test_a_corpus_of_something_else_is_left_alone(traced, small_shards):
    folder = traced()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    changed = sequences()
    changed[0][2] += 1
    for message, change in {
        "another model": {"layer": replace(weights(), bias=np.ones(4 * UNITS))},
        "another signals": {"signals": ["cell"]},
        "another dtype": {"dtype": "float32"},
        "other sequences": {"given": changed},
        "more sequences": {"given": sequences()[:4]},
    }.items():
        with pytest.raises(ValueError, match=message):
            traced(**change)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_sequence_that_does_not_fit_is_named_and_what_is_finished_stays(traced, small_shards, tmp_path):
    given = sequences()
    with pytest.raises(ValueError, match=r"sequence 7 must have shape \(steps, 3\) .*not \(12, 2\)"):
        traced(given=[*given[:7], given[7][:, :2]])
    with open_corpus(tmp_path / "corpus") as corpus:
        assert not corpus.manifest.is_complete
        assert corpus.sql("SELECT count(*) FROM steps").fetchall()[0][0] > 15
    assert load_manifest(traced()).is_complete


@pytest.mark.parametrize("wrong", [1.5, np.float32(2), np.array(3.0), [[1, 2, 3], [4]], "abc"], ids=repr)
@pytest.mark.parametrize("report", [None, print_progress], ids=["silent", "told"])
def test_what_is_no_sequence_is_named(traced, wrong, report):
    with pytest.raises(ValueError, match="sequence 1 must "):
        traced(given=[sequences()[0], wrong], report=report)


@pytest.mark.parametrize("signals", [[], ["gate"], "forget"])
def test_unknown_signals_are_refused(traced, signals):
    with pytest.raises(ValueError, match=r"signals must be some of input_gate, .*, not"):
        traced(signals=signals)


def test_a_write_that_fails_leaves_no_file(tmp_path):
    def half(path):
        path.write_bytes(b"half of it")
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        shards.write_whole(tmp_path / "shard.parquet", half)
    assert list(tmp_path.iterdir()) == []


def test_the_gigabytes_are_told_beforehand(traced):
    told = []
    folder = traced(given=sequences([5000] * 6), signals=["hidden", "cell"], report=told.append)
    size = sum(path.stat().st_size for path in folder.glob("shard-*.parquet")) / 1e9
    assert (told[0].steps, told[0].all_steps) == (0, 30_000)
    assert told[0].all_gigabytes == pytest.approx(size, rel=0.05)
    assert told[-1].gigabytes == pytest.approx(size)
    assert "30,000 of 30,000 steps" in str(told[-1])


def test_nothing_is_estimated_of_a_generator(traced):
    told = []
    traced(given=iter(sequences()), report=told.append)
    assert {progress.all_steps for progress in told} == {None}
    assert (told[-1].steps, told[-1].seconds_left) == (sum(LENGTHS), None)


def test_the_manifest_says_what_is_in_it(traced):
    values = json.loads((traced() / "manifest.json").read_text())
    assert (values["sequences"], values["steps"], values["dtype"]) == (len(LENGTHS), sum(LENGTHS), "float16")
    assert values["columns"] == [{"name": "hidden", "layer": "", "half": "", "signal": "hidden", "units": UNITS}]
    assert {"lstm_viz", "numpy", "pyarrow"} <= set(values["versions"])


def test_a_folder_of_any_name_opens(traced):
    with open_corpus(traced(out='it\'s [1] 50*? "x"')) as corpus:
        assert corpus.sql("SELECT array_distance(hidden, hidden) FROM steps LIMIT 1").fetchall() == [(0.0,)]


def test_a_run_that_was_killed_goes_on(tmp_path, small_shards):
    """In the processes of the pool: what is there after the kill is whole, and the next run keeps it."""
    running = subprocess.Popen([sys.executable, "-c", BEGIN, str(tmp_path)], cwd=ROOT, start_new_session=True)
    assert wait_for(lambda: list(tmp_path.glob("shard-*.parquet")), seconds=60)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert not load_manifest(tmp_path).is_complete
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.glob("shard-*.parquet")}
    trace_corpus(weights(), sequences(), tmp_path, signals=["hidden"], report=None)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert load_manifest(tmp_path).steps == sum(LENGTHS)
    exact = [trace_layer(weights(), sequence[None]).hidden[0] for sequence in sequences()]
    assert_rounded(rows(tmp_path, "hidden"), np.concatenate(exact))
