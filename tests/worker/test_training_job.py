"""One visitor's training as calls to the worker: who takes turns, what is asked for, and how it ends."""

import threading
import time

import pytest

from lstm_viz.training import run as training_run
from lstm_viz.worker import Worker
from lstm_viz.worker.errors import WorkerDied
from lstm_viz.worker.training_job import TrainingJob
from tests.worker.support import wait_for
from tests.worker.training import DIVERGING_SEED, finish, look_until, new_runs, pretend, pretend_to_die


class Watched:
    """A worker that remembers which network and seed it was asked to train, and for how many epochs."""

    def __init__(self, worker: Worker):
        self.worker, self.asked = worker, []

    def submit_chunk(self, function, settings, task, state, epochs, every):
        self.asked.append((settings.network, settings.seed, epochs))
        return self.worker.submit_chunk(function, settings, task, state, epochs, every)

    def __getattr__(self, name):
        return getattr(self.worker, name)


@pytest.fixture
def worker(new_worker, monkeypatch) -> Watched:
    monkeypatch.setattr(training_run, "train", pretend)
    watched = Watched(new_worker())
    watched.call(time.sleep, 0)
    return watched


def test_networks_go_on_side_by_side_to_the_end(worker):
    job = TrainingJob(new_runs("lstm", "gru", "perceptron"), 40, worker)
    finish(job)
    assert [network for network, *_ in worker.asked[:3]] == ["lstm", "gru", "perceptron"]
    assert {run.epoch for run in job.runs.values()} == {40}
    assert (job.done, job.problem) == (1, None)
    for network in job.runs:
        assert sum(epochs for name, _, epochs in worker.asked if name == network) == 40


def test_what_is_asked_for_exceeds_neither_the_end_nor_the_epochs_whose_weights_are_kept(worker):
    job = TrainingJob(new_runs("lstm"), 420, worker)
    finish(job)
    epochs = [epoch for epoch, _ in job.runs["lstm"].snapshots]
    assert epochs == [*range(0, 250, 10), 250, 300, 350, 400]
    assert job.runs["lstm"].epoch == 420
    assert (job.runs["lstm"].state.weights[-1] == 420).all()  # a bias that began with zeros


def test_what_is_done_already_is_not_asked_for(worker):
    job = TrainingJob(new_runs("lstm"), 20, worker)
    finish(job)
    asked = len(worker.asked)
    again = TrainingJob(job.runs, 20, worker)
    again.look()
    assert again.is_over
    assert len(worker.asked) == asked


def test_two_at_once_take_turns_and_see_their_place(worker):
    jobs = [TrainingJob(new_runs("lstm", seed=seed), 300, worker) for seed in (1, 2)]
    for job in jobs:
        job.look()
    assert [job.place for job in jobs] == [0, 1]
    finish(*jobs, patience=60)
    seeds = [seed for _, seed, _ in worker.asked]
    assert seeds == [1, 2] * (len(seeds) // 2)
    assert len(seeds) >= 8
    assert [job.done for job in jobs] == [1, 1]


def test_a_job_has_one_call_in_the_queue_however_often_it_is_looked_at(worker):
    blocking = worker.worker.submit(time.sleep, 0.5)
    job = TrainingJob(new_runs("lstm", "gru"), 40, worker)
    for _ in range(5):
        job.look()
    assert (len(worker.asked), job.place) == (1, 1)
    blocking.result()


def test_stopped_while_it_waits_it_leaves_the_queue(worker):
    blocking = worker.worker.submit(time.sleep, 0.5)
    first, second = (TrainingJob(new_runs("lstm", seed=seed), 40, worker) for seed in (1, 2))
    first.look()
    second.look()
    assert second.place == 2
    first.stop()
    assert (first.is_over, first.place, second.place) == (True, 0, 1)
    first.look()
    assert len(worker.asked) == 2
    blocking.result()
    finish(second)


def test_nobody_looking_nothing_is_asked_for_and_nothing_is_left(worker):
    before = set(threading.enumerate())
    job = TrainingJob(new_runs("lstm", "gru"), 40, worker)
    job.look()
    assert wait_for(lambda: worker.state() == "ready" and job._asked.future.done())
    assert set(threading.enumerate()) <= before
    assert len(worker.asked) == 1
    following = worker.worker.submit(time.sleep, 0)
    assert worker.place(following) == 0
    following.result()
    # Whoever comes back finds the chunk that was under way.
    look_until(lambda: job.runs["lstm"].epoch == 2, job)


def test_time_left_is_told_once_the_pace_is_known(worker):
    job = TrainingJob(new_runs("lstm"), 400, worker)
    job.look()
    assert job.seconds_left is None
    look_until(lambda: len(worker.asked) > 3, job)
    assert 0 < job.seconds_left < 60
    finish(job)
    assert job.seconds_left == 0


def test_one_that_diverges_ends_and_the_others_go_on(worker):
    runs = new_runs("lstm", seed=DIVERGING_SEED) | new_runs("gru")
    job = TrainingJob(runs, 20, worker)
    finish(job)
    assert (job.runs["lstm"].has_diverged, job.runs["lstm"].epoch) == (True, 0)
    assert (job.runs["gru"].has_diverged, job.runs["gru"].epoch) == (False, 20)
    assert (job.done, job.problem) == (1, None)
    assert [name for name, *_ in worker.asked].count("lstm") == 1


def test_a_chunk_that_dies_ends_the_job_with_a_sentence_and_another_goes_on(worker, monkeypatch):
    job = TrainingJob(new_runs("lstm"), 40, worker)
    look_until(lambda: job.runs["lstm"].epoch > 0, job)
    job.stop()
    monkeypatch.setattr(training_run, "train", pretend_to_die)
    dying = TrainingJob(dict(job.runs), 40, worker)
    finish(dying)
    assert isinstance(dying.problem, WorkerDied)
    assert dying.runs["lstm"] is job.runs["lstm"]
    asked = len(worker.asked)
    dying.look()
    assert len(worker.asked) == asked
    monkeypatch.setattr(training_run, "train", pretend)
    after = TrainingJob(dying.runs, 40, worker)
    finish(after)
    assert after.runs["lstm"].epoch == 40
