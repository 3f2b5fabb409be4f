"""Results that all visitors share: computed once, kept within a bound, and never one for another."""

import threading
import time

import numpy as np
import pytest

from lstm_viz.app.cached import key_of
from lstm_viz.app.shared import shared


def test_the_same_arguments_get_the_same_object_and_others_their_own():
    asked = []

    @shared(most=4)
    def load(name: str, _make, *, step: int = 0) -> list:
        asked.append((name, step))
        return [name, step]

    assert load("a", object(), step=1) is load("a", object(), step=1)
    assert load("a", object(), step=2) == ["a", 2]
    assert load("b", object(), step=1) == ["b", 1]
    assert asked == [("a", 1), ("a", 2), ("b", 1)]


def test_the_latest_results_are_kept():
    asked = []

    @shared(most=2)
    def load(number: int) -> int:
        asked.append(number)
        return number

    for number in (1, 2, 1, 3):
        load(number)
    assert [load.knows(number) for number in (1, 2, 3)] == [True, False, True]
    load.clear()
    assert not load.knows(1)
    assert asked == [1, 2, 3]


def test_visitors_who_ask_at_once_wait_for_one_computation():
    asked = []

    @shared(most=4)
    def load(number: int) -> object:
        asked.append(number)
        time.sleep(0.05)
        return object()

    found = []
    threads = [threading.Thread(target=lambda: found.append(load(1))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == [1]
    assert len(set(map(id, found))) == 1


def test_an_error_is_not_kept():
    answers = iter([ValueError("not yet"), "now"])

    @shared(most=4)
    def load() -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(ValueError, match="not yet"):
        load()
    assert load() == "now"


@pytest.mark.parametrize(
    "other",
    [
        (np.arange(6.0), ("a", 1)),
        (np.arange(6.0).reshape(2, 3), ("a", 2)),
        (np.arange(6.0).reshape(3, 2), ("a", 1)),
        (np.arange(6.0, dtype="float32").reshape(2, 3), ("a", 1)),
        (np.arange(6.0).reshape(2, 3) + 1e-12, ("a", 1)),
    ],
)
def test_arrays_are_told_apart_by_all_that_they_are(other):
    arguments = (np.arange(6.0).reshape(2, 3), ("a", 1))
    assert key_of(arguments) == key_of((arguments[0].T.copy().T, ["a", 1]))
    assert key_of(arguments) != key_of(other)
