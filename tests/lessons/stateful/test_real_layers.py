"""What the page says of stateful layers, held against an independent pass."""

from functools import partial

import numpy as np
import pytest

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.history import Origin, Walk, origins
from lstm_viz.lessons.stateful.settings import KINDS, StatefulSettings
from tests.lessons.stateful.reference import TOLERANCE, carried, difference, outputs, settings_of

pytest.importorskip("keras")


def walked(settings: StatefulSettings, actions) -> Walk:
    """An action at a time, each with the states that the one before left."""
    walk = Walk(settings)
    for count in range(len(actions) + 1):
        walk = walk.taken(settings, actions[:count], partial(remote.act, settings))
    return walk


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
def test_all_at_once_or_an_action_at_a_time_is_the_same(kind):
    settings, actions = settings_of(kind), ("1", "2", "r", "3")
    together = remote.act(settings, actions, ())
    for one, other in zip(walked(settings, actions).events, together, strict=True):
        for state, wanted in zip(one.before + one.after, other.before + other.after, strict=True):
            np.testing.assert_array_equal(state, wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_three_ways(kind):
    settings = settings_of(kind)
    ways = remote.three_ways(settings)
    alone, _ = outputs(settings, settings.readings)
    apart = np.concatenate([outputs(settings, part)[0] for part in settings.parts()], axis=1)
    for found, wanted in ((ways.sequence, alone), (ways.stateful, carried(settings)), (ways.stateless, apart)):
        np.testing.assert_allclose(found, wanted, atol=TOLERANCE)
    assert difference(ways.stateful, ways.sequence) == 0
    assert difference(ways.stateless, ways.sequence) > 0.01
    assert difference(ways.stateless[:, :4], ways.sequence[:, :4]) == 0
    np.testing.assert_array_equal(remote.sequence(settings), ways.sequence)


def test_in_a_single_batch_there_is_nothing_to_carry():
    ways = remote.three_ways(settings_of("lstm", length=10))
    assert difference(ways.stateless, ways.sequence) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_overlapping_windows_repeat_steps_to_a_stateful_layer(kind):
    settings = settings_of(kind)
    ways, states = remote.three_ways(settings), None
    for at in range(7):
        window = settings.readings[:, at : at + 4]
        np.testing.assert_allclose(ways.windows[:, at], outputs(settings, window)[0][:, -1], atol=TOLERANCE)
        hidden, states = outputs(settings, window, states)
        np.testing.assert_allclose(ways.windows_stateful[:, at], hidden[:, -1], atol=TOLERANCE)
    assert difference(ways.windows_stateful, ways.sequence[:, 3:]) > 0.001


def test_windows_of_one_step_are_the_sequence_itself():
    ways = remote.three_ways(settings_of("gru", length=1))
    assert difference(ways.windows_stateful, ways.sequence) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_states_carried_by_hand_are_the_stateful_layer(kind):
    settings = settings_of(kind)
    found = remote.by_hand(settings)
    np.testing.assert_allclose(found.carried, carried(settings), atol=TOLERANCE)
    assert difference(found.carried, found.stateful) <= TOLERANCE
    assert difference(found.alone, found.stateful[:1]) <= TOLERANCE


@pytest.mark.parametrize("kind", KINDS)
def test_training_leaves_states_behind(kind):
    trained = remote.train_and_predict(settings_of(kind))
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
    for function in (remote.three_ways, remote.shuffled, remote.passes, remote.by_hand, remote.train_and_predict):
        arrays = [each for each in vars(function(settings)).values() if isinstance(each, np.ndarray)]
        assert arrays
        assert all(np.isfinite(array).all() for array in arrays)
    assert difference(remote.three_ways(settings).stateful, remote.sequence(settings)) <= TOLERANCE
