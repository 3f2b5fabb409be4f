"""An independent pass in numpy to hold the real layers against."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from lstm_viz.comparison import compare
from lstm_viz.engine import numpy_engine
from lstm_viz.lessons.stateful.settings import StatefulSettings

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
