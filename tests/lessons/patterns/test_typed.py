"""What may be typed for a pattern's trained model."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from lstm_viz.data import InputError
from lstm_viz.lessons.patterns.catalogue import PATTERNS
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, typed
from tests.lessons.patterns.runs import TYPED


@pytest.mark.parametrize("pattern", TYPED)
def test_the_example_is_valid_and_stays_as_it_is(pattern):
    example = typed(pattern, DEFAULT_TEXTS[pattern])
    assert typed(pattern, example.text) == example
    assert example.inputs.dtype == np.float32
    assert example.inputs.shape[1:] == PATTERNS[pattern].input_shape


def test_what_each_model_reads_and_should_answer():
    digits = typed("many_to_one", "314 159")
    assert digits.text == "3,1,4,1,5,9"
    assert_allclose(digits.inputs[0, :, 0], [0.3, 0.1, 0.4, 0.1, 0.5, 0.9])
    assert_allclose(digits.right_answers, [[2.3]])
    assert typed("encoder_decoder", "3,0,1,2,4").right_answers.tolist() == [[4, 2, 1, 0, 3]]
    assert typed("encoder_decoder", "30124").inputs[0].argmax(-1).tolist() == [3, 0, 1, 2, 4]
    assert typed("many_to_many", "01101001").right_answers[0, :, 0].tolist() == [0, 1, 0, 0, 1, 1, 1, 0]
    assert typed("one_to_many", "12").inputs.tolist() == [[0.5]]
    assert_allclose(typed("one_to_many", "12").right_answers[0, [0, 3, 9], 0], [0, 1, -1], atol=1e-6)
    assert_allclose(typed("one_to_one", "0.1 0.5").right_answers, [[0.342], [0.95]], atol=1e-6)
    waves = typed("autoencoder", DEFAULT_TEXTS["autoencoder"])
    assert_allclose(waves.right_answers, waves.inputs)


@pytest.mark.parametrize(
    ("pattern", "text", "said"),
    [
        ("many_to_one", "3 1 4", "This model reads 6 values, not 3."),
        ("many_to_one", "", "The sequence is empty"),
        ("many_to_one", "3 1 4 1 5 <b>", "“<b>” at position 6 is not in the alphabet"),
        ("many_to_many", "0 1 2 0 1 0 1 0", "“2” at position 3 is not in the alphabet"),
        ("encoder_decoder", "5 0 1 2 3", "not in the alphabet"),
        ("one_to_many", "5", "The number at position 1 must be between 6 and 24, not 5."),
        ("one_to_many", "6 7", "This model reads 1 values, not 2."),
        ("one_to_one", "0.5 1.2", "The number at position 2 must be between 0 and 1, not 1.2."),
        ("one_to_one", "0.1 " * 11, "This model reads 1 … 10 values, not 11."),
        ("autoencoder", "nan " * 10, "is not a finite number"),
        ("autoencoder", "1 2 3", "This model reads 10 values, not 3."),
        ("many_to_one", "1 " * 100_000, "Too many values"),
    ],
)
def test_what_is_wrong_is_said(pattern, text, said):
    with pytest.raises(InputError) as raised:
        typed(pattern, text)
    assert said in str(raised.value)


@given(st.sampled_from(TYPED), st.text(max_size=40))
def test_whatever_is_typed_is_taken_or_told(pattern, text):
    try:
        taken = typed(pattern, text)
    except InputError:
        return
    assert taken.inputs.shape[1:] == PATTERNS[pattern].input_shape
    assert np.isfinite(taken.inputs).all()
    assert typed(pattern, taken.text).inputs.tobytes() == taken.inputs.tobytes()
