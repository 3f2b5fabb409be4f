"""What it returns in a real Chromium: its switches, the lit boxes, the combinations, a link, a wrong input, a phone."""

import re

from playwright.sync_api import Page, expect

from tests.support.browser import open_controls, visit, wait_until_settled

# The first call starts TensorFlow.
PATIENCE = 90
ROW_HEIGHT = 35


def open_returns(page: Page, server: str, query: str = "") -> Page:
    return visit(page, f"{server}/what_it_returns?{query}", seconds=PATIENCE)


def call(page: Page):
    """The chosen call as code."""
    return page.get_by_test_id("stCode").first


def main(page: Page):
    return page.get_by_test_id("stMain")


def chip(page: Page, tensor: str):
    """What chooses a tensor of the drawing."""
    return page.locator(f'button.chip[data-name="{tensor}"]')


def toggle(page: Page, name: str) -> None:
    page.get_by_test_id("stCheckbox").filter(has_text=name).locator("label").first.click()
    wait_until_settled(page, seconds=PATIENCE)


def test_a_switch_changes_the_tensors_and_the_link_shows_them_again(page, other_page, server):
    open_returns(page, server)
    expect(call(page)).to_have_text("sequence, h, c = LSTM(3, return_sequences=True, return_state=True)(x)")
    toggle(page, "return_sequences")
    toggle(page, "Bidirectional")
    called = "output, forward_h, forward_c, backward_h, backward_c = Bidirectional(LSTM(3, return_state=True))(x)"
    expect(call(page)).to_have_text(called)
    expect(main(page)).to_contain_text("[[0.63031 0.63031 0.63031 0.70387 0.70387 0.70387]]")
    again = visit(other_page, page.url, seconds=PATIENCE)
    expect(call(again)).to_have_text(called)
    expect(main(again)).to_contain_text("[[1.64024 1.64024 1.64024]]")


def test_a_chosen_tensor_lights_its_boxes_and_is_in_the_link(page, other_page, server):
    open_returns(page, server, "bidirectional=True&return_sequences=False")
    chip(page, "backward_h").click()
    page.wait_for_function("new URLSearchParams(location.search).get('tensor') === 'backward_h'")
    again = open_returns(other_page, server, page.url.split("?")[1])
    expect(chip(again, "backward_h")).to_have_attribute("aria-pressed", "true")
    lit = again.locator(".node[opacity='1']")
    expect(lit).to_have_count(1)
    expect(lit).to_have_attribute("aria-label", re.compile("^backward_h after step 1: 0.70387"))


def test_a_cell_of_the_combinations_chooses_a_call_by_mouse_and_by_keyboard(page, server):
    open_returns(page, server, "panel=board")
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    bidirectional_with_states = 9
    table.click(position={"x": box["width"] * 0.55, "y": ROW_HEIGHT * (1.5 + bidirectional_with_states)})
    expect(call(page)).to_contain_text("= Bidirectional(LSTM(3, return_state=True))(x)", timeout=20_000)
    wait_until_settled(page)
    page.keyboard.press("ArrowRight")
    expect(call(page)).to_contain_text("= Bidirectional(GRU(3, return_state=True))(x)", timeout=20_000)
    page.wait_for_function("new URLSearchParams(location.search).get('layer') === 'gru'")


def test_equalities_follow_the_input(page, server):
    open_returns(page, server, "bidirectional=True&panel=equal&input=rows&rows=1,2;3,4")
    expect(main(page)).to_contain_text("backward_h ≠ sequence[:, -1, units:]")
    open_controls(page)
    rows = page.get_by_role("textbox", name="Rows")
    rows.fill("1, 2")
    rows.press("Control+Enter")
    expect(main(page)).to_contain_text("backward_h = sequence[:, -1, units:]", timeout=20_000)
    rows.fill("1, two")
    rows.press("Control+Enter")
    expect(main(page)).to_contain_text("“two” in row 1 is not a number")
    expect(main(page)).to_contain_text("backward_h = sequence[:, -1, units:]")


def test_what_keras_refuses_is_shown_and_explained(page, server):
    open_returns(page, server, "behind=time_distributed&return_sequences=False")
    expect(main(page)).to_contain_text("with at least 3 dimensions, received: (1, 3)")
    expect(main(page)).to_contain_text("or use the layer without TimeDistributed")
