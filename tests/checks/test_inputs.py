"""What a model reads: scale, constants, padding, ids, masks and NaN."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_viz import trace_layer
from lstm_viz.checks import ALARM, SOUND, UNKNOWN
from lstm_viz.model_files.graph import Layer
from lstm_viz.problem import InputError
from tests.checks.made import X, chain, dense, embedding, found, layer, trace, weights


@pytest.mark.parametrize(
    ("scale", "features"), [((1, 1), None), ((100, 1), (0,)), ((1, 0.01), (1,)), ((0.01, 300), (0, 1))]
)
def test_features_of_other_sizes_are_named(scale, features):
    finding = found("unscaled_features", trace(inputs=X[:6, :8] * scale, steps=8))
    assert finding.features == features
    assert finding.status == (SOUND if features is None else ALARM)


def test_constant_features_are_named_but_not_symbols_that_do_not_occur():
    inputs = X[:6].copy()
    inputs[..., 1] = 0.3
    assert found("constant_features", trace(inputs=inputs, steps=8)).features == (1,)
    symbols = np.eye(5)[np.random.default_rng(0).integers(0, 3, (6, 8))]
    assert found("constant_features", trace(inputs=symbols, steps=8, features=5)).status == UNKNOWN


def test_what_layers_with_weights_make_is_not_the_users_to_scale():
    file = chain(dense(2, 2), layer(), dense(4, 1))
    assert found("unscaled_features", file, X * 1000).status == UNKNOWN
    assert found("unscaled_features", chain(layer(), dense(4, 1)), X * 1000).status == ALARM


def padded(side: str, rows: int = 12) -> np.ndarray:
    ids = np.random.default_rng(0).integers(1, 9, (rows, 10))
    for row, length in enumerate(np.resize([4, 6, 10], rows)):
        if side == "after":
            ids[row, length:] = 0
        else:
            ids[row, : 10 - length] = 0
    return ids


@pytest.mark.parametrize(
    ("side", "mask", "backwards", "status"),
    [
        ("after", False, False, ALARM),
        ("after", True, False, SOUND),
        ("before", False, False, SOUND),
        ("before", False, True, ALARM),
        ("before", True, True, SOUND),
    ],
)
def test_padding_is_an_alarm_on_the_side_that_is_read_last(side, mask, backwards, status):
    rnn = layer()
    rnn.options["weights"]["go_backwards"] = backwards
    file = chain(embedding(9, mask_zero=mask), rnn, dense(4, 1))
    assert found("padding_read_last", file, padded(side)).status == status


def test_padding_of_numbers_is_seen_in_a_trace():
    inputs = X[:6].copy()
    inputs[:4, 3:] = 0
    finding = found("padding_read_last", trace(inputs=inputs, steps=8))
    assert finding.status == ALARM
    assert finding.measures[0].value == pytest.approx(4 * 5 / 48)


def test_a_value_that_also_stands_between_others_is_no_padding():
    rain = np.random.default_rng(0).choice([0.0, 0.0, 1.5], (6, 8, 1))
    rain[:, -3:] = 0
    assert found("padding_read_last", trace(inputs=rain, steps=8, features=1)).status == SOUND


def test_whoever_returns_every_step_has_no_last_state():
    file = chain(embedding(9), layer(return_sequences=True), dense(4, 1))
    assert found("padding_read_last", file, padded("after")).status == UNKNOWN


def test_ids_beyond_the_embedding_are_counted_and_the_rest_is_not_known():
    ids = padded("after")
    ids[0, 0], ids[1, 1] = 12, -1
    file = chain(embedding(9), layer(), dense(4, 1))
    finding = found("ids_beyond_embedding", file, ids)
    assert (finding.status, finding.measures[0].value) == (ALARM, 2)
    assert found("saturated_gates", file, ids).status == UNKNOWN
    assert found("forget_bias", file, ids).status == SOUND
    assert found("ids_beyond_embedding", file, padded("after")).status == SOUND


def test_inputs_that_do_not_fit_are_an_error():
    with pytest.raises(InputError):
        found("echo", chain(layer(), dense(4, 1)), X[..., :1])


def test_a_mask_that_a_layer_drops_is_an_alarm_with_its_name():
    dropping = Layer("turned", "Reshape", "reshape", {"target_shape": [-1, 2]})
    finding = found("mask_lost", chain(embedding(9, mask_zero=True), dropping, layer(), dense(4, 1)), padded("after"))
    assert finding.status == ALARM
    assert "turned" in str(finding.said)
    kept = chain(embedding(9, mask_zero=True), layer(return_sequences=True), layer(features=4), dense(4, 1))
    assert found("mask_lost", kept, padded("after")).status == SOUND
    assert found("mask_lost", kept, np.ones((3, 5), int)).status == UNKNOWN


def test_the_first_nan_is_in_the_inputs_the_weights_or_a_layer():
    spoilt = X.copy()
    spoilt[3, 4, 1] = np.nan
    file = chain(layer(), dense(4, 1))
    assert "sample 4, step 5, feature 2" in str(found("not_a_number", file, spoilt).said)
    own = weights()
    kernel = own.kernel.copy()
    kernel[0, 0] = np.inf
    broken = type(own)("lstm", kernel, own.recurrent_kernel, own.bias)
    assert "kernel" in str(found("not_a_number", trace_layer(broken, X)).said)
    growing = weights("simple_rnn", activation="relu", recurrent_kernel=np.full((4, 4), 1e20))
    assert "hidden state of SimpleRNN, at step" in str(found("not_a_number", trace_layer(growing, np.abs(X))).said)
    assert found("not_a_number", file, X).status == SOUND
