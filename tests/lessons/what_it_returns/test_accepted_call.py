"""What the page says of a call that Keras refuses: the same call, but for that, which Keras accepts."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

pytest.importorskip("keras")

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.accepted_call import accepted_layer, accepted_next_layer, explained
from lstm_viz.lessons.what_it_returns.call import Call, next_layer_code
from lstm_viz.lessons.what_it_returns.in_keras import returned
from tests.lessons.what_it_returns.calls import inputs

KINDS = [[("lstm", "concat"), ("gru", "None")], [("lstm", "None"), ("gru", "concat")]]
SWITCHES = list(product((False, True), repeat=2))


def run(code: str) -> dict[str, np.ndarray]:
    """What Keras gives by every name in the lines."""
    from keras import layers

    kept = {name: getattr(layers, name) for name in ("LSTM", "GRU", "Bidirectional", "Dense", "TimeDistributed")}
    made = {**kept, "x": inputs().x}
    exec(code, made)  # noqa: S102 - our own lines: that they run is what is tested
    return {name: np.asarray(made[name]) for name in made.keys() - kept.keys() - {"__builtins__", "layer", "states"}}


def refused_layers() -> list[Call]:
    """What goes backwards, and what is stateful with states: with both layers, and in turn with two ways of merging."""
    switches = [
        (sequences, state, backwards, stateful)
        for sequences, state, backwards, stateful in product((False, True), repeat=4)
        if backwards or (stateful and state)
    ]
    return [
        Call(layer, 3, *flags, bidirectional=True, merge_mode=mode, next_layer="dense")
        for number, flags in enumerate(switches)
        for layer, mode in KINDS[number % len(KINDS)]
    ]


def test_beside_each_layer_that_keras_refuses_is_one_that_it_accepts():
    for call in refused_layers():
        assert isinstance(returned(call, inputs().x), KerasError)
        made = run(accepted_layer(call))
        outputs = [made[name] for name in call.output_names]
        assert {output.shape[:-1] for output in outputs} == {(1, 4) if call.return_sequences else (1,)}
        assert sum(output.shape[-1] for output in outputs) == 6


def test_states_handed_on_by_hand_are_those_of_a_stateful_layer():
    """With states of its own the second call goes on; it does not begin anew."""
    call = Call(stateful=True, return_state=True, bidirectional=True, merge_mode="None")
    code = accepted_layer(call)
    assert "forward_output, backward_output, *states = layer(x)" in code.splitlines()
    made = run(code)
    assert made["second_forward_output"].shape == (1, 3)
    assert np.abs(made["second_forward_output"] - made["forward_output"]).max() > 1e-4


@pytest.mark.parametrize("next_layer", ["dense", "time_distributed"])
def test_beside_each_next_layer_that_keras_refuses_is_one_that_it_accepts(next_layer):
    refused = 0
    for (sequences, state), (both, mode) in product(SWITCHES, ((False, "concat"), (True, "sum"), (True, "None"))):
        call = Call("gru", 3, sequences, state, bidirectional=both, merge_mode=mode, next_layer=next_layer)
        if not isinstance(returned(call, inputs().x).next_layer, KerasError):
            continue
        refused += 1
        code = accepted_next_layer(call)
        assert next_layer_code(call) in code
        assert run(code)["y"].shape == ((1, 4, 2) if sequences or next_layer == "time_distributed" else (1, 2))
    # Two outputs always; and a TimeDistributed behind one output that has no timesteps.
    assert refused == (4 if next_layer == "dense" else 4 + 2 * 2)


def test_the_accepted_call_is_below_what_the_error_means():
    call = Call(bidirectional=True, merge_mode="None", next_layer="dense")
    refusal = returned(call, inputs().x).next_layer
    explanation = explained(refusal.message, accepted_next_layer(call), str)
    assert "merge_mode=None" in explanation.meaning
    assert explanation.code == "output = Bidirectional(LSTM(3))(x)\ny = Dense(2)(output)"
    assert explained("nobody has seen this yet", "x", str) is None
