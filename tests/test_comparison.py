"""What the Keras pages call equal."""

import numpy as np
import pytest

from lstm_viz.comparison import Claim, compare


def test_the_largest_difference_decides():
    one, other = np.zeros((2, 3)), np.zeros((2, 3))
    assert compare("a", "b", one, other).difference == 0
    assert compare("a", "b", one, other).equal
    other[1, 2] = -0.25
    compared = compare("a", "b", one, other)
    assert compared.difference == 0.25
    assert not compared.equal


@pytest.mark.parametrize(("difference", "equal"), [(9e-7, True), (1.1e-6, False)])
def test_a_rounding_of_float32_is_no_difference(difference, equal):
    assert compare("a", "b", [1.0], [1.0 + difference]).equal is equal


def test_shapes_that_differ_are_not_broadcast():
    compared = compare("a", "b", np.ones((1, 4, 3)), np.ones((1, 3)))
    assert not compared.equal
    assert compared.difference is None
    assert (compared.left_shape, compared.right_shape) == ((1, 4, 3), (1, 3))


def test_what_is_no_number_equals_nothing():
    assert not compare("a", "b", [np.nan], [np.nan]).equal


def test_a_claim_says_what_the_numbers_say():
    equal, different = compare("a", "b", [1], [1]), compare("a", "b", [1], [2])
    assert Claim(equal, "They are equal.", "They differ.").sentence == "They are equal."
    assert Claim(different, "They are equal.", "They differ.").sentence == "They differ."
    assert Claim(different, "What both are.").sentence == "What both are."
