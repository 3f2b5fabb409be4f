"""The trainings that the app ships: what they show, and that their script gives them again."""

from __future__ import annotations

import json

import numpy as np
import pytest

from lstm_viz.engine.models import ASSETS
from lstm_viz.tasks import gap, memory_pair, needs
from lstm_viz.training import NETWORKS, Run, TrainingSettings, predictions, recorded
from lstm_viz.training.settings import DEFAULT_EPOCHS, DEFAULT_LEARNING_RATE, DEFAULT_SEED, DEFAULT_UNITS

RECURRENT = [network for network in NETWORKS if network != "perceptron"]


def default(network: str) -> TrainingSettings:
    return TrainingSettings(network, DEFAULT_UNITS, DEFAULT_LEARNING_RATE, DEFAULT_SEED, "steps")


def shipped(network: str) -> Run:
    run = recorded(default(network), memory_pair())
    assert run is not None
    return run


@pytest.mark.parametrize("network", NETWORKS)
def test_the_default_training_is_there_at_once(network):
    run = shipped(network)
    assert [epoch for epoch, _ in run.snapshots] == list(range(0, DEFAULT_EPOCHS + 1, 10))
    assert len(run.losses) == run.epoch == DEFAULT_EPOCHS


@pytest.mark.parametrize("network", RECURRENT)
def test_a_network_with_a_memory_has_learned_both_sequences(network):
    run = shipped(network)
    answers = predictions(run.settings, run.task, run.state.weights)
    assert [chances.argmax(-1).tolist() for chances in answers] == [[0, 1, 2, 3], [0, 1, 2, 4]]
    assert min(chances.max(-1).min() for chances in answers) > 0.95


def test_the_perceptron_has_not():
    run = shipped("perceptron")
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
    assert recorded(default("lstm"), gap(3)) is None


def test_the_story_is_that_of_the_files():
    story = json.loads((ASSETS / "memory_lab.json").read_text())
    for network in NETWORKS:
        run, told = shipped(network), story["results"][network]
        assert told["loss"] == pytest.approx(run.losses[-1], abs=1e-6)
        assert told["accuracy"] == run.accuracies[-1]
    assert {"units", "learning_rate", "seed", "regime", "epochs", "task", "keras", "tensorflow-cpu"} <= set(story)


@pytest.mark.slow
@pytest.mark.parametrize("network", NETWORKS)
def test_the_script_gives_the_shipped_weights_again(network):
    from tools.train_memory_lab import trained

    again, run = trained(network), shipped(network)
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
