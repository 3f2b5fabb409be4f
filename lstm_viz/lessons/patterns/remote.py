"""The functions of `in_keras.py`, by name and type."""

import numpy as np

from lstm_viz.lessons.patterns.blueprint import Blueprint
from lstm_viz.lessons.patterns.builder import Build, Change
from lstm_viz.lessons.patterns.results import Continuation, LayerError, PatternRun, Shape
from lstm_viz.remote import Remote

HERE = "lstm_viz.lessons.patterns.in_keras"

run_trained: Remote[[str, np.ndarray], PatternRun] = Remote(f"{HERE}:run_trained")
continue_series: Remote[[np.ndarray, int], Continuation] = Remote(f"{HERE}:continue_series")
run_built: Remote[[Build], PatternRun | LayerError] = Remote(f"{HERE}:run_built")
switched: Remote[[Blueprint], dict[tuple[bool, ...], Shape | LayerError]] = Remote(f"{HERE}:switched")
fixes: Remote[[Build], tuple[tuple[Change, Shape], ...]] = Remote(f"{HERE}:fixes")
