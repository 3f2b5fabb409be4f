"""One point of the gap task trained on the page Gradient flow: begun, stopped, finished."""

from concurrent.futures import Future

import numpy as np
import pytest

from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.training import Chunk, TrainingState, start
from tests.support.app import words
from tests.support.gradient_flow import charts, open_flow
from tests.support.worker import AtOnce, forget, use_worker


class Trains(AtOnce):
    """A worker that answers at once with epochs in which nothing is learned; those after `most` calls wait for ever."""

    def __init__(self):
        self.asked: list[int] = []
        self.most = 1000

    def submit_chunk(self, _function, _settings, _task, state, epochs, _every) -> Future:
        self.asked.append(epochs)
        after = TrainingState(state.epoch + epochs, state.weights, state.optimizer)
        future: Future = Future()
        if len(self.asked) <= self.most:
            future.set_result(Chunk(after, np.full(epochs, 0.69), np.full(epochs, 0.5), (), epoch_seconds=0.01))
        return future


@pytest.fixture
def trains(monkeypatch) -> Trains:
    worker = Trains()
    forget()
    use_worker(monkeypatch, worker)
    yield worker
    forget()


def test_a_point_is_trained_chunk_by_chunk_and_marked_in_the_chart(trains):
    app = open_flow(panel="gap", network="gru", gap="50", train_seed="7")
    app.button(key="flow_train").click().run()
    for _ in range(gap.EPOCHS):
        if not any(button.key == "flow_stop" for button in app.button):
            break
        app.run()
    assert sum(trains.asked) == gap.EPOCHS
    settings, task = gap.training_of("gru", 50, 7)
    accuracy = gap.accuracy_of(settings, task, start(settings, task))
    assert f"GRU, gap 50, seed 7: accuracy {accuracy:.0%} after 600 updates, loss 0.69 nats." in words(app)
    marked = next(layer for layer in charts(app)[0]["layer"] if layer["mark"]["type"] == "point")
    assert marked["data"]["values"] == [{"network": "gru", "gap": 50, "accuracy": accuracy, "name": "GRU"}]
    assert app.button(key="flow_train").disabled


def test_a_training_is_stopped_and_goes_on_from_there(trains):
    trains.most = 2
    app = open_flow(panel="gap")
    app.button(key="flow_train").click().run()
    app.run()
    app.button(key="flow_stop").click().run()
    stopped = sum(trains.asked)
    app.run()
    assert sum(trains.asked) == stopped < gap.EPOCHS
    assert app.button(key="flow_train").label == "Go on"
    app.button(key="flow_train").click().run()
    assert sum(trains.asked) > stopped


def test_another_point_stops_the_training_of_the_one_before(trains):
    trains.most = 2
    app = open_flow(panel="gap")
    app.button(key="flow_train").click().run()
    app.get_by_key("flow_network").set_value("gru").run()
    before = sum(trains.asked)
    app.run()
    assert sum(trains.asked) == before
    assert app.button(key="flow_train").label == "Train this one now"
