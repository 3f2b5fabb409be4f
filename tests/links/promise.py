"""What links showed in November 2026, and still have to: `recorded.jsonl`, a line for each.

`python -m tests.links.promise` records them again, for a change of texts that is meant.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count, pairwise
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from tests.support.app import open_controls
from tests.support.server import ROOT

FILE = ROOT / "tests" / "links" / "recorded.jsonl"
HOLDS_NOTHING = {"button", "download_button", "file_uploader"}
# The way into the lesson, and the way back to the start.
ON_EVERY_VIEW = {":material/school:", ":material/replay:"}

Record = dict[str, Any]


def recorded() -> list[Record]:
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def opened(page: str, query: dict[str, str]) -> AppTest:
    """The app after a link's first run, with its controls open; `page` is "" for the first."""
    app = AppTest.from_file(str(ROOT / "lstm_viz" / "main.py"), default_timeout=120)
    open_controls(app, page or "step_through")
    for name, value in query.items():
        app.query_params[name] = value
    if page:
        app.switch_page(f"../pages/{page}.py")
    return app.run()


def promise(app: AppTest, page: str, query: dict[str, str]) -> Record:
    """What a link promises: the link that the page writes, its controls with their values, and what it says of both."""
    elements = list(_in_order(app.main))
    widgets = [each for each in elements if hasattr(each, "_widget_state") and hasattr(each, "label")]
    controls: Record = {}
    for widget in widgets:
        if widget.type not in HOLDS_NOTHING and not widget.key.endswith("tried"):
            labels = chain([widget.label], (f"{widget.label} ({number})" for number in count(2)))
            label = next(each for each in labels if each not in controls)
            controls[label] = {"disabled": _shown(widget)} if widget.proto.disabled else _shown(widget)
    buttons = [
        widget.label + " (disabled)" * widget.proto.disabled
        for widget in elements
        if widget.type in HOLDS_NOTHING and getattr(widget.proto, "icon", "") not in ON_EVERY_VIEW
    ]
    return {
        "page": page,
        "query": query,
        "link": {name: values[0] if len(values) == 1 else values for name, values in dict(app.query_params).items()},
        "controls": controls,
        "ignored": _after(elements, ":orange[:material/link_off:]"),
        "problems": _after(elements, ":red[:material/error:]"),
        "buttons": [label if number == 1 else f"{number} × {label}" for label, number in Counter(buttons).items()],
        "headings": [each.value for each in elements if each.type in ("title", "header", "subheader")],
    }


def _in_order(block: Block) -> Iterator[Element]:
    for _, node in sorted(block.children.items()):
        if isinstance(node, Block):
            yield from _in_order(node)
        else:
            yield node


def _after(elements: list[Element], icon: str) -> list[str]:
    """The sentences that stand beside an icon."""
    pairs = pairwise(elements)
    return [text.value for mark, text in pairs if mark.type == "markdown" and mark.value == icon]


def _shown(widget: Any) -> object:
    """A control's value as a person sees it: the titles of what is chosen, not its names in the code."""
    if widget.type == "button_group":
        titles = [widget.options[at] for at in widget.indices]
        return (titles[0] if titles else None) if widget._is_single_select else titles
    if widget.type in ("radio", "selectbox"):
        return None if widget.index is None else widget.options[widget.index]
    value = widget.format_func(widget.value) if widget.type == "select_slider" else widget.value
    if isinstance(value, list | tuple):
        return [each if isinstance(each, int | float) else str(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def main() -> None:
    """Records every link again."""
    rows = [promise(opened(each["page"], each["query"]), each["page"], each["query"]) for each in recorded()]
    FILE.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
