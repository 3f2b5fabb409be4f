"""Predict first: the answers come from Keras, and every choice is explained."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.patterns.catalogue import PATTERNS
from lstm_viz.lessons.patterns.in_keras import output_shape, switched
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, typed
from lstm_viz.lessons.patterns.ui.model import ComputedModel
from lstm_viz.lessons.patterns.ui.questions import built_question, sequences_question, shape_question
from tests.lessons.patterns.runs import TYPED, build, trained


def shown(pattern: str, run=None) -> ComputedModel:
    return ComputedModel(pattern, typed(pattern, DEFAULT_TEXTS[pattern]), run or trained(pattern), None)


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
    assert why["(None, 12)"].startswith("12 is the size of the LSTM's output; the last layer returns vectors of size 1")
    assert why["(None, 1)"] == "One vector of size 1 for each sample: the axis of steps is gone."
    assert shape_question(shown("many_to_many")).why["(None, 1)"].startswith("That would be one output for the whole")


REFUSES = "No shape: Keras raises an error"


def test_a_model_of_ones_own_is_asked_for_its_shape():
    question = built_question(build(outputs=0), output_shape(build(outputs=0).blueprint()))
    assert question.answer == "(None, 12)"
    assert question.options == ("(None, 12)", "(None, 6, 12)", REFUSES)
    assert question.why["(None, 6, 12)"].startswith("That would be an output for each step")
    assert "Keras builds it" in question.why[REFUSES]


def test_a_model_of_ones_own_that_keras_refuses_is_asked_about_in_the_same_way():
    """Neither the question nor what it offers tells that the model is refused."""
    taken, refused = build("stacked"), build("stacked", returns_1=False)
    of_taken, of_refused = (built_question(each, output_shape(each.blueprint())) for each in (taken, refused))
    assert (of_taken.text, of_taken.options) == (of_refused.text, of_refused.options)
    assert of_taken.options == ("(None, 1)", "(None, 6)", "(None, 8, 1)", "(None, 8, 6)", REFUSES)
    assert (of_taken.answer, of_refused.answer) == ("(None, 8, 1)", REFUSES)
    assert "so there is no output" in of_refused.why["(None, 8, 1)"]
    assert "raises an error at this layer: `layers.LSTM(6, return_sequences=True)`." in of_refused.why[REFUSES]
    assert of_refused.why[REFUSES].endswith("is given: (None, 6).")
    assert built_question(refused, (None, 8, 1)).answer == "(None, 8, 1)"


@given(
    st.fixed_dictionaries(
        {
            "steps": st.integers(0, 5),
            "features": st.integers(1, 5),
            "layers": st.integers(1, 3),
            **{f"returns_{n}": st.booleans() for n in (1, 2, 3)},
            **{f"both_{n}": st.booleans() for n in (1, 2, 3)},
            "repeat": st.sampled_from((0, 3)),
            "repeat_at": st.integers(0, 2),
            "outputs": st.integers(0, 4),
            "distributed": st.booleans(),
        }
    )
)
@settings(max_examples=40)
def test_whatever_one_puts_together_the_answer_is_among_the_options(changes):
    made = output_shape(build(**changes).blueprint())
    assert built_question(build(**changes), made).answer == (REFUSES if isinstance(made, KerasError) else str(made))


def test_the_first_of_two_must_return_its_sequence_because_keras_says_so():
    blueprint = PATTERNS["stacked"]
    made = switched(blueprint)
    question = sequences_question(blueprint, made)
    assert question.answer == "The first"
    assert "Keras raises an error: `Input 0" in question.why["Neither"]
    assert "less is enough" in question.why["Both"]
    refusing = {switches: KerasError("ValueError", "no") if not all(switches) else (None, 8, 1) for switches in made}
    assert sequences_question(blueprint, refusing).answer == "Both"
