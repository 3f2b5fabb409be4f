"""Trainings for the tests of jobs: networks of the memory pair, and a stand-in for `train` that needs no Keras."""

import os
import time

import numpy as np

from lstm_viz.tasks import Task, memory_pair
from lstm_viz.training import Chunk, Run, TrainingSettings, TrainingState, new_run
from lstm_viz.training.settings import DEFAULT_UNITS
from lstm_viz.worker.training_job import TrainingJob

DIVERGING_SEED = 666


def new_runs(*networks: str, seed: int = 4, regime: str = "steps") -> dict[str, Run]:
    """Networks before their first epoch."""
    settings = {network: TrainingSettings(network, DEFAULT_UNITS, 0.01, seed, regime) for network in networks}
    return {network: new_run(each, memory_pair()) for network, each in settings.items()}


def pretend(settings: TrainingSettings, _task: Task, state: TrainingState, epochs: int, every: int) -> Chunk:
    """What `train` gives, but that an epoch adds one to each weight; with DIVERGING_SEED it diverges at once."""
    time.sleep(0.02)
    if settings.seed == DIVERGING_SEED:
        return Chunk(state, np.array([np.nan]), np.array([0.5]), (), 0.001)
    ends = range(state.epoch + 1, state.epoch + epochs + 1)
    weights = {end: tuple(array + (end - state.epoch) for array in state.weights) for end in ends}
    after = TrainingState(ends[-1], weights[ends[-1]], state.optimizer)
    snapshots = tuple((end, weights[end]) for end in ends if end % every == 0)
    return Chunk(after, np.full(epochs, 0.7), np.full(epochs, 0.5), snapshots, 0.001)


def pretend_to_die(*_: object) -> None:
    """A `train` whose process is killed."""
    os.kill(os.getpid(), 9)


def look_until(condition, *jobs: TrainingJob, patience: float = 0.05, seconds: float = 120) -> None:
    """Looks at the jobs in turn, as their visitors' pages do."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        for job in jobs:
            job.wait(patience)
            job.look()
    assert condition()


def finish(*jobs: TrainingJob, patience: float = 0.05) -> None:
    """Looks at the jobs until all are over."""
    look_until(lambda: all(job.is_over for job in jobs), *jobs, patience=patience)
