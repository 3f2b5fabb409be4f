"""The link of the page Step through: a promise for tomorrow, and forgiving to what people do to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.lessons.step_through.settings import SETTINGS
from lstm_viz.lessons.step_through.view import view_of


def view(**query):
    values, ignored = SETTINGS.read(query)
    return view_of(values)[0], values, [str(problem) for problem in ignored]


def test_no_link_gives_the_memory_pair_on_eight_trained_units():
    shown, values, ignored = view()
    assert (shown.a, shown.b, shown.model, shown.units) == ("3,0,1,2,3", "4,0,1,2,4", "trained-8", 8)
    assert (values["step"], values["unit"], values["show"]) == (3, 4, "A")
    assert ignored == []


def test_the_names_and_defaults_of_a_link_stay():
    promised = {"input": "symbols", "a": "3, 0, 1, 2, 3", "b": "4, 0, 1, 2, 4", "model": "trained-8", "layer": "lstm"}
    promised |= {
        "units": 8,
        "seed": 1,
        "step": 3,
        "unit": 4,
        "show": "A",
        "panel": "words",
        "gate": "forget_gate",
        "lab": "",
        "edits": "",
        "lesson": 0,
        "teach": False,
        "without": [],
        "predict": False,
    }
    assert SETTINGS.defaults() == promised


@pytest.mark.parametrize(
    ("query", "name", "shown", "says"),
    [
        ({"model": "evil"}, "model", "trained-8", "“model” cannot be “evil”"),
        ({"units": "999", "model": "untrained"}, "units", 64, "from 1 to 64. Shown: 64."),
        ({"units": "x", "model": "untrained"}, "units", 8, "“units” cannot be “x”"),
        ({"step": "77"}, "step", 4, "“step” is too large. Shown: the last one, 4"),
        ({"unit": "9"}, "unit", 8, "“unit” is too large. Shown: the last one, 8"),
        ({"unit": "-3"}, "unit", 1, "“unit” cannot be “-3”"),
        ({"seed": "1e3", "model": "untrained"}, "seed", 1, "“seed” cannot be “1e3”"),
        ({"a": "3,9"}, "a", "3, 0, 1, 2, 3", "“9” at position 2 is not in the alphabet"),
        ({"b": "<b>x</b>"}, "b", "4, 0, 1, 2, 4", "“<b>x</b>” at position 1"),
        ({"b": "", "show": "B"}, "show", "A", "there is no sequence B"),
        ({"input": "rows", "model": "trained-8"}, "model", "untrained", "reads symbols only"),
        ({"input": "rows", "b": "1,2;3,4"}, "b", "", "B's rows have 2 numbers, A's have 5"),
        ({"a": "1," * 20_000}, "a", "3, 0, 1, 2, 3", "is too long"),
        ({"unit": "99"}, "unit", 8, "Shown: the last one, 8"),
        ({"b": "4,0", "show": "A-B", "step": "4"}, "step", 1, "Shown: the last one, 1"),
        ({"layer": "gru"}, "layer", "gru", "“layer”, gru, cannot be used with its model. Shown: lstm."),
        ({"units": "5"}, "units", 5, "“units”, 5, cannot be used with its model. Shown: 8."),
        ({"gate": "update_gate"}, "gate", "input_gate", "“gate”, update_gate, cannot be used"),
        ({"panel": "predictions", "model": "constant"}, "panel", "words", "“panel”, predictions, cannot be used"),
        (
            {"panel": "memory", "model": "untrained", "layer": "gru"},
            "panel",
            "words",
            "“panel”, memory, cannot be used",
        ),
    ],
)
def test_a_tampered_link_gives_the_nearest_view_and_says_so(query, name, shown, says):
    found, values, ignored = view(**query)
    assert found is not None
    assert values[name] == shown
    assert len(ignored) == 1
    assert says in ignored[0]


def test_a_trained_model_keeps_its_own_layer_and_units():
    shown, *_ = view(model="trained-20", layer="gru", units="3", seed="9")
    assert (shown.layer, shown.units, shown.seed) == ("lstm", 20, 0)


@given(st.dictionaries(st.sampled_from(sorted(SETTINGS)), st.text(max_size=30)))
def test_whatever_a_link_says_there_is_a_view(query):
    values, _ = SETTINGS.read(query)
    shown, problems = view_of(values)
    assert shown is not None
    assert problems == {}
    assert 1 <= values["unit"] <= shown.units


@given(
    st.lists(st.integers(0, 4), min_size=2, max_size=30),
    st.sampled_from(["untrained", "constant", "trained-8"]),
    st.sampled_from(["lstm", "gru", "simple_rnn"]),
    st.integers(1, 64),
    st.integers(0, 999_999),
)
def test_a_view_comes_back_from_its_own_link(symbols, model, layer, units, seed):
    text = " ".join(map(str, symbols))
    shown, *_ = view(a=text, model=model, layer=layer, units=str(units), seed=str(seed))
    again, _, ignored = view(**shown.link())
    assert again == shown
    assert ignored == []
