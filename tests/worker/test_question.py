"""A question that several visitors ask."""

from concurrent.futures import Future

import pytest

from lstm_viz.worker.errors import WorkerDied
from lstm_viz.worker.question import Question


@pytest.fixture
def asked() -> list[Future]:
    """The calls that were submitted: a test answers them."""
    return []


@pytest.fixture
def question(asked) -> Question:
    def ask() -> Future:
        asked.append(Future())
        return asked[-1]

    return Question(ask)


def test_it_is_asked_once_for_all_who_wait_and_the_answer_is_kept(question, asked):
    with question.asked() as first, question.asked() as second:
        assert first is second
        asked[0].set_result(7)
    with question.asked() as later:
        assert later.result() == 7
    assert len(asked) == 1


def test_it_leaves_the_queue_when_the_last_who_waited_has_gone(question, asked):
    with question.asked():
        with question.asked():
            pass
        assert not asked[0].cancelled()
    assert asked[0].cancelled()
    with question.asked() as again:
        assert again is asked[1]


def test_what_has_begun_is_finished_and_kept(question, asked):
    with question.asked() as running:
        running.set_running_or_notify_cancel()
    running.set_result(7)
    with question.asked() as later:
        assert later.result() == 7
    assert len(asked) == 1


def test_an_error_is_not_kept(question, asked):
    with question.asked() as failed:
        failed.set_exception(WorkerDied())
    with question.asked() as again:
        assert again is not failed


def test_a_new_call_leaves_the_queue_also_if_the_last_who_goes_waited_for_the_one_that_failed(question, asked):
    with question.asked() as failed:
        failed.set_exception(WorkerDied())
        with question.asked() as again:
            pass
    assert again.cancelled()


def test_what_was_asked_ahead_is_asked_once_and_kept_though_nobody_waits(question, asked):
    question.ask_ahead()
    question.ask_ahead()
    asked[0].set_result(7)
    with question.asked() as later:
        assert later.result() == 7
    assert len(asked) == 1


def test_an_error_ahead_is_not_kept(question, asked):
    question.ask_ahead()
    asked[0].set_exception(WorkerDied())
    with question.asked() as again:
        assert again is asked[1]
