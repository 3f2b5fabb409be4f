"""While typed text is refused, the pictures are dimmed; nothing else is, and not a moment longer."""

from playwright.sync_api import expect

from tests.support.browser import visit, wait_until_settled

PICTURES = "[data-testid=stBidiComponentIsolated]:visible, [data-testid=stVegaLiteChart]:visible"


def opacities(page) -> set[str]:
    return set(page.locator(PICTURES).evaluate_all("all => all.map(each => getComputedStyle(each).opacity)"))


def test_pictures_of_an_earlier_text_are_dimmed(page, server):
    visit(page, f"{server}/?lang=en&step=2&panel=arithmetic&a=3,0,1,2,3")
    field = page.get_by_role("textbox", name="Sequence A (symbols 0 1 2 3 4)")
    assert opacities(page) == {"1"}
    field.fill("7,7")
    field.press("Enter")
    expect(page.get_by_text("The dimmed part still shows 3,0,1,2,3")).to_be_visible()
    wait_until_settled(page)
    assert opacities(page) == {"0.4"}
    field.fill("4,0,1,2,4")
    field.press("Enter")
    expect(page.get_by_text("The dimmed part")).to_have_count(0)
    wait_until_settled(page)
    assert opacities(page) == {"1"}
