"""Keras's work on a Dask cluster: what a server's own process does, on several workers, which may die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import types
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from distributed import Client, LocalCluster

from lstm_viz import open_corpus, trace_corpus, trace_layer
from lstm_viz.training import new_run, train
from lstm_viz.worker import Limits, Worker, import_keras
from lstm_viz.worker import cluster as cluster_module
from lstm_viz.worker.cluster import ClusterWorker
from lstm_viz.worker.errors import ClusterLost, WorkerTimeout
from lstm_viz.worker.training_job import TrainingJob
from tests.corpus.test_trace_corpus import assert_rounded, rows, sequences, weights
from tests.support.source import ROOT
from tests.worker import support
from tests.worker.support import wait_for
from tests.worker.training import finish, new_runs

EPOCHS = 24
NOBODY = "tcp://127.0.0.1:9"


@pytest.fixture(scope="module")
def cluster():
    with pytest.MonkeyPatch.context() as patch:
        # AppTest leaves the script of a page as `__main__`, and a process that is spawned would run it.
        patch.setitem(sys.modules, "__main__", types.ModuleType("__main__"))
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            yield cluster


@pytest.fixture
def new_cluster_worker(new_worker, monkeypatch):
    """`new_cluster_worker(address, **limits)`; all are ended afterwards."""
    monkeypatch.setattr(cluster_module, "CONNECT_SECONDS", 1)
    monkeypatch.setattr(cluster_module, "WATCH_SECONDS", 0.1)
    made = []

    def new(address, prepare=support.nothing, *, local=None, **limits):
        limits = Limits(**{"start_memory": 0} | limits)
        made.append(ClusterWorker(address, local or new_worker(), prepare, limits))
        return made[-1]

    yield new
    for worker in made:
        worker.shutdown(wait=False)


def meet(mine: str, other: str) -> int:
    """Ends only if the other call runs at the same time."""
    with open(mine, "w"):
        assert wait_for(lambda: os.path.exists(other), 60)
    return os.getpid()


def waiting(cluster: LocalCluster) -> list[str]:
    """The calls that run or wait on the cluster."""
    return [key for key, task in tuple(cluster.scheduler.tasks.items()) if task.state in ("processing", "queued")]


def test_questions_run_on_all_workers_of_the_cluster(cluster, new_cluster_worker, tmp_path):
    worker = new_cluster_worker(cluster.scheduler_address)
    names = [str(tmp_path / name) for name in ("one", "other")]
    asked = [worker.submit(meet, *names), worker.submit(meet, *names[::-1])]
    assert len({future.result(60) for future in asked} | {os.getpid()}) == 3
    with pytest.raises(ZeroDivisionError):
        worker.submit(support.divide, 1, 0).result(60)
    assert worker.state() == "ready"


def test_a_call_has_the_environment_and_the_limits_of_a_servers_own_process(cluster, new_cluster_worker):
    worker = new_cluster_worker(cluster.scheduler_address, seconds=0.5)
    threads = [worker.submit(os.getenv, name) for name in ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")]
    assert [future.result(60) for future in threads] == ["1", "1"]
    with pytest.raises(WorkerTimeout):
        worker.submit(support.hang).result(60)


def test_a_call_that_nobody_waits_for_is_dropped(cluster, new_cluster_worker, tmp_path):
    worker = new_cluster_worker(cluster.scheduler_address)
    busy = [worker.submit(support.short_pause) for _ in range(2)]
    dropped = worker.submit(support.note, str(tmp_path / "ran"), "x")
    assert worker.place(dropped) > 0
    assert dropped.cancel()
    for future in [*busy, worker.submit(support.nothing), worker.submit(support.nothing)]:
        future.result(60)
    assert not (tmp_path / "ran").exists()


def test_a_question_passes_the_chunks_that_wait(cluster, new_cluster_worker, tmp_path):
    worker, order, go_on = new_cluster_worker(cluster.scheduler_address), tmp_path / "order", tmp_path / "go on"
    calls = [worker.submit(meet, str(tmp_path / name), str(go_on)) for name in ("one", "other")]
    calls += [worker.submit_chunk(support.note, str(order), "chunk ") for _ in range(10)]
    calls += [worker.submit(support.note, str(order), "question ")]
    assert wait_for(lambda: len(waiting(cluster)) == len(calls))
    go_on.touch()
    for call in calls:
        call.result(60)
    assert "question" in order.read_text().split()[:5]


def test_a_call_that_cannot_be_sent_runs_here(cluster, new_cluster_worker, monkeypatch):
    worker = new_cluster_worker(cluster.scheduler_address)

    def closed(*_arguments, **_options):
        raise RuntimeError("the client closes")

    monkeypatch.setattr(Client, "get_executor", closed)
    for submit in (worker.submit, worker.submit_chunk):
        assert submit(support.divide, 6, 3).result(20) == 2


def test_the_chunks_of_a_training_stay_where_it_is_compiled(cluster, new_cluster_worker):
    worker = new_cluster_worker(cluster.scheduler_address)
    assert len({worker.submit_chunk(support.double_and_pid, 7).result(60) for _ in range(4)}) == 1


@pytest.mark.slow
def test_trainings_keep_their_bits_when_a_worker_is_killed(cluster, new_cluster_worker):
    runs = [new_runs("gru", seed=seed, regime="sequences") for seed in (1, 2)]
    with ThreadPoolExecutor(1) as here:
        here.submit_chunk = here.submit
        begun = [TrainingJob(each, 1, here) for each in runs]
        finish(*begun)
    worker = new_cluster_worker(cluster.scheduler_address, import_keras)
    jobs = [TrainingJob(dict(job.runs), EPOCHS, worker) for job in begun]
    for job in jobs:
        job.look()
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        # Importing Keras comes first, which takes long enough.
        assert wait_for(lambda: sorted(map(len, client.processing().values())) == [1, 1])  # side by side
        address, pid = next(iter(client.run(os.getpid).items()))
        os.kill(pid, signal.SIGKILL)
        finish(*jobs)
        assert address not in client.run(os.getpid)  # another one has run its chunk again
    assert [job.problem for job in jobs] == [None, None]
    for run in (job.runs["gru"] for job in jobs):
        whole = train(run.settings, run.task, new_run(run.settings, run.task).state, EPOCHS, 10)
        assert run.epoch == EPOCHS
        for name in ("weights", "optimizer"):
            for ours, theirs in zip(getattr(run.state, name), getattr(whole.state, name), strict=True):
                np.testing.assert_array_equal(ours, theirs)
        np.testing.assert_array_equal(run.losses, whole.losses)


def test_a_corpus_is_traced_by_its_workers(cluster, tmp_path):
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        trace_corpus(weights(), sequences(), tmp_path, signals=["hidden"], client=client, report=None)
    exact = np.concatenate([trace_layer(weights(), sequence[None]).hidden[0] for sequence in sequences()])
    assert_rounded(rows(tmp_path, "hidden"), exact)
    with open_corpus(tmp_path) as corpus:
        assert corpus.manifest.is_complete


def test_without_a_scheduler_the_server_does_it_and_says_so(new_cluster_worker):
    worker = new_cluster_worker(NOBODY)
    asked = worker.submit(os.getpid)
    assert wait_for(lambda: worker.state(asked) == "alone" or asked.done())
    assert asked.result(60) not in (None, os.getpid())


def test_where_this_server_cannot_run_keras_either_a_sentence_says_so(new_cluster_worker, new_worker):
    worker = new_cluster_worker(NOBODY, local=new_worker(support.raise_import_error))
    with pytest.raises(ClusterLost, match="does not answer, and Keras cannot run on this server"):
        worker.submit(os.getpid).result(60)


def test_workers_without_keras_are_no_cluster(cluster, new_cluster_worker):
    worker = new_cluster_worker(cluster.scheduler_address, support.raise_import_error)
    assert worker.submit(support.divide, 6, 2).result(60) == 3


@pytest.mark.slow
def test_a_scheduler_that_dies_costs_only_time(new_cluster_worker, tmp_path):
    script = "from distributed import LocalCluster as L; import time; c = L(n_workers=1, threads_per_worker=1, "
    script += "dashboard_address=None); print(c.scheduler_address, flush=True); time.sleep(600)"
    command = [sys.executable, "-c", f"if __name__ == '__main__':\n    {script}"]
    cluster = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True)
    try:
        worker = new_cluster_worker(cluster.stdout.readline().strip())
        asked = worker.submit(meet, str(tmp_path / "begun"), str(tmp_path / "go on"))
        assert wait_for((tmp_path / "begun").exists, 60)
        os.killpg(cluster.pid, signal.SIGKILL)
        (tmp_path / "begun").unlink()
        assert wait_for((tmp_path / "begun").exists, 60)
        (tmp_path / "go on").touch()
        assert asked.result(60) != os.getpid()
    finally:
        cluster.poll() is None and os.killpg(cluster.pid, signal.SIGKILL)
        cluster.wait()


def test_without_the_variable_nothing_of_dask_is_needed():
    code = """
import sys
sys.modules["distributed"] = sys.modules["dask"] = None
from lstm_viz.worker import Worker, shared_worker
assert isinstance(shared_worker(), Worker)
import lstm_viz.corpus
"""
    environment = {name: value for name, value in os.environ.items() if name != "LSTM_VIZ_SCHEDULER"}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)


def test_the_variable_puts_the_cluster_in_its_place(monkeypatch):
    from lstm_viz import worker

    monkeypatch.setenv("LSTM_VIZ_SCHEDULER", NOBODY)
    monkeypatch.setattr(worker, "_shared", worker._shared.__wrapped__)
    shared = worker.shared_worker()
    assert isinstance(shared, ClusterWorker)
    assert isinstance(shared._local, Worker)
    shared.shutdown(wait=False)


def test_the_variable_without_dask_says_what_to_install(monkeypatch):
    monkeypatch.setattr(cluster_module, "find_spec", lambda _name: None)
    with pytest.raises(ImportError, match=r"LSTM_VIZ_SCHEDULER is set, and needs Dask: pip install"):
        ClusterWorker(NOBODY, None, support.nothing)
