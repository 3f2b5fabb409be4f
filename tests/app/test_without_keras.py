"""On a server where Keras cannot start, a link that asks for a training gets a sentence, and the page is at rest."""

import pytest

from lstm_viz.worker.errors import WorkerMemory, WorkerUnavailable
from lstm_viz.worker.process import WorkerProcess
from tests.support.app import open_app, open_page

TOLD = "Everything else works."
PROBLEMS = {"no TensorFlow": WorkerUnavailable(), "no memory": WorkerMemory(700 << 20, 100 << 20)}
LINKS = {
    "memory_lab": {"task": "gap", "n": "9", "epochs": "20", "trained": "20", "units": "5", "networks": "lstm"},
    "time_series": {"source": "clean_sine", "epochs": "2", "trained": "2", "units": "3", "seed": "7"},
    "gradient_flow": {"units": "7"},
    "shapes": {"units": "7"},
    "what_it_returns": {"units": "7"},
    "stateful": {"units": "7"},
    "patterns": {"pattern": "stacked"},
    "attention": {"panel": "equal"},
}


@pytest.fixture(params=PROBLEMS)
def asked(request, monkeypatch) -> list[str]:
    """How often the worker was asked: always in vain."""
    calls: list[str] = []

    def run(_self, function, _args, _kwargs):
        calls.append(function.__name__)
        raise PROBLEMS[request.param]

    monkeypatch.setattr(WorkerProcess, "run", run)
    return calls


@pytest.mark.parametrize("page", LINKS)
def test_a_link_is_answered_once(page, asked):
    app = open_page(page, **LINKS[page])
    assert [TOLD in warning.value for warning in app.warning].count(True) == 1
    assert len(asked) == 1
    assert not app.exception


def test_the_network_of_a_link_to_the_first_page_is_asked_for_once(asked):
    app = open_app(model="lab", lab="lstm 5 0.03 11 sequences 20 3,0,1,2,3;4,0,1,2,4").run()  # its clock's next look
    assert len(asked) == 1
    assert len(app.warning) == 1
    assert not app.exception
