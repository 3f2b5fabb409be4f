"""The page Stateful without a browser."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
from streamlit.testing.v1 import AppTest

from tests.support.app import codes, markdown, open_page


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
