"""The lines that are to mend an error, run by Keras: of whichever layer the message came from, one of them works."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from lstm_viz.keras_errors.explaining import explain

pytest.importorskip("keras")

from keras import layers

X = np.zeros((2, 4, 5), "float32")
LAYERS = (layers.LSTM, layers.GRU, layers.SimpleRNN)


def message_of(function) -> str:
    with pytest.raises((ValueError, TypeError)) as caught:
        function()
    return str(caught.value)


def lines_for(message: str) -> list[str]:
    return explain(message, str).code.splitlines()


def unpacked(line: str, layer) -> dict:
    """What the names of a line hold."""
    made = {"x": X, "layer": layer}
    exec(line, made)  # noqa: S102 - our own lines: that they run is what is tested
    return made


def wanted_line(lines: list[str], is_apart: bool) -> str:
    (line,) = (line for line in lines if line.startswith("forward_output" if is_apart else "output"))
    return line


@pytest.mark.parametrize(("kind", "mode", "sequences"), list(product(LAYERS, ("concat", None), (False, True))))
def test_states_of_a_stateful_bidirectional_are_handed_on(kind, mode, sequences):
    switches = {"return_state": True, "return_sequences": sequences}
    lines = lines_for(message_of(lambda: layers.Bidirectional(kind(3, stateful=True, **switches), merge_mode=mode)(X)))
    layer = layers.Bidirectional(kind(3, **switches), merge_mode=mode)
    made = unpacked(wanted_line(lines, mode is None), layer)
    assert len(made["states"]) == (4 if kind is layers.LSTM else 2)
    assert {tuple(state.shape) for state in made["states"]} == {(2, 3)}
    exec(lines[-1], made)  # noqa: S102 - our own lines


def behind(kind, mode, sequences, state):
    inner = kind(3, return_sequences=sequences, return_state=state)
    return inner if mode == "none" else layers.Bidirectional(inner, merge_mode=mode)


@pytest.mark.parametrize(
    ("kind", "mode", "state", "sequences"),
    [case for case in product(LAYERS, ("none", "concat", None), *[(False, True)] * 2) if case[1] is None or case[2]],
)
def test_a_dense_behind_several_tensors_is_given_one(kind, mode, state, sequences):
    lines = lines_for(message_of(lambda: layers.Dense(2)(behind(kind, mode, sequences, state)(X))))
    made = unpacked(wanted_line(lines, mode is None), behind(kind, mode, sequences, state))
    outputs = [made["forward_output"], made["backward_output"]] if mode is None else [made["output"]]
    assert {tuple(layers.Dense(2)(output).shape) for output in outputs} == {(2, 4, 2) if sequences else (2, 2)}
    assert len(made["states"]) == state * (2 if kind is layers.LSTM else 1) * (1 if mode == "none" else 2)
    if mode is None:
        merged = eval(lines[-1], {**vars(layers), "units": 3})  # noqa: S307 - our own line
        assert layers.Dense(2)(merged(X)).shape == (2, 2)


def test_two_outputs_before_a_time_distributed_are_merged():
    distributed = layers.TimeDistributed(layers.Dense(2))
    apart = layers.Bidirectional(layers.LSTM(3, return_sequences=True), merge_mode=None)
    (line,) = lines_for(message_of(lambda: distributed(apart(X))))
    merged = eval(line, {**vars(layers), "units": 3})  # noqa: S307 - our own line
    assert distributed(merged(X)).shape == (2, 4, 2)


def test_a_bidirectional_makes_its_backward_layer_itself():
    (line,) = lines_for(message_of(lambda: layers.Bidirectional(layers.LSTM(3, go_backwards=True))))
    assert eval(line, {**vars(layers), "units": 3})(X).shape == (2, 6)  # noqa: S307 - our own line
