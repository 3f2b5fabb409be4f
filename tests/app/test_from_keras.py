"""Asking Keras from a page: asked once for all visitors, a copy for each, and a sentence when there is no result."""

from dataclasses import dataclass

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.app import from_keras
from lstm_viz.worker.errors import WorkerDied
from tests.support.worker import AtOnce, Broken, use_worker

ASKED: list[tuple] = []


@dataclass(frozen=True)
class Settings:
    units: int


def answer(settings: Settings, inputs: np.ndarray) -> np.ndarray:
    ASKED.append((settings, inputs.copy()))
    return inputs * settings.units


class Here(AtOnce):
    """A worker that answers in this process."""

    def call(self, function, *arguments):
        return function(*arguments)


@pytest.fixture(autouse=True)
def here(monkeypatch):
    ASKED.clear()
    from_keras.load_question.clear()
    use_worker(monkeypatch, Here())
    yield
    from_keras.load_question.clear()


def page() -> None:
    import numpy as np
    import streamlit as st

    from lstm_viz.app.from_keras import ask_keras
    from lstm_viz.remote import Remote
    from tests.app.test_from_keras import Settings

    inputs = np.arange(3.0)
    settings = Settings(st.number_input("units", value=2, key="units"))
    result = ask_keras(Remote("tests.app.test_from_keras:answer"), settings, inputs)
    if result is not None:
        st.text(str(result.tolist()))
        result += 100  # what one visitor does to a result is nobody else's


def test_another_visitor_gets_the_same_without_asking_again():
    for _ in range(2):
        app = AppTest.from_function(page).run()
        assert not app.exception
        assert [text.value for text in app.text] == ["[0.0, 2.0, 4.0]"]
    assert [settings for settings, _ in ASKED] == [Settings(2)]


def test_other_settings_are_asked_for():
    app = AppTest.from_function(page).run()
    app.number_input(key="units").set_value(3).run()
    assert [text.value for text in app.text] == ["[0.0, 3.0, 6.0]"]
    assert [settings for settings, _ in ASKED] == [Settings(2), Settings(3)]


def test_a_worker_that_died_is_told_and_asked_again(monkeypatch):
    use_worker(monkeypatch, Broken(WorkerDied()))
    app = AppTest.from_function(page).run()
    assert [warning.value for warning in app.warning] == [WorkerDied().sentence(str)]
    assert not app.text
    use_worker(monkeypatch, Here())
    app.run()
    assert [text.value for text in app.text] == ["[0.0, 2.0, 4.0]"]
    assert not app.warning


def test_a_visitor_reads_that_the_cluster_is_lost_while_keras_starts_here():
    assert "cluster" in from_keras.waiting_words("alone", 0)
    assert "cluster" not in from_keras.waiting_words("starting", 0)
