"""The trainings that the app ships: what they show, and that their script gives them again."""

from __future__ import annotations

import json

import numpy as np
import pytest

from lstm_viz.engine.models import ASSETS, TRAINED_UNITS, trained_pair
from lstm_viz.tasks import gap, memory_pair, needs
from lstm_viz.training import NETWORKS, Run, TrainingSettings, predictions, recorded
from lstm_viz.training.settings import DEFAULT_EPOCHS, DEFAULT_LEARNING_RATE, DEFAULT_SEED, DEFAULT_UNITS, pair_settings

RECURRENT = [network for network in NETWORKS if network != "perceptron"]
every_size = pytest.mark.parametrize("units", TRAINED_UNITS)


def shipped(network: str, units: int) -> Run:
    run = recorded(pair_settings(network, units), memory_pair())
    assert run is not None
    return run


@every_size
@pytest.mark.parametrize("network", NETWORKS)
def test_the_training_is_there_at_once(network, units):
    run = shipped(network, units)
    assert [epoch for epoch, _ in run.snapshots] == list(range(0, DEFAULT_EPOCHS + 1, 10))
    assert len(run.losses) == run.epoch == DEFAULT_EPOCHS


@every_size
def test_the_lstm_is_that_of_step_through_to_the_last_bit(units):
    run, model = shipped("lstm", units), trained_pair(units)
    layer, head = model.weights, model.head
    for ours, theirs in zip(
        (layer.kernel, layer.recurrent_kernel, layer.bias, head.kernel, head.bias), run.state.weights, strict=True
    ):
        np.testing.assert_array_equal(ours, theirs)


@every_size
@pytest.mark.parametrize("network", RECURRENT)
def test_a_network_with_a_memory_has_learned_both_sequences(network, units):
    run = shipped(network, units)
    answers = predictions(run.settings, run.task, run.state.weights)
    assert [chances.argmax(-1).tolist() for chances in answers] == [[0, 1, 2, 3], [0, 1, 2, 4]]
    assert min(chances.max(-1).min() for chances in answers) > 0.95


@every_size
def test_the_perceptron_has_not(units):
    run = shipped("perceptron", units)
    one, other = predictions(run.settings, run.task, run.state.weights)
    np.testing.assert_array_equal(one[-1], other[-1])
    # It has learned all that it can: 3 and 4 have even chances after 2.
    assert one[-1, 3:] == pytest.approx([0.5, 0.5], abs=0.05)
    assert run.losses[-1] == pytest.approx(needs(run.task).perceptron_loss, abs=0.02)


@pytest.mark.parametrize(
    "settings",
    [
        TrainingSettings("lstm", 8, DEFAULT_LEARNING_RATE, DEFAULT_SEED, "steps"),
        TrainingSettings("lstm", DEFAULT_UNITS, DEFAULT_LEARNING_RATE, DEFAULT_SEED, "sequences"),
    ],
)
def test_other_settings_are_not_shipped(settings):
    assert recorded(settings, memory_pair()) is None


def test_other_tasks_are_not_shipped():
    assert recorded(pair_settings("lstm", 20), gap(3)) is None


@every_size
def test_the_story_is_that_of_the_files(units):
    told = json.loads((ASSETS / "memory_lab.json").read_text())
    assert {"keras", "tensorflow-cpu", "numpy"} <= set(told)
    story = told[f"{units} units"]
    for network in NETWORKS:
        run, results = shipped(network, units), story["results"][network]
        assert results["loss"] == pytest.approx(run.losses[-1], abs=1e-6)
        assert results["accuracy"] == run.accuracies[-1]
    assert {"units", "learning_rate", "seed", "regime", "epochs", "task"} <= set(story)


@pytest.mark.slow
@every_size
@pytest.mark.parametrize("network", NETWORKS)
def test_the_script_gives_the_shipped_weights_again(network, units):
    from tools.train_memory_lab import trained

    again, run = trained(pair_settings(network, units)), shipped(network, units)
    # Another processor rounds differently, and training carries that on: its beginning is compared closely.
    for ours, theirs in zip(again.snapshots[5][1], run.snapshots[5][1], strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-3, rtol=0)
    np.testing.assert_allclose(again.losses[:50], run.losses[:50], atol=1e-3, rtol=0)
    for ours, theirs in zip(
        predictions(again.settings, again.task, again.state.weights),
        predictions(run.settings, run.task, run.state.weights),
        strict=True,
    ):
        np.testing.assert_allclose(ours, theirs, atol=0.1)
