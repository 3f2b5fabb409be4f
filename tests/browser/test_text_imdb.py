"""The panel IMDB as a person meets it: no network, the files given, trained live, a review read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.lessons.text.imdb import made
from tests.support.accessibility import serious_violations
from tests.support.browser import leave, visit, wait_until_settled
from tests.support.server import run_server

QUERY = "lang=en&panel=imdb&imdb_reviews=1000&imdb_units=8&imdb_length=50&imdb_rate=0.01&imdb_epochs=3"


@pytest.fixture(scope="module")
def demo(kept, tmp_path_factory):
    folder = tmp_path_factory.mktemp("imdb")
    with run_server("tests/lessons/text/imdb/demo.py", environment={"LSTM_VIZ_DATASETS": str(folder)}) as running:
        yield running.url
        leave(page for page, _ in kept.values())


def upload(page, **files: bytes) -> None:
    payloads = [
        {"name": ".".join(name.rsplit("_", 1)), "mimeType": "application/octet-stream", "buffer": content}
        for name, content in files.items()
    ]
    page.locator("input[type=file]").set_input_files(payloads)


def test_from_no_network_to_a_review_in_colours(page, demo):
    visit(page, f"{demo}/text?{QUERY}")
    expect(page.get_by_text("could not be downloaded: the connection is refused")).to_be_visible()
    assert serious_violations(page) == []

    upload(page, imdb_npz=made.archive(20, 20), imdb_word_index_json=made.word_index())
    expect(page.get_by_text("“imdb.npz” is neither Keras's imdb.npz")).to_be_visible()
    upload(page, imdb_npz=made.archive())
    page.get_by_role("button", name="Train 3 epochs").click()
    expect(page.get_by_text("Updates: 48, with 16 per epoch")).to_be_visible(timeout=120_000)
    wait_until_settled(page)
    reads_a_review(page)


def reads_a_review(page) -> None:
    """A word that is clicked is the step that the viewer shows; the colours can be read."""
    words = page.locator(".imdb_words .words .word")
    expect(words.first).to_have_text("[START]")
    expect(page.get_by_text("shown = model(padded)[0, 0]")).to_be_visible()
    words.nth(3).click()
    expect(words.nth(3)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Unit 1 at step 4")).to_be_visible()
    page.get_by_text("A sentence of your own", exact=True).click()
    box = page.get_by_label("A sentence in English")
    box.fill("the film was <img src=x onerror=alert(1)> awful")
    box.press("Control+Enter")
    expect(words.nth(4)).to_have_text("img")
    wait_until_settled(page)
    assert serious_violations(page) == []
