"""Where a state comes from, in words."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.app.language import _
from lstm_viz.lessons.stateful.actions import RESET, Actions
from lstm_viz.lessons.stateful.history import Origin, is_read


@dataclass(frozen=True)
class OriginWords:
    """What the events of a walk and the origins of its states are called.

    Attributes:
        actions: What was done, in order; event 0 is the layer as it was built.
    """

    actions: Actions

    def tank(self, row: int) -> str:
        """A tank's name."""
        return _("tank {number}").format(number=row + 1)

    def event(self, at: int) -> str:
        """An event as a heading."""
        if at == 0:
            return _("built")
        action = self.actions[at - 1]
        return _("states reset") if action == RESET else _("batch {number}").format(number=action)

    def short(self, at: int) -> str:
        """An event where there is no room: a batch's number, or the letter of a reset."""
        return self.actions[at - 1] if at else "–"

    def source(self, origin: Origin | None) -> int | None:
        """The row whose state it was; None for one that no batch made."""
        return origin.row if origin is not None and self.is_carried(origin) else None

    def is_carried(self, origin: Origin) -> bool:
        """Whether a batch made the state; otherwise building the layer or a reset did."""
        return origin.event > 0 and is_read(self.actions[origin.event - 1])

    def origin(self, origin: Origin | None, row: int) -> str:
        """What a tank's batch starts from."""
        if origin is None:
            return _("from an unknown state")
        if not self.is_carried(origin):
            return _("from zeros")
        batch = self.actions[origin.event - 1]
        if origin.row == row:
            return _("from its batch {batch}").format(batch=batch)
        return _("from {tank}, batch {batch}").format(tank=self.tank(origin.row), batch=batch)

    def short_origin(self, origin: Origin | None) -> str:
        """What a batch starts from, where there is no room: the number of the batch that left it."""
        if origin is None:
            return "?"
        return self.actions[origin.event - 1] if self.is_carried(origin) else "0"

    def left(self, hidden: np.ndarray) -> str:
        """What is left after the layer was built or reset."""
        return _("not zero") if hidden.any() else _("zeros")
