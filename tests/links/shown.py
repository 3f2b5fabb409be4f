"""Everything that a page says, as one text: what a person reads, and what its components and charts were given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

READ = {"title", "header", "subheader", "markdown", "caption", "text", "code", "warning", "info", "badge"}


def everything(app: AppTest) -> str:
    """What the page says. Not among it is what can be chosen: a link to try names what it shows."""
    return "\n".join(_said(app.main))


def _said(block: Block) -> Iterator[str]:
    for _, node in sorted(block.children.items()):
        if isinstance(node, Block):
            yield str(getattr(node, "label", ""))
            yield from _said(node)
        else:
            yield _text(node)


def _text(element: Any) -> str:
    if element.type == "bidi_component":
        return str(element.proto.json or element.proto.mixed.json)
    if element.type in ("arrow_vega_lite_chart", "vega_lite_chart"):
        return str(json.loads(element.proto.spec).get("description", ""))
    if hasattr(getattr(element, "value", None), "to_string"):
        return str(element.value.to_string())
    return str(element.value) if element.type in READ else ""
