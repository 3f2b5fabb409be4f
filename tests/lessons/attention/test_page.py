"""The page Attention, without a browser: tasks, steps, panels, links, what goes wrong."""

import re

import numpy as np
import pytest

from lstm_viz.lessons.attention.settings import PANELS, SETTINGS
from lstm_viz.lessons.attention.trained import model_of, story
from tests.support.app import codes, open_page, words
from tests.support.patterns import said

LONG = "CCCDEBBFFA"


@pytest.fixture(autouse=True)
def asked(keras_here) -> list[str]:
    """The functions that the worker was asked for."""
    return keras_here.asked


def open_attention(**query: str):
    return open_page("attention", **query)


def column(app, number: int, name: str) -> list:
    """A column of a table; its numbers as numbers."""
    cells = app.table[number].value[name].tolist()
    return [value(cell) for cell in cells] if re.fullmatch(r"−?\d+\.\d+", cells[0]) else cells


def value(cell: str) -> float:
    return float(cell.replace("−", "-"))


def test_the_first_view_is_a_date_with_its_map_and_its_answer(asked):
    app = open_attention()
    assert "31 may 2026 → 2026-05-31" in words(app)
    assert app.get("vega_lite_chart")
    assert f"{story('dates').right:.1%}" in said(app)
    assert asked == []
    assert {name: app.query_params[name] for name in SETTINGS} == {
        name: str(value) for name, value in SETTINGS.read({})[0].items()
    }


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("task", ["reverse", "dates"])
def test_each_panel_opens_from_its_link(task, panel):
    app = open_attention(task=task, panel=panel)
    assert app.query_params["panel"] == panel
    assert not app.warning


def test_a_step_shows_its_scores_its_weights_and_the_probabilities():
    app = open_attention(task="reverse", input="ABCD", step="2")
    decoded = model_of("reverse").free("ABCD", 20)
    assert np.allclose(column(app, 0, "score"), decoded.scores[1], atol=1e-3)
    assert np.allclose(column(app, 0, "weight"), decoded.weights[1], atol=1e-4)
    assert column(app, 1, "says")[0] == "C"
    app.button_group(key="attention_step").set_value(5).run()
    assert np.allclose(column(app, 0, "weight"), decoded.weights[4], atol=1e-4)
    assert column(app, 1, "says")[0] == "end"
    assert app.query_params["step"] == "5"


def test_the_arithmetic_adds_up():
    app = open_attention(task="reverse", input="ABCD", panel="arithmetic", step="2", at="3", unit="5")
    decoded = model_of("reverse").free("ABCD", 20)
    assert app.dataframe[0].value["product"].sum() == pytest.approx(decoded.scores[1, 2], abs=1e-5)
    powers = np.array(column(app, 0, "exp(…)"))
    assert np.allclose(powers / powers.sum(), column(app, 0, "weight"), atol=1e-3)
    assert sum(column(app, 1, "product")) == pytest.approx(decoded.context[1, 4], abs=1e-3)
    assert f"{decoded.weights[1, 2]:.4f}" in codes(app)
    assert sum(map(float, column(app, 2, "probability"))) == pytest.approx(1, abs=1e-3)


def test_a_chosen_step_that_is_not_there_becomes_the_last():
    app = open_attention(task="reverse", input="AB", step="20", at="16")
    assert (app.query_params["step"], app.query_params["at"]) == ("3", "2")


def test_what_is_typed_is_answered_and_in_the_link():
    app = open_attention(task="reverse")
    app.text_input(key="attention_input").set_value("h e a d").run()
    assert "HEAD → DAEH" in words(app)
    assert app.query_params["input"] == "HEAD"


def test_an_unknown_character_is_told_and_what_was_there_stays():
    app = open_attention(task="reverse", input="ABC")
    app.text_input(key="attention_input").set_value("AB**x**").run()
    assert any("does not know “*”, at position 3" in text for text in words(app))
    assert "ABC → CBA" in words(app)
    assert app.query_params["input"] == "ABC"


def test_another_task_begins_with_its_example():
    app = open_attention()
    app.button_group(key="attention_task").set_value("reverse").run()
    assert "ABCDEFG → GFEDCBA" in words(app)


def test_where_teacher_forcing_and_free_running_part_is_marked():
    model = model_of("reverse")
    wrong = model.free(LONG, 20).before.tolist()
    right = model.forced(LONG, LONG[::-1]).before.tolist()
    parts = next(at for at, (one, other) in enumerate(zip(wrong, right, strict=False)) if one != other)
    app = open_attention(task="reverse", input=LONG, panel="forcing")
    table = app.dataframe[0].value
    marks = table["they part"].tolist()
    assert [at for at, mark in enumerate(marks) if mark] == [parts]
    assert table["free running reads"][parts] != table["teacher forcing reads"][parts]
    assert table["free running reads"][:parts].tolist() == table["teacher forcing reads"][:parts].tolist()
    assert any(f"At step {parts} free running says" in text for text in words(app))


def test_without_a_mistake_they_never_part():
    app = open_attention(task="reverse", input="ABC", panel="forcing")
    assert any("never part" in text for text in words(app))
    assert not any(app.dataframe[0].value["they part"])


def test_without_a_right_answer_there_is_no_teacher_forcing():
    app = open_attention(input="31 feb 2026", panel="forcing")
    assert any("no right answer" in text for text in words(app))
    shown = open_attention(input="31 feb 2026", reads="forced")
    assert any("It reads what it said itself" in text for text in words(shown))


def test_the_beam_lists_its_beginnings_with_their_log_probabilities():
    app = open_attention(task="reverse", input=LONG, panel="beam", width="3")
    steps = model_of("reverse").beam(LONG, width=3, most=20)
    shown = app.dataframe[0].value
    assert shown.shape == (len(steps), 4)
    for row, kept in enumerate(steps):
        told = [value(cell.split()[-1]) for cell in shown.iloc[row, 1:] if cell]
        assert told == pytest.approx([each.log_probability for each in kept], abs=1e-4)
    answers = app.table[0].value
    assert answers["log probability"].tolist() == [
        f"{each.log_probability:.4f}".replace("-", "−") for each in (model_of("reverse").greedy(LONG, 20), steps[-1][0])
    ]


def test_keras_returns_what_the_page_shows(asked):
    app = open_attention(task="reverse", panel="equal")
    assert asked == ["run_layers"]
    text = said(app)
    assert "≠" not in text
    assert text.count("Attention()") == 2


def test_the_answer_waits_for_a_prediction_where_one_is_asked_for():
    app = open_attention(task="reverse", input="ABCD", step="1", predict="True")
    assert not app.get("vega_lite_chart")
    question = app.radio(key="attention_predicted")
    question.set_value(3).run()
    assert any(box.value.startswith("Right") for box in app.success)
    assert app.get("vega_lite_chart")


def test_a_mistake_of_the_greedy_search_that_the_beam_does_not_make():
    app = open_attention(task="reverse", input="DEGFDHHAEG", panel="beam")
    answers = app.table[0].value
    assert answers["right"].tolist() == ["✗", "✓"]
    assert any("more probable answer" in text for text in words(app))
