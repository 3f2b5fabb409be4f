"""From choosing a switch on a Keras page to seeing the new tensors, TensorFlow loaded, in a real browser."""

import statistics
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from benchmarks.row import Row
from benchmarks.walks import AS_IT_COMES
from tests.support.browser import ARGUMENTS, open_controls, open_page, visit
from tests.support.server import ROOT, run_server
from tools.browser import find

EMPTY = ROOT / "benchmarks/empty_switch.py"
REPETITIONS = 7
BUDGET = 3.0
SETTLE_MILLISECONDS = 500
# From the press of the switch to the frame in which the text is there, in shadow roots too, and nothing is stale.
WATCH = """wanted => {
    const texts = root => [root.textContent, ...[...root.querySelectorAll('*')]
        .filter(each => each.shadowRoot).map(each => texts(each.shadowRoot))].join(' ');
    const main = document.querySelector('[data-testid="stMain"]');
    let pressed = null;
    addEventListener('pointerdown', () => { pressed ??= performance.now(); }, { capture: true, once: true });
    window.seen = new Promise(done => {
        const look = now => pressed && !main.querySelector('[data-stale="true"]') && texts(main).includes(wanted)
            ? done(now - pressed) : requestAnimationFrame(look);
        requestAnimationFrame(look);
    });
}"""


class Case(NamedTuple):
    """A page with a switch.

    Attributes:
        name: Of the page.
        link: The page beforehand; {number} is another each time, so that nobody has computed it yet.
        switch: The text of what is pressed.
        seen: What stands on the page once the new tensors do, and not before.
    """

    name: str
    link: str
    switch: str
    seen: str


EMPTY_CASE = Case("empty", "/?number={number}", "switch", "The switch is True")
CASES = (
    Case(
        "Shapes", "/shapes?source=text&panel=padding&sentences=film+{number}|1%0Anot+good+at+all|0", "post", "[[ True"
    ),
    Case(
        "What it returns",
        "/what_it_returns?weights=seed&seed={number}&return_sequences=False&return_state=False",
        "return_state",
        "The cell state after the last step that was read.",
    ),
    Case("Stateful", "/stateful?seed={number}&actions=1", "Read batch 2 (steps 5–8)", "sequence[:, 4:8]"),
    Case(
        "Patterns",
        "/patterns?pattern=many_to_one&mode=build&panel=drawing&seed={number}",
        "return_sequences 1",
        "(1, 6, 12)",
    ),
)


def rows() -> list[Row]:
    """One row for each page."""
    executable = find()
    with (
        sync_playwright() as playwright,
        run_server(EMPTY) as empty,
        # In a folder without this project's configuration.
        run_server(EMPTY, folder=EMPTY.parent, environment=AS_IT_COMES) as as_it_comes,
        run_server() as ours,
    ):
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        rows = [_row(browser, case, ours.url, empty.url, as_it_comes.url) for case in CASES]
        browser.close()
    return rows


def _row(browser: Browser, case: Case, ours: str, empty: str, as_it_comes: str) -> Row:
    """All in turns; the first of ours, in which the worker starts, is not counted.

    The second visitor with a number gets the answer that Keras gave to the first: what is left is the page's own time.
    """
    milliseconds_to_see(browser, ours, case, number=0)
    turns = [(ours, case), (ours, case), (empty, EMPTY_CASE), (as_it_comes, EMPTY_CASE)]
    times = [[milliseconds_to_see(browser, *turn, number) for turn in turns] for number in range(1, REPETITIONS + 1)]
    our, kept, their, slow = map(statistics.median, zip(*times, strict=True))
    detail = (
        f"{our:.0f} ms against {their:.0f} ms, medians of {REPETITIONS}; "
        f"{kept / their:.2f} × if Keras has answered it before, {kept:.0f} ms; "
        f"{our / slow:.2f} × the empty app on Streamlit as it comes, {slow:.0f} ms"
    )
    against = "an empty app's switch in this project's configuration"
    return Row(f"from a switch to the new tensors, {case.name}", against, our / their, BUDGET, detail)


def milliseconds_to_see(browser: Browser, url: str, case: Case, number: int) -> float:
    """From the press to the frame in which the new tensors stand."""
    page = visit(open_page(browser, []), url + case.link.format(number=number))
    switch = page.get_by_test_id("stMain").get_by_text(case.switch, exact=True).first
    if not switch.count():
        open_controls(page)
    switch.wait_for()
    page.wait_for_timeout(SETTLE_MILLISECONDS)
    page.evaluate(WATCH, case.seen)
    switch.click()
    milliseconds = page.evaluate("window.seen")
    page.context.close()
    return milliseconds
