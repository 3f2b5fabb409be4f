"""Stateful in a real Chromium: stepping, its link, two visitors, a phone."""

import re

from playwright.sync_api import Page, expect

from tests.support.browser import run_again, visit, wait_until_settled

# The first layer starts TensorFlow.
PATIENCE = 90


def open_stateful(page: Page, server: str, query: str = "") -> Page:
    return visit(page, f"{server}/stateful?{query}", seconds=PATIENCE)


def lanes(page: Page):
    """The chart of the lanes, which tells a screen reader where each state comes from."""
    return page.locator('[aria-label^="The state that each tank"]').first


def expect_lanes(page: Page, says: str) -> None:
    expect(lanes(page)).to_have_attribute("aria-label", re.compile(re.escape(says)), timeout=PATIENCE * 1000)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(name)).click()
    wait_until_settled(page, seconds=PATIENCE)


def test_lanes_are_stepped_reset_and_shared_by_a_link(page, other_page, server):
    open_stateful(page, server)
    expect_lanes(page, "batch 2, tank 3: from its batch 1.")
    press(page, "Read batch 3")
    expect_lanes(page, "batch 3, tank 1: from its batch 2.")
    expect(page.get_by_text("outputs = sequence[:, 8:12]")).to_be_visible()
    press(page, "Reset states")
    press(page, "Read batch 1")
    expect_lanes(page, "states reset, tank 1: zeros.")
    page.wait_for_function("new URLSearchParams(location.search).get('actions') === '1,2,3,r,1'")
    again = visit(other_page, page.url, seconds=PATIENCE)
    expect(lanes(again)).to_have_attribute("aria-label", lanes(page).get_attribute("aria-label"))


def test_two_visitors_step_the_same_lanes_for_themselves(page, other_page, server):
    for each in (page, other_page):
        open_stateful(each, server, "actions=1")
    press(page, "Read batch 2")
    press(other_page, "Reset states")
    press(page, "Read batch 3")
    press(other_page, "Read batch 2")
    run_again(page)
    expect_lanes(page, "batch 3, tank 1: from its batch 2.")
    expect(page.get_by_text("outputs = sequence[:, 8:12]")).to_be_visible()
    expect_lanes(other_page, "batch 2, tank 1: from zeros.")
    expect(other_page.get_by_text("outputs ≠ sequence[:, 4:8]")).to_be_visible()


def test_mistakes_are_run_for_real(page, server):
    open_stateful(page, server, "panel=mistakes")
    expect_lanes(page, "batch 2, tank 1: from tank")
    page.get_by_role("radio", name="Another batch size").click()
    expect(page.get_by_text("no error, but wrong").first).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.get_by_text("Expected batch size: 3").first).to_be_visible()


def test_predict_first_hides_the_answer(page, server):
    open_stateful(page, server, "panel=ways&predict=True")
    question = page.get_by_text("Only the one with stateful=True")
    expect(question).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.get_by_text("stateless ≠ sequence")).to_have_count(0)
    question.click()
    expect(page.get_by_text("stateless ≠ sequence")).to_be_visible()
