"""The page Patterns without a browser."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from tests.support.app import open_page


def open_patterns(**query: str) -> AppTest:
    """The page that a link opens."""
    return open_page("patterns", **query)


def said(app: AppTest) -> str:
    """Everything that is written on the page."""
    parts = (app.code, app.markdown, app.caption, app.text, app.error, app.success, app.warning, app.info)
    return "\n".join(each.value for kind in parts for each in kind)


def drawing(app: AppTest) -> dict:
    """What the browser gets of the unrolled picture, or of the stepping viewer."""
    return json.loads(app.get("bidi_component")[0].proto.json)[0]


def tensors(app: AppTest) -> dict[str, list[int]]:
    """Name → shape of each tensor of the picture."""
    return {tensor["name"]: tensor["array"]["shape"] for tensor in drawing(app)["tensors"]}
