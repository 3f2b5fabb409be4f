"""Gradient flow in a real Chromium: its first view, a slider, a link, a training."""

import re

from playwright.sync_api import Page, expect

from tests.support.browser import open_controls, try_this, visit, wait_until_settled

# The first gradients, or the first training, start TensorFlow.
PATIENCE = 90


def open_flow(page: Page, server: str, query: str = "") -> Page:
    return visit(page, f"{server}/gradient_flow?{query}", seconds=PATIENCE)


def chart(page: Page, starts: str):
    """A chart by what a screen reader is told first."""
    return page.locator(f'[aria-label^="{starts}"]').first


def states(page: Page):
    return chart(page, "How the last state depends")


def test_the_first_view_shows_where_the_simple_rnns_gradient_vanishes(page, server):
    open_flow(page, server)
    expect(page.get_by_role("heading", name="Gradient flow")).to_be_visible()
    expect(states(page)).to_have_attribute("aria-label", re.compile("Vanished by step: .*SimpleRNN 48"))
    expect(chart(page, "The loss L's gradient")).to_be_visible()
    assert states(page).bounding_box()["width"] > 300
    expect(page.get_by_text("With a forget bias of 1, a small change to the LSTM's cell")).to_be_visible()


def test_a_slider_changes_the_norms_and_the_link_shows_the_same_again(page, other_page, server):
    open_flow(page, server, "recurrent_scale=0.5")
    open_controls(page)
    page.get_by_role("slider", name="Length of the sequence (steps)").focus()
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    page.wait_for_function("new URLSearchParams(location.search).get('steps') === '145'")
    wait_until_settled(page, seconds=PATIENCE)
    said = re.compile(r"Vanished by step: .*SimpleRNN 1\d\d\.")
    expect(states(page)).to_have_attribute("aria-label", said, timeout=PATIENCE * 1000)
    again = visit(other_page, page.url, seconds=PATIENCE)
    expect(states(again)).to_have_attribute("aria-label", states(page).get_attribute("aria-label"))


def test_try_this_explodes(page, server):
    open_flow(page, server, "panel=flow")
    try_this(page, "Recurrent weights twice as large")
    exploded = re.compile("Exploded by step: SimpleRNN")
    expect(states(page)).to_have_attribute("aria-label", exploded, timeout=PATIENCE * 1000)


def test_one_point_is_trained_now_and_marked(page, server):
    open_flow(page, server, "panel=gap&network=simple_rnn&gap=1&train_seed=21")
    page.get_by_role("button", name="Train this one now").click()
    done = page.get_by_text("SimpleRNN, gap 1, seed 21: accuracy 100% after 600 updates")
    expect(done).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.get_by_role("button", name="Train this one now")).to_have_count(0)
