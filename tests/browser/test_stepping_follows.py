"""The stepping viewer beside the rest of the page: its keys, its cursor and the address, whatever else is used."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.browser import try_this, wait_until_settled
from tests.support.viewer import Viewer, open_viewer, query

LONG = ",".join(str(step % 5) for step in range(40))
# Of the browser's history: another one after an address is pushed, the same one after it is replaced.
ENTRY = "navigation.currentEntry.key"
IN_VIEW = "root => { const { top } = root.getBoundingClientRect(); return top >= 0 && top < innerHeight; }"


def type_sequence(viewer: Viewer, text: str, name: str = "A") -> None:
    field = viewer.page.get_by_role("textbox", name=f"Sequence {name}")
    field.fill(text)
    field.press("Enter")


def test_keys_step_while_a_button_of_the_page_has_the_focus(page, server):
    viewer = open_viewer(page, f"{server}/?step=3")
    page.get_by_role("button", name="Check now").first.focus()
    page.keyboard.press("ArrowRight")
    viewer.expect_heading("Unit 4 at step 4")
    page.keyboard.press("Home")
    viewer.expect_heading("Unit 4 at step 1")


def test_keys_of_a_segmented_control_are_its_own(page, server):
    viewer = open_viewer(page, f"{server}/?step=3")
    page.get_by_role("radio", name="Arithmetic").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    viewer.expect_heading("Unit 4 at step 3")


def test_what_a_suggestion_shows_comes_into_view_and_under_the_keys(page, server):
    viewer = open_viewer(page, f"{server}/?step=3")
    try_this(page, "A longer gap")
    viewer.expect_heading("Unit 4 at step 8")
    page.wait_for_function("() => document.activeElement?.shadowRoot?.activeElement?.matches('.viewer') ?? false")
    assert viewer.root.evaluate(IN_VIEW)
    page.keyboard.press("ArrowUp")
    viewer.expect_heading("Unit 3 at step 8")


def test_the_server_hears_of_a_cursor_that_was_cut_short(page, server):
    viewer = open_viewer(page, f"{server}/?a=3,0,1,2,3,0,1&b=4,0,1&step=6&show=A-B")
    viewer.expect_heading("Unit 4 at step 2")
    viewer.wait_until_linked(step="2", show="A-B")


def test_a_shorter_sequence_and_the_long_one_again_give_the_step_again(page, server):
    viewer = open_viewer(page, f"{server}/?step=3")
    type_sequence(viewer, "3 0")
    viewer.expect_heading("Unit 4 at step 1")
    type_sequence(viewer, "", "B")
    viewer.wait_until_linked(a="3,0", b="", step="1")
    type_sequence(viewer, "3 0 1 2 3")
    viewer.expect_heading("Unit 4 at step 3")
    viewer.wait_until_linked(step="3")


def test_a_step_of_three_digits_has_its_number_on_one_line(page, server):
    viewer = open_viewer(page, f"{server}/?a={','.join('0123' * 32)}&step=127")
    viewer.expect_heading("Unit 4 at step 127")
    height = "mark => getComputedStyle(mark, '::after').height"
    assert viewer.root.locator(".column-mark").first.evaluate(height) == "14px"


def test_another_language_does_not_stop_playing(new_page, server):
    page = new_page()
    viewer = open_viewer(page, f"{server}/?a={LONG}&b=")
    viewer.root.locator(".play").click()
    page.get_by_role("radio", name="한국어").click()
    expect(viewer.root.locator(".play")).to_have_attribute("aria-label", "일시 정지(Space)")
    viewer.expect_heading("시점 7의 유닛 4")
    expect(viewer.root).to_have_class("viewer playing")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_while_playing_the_address_follows_for_a_reload(page, server, language):
    viewer = open_viewer(page, f"{server}/?a={LONG}&b=&step=1&unit=2&lang={language}")
    wait_until_settled(page)
    entry = page.evaluate(ENTRY)
    viewer.root.locator(".speed").select_option("4")
    viewer.root.locator(".play").click()
    page.wait_for_function("() => Number(new URLSearchParams(location.search).get('step')) > 8")
    assert query(page.url)["a"] == LONG
    assert page.evaluate(ENTRY) == entry
    viewer.root.locator(".play").click()
    step = viewer.root.locator(".step-of").inner_text()
    viewer.wait_until_linked(step=re.search(r"\d+", step).group())
    wait_until_settled(page)
    assert page.evaluate(ENTRY) == entry
    page.reload()
    expect(viewer.root.locator(".step-of")).to_have_text(step, timeout=30_000)


def test_a_widget_used_while_playing_does_not_lead_back(page, server):
    viewer = open_viewer(page, f"{server}/?a={LONG}&b=&step=1")
    viewer.root.locator(".speed").select_option("4")
    viewer.root.locator(".play").click()
    page.wait_for_function("() => Number(new URLSearchParams(location.search).get('step')) > 4")
    page.get_by_role("radio", name="Arithmetic").click()
    viewer.wait_until_linked(panel="arithmetic")
    page.wait_for_function("() => Number(new URLSearchParams(location.search).get('step')) > 12")
    expect(viewer.root).to_have_class("viewer playing")
    viewer.root.locator(".play").click()
    step = viewer.root.locator(".step-of").inner_text().split()[1]
    viewer.wait_until_linked(step=step, panel="arithmetic")
