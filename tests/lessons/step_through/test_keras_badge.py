"""The badge and "Check now": what Keras says, and what is said when Keras cannot be asked."""

import pytest

from lstm_viz.lessons.step_through.ui import keras_badge
from lstm_viz.worker.errors import WorkerBusy, WorkerDied, WorkerMemory, WorkerTimeout, WorkerUnavailable
from tests.support.app import open_app, tokens, viewer_data
from tests.support.worker import Broken, use_worker


@pytest.fixture
def worker(monkeypatch):
    def use(problem):
        use_worker(monkeypatch, Broken(problem))

    return use


def badge(app) -> str:
    return next(each.value for each in app.markdown if "-badge[" in each.value)


def captions(app) -> str:
    return " ".join(each.value for each in app.caption)


def press_check(app):
    next(button for button in app.button if button.label == "Check now").click().run()
    assert not app.exception


def test_before_a_check_the_pair_is_held_against_what_keras_recorded():
    app = open_app()
    assert "equal to Keras to within" in badge(app)
    assert "recorded after training" in captions(app)


def test_another_input_has_not_been_checked():
    assert "not yet checked" in badge(open_app(a="3,0,1,2"))
    assert "not yet checked" in badge(open_app(model="untrained"))


def test_numbers_that_are_not_kerass_are_called_so(monkeypatch):
    recorded = {name: array + 2e-6 for name, array in keras_badge.recorded_by_keras(8).items()}
    monkeypatch.setattr(keras_badge, "recorded_by_keras", lambda units: recorded)
    assert "differs from Keras by 2·10⁻⁶" in badge(open_app())


@pytest.mark.parametrize(
    ("problem", "says"),
    [
        (WorkerUnavailable(), "TensorFlow is not installed on this server"),
        (WorkerDied(), "stopped before it had a result"),
        (WorkerTimeout(30), "stopped after 30 seconds"),
        (WorkerBusy(60), "busy with other visitors"),
        (WorkerMemory(700 << 20, 100 << 20), "needs 700 MiB of memory and this server has 100 MiB left"),
    ],
)
def test_without_keras_the_page_steps_on_and_says_what_is_missing(worker, problem, says):
    worker(problem)
    app = open_app()
    before = viewer_data(app)
    press_check(app)
    assert "not checked" in badge(app)
    assert says in captions(app)
    assert viewer_data(app) == before
    app.text_input(key="a").set_value("0 1 2").run()
    assert tokens(app) == ["0", "1"]


def test_a_check_counts_for_its_own_view_alone(worker):
    worker(WorkerDied())
    app = open_app()
    press_check(app)
    app.text_input(key="a").set_value("0 1 2").run()
    assert "not yet checked" in badge(app)


@pytest.mark.parametrize("query", [{}, {"model": "untrained", "layer": "gru"}, {"input": "rows", "model": "constant"}])
def test_check_now_runs_the_real_layer(query, keras_here):
    app = open_app(**query)
    press_check(app)
    assert "equal to Keras to within" in badge(app)
    assert "checked just now with Keras 3." in captions(app)
    assert set(keras_here.asked) == {"check_layer"}


@pytest.mark.parametrize(("number", "written"), [(0, "0"), (1.2e-7, "1·10⁻⁷"), (3e-10, "3·10⁻¹⁰")])
def test_small_numbers_are_written_as_people_write_them(number, written):
    assert keras_badge.power_of_ten(number) == written
