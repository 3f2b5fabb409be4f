"""Stepping in a real Chromium: by key, by click, playing, comparing."""

import re

import pytest
from playwright.sync_api import expect

from lstm_viz.engine.models import trained_pair
from lstm_viz.lessons.step_through.settings import SETTINGS
from lstm_viz.lessons.step_through.view import passes_of, view_of
from tests.support.viewer import Viewer, open_viewer

SIGNALS = ["forget_gate", "input_gate", "candidate", "output_gate", "cell", "hidden"]


@pytest.fixture
def viewer(page, server) -> Viewer:
    return open_viewer(page, f"{server}/?step=3")


@pytest.fixture(scope="module")
def passes():
    view, _ = view_of(SETTINGS.read({})[0])
    return passes_of(view, trained_pair(8))


def says(text: str, number: float) -> bool:
    """Whether `text` is the number, at the decimals it has: the equations may need more than two."""
    decimals = len(text.partition(".")[2])
    return decimals >= 2 and float(text.replace("−", "-")) == round(float(number), decimals)


def test_the_first_view_shows_the_numbers_of_the_trace(page, server, passes):
    viewer = open_viewer(page, server)
    viewer.expect_heading("Unit 4 at step 3")
    trace = passes["A"].trace
    numbers = [trace.signals[name][0, 2, 3] for name in SIGNALS]
    assert all(says(text, number) for text, number in zip(viewer.values().values(), numbers, strict=True))


def test_keys_step_and_the_link_and_the_panels_follow(page, server):
    viewer = open_viewer(page, f"{server}/?panel=gates")
    keys = {"ArrowRight": "Unit 4 at step 4", "Home": "Unit 4 at step 1", "End": "Unit 4 at step 4"}
    for key, heading in (keys | {"ArrowLeft": "Unit 4 at step 3"}).items():
        page.keyboard.press(key)
        viewer.expect_heading(heading)
    page.keyboard.press("ArrowLeft")
    viewer.wait_until_linked(step="2", unit="4", show="A")
    expect(page.locator("[aria-label^='Gates of unit 4. Step 2.']")).to_be_attached()


def test_keys_typed_into_a_field_do_not_step(viewer):
    field = viewer.page.get_by_role("textbox", name="Sequence A")
    field.focus()
    viewer.page.keyboard.press("ArrowLeft")
    viewer.page.keyboard.press("Home")
    viewer.expect_heading("Unit 4 at step 3")


def test_a_click_on_a_cell_chooses_unit_and_step(viewer, passes):
    viewer.click_cell(4, time=1, unit=6, steps=4, units=8)
    viewer.expect_heading("Unit 7 at step 2")
    assert says(viewer.values()["cell state"], passes["A"].trace.cell[0, 1, 6])
    viewer.wait_until_linked(step="2", unit="7")


def test_a_click_on_a_token_chooses_the_step(viewer):
    viewer.root.locator(".step").nth(0).click()
    viewer.expect_heading("Unit 4 at step 1")


def test_playing_ends_at_the_last_step_and_starts_again_from_the_first(viewer):
    play = viewer.root.locator(".play")
    play.click()
    viewer.expect_heading("Unit 4 at step 4")
    expect(play).to_have_attribute("aria-label", "Play (Space)", timeout=5000)
    viewer.page.keyboard.press("Escape")
    viewer.root.locator(".speed").select_option("4")
    play.click()
    viewer.expect_heading("Unit 4 at step 1", seconds=2)
    viewer.expect_heading("Unit 4 at step 4")
    viewer.wait_until_linked(step="4")


def test_comparing_shows_b_and_the_difference(viewer, passes):
    a, b = (passes[name].trace.cell[0, 2, 3] for name in "AB")
    viewer.root.get_by_role("button", name="B", exact=True).click()
    assert says(viewer.values()["cell state"], b)
    viewer.root.get_by_role("button", name="A − B").click()
    assert says(viewer.values()["cell state"], a - b)
    viewer.wait_until_linked(show="A-B")


def test_another_sequence_is_stepped_through_at_once(viewer):
    viewer.page.get_by_role("textbox", name="Sequence A").fill("0 1 2 0 1 2")
    viewer.page.get_by_role("textbox", name="Sequence A").press("Enter")
    expect(viewer.root.locator(".step")).to_have_count(5)
    assert viewer.tokens() == ["0", "4", "1", "0", "2", "1", "0", "2", "1"]
    viewer.wait_until_linked(a="0,1,2,0,1,2")


def test_the_viewer_speaks(viewer):
    viewer.root.locator(".step").nth(3).click()
    expect(viewer.root.locator(".live")).to_have_text(re.compile("step 4 of 4.*now holds 1.26"), timeout=5000)
