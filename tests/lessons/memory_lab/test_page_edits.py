"""Breaking the network on the page Memory lab, without a browser: done, listed, undone, and in the link."""

import numpy as np
import pytest

from lstm_viz.engine.intervene import Edit, intervene
from lstm_viz.lessons.memory_lab.ui.lesson import HINTS
from tests.support.app import try_this, viewer_data, viewer_values
from tests.support.lab import guesses, open_lab, said, traced

pytestmark = pytest.mark.usefixtures("no_worker")


def test_an_edit_in_the_link_changes_the_pass_and_undo_brings_back_every_bit():
    before = open_lab(panel="break")
    app = open_lab(panel="break", edits="A.forget_gate.all.2-.clamp=0")
    model, trace = traced("lstm", 250)
    edited = intervene(trace, [Edit("forget_gate", 1, action="clamp", value=0.0, onwards=True)])
    for name, values in edited.signals.items():
        np.testing.assert_array_equal(viewer_values(app, 0, name), values[0], err_msg=name)
    expected = model.head.probabilities(edited.hidden[0])
    shown = [each["probability"] for each in viewer_data(app)["sequences"][0]["predictions"]]
    assert shown == pytest.approx(expected.max(-1).tolist(), abs=1e-7)
    assert guesses(app) != guesses(before)
    assert "Interventions applied: 1." in viewer_data(app)["subtitle"]
    app.button(key="lab_undo_0").click().run()
    assert app.query_params["edits"] == ""
    assert viewer_data(app)["sequences"] == viewer_data(before)["sequences"]


@pytest.mark.parametrize("label", ["Erase it: the answer flips", "Copy it from B: A answers as B does"])
def test_what_a_link_to_try_promises_comes_true(label):
    assert guesses(open_lab())[-1] == "3"
    number = next(number for number, (each, _) in enumerate(HINTS.tries) if each == label)
    app = open_lab()
    try_this(app, number)
    assert not app.exception
    assert guesses(app)[-1] == "4"


def test_do_it_adds_what_was_planned_and_one_of_several_is_undone():
    app = open_lab(panel="break", edits="A.cell.1.1.erase", step="3", unit="7")
    app.selectbox(key="lab_edit_action").set_value("clamp").run()
    app.number_input(key="lab_edit_clamp").set_value(0.00001).run()
    app.button(key="lab_do").click().run()
    assert not app.exception
    assert app.query_params["edits"] == "A.cell.1.1.erase,A.cell.7.3.clamp=0.00001"
    assert viewer_values(app, 0, "cell")[2, 6] == np.float32(0.00001)
    app.button(key="lab_undo_0").click().run()
    assert app.query_params["edits"] == "A.cell.7.3.clamp=0.00001"
    app.button(key="lab_do").click().run()
    app.button(key="lab_undo_all").click().run()
    assert app.query_params["edits"] == ""


def test_an_edit_that_does_not_fit_this_network_rests():
    app = open_lab(panel="break", network="gru", edits="A.cell.1.1.erase")
    assert "(not applied: this network or sequence has no such value)" in said(app)
    np.testing.assert_array_equal(viewer_values(app, 0, "hidden"), traced("gru", 250)[1].hidden[0])
    app.get_by_key("lab_network").set_value("lstm").run()
    assert viewer_values(app, 0, "cell")[0, 0] == 0
    assert "(rests" not in said(app)
