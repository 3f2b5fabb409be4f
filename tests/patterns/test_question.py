"""Predict first: the answers come from Keras, and every choice is explained."""

from dataclasses import replace

import pytest

from lstm_viz.keras_errors import KerasError
from lstm_viz.patterns.catalogue import PATTERNS
from lstm_viz.patterns.compute import switched
from lstm_viz.patterns.typed import DEFAULT_TEXTS, typed
from lstm_viz.ui.patterns.question import sequences_question, shape_question
from lstm_viz.ui.patterns.shown import Shown
from tests.patterns.runs import TYPED, build, built, trained


def shown(pattern: str, run=None) -> Shown:
    return Shown(pattern, typed(pattern, DEFAULT_TEXTS[pattern]), run or trained(pattern), None, str)


@pytest.mark.parametrize("pattern", TYPED)
def test_the_right_shape_is_that_of_keras(pattern):
    question = shape_question(shown(pattern))
    assert question.answer == str(trained(pattern).layers[-1].output_shape)
    assert len(question.options) >= 3


def test_another_shape_turns_the_answer():
    run = trained("many_to_one")
    layers = (*run.layers[:-1], replace(run.layers[-1], output_shape=(None, 6, 1)))
    question = shape_question(shown("many_to_one", replace(run, layers=layers)))
    assert question.answer == "(None, 6, 1)"


def test_why_a_shape_is_wrong():
    why = shape_question(shown("many_to_one")).why
    assert why["(None, 6, 1)"].startswith("That would be an output for each step")
    assert why["(None, 12)"].startswith("12 is the size of the LSTM's output; the last layer gives 1")
    assert why["(None, 1)"] == "One vector of 1 for each sample: the steps are gone."
    assert shape_question(shown("many_to_many")).why["(None, 1)"].startswith("That would be one output for the whole")


def test_a_model_of_ones_own_is_asked_for_its_shape():
    made = build(outputs=0)
    question = shape_question(Shown("many_to_one", made, built(outputs=0), None, str))
    assert question.answer == "(None, 12)"


def test_the_first_of_two_must_return_its_sequence_because_keras_says_so():
    blueprint = PATTERNS["stacked"]
    made = switched(blueprint)
    question = sequences_question(blueprint, made, str)
    assert question.answer == "The first"
    assert "Keras refuses it: `Input 0" in question.why["Neither"]
    assert "less is enough" in question.why["Both"]
    refusing = {switches: KerasError("ValueError", "no") if not all(switches) else (None, 8, 1) for switches in made}
    assert sequences_question(blueprint, refusing, str).answer == "Both"
