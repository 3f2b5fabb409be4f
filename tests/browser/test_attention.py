"""Attention in a real Chromium: a click on the map, a step, what is typed, and the link."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.support.browser import visit, wait_until_settled


def chosen(page: Page) -> tuple[str, str]:
    """The decoder step and the input step of the link."""
    query = parse_qs(urlsplit(page.url).query)
    return query["step"][0], query["at"][0]


def test_a_click_on_the_map_chooses_the_decoder_step_and_the_input_step(page, server):
    visit(page, f"{server}/attention?task=reverse&input=ABCDEFG&step=1&at=1")
    expect(page.get_by_text("Step 1 reads “start”, looks most at “G”")).to_be_visible(timeout=20_000)
    wait_until_settled(page)
    page.locator("[data-testid=stVegaLiteChart] canvas").first.click()  # in its middle
    page.wait_for_function("!['1', null].includes(new URLSearchParams(location.search).get('step'))")
    wait_until_settled(page)
    step, at = chosen(page)
    assert at != "1"
    expect(page.get_by_text(f"Step {step} reads “")).to_be_visible()
    expect(page.get_by_role("radio", name=f"{step}: ")).to_be_checked()


def test_what_is_typed_is_answered_and_the_link_opens_it_again(page, other_page, server):
    visit(page, f"{server}/attention?input=31+May+2026&step=1")
    field = page.get_by_role("textbox", name="Input")
    field.fill("2026년 5월 31일")
    field.press("Enter")
    answer = "2026년 5월 31일 → 2026-05-31"
    expect(page.get_by_text(answer)).to_be_visible(timeout=20_000)
    page.get_by_role("radio", name="7: 5").click()
    page.wait_for_function("new URLSearchParams(location.search).get('step') === '7'")
    wait_until_settled(page)
    again = visit(other_page, page.url)
    expect(again.get_by_text(answer)).to_be_visible(timeout=20_000)
    expect(again.get_by_text("Step 7 reads “0”")).to_be_visible()


def test_an_unknown_character_is_said_and_what_was_there_stays(page, server):
    visit(page, f"{server}/attention?task=reverse&input=ABC")
    field = page.get_by_role("textbox", name="Input")
    field.fill("ABX")
    field.press("Enter")
    expect(page.get_by_text("This model does not know “X”, at position 3.")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("ABC → CBA")).to_be_visible()
