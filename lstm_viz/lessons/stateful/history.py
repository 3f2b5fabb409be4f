"""The history of one stateful layer, event by event, and the origin of each state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.lessons.stateful.actions import RESET, Actions
from lstm_viz.lessons.stateful.results import Event, States
from lstm_viz.lessons.stateful.settings import StatefulSettings

Happens = Callable[[Actions, States], tuple[Event, ...] | None]


@dataclass(frozen=True, eq=False)
class Walk:
    """The history of a visitor's layer. The next event starts with the states of the last one.

    Attributes:
        settings: The settings of the layer and of its readings.
        actions: The actions on the layer, in order.
        events: The event of building the layer, then an event for each action.
    """

    settings: StatefulSettings
    actions: Actions = ()
    events: tuple[Event, ...] = ()

    def taken(self, settings: StatefulSettings, actions: Actions, happens: Happens) -> "Walk":
        """The walk of other actions. It keeps the events of the first actions that both walks have.

        Args:
            settings: The settings of the layer. If they differ from those of this walk, no event is kept.
            actions: All actions of the new walk.
            happens: A function like `remote.act` that returns the events of further actions, given the states before
                them. If it returns None, the new walk ends there.
        """
        shared = _shared(self.actions, actions) if self.settings == settings else 0
        events = self.events[: shared + 1] if self.settings == settings else ()
        if events and shared == len(actions):
            return Walk(settings, actions, events)
        more = happens(actions[shared:], events[-1].after if events else ())
        return Walk(settings, actions[:shared], events) if more is None else Walk(settings, actions, (*events, *more))


def _shared(one: Actions, other: Actions) -> int:
    """The number of actions with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


@dataclass(frozen=True)
class Origin:
    """The origin of a row's state: the state of a row after an earlier event.

    Attributes:
        event: The position of that event.
        row: The position of that row, from 0.
    """

    event: int
    row: int


def origins(events: Sequence[Event]) -> list[list[Origin | None]]:
    """Finds the origins of the states before each event, by comparing numbers.

    Args:
        events: The events, in order.

    Returns:
        For each event and row, the latest earlier event after which a row held exactly these states, or None. If
        several rows held them, the same row is preferred.
    """
    return [[_origin(events, at, row) for row in range(len(event.before[0]))] for at, event in enumerate(events)]


def _origin(events: Sequence[Event], at: int, row: int) -> Origin | None:
    for earlier in range(at - 1, -1, -1):
        rows = sorted(range(len(events[earlier].after[0])), key=lambda other: other != row)
        for other in rows:
            if _equal(events[at].before, row, events[earlier].after, other):
                return Origin(earlier, other)
    return None


def _equal(states: States, row: int, others: States, other: int) -> bool:
    return all(np.array_equal(one[row], two[other]) for one, two in zip(states, others, strict=True))


def is_read(action: str) -> bool:
    """Whether the action reads a batch."""
    return action != RESET
