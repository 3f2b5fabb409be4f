"""The page Gradient flow without a browser."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from tests.support.app import open_page


def open_flow(**query: str) -> AppTest:
    """The page that a link opens, in English unless the link says otherwise."""
    return open_page("gradient_flow", **query)


def charts(app: AppTest) -> list[dict]:
    """The specification of each chart on the page."""
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
