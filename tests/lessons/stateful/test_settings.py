"""Which tanks are read in which batches, and a page's link."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.ceilings import MAX_SAMPLES
from lstm_viz.data import InputError
from lstm_viz.lessons.stateful import actions
from lstm_viz.lessons.stateful.settings import MAX_STEPS, OWN, SETTINGS, StatefulSettings, settings_of
from lstm_viz.old_code.prepare import LONGEST

THREE_TANKS = StatefulSettings("lstm", units=3, tanks=3, steps=12, length=4, features=2, seed=1)
DEFAULT = SETTINGS.defaults()


def with_cuts(steps: int, length: int) -> StatefulSettings:
    return StatefulSettings("gru", 2, 2, steps, length, 1, 0)


def test_the_default_is_three_tanks_in_three_batches_of_four_steps():
    assert settings_of(DEFAULT) == THREE_TANKS
    assert THREE_TANKS.batches == 3
    assert [part.shape for part in THREE_TANKS.parts()] == [(3, 4, 2)] * 3


def test_readings_are_about_between_minus_one_and_one_and_the_tanks_differ():
    readings = StatefulSettings("lstm", 3, MAX_SAMPLES, MAX_STEPS, 4, 3, 1).readings
    assert readings.shape == (10, 24, 3)
    assert readings.dtype == np.float32
    assert np.abs(readings).max() < 2
    assert len(np.unique(readings[:, 0, 0])) == MAX_SAMPLES


def test_the_tanks_of_old_links_have_the_readings_that_they_had():
    """Links of before ten tanks: six were drawn together."""
    draw = np.random.default_rng((7, 1))
    phase = draw.uniform(0, 2 * np.pi, (6, 1, 3))
    noise = draw.normal(0, 0.2, (6, 24, 3))
    readings = np.round(np.sin(phase + 2 * np.pi / 12 * np.arange(24)[:, None]) + noise, 2).astype("float32")
    np.testing.assert_array_equal(StatefulSettings("lstm", 3, 10, 24, 4, 3, 7).readings[:6], readings)


def test_with_more_of_anything_what_was_there_stays():
    more = StatefulSettings("gru", 8, 6, 24, 5, 3, 1).readings
    np.testing.assert_array_equal(more[:3, :12, :2], THREE_TANKS.readings)


def test_another_seed_gives_other_readings_and_other_weights():
    other = StatefulSettings("lstm", 3, 3, 12, 4, 2, 2)
    assert not np.array_equal(other.readings, THREE_TANKS.readings)
    assert not np.array_equal(other.weights.kernel, THREE_TANKS.weights.kernel)


def test_the_first_batch_may_have_another_length():
    settings = settings_of(DEFAULT | {"steps": 5, "first": 2, "length": 3})
    assert [part.shape for part in settings.parts()] == [(3, 2, 2), (3, 3, 2)]
    assert [list(span) for span in settings.spans] == [[0, 1], [2, 3, 4]]


@given(steps=st.integers(2, MAX_STEPS), length=st.integers(1, MAX_STEPS), first=st.integers(0, MAX_STEPS))
def test_the_batches_hold_every_step_once(steps, length, first):
    settings = replace(with_cuts(steps, min(length, steps)), first=min(first, steps))
    assert [step for span in settings.spans for step in span] == list(range(steps))
    assert [part.shape[1] for part in settings.parts()] == [len(span) for span in settings.spans]
    np.testing.assert_array_equal(np.concatenate(settings.parts(), axis=1), settings.readings)


def test_actions_are_batches_and_resets():
    assert actions.parse(" 1, 2,r ,1", 3) == ("1", "2", "r", "1")
    assert actions.parse("", 3) == ()
    assert actions.write(("1", "r")) == "1,r"


@pytest.mark.parametrize("text", ["0", "4", "1,,2", "x", "1;2", "-1", "R", "１"])
def test_what_is_no_action_is_refused(text):
    with pytest.raises(InputError, match="1 to 3, or r for a reset"):
        actions.parse(text, 3)


def test_too_many_actions_are_refused():
    assert len(actions.parse(",".join("1" * actions.MOST), 1)) == actions.MOST
    with pytest.raises(InputError, match="41 actions are too many: at most 40"):
        actions.parse(",".join("1" * 41), 1)


def test_the_first_that_can_be_done_are_kept():
    assert actions.fitting("1,2,5,1", 3) == ("1", "2")
    assert actions.fitting(",".join("1" * 99), 1) == ("1",) * actions.MOST


@pytest.mark.parametrize(
    ("done", "following"), [((), 1), (("1",), 2), (("1", "r"), 2), (("1", "2", "3"), 1), (("r",), 1), (("3", "1"), 2)]
)
def test_the_next_batch_follows_in_time(done, following):
    assert actions.next_batch(done, 3) == following


def test_a_link_is_read_as_it_was_written():
    values = DEFAULT | {"kind": "gru", "tanks": 5, "length": 1, "actions": "1,2,r,3", "mistake": "no_reset"}
    query = {name: str(value) for name, value in SETTINGS.link(values).items()}
    assert SETTINGS.read(query) == (values, [])


@pytest.mark.parametrize(
    ("query", "shown", "says"),
    [
        ({"tanks": "11"}, {"tanks": 10}, "“tanks” cannot be “11”"),
        ({"length": "20"}, {"length": 12}, "“length” cannot be “20”; it is a whole number from 1 to 12"),
        ({"tank": "5"}, {"tank": 3}, "“tank” cannot be “5”"),
        ({"unit": "8"}, {"unit": 3}, "“unit” cannot be “8”"),
        ({"actions": "1,9,2"}, {"actions": "1"}, "“9” is not an action"),
        ({"actions": "1, r,2"}, {"actions": "1,r,2"}, ""),
        ({"actions": "<b>"}, {"actions": ""}, "“<b>” is not an action"),
        ({"kind": "rnn"}, {"kind": "lstm"}, "“kind” cannot be “rnn”"),
        ({"steps": "3", "actions": "1"}, {"steps": 3, "length": 3}, ""),
    ],
)
def test_a_wrong_link_finds_the_nearest_settings_and_says_so(query, shown, says):
    values, ignored = SETTINGS.read(query)
    assert shown.items() <= values.items()
    assert says in " ".join(map(str, ignored))
    assert bool(ignored) == bool(says)


def test_code_of_ones_own_is_in_the_link_unless_it_is_too_long():
    own = DEFAULT | {"example": OWN}
    assert SETTINGS.link(own | {"old": "model.reset_states()"})["old"] == "model.reset_states()"
    assert SETTINGS.link(own | {"old": "x" * (LONGEST + 1)})["old"] == ""
    assert SETTINGS.link(DEFAULT | {"old": "typed before an example was chosen"})["old"] == ""
