"""Fix my code in a real Chromium: a text is pasted, an old link leads here, the answer is on the first screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import PHONE, visit

PATIENCE = 30


def open_fix(page: Page, server: str, query: str = "") -> Page:
    return visit(page, f"{server}/fix_my_code?lang=en&{query}", seconds=PATIENCE)


def paste(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="A Keras error").fill(text)
    page.keyboard.press("Control+Enter")


def test_an_error_is_pasted_as_text(page, server):
    open_fix(page, server)
    paste(page, "ValueError: cannot reshape array of size 120 into shape (5,7) <img src=x onerror=alert(1)>")
    expect(page.get_by_text("Numbers in the array: 120. reshape keeps every number")).to_be_visible()
    paste(page, "KeyError: <img src=x onerror=alert(1)> **bold** $x$")
    expect(page.get_by_text("KeyError: <img src=x onerror=alert(1)> **bold** $x$").last).to_be_visible()
    expect(page.get_by_text("An error, but none that is known here")).to_be_visible()


def test_old_code_is_rewritten_and_a_wrong_line_is_told(page, server):
    open_fix(page, server)
    paste(page, "model.reset_states()")
    expect(page.get_by_text("for layer in model._flatten_layers():").first).to_be_visible()
    paste(page, "a = 1\nmodel.add(LSTM(3")
    expect(page.get_by_text("Line 2 is not valid Python: '(' was never closed. Nothing was rewritten.")).to_be_visible()


def test_a_click_empties_the_field_and_back_brings_the_text(page, server):
    open_fix(page, server, "example=line")
    field = page.get_by_role("textbox", name="A Keras error")
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_text("Paste an error message, old code, or both into the field.")).to_be_visible()
    expect(field).to_have_value("")
    page.go_back()
    expect(field).to_have_value("model.add(LSTM(20, batch_input_shape=(1, 1, 5), stateful=True))")
    expect(page.get_by_text("model.add(Input(batch_shape=(1, 1, 5)))").first).to_be_visible()


def test_an_old_link_leads_here_and_back_leads_out(page, server):
    visit(page, f"{server}/stateful?lang=en&panel=old_code&example=own&old=model.reset_states()", anew=True)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Fix my code", timeout=PATIENCE * 1000)
    expect(page.get_by_text("for layer in model._flatten_layers():").first).to_be_visible()
    page.go_back()  # Streamlit writes the other page's settings into this one's address first
    expect(heading).to_have_text("Stateful")
    page.go_back()
    expect(page.get_by_text("Old code is rewritten on a page of its own")).to_be_visible()
    page.get_by_test_id("stMain").get_by_role("link", name="Fix my code").first.click()
    expect(heading).to_have_text("Fix my code")
    expect(page.get_by_role("textbox", name="A Keras error")).to_have_value("model.reset_states()")


@pytest.mark.parametrize("example", ["ndim", "both", "traceback", "notebook"])
def test_the_answer_begins_on_the_first_screen_of_a_phone(kept_page, server, example):
    page = open_fix(kept_page(**PHONE), server, f"example={example}")
    answer = page.locator(".st-key-fix_error, .st-key-fix_code").first
    expect(answer).to_be_visible()
    assert answer.bounding_box()["y"] < PHONE["height"] - 100
