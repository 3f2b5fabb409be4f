"""Patterns in a real Chromium: patterns, an own input, the loop, the drawing, a model that Keras refuses, a phone."""

import re

from playwright.sync_api import Page, expect

from lstm_viz.lessons.patterns.settings import PANELS
from tests.support.browser import open_controls, visit, wait_until_settled
from tests.support.drawings import UnrolledPicture

# The first model starts TensorFlow.
PATIENCE = 90


def open_patterns(page: Page, server: str, query: str = "") -> Page:
    return visit(page, f"{server}/patterns?{query}", seconds=PATIENCE)


def main(page: Page):
    return page.get_by_test_id("stMain")


def go_to(page: Page, panel: str) -> None:
    page.locator(".st-key-patterns_panel").get_by_role("radio").nth(list(PANELS).index(panel)).click()
    page.wait_for_function(f"new URLSearchParams(location.search).get('panel') === '{panel}'")
    wait_until_settled(page, seconds=PATIENCE)


def test_a_pattern_is_chosen_fed_and_its_link_shows_the_same(page, other_page, server):
    open_patterns(page, server)
    expect(main(page)).to_contain_text("1 of 1 right")
    page.get_by_role("radio", name="Encoder–decoder").click()
    expect(main(page)).to_contain_text("5 of 5 right", timeout=20_000)
    open_controls(page)
    page.get_by_role("textbox", name="Five symbols").fill("4 4 0 1 2")
    page.keyboard.press("Enter")
    page.wait_for_function("new URLSearchParams(location.search).get('input') === '4,4,0,1,2'")
    wait_until_settled(page)
    picture = UnrolledPicture(page)
    picture.choose("lstm")
    page.wait_for_function("new URLSearchParams(location.search).get('tensor') === 'lstm'")
    again = UnrolledPicture(visit(other_page, page.url, seconds=PATIENCE))
    expect(again.root.locator('.chip[data-name="lstm"]')).to_have_attribute("aria-pressed", "true")
    assert again.lit() == picture.lit() == ["Hidden state at step 5"]
    assert again.table() == picture.table()
    assert again.tensors() == picture.tensors()


def test_a_wrong_input_is_told_and_what_was_there_stays(page, server):
    open_patterns(page, server, "pattern=many_to_many")
    open_controls(page)
    page.get_by_role("textbox", name="Eight bits").fill("0 1 <img src=x>")
    page.keyboard.press("Enter")
    expect(main(page)).to_contain_text("at position 3 is not in the alphabet", timeout=20_000)
    expect(main(page)).to_contain_text("8 of 8 right")
    assert main(page).locator("img").count() == 0
    assert "input=0%2C1%2C1%2C0" in page.url


def test_the_sine_is_carried_on_from_where_the_known_part_ends(page, server):
    open_patterns(page, server, "pattern=feed_back&known=20&continued=10")
    chart = page.locator('[aria-label^="A sine, continued"]').first
    expect(chart).to_have_attribute("aria-label", re.compile("Known steps: 20; continued by the model: 10"))
    open_controls(page)
    page.get_by_role("slider", name="Known steps").focus()
    page.keyboard.press("ArrowLeft")
    expect(chart).to_have_attribute("aria-label", re.compile("Known steps: 19;"), timeout=20_000)
    wait_until_settled(page)
    drawn = "Fed its own output: steps 16–25 of 28, around the end of the known part"
    expect(page.locator(".unrolled .title")).to_have_text(drawn)
    expect(page.get_by_role("group", name=drawn)).to_be_visible()
    go_to(page, "equal")
    expect(main(page)).to_contain_text("values[1:] = sequence[known:]")
    expect(main(page)).to_contain_text("values[1:] ≠ stateless(values[:-1])")


def test_a_text_is_generated_and_its_link_writes_the_same(page, other_page, server):
    open_patterns(page, server, "pattern=generator&seed=2")
    open_controls(page)
    page.get_by_role("textbox", name="Beginning of the text").fill("The cats")
    page.keyboard.press("Enter")
    title = page.locator(".unrolled .title")
    expect(title).to_contain_text("Text generator: the cats → ", timeout=20_000)
    wait_until_settled(page)
    careful = title.inner_text()
    page.locator(".st-key-patterns_temperature").get_by_role("radio", name="3").click()
    expect(title).not_to_have_text(careful, timeout=20_000)
    page.wait_for_function("new URLSearchParams(location.search).get('temperature') === '3'")
    wait_until_settled(page)
    wild = title.inner_text()
    expect(main(page)).to_contain_text(wild.removeprefix("Text generator: "))
    again = visit(other_page, page.url, seconds=PATIENCE)
    expect(again.locator(".unrolled .title")).to_have_text(wild)


def test_a_forgotten_return_sequences_is_refused_and_mended(page, server):
    open_patterns(page, server, "pattern=stacked&mode=build")
    assert UnrolledPicture(page).tensors()["lstm_1"] == "(1, 8, 6)"
    open_controls(page)
    page.get_by_test_id("stCheckbox").filter(has_text="return_sequences 1").locator("label").first.click()
    expect(main(page)).to_contain_text("expected ndim=3, found ndim=2", timeout=20_000)
    page.get_by_role("button", name="LSTM 1 with return_sequences=True gives (None, 8, 1)").click()
    expect(main(page)).not_to_contain_text("Keras raises an error when it builds", timeout=20_000)
    wait_until_settled(page)
    assert UnrolledPicture(page).tensors()["lstm_1"] == "(1, 8, 6)"


def test_predict_first_hides_the_drawing_until_one_has_chosen(page, server):
    open_patterns(page, server, "predict=True")
    expect(page.locator(".unrolled")).to_have_count(0)
    page.get_by_text("(None, 6, 1)", exact=True).click()
    expect(main(page)).to_contain_text("That would be an output for each step", timeout=20_000)
    expect(page.locator(".unrolled")).to_have_count(1)


def test_the_viewer_steps_through_the_backward_layer(page, server):
    open_patterns(page, server, "pattern=bidirectional&panel=trace&layer=2&step=8")
    expect(page.locator(".viewer .heading")).to_have_text("Unit 1 at step 8")
    page.keyboard.press("Home")
    page.wait_for_function("new URLSearchParams(location.search).get('step') === '1'")
    expect(main(page)).to_contain_text("trace.hidden = keras_sequence")
