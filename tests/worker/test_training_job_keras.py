"""A job that trains with Keras gives the bits of one direct call: side by side, stopped, or killed in between."""

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from lstm_viz.training import NETWORKS, new_run, train
from lstm_viz.worker.training_job import TrainingJob
from tests.worker.support import wait_for
from tests.worker.training import finish, look_until, new_runs

EPOCHS = 24

pytestmark = pytest.mark.slow


class Here(ThreadPoolExecutor):
    submit_chunk = ThreadPoolExecutor.submit


@pytest.fixture(scope="module")
def here():
    """An executor in place of the worker, for what needs no process of its own."""
    with Here(1) as executor:
        yield executor


def assert_trained_directly(job: TrainingJob) -> None:
    """That one call for all epochs, in this process, gives the same bits as the job has."""
    for run in job.runs.values():
        whole = train(run.settings, run.task, new_run(run.settings, run.task).state, EPOCHS, 10)
        assert run.epoch == whole.state.epoch
        for name in ("weights", "optimizer"):
            for ours, theirs in zip(getattr(run.state, name), getattr(whole.state, name), strict=True):
                np.testing.assert_array_equal(ours, theirs)
        np.testing.assert_array_equal(run.losses, whole.losses)
        np.testing.assert_array_equal(run.accuracies, whole.accuracies)
        assert [epoch for epoch, _ in run.snapshots[1:]] == [epoch for epoch, _ in whole.snapshots] == [10, 20]
        np.testing.assert_array_equal(run.snapshots[-1][1][0], whole.snapshots[-1][1][0])


def test_side_by_side(here):
    job = TrainingJob(new_runs(*NETWORKS, regime="sequences"), EPOCHS, here)
    finish(job)
    assert job.problem is None
    assert_trained_directly(job)


def test_two_visitors_at_once(here):
    jobs = [TrainingJob(new_runs("lstm", "gru", seed=seed, regime="sequences"), EPOCHS, here) for seed in (1, 2)]
    finish(*jobs)
    for job in jobs:
        assert_trained_directly(job)


def test_stopped_after_every_chunk(here):
    runs = new_runs("lstm", "perceptron", regime="sequences")
    stops = 0
    while any(run.epoch < EPOCHS for run in runs.values()):
        job = TrainingJob(dict(runs), EPOCHS, here)
        look_until(lambda job=job, runs=runs: job.done > TrainingJob(runs, EPOCHS, here).done, job)
        job.stop()
        runs, stops = job.runs, stops + 1
    assert stops > 2
    assert_trained_directly(job)


def test_killed_in_mid_chunk(here, new_worker):
    before = TrainingJob(new_runs("gru"), EPOCHS, here)
    look_until(lambda: before.runs["gru"].epoch > 0, before)
    before.stop()
    dying = new_worker(seconds=120)
    pid = dying.call(os.getpid)
    job = TrainingJob(dict(before.runs), EPOCHS, dying)
    job.look()
    assert wait_for(lambda: dying.state() == "busy")  # importing Keras comes first, which takes long enough
    os.kill(pid, 9)
    finish(job)
    assert job.problem is None  # another process has run the chunk again
    assert dying.call(os.getpid) != pid
    assert_trained_directly(job)
