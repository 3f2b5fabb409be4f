"""Breaking the memory on Step through: by a button, by a link, and undone."""

from lstm_viz.lessons.step_through.settings import SETTINGS, panels_for
from lstm_viz.lessons.step_through.view import settled
from tests.support.app import open_app, viewer_data, words

RECIPE = "lstm 8 0.01 72 sequences 250 3,0,1,2,3;4,0,1,2,4"


def answers(app) -> list[str]:
    return [each["label"] for each in viewer_data(app)["sequences"][0]["predictions"]]


def test_the_memory_at_the_cursor_is_erased_and_undone():
    app = open_app(step="1", unit="4")
    assert answers(app) == ["0", "1", "2", "3"]
    app.button(key="erase").click().run()
    assert answers(app) == ["0", "1", "2", "4"]
    assert app.query_params["edits"] == "A.cell.4.1.erase"
    assert "edited" in viewer_data(app)["sequences"][0]
    assert app.button(key="erase").disabled
    assert not any("differs from Keras" in each.value for each in app.markdown)
    app.button(key="undo").click().run()
    assert answers(app) == ["0", "1", "2", "3"]


def test_a_link_holds_the_edits_and_those_that_do_not_fit_are_named():
    assert answers(open_app(edits="A.cell.4.1.erase"))[-1] == "4"
    app = open_app(edits="A.cell.4.1.erase,A.cell.40.1.erase,B.update_gate.1.1.erase")
    assert app.query_params["edits"] == "A.cell.4.1.erase"
    assert any("Interventions in the link that do not fit" in each for each in words(app))
    nonsense = open_app(edits="x" * 30)
    assert nonsense.query_params["edits"] == ""
    assert any("could not be read" in each for each in words(nonsense))


def test_a_gru_is_broken_at_its_hidden_state():
    app = open_app(model="untrained", layer="gru", step="2", unit="1")
    app.button(key="erase").click().run()
    assert app.query_params["edits"] == "A.hidden.1.2.erase"


def test_any_signal_can_be_set_in_the_panel():
    app = open_app(step="1", unit="4", panel="break")
    next(each for each in app.selectbox if each.label == "Signal").set_value("forget_gate").run()
    app.button(key="do").click().run()
    assert app.query_params["edits"] == "A.forget_gate.4.1.erase"
    assert app.query_params["panel"] == "break"
    assert "sequence A, forget gate, unit 4, at step 1: erase" in words(app)
    app.button(key="undo_0").click().run()
    assert app.query_params["edits"] == ""


def test_a_network_of_the_memory_lab_is_broken_there():
    assert "break" not in panels_for(settled({**SETTINGS.read({})[0], "model": "lab", "lab": RECIPE}))
