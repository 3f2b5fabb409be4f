"""The order in which a worker takes its calls."""

import math
import threading
import time
from concurrent.futures import CancelledError

import pytest

from lstm_viz.worker.errors import WorkerBusy
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
