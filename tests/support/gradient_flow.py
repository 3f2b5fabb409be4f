"""The page Gradient flow without a browser."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from tests.support.server import ROOT


def open_flow(**query: str) -> AppTest:
    """The page that a link opens, in English unless the link says otherwise."""
    app = AppTest.from_file(str(ROOT / "lstm_viz" / "main.py"), default_timeout=60)
    app.query_params["lang"] = query.get("lang", "en")
    app.run()
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page("../pages/gradient_flow.py").run()
    assert not app.exception
    return app


def charts(app: AppTest) -> list[dict]:
    """The specification of each chart on the page."""
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
