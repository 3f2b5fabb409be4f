"""The drawings in the browser: what is lit is what was chosen, in whichever way."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.accessibility import serious_violations
from tests.support.browser import PHONE, leave, visit, wait_until_settled
from tests.support.drawings import Block, UnrolledPicture
from tests.support.server import run_server

SCRIPT = "<img src=x onerror=alert(1)>"
AGAIN = itertools.count()


@pytest.fixture(scope="module")
def demo(kept):
    with run_server("tests/drawings/demo.py") as running:
        yield running.url
        leave(page for page, _ in kept.values())


def open_unrolled(page, url):
    picture = UnrolledPicture(visit(page, f"{url}/?again={next(AGAIN)}"))
    expect(picture.root.locator("svg")).to_be_visible()
    return picture


def open_block(page, url):
    block = Block(visit(page, f"{url}/?again={next(AGAIN)}"))
    expect(block.root.locator("svg")).to_be_visible()
    return block


def test_a_chosen_tensor_lights_exactly_its_boxes_and_shows_its_values(page, demo):
    picture = open_unrolled(page, demo)
    assert picture.lit() == []
    assert picture.tensors() == {
        "output": "(1, 6)",
        "backward_h": "(1, 3)",
        "X": "(1, 4, 5)",
        "sequence": "(1, 4, 6)",
    }
    picture.choose("output")
    assert picture.lit() == ["Forward h 4", "Backward h 1", f"Output {SCRIPT}"]
    assert picture.table() == [["0.63031", "0.63031", "0.63031", "0.70387", "0.70387", "0.70387"]]
    assert picture.dimmed() == 10
    picture.choose("sequence")
    assert picture.lit() == [f"{way} h {step}" for way in ("Forward", "Backward") for step in (1, 2, 3, 4)]
    assert [(row[0], row[-1]) for row in picture.table()] == [
        ("0.35906", "0.70387"),
        ("0.55111", "0.58864"),
        ("0.59116", "0.39517"),
        ("0.63031", "0.21942"),
    ]
    picture.choose("sequence")
    assert picture.lit() == []


def test_the_server_learns_the_choice_and_the_page_can_make_another(page, demo):
    picture = open_unrolled(page, demo)
    picture.choose("output")
    expect(page.get_by_text("The server knows output.")).to_be_visible()
    page.get_by_role("button", name="Choose X").click()
    expect(page.get_by_text("The server knows X.")).to_be_visible()
    expect(picture.root.locator('.chip[data-name="X"]')).to_have_attribute("aria-pressed", "true")
    assert picture.lit() == ["Input 1", "Input 2", "Input 3", "Input 4"]
    picture.choose("output")
    picture.choose("backward_h")
    expect(page.get_by_text("The server knows backward_h.")).to_be_visible()
    wait_until_settled(page)
    assert picture.lit() == ["Backward h 1"]
    page.get_by_role("button", name="Choose X").click()
    expect(page.get_by_text("The server knows X.")).to_be_visible()


def test_a_box_says_what_it_holds_and_where_it_is_returned(page, demo):
    picture = open_unrolled(page, demo)
    picture.root.locator(".node").nth(8).hover()
    assert picture.balloon().split("\n") == [
        "Backward h 1",
        "0.70387  0.70387  0.70387",
        "in output, backward_h, sequence",
    ]
    picture.root.locator(".node").nth(9).click()
    assert picture.balloon().startswith("Backward h 2")
    page.keyboard.press("Escape")
    expect(picture.root.locator(".balloon")).to_be_hidden()


def test_the_keyboard_goes_from_box_to_box_and_chooses_tensors(page, demo):
    picture = open_unrolled(page, demo)
    picture.root.locator(".chip").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert picture.lit() == ["Backward h 1"]
    for _ in range(3):
        page.keyboard.press("Tab")
    steps = [
        ("ArrowRight", "Input 2"),
        ("ArrowUp", "Forward h 2"),
        ("ArrowUp", "Backward h 2"),
        ("ArrowLeft", "Backward h 1"),
    ]
    for key, title in steps:
        page.keyboard.press(key)
        assert picture.balloon().split("\n")[0] == title


def test_the_drawing_is_saved_as_a_file_that_needs_nothing_else(page, demo):
    picture = open_unrolled(page, demo)
    with page.expect_download() as download:
        picture.root.get_by_role("button", name="Save as SVG").click()
    assert download.value.suggested_filename == "unrolled.svg"
    source = Path(download.value.path()).read_text("utf-8")
    root = ET.fromstring(source)
    texts = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"0.63", "0.70", "forward", "Inputs", "step 4"} <= texts
    assert not [word for word in ("href", "url(", "var(", "style=", "script") if word in source]


def test_a_cell_names_its_raw_value_and_the_reverse(page, demo):
    block = open_block(page, demo)
    block.cell(4).click()
    block.expect_words(
        f"X[sample 1, timestep 1, feature 0] = 0.25 is row 2, column “pressure {SCRIPT}” of your data: 0.25 {SCRIPT}. "
        "The same value is in 3 cells of the array."
    )
    assert block.lit() == ["X[sample 1, timestep 1, feature 0] = 0.25"]
    assert block.lit_raw() == [f"0.25 {SCRIPT}"]
    block.raw(1).click()
    block.expect_words(
        f"Row 2, column “pressure {SCRIPT}” of your data, 0.25 {SCRIPT}, is in 3 cells: X[sample 0, timestep 2, "
        "feature 0], X[sample 1, timestep 1, feature 0], X[sample 2, timestep 0, feature 0]."
    )
    assert len(block.lit()) == 3
    block.raw(11).click()
    expect(block.root.locator(".words")).to_contain_text("is in no cell of the array.")
    assert block.lit() == []
    block.cell(0).click()
    block.expect_words("X[sample 0, timestep 0, feature 0] = 0.00 is not in your data: it was added to make the array.")
    assert block.lit_raw() == []


def test_samples_beyond_the_first_eight_are_on_another_page(page, demo):
    block = open_block(page, demo)
    expect(block.root.get_by_text("samples 0 to 7 of 10")).to_be_visible()
    assert block.root.locator(".value").count() == 24
    block.root.get_by_role("button", name="Samples after these").click()
    expect(block.root.get_by_text("samples 8 to 9 of 10")).to_be_visible()
    assert block.root.locator(".value").count() == 6
    block.raw(2).click()
    expect(block.root.get_by_text("samples 0 to 7 of 10")).to_be_visible()
    assert len(block.lit()) == 3


def test_the_keyboard_goes_through_the_array_and_the_raw_data(page, demo):
    block = open_block(page, demo)
    block.cell(0).focus()
    for key in ("ArrowDown", "PageDown", "Enter"):
        page.keyboard.press(key)
    assert block.lit() == ["X[sample 1, timestep 1, feature 0] = 0.25"]
    block.raw(0).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    assert len(block.lit()) == 3


def test_on_a_phone_the_drawings_scroll_and_the_page_does_not(kept_page, demo):
    page = kept_page(**PHONE)
    picture, block = open_unrolled(page, demo), Block(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for drawing in (picture.root, block.root):
        assert drawing.evaluate("root => root.scrollWidth <= root.clientWidth")
    picture.root.locator('.chip[data-name="backward_h"]').tap()
    assert picture.lit() == ["Backward h 1"]
    picture.root.locator(".node").nth(8).tap()
    assert picture.balloon().startswith("Backward h 1")
    block.cell(1).tap()
    assert len(block.lit_raw()) == 1


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_nothing_typed_is_html(page, demo, color_scheme):
    page.emulate_media(color_scheme=color_scheme)
    picture, block = UnrolledPicture(visit(page, demo)), Block(page)
    picture.choose("output")
    block.raw(1).click()
    wait_until_settled(page)
    assert serious_violations(page) == []
    assert page.locator("img[src='x']").count() == 0
    page.emulate_media(color_scheme="light")
