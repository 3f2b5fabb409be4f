"""The life of a stateful layer: what is kept of it, and where each state came from, decided by numbers alone."""

import numpy as np

from lstm_viz.lessons.stateful.history import Origin, Walk, origins
from lstm_viz.lessons.stateful.results import Event
from lstm_viz.lessons.stateful.settings import StatefulSettings

SETTINGS = StatefulSettings("gru", 2, 2, 6, 2, 1, 0)
ZEROS = np.zeros((2, 2))


def event(before, after) -> Event:
    return Event((np.asarray(before, float),), (np.asarray(after, float),))


def test_a_state_comes_from_the_event_that_left_it():
    left = [[1.0, 2.0], [3.0, 4.0]]
    found = origins([event(ZEROS, ZEROS), event(ZEROS, left), event(left, ZEROS), event(ZEROS, left)])
    assert found[0] == [None, None]
    assert found[1] == [Origin(0, 0), Origin(0, 1)]
    assert found[2] == [Origin(1, 0), Origin(1, 1)]
    assert found[3] == [Origin(2, 0), Origin(2, 1)]


def test_mixed_rows_are_told_apart_by_their_numbers():
    left = np.array([[1.0, 2.0], [3.0, 4.0]])
    found = origins([event(ZEROS, left), event(left[::-1], ZEROS)])
    assert found[1] == [Origin(0, 1), Origin(0, 0)]


def test_a_state_that_nothing_left_has_no_origin():
    left = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert origins([event(ZEROS, left), event(np.nextafter(left, 9), ZEROS)])[1] == [None, None]


def test_both_states_of_an_lstm_count():
    one = Event((ZEROS, ZEROS), (np.ones((2, 2)), ZEROS))
    two = Event((np.ones((2, 2)), np.ones((2, 2))), (ZEROS, ZEROS))
    assert origins([one, two])[1] == [None, None]


def counting(asked):
    """Events whose states count the numbers of the batches read; "r" makes them 0."""

    def happens(actions, states):
        asked.append((actions, states[0][0, 0] if states else None))
        events, held = ([], states[0]) if states else ([event(ZEROS, ZEROS)], ZEROS)
        for action in actions:
            before, held = held, np.zeros((2, 2)) if action == "r" else held + int(action)
            events.append(event(before, held))
        return tuple(events)

    return happens


def test_each_event_begins_with_the_states_of_the_last():
    asked = []
    walk = Walk(SETTINGS).taken(SETTINGS, ("1", "2", "r", "3"), counting(asked))
    assert asked == [(("1", "2", "r", "3"), None)]
    assert [each.after[0][0, 0] for each in walk.events] == [0, 1, 3, 0, 3]


def test_only_what_is_new_is_asked_for_with_the_states_before_it():
    asked = []
    walk = Walk(SETTINGS).taken(SETTINGS, ("1", "2"), counting([]))
    longer = walk.taken(SETTINGS, ("1", "2", "3"), counting(asked))
    assert asked == [(("3",), 3)]
    assert longer.events[:3] == walk.events
    asked.clear()
    other = longer.taken(SETTINGS, ("1", "r"), counting(asked))
    assert asked == [(("r",), 1)]
    assert other.actions == ("1", "r")
    asked.clear()
    assert len(other.taken(SETTINGS, (), counting(asked)).events) == 1
    assert len(other.taken(SETTINGS, ("1",), counting(asked)).events) == 2
    assert asked == []


def test_another_layer_begins_anew():
    asked = []
    walk = Walk(SETTINGS).taken(SETTINGS, ("1", "2"), counting([]))
    other = StatefulSettings("gru", 2, 2, 6, 2, 1, 7)
    assert walk.taken(other, ("1",), counting(asked)).settings == other
    assert asked == [(("1",), None)]


def test_without_actions_there_is_the_layer_as_it_was_built():
    walk = Walk(SETTINGS).taken(SETTINGS, (), counting([]))
    assert (walk.actions, len(walk.events)) == ((), 1)


def test_a_walk_ends_where_there_is_no_result():
    none = Walk(SETTINGS).taken(SETTINGS, ("1", "2"), lambda actions, states: None)
    assert (none.actions, none.events) == ((), ())
    walk = Walk(SETTINGS).taken(SETTINGS, ("1",), counting([]))
    ended = walk.taken(SETTINGS, ("1", "2"), lambda actions, states: None)
    assert (ended.actions, ended.events) == (walk.actions, walk.events)
    assert ended.taken(SETTINGS, ("1", "2"), counting([])).actions == ("1", "2")
