"""The static site in a real Chromium, from the disk and from a plain web server: no request to elsewhere."""

from __future__ import annotations

import functools
import http.server
import re
import threading

import pytest
from playwright.sync_api import expect

from lstm_viz.charts import export
from lstm_viz.lessons.stateful.guide import STOPS as STATEFUL
from lstm_viz.lessons.step_through.guide import STOPS as STEP_THROUGH
from lstm_viz.lessons.what_it_returns.guide import STOPS as RETURNS
from tests.support.accessibility import serious_violations
from tests.support.browser import PHONE, visit
from tests.support.viewer import Viewer
from tests.support.worker import KerasHere, forget, use_worker
from tools import site

LESSONS = {"step_through": STEP_THROUGH, "what_it_returns": RETURNS, "stateful": STATEFUL}
PAGES = (*LESSONS, *site.VIEWS, "gradient_flow", "index")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of the site. Only its first chart is drawn: to draw one takes a third of a second."""
    pytest.importorskip("keras")
    made = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        draw, drawn = export.svg, []

        def first(chart, language):
            drawn[:] = drawn or [draw(chart, language)]
            return drawn[0]

        patch.setattr(export, "svg", first)
        forget()
        use_worker(patch, KerasHere())
        site.write_site(made)
        forget()
    return made


@pytest.fixture(scope="module")
def served(folder):
    """The address of a server that does nothing but send the files."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(params=["disk", "server"])
def address(request, folder):
    return folder.as_uri() if request.param == "disk" else request.getfixturevalue("served")


def test_every_page_is_linked_and_loads_nothing_from_elsewhere(new_page, address):
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/index.html?lang=ko")
    for number in range(len(PAGES) - 1):
        page.locator("nav a").nth(number).click()
        expect(page.locator("html")).to_have_attribute("lang", "ko")
        page.wait_for_function("[...document.images].every((each) => each.complete && each.naturalWidth > 300)")
        page.get_by_role("link", name=re.compile("All pages|전체 페이지")).click()
    names = {re.sub(r"\?.*", "", url) for url in asked if not url.startswith("data:")}
    assert names - {f"{address}/favicon.ico"} == {f"{address}/{name}.html" for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_but_its_own_script_may_run(folder, name):
    page = (folder / f"{name}.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert page.count("<script") == 2


@pytest.mark.parametrize("name", LESSONS)
def test_keys_and_buttons_walk_to_the_last_stop_and_each_stop_is_a_link(new_page, folder, name):
    page, stops = new_page(), LESSONS[name]
    page.goto(f"{folder.as_uri()}/{name}.html")
    heading, last = page.locator(".guide_text h2"), len(stops)
    for number, stop in enumerate(stops, start=1):
        expect(heading).to_have_text(stop.title)
        assert "…" not in page.locator(".guide_text .words").inner_text()
        if number < last and number % 2:
            page.keyboard.press("ArrowRight")
        elif number < last:
            page.locator(".guide_text .next").click()
    page.reload()
    expect(page.locator(".guide_text .place")).to_have_text(f"{last} / {last}")
    expect(page.locator(".guide_text .next")).to_have_count(0)
    page.go_back()
    expect(heading).to_have_text(stops[-2].title)
    page.locator(".guide_text").get_by_role("button", name="Back").focus()
    page.keyboard.press("Enter")
    expect(heading).to_be_focused()
    expect(heading).to_have_text(stops[-3].title)


def test_the_figures_of_the_last_stops_are_those_of_keras(new_page, folder):
    page, address = new_page(), folder.as_uri()
    page.goto(f"{address}/step_through.html?lesson=8")
    expect(page.locator(".viewer .guess").nth(6)).to_have_text("4")
    page.goto(f"{address}/what_it_returns.html?lesson=6")
    expect(page.locator(".chip[data-name=c]")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{address}/stateful.html?lesson=6")
    expect(page.locator("#figure")).to_contain_text("outputs ≠ sequence[:, 4:8]")
    page.goto(f"{address}/stateful.html?lesson=3")
    expect(page.locator("#figure")).to_contain_text("outputs = sequence[:, 8:12]")
    expect(page.locator("#figure tbody tr")).to_have_count(3)
    assert page.locator(".chart img").get_attribute("alt").startswith("The state that each tank's batch starts from.")


def test_a_term_lights_its_part_and_a_question_says_why(new_page, folder):
    page = new_page()
    page.goto(f"{folder.as_uri()}/step_through.html?lesson=4")
    page.locator(".guide_text .term[data-term=candidate]").hover()
    expect(page.locator(".viewer .diagram g[data-term=candidate]").first).to_have_class("lit")
    expect(page.locator(".viewer .diagram g[data-term=input_gate]").first).not_to_have_class("lit")
    page.goto(f"{folder.as_uri()}/step_through.html")
    question = page.get_by_role("group", name="What do you think?")
    question.get_by_label("Yes, both times").check()
    expect(question.get_by_role("status")).to_contain_text("Not quite. The last symbol is 2 in both")
    expect(question.get_by_role("status")).to_contain_text("The answer is Only once.")
    page.get_by_role("button", name="한국어").click()
    expect(page.get_by_role("group", name="어떻게 생각하세요?").get_by_role("radio").first).to_be_checked()
    expect(page.locator(".guide_text .next")).to_have_text("다음 →")


@pytest.mark.parametrize("name", PAGES)
def test_it_fits_a_korean_phone_in_the_dark(new_page, folder, name):
    page = new_page(locale="ko-KR", color_scheme="dark", **PHONE)
    page.goto(f"{folder.as_uri()}/{name}.html")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious_violations(page) == []


def test_an_open_lesson_of_the_app_is_saved_as_that_page(page, new_page, server, tmp_path):
    visit(page, f"{server}/?lesson=2&lang=en")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a page").click()
    assert download.value.suggested_filename == "step_through.html"
    download.value.save_as(tmp_path / "lesson.html")
    saved = new_page()
    saved.goto(f"{(tmp_path / 'lesson.html').as_uri()}?lesson=2")
    expect(saved.locator(".guide_text h2")).to_have_text(STEP_THROUGH[1].title)
    Viewer(saved).expect_heading("Unit 4 at step 1")
    expect(saved.locator("nav a")).to_have_count(0)
