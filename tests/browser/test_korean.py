"""What a page in Korean is to a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import open_controls, visit, wait_until_settled

READ = "h1, h2, h3, p, li, label, button, summary, [data-testid=stText] *"
WORDS = f"[...document.querySelectorAll('{READ}')].filter(each => each.innerText)"
BROKEN = f"() => {WORDS}.filter(each => getComputedStyle(each).wordBreak !== 'keep-all').map(each => each.outerHTML)"


def test_korean_breaks_between_words_and_english_as_ever(page: Page, server: str):
    visit(page, f"{server}/shapes?lang=ko", anew=True)
    wait_until_settled(page)
    assert page.evaluate(f"() => {WORDS}.length") > 20
    assert page.evaluate(BROKEN) == []
    visit(page, f"{server}/fix_my_code?lang=ko&text=expected+ndim=3,+found+ndim=2")
    assert page.get_by_test_id("stText").count() == 2
    assert page.evaluate(BROKEN) == []
    visit(page, f"{server}/shapes?lang=en", anew=True)
    wait_until_settled(page)
    assert page.evaluate(BROKEN)


# A page with boxes to choose from, in a link that opens its controls.
BOXES = {"memory_lab": "task=gap&trained=0&panel=break", "step_through": "lesson=0"}
CHOSEN = "() => [...document.querySelectorAll('[data-testid=stSelectbox] input')].map(each => each.value)"


def is_english(text: str) -> bool:
    """Whether a text has an English word, and no Korean one; a sequence such as 1: a,x,b has neither."""
    return re.search("[a-z]{2}", text) is not None and not re.search("[가-힣]", text)


@pytest.mark.parametrize("name", BOXES)
def test_after_a_switch_of_the_language_no_box_keeps_what_was_chosen_in_english(page: Page, server: str, name: str):
    visit(page, f"{server}/{'' if name == 'step_through' else name}?lang=en&{BOXES[name]}", anew=True)
    open_controls(page)
    before = page.evaluate(CHOSEN)
    page.get_by_role("radiogroup", name="Language · 언어").get_by_role("radio", name="한국어").click()
    wait_until_settled(page)
    open_controls(page)
    assert any(map(is_english, before))
    after = page.evaluate(CHOSEN)
    assert len(after) == len(before)
    assert not list(filter(is_english, after))
    assert page.get_by_placeholder("Choose an option").count() == 0
    visit(page, f"{server}/?lang=en", anew=True)  # the tests after this one go on in this app


def test_the_words_of_an_upload_field_and_of_plotlys_buttons_are_korean(page: Page, server: str):
    visit(page, f"{server}/your_model?lang=ko", anew=True)
    field = page.get_by_test_id("stFileUploaderDropzone").first
    written = field.evaluate(
        "field => [...field.querySelectorAll('p, span')].map(each => [getComputedStyle(each).fontSize, "
        "getComputedStyle(each, '::after').content]).filter(([size]) => size === '0px').map(([, words]) => words)"
    )
    assert written == ['"파일 올리기"', '"파일 하나에 20MB까지"']
    visit(page, f"{server}/memory_lab?lang=ko&panel=space", anew=True)
    buttons = page.locator(".modebar-btn[data-attr]")
    expect(buttons.first).to_be_attached()
    assert [
        title for title in buttons.evaluate_all("all => all.map(each => each.dataset.title)") if is_english(title)
    ] == []
    visit(page, f"{server}/?lang=en", anew=True)
