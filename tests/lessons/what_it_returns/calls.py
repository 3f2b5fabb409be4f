"""Calls with what Keras gave for them, each asked for once."""

from functools import cache

import numpy as np

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.call import MERGE_MODES, Call
from lstm_viz.lessons.what_it_returns.in_keras import others as others_of
from lstm_viz.lessons.what_it_returns.in_keras import returned
from lstm_viz.lessons.what_it_returns.inputs import Inputs, inputs_of
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.lessons.what_it_returns.rules import KerasRule, rules_of

LAYERS = ("lstm", "gru", "simple_rnn")
# Each kind of call, by what it is.
CALLS = {
    "one output": Call(),
    "with its states": Call(return_state=True),
    "a sequence": Call(return_sequences=True, return_state=True, weights="seed"),
    "backwards": Call(go_backwards=True, return_sequences=True, return_state=True, weights="seed"),
    "stateful": Call(stateful=True, return_state=True, weights="seed"),
    "a Dense": Call(next_layer="dense", return_sequences=True),
    "a TimeDistributed": Call(layer="gru", next_layer="time_distributed", return_sequences=True, weights="seed"),
    **{
        f"Bidirectional {mode}": Call(
            bidirectional=True, merge_mode=mode, return_state=True, weights="seed", return_sequences=mode != "ave"
        )
        for mode in MERGE_MODES
    },
    "Bidirectional stateful": Call(bidirectional=True, stateful=True, next_layer="dense"),
    "Bidirectional GRU": Call(layer="gru", bidirectional=True, merge_mode="None", stateful=True, weights="seed"),
}


@cache
def inputs(kind: str = "sample", text: str = "") -> Inputs:
    return inputs_of(kind, text)


@cache
def result(call: Call, kind: str = "sample", text: str = "") -> Returned | KerasError:
    return returned(call, inputs(kind, text).x)


def given(call: Call, kind: str = "sample", text: str = "") -> Returned:
    """The tensors of a call that Keras takes."""
    found = result(call, kind, text)
    assert isinstance(found, Returned), found
    return found


@cache
def others(call: Call, kind: str = "sample", text: str = "") -> dict[str, np.ndarray]:
    return others_of(call, inputs(kind, text).x)


def claims(call: Call, kind: str = "sample", text: str = "") -> list[KerasRule]:
    return rules_of(call, given(call, kind, text), others(call, kind, text), str)


def shapes(call: Call, kind: str = "sample") -> list[tuple[int, ...]]:
    return [array.shape for array in given(call, kind).tensors.values()]


def per_unit(*numbers: float) -> np.ndarray:
    """All units are equal: each number three times."""
    return np.repeat(numbers, 3)
