"""A tick needs more than a coin's toss."""

import numpy as np
import pytest

from lstm_viz.judging import beats_guessing, judge, judge_yes


@pytest.mark.parametrize(
    ("probability", "positive", "verdict"),
    [(0.509, True, None), (0.491, True, None), (0.56, True, True), (0.44, True, False), (0.44, False, True)],
)
def test_a_coins_toss_is_neither_right_nor_wrong(probability, positive, verdict):
    assert judge_yes(probability, positive) is verdict


def test_of_several_symbols_the_first_has_to_lead_the_second():
    assert judge(np.array([0.4, 0.35, 0.25]), 0) is None
    assert judge(np.array([0.4, 0.25, 0.35]), 2) is None
    assert judge(np.array([0.45, 0.3, 0.25]), 0) is True
    assert judge(np.array([0.45, 0.3, 0.25]), 1) is False


def test_an_only_symbol_is_right():
    assert judge(np.array([1.0]), 0) is True


def test_few_right_answers_may_be_luck():
    assert not beats_guessing(509, 1000)
    assert not beats_guessing(2, 2)  # a coin does that one time in four
    assert not beats_guessing(62, 100)
    assert beats_guessing(63, 100)
    assert not beats_guessing(30, 100, chance=0.25)
    assert beats_guessing(100, 100)
