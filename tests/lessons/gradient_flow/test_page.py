"""The page Gradient flow, without a browser: controls, links, panels, what goes wrong, both languages."""

import pandas
import pytest

from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.recorded import recorded_flows
from lstm_viz.lessons.gradient_flow.settings import DEFAULT, SETTINGS, FlowSettings
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import tries, try_this, words
from tests.support.gradient_flow import charts, open_flow
from tests.support.worker import AtOnce, Broken, forget, use_worker


@pytest.fixture
def asked(monkeypatch) -> list[tuple[FlowSettings, str]]:
    """What is asked of the worker, which answers with the recorded norms: TensorFlow is for other tests."""
    calls: list[tuple[FlowSettings, str]] = []

    class Answers(AtOnce):
        def call(self, function, settings, network):
            calls.append((settings, network))
            return recorded_flows()[network]

    forget()
    use_worker(monkeypatch, Answers)
    yield calls
    forget()


@pytest.fixture
def broken(monkeypatch):
    forget()
    use_worker(monkeypatch, Broken(WorkerDied()))


def test_the_first_view_is_there_without_the_worker(asked):
    app = open_flow()
    assert asked == []
    states, loss = charts(app)
    assert "SimpleRNN 48." in " ".join(states["title"]["subtitle"])
    assert "GRU" in loss["description"]
    assert {name: app.query_params[name] for name in SETTINGS} == SETTINGS.link(SETTINGS.defaults())


@pytest.mark.parametrize("bias", ["1", "5"])
def test_the_page_says_what_another_forget_bias_changes(asked, bias):
    said = " ".join(words(open_flow(forget_bias=bias)))
    factors = {each: f"{recorded_flows()[name].cell[0]:.2g}" for each, name in (("1", "lstm"), ("5", "other_lstm"))}
    assert float(factors["1"]) < 1e-9 < 1e-2 < float(factors["5"])
    other = "5" if bias == "1" else "1"
    if bias == "1":
        assert f"at most {factors[bias]} when it reaches step 150; with {other}, by at most {factors[other]}." in said
    assert f"With a forget bias of {bias}, a small change" in said


def test_trained_networks_are_compared_with_no_other_bias(asked):
    assert "a small change to the LSTM's cell" not in " ".join(words(open_flow(state="trained")))


def test_a_slider_asks_the_worker_for_each_network_once(asked):
    app = open_flow()
    app.slider(key="flow_steps").set_value(60).run()
    wanted, compared = (FlowSettings("untrained", 16, 1, bias, "1", 60) for bias in ("1", "5"))
    assert asked == [*((wanted, network) for network in gap.NETWORKS), (compared, "lstm")]
    assert app.query_params["steps"] == "60"
    app.slider(key="flow_steps").set_value(DEFAULT.steps).run()
    app.slider(key="flow_steps").set_value(60).run()
    assert len(asked) == len(gap.NETWORKS) + 1


def test_a_link_opens_the_very_same_settings(asked):
    query = {"units": "7", "seed": "12", "forget_bias": "-1", "recurrent_scale": "0.25", "steps": "33"}
    app = open_flow(**query, panel="forget")
    assert {settings for settings, _ in asked} == {FlowSettings("untrained", 7, 12, "-1", "0.25", 33)}
    assert [chart["title"]["text"] for chart in charts(app)] == ["LSTM: cell gradient and forget gates"]
    assert {name: app.query_params[name] for name in query} == query


def test_a_tampered_link_shows_the_nearest_settings_and_says_what_was_ignored(asked):
    app = open_flow(steps="9999", forget_bias="<b>", state="trained", seed="77", units="3")
    assert {settings for settings, _ in asked} == {FlowSettings("trained", 16, 5, "", "1", 200)}
    said = " ".join(words(app))
    assert "“steps” cannot be “9999”" in said
    assert "“forget_bias” cannot be “<b>”" in said
    assert "“seed”, 77, cannot be used with trained networks. Shown: 5." in said
    assert "“units”, 3, cannot be used with trained networks. Shown: 16." in said


def test_trained_networks_have_a_few_seeds_and_no_controls_of_their_own(asked):
    app = open_flow(seed="77")
    app.get_by_key("flow_state").set_value("trained").run()
    assert not app.exception
    assert app.number_input(key="flow_seed").value == 5
    assert [slider.label for slider in app.slider] == ["Length of the sequence (steps)"]
    assert "Remembered, but without a gradient" in " ".join(each.value for each in app.markdown)
    app.get_by_key("flow_state").set_value("untrained").run()
    assert not app.exception
    assert {slider.label for slider in app.slider} == {"Length of the sequence (steps)", "Units"}


def test_a_worker_that_died_is_told_and_the_rest_of_the_page_stays(broken):
    app = open_flow(steps="60")
    assert [warning.value for warning in app.warning] == [WorkerDied().sentence(str)]
    assert charts(app) == []
    assert tries(app)
    assert app.query_params["steps"] == "60"
    app.slider(key="flow_steps").set_value(DEFAULT.steps).run()
    assert len(charts(app)) == 2


def test_try_this_opens_its_settings(asked):
    app = open_flow(steps="60")
    try_this(app, 1)
    assert (app.query_params["recurrent_scale"], app.query_params["steps"]) == ("2", "150")


def test_every_norm_is_in_the_table_and_its_file(asked):
    app = open_flow(panel="data")
    frame = app.dataframe[0].value
    assert len(frame) == 3 * DEFAULT.steps
    row = frame[(frame.network == "lstm") & (frame.step == 1)].iloc[0]
    assert row.cell == recorded_flows()["lstm"].cell[0]
    assert pandas.isna(frame[frame.network == "gru"].cell).all()


def test_the_code_is_that_of_the_chosen_network(asked):
    app = open_flow(panel="code", network="gru")
    assert "keras.layers.GRUCell" in app.code[0].value
    app.get_by_key("flow_network").set_value("simple_rnn").run()
    assert "keras.layers.SimpleRNNCell" in app.code[0].value
    assert app.query_params["network"] == "simple_rnn"


def test_what_was_trained_beforehand_is_shown_with_its_script():
    app = open_flow(panel="gap")
    assert "LSTM: 100% at gap 1" in charts(app)[0]["description"]
    assert any("tools/train_gap.py" in each.value for each in app.caption)
    assert not app.button(key="flow_train").disabled
