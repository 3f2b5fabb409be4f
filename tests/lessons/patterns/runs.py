"""Runs of the patterns' models by real Keras, and the same by nothing but numpy."""

from __future__ import annotations

from functools import cache

import numpy as np

from lstm_viz.lessons.patterns.builder import Build, build_of, like
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.in_keras import continue_series, run_built, run_trained
from lstm_viz.lessons.patterns.loop import Loop
from lstm_viz.lessons.patterns.results import Continuation, PatternRun
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, typed

TYPED = tuple(name for name in PATTERNS if name not in (FEED_BACK, GENERATOR))
LOOP = Loop(period=12, phase=0, known=18, continued=24)


@cache
def trained(pattern: str) -> PatternRun:
    """What the trained model gives for the pattern's example."""
    return run_trained(pattern, typed(pattern, DEFAULT_TEXTS[pattern]).inputs)


@cache
def loop() -> Continuation:
    """The page's first sine, carried on."""
    return continue_series(LOOP.given, LOOP.continued)


@cache
def built(**changes) -> PatternRun:
    """A model of the builder, by default the many to one."""
    run = run_built(build(**changes))
    assert isinstance(run, PatternRun)
    return run


def build(pattern: str = "many_to_one", **changes) -> Build:
    """The builder's settings for a pattern, with some of them changed."""
    return build_of({**like(pattern), "seed": 1, **changes})


def lstm_by_hand(weights: list[np.ndarray], inputs: np.ndarray, backwards: bool = False) -> np.ndarray:
    """Hidden states (time, units) in the input's order, from an LSTM's three arrays and inputs (time, features)."""
    kernel, recurrent, bias = (np.asarray(each, float) for each in weights)
    units = len(recurrent)
    h, c, shown = np.zeros(units), np.zeros(units), np.zeros((len(inputs), units))
    order = range(len(inputs))
    for step in reversed(order) if backwards else order:
        i, f, g, o = np.split(inputs[step] @ kernel + h @ recurrent + bias, 4)
        c = _sigmoid(f) * c + _sigmoid(i) * np.tanh(g)
        shown[step] = h = _sigmoid(o) * np.tanh(c)
    return shown


def _sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))
