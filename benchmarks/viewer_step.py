"""A step in the viewer, from the key to the painted frame, against the screen's own pace."""

from urllib.parse import urlencode

import numpy as np
from playwright.sync_api import Browser, expect, sync_playwright

from benchmarks.row import Row
from tests.support.browser import ARGUMENTS, open_page, visit
from tests.support.server import run_server
from tools.browser import find

UNITS, STEPS = 64, 200
SCREEN_MILLISECONDS = 1000 / 60
# To the last step and back. A message posted in an animation frame arrives after the frame's style, layout and paint.
WALK = """async steps => {
    const host = [...document.querySelectorAll('*')].find(element => element.shadowRoot?.querySelector('.viewer'));
    const heading = host.shadowRoot.querySelector('.heading');
    const keydown = key => new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
    const press = key => document.body.dispatchEvent(keydown(key));
    const painted = key => new Promise(done => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        const start = performance.now();
        press(key);
        port1.onmessage = () => done(performance.now() - start);
        port2.postMessage(0);
    }));
    press('Home');
    const times = [], headings = new Set();
    for (const key of [...Array(steps - 1).fill('ArrowRight'), ...Array(steps - 1).fill('ArrowLeft')]) {
        times.push(await painted(key));
        headings.add(heading.textContent);
    }
    return { times, distinct: headings.size };
}"""


def rows() -> list[Row]:
    """One row: the 95th percentile of 398 steps in a new browser, once the server's worker has started."""
    executable = find()
    with run_server() as server, sync_playwright() as playwright:
        both = []
        for _visit in ("starts the worker", "finds it there"):
            browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
            both.append(milliseconds_of_steps(browser, f"{server.url}/?{query()}"))
            visit(open_page(browser, []), f"{server.url}/what_it_returns")  # ends when Keras has answered
            browser.close()
    starting, p95 = (float(np.percentile(times, 95)) for times in both)
    detail = (
        f"{p95:.1f} ms against {SCREEN_MILLISECONDS:.1f} ms; median {np.median(both[1]):.1f} ms, {len(both[1])} steps; "
        f"p95 of {starting:.1f} ms while the worker starts on the same processors"
    )
    what = f"one step in the viewer, {UNITS} units × {STEPS} steps × 6 signals, p95"
    return [Row(what, "a frame of a 60 Hz screen", p95 / SCREEN_MILLISECONDS, 1.0, detail)]


def query() -> str:
    """The link of two long series through an untrained LSTM."""
    a, b = (", ".join(f"{value:.2f}" for value in np.sin(np.arange(STEPS) / pace)) for pace in (5, 7))
    view = {"input": "series", "a": a, "b": b, "model": "untrained", "layer": "lstm", "units": UNITS, "seed": 1}
    return urlencode(view | {"step": 1, "unit": 1, "panel": "gates"})


def milliseconds_of_steps(browser: Browser, url: str) -> list[float]:
    """Script, style, layout and paint of each step.

    Raises:
        RuntimeError: If the viewer did not show every step.
    """
    page = open_page(browser, [])
    visit(page, url)
    expect(page.locator(".viewer .heading")).not_to_be_empty()
    walk = page.evaluate(WALK, STEPS)
    page.context.close()
    if walk["distinct"] != STEPS:
        raise RuntimeError(f"the viewer showed {walk['distinct']} different steps, not {STEPS}.")
    return walk["times"]
