"""Answers beside targets: constant, echoed, of the wrong head."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz import ModelTrace
from lstm_viz.checks import ALARM, SOUND, UNKNOWN
from lstm_viz.model_files.graph import Layer
from tests.checks.made import X, chain, dense, found, layer, trace

SERIES = np.cumsum(np.random.default_rng(0).normal(size=70))
WINDOWS = np.stack([SERIES[start : start + 8] for start in range(60)])[..., None]
NEXT = SERIES[8:68, None]


def forecasting(outputs: np.ndarray, inputs: np.ndarray = WINDOWS) -> ModelTrace:
    return ModelTrace({"rnn": trace(batch=60, steps=8, features=1, inputs=inputs)}, outputs, 0.0)


def test_a_forecast_that_repeats_the_last_value_is_an_echo():
    noise = np.random.default_rng(1).normal(0, 0.05, NEXT.shape)
    echo = found("echo", forecasting(WINDOWS[:, -1] + noise), targets=NEXT)
    assert echo.status == ALARM
    assert echo.measures[0].value == pytest.approx(0, abs=0.1)
    assert found("echo", forecasting(NEXT + noise), targets=NEXT).status == SOUND


def test_the_share_of_the_last_step_is_measured_by_changing_each_step_a_little():
    """This model reads the last value alone."""
    last = layer("simple_rnn", features=1, units=1, seed=1)
    last.arrays["recurrent_kernel"] = np.zeros((1, 1), "f4")
    finding = found("echo", chain(last, dense(1, 1)), WINDOWS, targets=NEXT)
    assert finding.measures[-1].value == pytest.approx(1)


@pytest.mark.parametrize(("steps", "is_measured"), [(3000, True), (6000, False)])
def test_long_windows_are_checked_as_far_as_their_numbers_have_room(steps, is_measured):
    last = layer("simple_rnn", features=1, units=1, seed=1)
    last.arrays["recurrent_kernel"] = np.zeros((1, 1), "f4")
    series = np.cumsum(np.random.default_rng(4).normal(size=steps + 24))
    windows = np.stack([series[start : start + steps] for start in range(24)])[..., None]
    measures = found("echo", chain(last, dense(1, 1)), windows, targets=series[steps:, None]).measures
    assert any("share of the last step" in str(one.name) for one in measures) == is_measured


def test_a_network_that_has_not_learned_yet_is_no_echo_where_there_is_more_to_learn():
    """A sine can be forecast: a bad forecast of it is not known to be an echo, but one that repeats it is."""
    wave = np.sin(np.arange(70) * 0.4)
    windows, wanted = np.stack([wave[start : start + 8] for start in range(60)])[..., None], wave[8:68, None]
    early = found("echo", forecasting(0.2 * windows[:, -2], windows), targets=wanted)
    assert (early.status, early.measures[0].is_alarm) == (UNKNOWN, True)
    assert found("echo", forecasting(0.98 * windows[:, -1], windows), targets=wanted).status == ALARM


@pytest.mark.parametrize("order", ["in order", "shuffled", "other scale"])
def test_the_series_is_found_in_the_inputs(order):
    places = np.random.default_rng(2).permutation(60) if order == "shuffled" else np.arange(60)
    scale = 100 if order == "other scale" else 1
    given = forecasting(WINDOWS[places, -1] * scale, WINDOWS[places])
    assert found("echo", given, targets=NEXT[places] * scale).status == ALARM


def test_targets_that_are_no_series_of_the_inputs_are_no_echo():
    other = np.random.default_rng(3).normal(size=NEXT.shape)
    assert found("echo", forecasting(WINDOWS[:, -1]), targets=other).status == UNKNOWN
    assert found("echo", forecasting(WINDOWS[:, -1])).status == UNKNOWN


def test_the_layer_that_makes_all_answers_alike_is_named():
    shut = dense(4, 4, "relu")
    shut = replace(shut, name="shut", arrays={**shut.arrays, "bias": np.full(4, -99, "f4")})
    targets = X[:, -1, :1]
    finding = found("constant_answer", chain(layer(), shut, dense(4, 1)), X, targets=targets)
    assert finding.status == ALARM
    assert "shut" in str(finding.said)
    assert found("constant_answer", chain(layer(), dense(4, 1)), X, targets=targets).status == SOUND
    assert found("constant_answer", chain(layer(), dense(4, 1)), X).status == UNKNOWN
    assert found("constant_answer", chain(layer(), dense(4, 1)), X, targets=np.ones((30, 1))).status == UNKNOWN


IDS = np.resize([0, 1, 2], 30)


@pytest.mark.parametrize(
    ("check", "units", "activation", "targets", "status"),
    [
        ("softmax_of_one", 1, "softmax", None, ALARM),
        ("softmax_of_one", 2, "softmax", None, SOUND),
        ("softmax_of_one", 1, "sigmoid", None, UNKNOWN),
        ("sigmoid_of_many", 3, "sigmoid", IDS, ALARM),
        ("sigmoid_of_many", 3, "sigmoid", np.eye(3)[IDS], ALARM),
        ("sigmoid_of_many", 3, "sigmoid", np.ones((30, 3)), SOUND),
        ("sigmoid_of_many", 3, "sigmoid", None, UNKNOWN),
        ("sigmoid_of_many", 3, "softmax", IDS, UNKNOWN),
        ("missing_classes", 2, "softmax", IDS, ALARM),
        ("missing_classes", 1, "sigmoid", IDS, ALARM),
        ("missing_classes", 3, "softmax", IDS + 1, ALARM),
        ("missing_classes", 3, "softmax", IDS, SOUND),
        ("missing_classes", 3, "softmax", np.eye(3)[IDS], UNKNOWN),
        ("missing_classes", 1, "linear", IDS * 7, UNKNOWN),
        ("missing_classes", 1, "sigmoid", IDS % 2, SOUND),
    ],
)
def test_heads_that_cannot_answer(check, units, activation, targets, status):
    assert found(check, chain(layer(), dense(4, units, activation)), X, targets=targets).status == status


def test_an_activation_after_the_head_counts_as_its_own():
    after = Layer("softly", "Softmax", "activate", {"activation": "softmax"})
    assert found("softmax_of_one", chain(layer(), dense(4, 1), after)).status == ALARM
