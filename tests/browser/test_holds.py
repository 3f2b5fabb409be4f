"""What people do to it: nonsense typed, links shared, another language, a phone, two at once."""

import pytest
from playwright.sync_api import expect

from tests.support.browser import PHONE, run_again, try_this, wait_until_settled
from tests.support.viewer import Viewer, open_viewer, query

# What may scroll sideways on its own is left out.
RIGHTMOST = """root => Math.max(...[...root.querySelectorAll('*')]
    .filter(each => !each.closest('.strip, .window, .plot, .live'))
    .map(each => each.getBoundingClientRect()).filter(box => box.width > 0).map(box => box.right))"""


def type_sequence(page, text: str, label: str = "Sequence A") -> None:
    field = page.get_by_role("textbox", name=label)
    field.fill(text)
    field.press("Control+Enter")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("3, 0, 7", "“7” at position 3 is not in the alphabet. Use 0, 1, 2, 3, 4."),
        ("", "The sequence is empty."),
        ("1," * 100_000, "Too many values (100,000): at most 1,000 can be read."),
        ("<img src=x onerror=alert(1)>", "“<img” at position 1 is not in the alphabet."),
    ],
)
def test_nonsense_gets_a_sentence_and_what_was_there_stays(page, server, text, says):
    open_viewer(page, f"{server}/?step=3")
    type_sequence(page, text)
    expect(page.get_by_text(says)).to_be_visible()
    viewer = Viewer(page)
    assert viewer.tokens() == ["3", "4", "0", "0", "1", "1", "2", "2"]
    page.locator(".viewer").focus()
    page.keyboard.press("ArrowRight")
    viewer.expect_heading("Unit 4 at step 4")
    assert page.locator("img[src='x']").count() == 0


def test_nan_gets_a_sentence(page, server):
    open_viewer(page, f"{server}/?input=series&model=untrained")
    type_sequence(page, "0.5, nan, 1")
    expect(page.get_by_text("“nan” at position 2 is not a finite number.")).to_be_visible()


def test_copy_link_copies_the_view_on_screen(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_viewer(page, f"{server}/?step=3")
    page.keyboard.press("Home")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    parts = query(page.evaluate("navigator.clipboard.readText()"))
    assert (parts["step"], parts["unit"], parts["a"], parts["model"]) == ("1", "4", "3,0,1,2,3", "trained-8")


def test_a_tampered_link_says_what_it_ignored(page, server):
    open_viewer(page, f"{server}/?units=9999&model=untrained&step=x&a=3,8")
    for says in ("“units” cannot be “9999”", "“step” cannot be “x”", "“8” at position 2 is not in the alphabet"):
        expect(page.get_by_text(says)).to_be_visible()


def test_a_korean_browser_gets_korean(new_page, server):
    page = open_viewer(new_page(locale="ko-KR"), server).page
    expect(page.get_by_role("heading", name="단계별로 보기")).to_be_visible()
    expect(page.get_by_role("button", name="링크 복사")).to_be_visible()
    Viewer(page).expect_heading("시점 3의 유닛 4")
    english = ("Sequence", "Model", "Step", "Unit", "Keras is", "forget", "Copy")
    assert not [word for word in english if word in page.get_by_test_id("stMain").inner_text()]


def test_the_language_is_changed_on_the_page_and_the_view_stays(new_page, server):
    page = open_viewer(new_page(), server).page
    page.keyboard.press("End")
    Viewer(page).wait_until_linked(step="4")
    page.get_by_text("한국어").click()
    Viewer(page).expect_heading("시점 4의 유닛 4")
    Viewer(page).wait_until_linked(lang="ko", step="4")


def test_a_finger_finds_every_button_on_a_phone(kept_page, server):
    page = open_viewer(kept_page(**PHONE), server).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    right = page.locator(".viewer").evaluate(RIGHTMOST)
    assert right <= 390
    for button in page.locator(".viewer .transport button, .viewer .option, .viewer .step").all():
        box = button.bounding_box()
        assert box["height"] >= 40
        assert box["width"] >= 40
    page.locator(".viewer .step").first.tap()
    assert "1" in Viewer(page).heading


def test_two_visitors_never_see_each_others_numbers(page, other_page, server):
    first = open_viewer(page, f"{server}/?a=3,0,1,2,3&b=&model=trained-8").page
    second = open_viewer(other_page, f"{server}/?a=0,4,4,1&b=&model=untrained&units=5&seed=9").page
    expected = [(Viewer(page).tokens(), Viewer(page).values()) for page in (first, second)]
    for _ in range(3):
        for page in (first, second):
            page.locator(".viewer").focus()
            page.keyboard.press("ArrowRight")
            page.keyboard.press("Home")
            page.keyboard.press("ArrowRight")
            page.keyboard.press("ArrowRight")
    for page in (first, second):
        run_again(page)
    assert [(Viewer(page).tokens(), Viewer(page).values()) for page in (first, second)] == expected
    assert (query(first.url)["model"], query(second.url)["model"]) == ("trained-8", "untrained")


def test_the_page_is_whole_after_a_reload(page, server):
    open_viewer(page, f"{server}/?step=3")
    page.keyboard.press("End")
    Viewer(page).wait_until_linked(step="4")
    page.reload()
    wait_until_settled(page)
    Viewer(page).expect_heading("Unit 4 at step 4")


def test_back_and_forward_show_the_views_that_were_there(page, server):
    viewer = open_viewer(page, f"{server}/?step=3")
    try_this(page, "A longer gap")
    viewer.wait_until_linked(a="3,0,1,0,1,0,1,2,3", step="8")
    type_sequence(page, "0 1 2")
    viewer.wait_until_linked(a="0,1,2")
    page.go_back()
    viewer.wait_until_linked(a="3,0,1,0,1,0,1,2,3")
    expect(viewer.root.locator(".step")).to_have_count(8)
    wait_until_settled(page)
    page.go_back()
    viewer.wait_until_linked(a="3,0,1,2,3")
    expect(viewer.root.locator(".step")).to_have_count(4)
    wait_until_settled(page)
    page.go_forward()
    viewer.wait_until_linked(a="3,0,1,0,1,0,1,2,3")
    expect(viewer.root.locator(".step")).to_have_count(8)


def test_stepping_is_no_entry_of_the_history_and_back_leaves_a_page_at_once(page, server):
    viewer = open_viewer(page, f"{server}/?step=3")
    entries = page.evaluate("history.length")
    for key, step in (("ArrowRight", "4"), ("Home", "1")):
        viewer.root.focus()
        page.keyboard.press(key)
        viewer.wait_until_linked(step=step)
    wait_until_settled(page)
    assert page.evaluate("history.length") == entries
    page.get_by_role("button", name="Inside an LSTM").click()
    page.get_by_role("link", name="Gradient flow").click()
    page.wait_for_url("**/gradient_flow?*steps=*")
    wait_until_settled(page)
    page.go_back()
    viewer.wait_until_linked(step="1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Step through")


def test_back_skips_the_address_that_streamlit_writes_halfway_to_another_page(page, server):
    viewer = open_viewer(page, f"{server}/?step=3")
    viewer.root.focus()
    page.keyboard.press("Home")
    viewer.wait_until_linked(step="1")
    wait_until_settled(page)
    page.evaluate("for (const path of ['/', '/gradient_flow']) history.pushState({}, '', path + '?panel=flow&lang=en')")
    page.go_back()
    wait_until_settled(page)
    assert query(page.url)["step"] == "1"
