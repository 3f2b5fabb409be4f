"""For the class: in a lecture room's resolution, and on a desk at 200 %, everything is there and nothing is cut off."""

import pytest
from playwright.sync_api import expect

from tests.support.accessibility import serious_violations
from tests.support.browser import visit, wait_until_settled

# Letters in the figure that reach over the window or over the part that cuts them off.
CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
    .flatMap((node) => [node, ...(node.shadowRoot?.querySelectorAll('*') ?? [])])
    .filter((part) => part.checkVisibility() && !part.closest('.window, .clip, .live, .strip, h1'))
    .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 || part.getBoundingClientRect().left < -1
        || (part.matches('button, label, .title, .words') && part.scrollWidth > part.clientWidth + 1))
    .map((part) => `${part.tagName}.${part.className}`)"""


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (700, 450)])
def test_nothing_is_cut_off_and_the_type_is_larger(new_page, server, width, height):
    page = new_page(width=width, height=height)
    visit(page, f"{server}/?teach=True&lesson=3&without=controls")
    text = page.locator(".guide_text .words")
    expect(text).to_be_visible()
    size = "element => parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom"
    assert text.evaluate(size) == 17 * 1.5
    assert page.evaluate(CUT_OFF) == []
    page.locator(".guide_text .next").click()
    wait_until_settled(page)
    expect(page.locator(".guide_text .place")).to_have_text("4 / 8")
    assert page.locator(".viewer .title").evaluate(size) == 17 * 1.5
    assert page.evaluate(CUT_OFF) == []
    page.locator(".guide_text .skip").click()
    wait_until_settled(page)
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    assert page.evaluate(CUT_OFF) == []
    assert serious_violations(page) == []
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement !== null")
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (700, 450)])
def test_the_memory_lab_is_not_cut_off_either(new_page, server, width, height):
    page = new_page(width=width, height=height)
    visit(page, f"{server}/memory_lab?units=8&seed=72&regime=sequences&teach=True&predict=True&step=4")
    expect(page.locator(".viewer .title")).to_be_visible(timeout=20_000)
    assert page.evaluate(CUT_OFF) == []
    page.get_by_text("Show and hide").click()
    expect(page.get_by_text("Sequence B", exact=True)).to_be_visible()
    wait_until_settled(page)
    assert page.evaluate(CUT_OFF) == []
    assert serious_violations(page) == []
