"""The app without a browser, and what its stepping viewer was given."""

from __future__ import annotations

import base64
import json
from importlib import import_module

import numpy as np
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from tests.support.server import ROOT


def open_app(**query: str) -> AppTest:
    """The whole first page that a link opens, in English unless the link says otherwise, with its controls open."""
    app = AppTest.from_file(str(ROOT / "lstm_viz" / "main.py"), default_timeout=60)
    open_controls(app, "step_through")
    for name, value in ({"lang": "en", "lesson": "0"} | query).items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def open_page(name: str, **query: str) -> AppTest:
    """Another page than the first, opened by its link; see `open_app`."""
    app = AppTest.from_file(str(ROOT / "lstm_viz" / "main.py"), default_timeout=60)
    open_controls(app, name)
    for key, value in ({"lang": "en"} | query).items():
        app.query_params[key] = value
    app.switch_page(f"../pages/{name}.py").run()
    assert not app.exception
    return app


def open_controls(app: AppTest, name: str) -> None:
    """Opens the controls of a page, and all its links to try."""
    page = import_module(f"lstm_viz.lessons.{name}.ui.page").PAGE
    for folded in ("controls", "all_tries"):
        app.session_state[page.key(folded)] = True


def tries(app: AppTest) -> ButtonGroup:
    """The links to try."""
    return next(pills for pills in app.pills if pills.key.endswith("tried"))


def try_this(app: AppTest, number: int) -> None:
    """Chooses a link to try, counted from 0."""
    tries(app).set_value(number).run()


def viewer_data(app: AppTest) -> dict:
    """What the browser gets for the viewer."""
    return json.loads(app.get("bidi_component")[0].proto.json)[0]


def viewer_values(app: AppTest, sequence: int, signal: str) -> np.ndarray:
    """A signal as the browser gets it, (time, units)."""
    data = viewer_data(app)
    encoded = data["sequences"][sequence]["values"][signal]
    return np.frombuffer(base64.b64decode(encoded), "<f4").reshape(-1, data["units"])


def tokens(app: AppTest, sequence: int = 0) -> list[str]:
    """What a sequence of the viewer reads."""
    return viewer_data(app)["sequences"][sequence]["tokens"]


def words(app: AppTest) -> list[str]:
    """Every plain text on the page."""
    return [text.value for text in app.text]


def codes(app: AppTest) -> str:
    """All code on the page."""
    return "\n".join(code.value for code in app.code)


def markdown(app: AppTest) -> str:
    """All Markdown on the page."""
    return "\n".join(each.value for each in app.markdown)
