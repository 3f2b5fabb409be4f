import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES, version_color
from lstm_viz.lessons.memory_lab.charts.answer_steps import answer_steps
from lstm_viz.lessons.memory_lab.charts.answers import answers
from lstm_viz.lessons.memory_lab.charts.versions import DASHES
from tests.charts.specs import channel, layer, mark_of, values_of

BEFORE, AFTER = np.float32([0.0, 0.25, 0.75]), np.float32([0.5, 0.375, 0.125])


def drawn(before=BEFORE, after=AFTER, **options):
    return spec(answers(before, after, **{"gettext": str, "symbols": "abc", "time": 3, "answer": 2, **options}))


def over_steps(before=BEFORE, after=AFTER, **options):
    return spec(answer_steps(before, after, **{"gettext": str, "answers": "abc", "time": 1, **options}))


def many(seed=0, symbols=26):
    return [row.astype("float32") for row in np.random.default_rng(seed).dirichlet(np.ones(symbols), 2)]


def test_each_symbol_has_a_bar_before_and_one_after():
    rows = values_of(drawn(), "bar")
    for version, values in (("before", BEFORE), ("after", AFTER)):
        assert [row["probability"] for row in rows if row["version"] == version] == values.tolist()
    assert [row["text"] for row in rows if row["row"] == 2] == ["75.0%", "12.5%"]


@pytest.mark.parametrize("mode", MODES)
def test_before_and_after_are_told_apart_by_place_and_colour(mode):
    chart = drawn(mode=mode)
    assert channel(chart, "bar", "yOffset")["sort"] == ["before", "after"]
    scale = channel(chart, "bar", "color")["scale"]
    assert scale == {
        "domain": ["before", "after"],
        "range": [version_color("before", mode), version_color("after", mode)],
    }
    assert channel(chart, "bar", "color")["legend"]["symbolType"] == "square"


def test_the_right_answers_row_is_framed_and_said():
    chart = drawn()
    assert values_of(chart, "rect") == [{"row": 2}]
    assert chart["title"]["subtitle"] == ["Framed: the right answer."]
    assert chart["description"].endswith("c: 75.0% before, 12.5% after. The right answer is c.")
    without = drawn(answer=None)
    assert not [each for each in without["layer"] if mark_of(each) == "rect"]
    assert "right" not in without["description"]


def test_of_many_symbols_the_likeliest_and_the_right_one_have_a_row():
    before, after = many()
    answer = int(np.argmin(np.maximum(before, after)))
    alphabet = [chr(ord("a") + index) for index in range(26)]
    chart = drawn(before, after, symbols=alphabet, answer=answer)
    names = channel(chart, "bar", "y")["axis"]["labelExpr"]
    assert f'"{alphabet[answer]}"' in names
    for symbol in np.argsort(-np.maximum(before, after))[:9]:
        assert f'"{alphabet[symbol]}"' in names
    assert '"other symbols: 16"]' in names
    for version in ("before", "after"):
        shown = [row["probability"] for row in values_of(chart, "bar") if row["version"] == version]
        assert len(shown) == 11
        assert sum(shown) == pytest.approx(1, abs=1e-6)
    row = values_of(chart, "rect")[0]["row"]
    framed = [each["probability"] for each in values_of(chart, "bar") if each["row"] == row]
    assert framed == pytest.approx([float(before[answer]), float(after[answer])])


def test_rows_keep_the_alphabets_order():
    before, after = many(symbols=10)
    rows = values_of(drawn(before, after, symbols="abcdefghij", answer=0), "bar")
    assert [np.float32(row["probability"]) for row in rows if row["version"] == "before"] == before.tolist()


def test_symbols_and_titles():
    chart = drawn(symbols=["<a>", "$", "c"], sequence="B", gettext=lambda text: f"«{text}»")
    assert channel(chart, "bar", "y")["axis"]["labelExpr"].startswith('["a", "", "c"]')
    assert chart["title"]["text"] == "B: «Answer after step 4»"


def test_the_lines_are_the_right_answers_own_probabilities():
    rows = values_of(over_steps(tokens="xyz"), "line")
    for version, values in (("before", BEFORE), ("after", AFTER)):
        assert [row["value"] for row in rows if row["version"] == version] == values.tolist()
    assert [row["answer"] for row in rows] == list("abcabc")
    assert over_steps(tokens="xyz")["description"].endswith("At step 2 (y): 25.0% before, 37.5% after.")


@pytest.mark.parametrize("mode", MODES)
def test_before_and_after_are_told_apart_by_dash_and_shape(mode):
    chart = over_steps(mode=mode)
    assert channel(chart, "line", "strokeDash")["scale"]["range"] == [DASHES["before"], DASHES["after"]]
    assert channel(chart, "line", "strokeDash")["legend"] == channel(chart, "line", "color")["legend"]
    before, after = (layer(chart, "point", index) for index in (0, 1))
    assert before["transform"][-1] == {"filter": "(datum.version === 'before')"}
    assert before["transform"][0]["as"] == "title"
    assert before["mark"]["shape"] != after["mark"]["shape"]
    assert before["mark"]["size"] >= 3 * after["mark"]["size"]
    assert "fill" not in before["mark"]
    assert after["mark"]["fill"] == version_color("after", mode)


def test_of_many_steps_those_around_the_cursor_are_drawn():
    values = np.full(200, 0.5)
    chart = over_steps(values, values, answers=["a"] * 200, time=150)
    assert channel(chart, "line", "x")["scale"]["domain"] == list(range(101, 201))
    assert chart["title"]["subtitle"] == ["Steps 101 to 200 of 200."]
    assert values_of(chart, "rect") == [{"step": 151}]


def test_what_is_not_a_number_is_a_gap():
    broken = np.array([0.5, np.nan, 0.5])
    assert [row["value"] for row in values_of(over_steps(after=broken), "line")][3:] == [0.5, None, 0.5]
    assert values_of(drawn(after=broken), "bar")[3]["probability"] is None


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match=r"after must have shape \(3,\), not \(2,\)"):
        drawn(after=AFTER[:2])
    with pytest.raises(IndexError, match="answer"):
        drawn(answer=3)
    with pytest.raises(ValueError, match=r"before must have shape \(3,\), not \(2,\)"):
        over_steps(before=BEFORE[:2])
    with pytest.raises(IndexError, match="time"):
        over_steps(time=3)
