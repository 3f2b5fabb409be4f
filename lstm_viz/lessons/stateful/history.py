"""The life of one stateful layer, event by event, and where each state in it came from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from lstm_viz.lessons.stateful.actions import RESET, Actions
from lstm_viz.lessons.stateful.results import Event, States
from lstm_viz.lessons.stateful.settings import StatefulSettings

Happens = Callable[[Actions, States], tuple[Event, ...] | None]


@dataclass(frozen=True, eq=False)
class Walk:
    """What has happened to a visitor's layer so far; the next event begins with the states of the last.

    Attributes:
        settings: Of the layer and its readings.
        actions: What was done.
        events: The layer as it was built, then an event for each action.
    """

    settings: StatefulSettings
    actions: Actions = ()
    events: tuple[Event, ...] = field(default=())

    def taken(self, settings: StatefulSettings, actions: Actions, happens: Happens) -> "Walk":
        """The walk of these actions, which keeps what it shares with this one.

        Args:
            settings: Of the layer; with others nothing is shared.
            actions: What is to be done in all.
            happens: Gives the events of further actions from the states before them, as `remote.act`; None if there
                is no result, and the walk ends there.
        """
        shared = len(_shared(self.actions, actions)) if self.settings == settings and self.events else 0
        events = self.events[: shared + 1] if self.settings == settings else ()
        if events and shared == len(actions):
            return Walk(settings, actions, events)
        more = happens(actions[shared:], events[-1].after if events else ())
        return Walk(settings, actions[:shared], events) if more is None else Walk(settings, actions, (*events, *more))


def _shared(one: Actions, other: Actions) -> Actions:
    count = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    return one[: min(len(one), len(other)) if count is None else count]


@dataclass(frozen=True)
class Origin:
    """Where a row's state comes from: what a row held after an earlier event.

    Attributes:
        event: Which, as a position in the events.
        row: Which row, from 0.
    """

    event: int
    row: int


def origins(events: Sequence[Event]) -> list[list[Origin | None]]:
    """Where the states come from that each event found, decided by the numbers alone.

    Args:
        events: In their order.

    Returns:
        For each event and row the latest earlier event after which a row held exactly these states, the same row if
        it was among several; None where there is none.
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
    return action not in ("", RESET)
