"""The search as a visitor uses it, and what the browser is told of every page."""

import re

import pytest
from playwright.sync_api import expect

from lstm_viz.app.pages import SECTIONS
from tests.browser.test_every_page import CUT_OFF
from tests.support.accessibility import serious_violations
from tests.support.browser import visit


def test_a_question_is_asked_its_answer_opened_and_back_leads_to_the_question(page, server):
    visit(page, f"{server}/shapes?lang=en")
    main = page.get_by_test_id("stMain")
    main.get_by_role("link", name="Find").click()
    expect(main.get_by_role("heading", level=1)).to_have_text("Find")  # the page before it has text boxes, too
    field = main.get_by_role("textbox")
    field.fill("vanishing gradient")
    field.press("Enter")
    main.get_by_role("link", name="Gradient flow").first.click()
    expect(main.get_by_role("heading", level=1)).to_have_text("Gradient flow")
    expect(main.get_by_text("forget bias 1,")).to_be_visible()
    page.go_back()
    expect(main.get_by_role("heading", level=1)).to_have_text("Find")
    expect(field).to_have_value("vanishing gradient")


def test_another_language_is_told_to_the_browser(page, server):
    """That each page is Korean in a Korean browser is among what `test_every_page` looks at."""
    visit(page, f"{server}/stateful?lang=ko", anew=True)
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    page.get_by_text("English", exact=True).first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_test_id("stHeaderLogo").first).to_be_visible()


def test_the_navigation_tells_concepts_from_keras_and_leads_to_every_page(page, server):
    visit(page, f"{server}/shapes?lang=en")
    for number, places in enumerate(SECTIONS.values()):
        page.get_by_test_id("stTopNavSection").nth(number).click()
        links = page.get_by_test_id("stTopNavDropdownLink").filter(visible=True)
        expect(links).to_have_text([re.compile(f"{place.title}$") for place in places.values()])


@pytest.mark.parametrize("query", ["", "q=상태", "q=weather"])
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_search_is_whole_on_a_korean_phone(kept_page, server, query, scheme):
    page = kept_page(width=390, height=844, locale="ko-KR", color_scheme=scheme, has_touch=True)
    visit(page, f"{server}/find?{query}")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert page.get_by_test_id("stMain").evaluate(CUT_OFF) == []
    assert serious_violations(page) == []
