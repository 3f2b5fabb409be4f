"""The page Memory lab, without a browser: what is there at once, own sequences, edits, links, both languages."""

import json

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.explain.planned_edits import read_edits
from lstm_viz.lessons.memory_lab.scene import scene_of
from lstm_viz.lessons.memory_lab.view import PANELS, SETTINGS
from lstm_viz.training import NETWORKS
from lstm_viz.training.learned import Learned
from lstm_viz.training.settings import LESSON_PAIR
from tests.support.app import open_app, tokens, viewer_data, viewer_values
from tests.support.lab import guesses, keys, open_lab, rows, said, shipped, traced

pytestmark = pytest.mark.usefixtures("no_worker")

OPENED = {"curves": "True", "panel": "figure", "without": ""}
TITLES = {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "SimpleRNN", "perceptron": "perceptron"}


def open_curves(app: AppTest) -> None:
    """Opens the curves and the table, as a click on their line does."""
    app.session_state["lab_curves"] = True
    app.run()


def test_the_first_view_shows_what_was_trained_beforehand():
    app = open_lab()
    assert not app.dataframe
    open_curves(app)
    lines = rows(app)
    for network in NETWORKS:
        run = shipped(network, units=8)
        assert lines[TITLES[network]]["loss (nats)"] == f"{run.losses[-1]:.4f}"
        assert lines[TITLES[network]]["epochs"] == 250
    assert (tokens(app, 0), tokens(app, 1)) == (["3", "0", "1", "2"], ["4", "0", "1", "2"])
    assert (guesses(app, 0), guesses(app, 1)) == (["0", "1", "2", "3"], ["0", "1", "2", "4"])
    expected = {name: str(value) for name, value in SETTINGS.defaults().items()} | {"networks": ",".join(NETWORKS)}
    assert {name: app.query_params[name] for name in SETTINGS} == expected | LESSON_PAIR | OPENED


def test_the_first_view_has_the_network_of_step_through_at_its_latch():
    lab, stepping = open_lab(), open_app(show="A-B", step="4")
    for name in ("forget_gate", "cell", "hidden"):
        np.testing.assert_array_equal(viewer_values(lab, 1, name), viewer_values(stepping, 1, name))
    cursors = [viewer_data(app)["cursor"] for app in (lab, stepping)]
    assert cursors[0] == cursors[1]


def test_a_link_that_leaves_settings_out_shows_what_it_showed():
    app = open_lab(panel="carry")
    np.testing.assert_array_equal(viewer_values(app, 0, "cell"), traced("lstm", 250)[1].cell[0])
    assert (app.query_params["units"], app.query_params["unit"]) == ("20", "13")


def test_a_class_sees_the_figure_alone_and_predicts_each_step():
    app = open_lab(**LESSON_PAIR, teach="True", predict="True", step="3", show="A")
    assert [button.label for button in app.button] == ["Back to the page"]
    assert not app.expander
    assert (guesses(app, 0), guesses(app, 1)) == (["0", "1", "?", "?"], ["0", "1", "?", "?"])
    app.radio[0].set_value(2).run()
    assert guesses(app) == ["0", "1", "2", "?"]
    assert app.query_params["teach"] == "True"
    app.button(key="lab_from_class").click().run()
    assert guesses(app) == ["0", "1", "2", "3"]
    assert "lab_to_class" in keys(app)


def test_a_class_sees_the_network_that_a_link_names_with_its_parts_hidden():
    app = open_lab(teach="True", network="gru", epoch="90", without="words,b", show="A")
    np.testing.assert_array_equal(viewer_values(app, 0, "hidden"), traced("gru", 90)[1].hidden[0])
    assert "words" in viewer_data(app)["hides"]
    assert len(viewer_data(app)["sequences"]) == 1


def test_the_way_back_to_the_start_leads_to_the_first_view():
    app = open_lab(units="3", trained="0")
    app.button(key="lab_restart").click().run()
    assert {name: app.query_params[name] for name in LESSON_PAIR} == LESSON_PAIR


@pytest.mark.parametrize(("network", "epoch"), [("lstm", 250), ("gru", 90), ("simple_rnn", 0)])
def test_the_viewer_has_the_bits_of_a_trace_of_the_weights_after_that_epoch(network, epoch):
    app = open_lab(network=network, epoch=str(epoch))
    for number in (0, 1):
        _, trace = traced(network, epoch, number)
        for name, values in trace.signals.items():
            np.testing.assert_array_equal(viewer_values(app, number, name), values[0], err_msg=name)
    assert viewer_data(app)["title"] == f"{TITLES[network]} after epoch {epoch}"


def test_going_back_in_the_epochs_shows_the_weights_of_then():
    app = open_lab()
    open_curves(app)
    app.select_slider(key="lab_epoch").set_value(30).run()
    np.testing.assert_array_equal(viewer_values(app, 0, "cell"), traced("lstm", 30, units=8)[1].cell[0])
    assert app.query_params["epoch"] == "30"


def test_the_perceptron_cannot_and_the_others_can_is_told_by_numbers():
    app = open_lab()
    told = "LSTM 8 of 8, GRU 8 of 8, SimpleRNN 8 of 8, perceptron 7 of 8"
    assert any(told in line.label for line in app.expander)
    open_curves(app)
    lines = rows(app)
    assert {name: line["right answers"] for name, line in lines.items()} == {
        "LSTM": "8 of 8",
        "GRU": "8 of 8",
        "SimpleRNN": "8 of 8",
        "perceptron": "7 of 8",
    }
    assert lines["perceptron"]["every answer right since epoch"] == "never"
    assert "needs a memory of 3 steps" in said(app)
    # 2 has two successors: one of eight answers is a guess, at the price of 2 · ln 2 / 8.
    assert "at most 87.5% right, and its loss cannot fall below 0.1733" in said(app)
    assert float(lines["perceptron"]["loss (nats)"]) >= 0.1733 > float(lines["LSTM"]["loss (nats)"])


@pytest.mark.parametrize(
    ("sequences", "says", "not_said"),
    [
        ("a,b,c,d;b,c,d,a", "needs no memory", "No network can solve it"),
        ("a,b,c,d;b,c,d,a", "needs no memory", "cannot fall below"),
        ("a,b,d;c,b,e", "needs a memory of 1 step. More than one symbol can follow b", "steps"),
        (
            "a,b,c;a,b,d",
            "No network can solve it: after the same symbols (a, b), different answers are right (c, d).",
            "needs a memory",
        ),
        ("a,a;a,a", "needs no memory", "No network can solve it"),
        ("a,x,x|a;b,x,x|b", "needs a memory of 2 steps. More than one symbol can follow x,", "No network can solve it"),
    ],
)
def test_another_task_asks_for_something_else(sequences, says, not_said):
    app = open_lab(task="own", sequences=sequences, trained="0")
    assert says in said(app)
    assert not_said not in said(app)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "There are no sequences."),
        ("3,0,1,2,3", "A task has 2 to 8 sequences"),
        ("a,b\nc", "Sequence 2 has one symbol"),
        ("a,b\n<i>,c", "“<i>” in sequence 2"),
        ("a," * 100 + "b\na,b", "Sequence 1 has 101 symbols: at most 52."),
        (
            "\n".join("abcdefghi"[at : at + 2] for at in range(9)),
            "A task has 2 to 8 sequences, one per line. Typed: 9.",
        ),
    ],
)
def test_bad_sequences_get_a_sentence_and_what_was_there_stays(text, says):
    app = open_lab(task="own", sequences="a,b,c;b,c,a", trained="0")
    before, link = viewer_data(app), dict(app.query_params)
    app.text_area(key="lab_sequences").set_value(text).run()
    assert not app.exception
    assert says in said(app)
    assert viewer_data(app) == before
    assert dict(app.query_params) == link


@pytest.mark.parametrize("network", ["gru", "simple_rnn"])
def test_a_sequence_beside_itself_has_no_difference_to_draw(network):
    app = open_lab(network=network, a="1", b="1", panel="carry", trained="0")
    assert not app.exception
    assert "Only the cell state of an LSTM has a memory ledger." in [each.value for each in app.caption]


def test_while_the_sequences_are_wrong_the_other_controls_still_count():
    app = open_lab(task="own", sequences="a,b,c;b,c,a", trained="0")
    app.text_area(key="lab_sequences").set_value("a").run()
    app.slider(key="lab_units").set_value(3).run()
    assert "A task has 2 to 8 sequences" in said(app)
    assert (viewer_data(app)["units"], tokens(app)) == (3, ["a", "b"])


def test_no_network_at_all_gets_a_sentence():
    app = open_lab()
    app.get_by_key("lab_networks").set_value([]).run()
    assert not app.exception
    assert "Choose at least one network." in said(app)
    assert "The dimmed part still shows LSTM, GRU, SimpleRNN, perceptron" in said(app)
    assert any("LSTM 8 of 8, GRU 8 of 8, SimpleRNN 8 of 8" in line.label for line in app.expander)


def test_the_perceptron_alone_has_nothing_to_step_through():
    app = open_lab(networks="perceptron")
    assert "has no gates and no memory" in app.info[0].value
    assert list(rows(app)) == ["perceptron"]
    assert app.query_params["networks"] == "perceptron"


@pytest.mark.parametrize(
    ("panel", "network", "language"),
    [
        (panel, *each)
        for number, panel in enumerate(PANELS)
        for each in ([("lstm", "ko"), ("gru", "en")], [("lstm", "en"), ("simple_rnn", "ko")])[number % 2]
    ],
)
def test_every_panel_opens(panel, network, language):
    app = open_lab(panel=panel, network=network, lang=language, edits="A.hidden.1.2.copy")
    assert not app.warning
    assert app.query_params["panel"] == panel
    if panel in ("carry", "answer", "break"):
        charts = [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
        assert len(charts) > 2


def test_a_link_opens_the_very_same_view():
    app = open_lab(network="gru", epoch="50", a="2", b="1", panel="answer", step="3", unit="5", show="B", action="copy")
    again = open_lab(**dict(app.query_params))
    assert viewer_data(again) == viewer_data(app)
    assert viewer_data(app)["cursor"] == {"time": 2, "unit": 4, "show": "B"}
    assert dict(again.query_params) == dict(app.query_params)


def test_a_tampered_link_says_what_was_ignored_until_something_else_is_chosen():
    app = open_lab(rate="<b>", units="9999", networks="gru", trained="0")
    assert "“rate” cannot be “<b>”" in said(app)
    assert "“units” cannot be “9999”" in said(app)
    app.slider(key="lab_units").set_value(3).run()
    assert "cannot be" not in said(app)
    assert "lab_train" in keys(app)


def test_what_is_copied_moves_the_answer_to_the_other_sequences_own():
    app = open_lab(panel="answer", action="copy")
    *_curves, spec = [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
    assert "answer to 4" in spec["title"]["text"]
    scene = scene_of(Learned(shipped("lstm"), 250), 250, 0, 1, read_edits("A.cell.13.2.copy"))
    before, after = (passes["A"].probabilities[3, 4] for passes in (scene.passes, scene.changed))
    rise = " ".join([spec["description"], *spec["title"]["subtitle"]])
    assert f"+{100 * (after - before):.1f}" in rise
    assert after - before > 0.9
