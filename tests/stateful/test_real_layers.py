"""What the page says of stateful layers, held against an independent pass, and false where the numbers are others."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz import numpy_engine
from lstm_viz.comparison import compare
from lstm_viz.keras_errors import KerasError
from lstm_viz.stateful import compute
from lstm_viz.stateful.settings import KINDS, StatefulSettings
from lstm_viz.stateful.walk import Origin, Walk, origins

pytest.importorskip("keras")
pytestmark = pytest.mark.xdist_group("stateful")
TOLERANCE = 1e-6


def settings_of(kind: str, **changed) -> StatefulSettings:
    return replace(StatefulSettings(kind, units=3, tanks=3, steps=10, length=4, features=2, seed=1), **changed)


def outputs(settings: StatefulSettings, inputs, states=None):
    """An independent pass in numpy: outputs (tanks, steps, units) and the states after it."""
    trace = numpy_engine.run(settings.weights, inputs, initial_state=states)
    return trace.hidden, trace.final_state


def carried(settings: StatefulSettings) -> np.ndarray:
    states, every = None, []
    for part in settings.parts():
        hidden, states = outputs(settings, part, states)
        every.append(hidden)
    return np.concatenate(every, axis=1)


def difference(one, other) -> float:
    return compare("", "", one, other).difference


def walked(settings: StatefulSettings, actions) -> Walk:
    def happens(action, states):
        if action == "":
            return compute.start(settings)
        return compute.reset(settings, states) if action == "r" else compute.read(settings, int(action), states)

    return Walk(settings).taken(settings, actions, happens)


@pytest.mark.parametrize("kind", KINDS)
def test_a_layer_starts_each_batch_from_what_the_last_left(kind):
    settings = settings_of(kind)
    walk = walked(settings, ("1", "2", "r", "3"))
    _, first = outputs(settings, settings.parts()[0])
    second, _ = outputs(settings, settings.parts()[1], first)
    third, _ = outputs(settings, settings.parts()[2])
    assert len(walk.events[1].after) == (2 if kind == "lstm" else 1)
    for state, wanted in zip(walk.events[1].after, first, strict=True):
        np.testing.assert_allclose(state, wanted, atol=TOLERANCE)
    np.testing.assert_allclose(walk.events[2].outputs, second, atol=TOLERANCE)
    np.testing.assert_allclose(walk.events[4].outputs, third, atol=TOLERANCE)
    assert not any(state.any() for state in walk.events[3].after)
    assert [row[1] for row in origins(walk.events)] == [
        None,
        Origin(0, 1),
        Origin(1, 1),
        Origin(2, 1),
        Origin(3, 1),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_three_ways(kind):
    settings = settings_of(kind)
    ways = compute.three_ways(settings)
    alone, _ = outputs(settings, settings.readings)
    apart = np.concatenate([outputs(settings, part)[0] for part in settings.parts()], axis=1)
    for found, wanted in ((ways.sequence, alone), (ways.stateful, carried(settings)), (ways.stateless, apart)):
        np.testing.assert_allclose(found, wanted, atol=TOLERANCE)
    assert difference(ways.stateful, ways.sequence) == 0
    assert difference(ways.stateless, ways.sequence) > 0.01
    assert difference(ways.stateless[:, :4], ways.sequence[:, :4]) == 0
    np.testing.assert_array_equal(compute.sequence(settings), ways.sequence)


def test_in_a_single_batch_there_is_nothing_to_carry():
    ways = compute.three_ways(settings_of("lstm", length=10))
    assert difference(ways.stateless, ways.sequence) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_overlapping_windows_repeat_steps_to_a_stateful_layer(kind):
    settings = settings_of(kind)
    ways, states = compute.three_ways(settings), None
    for at in range(7):
        window = settings.readings[:, at : at + 4]
        np.testing.assert_allclose(ways.windows[:, at], outputs(settings, window)[0][:, -1], atol=TOLERANCE)
        hidden, states = outputs(settings, window, states)
        np.testing.assert_allclose(ways.windows_stateful[:, at], hidden[:, -1], atol=TOLERANCE)
    assert difference(ways.windows_stateful, ways.sequence[:, 3:]) > 0.001


def test_windows_of_one_step_are_the_sequence_itself():
    ways = compute.three_ways(settings_of("gru", length=1))
    assert difference(ways.windows_stateful, ways.sequence) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_shuffled_tanks_go_on_from_others_states(kind):
    settings = settings_of(kind)
    found = compute.shuffled(settings)
    sequence = compute.sequence(settings)
    assert difference(found.outputs[:, :4], sequence[:, :4]) == 0
    assert difference(found.outputs[:, 4:], sequence[:, 4:]) > 0.01
    for order in found.orders:
        assert sorted(order) == [0, 1, 2]
    assert not any((one == two).any() for one, two in zip(found.orders, found.orders[1:], strict=False))
    states, row = None, 1
    for part, order, event in zip(settings.parts(), found.orders, found.events, strict=True):
        hidden, states = outputs(settings, part[order], states)
        np.testing.assert_allclose(event.outputs[row], hidden[row], atol=TOLERANCE)
    assert origins(found.events)[2] == [Origin(1, 0), Origin(1, 1), Origin(1, 2)]


def test_a_single_tank_cannot_be_mixed_with_others():
    settings = settings_of("lstm", tanks=1)
    assert difference(compute.shuffled(settings).outputs, compute.sequence(settings)) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_reset_the_second_time_is_another(kind):
    settings = settings_of(kind)
    passes = compute.passes(settings)
    _, states = outputs(settings, settings.readings)
    np.testing.assert_allclose(passes.again, outputs(settings, settings.readings, states)[0], atol=TOLERANCE)
    assert difference(passes.again, passes.first) > 0.01
    assert difference(passes.after_reset, passes.first) == 0
    assert difference(passes.reset_each, compute.three_ways(settings).stateless) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_single_row_is_broadcast_once_the_model_has_predicted(kind):
    settings = settings_of(kind)
    found = compute.other_batch(settings, 1)
    for refused in (found.called, found.predicted_first):
        assert isinstance(refused, KerasError)
        assert "Expected batch size: 3" in refused.message
        assert "Received batch size: 1" in refused.message
    assert found.predicted.shape == found.predicted_in_parts.shape == (3, 4, 3)
    _, states = outputs(settings, settings.parts()[0])
    spread, _ = outputs(settings, np.repeat(settings.parts()[1][:1], 3, axis=0), states)
    np.testing.assert_allclose(found.predicted, spread, atol=TOLERANCE)
    np.testing.assert_allclose(found.spread, spread, atol=TOLERANCE)


def test_other_numbers_of_rows():
    settings = settings_of("lstm")
    fitting, too_many, twice = (compute.other_batch(settings, rows) for rows in (3, 4, 6))
    second, _ = outputs(settings, settings.parts()[1], outputs(settings, settings.parts()[0])[1])
    for result in (fitting.called, fitting.predicted_first, fitting.predicted, fitting.predicted_in_parts):
        np.testing.assert_allclose(result, second, atol=TOLERANCE)
    assert too_many.predicted.kind == "InvalidArgumentError"
    assert "Incompatible shapes: [4,12] vs. [3,12]" in too_many.predicted.message
    assert too_many.predicted_in_parts.shape == (6, 4, 3)  # 4 rows in, 6 out
    assert too_many.continued is None
    np.testing.assert_allclose(twice.predicted_in_parts, twice.continued, atol=TOLERANCE)
    assert difference(twice.predicted_in_parts[:3], second) <= TOLERANCE


@pytest.mark.parametrize("kind", KINDS)
def test_states_carried_by_hand_are_the_stateful_layer(kind):
    settings = settings_of(kind)
    found = compute.by_hand(settings)
    np.testing.assert_allclose(found.carried, carried(settings), atol=TOLERANCE)
    assert difference(found.carried, found.stateful) <= TOLERANCE
    assert difference(found.alone, found.stateful[:1]) <= TOLERANCE


@pytest.mark.parametrize("kind", KINDS)
def test_training_leaves_states_behind(kind):
    trained = compute.train_and_predict(settings_of(kind))
    assert trained.left > 0.01
    assert trained.reset == 0
    assert trained.predictions.shape == (3, 9, 2)
    assert difference(trained.without_reset, trained.predictions) > 0.001
    assert difference(trained.again, trained.predictions) == 0
    assert trained.model_reset == KerasError("AttributeError", "'Sequential' object has no attribute 'reset_states'")


@pytest.mark.parametrize(
    "settings",
    [
        settings_of("lstm", tanks=1, steps=2, length=1, features=1, units=1),
        settings_of("gru", tanks=6, steps=24, length=24, features=3, units=8),
        settings_of("simple_rnn", tanks=6, steps=24, length=7, features=3, units=8),
    ],
    ids=["least", "most", "ragged"],
)
def test_the_bounds_of_the_settings_hold_everywhere(settings):
    for function in (compute.three_ways, compute.shuffled, compute.passes, compute.by_hand, compute.train_and_predict):
        arrays = [each for each in vars(function(settings)).values() if isinstance(each, np.ndarray)]
        assert arrays
        assert all(np.isfinite(array).all() for array in arrays)
    assert difference(compute.three_ways(settings).stateful, compute.sequence(settings)) <= TOLERANCE
