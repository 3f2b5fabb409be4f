"""Predict first on the page Shapes: hidden until chosen, told why, and every right answer is computed."""

from dataclasses import replace

import pytest

from lstm_viz.comparison import Claim, Comparison
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.shapes.pipeline import pipeline_of
from lstm_viz.lessons.shapes.results import Sizes, Tried
from lstm_viz.lessons.shapes.ui import questions
from tests.lessons.shapes.cases import CASES
from tests.support.app import open_page

SIZES = Sizes((2, 12), (3, 12), (12,), 72, (1, 5, 3), (1, 3))


def claim(*, equal: bool) -> Claim:
    return Claim(Comparison("a", "b", (1,), (1,), 0.0 if equal else 1.0), "holds", "fails")


@pytest.mark.parametrize("name", CASES)
def test_the_shape_that_is_right_is_that_of_x_among_others(name):
    question = questions.shape_question(CASES[name], pipeline_of(CASES[name], str))
    assert question.answer == str(pipeline_of(CASES[name], str).x.shape)
    assert len(question.options) >= 3


def test_what_is_right_of_scaling_follows_the_numbers():
    def answer(train, everything):
        claims = {"train": claim(equal=train), "all": claim(equal=everything)}
        return questions.scaling_question(CASES["sine"], claims).answer

    assert answer(True, False) == "the one fitted on everything"
    assert answer(False, True) == "the one fitted on the training part"
    assert answer(False, False) == "both"
    assert answer(True, True) == "neither"


def test_what_is_right_of_padding_follows_the_numbers():
    def answer(**equal):
        claims = {name: claim(equal=is_equal) for name, is_equal in equal.items()}
        return questions.padding_question(CASES["text, pre"], claims).answer

    assert answer(masked=True, unmasked=False) == "only with the mask"
    assert answer(masked=True) == "with and without the mask"
    assert answer(masked=False, unmasked=False) == "with neither"
    assert answer(masked=False, unmasked=True) == "only without the mask"


def test_what_is_right_of_units_follows_the_numbers():
    sizes = dict.fromkeys(("chosen", "timesteps", "units", "features"), SIZES)
    sizes |= {"units": replace(SIZES, parameters=112), "features": replace(SIZES, parameters=84)}
    assert questions.units_question(sizes).answer == "72"
    longer = sizes | {"timesteps": replace(SIZES, parameters=90)}
    assert questions.units_question(longer).answer == "90"


def test_what_is_right_of_a_shape_follows_keras():
    assert questions.helper_question(Tried((3, 4), KerasError("ValueError", "no"))).answer == ("it raises an error")
    assert questions.helper_question(Tried((3, 4, 5), (3, 4))).answer == "it accepts it and returns an array"


def test_the_answer_is_hidden_until_one_has_chosen():
    app = open_page("shapes", source="sine", predict="True")
    question = app.radio(key="shapes_predicted")
    assert question.label == "What is the shape of X?"
    assert not app.code
    wrong = question.options.index("(91, 10, 1)")
    question.set_value(wrong).run()
    assert "one more" in app.warning[0].value
    assert "(90, 10, 1)" in app.info[0].value
    assert app.code
    app.slider(key="shapes_look_back").set_value(12).run()
    assert not app.code, "another shape is asked for again"
    right = app.radio(key="shapes_predicted").options.index("(88, 12, 1)")
    app.radio(key="shapes_predicted").set_value(right).run()
    assert app.success
    assert app.query_params["predict"] == "True"
