"""The page Memory lab trains with Keras: who can and who cannot, told by numbers, and the other way for other tasks."""

import numpy as np
import pytest

from lstm_viz.app import training_panel
from lstm_viz.data import one_hot
from lstm_viz.engine import numpy_engine
from lstm_viz.tasks import canonical, memory_pair, parse_task
from lstm_viz.training import TrainingSettings, model_of, new_run, train
from lstm_viz.worker import shared_worker
from tests.support.app import open_app, viewer_values
from tests.support.lab import open_lab, rows, said
from tests.support.lab import train as train_page

pytestmark = pytest.mark.slow

BOTH = {"networks": "lstm,perceptron", "units": "8", "regime": "sequences", "rate": "0.03"}


@pytest.fixture(autouse=True)
def patient(fresh, monkeypatch):
    """The first run of the page watches the training to its end: a run costs more than the epochs meanwhile."""
    monkeypatch.setattr(training_panel, "FIRST_SECONDS", 40)


def lab_of(sequences: str):
    link = BOTH | {"task": "own", "sequences": sequences, "epochs": "150", "trained": "150"}
    app = train_page(open_lab(**link))
    assert not app.warning
    return app, rows(app)


def test_where_a_memory_is_needed_the_lstm_can_and_the_perceptron_cannot():
    app, lines = lab_of("a,x,x,a;b,x,x,b")
    assert "needs a memory of 2 steps" in said(app)
    assert lines["LSTM"]["right answers"] == "6 of 6"
    assert lines["perceptron"]["every answer right since epoch"] == "never"
    # After x comes x, x, a or b: two of six answers are a guess among one in four.
    floor = (4 * -(0.5 * np.log(0.5) + 2 * 0.25 * np.log(0.25))) / 6
    assert f"cannot fall below {floor:.4f}" in said(app)
    assert float(lines["perceptron"]["loss (nats)"]) > floor - 5e-5
    assert float(lines["LSTM"]["loss (nats)"]) < floor / 5


def test_where_no_memory_is_needed_the_perceptron_can_too():
    app, lines = lab_of("a,b,c,d;b,c,d,a")
    assert "needs no memory" in said(app)
    assert lines["perceptron"]["right answers"] == lines["LSTM"]["right answers"] == "6 of 6"
    assert lines["perceptron"]["every answer right since epoch"] != "never"


def test_what_nobody_can_solve_nobody_solves():
    app, lines = lab_of("a,b,c;a,b,d")
    assert "No network can solve it" in said(app)
    for line in lines.values():
        assert line["right answers"] == "3 of 4"
        assert line["every answer right since epoch"] == "never"
        # Two of four answers are c or d with even chances.
        assert float(line["loss (nats)"]) > np.log(2) / 2 - 5e-5


def test_step_through_shows_the_weights_that_keras_gives():
    settings, task = TrainingSettings("lstm", 5, 0.03, 11, "sequences"), parse_task("a,x,x|a;b,x,x|b")
    app = open_app(model="lab", lab=f"lstm 5 0.03 11 sequences 20 {canonical(task)}")
    for _ in range(100):
        if app.get("bidi_component"):
            break
        app.run()
        assert not app.exception
    chunk = shared_worker().call(train, settings, task, new_run(settings, task).state, 20, 10)
    model = model_of(settings, chunk.state.weights)
    trace = numpy_engine.run(model.weights, one_hot(task.sequences[0][:-1], 3)[None])
    steps = viewer_values(app, 0, "cell")
    np.testing.assert_array_equal(steps, trace.cell[0, : len(steps)])


def test_a_seed_that_was_not_recorded_gives_the_bits_of_one_direct_call():
    settings = TrainingSettings("gru", 5, 0.01, 11, "steps")
    app = train_page(open_lab(networks="gru", units="5", seed="11", epochs="20", trained="20"))
    begin = new_run(settings, memory_pair()).state
    chunk = shared_worker().call(train, settings, memory_pair(), begin, 20, 10)
    trace = numpy_engine.run(
        model_of(settings, chunk.state.weights).weights, one_hot(memory_pair().sequences[1][:-1], 5)[None]
    )
    np.testing.assert_array_equal(viewer_values(app, 1, "hidden"), trace.hidden[0])
    assert rows(app)["GRU"]["loss (nats)"] == f"{chunk.losses[-1]:.4f}"
