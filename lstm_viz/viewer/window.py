"""A window of a trace that is too large to be seen at once: some of its units, over some of its steps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lstm_viz.engine.cell import GATES, STATES
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights


@dataclass(frozen=True)
class Window:
    """A window of a trace.

    Attributes:
        first: Its first step, counted from 0.
        steps: The number of its steps; fewer if the trace ends before.
        units: Its units, counted from 0, in the order in which they are shown.
    """

    first: int
    steps: int
    units: tuple[int, ...]

    @property
    def times(self) -> slice:
        """Its steps as an index."""
        return slice(self.first, self.first + self.steps)

    def of(self, trace: Trace) -> Trace:
        """What is in the window of a trace. Its initial states are those that the whole trace has there."""
        units = list(self.units)
        entered = len(trace.inputs[0, self.times]) + self.first - 1 if trace.go_backwards else self.first
        return Trace(
            weights=_of_weights(trace.weights, units),
            inputs=trace.inputs[:1, self.times],
            signals={name: array[:1, self.times][..., units] for name, array in trace.signals.items()},
            initial_state=tuple(trace.before(state)[:1, entered][..., units] for state in STATES[trace.kind]),
            mask=None if trace.mask is None else trace.mask[:1, self.times],
        )

    def of_cells(self, cells: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """What is in the window of arrays of the shape (time, units)."""
        return {name: array[self.times][:, list(self.units)] for name, array in cells.items()}

    def told(self, steps: int) -> dict[str, Any]:
        """What the browser needs to count as the whole trace does, which has `steps` steps."""
        return {"first": self.first, "steps": steps, "units": [1 + unit for unit in self.units]}


def _of_weights(weights: RecurrentWeights, units: list[int]) -> RecurrentWeights:
    """The weights of some units among themselves."""
    starts = (place * weights.units for place in range(len(GATES[weights.kind])))
    columns = [start + unit for start in starts for unit in units]
    return replace(
        weights,
        kernel=weights.kernel[:, columns],
        recurrent_kernel=weights.recurrent_kernel[units][:, columns],
        bias=None if weights.bias is None else weights.bias[..., columns],
    )
