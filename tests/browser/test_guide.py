"""The guided lesson in a browser: from the question to the flipped answer, by button and by key."""

import pytest
from playwright.sync_api import expect

from lstm_viz.lessons.step_through.guide import STOPS
from tests.browser.test_classroom import CUT_OFF
from tests.support.accessibility import serious_violations
from tests.support.browser import visit, wait_until_settled

MOTION_STARTS = 200  # milliseconds after the step, with room for a busy machine


def test_a_newcomer_walks_from_the_question_to_the_flipped_answer(page, server):
    visit(page, server)
    guide, answer = page.locator(".guide_text"), page.locator(".viewer .guess").nth(6)
    for number, stop in enumerate(STOPS, start=1):
        expect(guide.locator("h2")).to_have_text(stop.title)
        expect(guide.locator(".place")).to_have_text(f"{number} / {len(STOPS)}")
        assert serious_violations(page) == []
        expect(answer).to_have_text("4" if number == len(STOPS) else "3")
        guide.locator(".next").click()
        wait_until_settled(page)
    expect(page.get_by_role("textbox", name="Sequence A (symbols 0 1 2 3 4)")).to_be_visible()
    page.get_by_role("button", name="Go on with the lesson").click()
    expect(guide.locator("h2")).to_have_text(STOPS[-1].title)


def test_the_arrow_keys_move_the_lesson_and_the_link_opens_it(page, server):
    visit(page, server)
    heading = page.locator(".guide_text h2")
    for number in (2, 3):
        page.keyboard.press("ArrowRight")
        expect(heading).to_have_text(STOPS[number - 1].title)
        wait_until_settled(page)
    page.reload()
    expect(heading).to_have_text(STOPS[2].title)
    wait_until_settled(page)
    page.go_back()
    expect(heading).to_have_text(STOPS[1].title)


def test_a_term_and_its_part_of_the_figure_light_each_other(page, server):
    visit(page, f"{server}/?lesson=4")
    term = page.locator(".guide_text .term[data-term=candidate]")
    bar = page.locator(".viewer .diagram g[data-term=candidate]").first
    other = page.locator(".viewer .diagram g[data-term=input_gate]").first
    expect(bar).to_have_class("lit")
    expect(other).to_have_class("lit")
    term.hover()
    expect(bar).to_have_class("lit")
    expect(other).not_to_have_class("lit")
    expect(page.locator(".viewer .diagram g[data-term=forget_gate]").first).not_to_have_class("lit")
    page.locator(".viewer .heading").hover()
    bar.hover()
    expect(term).to_have_class("term lit")
    term.click()
    expect(page.locator(".guide_text .definition")).to_contain_text("A new value from −1 to 1")
    term.click()
    expect(page.locator(".guide_text .definition")).to_be_empty()


@pytest.mark.parametrize("number", range(1, len(STOPS) + 1))
def test_nothing_is_cut_off_on_a_korean_phone_in_the_dark(kept_page, server, number):
    page = kept_page(width=390, height=844, locale="ko-KR", color_scheme="dark", has_touch=True)
    visit(page, f"{server}/?lesson={number}")
    expect(page.locator(".guide_text .place")).to_have_text(f"{number} / {len(STOPS)}")
    assert page.evaluate(CUT_OFF) == []
    assert serious_violations(page) == []


@pytest.mark.parametrize(("motion", "beads"), [("no-preference", 7), ("reduce", 0)])
def test_a_step_moves_what_is_kept_written_and_shown_unless_motion_is_not_wanted(new_page, server, motion, beads):
    page = new_page(reduced_motion=motion)
    visit(page, f"{server}/?lesson=0")
    expect(page.locator(".viewer .heading")).to_have_text("Unit 4 at step 3", timeout=30_000)
    page.evaluate("""() => {
        window.beads = 0;
        const animate = Element.prototype.animate;
        Element.prototype.animate = function (...given) {
            if (this.classList.contains('bead')) window.beads += 1;
            return animate.apply(this, given);
        };
    }""")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".viewer .heading")).to_have_text("Unit 4 at step 4")
    page.wait_for_timeout(MOTION_STARTS)
    assert page.evaluate("window.beads") == beads
    expect(page.locator(".viewer .bead")).to_have_count(0)
    page.evaluate("""['ArrowLeft', 'ArrowRight', 'ArrowLeft'].forEach(key =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true })))""")
    page.wait_for_timeout(MOTION_STARTS)
    assert page.evaluate("window.beads") == 2 * beads, "only the last of steps that follow each other at once moves"
    expect(page.locator(".viewer.rapid .heading")).to_have_text("Unit 4 at step 3")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".viewer:not(.rapid) .heading")).to_have_text("Unit 4 at step 4")
