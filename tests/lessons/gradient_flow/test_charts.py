import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.log_steps import short
from lstm_viz.charts.theme import MODES, network_color, signal_color
from lstm_viz.lessons.gradient_flow.charts.forget_product import forget_product
from lstm_viz.lessons.gradient_flow.charts.gradient_flow import loss_norms, state_norms
from tests.charts.specs import channel, layer, values_of

TIME = 40
BACK = np.arange(TIME - 1, -1, -1.0)
NORMS = {
    "simple_rnn": {"hidden": 0.25**BACK},
    "lstm": {"cell": 0.99**BACK, "hidden": 0.2 * 0.99**BACK},
    "gru": {"hidden": 2.0**BACK},
}


def states(norms=NORMS, **options):
    return spec(state_norms(norms, **{"gettext": str, **options}))


def test_each_value_is_the_norms_own_far_below_float32_too():
    values = {"LSTM, cell state": NORMS["lstm"]["cell"], "LSTM, hidden state": NORMS["lstm"]["hidden"]}
    values |= {"GRU": NORMS["gru"]["hidden"], "SimpleRNN": NORMS["simple_rnn"]["hidden"]}
    tiny = {"simple_rnn": {"hidden": np.array([1e-60, 3e-52, 1])}}
    rows = values_of(states(), "line")
    assert len(rows) == 4 * TIME
    for row in rows:
        assert row["value"] == pytest.approx(values[row["name"]][row["step"] - 1], rel=1e-5)
    assert [row["value"] for row in values_of(states(tiny), "line")] == [1e-60, 3e-52, 1]


def test_the_axis_is_logarithmic_and_holds_every_norm_and_both_bounds():
    scale = channel(states(), "line", "y")["scale"]
    low, high = scale["domain"]
    assert scale["type"] == "log"
    assert low <= 0.25 ** (TIME - 1) < 10 * low
    assert high / 10 < 2.0 ** (TIME - 1) <= high
    assert channel(states({"gru": {"hidden": np.ones(3)}}), "line", "y")["scale"]["domain"] == [1e-8, 1e4]


def test_what_has_vanished_and_what_explodes_is_said_with_its_step():
    said = " ".join(states()["title"]["subtitle"])
    assert said.startswith("At step 1: LSTM, cell state 0.68; LSTM, hidden state 0.14; GRU 5.5e11; SimpleRNN 3.3e-24.")
    # 0.25¹² is the first power below 1.2·10⁻⁷, 2¹⁰ the first above 1000.
    assert f"Vanished by step: SimpleRNN {TIME - 12}." in said
    assert f"Exploded by step: GRU {TIME - 10} (at most 5.5e11)." in said
    assert said.count("LSTM") == 2
    assert states()["description"].endswith(said)


def test_what_is_said_has_room_on_a_phone():
    assert max(map(len, states()["title"]["subtitle"])) <= 60


def test_the_bands_of_vanished_and_exploded_are_drawn_and_named():
    chart = states()
    exploded, vanished = (values_of(chart, "rect", number)[0] for number in (0, 1))
    assert (exploded["value"], vanished["top"]) == (1000, float(np.finfo("float32").eps))
    assert (exploded["words"], vanished["words"]) == (
        "exploded: above 1,000",
        "vanished: lost when added to 1 (float32)",
    )


def test_what_has_no_place_on_the_axis_is_a_gap():
    chart = states({"gru": {"hidden": np.array([np.inf, 0, 1])}})
    assert [row["value"] for row in values_of(chart, "line")] == [None, None, 1]
    assert "Exploded by step: GRU 1 (at most ∞)." in chart["title"]["subtitle"]


@pytest.mark.parametrize("mode", MODES)
def test_each_network_has_its_colour_and_an_lstms_two_states_differ_by_dash(mode):
    color, dash = (channel(states(mode=mode), "line", name) for name in ("color", "strokeDash"))
    names = ["LSTM, cell state", "LSTM, hidden state", "GRU", "SimpleRNN"]
    assert color["scale"]["domain"] == dash["scale"]["domain"] == names
    assert color["scale"]["range"] == [network_color(name, mode) for name in ("lstm", "lstm", "gru", "simple_rnn")]
    assert color["legend"] == dash["legend"]
    assert len({str(each) for each in dash["scale"]["range"]}) == 4


def test_the_loss_gradient_is_told_beside_that_of_the_last_step():
    norms = {"lstm": {"cell": np.array([2e-4, 1e-4, 0]), "hidden": np.array([1e-4, 1e-4, 4e-4])}}
    norms |= {"gru": {"hidden": np.array([3.0, 2.0, 1.0])}}
    chart = spec(loss_norms(norms, {"lstm": 2e-4, "gru": 1.1}, gettext=str))
    rows = {(row["name"], row["step"]): row["value"] for row in values_of(chart, "line")}
    assert rows["LSTM, cell state", 1] == 0.5
    assert rows["LSTM, cell state", 3] is None
    assert rows["LSTM, hidden state", 3] == rows["GRU", 3] == 1
    said = " ".join(chart["title"]["subtitle"])
    assert said.endswith("Loss L in nats: LSTM 2e-4, GRU 1.1. Norm of ∂L/∂h_T: LSTM 4e-4, GRU 1.")


def test_without_any_gradient_of_the_loss_there_is_no_line():
    chart = spec(loss_norms({"gru": {"hidden": np.zeros(3)}}, {"gru": 0.0}, gettext=str))
    assert [row["value"] for row in values_of(chart, "line")] == [None] * 3


@pytest.mark.parametrize("mode", MODES)
def test_the_cells_gradient_and_the_product_of_forget_gates_stand_side_by_side(mode):
    cell, product = 0.99**BACK, 0.9**BACK
    difference = np.abs(cell - product) / cell
    chart = spec(forget_product(cell, product, difference, gettext=str, mode=mode))
    names = ["cell's gradient ∂c_T/∂c_t", "product of forget gates ∏ f"]
    color = channel(chart, "line", "color")["scale"]
    assert (color["domain"], color["range"]) == (names, [signal_color(name, mode) for name in ("cell", "forget_gate")])
    rows = {(row["name"], row["step"]): row for row in values_of(chart, "line")}
    assert rows[names[1], 3]["value"] == pytest.approx(product[2], rel=1e-5)
    assert rows[names[0], 3]["apart"] == f"{difference[2]:.1%}"
    # (0.9 / 0.99)ⁿ is above 0.9 for n = 1 alone.
    said = f"They differ by 98% of the gradient at step 1, and by 10% or less from step {TIME - 1} on."
    assert " ".join(chart["title"]["subtitle"]).startswith(said)


def test_where_they_agree_throughout_it_says_so():
    chart = spec(forget_product(np.ones(5), np.ones(5), np.full(5, 0.004), gettext=str))
    assert " ".join(chart["title"]["subtitle"]).startswith("They agree at every step: at step 1 they differ by 0%")


def test_words_are_translated():
    chart = states(gettext=lambda text: f"«{text}»")
    assert chart["title"]["text"].startswith("«")
    assert channel(chart, "line", "x")["title"] == "«Step t»"
    assert {row["name"] for row in values_of(chart, "line")} >= {"LSTM, «cell state»", "GRU"}
    assert layer(chart, "point")["encoding"]["tooltip"][0]["title"] == "«Network»"


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.314, "0.31"), (1, "1"), (123.4, "123"), (4.4e-16, "4.4e-16"), (2e11, "2e11"), (0, "0"), (np.inf, "∞")],
)
def test_a_norm_is_short(value, words):
    assert short(value) == words


def test_what_does_not_belong_together_is_refused():
    with pytest.raises(ValueError, match="same steps"):
        states({"gru": {"hidden": np.ones(3)}, "lstm": {"cell": np.ones(4)}})
    with pytest.raises(ValueError, match="networks must be some of"):
        states({"transformer": {"hidden": np.ones(3)}})
    with pytest.raises(ValueError, match="same steps"):
        forget_product(np.ones(3), np.ones(3), np.ones(2), gettext=str)
