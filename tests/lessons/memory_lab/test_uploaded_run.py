"""A saved training finds the settings of the page that show it."""

import numpy as np
import pytest

from lstm_viz import tasks
from lstm_viz.data import InputError
from lstm_viz.lessons.memory_lab.uploaded_run import values_of
from lstm_viz.lessons.memory_lab.view import SETTINGS, view_of
from lstm_viz.tasks import GENERATORS, SIZES, parse_task
from lstm_viz.training import Run, TrainingSettings, TrainingState, new_run

GENERATED = [
    generator(n) if n else generator()
    for name, generator in GENERATORS.items()
    for n in ((SIZES[name].start, 7, SIZES[name].stop - 1) if name in SIZES else (0,))
]
OWN = [parse_task("s,u,n,n,y;r,u,n,n,e,r"), parse_task("a,x,x|a;b,x,x|b,b")]


def run_of(settings: TrainingSettings, task, epochs: int = 0) -> Run:
    begin = new_run(settings, task)
    state = TrainingState(epochs, begin.state.weights, begin.state.optimizer)
    return Run(settings, task, state, np.ones(epochs), np.ones(epochs), begin.snapshots)


@pytest.mark.parametrize("task", GENERATED + OWN, ids=tasks.canonical)
def test_its_task_and_settings_are_shown(task):
    settings = TrainingSettings("gru", 7, 0.03, 12, "sequences")
    values = SETTINGS.defaults() | values_of(run_of(settings, task, 37))
    view, problems = view_of(values)
    assert problems == {}
    assert (view.task, view.settings("gru"), view.networks) == (task, settings, ("gru",))
    assert view.epochs >= 37
    assert values["network"] == "gru"


@pytest.mark.parametrize(("epochs", "asked"), [(0, 10), (10, 10), (11, 20), (251, 300), (2000, 2000)])
def test_as_many_epochs_are_shown_as_it_has(epochs, asked):
    values = values_of(run_of(TrainingSettings("perceptron", 2, 0.01, 1, "steps"), tasks.memory_pair(), epochs))
    assert (int(values["epochs"]), values["trained"], values["epoch"]) == (asked, epochs, epochs)
    assert "network" not in values


def test_its_link_shows_it_too():
    values = values_of(run_of(TrainingSettings("lstm", 3, 0.1, 5, "steps"), OWN[1], 20))
    query = {name: ",".join(value) if isinstance(value, list) else str(value) for name, value in values.items()}
    again, ignored = SETTINGS.read(query)
    assert ignored == []
    assert {name: again[name] for name in values} == values


def test_a_rate_that_the_page_has_not_gets_a_sentence():
    with pytest.raises(InputError, match=r"learning rate of this run is 0\.02; this page has 0\.0001"):
        values_of(run_of(TrainingSettings("lstm", 3, 0.02, 5, "steps"), tasks.memory_pair()))
