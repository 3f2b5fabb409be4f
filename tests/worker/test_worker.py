"""The life of a worker's process, with a process that imports nothing large."""

import importlib.util
import math
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from lstm_viz.worker import process as worker_process
from lstm_viz.worker.errors import WorkerDied, WorkerMemory, WorkerTimeout, WorkerUnavailable
from lstm_viz.worker.memory import MEBIBYTE
from tests.worker import support


def children():
    return {process.pid for process in multiprocessing.active_children()}


def test_there_is_no_process_before_the_first_call_and_one_for_all_after_it(new_worker):
    before = children()
    worker = new_worker()
    assert (worker.state(), children()) == ("off", before)
    pids = {worker.call(os.getpid) for _ in range(3)}
    assert (worker.state(), children() - before) == ("ready", pids)
    assert len(pids) == 1


def test_a_result_and_an_exception_are_the_functions_own(new_worker):
    worker = new_worker()
    values = np.arange(6, dtype="float32").reshape(2, 3)
    np.testing.assert_array_equal(worker.call(np.cumsum, values, axis=1), np.cumsum(values, axis=1))
    with pytest.raises(ZeroDivisionError):
        worker.call(support.divide, 1, 0)
    assert worker.call(support.divide, 1, denominator=2) == 0.5


def test_a_function_that_cannot_be_sent_disturbs_nobody(new_worker):
    worker = new_worker()
    with pytest.raises(Exception, match="pickle"):
        worker.call(threading.Lock().acquire)
    assert worker.call(math.sqrt, 4) == 2


def test_killed_in_mid_call_it_starts_anew_and_the_call_has_its_result(new_worker, tmp_path):
    worker = new_worker(support.short_pause)
    first = worker.call(os.getpid)
    call = worker.submit(support.die_once, str(tmp_path / "died"))
    assert support.wait_for(lambda: worker.state(call) == "restarting")
    assert call.result() not in (first, os.getpid())


def test_killed_again_it_says_so_and_the_next_call_works(new_worker):
    worker = new_worker()
    first = worker.call(os.getpid)
    with pytest.raises(WorkerDied):
        worker.call(support.kill_myself)
    assert worker.call(os.getpid) != first


def test_killed_between_calls_the_next_call_works(new_worker):
    worker = new_worker()
    first = worker.call(os.getpid)
    os.kill(first, 9)
    assert support.wait_for(lambda: worker.state() == "off")
    assert worker.call(os.getpid) != first


def test_killed_while_starting_it_says_so(new_worker):
    worker = new_worker(support.kill_myself)
    with pytest.raises(WorkerDied):
        worker.call(os.getpid)


def test_a_call_that_takes_too_long_is_ended_with_its_process(new_worker):
    worker = new_worker(seconds=0.3)
    first = worker.call(os.getpid)
    started = time.monotonic()
    with pytest.raises(WorkerTimeout, match=r"0\.3 seconds"):
        worker.call(time.sleep, 30)
    assert time.monotonic() - started < 15
    assert not support.is_running(first)
    assert worker.call(os.getpid) != first


def test_a_start_that_takes_too_long_is_ended(new_worker):
    with pytest.raises(WorkerTimeout):
        new_worker(support.hang, start_seconds=0.5).call(os.getpid)


def test_it_ends_when_idle_and_comes_back(new_worker):
    worker = new_worker(idle_seconds=0.5)
    first = worker.call(os.getpid)
    assert support.wait_for(lambda: not support.is_running(first))
    assert support.wait_for(lambda: worker.state() == "off")
    assert worker.call(os.getpid) != first


def test_without_tensorflow_it_is_unavailable(new_worker):
    with pytest.raises(WorkerUnavailable, match="TensorFlow is not installed"):
        new_worker(support.raise_import_error).call(os.getpid)


def test_too_little_memory_to_start_starts_nothing(new_worker, monkeypatch):
    monkeypatch.setattr(worker_process, "available_memory", lambda: 300 * MEBIBYTE)
    before = children()
    with pytest.raises(WorkerMemory, match="needs 700 MiB of memory and this server has 300 MiB left"):
        new_worker(start_memory=700 * MEBIBYTE).call(os.getpid)
    assert children() == before
    assert new_worker(start_memory=200 * MEBIBYTE).call(math.sqrt, 4) == 2


def test_where_the_system_does_not_tell_its_memory_it_starts(new_worker, monkeypatch):
    monkeypatch.setattr(worker_process, "available_memory", lambda: None)
    monkeypatch.setattr(worker_process, "resident_memory", lambda pid: None)
    assert new_worker(start_memory=2**60, memory=0).call(time.sleep, 0.3) is None


@pytest.mark.skipif(not os.path.exists("/proc"), reason="only Linux tells what another process takes")
def test_a_call_that_takes_too_much_memory_is_ended_with_its_process(new_worker):
    worker = new_worker(memory=200 * MEBIBYTE)
    first = worker.call(os.getpid)
    with pytest.raises(WorkerMemory, match="more than 200 MiB"):
        worker.call(support.grow, 400)
    assert not support.is_running(first)
    assert worker.call(os.getpid) != first


@pytest.mark.skipif(not os.path.exists("/proc"), reason="only Linux tells what another process takes")
def test_a_process_that_has_grown_makes_way_between_two_calls(new_worker):
    worker = new_worker(rest_memory=200 * MEBIBYTE)
    first = worker.call(os.getpid)
    assert worker.call(support.keep, 20) == first
    assert worker.call(support.keep, 200) == first
    assert worker.call(os.getpid) != first
    assert support.wait_for(lambda: not support.is_running(first))


@pytest.mark.skipif(not os.path.exists("/proc"), reason="only Linux tells what another process takes")
def test_where_psutil_is_installed_a_process_that_has_grown_stays_until_our_own_limit(new_worker):
    """Loky measures after the first call, and would end a process that has grown by 300 MB since then."""
    worker = new_worker(rest_memory=600 * MEBIBYTE)
    assert worker.call(importlib.util.find_spec, "psutil")
    worker.call(support.let_loky_look_often)
    pids = {worker.call(os.getpid), worker.call(support.keep, 400)}
    for _ in range(3):
        pids.add(worker.call(os.getpid))
    assert len(pids) == 1
    worker.call(support.keep, 200)
    assert worker.call(os.getpid) not in pids


def test_what_a_call_leaves_on_the_disk_goes_with_its_process(new_worker):
    worker = new_worker(seconds=0.5)
    with pytest.raises(WorkerTimeout):
        worker.call(support.hang_with_a_folder)
    folder = Path(worker.call(tempfile.gettempdir))
    assert folder != Path(tempfile.gettempdir())
    assert not [*folder.iterdir()]
    worker.shutdown(wait=False)
    assert not folder.exists()


def test_its_state_is_told_while_it_starts_and_works(new_worker):
    worker = new_worker(support.short_pause)
    call = worker.submit(time.sleep, 0.5)
    assert support.wait_for(lambda: worker.state() == "starting")
    assert support.wait_for(lambda: worker.state() == "busy")
    call.result()
    assert support.wait_for(lambda: worker.state() == "ready")


def test_shut_down_it_takes_no_calls_and_leaves_no_process(new_worker):
    worker = new_worker()
    pid = worker.call(os.getpid)
    running, queued = worker.submit(time.sleep, 30), worker.submit(time.sleep, 30)
    assert support.wait_for(lambda: worker.state() == "busy")
    worker.shutdown(wait=False)
    for call in (running, queued):
        with pytest.raises(WorkerDied):
            call.result(timeout=10)
    assert not support.is_running(pid)
    with pytest.raises(RuntimeError):
        worker.submit(os.getpid)


def test_shut_down_it_leaves_no_thread_that_would_keep_semaphores(new_worker, monkeypatch):
    """Under load, the thread that sends the calls may be the last to end."""
    from loky.backend.queues import Queue

    feed = Queue._feed

    def feed_slowly(*arguments):
        feed(*arguments)
        time.sleep(0.5)

    monkeypatch.setattr(Queue, "_feed", staticmethod(feed_slowly))
    before = threading.enumerate()
    worker = new_worker()
    worker.call(os.getpid)
    worker.shutdown(wait=True)
    assert [thread for thread in threading.enumerate() if thread not in before] == []


def test_shut_down_while_a_large_call_is_sent_it_ends_at_once(new_worker):
    worker = new_worker()
    os.kill(worker.call(os.getpid), signal.SIGSTOP)
    call = worker.submit(len, b"1" * 50_000_000)
    time.sleep(0.5)
    worker.shutdown(wait=False)
    with pytest.raises(WorkerDied):
        call.result(timeout=10)
