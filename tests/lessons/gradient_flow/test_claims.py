"""What the page says of its settings holds by the numbers, and comes out the other way for other settings."""

import numpy as np
import pytest

from lstm_viz.explain.vanishing import exploded_from, vanished_until
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.in_keras import flow_of
from lstm_viz.lessons.gradient_flow.settings import SETTINGS, settings_of
from lstm_viz.lessons.gradient_flow.ui.lesson import HINTS

LINKS = dict(HINTS.tries)


def flow(network, link=None):
    return flow_of(settings_of(SETTINGS.read(link or {})[0]), network)


OPEN = LINKS["A forget bias of 5: the LSTM's gradient reaches the first step"]


def test_the_first_view_with_kerass_own_forget_bias_the_lstms_gradient_vanishes_too():
    assert vanished_until(flow("simple_rnn").hidden) > 0
    assert vanished_until(flow("lstm").cell) > 0


def test_a_forget_bias_of_5_the_simple_rnn_forgets_what_the_lstm_keeps():
    assert vanished_until(flow("simple_rnn", OPEN).hidden) > 0
    lstm = flow("lstm", OPEN)
    assert vanished_until(lstm.cell) == exploded_from(lstm.cell) == 0
    assert lstm.cell.min() > 0.1
    assert flow("gru", OPEN).hidden.min() > 0.1


def test_recurrent_weights_twice_as_large_the_simple_rnn_explodes():
    link = LINKS["Recurrent weights twice as large: the SimpleRNN's gradient explodes"]
    assert exploded_from(flow("simple_rnn", link).hidden) > 0


def test_recurrent_weights_half_as_large_the_simple_rnns_gradient_is_soon_gone():
    norms = flow("simple_rnn", LINKS["Recurrent weights half as large"]).hidden
    assert vanished_until(norms) > 120
    assert np.all(norms[:-1] <= 0.5 * norms[1:] * (1 + 1e-6))


def test_no_recurrent_path_the_forget_gates_alone():
    lstm = flow("lstm", LINKS["No recurrent path: the forget gates alone"])
    np.testing.assert_allclose(lstm.forget_difference, 0, atol=1e-12)
    assert flow("lstm", OPEN).forget_difference[0] > 0.9


def test_a_short_sequence_nothing_has_vanished():
    for network in gap.NETWORKS:
        assert vanished_until(flow(network, LINKS["A short sequence: nothing has vanished"]).hidden) == 0


def test_after_training_the_simple_rnn_remembers_without_a_gradient():
    link = LINKS["After training: which network still has a gradient?"]
    simple, lstm, gru = (flow(name, link) for name in ("simple_rnn", "lstm", "gru"))
    assert simple.loss < 1e-3
    assert vanished_until(simple.hidden) > 0
    assert vanished_until(lstm.cell) == vanished_until(gru.hidden) == 0


@pytest.mark.parametrize("network", ["lstm", "gru"])
def test_gates_learn_over_longer_gaps_than_the_simple_rnn(network):
    recorded = gap.recorded_accuracy()
    means = {name: values.mean(axis=1) for name, values in recorded.accuracies.items()}
    long = recorded.gaps.index(20)
    assert means["simple_rnn"][long] < means[network][long]
    assert means[network][-1] < means[network][0]  # and not over any gap


def test_a_gate_without_input_lets_through_what_the_page_says():
    assert 1 / (1 + np.exp(-1)) == pytest.approx(0.73, abs=0.005)


def test_the_lstms_hidden_line_drops_at_once():
    for link in ({}, OPEN):
        lstm = flow("lstm", link)
        assert lstm.hidden[-3] < 0.3 * lstm.cell[-3]
