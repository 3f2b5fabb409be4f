"""What the settings of Gradient flow mean, and its link: a promise for tomorrow, forgiving to what people do to it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.engine.models import untrained
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.settings import (
    BIASES,
    DEFAULT,
    SCALES,
    SETTINGS,
    FlowSettings,
    model_of,
    settings_of,
)
from lstm_viz.tasks import gap as gap_task


def view(**query):
    values, ignored = SETTINGS.read(query)
    return settings_of(values), values, [str(problem) for problem in ignored]


def test_the_names_and_defaults_of_a_link_stay():
    promised = {"state": "untrained", "steps": 150, "units": 16, "seed": 1, "forget_bias": "1", "recurrent_scale": "1"}
    promised |= {"panel": "flow", "network": "lstm", "gap": "20", "train_seed": 1, "predict": False}
    assert SETTINGS.defaults() == promised


@given(st.dictionaries(st.sampled_from(sorted(SETTINGS)), st.text(max_size=30)))
def test_whatever_a_link_says_there_are_settings(query):
    settings, values, _ = view(**query)
    assert values["seed"] == settings.seed
    assert settings.inputs.shape == (1, settings.steps, 3)
    assert 2 <= settings.steps <= 200


@given(
    st.sampled_from(["untrained", "trained"]),
    st.integers(1, 64),
    st.integers(0, 999_999),
    st.sampled_from(BIASES),
    st.sampled_from(SCALES),
    st.integers(2, 200),
)
def test_settings_come_back_from_their_own_link_with_nothing_ignored(state, units, seed, bias, scale, steps):
    asked = {"state": state, "units": units, "seed": seed, "forget_bias": bias, "recurrent_scale": scale}
    _, values, _ = view(**{name: str(value) for name, value in (asked | {"steps": steps}).items()})
    settings = settings_of(values)
    again, _, ignored = view(**SETTINGS.link(values))
    assert again == settings
    assert ignored == []


def test_untrained_networks_are_those_of_step_through_but_for_bias_and_scale():
    for network in gap.NETWORKS:
        ours = model_of(FlowSettings("untrained", 6, 4, "1", "2", 10), network)
        theirs = untrained(network, 6, 3, 4, symbols=3)
        np.testing.assert_array_equal(ours.weights.kernel, theirs.weights.kernel)
        np.testing.assert_array_equal(ours.weights.recurrent_kernel, 2 * theirs.weights.recurrent_kernel)
        np.testing.assert_array_equal(ours.head.kernel, theirs.head.kernel)


@pytest.mark.parametrize(("network", "gate"), [("lstm", "forget_gate"), ("gru", "update_gate")])
def test_the_forget_bias_opens_the_gate_that_keeps_and_no_other(network, gate):
    weights = model_of(FlowSettings("untrained", 6, 4, "-2", "1", 10), network).weights
    columns = weights.columns(gate)
    np.testing.assert_array_equal(weights.input_bias[columns], -2)
    assert not np.delete(weights.input_bias, np.r_[columns]).any()
    assert not weights.recurrent_bias.any()


def test_a_simple_rnn_has_no_gate_to_open():
    low, high = (model_of(FlowSettings("untrained", 6, 4, bias, "1", 10), "simple_rnn").weights for bias in ("-2", "6"))
    np.testing.assert_array_equal(low.bias, high.bias)


def test_the_sequence_is_the_gap_tasks_own():
    task = gap_task(9)
    assert task.alphabet == ("a", "b", "x")
    read = FlowSettings("untrained", 4, 1, "1", "1", 10).inputs[0].argmax(axis=1)
    assert tuple(read) == task.sequences[0][:-1]
    assert task.sequences[0][-1] == 0


@pytest.mark.parametrize("bias", ["1", "5"])
def test_a_link_to_trained_networks_may_hold_the_bias_of_the_first_view_of_today_or_of_2026(bias):
    assert view(state="trained", forget_bias=bias)[2] == []
    assert view(state="trained", forget_bias="2")[2] != []


def test_the_default_is_what_an_empty_link_shows():
    assert view()[0] == DEFAULT
