"""Integrated gradients and occlusion: they add up where they must, and tell what they do not."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_viz.engine.cell import GATES
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.explain import attribution as attributions
from lstm_viz.explain.attribution import TOLERANCE, Attribution, attribution, baselines
from lstm_viz.model_files.answer import Answer, answer_of_graph
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.recurrent_layer import stacked
from tests.engine.layers import random


def answer(kind="lstm", *, steps=12, features=3, units=8, scale=1.0, gain=1.0, head="linear", **options):
    """The answer of input → recurrent layer → Dense(1)."""
    gates = len(GATES[kind])
    kernels = {
        "kernel": random(features, gates * units, seed=1, scale=scale),
        "recurrent_kernel": random(units, gates * units, seed=2, scale=scale / units**0.5),
    }
    weights = RecurrentWeights(kind, **kernels, **options)
    graph = stacked([weights], random(units, 1, seed=3, scale=gain), np.zeros(1, "float32"), head)
    return answer_of_graph(graph, {0: Value(random(1, steps, features, seed=4))}, index=(0,))


@pytest.mark.parametrize("baseline", ["zeros", "mean"])
@pytest.mark.parametrize("head", ["linear", "sigmoid"])
@pytest.mark.parametrize("kind", GATES)
def test_the_parts_add_up(kind, head, baseline):
    asked = answer(kind, head=head)
    found = attribution(asked, baselines(asked)[baseline])
    assert found.adds_up
    assert abs(found.integrated.sum() - (found.answer - found.baseline_answer)) <= TOLERANCE * abs(found.difference)


@pytest.mark.parametrize("activation", ["hard_sigmoid", "hard_sigmoid_keras2", "relu"])
def test_corners_take_more_steps_and_add_up(activation):
    asked = answer(activation="relu", recurrent_activation=activation if activation != "relu" else "sigmoid")
    smooth = answer()
    found = attribution(asked, baselines(asked)["zeros"])
    assert found.steps > attribution(smooth, baselines(smooth)["zeros"]).steps
    assert found.adds_up


def test_a_steep_place_on_the_way_is_found():
    """The sigmoid of a large logit is flat nearly everywhere: equal steps would miss where it rises."""
    asked = answer(head="sigmoid", scale=2.0, gain=200.0)
    found = attribution(asked, baselines(asked)["mean"])
    assert abs(found.difference) > 0.9
    assert found.adds_up


@pytest.mark.parametrize("most", [100, 2**12])
def test_few_inputs_are_held_at_a_time(monkeypatch, most):
    monkeypatch.setattr(attributions, "MOST_OCCLUSIONS", most)  # all features of a step together, or each alone
    asked = answer(steps=20, features=10)
    expected = attribution(asked, baselines(asked)["zeros"])
    held, numbers = [], Answer.numbers
    monkeypatch.setattr(Answer, "numbers", lambda self, points: held.append(points.size) or numbers(self, points))
    monkeypatch.setattr(attributions, "MOST_HELD", 600)
    found = attribution(asked, baselines(asked)["zeros"])
    assert found.occluded.shape == (20, 1 if most == 100 else 10)
    np.testing.assert_allclose(found.occluded, expected.occluded, atol=1e-6)
    assert max(held) <= 600
    assert found.steps <= attributions.LEAST


def test_where_they_do_not_add_up_it_is_said(monkeypatch):
    monkeypatch.setattr(attributions, "MOST_STEPS", 32)
    asked = answer(scale=4.0, activation="relu", recurrent_activation="hard_sigmoid")
    found = attribution(asked, baselines(asked)["zeros"])
    assert not found.adds_up
    assert found.rest > TOLERANCE


def test_of_what_is_linear_both_methods_say_the_same():
    asked = answer("simple_rnn", activation="linear")
    found = attribution(asked, baselines(asked)["mean"])
    np.testing.assert_allclose(found.integrated, found.occluded, atol=1e-5)
    assert found.agreement == pytest.approx(1, abs=0.01)
    assert found.apart is None


def test_an_input_that_is_the_baseline_and_one_that_is_not_read_get_nothing():
    asked = answer()
    base = np.zeros_like(asked.given)
    base[3] = asked.given[3]
    found = attribution(asked, base)
    assert not found.integrated[3].any()
    assert not found.occluded[3].any()


def test_redundant_inputs_are_told_apart():
    """Either of two ones is enough: without one of them nothing falls, but they share the answer."""
    found = Attribution(1.0, 0.0, np.array([[0.5], [0.5], [0.0]]), np.array([[0.0], [0.0], [0.0]]), 3, 1, 32)
    assert found.apart == (0, 0, 0.5, 0.0)
    assert found.agreement is None


def test_too_many_inputs_are_occluded_together(monkeypatch):
    asked = answer(steps=13)
    monkeypatch.setattr(attributions, "MOST_OCCLUSIONS", 13)
    by_step = attribution(asked, baselines(asked)["zeros"])
    monkeypatch.setattr(attributions, "MOST_OCCLUSIONS", 4)
    monkeypatch.setattr(attributions, "LEAST", 1)
    by_fours = attribution(asked, baselines(asked)["zeros"])
    assert (by_step.occluded.shape, by_step.together) == ((13, 1), 1)
    assert (by_fours.occluded.shape, by_fours.together) == ((4, 1), 4)
    np.testing.assert_allclose(
        by_fours.integrated_together[:, 0],
        by_step.integrated.sum(axis=1).cumsum()[[3, 7, 11, 12]]
        - [0, *by_step.integrated.sum(axis=1).cumsum()[[3, 7, 11]]],
    )
    everything = asked.given.copy()
    everything[12:] = 0
    assert by_fours.occluded[3, 0] == pytest.approx(by_fours.answer - asked.numbers(everything[None])[0])


def test_many_samples_are_computed_in_parts(monkeypatch):
    asked = answer()
    whole = attribution(asked, baselines(asked)["zeros"])
    monkeypatch.setattr("lstm_viz.model_files.answer.MOST_AT_ONCE", 5 * asked.size)
    parts = attribution(asked, baselines(asked)["zeros"])
    np.testing.assert_allclose(parts.integrated, whole.integrated, atol=1e-6)
    np.testing.assert_allclose(parts.occluded, whole.occluded, atol=1e-6)


def test_a_layer_without_a_gradient_leaves_occlusion():
    asked = answer(activation="softmax")
    found = attribution(asked, baselines(asked)["zeros"])
    assert found.integrated is None
    assert found.without_gradient == ("layer 1",)
    assert found.occluded.shape == (12, 3)


def test_a_baseline_of_another_shape_is_refused():
    with pytest.raises(ValueError, match=r"must have shape \(12, 3\)"):
        attribution(answer(), np.zeros((11, 3)))
