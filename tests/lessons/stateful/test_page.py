"""The page Stateful without a browser: stepping, links, two visitors, files."""

import numpy as np

from lstm_viz.lessons.stateful.settings import SETTINGS
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import codes, tries, try_this, words
from tests.support.stateful import charts, do, everything, open_stateful, states
from tests.support.worker import Broken, use_worker


def test_the_first_view_has_read_two_batches(keras_here):
    app = open_stateful()
    assert keras_here.asked == ["act", "sequence"]
    (lanes,) = charts(app)
    for said in ("built, tank 3: zeros.", "batch 1, tank 2: from zeros.", "batch 2, tank 2: from its batch 1."):
        assert said in lanes
    assert "outputs = sequence[:, 4:8]" in everything(app)
    assert "it started from the right states" in everything(app)
    assert {name: app.query_params[name] for name in SETTINGS} == SETTINGS.link(SETTINGS.defaults())


def test_the_shape_of_a_batch_is_said(keras_here):
    ten = "each of the 3 batches: (10, 4, 2), (tanks, steps in a batch, features)"
    assert ten in open_stateful(tanks="10").expander[0].label
    assert "(3, 5, 2), the last (3, 2, 2)" in open_stateful(length="5").expander[0].label
    assert "one batch: (3, 12, 2)" in open_stateful(length="12").expander[0].label


def test_reading_on_asks_for_one_batch_and_is_in_the_link(keras_here):
    app = open_stateful()
    keras_here.asked.clear()
    do(app, "next")
    assert keras_here.asked == ["act"]
    assert app.query_params["actions"] == "1,2,3"
    assert "outputs = sequence[:, 8:12]" in everything(app)
    assert "batch 3, tank 1: from its batch 2." in charts(app)[0]
    assert app.button(key="stateful_do_next").label == "Read batch 1 (steps 1–4)"


def test_after_a_reset_a_batch_starts_from_zeros_and_gives_something_else(keras_here):
    app = do(do(open_stateful(actions="1"), "reset"), "next")
    assert app.query_params["actions"] == "1,r,2"
    assert "batch 2, tank 1: from zeros." in charts(app)[0]
    assert "outputs ≠ sequence[:, 4:8]" in everything(app)
    assert "did not start from the states" in everything(app)
    do(app, "over")
    assert app.query_params["actions"] == ""
    assert not states(app).any()


def test_a_link_opens_the_same_states_in_another_session(keras_here):
    app = do(do(open_stateful(kind="gru", tanks="2"), "reset"), "next")
    again = open_stateful(**{name: app.query_params[name] for name in SETTINGS})
    np.testing.assert_array_equal(states(again), states(app))
    assert charts(again) == charts(app)


def test_two_visitors_who_step_the_same_lanes_do_not_touch_each_other(keras_here):
    one, other = open_stateful(actions=""), open_stateful(actions="")
    do(one, "next")
    do(one, "next")
    assert not states(other).any()
    do(other, "next")
    ones = states(one)
    do(other, "reset")
    np.testing.assert_array_equal(states(one.run()), ones)
    assert "batch 1, tank 1: from zeros." in charts(other)[0]
    do(one, "next")
    np.testing.assert_array_equal(states(one), states(open_stateful(actions="1,2,3")))
    assert "outputs = sequence[:, 8:12]" in everything(one)


def test_fewer_steps_leave_out_the_batches_that_are_gone(keras_here):
    app = open_stateful(actions="1,2,3,1")
    app.slider(key="stateful_steps").set_value(8).run()
    assert not app.exception
    assert app.query_params["actions"] == "1,2"
    app.slider(key="stateful_steps").set_value(2).run()
    assert not app.exception
    assert (app.query_params["actions"], app.query_params["length"]) == ("1", "2")


def test_after_as_many_actions_as_a_link_holds_only_starting_over_is_left(keras_here):
    app = open_stateful(actions=",".join("1" * 40), steps="2", length="2", units="1", tanks="1", kind="simple_rnn")
    assert app.button(key="stateful_do_next").disabled
    assert app.button(key="stateful_do_reset").disabled
    assert "40 actions" in " ".join(caption.value for caption in app.caption)
    assert states(do(app, "over")).shape == (1, 1)


def test_a_tampered_link_shows_the_nearest_settings_and_says_what_was_ignored(keras_here):
    app = open_stateful(tanks="99", actions="1,2,9", kind="<b>", unit="7")
    said = " ".join(words(app))
    assert "“tanks” cannot be “99”" in said
    assert "“9” is not an action" in said
    assert "“kind” cannot be “<b>”" in said
    assert "“unit” cannot be “7”" in said
    assert (app.query_params["tanks"], app.query_params["actions"]) == ("10", "1,2")


def test_try_this_opens_its_settings(keras_here):
    app = open_stateful(tanks="2")
    try_this(app, 1)
    assert not app.exception
    assert (app.query_params["actions"], app.query_params["tanks"]) == ("1,r,2,3", "3")


def test_a_worker_that_died_is_told_and_the_rest_of_the_page_stays(keras_here, monkeypatch):
    use_worker(monkeypatch, Broken(WorkerDied()))
    for panel in ("lanes", "ways", "mistakes", "by_hand", "data"):
        app = open_stateful(panel=panel)
        assert WorkerDied().sentence(str) in [warning.value for warning in app.warning]
        assert tries(app)


def test_the_table_holds_every_reading_and_output(keras_here):
    app = open_stateful(panel="data", steps="9", length="4")
    frame = app.dataframe[0].value
    named = ["tank", "step", "batch", "pressure", "temperature", "unit", "sequence", "stateful", "stateless"]
    assert list(frame) == named
    assert len(frame) == 3 * 9 * 3
    assert sorted(frame.batch.unique()) == [1, 2, 3]
    assert (frame.sequence == frame.stateful).all()
    assert (frame[frame.batch == 1].sequence == frame[frame.batch == 1].stateless).all()
    assert (frame[frame.batch == 2].sequence != frame[frame.batch == 2].stateless).any()


def test_the_code_is_that_of_the_settings(keras_here):
    assert "keras.layers.GRU(units, return_sequences=True" in codes(open_stateful(panel="code", kind="gru"))
