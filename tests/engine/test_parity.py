"""Both engines against the real Keras layers, over every option that changes their numbers at inference."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras.initializers import GlorotUniform, Orthogonal

from lstm_viz import trace_layer
from lstm_viz.engine.keras.layers import recurrent_weights
from tests.engine.layers import ENGINES, FEATURES, INPUTS, KINDS, MASK, UNITS, build, layer, listed, random, states
from tests.engine.reference import assert_equal_to_keras, reference_signals

CELLS = {
    "LSTM": ("LSTM", {}),
    "LSTM without bias": ("LSTM", {"use_bias": False}),
    "LSTM relu, hard sigmoid": ("LSTM", {"activation": "relu", "recurrent_activation": "hard_sigmoid"}),
    "GRU": ("GRU", {}),
    "GRU without bias": ("GRU", {"use_bias": False}),
    "GRU reset before": ("GRU", {"reset_after": False}),
    "GRU reset before, without bias": ("GRU", {"reset_after": False, "use_bias": False}),
    "GRU softsign": ("GRU", {"activation": "softsign", "recurrent_activation": "hard_sigmoid"}),
    "SimpleRNN": ("SimpleRNN", {}),
    "SimpleRNN relu without bias": ("SimpleRNN", {"activation": "relu", "use_bias": False}),
}
OPTIONS = {
    "plain": {},
    "backwards": {"go_backwards": True},
    "unrolled": {"unroll": True},
    "unrolled backwards": {"unroll": True, "go_backwards": True},
    "zero output for mask": {"zero_output_for_mask": True},
    "zero output for mask, unrolled backwards": {"zero_output_for_mask": True, "unroll": True, "go_backwards": True},
    "dropout": {"dropout": 0.5, "recurrent_dropout": 0.5},
}


class Case(NamedTuple):
    """A call of a layer."""

    cell: str
    option: str
    masked: bool
    from_states: bool
    sequences: bool
    state: bool


def cases() -> list[Case]:
    """Any three of a case's settings meet in every way: Keras takes 40 ms for a call, and all would be 1,120."""
    return [
        Case(cell, option, masked, *(bool((masked + (row >> bit) + (column >> bit)) % 2) for bit in range(3)))
        for row, cell in enumerate(CELLS)
        for column, option in enumerate(OPTIONS)
        for masked in (False, True)
    ]


@pytest.fixture(params=CELLS)
def cell(request):
    return CELLS[request.param]


def keras_outputs(layer, sequences, state, **arguments):
    """What the layer itself returns; these two options do nothing but choose."""
    layer.return_sequences, layer.return_state = sequences, state
    return listed(layer(INPUTS, **arguments))


def test_any_three_settings_meet_in_every_way():
    values = [CELLS, OPTIONS, *[(False, True)] * 4]
    for three in itertools.combinations(range(len(values)), 3):
        met = {tuple(case[at] for at in three) for case in cases()}
        assert met == set(itertools.product(*(values[at] for at in three)))


@pytest.mark.parametrize("case", cases(), ids=lambda case: "-".join(map(str, case)))
def test_outputs_are_those_of_keras(case):
    kind, options = CELLS[case.cell]
    traced = layer(kind, **options, **OPTIONS[case.option])
    arguments = {
        "mask": MASK if case.masked else None,
        "initial_state": states(traced) if case.from_states else None,
    }
    outputs = keras_outputs(traced, case.sequences, case.state, **arguments)
    for engine in ENGINES:
        trace = trace_layer(traced, INPUTS, engine=engine, **arguments)
        ours = listed(trace.keras_outputs(return_sequences=case.sequences, return_state=case.state))
        for array, tensor in zip(ours, outputs, strict=True):
            assert_equal_to_keras(array, tensor)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("backwards", [False, True])
def test_signals_are_the_textbooks(cell, backwards, engine):
    kind, options = cell
    traced = layer(kind, **options, go_backwards=backwards)
    for mask, initial_state in itertools.product([None, MASK], [None, states(traced)]):
        trace = trace_layer(traced, INPUTS, mask=mask, initial_state=initial_state, engine=engine)
        wanted = reference_signals(recurrent_weights(traced), INPUTS, initial_state, mask)
        assert list(trace.signals) == list(wanted)
        for name, array in wanted.items():
            assert_equal_to_keras(trace.signals[name], array)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_step_is_a_step_of_keras_own_cell(cell, engine):
    kind, options = cell
    traced = layer(kind, **options)
    trace = trace_layer(traced, INPUTS, mask=MASK, initial_state=states(traced), engine=engine)
    names = ["hidden", "cell"][: len(traced.state_size)]
    before, after = ([state(name) for name in names] for state in (trace.before, trace.signals.get))
    for time in range(trace.steps):
        _, stepped = traced.cell(INPUTS[:, time], [state[:, time] for state in before])
        for old, new, array in zip(before, listed(stepped), after, strict=True):
            kept = np.where(MASK[:, time, None], new, old[:, time])
            assert_equal_to_keras(array[:, time], kept)


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_a_long_sequence_stays_equal_to_keras(kind, backwards):
    # Weights as Keras initialises them: a larger recurrent kernel would itself multiply every rounding error.
    options = {"kernel_initializer": GlorotUniform(seed=1), "recurrent_initializer": Orthogonal(seed=2)}
    traced = KINDS[kind](UNITS, return_sequences=True, go_backwards=backwards, **options)
    inputs = random(2, 203, FEATURES, seed=3)
    wanted = tf.function(traced)(inputs)
    for engine in ENGINES:
        trace = trace_layer(traced, inputs, engine=engine)
        assert_equal_to_keras(trace.keras_outputs(return_sequences=True), wanted)
        for name, array in reference_signals(trace.weights, inputs).items():
            assert_equal_to_keras(trace.signals[name], array)


@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
@pytest.mark.parametrize("implementation", [1, 2])
def test_implementations_of_keras_are_one_for_us(kind, implementation):
    traced = layer(kind)
    traced.cell.implementation = implementation
    trace = trace_layer(traced, INPUTS)
    assert_equal_to_keras(trace.keras_outputs(), keras_outputs(traced, False, False)[0])


@pytest.mark.parametrize("cell_type", [keras.layers.LSTMCell, keras.layers.GRUCell, keras.layers.SimpleRNNCell])
def test_a_cell_in_an_rnn_is_traced_as_its_layer_is(cell_type):
    traced = build(keras.layers.RNN(cell_type(UNITS), go_backwards=True))
    assert_equal_to_keras(trace_layer(traced, INPUTS, mask=MASK).keras_outputs(), traced(INPUTS, mask=MASK))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("kind", KINDS)
def test_nan_and_infinity_spread_as_in_keras(kind, engine):
    inputs = INPUTS.copy()
    inputs[0, 2, 1], inputs[1, 3, 0] = np.nan, np.inf
    wanted = keras_outputs_of(layer(kind), inputs)
    trace = trace_layer(layer(kind), inputs, engine=engine)
    assert_equal_to_keras(trace.keras_outputs(return_sequences=True), wanted)
    assert np.isnan(trace.hidden[0, 2:]).all()
    assert np.isfinite(trace.hidden[2:]).all()


def keras_outputs_of(layer, inputs):
    layer.return_sequences, layer.return_state = True, False
    return layer(inputs)
