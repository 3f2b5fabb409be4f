"""What a page in Korean is to a browser."""

from playwright.sync_api import Page

from tests.support.browser import visit, wait_until_settled

WORDS = "[...document.querySelectorAll('h1, h2, h3, p, li, label, button, summary')].filter(each => each.innerText)"
BROKEN = f"() => {WORDS}.filter(each => getComputedStyle(each).wordBreak !== 'keep-all').map(each => each.outerHTML)"


def test_korean_breaks_between_words_and_english_as_ever(page: Page, server: str):
    visit(page, f"{server}/shapes?lang=ko")
    wait_until_settled(page)
    assert page.evaluate(f"() => {WORDS}.length") > 20
    assert page.evaluate(BROKEN) == []
    visit(page, f"{server}/shapes?lang=en", anew=True)
    wait_until_settled(page)
    assert page.evaluate(BROKEN)
