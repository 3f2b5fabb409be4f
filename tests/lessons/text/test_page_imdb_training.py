"""The panel IMDB of the page Text: trained, stopped, gone on with, reloaded."""

from __future__ import annotations

from lstm_viz.data import InputError
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import open_page
from tests.support.imdb import UPDATES, component, keys, open_panel, said, trained


def test_before_training_nothing_is_read(imdb_filled, imdb_worker):
    app = open_panel()
    assert imdb_worker.asked == []
    assert any(caption.value == "Not trained yet." for caption in app.caption)
    assert app.button(key="text_imdb_train").label == "Train 2 epochs"
    assert "text_imdb_review" not in {each.key for each in app.number_input}


def test_the_button_trains_to_the_end_and_the_link_says_so(imdb_filled, imdb_worker):
    app = open_panel()
    app.button(key="text_imdb_train").click().run()
    trained(app)
    assert sum(imdb_worker.asked) == 2 * UPDATES
    assert app.query_params["imdb_trained"] == "2"
    assert "Accuracy on 200 held-out reviews of the test part: 75.0%" in said(app)
    assert app.button(key="text_imdb_train").disabled


def test_stopped_it_stays_there_and_goes_on_from_there(imdb_filled, imdb_worker):
    imdb_worker.most = 2
    app = open_panel()
    app.button(key="text_imdb_train").click().run()
    app.button(key="text_imdb_stop").click().run()
    assert "text_imdb_stop" not in keys(app)
    assert app.button(key="text_imdb_train").label == "Go on to the end of epoch 2"
    done = sum(imdb_worker.asked[:2])
    imdb_worker.most, before = 1000, len(imdb_worker.asked)
    app.button(key="text_imdb_train").click().run()
    trained(app)
    assert done + sum(imdb_worker.asked[before:]) == 2 * UPDATES


def test_a_reload_in_mid_training_goes_on_and_what_is_done_is_not_done_again(imdb_filled, imdb_worker):
    imdb_worker.most = 2
    app = open_panel()
    app.button(key="text_imdb_train").click().run()
    assert "text_imdb_stop" in keys(app)
    link = dict(app.query_params)
    assert link["imdb_trained"] == "2"
    done, imdb_worker.most, before = sum(imdb_worker.asked[:2]), 1000, len(imdb_worker.asked)
    again = trained(open_page("text", **link))
    assert done + sum(imdb_worker.asked[before:]) == 2 * UPDATES
    assert dict(again.query_params) == link


def test_what_one_visitor_has_trained_is_there_for_the_next(imdb_filled, imdb_worker):
    trained(open_panel(imdb_trained="2"))
    asked = len(imdb_worker.asked)
    app = open_panel()
    assert len(imdb_worker.asked) == asked
    assert "test part: 75.0%" in said(app)


def test_the_epoch_of_a_link_stays_while_it_is_trained(imdb_filled, imdb_worker):
    trained(open_panel(imdb_trained="1"))
    imdb_worker.most = len(imdb_worker.asked)
    app = open_panel(imdb_trained="2", imdb_epoch="2")
    assert component(app, "stepping_viewer")["title"].endswith("after epoch 1")
    assert app.query_params["imdb_epoch"] == "2"
    app.button_group(key="text_imdb_epoch").set_value(1).run()
    assert app.query_params["imdb_epoch"] == "1"


def test_another_setting_is_another_training_and_stops_the_one_before(imdb_filled, imdb_worker):
    imdb_worker.most = 1
    app = open_panel()
    app.button(key="text_imdb_train").click().run()
    app.number_input(key="text_imdb_seed").set_value(8).run()
    assert "text_imdb_stop" not in keys(app)
    assert any(caption.value == "Not trained yet." for caption in app.caption)


def test_a_worker_that_died_is_told_and_the_next_click_goes_on(imdb_filled, imdb_worker):
    imdb_worker.problem = WorkerDied()
    app = open_panel()
    app.button(key="text_imdb_train").click().run()
    assert WorkerDied().sentence(str) in [warning.value for warning in app.warning]
    imdb_worker.problem = None
    app.button(key="text_imdb_train").click().run()
    trained(app)
    assert "test part: 75.0%" in said(app)


def test_files_that_are_changed_in_mid_training_are_told(imdb_filled, imdb_worker):
    app = open_panel()
    imdb_worker.problem = InputError("imdb.npz cannot be read on this server: it is gone.")
    app.button(key="text_imdb_train").click().run()
    assert not app.exception
    assert "it is gone" in said(app)
    assert "text_imdb_stop" not in keys(app)
