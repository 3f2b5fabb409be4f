"""The page Stateful without a browser, and a worker whose answers a test may change."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from streamlit.testing.v1 import AppTest

from tests.support.app import codes, markdown, open_page
from tests.support.worker import AtOnce, real_worker

REAL: dict[tuple[str, bytes], Any] = {}
"""What real Keras layers gave, in the worker's process, to the tests so far."""


class Worker(AtOnce):
    """The real worker, asked once for each call.

    Attributes:
        asked: The names of the functions that the page has asked for.
        changes: A function's name → what a test makes of its real result.
    """

    def __init__(self):
        self.asked: list[str] = []
        self.changes: dict[str, Callable[[Any], Any]] = {}

    def call(self, function, *arguments):
        name = function.__name__
        self.asked.append(name)
        key = (name, pickle.dumps(arguments))
        if key not in REAL:
            REAL[key] = real_worker().call(function, *arguments)
        return self.changes.get(name, lambda result: result)(REAL[key])


def more(result, *names):
    """The result with 0.01 added to these arrays."""
    return replace(result, **{name: getattr(result, name) + np.float32(0.01) for name in names})


def open_stateful(**query: str) -> AppTest:
    return open_page("stateful", **query)


def do(app: AppTest, name: str) -> AppTest:
    """Presses "next", "reset" or "over"."""
    app.button(key=f"stateful_do_{name}").click().run()
    assert not app.exception
    return app


def charts(app: AppTest) -> list[str]:
    """What a screen reader is told of each chart."""
    return [json.loads(chart.proto.spec)["description"] for chart in app.get("vega_lite_chart")]


def states(app: AppTest) -> np.ndarray:
    """What the layer holds now, (tanks, states * units)."""
    return app.dataframe[0].value.iloc[:, 1:].to_numpy()


def everything(app: AppTest) -> str:
    """All code and Markdown."""
    return f"{codes(app)}\n{markdown(app)}"
