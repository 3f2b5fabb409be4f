"""Text in a real Chromium: its first view, a word clicked, a sentence typed, a link, files, a phone."""

import io
import re

import pandas
import pytest
from playwright.sync_api import Locator, Page, expect

from lstm_viz.lessons.text.reading import read
from lstm_viz.lessons.text.sentence import EXAMPLES, sentence
from tests.support.browser import visit
from tests.support.viewer import Viewer, query

# The padding panel starts TensorFlow.
PATIENCE = 90


def open_text(page: Page, server: str, link: str = "") -> Page:
    visit(page, f"{server}/text?{link}", seconds=PATIENCE)
    expect(boxes(page).first).to_be_visible(timeout=PATIENCE * 1000)
    return page


def boxes(page: Page) -> Locator:
    return page.locator(".strip").first.locator(".box")


def test_the_first_view_needs_no_training(page, server):
    open_text(page, server)
    expect(page.get_by_role("heading", name="Text", exact=True)).to_be_visible()
    words = EXAMPLES["en"][0].split()
    assert page.locator(".strip .row").first.locator(".word").all_inner_texts() == words
    answer = read(sentence("en", EXAMPLES["en"][0])).answer
    assert answer > 0.99
    expect(boxes(page).nth(len(words) - 1)).to_contain_text("99.9%")
    assert page.locator(".strip .parts .word").all_inner_texts() == ["bad", "wonderful"]
    expect(page.locator('[aria-label^="The sentiment so far"]').first).to_be_visible()


def test_a_click_on_a_word_opens_the_viewer_there_and_the_link_shows_it_again(page, other_page, server):
    open_text(page, server)
    boxes(page).nth(3).click()
    viewer = Viewer(page)
    viewer.expect_heading("Unit 1 at step 4", seconds=PATIENCE)
    viewer.wait_until_linked(panel="step", step="4", show="A")
    page.locator(".strip .row").nth(1).locator(".box").nth(5).focus()
    page.keyboard.press("Enter")
    viewer.expect_heading("Unit 1 at step 6", seconds=PATIENCE)
    viewer.wait_until_linked(step="6", show="B")
    again = visit(other_page, page.url, seconds=PATIENCE)
    Viewer(again).expect_heading("Unit 1 at step 6", seconds=PATIENCE)
    assert query(again.url) == query(page.url)


def test_a_step_in_the_viewer_goes_along_into_the_boxes(page, server):
    open_text(page, server, "panel=step&b=&a=the+film+was+not+good")
    viewer = Viewer(page)
    viewer.expect_heading("Unit 1 at step 1", seconds=PATIENCE)
    viewer.root.get_by_role("button", name=re.compile("Last step")).click()
    viewer.wait_until_linked(step="5")
    expect(boxes(page).nth(4)).to_have_attribute("aria-pressed", "true")


def test_a_sentence_is_typed_and_what_is_wrong_is_said(page, server):
    open_text(page, server, "a=never+boring")
    field = page.get_by_role("textbox", name="Sentence A")
    field.fill("the <b>wombats</b> were not boring 😀")
    field.press("Enter")
    expect(boxes(page)).to_have_count(8)
    expect(boxes(page).nth(2)).to_contain_text("unknown")
    assert page.locator(".strip b").all_inner_texts() == ["A"]
    field.fill("qwer")
    field.press("Enter")
    expect(page.get_by_text("None of these words is in the vocabulary")).to_be_visible()
    expect(boxes(page)).to_have_count(8)


def test_padding_is_skipped_with_a_mask_and_read_without(page, server):
    open_text(page, server, "a=the+film+was+not+good&panel=padding&length=9")
    padded = page.locator(".strip").nth(1)
    expect(padded.locator(".skipped")).to_have_count(4, timeout=PATIENCE * 1000)
    expect(page.get_by_text("The mask works")).to_be_visible()
    page.get_by_text("mask_zero=True", exact=True).click()
    expect(page.get_by_text("as if they were words")).to_be_visible(timeout=PATIENCE * 1000)
    expect(padded.locator(".skipped")).to_have_count(0)


def test_the_steps_come_as_a_file(page, server, tmp_path):
    open_text(page, server, "a=never+boring&panel=data")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV", exact=True).click()
    waiting.value.save_as(tmp_path / "steps.csv")
    frame = pandas.read_csv(io.BytesIO((tmp_path / "steps.csv").read_bytes()))
    assert frame["word"].tolist() == ["never", "boring"]
    assert frame["sentiment"].tolist() == pytest.approx(read(sentence("en", "never boring")).sentiments.tolist())
