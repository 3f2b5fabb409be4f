"""Texts that say where a state comes from."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.app.language import _
from lstm_viz.lessons.stateful.actions import RESET, Actions
from lstm_viz.lessons.stateful.history import Origin, is_read


@dataclass(frozen=True)
class OriginWords:
    """Texts for the events of a walk and for the origins of its states.

    Attributes:
        actions: The actions on the layer, in order. Event 0 is that of building the layer.
    """

    actions: Actions

    def tank(self, row: int) -> str:
        """The name of a tank."""
        return _("tank {number}").format(number=row + 1)

    def event(self, at: int) -> str:
        """The title of an event."""
        if at == 0:
            return _("built")
        action = self.actions[at - 1]
        return _("states reset") if action == RESET else _("batch {number}").format(number=action)

    def short(self, at: int) -> str:
        """A short title of an event: the number of a batch, or the letter of a reset."""
        return self.actions[at - 1] if at else "–"

    def source(self, origin: Origin | None) -> int | None:
        """The row of an origin; None if no batch made the state."""
        return origin.row if origin is not None and self.is_carried(origin) else None

    def is_carried(self, origin: Origin) -> bool:
        """Whether a batch made the state. Otherwise a reset did, or building the layer."""
        return origin.event > 0 and is_read(self.actions[origin.event - 1])

    def origin(self, origin: Origin | None, row: int) -> str:
        """A text that says which state a tank's batch starts from."""
        if origin is None:
            return _("from an unknown state")
        if not self.is_carried(origin):
            return _("from zeros")
        batch = self.actions[origin.event - 1]
        if origin.row == row:
            return _("from its batch {batch}").format(batch=batch)
        return _("from {tank}, batch {batch}").format(tank=self.tank(origin.row), batch=batch)

    def short_origin(self, origin: Origin | None) -> str:
        """A short text for the state that a batch starts from: the number of the batch that made it."""
        if origin is None:
            return "?"
        return self.actions[origin.event - 1] if self.is_carried(origin) else "0"

    def left(self, hidden: np.ndarray) -> str:
        """A text for the states after the layer was built or reset."""
        return _("not zero") if hidden.any() else _("zeros")
