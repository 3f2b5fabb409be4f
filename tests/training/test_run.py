"""A training as it grows, and as a file: what comes back, and what is refused."""

from __future__ import annotations

import io
import json
import zipfile

import numpy as np
import pytest

from lstm_viz.data import InputError, one_hot
from lstm_viz.engine.cell import GATES
from lstm_viz.engine.numpy_engine import run as trace
from lstm_viz.tasks import gap, memory_pair
from lstm_viz.training import NETWORKS, Chunk, Run, TrainingSettings, TrainingState, model_of, new_run, predictions


def settings_of(network: str = "lstm", **changes) -> TrainingSettings:
    return TrainingSettings(
        **{"network": network, "units": 3, "learning_rate": 0.01, "seed": 1, "regime": "steps"} | changes
    )


def chunk_after(run: Run, epochs: int, *, last_loss: float = 0.5) -> Chunk:
    """What training might give: other weights, and a snapshot after each epoch."""
    has_diverged = not np.isfinite(last_loss)
    finite = epochs - has_diverged
    weights = [tuple(array + epoch for array in run.state.weights) for epoch in range(1, finite + 1)]
    slots = tuple(array + 0.5 for array in run.state.optimizer)
    state = TrainingState(run.epoch + finite, weights[-1] if weights else run.state.weights, slots)
    losses = np.array([*np.linspace(1, 0.6, epochs - 1), last_loss])
    snapshots = tuple((run.epoch + epoch, each) for epoch, each in enumerate(weights, start=1))
    return Chunk(state, losses, np.full(epochs, 0.25), snapshots, 0.001)


@pytest.fixture(params=NETWORKS)
def run(request) -> Run:
    new = new_run(settings_of(request.param), memory_pair())
    return new.extended(chunk_after(new, 4))


def saved(run: Run) -> bytes:
    file = io.BytesIO()
    run.save(file)
    return file.getvalue()


def loaded(content: bytes) -> Run:
    return Run.load(io.BytesIO(content))


def test_a_run_grows_by_its_chunks(run):
    longer = run.extended(chunk_after(run, 3))
    assert (run.epoch, longer.epoch) == (4, 7)
    assert [epoch for epoch, _ in longer.snapshots] == list(range(8))
    assert len(longer.losses) == len(longer.accuracies) == 7
    assert not longer.has_diverged


def test_a_chunk_of_elsewhere_is_refused(run):
    with pytest.raises(ValueError, match="must go on from epoch 4, not from 0"):
        run.extended(chunk_after(new_run(run.settings, run.task), 4))


def test_a_run_that_diverged_keeps_its_last_finite_state_and_ends(run):
    ended = run.extended(chunk_after(run, 3, last_loss=float("nan")))
    assert ended.has_diverged
    assert ended.epoch == 6
    assert len(ended.losses) == 7
    with pytest.raises(ValueError, match="must go on from"):
        ended.extended(chunk_after(ended, 1))
    assert loaded(saved(ended)).has_diverged


def test_a_file_holds_everything(run, tmp_path):
    run.save(tmp_path / "run.npz")
    for again in (Run.load(tmp_path / "run.npz"), loaded(saved(run))):
        assert (again.settings, again.task, again.epoch) == (run.settings, run.task, run.epoch)
        for name in ("weights", "optimizer"):
            for ours, theirs in zip(getattr(again.state, name), getattr(run.state, name), strict=True):
                np.testing.assert_array_equal(ours, theirs)
                assert not ours.flags.writeable
        np.testing.assert_array_equal(again.losses, run.losses)
        np.testing.assert_array_equal(again.accuracies, run.accuracies)
        for (epoch, weights), (wanted, kept) in zip(again.snapshots, run.snapshots, strict=True):
            assert epoch == wanted
            for ours, theirs in zip(weights, kept, strict=True):
                np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 broken", saved(new_run(settings_of(), gap(1)))[:-200]])
def test_what_is_no_training_is_refused(content):
    with pytest.raises(InputError, match="This file is not a run saved by this app: "):
        loaded(content)


def test_a_pickle_is_never_opened(tmp_path):
    np.savez(tmp_path / "evil.npz", header=np.array([object()], dtype=object))
    with pytest.raises(InputError, match="not a run saved by this app"):
        Run.load(tmp_path / "evil.npz")


def test_a_file_that_unpacks_to_too_much_is_not_unpacked():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("header.npy", b"0" * (65 * 2**20))
    assert len(file.getvalue()) < 2**20
    with pytest.raises(InputError, match="holds 65 MiB, more than the 64 MiB that can be opened"):
        loaded(file.getvalue())


def tampered(change) -> bytes:
    """A saved training in which `change` has changed the arrays or, by its "header", the header."""
    run = new_run(settings_of(), memory_pair())
    with np.load(io.BytesIO(saved(run.extended(chunk_after(run, 2))))) as file:
        arrays = dict(file)
    header = json.loads(str(arrays["header"]))
    change(arrays, header)
    arrays["header"] = np.array(json.dumps(header))
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


CHANGES = {
    "another format": lambda arrays, header: header.update(format="lstm_viz.Trace/1"),
    "no header field": lambda arrays, header: header.pop("task"),
    "too many units": lambda arrays, header: header["settings"].update(units=10**9),
    "units that are not those of the weights": lambda arrays, header: header["settings"].update(units=4),
    "an unknown setting": lambda arrays, header: header["settings"].update(momentum=1),
    "a setting of another type": lambda arrays, header: header["settings"].update(network=["lstm"]),
    "a rate out of bounds": lambda arrays, header: header["settings"].update(learning_rate=2.0),
    "a task that is no text": lambda arrays, header: header.update(task=[[3, 0, 1, 2, 3], [4, 0, 1, 2, 4]]),
    "a task of HTML": lambda arrays, header: header.update(task="<b>,0,1,2,<b>;4,0,1,2,4"),
    "another task": lambda arrays, header: header.update(task="a,x|a;b,x|b"),
    "too many epochs": lambda arrays, header: header.update(epoch=2001),
    "an epoch that is not that of the losses": lambda arrays, header: header.update(epoch=1),
    "weights that are not finite": lambda arrays, header: arrays["kernel"].__setitem__((0, 0), np.nan),
    "a snapshot that is not finite": lambda arrays, header: arrays["snapshots_bias"].__setitem__((0, 0), np.inf),
    "a slot that is not finite": lambda arrays, header: arrays["velocity_bias"].__setitem__(0, np.inf),
    "a negative velocity": lambda arrays, header: arrays["velocity_bias"].__setitem__(0, -1),
    "weights of another shape": lambda arrays, header: arrays.update(kernel=arrays["kernel"].T),
    "snapshots of another shape": lambda arrays, header: arrays.update(snapshots_bias=arrays["snapshots_bias"][:, 1:]),
    "one snapshot too few": lambda arrays, header: arrays.update(snapshots_bias=arrays["snapshots_bias"][1:]),
    "snapshots out of order": lambda arrays, header: arrays.update(snapshot_epochs=np.array([0, 2, 1])),
    "text for weights": lambda arrays, header: arrays.update(bias=arrays["bias"].astype(str)),
    "losses in two axes": lambda arrays, header: arrays.update(losses=arrays["losses"][:, None]),
    "a loss in the middle that is not finite": lambda arrays, header: arrays["losses"].__setitem__(0, np.nan),
    "no velocities": lambda arrays, header: arrays.pop("velocity_kernel"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_tampered_file_is_refused(change):
    with pytest.raises(InputError, match="This file is not a run saved by this app: ") as error:
        loaded(tampered(change))
    assert len(str(error.value)) < 300


def test_an_unchanged_file_is_taken():
    assert loaded(tampered(lambda arrays, header: None)).epoch == 2


@pytest.mark.parametrize("network", GATES)
def test_predictions_are_those_of_the_trace(network):
    settings, task = settings_of(network), gap(3)
    weights = new_run(settings, task).state.weights
    model = model_of(settings, weights)
    for sequence, chances in zip(task.sequences, predictions(settings, task, weights), strict=True):
        read = one_hot(sequence[:-1], 3)[None]
        np.testing.assert_array_equal(chances, model.probabilities(trace(model.weights, read))[0])


def test_a_perceptron_answers_alike_whatever_came_before():
    settings, task = settings_of("perceptron"), memory_pair()
    one, other = predictions(settings, task, new_run(settings, task).state.weights)
    np.testing.assert_array_equal(one[1:], other[1:])
    np.testing.assert_allclose(one.sum(-1), 1, atol=1e-6)


def test_a_perceptron_cannot_be_traced():
    settings = settings_of("perceptron")
    with pytest.raises(ValueError, match="network must be recurrent, not 'perceptron'"):
        model_of(settings, new_run(settings, memory_pair()).state.weights)
