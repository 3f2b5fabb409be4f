import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES, sequential
from lstm_viz.engine.models import trained_pair
from lstm_viz.engine.numpy_engine import run
from lstm_viz.lessons.step_through.charts.predictions import predictions
from tests.charts.specs import channel, layer, values_of

SYMBOLS = list("01234")
TARGETS = {"A": (0, 1, 2, 3), "B": (0, 1, 2, 4)}


def memory_pair():
    model = trained_pair(8)
    sequences = {"A": [3, 0, 1, 2], "B": [4, 0, 1, 2]}
    return {name: model.probabilities(run(model.weights, np.eye(5)[None, rows]))[0] for name, rows in sequences.items()}


def drawn(probabilities, *, time=3, symbols=SYMBOLS, **options):
    options = {"gettext": str, **options}
    return spec(predictions(probabilities, symbols=symbols, time=time, **options))


def test_each_cell_is_the_models_own():
    probabilities = memory_pair()
    cells = values_of(drawn(probabilities), "rect")
    assert len(cells) == 2 * 4 * 5
    for cell in cells:
        value = probabilities[cell["sequence"]][cell["step"] - 1, SYMBOLS.index(cell["symbol"])]
        assert np.float32(cell["probability"]) == value


def test_a_and_b_have_rows_of_their_own():
    chart = drawn(memory_pair())
    rows = {name: {cell["row"] for cell in values_of(chart, "rect") if cell["sequence"] == name} for name in "AB"}
    assert rows == {"A": set(range(5)), "B": set(range(6, 11))}
    labels = channel(chart, "rect", "y")["axis"]["labelExpr"]
    assert '"A  4", "", "B  0"' in labels


def test_the_target_is_framed_and_the_likeliest_is_ticked_or_crossed():
    wrong = {"A": (0, 1, 2, 3), "B": (0, 1, 2, 3)}
    chart = drawn(memory_pair(), targets=wrong)
    assert {"filter": "datum.target"} in layer(chart, "rect", 1)["transform"]
    cells = values_of(chart, "rect")
    framed = {(cell["sequence"], cell["step"], cell["symbol"]) for cell in cells if cell["target"]}
    assert framed == {(name, step + 1, str(symbol)) for name in "AB" for step, symbol in enumerate(wrong[name])}
    marks = {
        (cell["sequence"], cell["step"], cell["symbol"]): cell["text"][0] for cell in cells if cell["text"][0] in "✓×"
    }
    assert marks["A", 4, "3"] == "✓"
    assert marks["B", 4, "4"] == "×"
    assert len(marks) == 8


def test_a_toss_between_two_symbols_is_neither_ticked_nor_crossed():
    toss = {"A": np.array([[0.509, 0.491], [0.56, 0.44]])}
    chart = predictions(toss, symbols=("0", "1"), time=0, targets={"A": (0, 0)}, gettext=str)
    marks = [cell["text"] for cell in values_of(chart.to_dict(), "rect") if cell["symbol"] == "0"]
    assert marks == ["50.9%", "✓ 56.0%"]


def test_without_targets_nothing_is_right_or_wrong():
    chart = drawn(memory_pair())
    assert not any(cell["target"] or set(cell["text"]) & set("✓×") for cell in values_of(chart, "rect"))
    assert "subtitle" not in chart["title"]


@pytest.mark.parametrize("mode", MODES)
def test_the_scale_is_the_same_whatever_is_predicted(mode):
    scale = channel(drawn(memory_pair(), mode=mode), "rect", "color")["scale"]
    assert scale == {"domain": [0, 1], "range": sequential("hidden", mode)}


def test_of_many_steps_those_around_the_cursor_are_drawn_without_numbers():
    probabilities = {"A": np.full((1000, 5), 0.2, "float32")}
    chart = drawn(probabilities, time=500, targets={"A": [0] * 1000})
    steps = {cell["step"] for cell in values_of(chart, "rect")}
    assert (min(steps), max(steps)) == (451, 550)
    assert chart["title"]["subtitle"][-1] == "Steps 451 to 550 of 1000."
    assert not [each for each in chart["layer"] if each["mark"]["type"] == "text"]
    assert {cell["text"] for cell in values_of(drawn({"A": probabilities["A"][:20]}), "rect")} == {""}
    last = {cell["step"] for cell in values_of(drawn(probabilities, time=999), "rect")}
    assert (min(last), max(last)) == (901, 1000)


def test_symbols_and_tokens_are_shown_without_markup():
    chart = drawn({"A": np.ones((1, 1), "float32")}, time=0, symbols=["<i>"], tokens={"A": ["$5"]})
    (cell,) = values_of(chart, "rect")
    assert (cell["symbol"], cell["token"]) == ("i", "5")


def test_the_prediction_at_the_cursor_is_described():
    probabilities = memory_pair()
    a, b = f"{probabilities['A'][3, 3]:.1%}", f"{probabilities['B'][3, 4]:.1%}"
    expected = f"Predicted after each step. A: 3 with {a} at step 4. B: 4 with {b} at step 4."
    assert drawn(probabilities)["description"] == expected


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match=r"probabilities of A must have shape \(time, 5\), not \(4, 3\)"):
        drawn({"A": np.ones((4, 3))})
    with pytest.raises(ValueError, match="for A"):
        drawn({})
    with pytest.raises(IndexError, match="time must be at least 0 and below 4, not 4"):
        drawn(memory_pair(), time=4)
