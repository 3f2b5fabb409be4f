"""How layers are connected: states, sequences, encoders and decoders; and what may be given to the check-up."""

from __future__ import annotations

import numpy as np
import pytest

import lstm_viz
from lstm_viz import Finding, check_up
from lstm_viz.checks import ALARM, CHECKS, SOUND, THRESHOLDS, UNKNOWN
from lstm_viz.checks.advice import ADVICE
from lstm_viz.model_files.graph import Layer, Node
from tests.checks.made import X, chain, dense, found, layer, model, start, trace


@pytest.mark.parametrize(
    ("stateful", "batch_size", "samples", "status"),
    [(True, None, 30, ALARM), (True, 10, 30, SOUND), (True, 8, 30, ALARM), (False, None, 30, UNKNOWN)],
)
def test_a_stateful_layer_needs_a_batch_size_and_whole_batches(stateful, batch_size, samples, status):
    file = chain(layer(stateful=stateful), dense(4, 1), batch_size=batch_size)
    assert found("stateful_without_batch_size", file, X[:samples]).status == status


def test_a_second_layer_that_reads_one_step_is_an_alarm():
    once = Layer("once", "RepeatVector", "repeat_vector", {"n": 1})
    often = Layer("often", "RepeatVector", "repeat_vector", {"n": 5})
    for between, status in ((once, ALARM), (often, SOUND)):
        file = chain(layer(), between, layer(features=4, name="second"), dense(4, 1))
        assert found("one_step_left", file, X).status == status
    both = chain(layer(return_sequences=True), layer(features=4, name="second"), dense(4, 1))
    assert found("one_step_left", both, X).status == UNKNOWN


@pytest.mark.parametrize(
    ("sequences", "targets", "status"),
    [
        (True, np.zeros((30, 1)), ALARM),
        (True, np.zeros(30), ALARM),
        (True, np.zeros((30, 8)), SOUND),
        (True, np.zeros((30, 8, 1)), SOUND),
        (True, None, UNKNOWN),
        (False, np.zeros((30, 1)), SOUND),
        (False, np.zeros((30, 8, 1)), ALARM),
        (False, None, SOUND),
    ],
)
def test_there_are_as_many_answers_as_targets(sequences, targets, status):
    file = chain(layer(return_sequences=sequences), dense(4, 1))
    assert found("sequences_for_one_answer", file, X, targets=targets).status == status


def test_a_flatten_after_a_sequence_is_an_alarm():
    flat = Layer("flat", "Flatten", "flatten")
    file = chain(layer(return_sequences=True), Layer("drop", "Dropout", "same"), flat, dense(32, 1))
    assert "flat" in str(found("sequences_for_one_answer", file, X).said)


def test_a_model_of_many_layers_is_checked():
    """A file may have 2,000 layers, and ways between them without number."""
    twice = [Node(0), Node(1, ((0, 0),)), *(Node(place, ((place - 1, 0),) * 2) for place in range(2, 1500))]
    drops = tuple(Layer(f"drop {place}", "Dropout", "same") for place in range(1498))
    file = model((start(), layer(return_sequences=True), *drops), twice)
    assert found("sequences_for_one_answer", file).status == UNKNOWN
    many = tuple(
        layer(features=1, units=1, name=f"rnn {n}", return_state=True, return_sequences=True) for n in range(600)
    )
    nodes = [Node(0), Node(1), *(Node(place, ((max(place - 1, 1), 0),)) for place in range(2, 602))]
    joined = Layer("sum", "Add", "merge", {"by": "add", "all_masks": False})
    file = model((start(), start(name="other"), *many, joined), [*nodes, Node(602, ((601, 0), (0, 0)))])
    assert found("states_not_passed", file).status == ALARM


def translator(states: str) -> lstm_viz.ModelFile:
    """An encoder and a decoder; the states are handed on, left, or not even asked for."""
    layers = (start(name="source"), start(name="target"), layer(name="encoder", return_state=True))
    layers += (layer(name="decoder", return_sequences=True), dense(4, 2))
    given = ((2, 1), (2, 2)) if states == "handed on" else ()
    decoder = Node(3, ((1, 0),), given)
    joined = Node(4, ((3, 0),) if states != "left" else ((3, 0), (2, 0)))
    return model(layers, [Node(0), Node(1), Node(2, ((0, 0),)), decoder, joined])


@pytest.mark.parametrize(("states", "status"), [("handed on", SOUND), ("left", ALARM), ("not asked for", ALARM)])
def test_a_decoder_starts_where_its_encoder_ended(states, status):
    assert found("states_not_passed", translator(states)).status == status


def test_one_input_is_no_translator():
    assert found("states_not_passed", chain(layer(), dense(4, 1))).status == UNKNOWN


def test_every_check_has_advice_and_a_picture_or_a_sentence():
    assert set(CHECKS) == set(ADVICE)
    assert len(set(CHECKS)) == len(CHECKS)
    for advice in ADVICE.values():
        assert all((advice.title, advice.fault, advice.why, advice.change, advice.code))
        compile(advice.code.replace("LAYER", "keras.layers.LSTM"), "advice", "exec")


def test_the_code_is_for_the_layer_that_is_checked():
    finding = found("saturated_gates", trace("gru", reset_gate=0.01))
    assert "keras.layers.GRU(" in finding.advice.code


def test_every_threshold_is_used_and_has_its_reason():
    findings = [*check_up(trace()), *check_up(trace("simple_rnn")), *check_up(chain(layer(), dense(4, 1)), X)]
    assert isinstance(findings[0], Finding)
    used = {number.threshold for one in findings for number in one.measures if number.threshold}
    assert used <= set(THRESHOLDS.values())
    assert all(one.reason for one in THRESHOLDS.values())


@pytest.mark.parametrize("given", [None, 3, np.zeros((2, 3, 4))])
def test_what_cannot_be_checked_is_named(given):
    with pytest.raises(TypeError, match="can be checked"):
        check_up(given)


def test_a_trace_has_read_its_own_inputs():
    with pytest.raises(TypeError, match="ModelFile"):
        check_up(trace(), X)
