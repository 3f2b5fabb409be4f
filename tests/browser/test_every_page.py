"""Every panel of every page, on a Korean phone in the dark and on a desktop: all there, all Korean, no fault."""

from __future__ import annotations

import importlib
import re

import pytest
from playwright.sync_api import Page

from tests.support.accessibility import serious_violations
from tests.support.browser import visit, wait_until_settled
from tests.support.server import ROOT
from tools.catalogue import korean

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
# What a page shows beside its first view: a state with much on it.
QUERY = {
    "memory_lab": "panel=break&edits=A.cell.13.3.erase,B.forget_gate.all.2-.clamp=0.5",
    "shapes": "source=text",
    "patterns": "pattern=bidirectional",
    "what_it_returns": "bidirectional=True",
    "text": "becomes=",
}
# The first layer starts TensorFlow.
PATIENCE = 90
RIGHTMOST = """root => Math.max(...[...root.querySelectorAll('canvas, svg, button, p')]
    .map(each => each.getBoundingClientRect().right))"""
# English texts of several words that say something else in Korean, but for code and for what is filled in.
ENGLISH = [
    message.id
    for message in korean()
    if " " in message.id and message.id != message.string and not re.search(r"[{}`$*\[]", message.id)
]


def panels(name: str) -> tuple[str, ...]:
    view = importlib.import_module(f"lstm_viz.lessons.{name}.ui.page").PAGE
    return view.settings["panel"].field.options


def open_page(page: Page, server: str, name: str) -> Page:
    path = "" if name == "step_through" else name
    return visit(page, f"{server}/{path}?{QUERY.get(name, '')}", seconds=PATIENCE)


def each_panel(page: Page, name: str):
    """Opens one panel after the other, by the row of their names."""
    row = page.get_by_role("radiogroup", name=re.compile("Shown below|아래에 표시할 내용"))
    for number in range(row.get_by_role("radio").count()):
        row.get_by_role("radio").nth(number).click()
        wait_until_settled(page, seconds=PATIENCE)
        yield number


def told(page: Page) -> str:
    """All that is written on the page, and what charts tell a screen reader."""
    charts = page.locator("[aria-roledescription='visualization']").evaluate_all("all => all.map(e => e.ariaLabel)")
    return "\n".join([page.get_by_test_id("stMain").inner_text(), *map(str, charts)])


@pytest.mark.parametrize("name", PAGES)
def test_on_a_korean_phone_in_the_dark(new_page, server, name):
    options = {"locale": "ko-KR", "color_scheme": "dark", "has_touch": True}
    page = open_page(new_page(width=390, height=844, **options), server, name)
    found: dict[int, object] = {}
    for number in each_panel(page, name):
        width = page.evaluate("document.documentElement.scrollWidth")
        right = page.get_by_test_id("stMain").evaluate(RIGHTMOST)
        english = [text for text in ENGLISH if text in told(page)]
        serious = serious_violations(page) if number % 2 else []
        if width > 390 or right > 390 or english or serious:
            found[number] = (width, right, english, serious)
    assert found == {}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious_on_a_desktop(new_page, server, name):
    page = open_page(new_page(color_scheme="light"), server, name)
    found = {number: serious_violations(page) for number in each_panel(page, name) if number % 2 == 0}
    assert {number: serious for number, serious in found.items() if serious} == {}
