"""Training on the page Memory lab, without a browser, by a worker that answers at once."""

import pytest

from lstm_viz.training import NETWORKS
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import open_app, viewer_data, viewer_values
from tests.support.lab import keys, open_lab, rows, train
from tests.worker.training import DIVERGING_SEED


def epochs(app) -> dict[str, int]:
    return {network: line["epochs"] for network, line in rows(app).items()}


def progress(app) -> list[str]:
    """What stands at the bars of progress."""
    return [bar.proto.text for bar in app.get("progress")]


def test_before_training_the_weights_are_those_it_begins_with(pretends):
    app = open_lab(seed="7", trained="0")
    assert pretends.asked == []
    assert set(epochs(app).values()) == {0}
    assert viewer_data(app)["title"] == "LSTM after epoch 0"
    assert any("Not trained yet" in each.value for each in app.caption)
    assert app.button(key="lab_train").label == "Train 250 epochs"


def test_the_button_trains_every_network_to_the_end(pretends):
    app = open_lab(seed="7", trained="0")
    app.button(key="lab_train").click().run()
    train(app)
    assert set(epochs(app).values()) == {250}
    for network in NETWORKS:
        assert sum(each for name, each in pretends.asked if name == network) == 250
    assert app.button(key="lab_train").disabled
    assert viewer_data(app)["title"] == "LSTM after epoch 250"


def test_what_one_visitor_has_trained_is_there_for_the_next(pretends):
    train(open_lab(seed="7", networks="gru"))
    asked = len(pretends.asked)
    assert asked
    app = open_lab(seed="7", networks="gru")
    assert epochs(app) == {"GRU": 250}
    assert len(pretends.asked) == asked


def test_a_link_trains_what_it_shows_and_comes_to_the_very_same_view(pretends):
    query = {"seed": "7", "networks": "lstm,gru", "epochs": "100", "trained": "100", "epoch": "60"}
    app = train(open_lab(**query))
    assert epochs(app) == {"LSTM": 100, "GRU": 100}
    assert viewer_data(app)["title"] == "LSTM after epoch 60"
    assert {name: app.query_params[name] for name in query} == query


def test_a_link_of_more_epochs_than_the_recorded_ones_keeps_its_epoch(pretends):
    query = {"networks": "lstm", "epochs": "500", "trained": "500", "epoch": "400"}
    app = train(open_lab(**query))
    assert epochs(app) == {"LSTM": 500}
    assert viewer_data(app)["title"] == "LSTM after epoch 400"
    assert {name: app.query_params[name] for name in query} == query


def test_a_link_that_is_trained_in_part_trains_as_far_and_not_to_the_end(pretends):
    app = train(open_lab(seed="7", networks="lstm", epochs="250", trained="40", epoch="40"))
    assert epochs(app) == {"LSTM": 40}
    assert app.button(key="lab_train").label == "Go on to 250 epochs"


def test_in_mid_training_the_address_says_how_far_it_goes(pretends):
    pretends.most = 1
    app = open_lab(seed="7", networks="lstm", epochs="100", trained="100")
    assert "lab_stop" in keys(app)
    assert epochs(app) == {"LSTM": 2}
    assert app.query_params["trained"] == "100"
    pretends.most = 1000
    again = train(open_lab(**dict(app.query_params)))
    assert epochs(again) == {"LSTM": 100}
    assert viewer_data(again)["title"] == "LSTM after epoch 100"


def test_stopped_it_stays_there_and_goes_on_from_there(pretends):
    pretends.most = 2
    app = open_lab(seed="7", networks="lstm", trained="0")
    app.button(key="lab_train").click().run()
    app.button(key="lab_stop").click().run()
    assert "lab_stop" not in keys(app)
    assert epochs(app) == {"LSTM": 102}
    assert app.query_params["trained"] == "102"
    asked = len(pretends.asked)
    app.run()
    assert len(pretends.asked) == asked
    pretends.most = 1000
    app.button(key="lab_train").click().run()
    train(app)
    assert epochs(app) == {"LSTM": 250}
    assert sum(each for _, each in pretends.asked[:2] + pretends.asked[asked:]) == 250


def test_another_setting_stops_the_training_of_the_one_before(pretends):
    pretends.most = 1
    app = open_lab(seed="7", networks="lstm", trained="0")
    app.button(key="lab_train").click().run()
    app.number_input(key="lab_seed").set_value(8).run()
    assert "lab_stop" not in keys(app)
    assert epochs(app) == {"LSTM": 0}
    pretends.most = 1000
    asked = len(pretends.asked)
    app.number_input(key="lab_seed").set_value(7).run()
    assert epochs(app) == {"LSTM": 2}
    assert len(pretends.asked) == asked


def test_a_worker_that_died_is_told_and_the_next_click_goes_on(pretends):
    pretends.problem, pretends.process = WorkerDied(), "off"
    app = open_lab(seed="7", networks="lstm", trained="0")
    app.button(key="lab_train").click().run()
    assert WorkerDied().sentence(str) in [warning.value for warning in app.warning]
    assert progress(app) == ["0% of all epochs"]  # Keras is not starting: nobody asks for it
    assert "lab_stop" not in keys(app)
    pretends.problem = None
    app.button(key="lab_train").click().run()
    train(app)
    assert epochs(app) == {"LSTM": 250}
    assert not app.warning


@pytest.mark.parametrize(
    ("process", "lang", "says"),
    [
        ("starting", "en", "0% of all epochs · Keras is starting. This takes a few seconds …"),
        ("busy", "en", "0% of all epochs · Keras is busy: 3 ahead of you"),
        ("busy", "ko", "앞선 요청 3건"),
        ("restarting", "en", "The process that runs Keras has stopped and is starting again."),
    ],
)
def test_who_waits_is_told_what_for(pretends, process, lang, says):
    pretends.most, pretends.process, pretends.before = 0, process, 3 if process == "busy" else 0
    app = open_lab(seed="7", networks="lstm", trained="0", lang=lang)
    app.button(key="lab_train").click().run()
    assert says in progress(app)[0]


def test_a_diverging_loss_ends_with_a_sentence(pretends):
    app = open_lab(seed=str(DIVERGING_SEED), networks="lstm", trained="0", rate="1")
    app.button(key="lab_train").click().run()
    train(app)
    says = "LSTM diverged: after epoch 0 its loss was no longer a number. The learning rate 1 is too high"
    assert says in app.warning[0].value
    assert app.button(key="lab_train").disabled
    assert viewer_values(app, 0, "cell").any()
    assert app.query_params["trained"] == "250"  # whoever opens the link sees it diverge too


@pytest.mark.parametrize("epoch", ["50", "250"])
def test_step_through_trains_a_network_of_the_lab_and_shows_its_weights(pretends, epoch):
    lab = f"gru 4 0.01 7 steps {epoch} 3,0,1,2,3;4,0,1,2,4"
    app = open_app(model="lab", lab=lab)
    for _ in range(20):
        if app.get("bidi_component"):
            break
        app.run()
    assert sum(each for _, each in pretends.asked) == int(epoch)
    assert viewer_data(app)["title"] == "GRU, 4 units, from the Memory lab"
    shown = viewer_values(app, 0, "hidden")
    in_lab = train(open_lab(networks="gru", units="4", seed="7", epoch=epoch, trained=epoch))
    assert (viewer_values(in_lab, 0, "hidden") == shown).all()


def test_step_through_tries_again_on_demand_and_says_what_diverges(pretends):
    pretends.problem = WorkerDied()
    app = open_app(model="lab", lab=f"lstm 20 1 {DIVERGING_SEED} steps 20 3,0,1,2,3;4,0,1,2,4").run()
    assert [warning.value for warning in app.warning] == [WorkerDied().sentence(str)]
    assert len(pretends.asked) == 1
    pretends.problem = None
    app.button(key="lab_model_again").click().run()
    app.run()
    assert ["diverges before that epoch" in warning.value for warning in app.warning] == [True]
    assert "lab_model_again" not in keys(app)
    assert len(pretends.asked) == 2
