"""Predict first on the page Stateful: the right answer is what Keras gave."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.stateful import charts, do, everything, open_stateful


def ask(app: AppTest) -> AppTest:
    app.toggle(key="stateful_predict").set_value(True).run()
    assert not app.exception
    return app


def test_predict_first_hides_the_lanes_until_one_has_chosen(keras_here):
    app = ask(open_stateful())
    assert charts(app) == []
    question = app.radio(key="stateful_predicted")
    assert question.label == "Which state did tank 2 start from when batch 2 was read?"
    assert question.options == ["Zeros", "What tank 2 held after batch 1", "What tank 1 held after batch 1"]
    question.set_value(1).run()
    assert len(app.success) == 1
    assert len(charts(app)) == 1
    do(do(app, "reset"), "next")
    assert charts(app) == []
    app.radio(key="stateful_predicted").set_value(1).run()
    assert "lost when the states were reset" in app.warning[0].value
    assert app.info[0].value.startswith("The answer is Zeros.")


@pytest.mark.parametrize(
    ("query", "right", "wrong"),
    [
        ({"panel": "ways"}, 0, 1),
        ({"panel": "ways", "length": "12"}, 2, 0),
        ({"panel": "mistakes"}, 1, 0),
        ({"panel": "mistakes", "tanks": "1"}, 0, 1),
        ({"panel": "mistakes", "mistake": "no_reset"}, 1, 0),
        ({"panel": "mistakes", "mistake": "batch_size"}, 2, 0),
        ({"panel": "mistakes", "mistake": "batch_size", "rows": "2"}, 0, 2),
        ({"panel": "mistakes", "mistake": "batch_size", "rows": "3"}, 1, 0),
    ],
)
def test_the_right_answer_is_what_keras_gave(keras_here, query, right, wrong):
    app = ask(open_stateful(**query))
    before = (len(charts(app)), "≠" in everything(app))
    assert before == (0, False)
    app.radio(key="stateful_predicted").set_value(wrong).run()
    assert (len(app.success), len(app.warning)) == (0, 1)
    app.radio(key="stateful_predicted").set_value(right).run()
    assert (len(app.success), len(app.warning)) == (1, 0)
