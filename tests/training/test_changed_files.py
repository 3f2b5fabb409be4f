"""A training's file that was changed by hand, or damaged: it is refused with a sentence of ours, or is a training."""

import io
import re
import warnings

import numpy as np
import pytest

from lstm_viz.tasks import memory_pair
from lstm_viz.training import Run, TrainingSettings, new_run, predictions
from tests.support.archives import changed_numbers, damaged, every_change, packed, parts_of
from tests.support.sentences import refusal
from tests.training.test_run import chunk_after

SETTINGS = TrainingSettings("lstm", 3, 0.01, 1, "steps")
SAVED_HERE = "This file is not a run saved by this app: "


@pytest.fixture(scope="module")
def content() -> bytes:
    begin = new_run(SETTINGS, memory_pair())
    file = io.BytesIO()
    begin.extended(chunk_after(begin, 3)).save(file)
    return file.getvalue()


def check(content: bytes) -> str:
    """The sentence, "" for a file that is taken: then every number of the page is finite."""
    taken = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        told = refusal(lambda: taken.append(Run.load(io.BytesIO(content))))
        assert told.startswith(SAVED_HERE) if told else taken
        for run in taken:
            assert run.losses.shape == run.accuracies.shape == (run.epoch + run.has_diverged,)
            for _, weights in (*run.snapshots, (run.epoch, run.state.weights)):
                assert {array.dtype for array in weights} == {np.dtype("float32")}
                for chances in predictions(run.settings, run.task, weights):
                    np.testing.assert_allclose(chances.sum(axis=-1), 1, atol=1e-5)
    return told


def test_every_change_is_refused_with_a_sentence_or_gives_a_training(content):
    told = {what: check(changed) for what, changed in every_change(content)}
    assert len(told) > 400
    # A training may have other finite numbers than these.
    harmless = "half|negative|falling|turned|whole numbers|(losses|momentum|velocity).* the largest|more|a folder"
    harmless += "|something before"
    assert [what for what, sentence in told.items() if not sentence and not re.search(harmless, what)] == []


def test_a_damaged_file_is_refused_with_a_sentence_or_gives_a_training(content):
    stored = packed(parts_of(content))
    for changed in (*damaged(content, 300, seed=0), *damaged(stored, 500, seed=1)):
        check(changed)


@pytest.mark.parametrize("value", [1e8, -1e8, 3e38, 1e300])
def test_weights_that_would_give_no_finite_signals_are_refused(content, value):
    parts = parts_of(content)
    for name in ("kernel.npy", "snapshots_recurrent_kernel.npy", "head_bias.npy"):
        large = changed_numbers(parts[name], lambda array: np.full(array.shape, value))
        assert "has numbers that training cannot give" in check(packed(parts | {name: large}))
