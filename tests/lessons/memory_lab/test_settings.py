"""The link of the page Memory lab: a promise for tomorrow, and forgiving to what people do to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz import tasks
from lstm_viz.lessons.memory_lab.ui.lesson import HINTS
from lstm_viz.lessons.memory_lab.view import EPOCHS, RATES, RECURRENT, SETTINGS, TASKS, view_of
from lstm_viz.training import NETWORKS, REGIMES


def view(**query):
    values, ignored = SETTINGS.read(query)
    return view_of(values)[0], values, [str(problem) for problem in ignored]


def test_no_link_gives_the_memory_pair_trained_beforehand():
    shown, _, ignored = view()
    assert (shown.task, shown.networks, shown.epochs) == (tasks.memory_pair(), NETWORKS, 250)
    assert ignored == []


def test_the_names_and_defaults_of_a_link_stay():
    promised = {"task": "memory_pair", "n": 5, "sequences": "s,u,n,n,y;r,u,n,n,e,r", "networks": list(NETWORKS)}
    promised |= {"units": 20, "rate": "0.01", "seed": 4, "regime": "steps", "epochs": "250", "trained": 250}
    promised |= {"network": "lstm", "epoch": 250, "a": 1, "b": 2, "panel": "carry", "step": 4, "unit": 13}
    promised |= {"show": "A-B", "action": "erase", "state": "cell", "edits": "", "predict": False}
    promised |= {"curves": True, "teach": False, "without": []}
    assert SETTINGS.defaults() == promised


OWN = {"task": "own"}


@pytest.mark.parametrize(
    ("query", "name", "shown", "says"),
    [
        ({"task": "evil"}, "task", "memory_pair", "“task” cannot be “evil”"),
        ({"task": "gap", "n": "99"}, "n", 50, "“n” cannot be “99”; it is a whole number from 1 to 50. Shown: 50."),
        ({"task": "counting", "n": "30"}, "n", 8, "“n” is too large. Shown: the last one, 8"),
        ({"task": "counting", "n": "1"}, "n", 2, "“n” cannot be “1”; it is a whole number from 2 to 8. Shown: 2"),
        (OWN | {"sequences": "a"}, "sequences", SETTINGS["sequences"].default, "sequences were replaced. A task has 2"),
        (OWN | {"sequences": "<b>x,y;z,w"}, "sequences", SETTINGS["sequences"].default, "“<b>x” in sequence 1"),
        ({"networks": "lstm,cnn"}, "networks", ["lstm"], "“networks” cannot be “lstm,cnn”"),
        ({"networks": ""}, "networks", list(NETWORKS), "“networks” cannot be “”"),
        ({"units": "999"}, "units", 64, "from 1 to 64. Shown: 64."),
        ({"rate": "0.02"}, "rate", "0.01", "“rate” cannot be “0.02”"),
        ({"seed": "-1"}, "seed", 0, "“seed” cannot be “-1”"),
        ({"regime": "online"}, "regime", "steps", "“regime” cannot be “online”"),
        ({"epochs": "251"}, "epochs", "250", "“epochs” cannot be “251”"),
        ({"trained": "1e9"}, "trained", 250, "“trained” cannot be “1e9”"),
        ({"network": "perceptron"}, "network", "lstm", "“network” cannot be “perceptron”"),
        (
            {"network": "gru", "networks": "lstm"},
            "network",
            "lstm",
            "“gru” is not among those trained here. Shown: lstm.",
        ),
        ({"a": "8"}, "a", 2, "“a” is too large. Shown: the last one, 2"),
        ({"step": "40"}, "step", 4, "“step” is too large. Shown: the last one, 4"),
        ({"unit": "21"}, "unit", 20, "“unit” is too large. Shown: the last one, 20"),
        ({"edits": "A.cell.1.1.melt"}, "edits", "", "intervention “A.cell.1.1.melt” could not be read"),
        ({"edits": ",".join(["A.cell.1.1.erase"] * 21)}, "edits", "", "has 21 interventions: at most 20"),
        ({"edits": "A" * 30_000}, "edits", "", "“edits” is too long"),
    ],
)
def test_a_tampered_link_gives_the_nearest_view_and_says_so(query, name, shown, says):
    found, values, ignored = view(**query)
    assert found is not None
    assert values[name] == shown
    assert len(ignored) == 1
    assert says in ignored[0]


def test_what_the_link_says_nothing_of_is_fitted_without_a_word():
    _, values, ignored = view(units="5", networks="perceptron,gru", a="2")
    assert (values["unit"], values["network"], values["a"], values["b"]) == (5, "gru", 2, 1)
    assert ignored == []


def test_one_sequence_may_stand_beside_itself():
    _, values, ignored = view(a="1", b="1")
    assert (values["a"], values["b"], ignored) == (1, 1, [])


def test_own_sequences_are_read():
    shown, _, ignored = view(task="own", sequences="s u n n y\nr u n n e r")
    assert ignored == []
    assert shown.task == tasks.parse_task("s,u,n,n,y;r,u,n,n,e,r")
    assert shown.link()["sequences"] == tasks.canonical(shown.task)


@pytest.mark.parametrize(("label", "link"), HINTS.tries, ids=lambda each: each if isinstance(each, str) else "")
def test_nothing_of_a_link_to_try_is_ignored(label, link):
    shown, values, ignored = view(**link)
    assert ignored == []
    assert shown.link() | {name: str(values[name]) for name in link} == shown.link() | link


QUERIES = st.dictionaries(st.sampled_from(sorted(SETTINGS)), st.text(max_size=30))


@given(QUERIES)
def test_whatever_a_link_says_there_is_a_view(query):
    values, _ = SETTINGS.read(query)
    shown, problems = view_of(values)
    assert problems == {}
    count = len(shown.task.sequences)
    assert 1 <= values["unit"] <= shown.units
    assert max(values["a"], values["b"]) <= count
    assert values["network"] in shown.networks or not set(RECURRENT) & set(shown.networks)


@given(
    st.sampled_from([task for task in TASKS if task != "own"]),
    st.integers(1, 50),
    st.sets(st.sampled_from(NETWORKS), min_size=1),
    st.integers(1, 64),
    st.sampled_from(RATES),
    st.integers(0, 999_999),
    st.sampled_from(REGIMES),
    st.sampled_from(EPOCHS),
)
def test_a_view_comes_back_from_its_own_link(task, n, networks, units, rate, seed, regime, epochs):
    query = {"task": task, "n": n, "networks": ",".join(networks), "units": units}
    query |= {"rate": rate, "seed": seed, "regime": regime, "epochs": epochs}
    shown, *_ = view(**{name: str(value) for name, value in query.items()})
    again, _, ignored = view(**shown.link())
    assert again == shown
    assert ignored == []
