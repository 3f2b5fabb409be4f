"""The page Step through, without a browser: controls, links, bad input, both languages."""

import numpy as np
import pytest

from lstm_viz.engine.models import recorded_by_keras
from lstm_viz.lessons.step_through.settings import PANELS
from tests.support.app import open_app, tokens, try_this, viewer_data, viewer_values, words


def test_the_page_opens_on_the_memory_pair_with_the_numbers_of_keras():
    app = open_app()
    assert tokens(app, 0) == ["3", "0", "1", "2"]
    assert tokens(app, 1) == ["4", "0", "1", "2"]
    recorded = recorded_by_keras(8)["hidden"]
    for sequence in (0, 1):
        np.testing.assert_allclose(viewer_values(app, sequence, "hidden"), recorded[sequence], atol=1e-6, rtol=0)
    predictions = viewer_data(app)["sequences"][1]["predictions"]
    assert [each["label"] for each in predictions] == ["0", "1", "2", "4"]
    assert all(each["correct"] and each["probability"] > 0.99 for each in predictions)


@pytest.mark.parametrize(
    ("sequence", "text", "says"),
    [
        ("a", "3,0,9", "“9” at position 3 is not in the alphabet"),
        ("a", "", "The sequence is empty"),
        ("a", "3", "One symbol is not enough"),
        ("a", "3," * 100_000, "Too many values (100,000)"),
        ("a", "3, nan", "“nan” at position 2 is not in the alphabet"),
        ("b", "<b>4</b>", "“<b>4</b>” at position 1"),
    ],
)
def test_bad_input_is_explained_and_what_was_there_stays(sequence, text, says):
    app = open_app()
    before, link = viewer_data(app), dict(app.query_params)
    app.text_input(key=sequence).set_value(text).run()
    assert not app.exception
    assert any(says in each for each in words(app))
    assert viewer_data(app) == before
    assert dict(app.query_params) == link


def test_a_sequence_that_is_right_again_is_shown():
    app = open_app()
    app.text_input(key="a").set_value("3, 9").run()
    app.text_input(key="a").set_value("0 1 2").run()
    assert tokens(app) == ["0", "1"]
    assert not any("alphabet" in each for each in words(app))
    assert app.query_params["a"] == "0,1,2"


def test_a_shorter_sequence_moves_the_cursor_before_it_is_drawn():
    """Otherwise the browser reports the step itself, in a run of its own."""
    app = open_app(b="", step="4")
    app.text_input(key="a").set_value("3 0 1").run()
    assert (viewer_data(app)["cursor"]["time"], app.query_params["step"]) == (1, "2")


def test_while_a_sequence_is_wrong_the_other_controls_still_count():
    app = open_app(model="untrained")
    app.text_input(key="a").set_value("9").run()
    app.selectbox(key="model").set_value("constant").run()
    assert viewer_data(app)["title"] == "LSTM, 8 units, all kernels 0.1"
    assert tokens(app) == ["3", "0", "1", "2"]


def test_each_kind_of_input_keeps_what_was_typed_and_its_model():
    app = open_app(model="trained-20", a="0,0,1,2", b="")
    app.get_by_key("input").set_value("series").run()
    assert viewer_data(app)["title"].startswith("LSTM, 8 units, untrained")
    app.get_by_key("input").set_value("symbols").run()
    assert viewer_data(app)["title"] == "LSTM, 20 units, trained on the memory pair"
    assert tokens(app) == ["0", "0", "1"]


@pytest.mark.parametrize(
    ("query", "step", "cursor"),
    [
        ({"b": "4,0", "show": "A-B"}, "1", 0),
        ({"b": "4,0", "show": "B"}, "1", 0),
        ({"a": "3,0", "b": "4,0,1,2,4", "step": "4"}, "1", 0),
        ({"a": "3,0", "b": "4,0,1,2,4", "step": "4", "show": "B"}, "4", 3),
    ],
)
def test_viewer_panels_and_link_stand_at_the_same_step(query, step, cursor):
    app = open_app(**query)
    assert app.query_params["step"] == step
    assert viewer_data(app)["cursor"]["time"] == cursor


def test_what_to_look_for_belongs_to_what_is_shown():
    def advice(**query):
        return " ".join(each.value for each in open_app(**query).markdown)

    assert "both read 0, 1, 2" in advice()
    assert "unit 4" not in advice(model="untrained")
    numbers = advice(input="series")
    assert "A − B" not in numbers
    assert "forget gate" not in advice(model="untrained", layer="simple_rnn")


def test_nothing_to_compare_shows_one_sequence():
    app = open_app()
    app.text_input(key="b").set_value("").run()
    assert [each["name"] for each in viewer_data(app)["sequences"]] == ["A"]
    assert app.query_params["b"] == ""


def test_another_kind_of_input_brings_its_example_and_its_models():
    app = open_app()
    app.get_by_key("input").set_value("rows").run()
    assert app.text_area(key="a").value.splitlines()[0] == "0.1, 4.2, 1.5, 1.1, 2.8"
    assert app.selectbox(key="model").options == ["Untrained, from a seed", "Constant kernels 0.1"]
    assert tokens(app) == ["row 1", "row 2", "row 3", "row 4"]
    assert viewer_data(app)["sequences"][0]["predictions"] is None


def test_rows_on_constant_weights_give_the_tutorials_numbers():
    app = open_app(input="rows", model="constant", units="3")
    expected = np.array([0.35906, 0.55111, 0.59116, 0.63031])
    np.testing.assert_allclose(viewer_values(app, 0, "hidden"), np.repeat(expected[:, None], 3, axis=1), atol=5e-6)


@pytest.mark.parametrize(("layer", "kind"), [("LSTM", "lstm"), ("GRU", "gru"), ("SimpleRNN", "simple_rnn")])
def test_every_layer_can_be_stepped_through(layer, kind):
    app = open_app(model="untrained")
    app.get_by_key("layer").set_value(kind).run()
    app.slider(key="units").set_value(11).run()
    data = viewer_data(app)
    assert (data["kind"], data["units"]) == (kind, 11)
    assert data["title"] == f"{layer}, 11 units, untrained, seed 1"
    assert app.query_params["layer"] == kind


def test_a_seed_makes_another_model():
    first, second = (viewer_values(open_app(model="untrained", seed=seed), 0, "cell") for seed in ("1", "2"))
    assert not np.array_equal(first, second)


def test_a_link_opens_the_very_same_view():
    app = open_app(a="0,1,2,3", b="1,1,1", model="untrained", units="5", seed="7", step="2", unit="3", show="B")
    data = viewer_data(app)
    assert data["cursor"] == {"time": 1, "unit": 2, "show": "B"}
    assert (tokens(app, 0), tokens(app, 1), data["units"]) == (["0", "1", "2"], ["1", "1"], 5)
    again = viewer_data(open_app(**dict(app.query_params)))
    assert again == data


def test_a_tampered_link_shows_the_nearest_view_and_says_what_was_ignored():
    app = open_app(model="<b>evil</b>", a="3,9", step="77", lang="xx")
    assert tokens(app) == ["3", "0", "1", "2"]
    assert viewer_data(app)["cursor"]["time"] == 3
    said = " ".join(words(app))
    assert "“model” cannot be “<b>evil</b>”" in said
    assert "The link's sequence A was replaced. “9” at position 2" in said
    assert "“lang” cannot be “xx”" in said
    assert "“step” is too large" in said
    app.text_input(key="a").set_value("3 0 1").run()
    assert "evil" not in " ".join(words(app))


def test_try_this_opens_its_view():
    app = open_app()
    try_this(app, 0)
    assert viewer_data(app)["cursor"] == {"time": 1, "unit": 3, "show": "A-B"}
    assert app.query_params["show"] == "A-B"


def test_korean_is_chosen_by_the_link_by_the_browser_and_on_the_page():
    assert open_app(lang="ko").title[0].value == "단계별로 보기"
    app = open_app()
    app.get_by_key("lang").set_value("ko").run()
    assert app.title[0].value == "단계별로 보기"
    assert app.query_params["lang"] == "ko"
    assert viewer_data(app)["text"]["copy_link"] == "링크 복사"


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("b", ["4,0", ""], ids=["B shorter", "A alone"])
def test_every_panel_stands_at_the_last_step_of_the_longer_sequence(panel, b):
    app = open_app(panel=panel, b=b, step="4", unit="8")
    assert not app.exception
    assert app.query_params["panel"] == panel
    assert (app.query_params["step"], app.query_params["unit"]) == ("4", "8")
