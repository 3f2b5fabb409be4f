"""Every page and panel, on a Korean phone in the dark and on a desktop: all there, all Korean, no fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Page, expect

from tests.support.accessibility import serious_violations
from tests.support.browser import open_controls, visit, wait_until_settled
from tests.support.server import ROOT
from tools.catalogue import korean

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
# States with much on the page, or with something wrong on it.
QUERY = {
    "find": "q=dropout",
    "step_through": "step=3",
    "gradient_flow": "panel=flow",
    "time_series": "panel=way",
    "text": "panel=words",
    "memory_lab": "edits=A.cell.13.3.erase,B.forget_gate.all.2-.clamp=0.5",
    "shapes": "source=text",
    "stateful": "mistake=batch_size",
    "patterns": "pattern=bidirectional",
    "attention": "panel=arithmetic",
    "fix_my_code": "example=both",
    "what_it_returns": "bidirectional=True",
    "your_model": "source=sums",
}
ON_A_DESKTOP = QUERY | {
    "text": "a=the+wombats+were+not+boring",
    "patterns": "pattern=feed_back",
    "attention": "task=reverse&panel=forcing",
    "fix_my_code": "example=notebook",
    "your_model": "source=prices",
}
# The first layer starts TensorFlow.
PATIENCE = 90
# The row of links to try scrolls.
CUT_OFF = """root => [...root.querySelectorAll('canvas, svg, button, p')]
    .filter(each => each.getBoundingClientRect().right > innerWidth && !each.closest('[class*="tried"]'))
    .concat([...root.querySelectorAll('*')].flatMap(each => [...(each.shadowRoot?.querySelectorAll('.name') ?? [])])
        .filter(each => each.scrollWidth > each.clientWidth))
    .map(each => each.outerHTML.slice(0, 80))"""
# The buttons of a table may stand over a text, too.
COVERED = """root => [...root.querySelectorAll('[data-testid="stElementToolbar"]')]
    .filter(each => getComputedStyle(each).opacity === '1')
    .map(each => [each, each.closest('[data-testid="stElementContainer"]').previousElementSibling])
    .filter(([each, above]) => above?.getBoundingClientRect().bottom > each.getBoundingClientRect().top + 1)
    .map(([, above]) => above.textContent.slice(0, 80))"""
# Numbers in a table that take more than a line.
BROKEN_NUMBERS = """root => {
    const lines = cell => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return [...range.getClientRects()].map(line => line.bottom);
    };
    return [...root.querySelectorAll('td')].filter(each => /^[-−+]?[0-9.,]+$/.test(each.textContent.trim()))
        .filter(each => Math.max(...lines(each)) - Math.min(...lines(each)) > 12)
        .map(each => each.textContent);
}"""
# What is said in words; code stays as it is in every language.
SAID = """root => {
    const copy = root.cloneNode(true);
    copy.querySelectorAll('pre, code, .stCode, [data-testid="stDataFrame"], style').forEach(each => each.remove());
    const charts = [...root.querySelectorAll("[aria-roledescription='visualization']")].map(each => each.ariaLabel);
    const parts = [...root.querySelectorAll('*')].map(each => each.shadowRoot?.textContent ?? '');
    return [copy.textContent, ...charts, ...parts].join('\\n');
}"""


@cache
def english() -> list[str]:
    """English texts of several words that say something else in Korean, but for code and for what is filled in."""
    return [
        message.id
        for message in korean()
        if " " in message.id and message.id != message.string and not re.search(r"[{}`$*\[]", message.id)
    ]


def each_panel(page: Page, server: str, name: str, query: str, *, every: int = 1) -> Iterator[int]:
    """Opens a page, and one panel after the other, or every second one, by the row of their names if it has one."""
    path = "" if name == "step_through" else name
    visit(page, f"{server}/{path}?{query}", seconds=PATIENCE)
    open_controls(page)
    row = page.get_by_role("radiogroup", name=re.compile("Shown below|아래에 표시할 내용")).get_by_role("radio")
    if row.count() == 0:
        yield 0
    for number in range(0, row.count(), every):
        row.nth(number).click()
        page.mouse.move(0, 0)  # the panel may have a slider where the mouse is, which then shows its ends
        wait_until_settled(page, seconds=PATIENCE)
        yield number


def expect_title_and_language(page: Page) -> None:
    """One heading, which is the title in the browser's tab, too, and Korean for a screen reader."""
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_count(1)
    expect(page).to_have_title(f"{heading.inner_text()} · LSTM Explorer")
    expect(page.locator("html")).to_have_attribute("lang", "ko")


# axe looks at each panel once: at every second one on a phone, at the others on a desktop.
@pytest.mark.parametrize("name", PAGES)
def test_on_a_korean_phone_in_the_dark(kept_page, server, name):
    page = kept_page(width=390, height=844, locale="ko-KR", color_scheme="dark", has_touch=True)
    found: dict[int, object] = {}
    for number in each_panel(page, server, name, QUERY[name]):
        if number == 0:
            expect_title_and_language(page)
        main = page.get_by_test_id("stMain")
        said = main.evaluate(SAID)
        cut_off = [each for look in (CUT_OFF, COVERED, BROKEN_NUMBERS) for each in main.evaluate(look)]
        untranslated = [text for text in english() if text in said]
        serious = serious_violations(page) if number % 2 == 1 else []
        if page.evaluate("document.documentElement.scrollWidth > innerWidth") or cut_off or untranslated or serious:
            found[number] = (cut_off, untranslated, serious)
    assert found == {}


@pytest.mark.parametrize("name", PAGES)
def test_on_a_desktop_axe_finds_nothing_serious(page, server, name):
    panels = each_panel(page, server, name, ON_A_DESKTOP[name], every=2)
    found = {number: serious_violations(page) for number in panels}
    assert {number: serious for number, serious in found.items() if serious} == {}
