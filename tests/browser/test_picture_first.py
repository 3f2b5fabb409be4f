"""The picture of every page begins where a visitor sees it at once."""

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.app.pages import FIRST, PLACES
from tests.support.browser import PHONE, visit, wait_until_settled

pytestmark = pytest.mark.browser

CHARTS = "stVegaLiteChart", "stPlotlyChart", "stBidiComponentRegular", "stBidiComponentIsolated"
PICTURES = {name: ", ".join(f"[data-testid={each}]" for each in CHARTS) for name in PLACES if name != "find"}
# The call as code, the way from the data to the array, step by step, and what the error means.
PICTURES |= {"what_it_returns": "[data-testid=stCode]", "shapes": "[data-testid=stMain] code"}
PICTURES |= {"fix_my_code": ".st-key-fix_error"}


@pytest.fixture(scope="module")
def come() -> set[Page]:
    """The pages on which somebody has come to the app here, and unfolded nothing."""
    return set()


def top(page: Page, server: str, name: str, language: str, come: set[Page]) -> float:
    """Where the picture of a page begins, in pixels, to a visitor who has unfolded nothing."""
    visit(page, f"{server}/{name if name != FIRST else ''}?lang={language}&lesson=0", anew=page not in come)
    come.add(page)
    return page.locator(PICTURES[name]).first.bounding_box()["y"]


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_begins_within_the_first_300_pixels(page, server, name, come):
    assert 100 < top(page, server, name, "en", come) <= 300


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_begins_within_the_first_screen_of_a_phone(kept_page, server, name, come):
    assert 100 < top(kept_page(**PHONE), server, name, "ko", come) <= PHONE["height"]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_both_answers_of_the_first_question_are_on_the_first_screen_of_a_phone(kept_page, server, language):
    page = visit(kept_page(**PHONE), f"{server}/?lang={language}&lesson=1")
    box = page.locator(".strip").bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"]


def test_the_memory_lab_opens_without_what_the_first_minute_does_not_need(page, server):
    visit(page, f"{server}/memory_lab", anew=True)
    expect(page.get_by_text("What to look for")).to_be_visible(timeout=20_000)
    wait_until_settled(page)
    assert page.get_by_test_id("stMainBlockContainer").evaluate("element => element.scrollHeight") < 1900
