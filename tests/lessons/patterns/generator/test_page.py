"""The text generator on the page, without a browser: its text, its settings, its panels, what is refused."""

import json

import pytest

from lstm_viz.lessons.patterns.catalogue import GENERATOR
from lstm_viz.lessons.patterns.generator.request import Request
from lstm_viz.lessons.patterns.generator.sentences import vocabulary
from lstm_viz.lessons.patterns.settings import PANELS
from tests.lessons.patterns.generator.texts import generated
from tests.support.app import words
from tests.support.patterns import drawing, open_patterns, said, tensors

DEFAULT = Request("the cat", generated=10, temperature=0.5, seed=1)


@pytest.fixture(autouse=True)
def asked(keras_here) -> list[str]:
    """The functions that the worker was asked for."""
    return keras_here.asked


def open_generator(**query: str):
    return open_patterns(pattern=GENERATOR, **query)


def line(request: Request) -> str:
    """The text as the page shows it."""
    return f"{request.text} → {' '.join(generated(request).generated)}"


def chart(app) -> str:
    """What the chart of the next words says."""
    return json.loads(app.get("vega_lite_chart")[0].proto.spec)["description"]


def test_it_opens_with_a_text_its_layers_and_the_words_that_might_have_come():
    app = open_generator()
    assert 'keras.Input((None,), dtype="int32"),\n    layers.Embedding(71, 8),\n    layers.GRU' in app.code[0].value
    assert line(DEFAULT) in said(app)
    assert drawing(app)["title"] == f"Text generator: {line(DEFAULT)}"
    assert tensors(app) == {
        "inputs": [1, 11],
        "embedding": [1, 11, 8],
        "gru": [1, 11, 32],
        "gru_1": [1, 11, 32],
        "time_distributed": [1, 11, 71],
    }
    assert "the probability at temperature 0.5" in chart(app)
    assert "1 of 1 finished sentences follow the grammar" in said(app)
    assert "99.8% of 893 at temperature 0.5" in said(app)


def test_temperature_seed_and_number_give_another_text_and_are_in_the_link():
    app = open_generator(input="The cats", temperature="3", seed="2", generated="16")
    asked = Request("the cats", generated=16, temperature=3.0, seed=2)
    assert line(asked) in said(app)
    assert "the probability at temperature 3" in chart(app)
    assert (app.query_params["input"], app.query_params["temperature"]) == ("the cats", "3")
    app.button_group(key="patterns_temperature").set_value("0").run()
    assert line(Request("the cats", generated=16, temperature=0.0, seed=2)) in said(app)
    app.slider(key="patterns_generated").set_value(3).run()
    app.number_input(key="patterns_seed").set_value(9).run()
    assert line(Request("the cats", generated=3, temperature=0.0, seed=9)) in said(app)
    link = {name: app.query_params[name] for name in ("temperature", "seed", "generated")}
    assert link == {"temperature": "0", "seed": "9", "generated": "3"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [("the **zebra**", "The model does not know “**zebra**”"), ("  ", "The beginning is empty.")],
)
def test_what_is_refused_is_told_and_the_text_stays(typed, told):
    app = open_generator(input="할머니께서 마당에서")
    app.text_input(key="patterns_input").set_value(typed).run()
    assert any(told in text for text in words(app))
    assert line(Request("할머니께서 마당에서", 10, 0.5, 1)) in said(app)
    assert app.query_params["input"] == "할머니께서 마당에서"


def test_the_words_that_it_knows_are_listed_at_the_field():
    assert f"The model knows 71 words: {' '.join(vocabulary())}" in said(open_generator())


@pytest.mark.parametrize("panel", PANELS)
def test_every_panel_opens(panel):
    app = open_generator(panel=panel)
    assert app.query_params["panel"] == panel
    assert not app.error
    assert not app.warning
    assert not app.exception


def test_the_viewer_is_given_the_trace_that_equals_keras():
    app = open_generator(panel="trace", layer="2", step="3")
    data, text = drawing(app), generated(DEFAULT)
    assert data["sequences"][0]["tokens"] == list(text.words[:-1])
    assert [each["label"] for each in data["sequences"][0]["predictions"]][1] == vocabulary()[
        text.probabilities[0].argmax()
    ]
    assert "trace.hidden = keras_sequence" in said(app)
    assert "≠" not in said(app)
    assert "state_c" not in said(app)


def test_later_words_change_nothing_on_the_page():
    lines = said(open_generator(panel="equal"))
    assert "p = model(text)[0, given - 1:]" in lines
    assert "TimeDistributed(Dense)(x) = Dense(x)" in lines


def test_predict_first_asks_for_the_shape_and_then_shows_the_text():
    app = open_generator(predict="True")
    assert line(DEFAULT) not in said(app)
    question = app.radio(key="patterns_predicted")
    assert "(None, None, 71)" in question.options
    question.set_value(question.options.index("(None, None, 71)")).run()
    assert line(DEFAULT) in said(app)


def test_the_same_text_is_asked_of_keras_once(asked):
    app = open_generator(input="the dog")
    app.button_group(key="patterns_panel").set_value("equal").run()
    assert asked == ["generate"]
