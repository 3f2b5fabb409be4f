"""The outputs of a model as tables."""

from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.patterns.results import Continuation, PatternRun

if TYPE_CHECKING:
    import pandas

FEATURE_AXES = {2: ("sample", "unit"), 3: ("sample", "step", "unit")}


def table(run: PatternRun) -> "pandas.DataFrame":
    """A row for each value: layer, sample, step (empty if there are no steps), unit and value. Indices count from 1."""
    import pandas

    frames = []
    for name, array in run.arrays.items():
        axes = ("sample", "step") if array is run.inputs and run.reads_ids else FEATURE_AXES[array.ndim]
        counted = {axis: index.ravel() + 1 for axis, index in zip(axes, np.indices(array.shape), strict=True)}
        frames.append(pandas.DataFrame({"layer": name, **counted, "value": array.ravel()}))
    frame = pandas.concat(frames, ignore_index=True)
    columns = ["layer", "sample", "step", "unit", "value"]
    return frame.reindex(columns=columns).astype({"step": "Int64"})


def loop_table(loop: Continuation, truth: np.ndarray) -> "pandas.DataFrame":
    """A row for each step: step (from 1), the known value, the value of the loop and the true value."""
    import pandas

    steps = np.arange(1, len(loop.known) + len(loop.values) + 1)
    gap = np.full(len(loop.known), np.nan, "float32")
    known = np.concatenate([loop.known[:, 0], np.full(len(loop.values), np.nan, "float32")])
    own = np.concatenate([gap, loop.values[:, 0]])
    return pandas.DataFrame({"step": steps, "known": known, "continued": own, "true": truth})
