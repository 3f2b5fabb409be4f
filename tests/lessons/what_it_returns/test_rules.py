"""What equals what is decided by the numbers: it holds for Keras's, and turns when they do."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.call import Call
from lstm_viz.lessons.what_it_returns.rules import rules_of
from tests.lessons.what_it_returns.calls import CALLS, claims, given, others, result


def lines(found):
    """Each claim as it is shown, with what the numbers say."""
    return [f"{c.comparison.left} {'=' if c.comparison.equal else '≠'} {c.comparison.right}" for c in found]


@pytest.mark.parametrize("name", CALLS)
def test_keras_does_as_its_rules_say(name):
    for claim in claims(CALLS[name]):
        assert claim.comparison.equal == claim.equal, claim
        assert claim.note(str) == claim.why


SWITCHES = ("return_sequences", "return_state", "go_backwards", "stateful", "bidirectional")


@pytest.mark.parametrize("flags", list(product([False, True], repeat=len(SWITCHES))), ids=str)
def test_keras_does_as_its_rules_say_whatever_is_switched_on(flags):
    call = Call(weights="seed", **dict(zip(SWITCHES, flags, strict=True)))
    if isinstance(result(call), KerasError):
        assert call.bidirectional
        assert call.go_backwards or (call.stateful and call.return_state)
        return
    for claim in claims(call):
        assert claim.comparison.equal == claim.equal, claim


def test_output_is_h_is_the_last_of_the_sequence_and_never_c():
    assert lines(claims(Call(return_state=True))) == [
        "output = sequence[:, -1]",
        "h = sequence[:, -1]",
        "output = h",
        "c ≠ output",
    ]


def test_the_backward_h_is_at_the_first_step_of_a_bidirectionals_sequence():
    found = lines(claims(Call(bidirectional=True, return_sequences=True, return_state=True)))
    assert "backward_h = sequence[:, 0, units:]" in found
    assert "backward_h ≠ sequence[:, -1, units:]" in found
    assert "forward_h = sequence[:, -1, :units]" in found
    assert "output ≠ sequence[:, -1]" in found


def test_a_bidirectionals_difference_is_that_of_the_quoted_numbers():
    found = {c.comparison.right: c.comparison for c in claims(Call(bidirectional=True)) if not c.comparison.equal}
    assert found["sequence[:, -1, units:]"].difference == pytest.approx(0.70387 - 0.21942, abs=0.00001)


def test_a_gru_has_no_cell_to_compare():
    assert lines(claims(Call(layer="gru", return_state=True))) == [
        "output = sequence[:, -1]",
        "h = sequence[:, -1]",
        "output = h",
    ]


def test_each_way_of_merging_is_that_of_the_two_halves():
    merged = {
        "concat": "np.concatenate([forward_sequence, backward_sequence], axis=-1)",
        "sum": "forward_sequence + backward_sequence",
        "mul": "forward_sequence * backward_sequence",
        "ave": "(forward_sequence + backward_sequence) / 2",
    }
    for mode, expression in merged.items():
        call = Call(bidirectional=True, merge_mode=mode, return_sequences=True, weights="seed")
        assert f"sequence = {expression}" in lines(claims(call)), mode


def test_without_merging_both_outputs_are_the_last_h():
    found = lines(claims(Call(bidirectional=True, merge_mode="None")))
    assert {"forward_output = forward_h", "backward_output = backward_h"} <= set(found)


def test_reading_backwards_turns_the_input_round():
    found = lines(claims(CALLS["backwards"]))
    assert "sequence = forwards(x[:, ::-1])" in found
    assert "sequence[:, ::-1] ≠ forwards(x)" in found


def test_a_second_call_differs_and_equals_one_with_the_first_ones_states():
    found = lines(claims(Call(stateful=True)))
    assert {"second_output ≠ output", "second_output = stateless(x, initial_state=[h, c])[0]"} <= set(found)


def test_a_dense_is_the_same_inside_a_timedistributed():
    assert "dense(sequence) = TimeDistributed(dense)(sequence)" in lines(claims(CALLS["a Dense"]))


# What is expected to differ is said to be equal where it is: the sentence is not written beforehand.


def test_of_one_step_first_and_last_are_equal():
    found = lines(claims(Call(bidirectional=True), kind="rows", text="1, -2"))
    assert "backward_h = sequence[:, -1, units:]" in found
    assert "output = sequence[:, -1]" in found


def test_of_zeros_c_equals_the_output():
    found = claims(Call(return_state=True), kind="rows", text="0, 0; 0, 0")
    assert "c = output" in lines(found)
    assert "Here both hold the same numbers anyway" in found[-1].note(str)


def test_of_zeros_a_second_call_equals_the_first():
    assert "second_output = output" in lines(claims(Call(stateful=True), kind="rows", text="0, 0; 0, 0"))


def test_of_the_same_both_ways_reading_backwards_changes_nothing_in_the_sequence_turned_back():
    call = Call(go_backwards=True, return_sequences=True)
    assert "sequence = forwards(x[:, ::-1])" in lines(claims(call, kind="rows", text="1, 2; 3, 4; 1, 2"))
    assert "sequence[:, ::-1] = forwards(x)" in lines(claims(call, kind="rows", text="0, 0; 0, 0"))


def spoilt(arrays, name):
    """The arrays with one number of one of them changed."""
    changed = {key: np.array(array) for key, array in arrays.items()}
    if name in changed:
        changed[name].flat[-1] += 0.5
    return changed


@pytest.mark.parametrize("name", CALLS)
def test_no_equality_outlives_a_changed_number(name):
    call = CALLS[name]
    result, beside = given(call), others(call)
    held = {(c.comparison.left, c.comparison.right) for c in claims(call) if c.comparison.equal}
    fallen = set()
    for tensor in {**beside, **result.tensors}:
        changed = replace(result, tensors=spoilt(result.tensors, tensor))
        for claim in rules_of(call, changed, spoilt(beside, tensor), str):
            if claim.equal and not claim.comparison.equal:
                assert "These numbers say otherwise." in claim.note(str)
                fallen.add((claim.comparison.left, claim.comparison.right))
    assert fallen == held
