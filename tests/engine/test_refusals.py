"""What cannot be traced says so: the argument, what was expected, what came."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from lstm_viz import RecurrentWeights, trace_layer, trace_model
from tests.engine.layers import BATCH, ENGINES, FEATURES, INPUTS, TIME, UNITS, build, layer


class OwnCell(keras.layers.LSTMCell):
    """May compute anything."""


class OwnLayer(keras.layers.LSTM):
    """May compute anything."""


@pytest.mark.parametrize(
    ("refused", "named"),
    [
        (keras.layers.ConvLSTM1D(2, 2, name="film"), "'film' is ConvLSTM1D"),
        (keras.layers.ConvLSTM2D(2, 2, name="film"), "'film' is ConvLSTM2D"),
        (keras.layers.ConvLSTM3D(2, 2, name="film"), "'film' is ConvLSTM3D"),
        (keras.layers.RNN(OwnCell(UNITS), name="own"), "'own' is an RNN of OwnCell"),
        (keras.layers.RNN([keras.layers.GRUCell(2), keras.layers.GRUCell(3)]), "is an RNN of StackedRNNCells"),
        (OwnLayer(UNITS, name="own"), "'own' is OwnLayer"),
        (keras.layers.Dense(2, name="head"), "'head' is Dense"),
        (keras.layers.TimeDistributed(keras.layers.LSTM(2), name="each"), "'each' is TimeDistributed"),
        (keras.layers.LSTMCell(2, name="cell"), "'cell' is LSTMCell"),
        ("lstm", "not str"),
        (None, "not NoneType"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_other_layers_are_named(refused, named):
    with pytest.raises(TypeError, match=named):
        trace_layer(refused, INPUTS)


def test_an_unbuilt_layer_is_named():
    with pytest.raises(ValueError, match="layer 'fresh' has no weights yet"):
        trace_layer(keras.layers.LSTM(3, name="fresh"), INPUTS)
    with pytest.raises(ValueError, match="layer 'both' has no weights yet"):
        trace_layer(keras.layers.Bidirectional(keras.layers.LSTM(3), name="both"), INPUTS)


@pytest.mark.parametrize("dtype", ["mixed_float16", "mixed_bfloat16", "float64", "float16"])
def test_other_precision_is_named(dtype):
    traced = build(keras.layers.LSTM(UNITS, dtype=dtype, name="low"))
    with pytest.raises(ValueError, match=f"'low' must compute in float32 to be traced; its policy is '{dtype}'"):
        trace_layer(traced, INPUTS)


def part_of_another_precision(place: str, dtype: str):
    """A layer that computes in float32 but for one part, which is called "low"."""
    layers = keras.layers
    if place == "wrapper":
        return layers.Bidirectional(layers.LSTM(UNITS, dtype="float32"), dtype=dtype, name="low")
    if place == "both layers":
        return layers.Bidirectional(layers.GRU(UNITS, dtype=dtype, name="low"), dtype="float32")
    if place == "backward layer":
        backward = layers.LSTM(UNITS, dtype=dtype, go_backwards=True, name="low")
        return layers.Bidirectional(layers.LSTM(UNITS, dtype="float32"), backward_layer=backward, dtype="float32")
    if place == "cell":
        return layers.RNN(layers.GRUCell(UNITS, dtype=dtype, name="low"), dtype="float32")
    if place == "around a cell":
        return layers.RNN(layers.LSTMCell(UNITS, dtype="float32"), dtype=dtype, name="low")
    cell = layers.LSTMCell(UNITS, dtype=dtype, name="low")
    return layers.Bidirectional(layers.RNN(cell, dtype="float32"), dtype="float32")


@pytest.mark.parametrize("dtype", ["mixed_float16", "mixed_bfloat16", "float64", "float16"])
@pytest.mark.parametrize(
    "place", ["wrapper", "both layers", "backward layer", "cell", "around a cell", "cell in a wrapper"]
)
def test_another_precision_of_any_part_is_named(place, dtype):
    mixed = build(part_of_another_precision(place, dtype))
    with pytest.raises(ValueError, match=f"low' must compute in float32 to be traced; its policy is '{dtype}'"):
        trace_layer(mixed, INPUTS)
    model = keras.Sequential([keras.Input(INPUTS.shape[1:], dtype="float32"), mixed])
    with pytest.raises(ValueError, match="must compute in float32 to be traced"):
        trace_model(model, INPUTS)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"inputs": INPUTS[0]}, r"inputs must have shape \(batch, time, 4\), not \(6, 4\)"),
        ({"inputs": INPUTS[:, :, :3]}, r"inputs must have shape \(batch, time, 4\), not \(5, 6, 3\)"),
        ({"inputs": INPUTS[:, :0]}, r"inputs must hold at least one sample and one step, not \(5, 0, 4\)"),
        ({"inputs": INPUTS[:0]}, "at least one sample"),
        ({"inputs": [[["a"] * FEATURES]]}, "inputs must be numbers, not <U1"),
        ({"inputs": INPUTS + 1j}, "inputs must be numbers, not complex"),
        ({"inputs": [[[1.0] * FEATURES], [[1.0]]]}, "inputs must be an array, with rows of one length"),
        ({"mask": np.ones((BATCH, TIME + 1))}, r"mask must have shape \(batch, time\) = \(5, 6\), not \(5, 7\)"),
        ({"mask": np.ones((BATCH, TIME, 1))}, r"not \(5, 6, 1\)"),
        ({"initial_state": [np.zeros((BATCH, UNITS))]}, "initial_state of this lstm must hold hidden and cell, not 1"),
        ({"initial_state": np.zeros((BATCH, UNITS))}, "must hold hidden and cell, not 1"),
        (
            {"initial_state": [np.zeros((1, UNITS))] * 2},
            r"hidden must have shape \(batch, units\) = \(5, 5\), not \(1, 5\)",
        ),
        ({"initial_state": [np.zeros((BATCH, UNITS)), np.zeros((BATCH, 2))]}, r"cell must have shape .*, not \(5, 2\)"),
        ({"initial_state": [["x"], ["y"]]}, "initial_state must be numbers"),
        ({"engine": "torch"}, "engine must be one of auto, numpy, keras, not 'torch'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_arguments_that_do_not_fit_are_named(arguments, message, engine):
    with pytest.raises(ValueError, match=message):
        trace_layer(layer("LSTM"), **{"inputs": INPUTS, "engine": engine} | arguments)


def test_a_state_of_one_array_may_come_alone():
    state = np.full((BATCH, UNITS), 0.5)
    alone, listed = (trace_layer(layer("GRU"), INPUTS, initial_state=given) for given in (state, [state]))
    np.testing.assert_array_equal(alone.hidden, listed.hidden)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"kind": "rwkv"}, "kind must be one of lstm, gru, simple_rnn, not 'rwkv'"),
        ({"kernel": np.zeros((2, 11))}, r"kernel of this lstm must have shape \(2, 12\), not \(2, 11\)"),
        ({"kernel": np.zeros(12)}, r"kernel of this lstm must have two axes, not shape \(12,\)"),
        ({"kernel": np.zeros((0, 12))}, r"kernel of this lstm must hold numbers, not have shape \(0, 12\)"),
        (
            {"kernel": np.zeros((2, 0)), "recurrent_kernel": np.zeros((0, 0)), "bias": np.zeros(0)},
            r"kernel of this lstm must hold numbers, not have shape \(2, 0\)",
        ),
        (
            {"recurrent_kernel": np.zeros((3, 9))},
            r"recurrent_kernel of this lstm must have shape \(3, 12\), not \(3, 9\)",
        ),
        ({"recurrent_kernel": np.zeros(())}, r"recurrent_kernel of this lstm must have two axes, not shape \(\)"),
        ({"bias": np.zeros((2, 12))}, r"bias of this lstm must have shape \(12,\), not \(2, 12\)"),
    ],
)
def test_weights_that_do_not_fit_are_named(changed, message):
    whole = {"kind": "lstm", "kernel": np.zeros((2, 12)), "recurrent_kernel": np.zeros((3, 12)), "bias": np.zeros(12)}
    with pytest.raises(ValueError, match=message):
        RecurrentWeights(**whole | changed)


def test_an_activation_that_numpy_has_not_is_named():
    traced = build(keras.layers.LSTM(UNITS, activation="sparsemax"))
    with pytest.raises(ValueError, match="'sparsemax' is not known to the numpy engine"):
        trace_layer(traced, INPUTS, engine="numpy")
