"""Draws the layer of each stop of the guided lesson, batch by batch."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.comparisons import difference
from lstm_viz.app.from_keras import Ask
from lstm_viz.app.guide import Figure, Guide
from lstm_viz.app.language import _
from lstm_viz.app.saved_lesson import Part, chart_parts
from lstm_viz.guided_lesson import Stop
from lstm_viz.lessons.stateful import actions, remote
from lstm_viz.lessons.stateful.guide import STOPS
from lstm_viz.lessons.stateful.history import Walk
from lstm_viz.lessons.stateful.settings import settings_of
from lstm_viz.lessons.stateful.ui.lanes import HELD, against_the_sequence, lanes_chart, show_walk, states_of, walk_of
from lstm_viz.lessons.stateful.ui.origin_words import OriginWords
from lstm_viz.lessons.stateful.ui.page import PAGE


def _draw(_stop: Stop) -> dict[str, str]:
    walk = walk_of(settings_of(PAGE.values()))
    if walk.events:
        show_walk(walk, st.container())
    return {}


def _figure(_stop: Stop, values: Mapping[str, Any], ask: Ask) -> Figure:
    settings = settings_of(values)
    walk = Walk(settings).taken(settings, actions.read(values["actions"]), partial(ask, remote.act, settings))
    if not walk.events:
        return [], {}
    words = OriginWords(walk.actions)
    head, *columns = states_of(walk, words).items()
    rows = [
        [tank, *(f"{states[row]:.5f}".replace("-", "−") for _name, states in columns)]
        for row, tank in enumerate(head[1])
    ]
    parts = [
        *chart_parts(partial(lanes_chart, walk, words)),
        Part("text", _(HELD)),
        Part("table", {"head": [head[0], *(name for name, _states in columns)], "rows": rows}),
    ]
    claim = against_the_sequence(walk, ask)
    if claim is not None:
        sign = "=" if claim.equal else "≠"
        code = f"{claim.comparison.left} {sign} {claim.comparison.right}"
        parts += [Part("code", code), Part("text", f"{difference(claim.comparison)} {_(claim.sentence)}")]
    return parts, {}


GUIDE = Guide(PAGE, STOPS, _draw, _figure)
