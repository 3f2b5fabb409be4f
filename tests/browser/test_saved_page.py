"""A saved page in a real Chromium, from the disk: no server, no network, both languages, light and dark, a phone."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import expect

import lstm_viz
from lstm_viz.engine.models import trained_pair
from lstm_viz.viewer import Cursor, Window
from tests.support.accessibility import serious_violations
from tests.support.browser import PHONE, visit
from tests.support.viewer import Viewer

SEQUENCES = {"A": [3, 0, 1, 2], "B": [4, 0, 1, 2]}


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """The address of the memory pair's page."""
    weights, symbols = trained_pair(8).weights, np.eye(5, dtype="float32")
    traces = {name: lstm_viz.trace_layer(weights, symbols[read][None]) for name, read in SEQUENCES.items()}
    path = tmp_path_factory.mktemp("saved") / "pair.html"
    lstm_viz.save_html(traces, path, tokens={name: list(map(str, read)) for name, read in SEQUENCES.items()})
    assert path.stat().st_size < 1_000_000
    return path.as_uri()


def test_it_steps_plays_and_compares(new_page, saved):
    page = new_page()
    page.goto(f"{saved}?step=2&unit=4")
    viewer = Viewer(page)
    viewer.expect_heading("Unit 4 at step 2")
    assert viewer.tokens() == ["3", "4", "0", "0", "1", "1", "2", "2"]
    page.keyboard.press("End")
    viewer.expect_heading("Unit 4 at step 4")
    assert viewer.values()["cell state"] == "+1.26"
    page.get_by_role("button", name="A − B").click()
    page.keyboard.press("Home")
    page.get_by_role("button", name="Play").click()
    viewer.expect_heading("Unit 4 at step 4")
    viewer.wait_until_linked(step="4", unit="4", show="A-B")
    page.reload()
    viewer.expect_heading("Unit 4 at step 4")
    expect(page.get_by_role("button", name="A − B")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, PHONE | {"color_scheme": "light"}], ids=["dark", "phone"])
def test_it_speaks_korean_and_fits(new_page, saved, look):
    page = new_page(locale="ko-KR", **look)
    page.goto(saved)
    viewer = Viewer(page)
    viewer.expect_heading("시점 1의 유닛 1")
    assert page.title() == "LSTM, 유닛 8개, 시점 4개"
    assert page.evaluate("document.documentElement.lang") == "ko"
    expect(viewer.root).to_have_attribute("data-mode", look["color_scheme"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious_violations(page) == []
    page.get_by_role("button", name="English").click()
    viewer.expect_heading("Unit 1 at step 1")
    assert page.evaluate("document.documentElement.lang") == "en"
    viewer.wait_until_linked(lang="en")


def test_a_window_of_a_long_trace_is_counted_as_the_whole(new_page, tmp_path):
    weights, inputs = trained_pair(8).weights, np.random.default_rng(0).normal(size=(1, 300, 5)).astype("float32")
    window = Window(first=100, steps=50, units=(2, 6, 7))
    path = lstm_viz.save_html(
        lstm_viz.trace_layer(weights, inputs),
        tmp_path / "window.html",
        tokens={"A": [""] * 300},
        window=window,
        cursor=Cursor(120, 6),
    )
    page = new_page()
    page.goto(path.as_uri())
    viewer = Viewer(page)
    viewer.expect_heading("Unit 7 at step 121")
    page.keyboard.press("ArrowRight")
    viewer.wait_until_linked(step="122", unit="7")
    page.reload()
    viewer.expect_heading("Unit 7 at step 122")


def test_it_follows_the_theme_of_the_system(new_page, saved):
    page = new_page()
    page.goto(saved)
    root = Viewer(page).root
    expect(root).to_have_attribute("data-mode", "light")
    page.emulate_media(color_scheme="dark")
    expect(root).to_have_attribute("data-mode", "dark")


def test_a_page_of_the_app_is_saved_with_what_it_shows(page, new_page, server, tmp_path):
    visit(page, f"{server}/?step=2&unit=2&show=B&lang=en")
    page.locator(".viewer").focus()
    page.keyboard.press("ArrowRight")
    Viewer(page).wait_until_linked(step="3")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a page").click()
    download.value.save_as(tmp_path / "viewer.html")
    saved = new_page(locale="ko-KR")
    saved.goto((tmp_path / "viewer.html").as_uri())
    viewer = Viewer(saved)
    viewer.expect_heading("시점 3의 유닛 2")
    expect(saved.get_by_role("button", name="B", exact=True)).to_have_attribute("aria-pressed", "true")
    assert viewer.values().keys() >= {"셀 상태", "은닉 상태"}
    saved.get_by_role("button", name="English").click()
    expect(saved.get_by_role("heading", level=1)).to_have_text("LSTM, 8 units, trained on the memory pair")
    assert viewer.root.locator(".guess").count() == 8
