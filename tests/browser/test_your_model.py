"""Your model in a real Chromium: a file is dropped, stepped through, broken and exported; a phone; two visitors."""

import re
from pathlib import Path

import keras
import numpy as np
import pytest
from keras import layers
from playwright.sync_api import Page, expect

from lstm_viz import Trace, read_model
from tests.support.browser import PHONE, open_controls, visit, wait_until_settled

PATIENCE = 90


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Path:
    """Files that visitors bring."""
    folder = tmp_path_factory.mktemp("models")
    parts = [layers.LSTM(4, return_sequences=True, name="first"), layers.LSTM(3, name="second"), layers.Dense(1)]
    model = keras.Sequential([keras.Input((5, 2)), *parts])
    model.save(folder / "own.keras")
    np.save(folder / "samples.npy", np.random.default_rng(1).normal(size=(3, 5, 2)).astype("float32"))
    (folder / "pointer.h5").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n")
    keras.Sequential([keras.Input((None, 2)), layers.LSTM(100, name="large")]).save(folder / "large.keras")
    return folder


def opened(page: Page, server: str, query: str = "") -> Page:
    return visit(page, f"{server}/your_model?{query}", seconds=PATIENCE, anew=True)


def drop(page: Page, file: Path, number: int = 0) -> None:
    page.locator("input[type=file]").nth(number).set_input_files(file)
    wait_until_settled(page)


def title(page: Page):
    return page.locator(".viewer .title")


def test_a_file_is_dropped_stepped_through_broken_and_exported(page, server, files):
    opened(page, server, "panel=answer")
    drop(page, files / "own.keras")
    expect(title(page)).to_have_text("first: LSTM, 4 units")
    page.locator(".viewer").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    erase = page.get_by_role("button", name="Erase the cell state of unit 2 after step 2 of A")
    expect(erase).to_be_visible()
    erase.click()
    expect(page.get_by_text("Interventions applied: 1")).to_be_visible()
    wait_until_settled(page)
    assert "edits=A.cell.2.2.erase" in page.url
    page.get_by_role("button", name="Undo all").click()
    expect(page.get_by_text("Interventions applied: 1")).to_be_hidden()
    page.get_by_text("Files and code", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="NPZ A").click()
    trace = Trace.load(download.value.path())
    own = read_model(files / "own.keras").layers["first"]
    np.testing.assert_array_equal(trace.weights.kernel, own.kernel)
    assert trace.hidden.shape == (1, 5, 4)


def test_samples_are_compared_and_a_layer_is_chosen(page, server, files):
    opened(page, server, "panel=gates")
    drop(page, files / "own.keras")
    open_controls(page)
    drop(page, files / "samples.npy", 1)
    page.get_by_text("Compare with B").click()
    expect(page.get_by_role("button", name="A − B")).to_be_visible()
    page.get_by_label("Recurrent layer").click()
    page.get_by_role("option", name="second").click()
    expect(title(page)).to_have_text("second: LSTM, 3 units")


def test_a_refused_file_gets_its_sentence_and_the_model_stays(page, server, files):
    opened(page, server)
    drop(page, files / "own.keras")
    expect(title(page)).to_have_text("first: LSTM, 4 units")
    drop(page, files / "pointer.h5")
    expect(page.get_by_text(re.compile("This is a pointer of Git LFS, not the model"))).to_be_visible()
    expect(title(page)).to_have_text("first: LSTM, 4 units")


def test_nobody_else_sees_what_a_visitor_brings(page, other_page, server, files):
    opened(page, server)
    drop(page, files / "own.keras")
    expect(title(page)).to_have_text("first: LSTM, 4 units")
    visit(other_page, page.url, seconds=PATIENCE)
    expect(title(other_page)).to_have_text("lstm_1: LSTM, 8 units")
    expect(other_page.get_by_text(re.compile("A link cannot hold a file"))).to_be_visible()


def test_a_click_on_the_overview_opens_the_place_in_the_viewer(page, server, files):
    opened(page, server, "panel=units&steps=450")
    drop(page, files / "large.keras")
    open_controls(page)
    steps = page.get_by_label("Steps of noise")
    steps.fill("450")
    steps.press("Enter")
    expect(page.locator(".viewer").get_by_text("step 1 of 450", exact=True)).to_be_visible()
    wait_until_settled(page)
    chart = page.locator("[data-testid=stVegaLiteChart] canvas").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    page.mouse.click(box["x"] + 0.9 * box["width"], box["y"] + 0.6 * box["height"])
    expect(page.locator(".viewer .step-of")).to_have_text(re.compile("^step 4[0-9][0-9] of 450$"))


def test_on_a_korean_phone_a_file_can_be_dropped(kept_page, server, files):
    page = opened(kept_page(**PHONE), server, "lang=ko")
    drop(page, files / "own.keras")
    expect(title(page)).to_have_text("first: LSTM, 유닛 4개")
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= PHONE["width"]
