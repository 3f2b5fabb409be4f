"""The script of the page Attention prints the weights and the answers of the page."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.attention.code import attention_code
from lstm_viz.lessons.attention.trained import model_of
from lstm_viz.lessons.attention.typed import typed
from tests.support.scripts import printed_by

TEXTS = [("reverse", "ABCD"), ("reverse", "HHGGFFEEDDCCBBAA"), ("dates", "31 May 2026")]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_the_script_gives_the_same_weights_and_answers(name, text, tmp_path):
    shown, model = typed(name, text), model_of(name)
    printed = printed_by(attention_code(shown, width=3), tmp_path)
    greedy, (head, *rest) = model.greedy(shown.text, shown.most), printed.split("attention weights")
    body, *beams = rest[0].split("beam search ")
    assert head.split()[2] == shown.task.text(np.array(greedy.said))
    assert_allclose(float(head.split()[3]), greedy.log_probability, atol=1e-5)
    weights = model.free(shown.text, shown.most).weights
    numbers = np.array(re.findall(r"\d+\.\d*(?:e-?\d+)?", body), float)
    assert_allclose(numbers, weights.ravel(), atol=1e-6)
    kept = model.beam(shown.text, width=3, most=shown.most)[-1]
    assert [each.split()[0] for each in beams] == [shown.task.text(np.array(each.said)) for each in kept]
    assert_allclose([float(each.split()[1]) for each in beams], [each.log_probability for each in kept], atol=1e-4)
