"""The order in which a worker takes its calls."""

import functools
import math
import multiprocessing
import os
import threading
import time
from concurrent.futures import CancelledError, wait

import pytest

from lstm_viz.worker.errors import WorkerBusy, WorkerUnavailable
from tests.worker import support


def test_calls_come_in_the_order_of_asking_one_at_a_time(new_worker, tmp_path):
    worker, path = new_worker(), tmp_path / "order"
    calls = [worker.submit(support.note, str(path), text, 0.05) for text in "abcdef"]
    assert [worker.place(call) for call in calls] == [0, 1, 2, 3, 4, 5]
    for call in calls:
        call.result()
    assert path.read_text() == "abcdef"
    assert [worker.place(call) for call in calls] == [0] * 6


def test_a_cancelled_call_is_dropped(new_worker, tmp_path):
    worker, path = new_worker(), tmp_path / "order"
    first, second, third = (worker.submit(support.note, str(path), text, 0.2) for text in "abc")
    assert second.cancel()
    assert worker.place(third) == 1
    third.result()
    assert path.read_text() == "ac"
    with pytest.raises(CancelledError):
        second.result()
    assert first.done()


def test_nobody_waits_longer_than_the_patience(new_worker, tmp_path):
    worker, path = new_worker(patience=0.3), tmp_path / "order"
    long = worker.submit(time.sleep, 1)
    with pytest.raises(WorkerBusy, match=r"0\.3 seconds"):
        worker.call(support.note, str(path), "late")
    long.result()
    assert worker.call(math.sqrt, 4) == 2
    assert not path.exists()


def test_many_threads_at_once_share_one_process(new_worker):
    worker, answers = new_worker(), {}

    def ask(number):
        answers[number] = worker.call(support.double_and_pid, number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {number: doubled for number, (doubled, _) in answers.items()} == {n: 2 * n for n in range(8)}
    assert len({pid for _, pid in answers.values()}) == 1


def test_questions_pass_the_chunks_of_trainings(new_worker, tmp_path):
    worker, path = new_worker(), tmp_path / "order"
    running = worker.submit_chunk(support.note, str(path), "a", 0.5)
    assert support.wait_for(path.exists)
    chunks = [worker.submit_chunk(support.note, str(path), text) for text in "bc"]
    questions = [worker.submit(support.note, str(path), text) for text in "12"]
    assert [worker.place(call) for call in (running, *questions, *chunks)] == [0, 1, 2, 3, 4]
    for call in (*questions, *chunks):
        call.result()
    assert path.read_text() == "a12bc"


def test_when_a_call_has_to_wait_for_a_chunk_another_process_takes_the_chunks(new_worker):
    trainer = new_worker()
    worker = new_worker(trainer=trainer)
    long = worker.submit_chunk(time.sleep, 0.5)
    question = worker.submit(os.getpid)
    assert support.wait_for(lambda: trainer.state() == "ready")
    long.result()
    compiling = worker.submit_chunk(time.sleep, 30)
    behind = worker.submit_chunk(os.getpid)
    # It has its place a moment before the process has begun the call before it.
    assert support.wait_for(
        lambda: (worker.place(behind), worker.state(behind), worker.state()) == (1, "busy", "ready")
    )
    assert worker.call(os.getpid) == question.result()
    assert not compiling.done()


def test_who_is_alone_trains_in_the_process_that_is_there(new_worker):
    trainer = new_worker()
    worker = new_worker(trainer=trainer)
    pids = {worker.submit_chunk(os.getpid).result() for _ in range(3)} | {worker.call(os.getpid)}
    assert len(pids) == 1
    assert trainer.state() == "off"


def test_without_memory_for_two_processes_one_does_all(new_worker):
    trainer = new_worker(start_memory=2**60)
    worker = new_worker(trainer=trainer)
    calls = [worker.submit_chunk(time.sleep, 0.3), worker.submit(os.getpid), worker.submit_chunk(os.getpid)]
    assert len({call.result() for call in calls[1:]}) == 1
    assert worker.submit_chunk(os.getpid).result() == calls[1].result()


def test_the_process_starts_before_the_first_question(new_worker):
    worker = new_worker()
    worker.warm_up()
    assert support.wait_for(lambda: worker.state() == "ready")
    worker.warm_up()
    assert worker.place(worker.submit(os.getpid)) == 0


def test_a_start_that_failed_is_not_tried_again_for_every_visitor(new_worker, tmp_path):
    worker = new_worker(functools.partial(support.note_and_fail, str(tmp_path / "starts")))
    for _ in range(3):
        worker.warm_up()
        assert support.wait_for(lambda: worker.state() == "off" and not worker._line())
    assert (tmp_path / "starts").read_text() == "."
    with pytest.raises(WorkerUnavailable):
        worker.call(os.getpid)


def test_shut_down_with_its_trainer_no_call_waits_for_ever(new_worker):
    others = multiprocessing.active_children()
    trainer = new_worker()
    worker = new_worker(trainer=trainer)
    calls = [worker.submit_chunk(time.sleep, 0.2) for _ in range(20)]
    assert support.wait_for(lambda: trainer.state() == "busy")
    worker.shutdown(wait=False)
    assert not wait(calls, timeout=10).not_done
    assert support.wait_for(lambda: set(multiprocessing.active_children()) <= set(others))
