"""However a training is cut into chunks, it gives the same bits.

So it does if its process dies meanwhile: tests/worker/test_training_job_keras.py.
"""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from lstm_viz import training
from lstm_viz.engine.models import untrained
from lstm_viz.tasks import memory_pair, parse_task
from lstm_viz.training import (
    NETWORKS,
    REGIMES,
    Chunk,
    Run,
    TrainingSettings,
    TrainingState,
    epochs_for,
    new_run,
    start,
    train,
)
from tests.training.cases import settings_of


def assert_same_bits(run: Run, other: Run) -> None:
    assert run.epoch == other.epoch
    for name in ("weights", "optimizer"):
        for ours, theirs in zip(getattr(run.state, name), getattr(other.state, name), strict=True):
            np.testing.assert_array_equal(ours, theirs)
    np.testing.assert_array_equal(run.losses, other.losses)
    np.testing.assert_array_equal(run.accuracies, other.accuracies)
    assert [epoch for epoch, _ in run.snapshots] == [epoch for epoch, _ in other.snapshots]


def trained(settings: TrainingSettings, *epochs: int, task=None) -> Run:
    run = new_run(settings, task or memory_pair())
    for count in epochs:
        run = run.extended(train(settings, run.task, run.state, count, 10))
    return run


@pytest.mark.slow
@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("network", NETWORKS)
def test_five_chunks_are_one(network, regime):
    settings = settings_of(network, regime)
    whole, parts = trained(settings, 40), trained(settings, 1, 9, 5, 10, 15)
    assert_same_bits(whole, parts)
    assert [epoch for epoch, _ in whole.snapshots] == list(range(0, 41, 10))


@pytest.mark.slow
def test_trainings_that_take_turns_do_not_meet():
    """They share one compiled function and its variables."""
    one, other = settings_of("lstm", "steps"), settings_of("lstm", "steps", rate=0.03, seed=2)
    runs = {settings: new_run(settings, memory_pair()) for settings in (one, other)}
    for _ in range(3):
        for settings, run in runs.items():
            runs[settings] = run.extended(train(settings, run.task, run.state, 5, 10))
    for settings, run in runs.items():
        assert_same_bits(run, trained(settings, 15))


@pytest.mark.slow
@pytest.mark.parametrize("regime", REGIMES)
def test_a_diverging_training_stops_with_what_was_finite(regime):
    settings, task = settings_of("simple_rnn", regime, rate=1.0), memory_pair()
    begin = start(settings, task)
    # Adam divides by the root of its velocity: a negative one, which no training gives, makes the next weights NaN.
    broken = TrainingState(3, begin.weights, tuple(array - 1 for array in begin.optimizer))
    chunk = train(settings, task, broken, 10, 1)
    assert chunk.has_diverged
    assert np.isnan(chunk.losses).tolist() == [True]
    assert chunk.state.epoch == 3
    np.testing.assert_array_equal(chunk.state.weights[0], begin.weights[0])
    assert chunk.snapshots == ()


@pytest.mark.slow
def test_steps_that_do_not_count_change_nothing_but_the_memory():
    settings, task = settings_of("lstm", "steps"), parse_task("a,c,d|a\nb,d,e|b")
    begin = start(settings, task)
    chunk = train(settings, task, begin, 1, 1)
    # Two answers count: Adam has moved twice, by at most the learning rate each time.
    moved = np.abs(chunk.state.weights[0] - begin.weights[0]).max()
    assert 0.01 < moved <= 0.02 * 1.01


@pytest.mark.parametrize("kind", [network for network in NETWORKS if network != "perceptron"])
def test_epoch_0_is_step_throughs_untrained_model(kind):
    settings, model = TrainingSettings(kind, 8, 0.01, 7, "steps"), untrained(kind, 8, 5, 7, symbols=5)
    ours = training.model_of(settings, start(settings, memory_pair()).weights)
    for name in ("kernel", "recurrent_kernel", "bias"):
        np.testing.assert_array_equal(getattr(ours.weights, name), getattr(model.weights, name))
    np.testing.assert_array_equal(ours.head.kernel, model.head.kernel)


def test_a_perceptron_starts_glorot_uniform_from_its_seed():
    settings = TrainingSettings("perceptron", 20, 0.01, 7, "steps")
    kernel, bias, head_kernel, head_bias = start(settings, memory_pair()).weights
    assert (kernel.shape, bias.shape, head_kernel.shape, head_bias.shape) == ((5, 20), (20,), (20, 5), (5,))
    limit = np.sqrt(6 / 25)
    assert limit * 0.9 < np.abs(kernel).max() <= limit
    assert not bias.any()
    assert not head_bias.any()
    np.testing.assert_array_equal(start(settings, memory_pair()).weights[0], kernel)


def test_a_state_comes_out_of_the_worker_read_only():
    settings = TrainingSettings("lstm", 4, 0.01, 1, "steps")
    state = pickle.loads(pickle.dumps(start(settings, memory_pair())))
    assert not any(array.flags.writeable for array in (*state.weights, *state.optimizer))


def test_the_next_chunk_takes_a_quarter_of_a_second():
    state = start(TrainingSettings("lstm", 4, 0.01, 1, "steps"), memory_pair())
    chunks = [Chunk(state, np.zeros(2), np.zeros(2), (), seconds) for seconds in (1e-6, 0.01, 2.0)]
    assert [epochs_for(chunk) for chunk in chunks] == [100, 25, 1]
    assert epochs_for(None) == 2


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"network": "transformer"}, "network must be one of lstm, gru, simple_rnn, perceptron, not 'transformer'"),
        ({"regime": "both"}, "regime must be one of steps, sequences, not 'both'"),
        ({"units": 65}, "units must be a whole number from 1 to 64, not 65"),
        ({"units": 8.5}, "units must be a whole number"),
        ({"units": True}, "units must be a whole number"),
        ({"learning_rate": 0.0}, "learning_rate must be a number from 1e-05 to 1.0, not 0.0"),
        ({"learning_rate": float("nan")}, "learning_rate must be a number"),
        ({"learning_rate": "0.1"}, "learning_rate must be a number"),
        ({"seed": -1}, "seed must be a whole number from 0 to 999999, not -1"),
    ],
)
def test_settings_out_of_bounds_are_refused(change, says):
    fields = {"network": "lstm", "units": 8, "learning_rate": 0.01, "seed": 1, "regime": "steps"} | change
    with pytest.raises(ValueError, match=says):
        TrainingSettings(**fields)


def test_epochs_must_be_positive():
    settings = TrainingSettings("lstm", 4, 0.01, 1, "steps")
    with pytest.raises(ValueError, match="must be at least 1, not 0 and 5"):
        train(settings, memory_pair(), start(settings, memory_pair()), 0, 5)
