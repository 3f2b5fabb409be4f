"""Which input mattered, on a page: what is said of both methods, and the baseline input of a link."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_viz.app.attribution import Asked, told
from lstm_viz.explain.attribution import Attribution
from tests.explain.test_attribution import answer
from tests.support.app import open_page


def said(integrated, occluded, **changed) -> str:
    values = {"answer": 1.5, "baseline_answer": 0.5, "time": 2, "together": 1, "steps": 17, **changed}
    found = Attribution(integrated=integrated, occluded=np.array(occluded), **values)
    asked = Asked(answer(steps=2, features=1), "Forecast", "key", tokens=["7", "8"], features=["a"], zero=10.0)
    return " ".join(told(found, asked, "zeros"))


@pytest.mark.parametrize(
    ("occluded", "why"),
    [
        (
            [[0.25], [0.25]],
            "They differ most at step 1 (7): +0.75 by integrated gradients, +0.25 by occlusion. If this input alone",
        ),
        ([[2.0], [0.25]], "changes by more than its contribution"),
        ([[-1.0], [0.25]], "in the opposite direction"),
        ([[0.75], [0.25]], "Nowhere do they differ"),
    ],
)
def test_the_sum_stands_beside_the_difference_and_the_methods_are_compared(occluded, why):
    words = said(np.array([[0.75], [0.25]]), occluded)
    assert "Forecast: 11.5. For the baseline input (zeros) it is 10.5; the difference is +1." in words
    assert "the contributions add up to +1, after 17 gradients; relative error: 0e+00" in words
    assert why in words


def test_what_does_not_add_up_or_has_no_gradient_is_said():
    assert "do not add up here: their sum is +0.9" in said(np.array([[0.65], [0.25]]), [[0.7], [0.25]])
    words = said(None, [[0.9]], without_gradient=("dot",), together=2)
    assert "the gradient through dot cannot be computed" in words
    assert "Steps that are occluded together: 2." in words


def test_a_large_model_is_run_when_it_is_asked_for(monkeypatch):
    monkeypatch.setattr("lstm_viz.app.attribution.LARGE", 0)
    page = open_page("text", panel="mattered")
    assert not any("add up to" in text.value for text in page.text)
    next(button for button in page.button if button.label == "Compute it").click().run()
    assert any("add up to" in text.value for text in page.text)
    page.run()  # and what was found stays
    assert any("add up to" in text.value for text in page.text)


def test_a_link_holds_the_baseline_input_and_another_sample_must_be_as_long():
    same = open_page("text", panel="mattered", baseline="other", a="the film was good", b="the film was bad")
    assert any("(sentence B)" in text.value for text in same.text)
    other = open_page("text", panel="mattered", baseline="other", a="the film was good", b="bad")
    assert any("(zeros)" in text.value for text in other.text)
    assert not other.exception
