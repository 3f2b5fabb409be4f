"""What was made beforehand is what the tools make again."""

import json

import numpy as np
import pytest

from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.in_keras import flow_of
from lstm_viz.lessons.gradient_flow.recorded import RECORDED, recorded_flows
from lstm_viz.lessons.gradient_flow.settings import DEFAULT
from lstm_viz.lessons.gradient_flow.tables import table
from lstm_viz.training import TrainingState, start
from tools.train_gap import train_point

# How far 600 updates carry weights apart that began one float32 apart: as far may processors differ. Measured in
# November 2026 with weights of which each was moved up or down by one float32 at random, four times for each network.
A_ROUNDING = {"lstm": 3.2e-5, "gru": 1.9e-4, "simple_rnn": 1.9e-6}


@pytest.mark.parametrize("name", RECORDED)
def test_the_first_views_norms_are_those_of_tensorflow(name):
    recorded, computed = recorded_flows()[name], flow_of(*RECORDED[name])
    assert recorded.arrays().keys() == computed.arrays().keys()
    for array, values in computed.arrays().items():
        np.testing.assert_allclose(recorded.arrays()[array], values, rtol=1e-9, atol=1e-14, err_msg=array)
    assert recorded.loss == pytest.approx(computed.loss, rel=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("network", gap.NETWORKS)
def test_training_a_point_again_gives_its_accuracy_and_weights(network):
    seed = gap.TRAINED_SEEDS[2]
    state, accuracy = train_point(network, gap.TRAINED_GAP, seed)
    recorded = gap.recorded_accuracy()
    at = recorded.gaps.index(gap.TRAINED_GAP), gap.SEEDS.index(seed)
    assert recorded.accuracies[network][at] == accuracy
    difference = np.abs(gap.trained(network, seed).weights.recurrent_kernel - state.weights[1]).max()
    assert difference <= 3 * A_ROUNDING[network]


def test_trained_networks_are_right_over_their_gap_and_untrained_ones_are_not():
    for network in gap.NETWORKS:
        for seed in gap.TRAINED_SEEDS:
            settings, task = gap.training_of(network, gap.TRAINED_GAP, seed)
            model = gap.trained(network, seed)
            layer, head = model.weights, model.head
            arrays = (layer.kernel, layer.recurrent_kernel, layer.bias, head.kernel, head.bias)
            assert gap.accuracy_of(settings, task, TrainingState(gap.EPOCHS, arrays, ())) == 1
            assert gap.accuracy_of(settings, task, start(settings, task)) <= 0.5


def test_the_record_tells_how_it_came_about():
    how = json.loads(gap.ACCURACY.read_text(encoding="utf-8"))
    assert (how["units"], how["epochs"], how["learning_rate"]) == (gap.UNITS, gap.EPOCHS, gap.LEARNING_RATE)
    assert (tuple(how["gaps"]), tuple(how["seeds"])) == (gap.GAPS, gap.SEEDS)
    assert how["script"] == "tools/train_gap.py"
    assert {"keras", "tensorflow", "numpy", "seconds"} <= how.keys()
    accuracies = gap.recorded_accuracy().accuracies
    assert {name: values.shape for name, values in accuracies.items()} == dict.fromkeys(gap.NETWORKS, (9, 10))


def test_there_is_no_trained_network_of_another_seed():
    with pytest.raises(ValueError, match="seed must be one of"):
        gap.trained("lstm", 6)


def test_recorded_norms_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        recorded_flows()["lstm"].cell[0] = 1


def test_the_table_has_every_norm_of_every_step():
    flows = {network: recorded_flows()[network] for network in gap.NETWORKS}
    frame = table(flows)
    assert len(frame) == 3 * DEFAULT.steps
    for network, flow in flows.items():
        rows = frame[frame.network == network]
        assert rows.step.tolist() == list(range(1, DEFAULT.steps + 1))
        for name, values in flow.arrays().items():
            np.testing.assert_array_equal(rows[name], values)
