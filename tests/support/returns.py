"""The page What it returns without a browser."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from lstm_viz.worker.errors import WorkerDied
from tests.support.app import open_page


def dies(*_):
    raise WorkerDied


def open_returns(**query: str) -> AppTest:
    return open_page("what_it_returns", **query)


def said(app: AppTest) -> str:
    """Everything that is written on the page."""
    parts = (app.code, app.markdown, app.caption, app.text, app.error, app.success, app.warning, app.info)
    return "\n".join(each.value for kind in parts for each in kind)


def drawing(app: AppTest) -> dict:
    """What the browser gets of the unrolled picture."""
    return json.loads(app.get("bidi_component")[0].proto.json)[0]


def flip(app: AppTest, name: str, value: bool) -> AppTest:
    """Sets one of Keras's switches."""
    app.toggle(key=f"returns_{name}").set_value(value).run()
    assert not app.exception
    return app
