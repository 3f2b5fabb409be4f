"""The right answers of the patterns' tasks, against plain Python, and what is kept from the training."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from lstm_viz.lessons.patterns import tasks
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.tasks import EXAMPLES

ROWS = st.lists(st.integers(0, 9), min_size=3, max_size=12)


def row(digits: list[int]) -> np.ndarray:
    return np.array([digits])


@given(ROWS)
def test_a_peak_is_larger_than_both_neighbours_and_known_one_step_later(digits):
    wanted, count = [], 0
    for step in range(len(digits)):
        if step >= 2 and digits[step - 2] < digits[step - 1] > digits[step]:
            count += 1
        wanted.append(count % 2)
    assert tasks.peak_parity(row(digits))[0].tolist() == wanted


@given(ROWS)
def test_more_is_to_come_than_has_been(digits):
    wanted = [int(sum(digits[step + 1 :]) > sum(digits[:step])) for step in range(len(digits))]
    assert tasks.more_to_come(row(digits))[0].tolist() == wanted


@given(st.lists(st.integers(0, 1), min_size=1, max_size=12))
def test_the_parity_is_that_of_the_ones_so_far(bits):
    wanted = [sum(bits[: step + 1]) % 2 for step in range(len(bits))]
    assert tasks.running_parity(row(bits))[0].tolist() == wanted


def test_sums_the_logistic_map_and_sines():
    assert tasks.sums(row([3, 1, 4, 1, 5, 9])).tolist() == [[23]]
    assert_allclose(tasks.logistic_map(np.array([0.1, 0.5])), [0.342, 0.95])
    wave = tasks.sines(np.array([12.0]), np.array([3.0]), 5)[0]
    assert_allclose(wave, [math.sin(2 * math.pi * (step + 3) / 12) for step in range(5)], atol=1e-6)


def test_every_pattern_has_examples_that_its_model_takes():
    assert EXAMPLES.keys() == PATTERNS.keys() - {GENERATOR}  # which has a grammar
    for pattern, examples in EXAMPLES.items():
        inputs = examples().inputs
        wanted = PATTERNS[pattern].input_shape
        assert inputs.dtype == np.float32
        assert [size or given for size, given in zip(wanted, inputs.shape[1:], strict=True)] == list(inputs.shape[1:])


@pytest.mark.parametrize("pattern", [name for name in EXAMPLES if name != FEED_BACK])
def test_what_is_held_out_was_never_trained_on(pattern):
    examples = EXAMPLES[pattern]()
    trained, held_out = (
        {sample.tobytes() for sample in part[0]} for part in (examples.for_training, examples.held_out)
    )
    assert len(held_out) >= 64
    assert trained
    assert not trained & held_out


def test_the_sines_to_be_continued_are_drawn_apart_from_those_of_the_training():
    examples = EXAMPLES[FEED_BACK]()
    known, following = examples.held_out
    assert examples.trained == 0
    assert known.shape == (40, tasks.KNOWN, 1)
    assert following.shape == (40, tasks.CONTINUED, 1)
    # Two neighbours of a sine tell its next value: s(t + 1) = 2 cos(ω) s(t) − s(t − 1), ω from the known part.
    series = np.concatenate([known, following], axis=1)[..., 0].astype(float)
    for sample in series:
        middle = sample[1:-1]
        twice_cosine = np.dot(sample[2:] + sample[:-2], middle) / np.dot(middle, middle)
        assert_allclose(sample[2:], twice_cosine * middle - sample[:-2], atol=1e-5)
        assert tasks.SHORTEST_PERIOD <= 2 * math.pi / math.acos(twice_cosine / 2) <= tasks.LONGEST_PERIOD + 1e-2
