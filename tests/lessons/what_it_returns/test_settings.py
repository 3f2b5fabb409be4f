"""A link holds every switch under Keras's own name, and what has no part in the call at its default."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.lessons.what_it_returns.call import Call, call_of
from lstm_viz.lessons.what_it_returns.settings import SETTINGS
from lstm_viz.lessons.what_it_returns.ui.lesson import LAST
from tests.lessons.what_it_returns import calls

DEFAULTS = SETTINGS.link(SETTINGS.defaults())


def test_names_of_the_link_are_a_promise():
    assert {name: value for name, value in DEFAULTS.items() if name not in ("rows", "symbols")} == {
        "layer": "lstm",
        "units": "3",
        "return_sequences": "True",
        "return_state": "True",
        "go_backwards": "False",
        "stateful": "False",
        "bidirectional": "False",
        "merge_mode": "concat",
        "behind": "nothing",
        "dense_units": "2",
        "weights": "constant",
        "seed": "1",
        "input": "sample",
        "sample": "1",
        "tensor": "",
        "direction": "forward",
        "size": "100",
        "features": "10",
        "reset_after": "True",
        "dropout": "0.5",
        "recurrent_dropout": "0.0",
        "mask_seed": "1",
        "unit": "1",
        "lesson": "0",
        "panel": "tensors",
        "predict": "False",
    }


def test_the_switches_of_a_link_are_keras_arguments():
    values, ignored = SETTINGS.read({"return_sequences": "False", "bidirectional": "True", "merge_mode": "None"})
    assert call_of(values) == Call(return_state=True, bidirectional=True, merge_mode="None")
    assert ignored == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"units": "500"}, "whole number from 1 to 32. Shown: 32."),
        ({"return_state": "maybe"}, "return_state"),
        ({"merge_mode": "<b>"}, "“<b>”"),
    ],
)
def test_what_of_a_link_is_ignored_is_said(query, said):
    _, ignored = SETTINGS.read(query)
    assert [said in str(problem) for problem in ignored] == [True]


def test_what_has_no_part_in_the_call_is_not_in_the_link():
    query = {"merge_mode": "sum", "seed": "9", "dense_units": "7", "rows": "1;2", "sample": "2"}
    assert SETTINGS.link(SETTINGS.read(query)[0]) == DEFAULTS
    query |= {"bidirectional": "True", "weights": "seed", "behind": "dense", "input": "pair", "rows": DEFAULTS["rows"]}
    assert SETTINGS.link(SETTINGS.read(query)[0]) == DEFAULTS | query


@settings(max_examples=50)
@given(st.fixed_dictionaries({}, optional={name: st.text(max_size=12) for name in SETTINGS}))
def test_no_link_breaks_the_page(query):
    values, _ = SETTINGS.read(query)
    again, ignored = SETTINGS.read(SETTINGS.link(values))
    assert ignored == []
    assert call_of(again) == call_of(values)


def test_the_twenty_outputs_of_the_link_to_lstm_20_differ():
    values, _ = SETTINGS.read(LAST)
    output = calls.given(call_of(values), values["input"]).tensors["output"]
    assert output.shape == (32, 20)
    assert all(len(np.unique(row)) == 20 for row in output)
