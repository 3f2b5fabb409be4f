"""Old code on the page Stateful: examples, a visitor's own, what cannot be read."""

import pytest

from lstm_viz.lessons.stateful.settings import OWN
from lstm_viz.old_code.prepare import LONGEST
from tests.support.app import codes, markdown, words
from tests.support.stateful import open_stateful


def test_old_code_of_ones_own(keras_here):
    app = open_stateful(panel="old_code")
    assert "what you have to rewrite" not in markdown(app).lower()
    app.button(key="stateful_edit").click().run()
    assert app.text_area(key="stateful_old").value.startswith("from keras.models import Sequential")
    app.text_area(key="stateful_old").set_value("model.reset_states()\nthing.reset_states()").run()
    assert "for layer in model._flatten_layers():" in codes(app)
    assert "- Line 2: `reset_states()`: if this is a model" in markdown(app)
    assert (app.query_params["example"], app.query_params["old"]) == (OWN, "model.reset_states()\nthing.reset_states()")
    again = open_stateful(panel="old_code", example=OWN, old=app.query_params["old"])
    assert "for layer in model._flatten_layers():" in codes(again)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a = 1\nif a\n", "Line 2 is not valid Python: expected ':'. Nothing was rewritten."),
        ("", "There is no code."),
        ("x" * (LONGEST + 1), "10,001 characters are too many"),
    ],
)
def test_what_cannot_be_rewritten_is_told_beside_it_and_stays(keras_here, text, says):
    app = open_stateful(panel="old_code", example=OWN, old="x = 1")
    app.text_area(key="stateful_old").set_value(text).run()
    assert not app.exception
    assert any(says in word for word in words(app))
    assert app.text_area(key="stateful_old").value == text
    assert len(app.query_params["old"]) <= LONGEST
