"""Every statement of what equals what follows the numbers: it turns when they do."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.lessons.patterns.equalities import equalities, loop_equalities
from tests.lessons.patterns.runs import built, loop, trained


def said(run) -> dict[str, bool]:
    """Left = right → whether they are equal."""
    return {f"{claim.comparison.left} = {claim.comparison.right}": claim.equal for claim in equalities(run)}


def with_layer(run, at: int, **changes):
    layers = list(run.layers)
    layers[at] = replace(layers[at], **changes)
    return replace(run, layers=tuple(layers))


def bent(array: np.ndarray, *at: object) -> np.ndarray:
    """The array with one number a little larger."""
    changed = np.array(array)
    changed[at or (0,) * array.ndim] += 1e-3
    return changed


def test_many_to_one_hands_on_the_last_hidden_state_and_never_the_cell():
    run = trained("many_to_one")
    assert said(run) == {"lstm = sequence[:, -1]": True, "lstm = state_c": False}
    lstm = run.layers[0]
    assert not said(with_layer(run, 0, output=bent(lstm.output)))["lstm = sequence[:, -1]"]
    assert said(with_layer(run, 0, output=lstm.directions[0].last_cell))["lstm = state_c"]


def test_a_returned_sequence_ends_in_the_state():
    run = trained("many_to_many")
    assert said(run) == {
        "lstm[:, -1] = state_h": True,
        "lstm[:, -1] = state_c": False,
        "TimeDistributed(Dense)(x) = Dense(x)": True,
    }
    assert not said(with_layer(run, 0, output=bent(run.layers[0].output, 0, -1, 0)))["lstm[:, -1] = state_h"]
    assert not said(with_layer(run, 1, unwrapped=bent(run.output)))["TimeDistributed(Dense)(x) = Dense(x)"]


def test_repeat_vectors_copies_are_equal_and_the_decoders_steps_are_not():
    run = trained("encoder_decoder")
    lines = said(run)
    copies, steps = "copies = np.repeat(vector[:, None], n, axis=1)", "lstm_1[:, 0] = lstm_1[:, -1]"
    assert lines[copies]
    assert not lines[steps]
    assert not said(with_layer(run, 1, output=bent(run.layers[1].output, 0, 3, 0)))[copies]
    (decoder,) = run.layers[2].directions
    still = replace(decoder, hidden=np.repeat(decoder.hidden[:, :1], decoder.hidden.shape[1], axis=1))
    assert said(with_layer(run, 2, directions=(still,)))[steps]


@pytest.mark.parametrize("sequences", [True, False])
def test_a_bidirectional_puts_both_ways_side_by_side(sequences):
    run = built(both_1=True, returns_1=sequences)
    right = "[forward, backward[:, ::-1]]" if sequences else "[forward[:, -1], backward[:, 0]]"
    line = f"bidirectional = concatenate({right})"
    assert said(run)[line]
    assert not said(with_layer(run, 0, output=bent(run.layers[0].output)))[line]
    ahead, back = run.layers[0].directions
    unturned = replace(back, hidden=back.hidden[:, ::-1])
    assert not said(with_layer(run, 0, directions=(ahead, unturned)))[line]


def test_samples_of_one_step_know_nothing_of_each_other():
    run = trained("one_to_one")
    assert said(run)["model(x)[:1] = model(x[:1])"]
    assert not said(replace(run, alone=bent(run.alone)))["model(x)[:1] = model(x[:1])"]
    assert "model(x)[:1] = model(x[:1])" not in said(trained("many_to_one"))


def test_the_stateful_loop_is_one_long_sequence_and_not_without_its_state():
    def of_loop(run) -> list[bool]:
        return [claim.equal for claim in loop_equalities(run)]

    assert of_loop(loop()) == [True, True, False]
    assert of_loop(replace(loop(), values=bent(loop().values, 0, 0))) == [False, True, False]
    assert of_loop(replace(loop(), values=bent(loop().values, 5, 0))) == [True, False, False]
    assert of_loop(replace(loop(), forgetful=loop().values[1:])) == [True, True, True]


def test_what_the_loops_stateful_layer_gave_of_the_known_part_is_from_zeros_as_its_dense_layer_read_it():
    run = loop().model
    assert said(run)["lstm = sequence[:, -1]"]
    assert not said(with_layer(run, 0, output=bent(run.layers[0].output)))["lstm = sequence[:, -1]"]
