"""Weights: dominated, never trained, and where the forget gate starts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz import trace_layer
from lstm_viz.checks import ALARM, SOUND, UNKNOWN
from lstm_viz.engine.models import glorot_uniform, orthogonal
from tests.checks.made import X, chain, dense, found, layer, weights


def test_one_feature_of_large_weights_dominates():
    own = weights(features=3)
    kernel = own.kernel.copy()
    kernel[1] *= 20
    finding = found("dominated_kernel", trace_layer(replace(own, kernel=kernel), np.ones((2, 5, 3))))
    assert (finding.status, finding.features) == (ALARM, (1,))
    assert found("dominated_kernel", trace_layer(own, np.ones((2, 5, 3)))).status == SOUND


def test_one_feature_alone_dominates_nothing():
    own = weights(features=1)
    assert found("dominated_kernel", trace_layer(own, np.ones((2, 5, 1)))).status == UNKNOWN


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
@pytest.mark.parametrize("use_bias", [True, False])
def test_initial_weights_are_told_from_those_after_one_small_step(kind, use_bias):
    draw, own = np.random.default_rng(0), weights(kind)
    columns = own.kernel.shape[1]
    bias = np.zeros_like(own.bias)
    if kind == "lstm":
        bias[own.columns("forget_gate")] = 1
    fresh = replace(
        own,
        kernel=glorot_uniform(draw, 2, columns),
        recurrent_kernel=orthogonal(draw, 4, columns),
        bias=bias if use_bias else None,
    )
    assert found("never_trained", trace_layer(fresh, X)).status == ALARM
    step = {"recurrent_kernel": fresh.recurrent_kernel + np.float32(1e-3)} | ({"bias": bias - 1e-3} if use_bias else {})
    assert found("never_trained", trace_layer(replace(fresh, **step), X)).status == SOUND


def test_a_low_forget_bias_is_an_alarm_only_while_the_gate_is_low():
    own = weights()
    bias = own.bias.copy()
    bias[own.columns("forget_gate")] = 0
    low = replace(own, bias=bias)
    assert found("forget_bias", trace_layer(low, X)).status == ALARM
    kernel = own.kernel.copy()
    kernel[0, own.columns("forget_gate")] = 3
    assert found("forget_bias", trace_layer(replace(low, kernel=kernel), np.abs(X))).status == SOUND
    assert found("forget_bias", trace_layer(own, X)).status == SOUND


def test_weights_are_checked_without_inputs():
    file = chain(layer(), dense(4, 1))
    assert found("forget_bias", file).status == SOUND
    unknown = found("saturated_gates", file)
    assert unknown.status == UNKNOWN
    assert "inputs" in str(unknown.said)
