"""The first page of a new server, from the request to its last chart, and the memory the server then has."""

import asyncio
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.row import Row
from benchmarks.visitor import visitor
from benchmarks.walks import AS_IT_COMES
from lstm_viz.worker.memory import MEBIBYTE, resident_memory
from tests.support.browser import ARGUMENTS, open_page
from tests.support.server import Server, run_server
from tools.browser import find

OURS, EMPTY, BARE = "app.py", "benchmarks/empty_app.py", "benchmarks/bare_page.py"
CHARTS = {OURS: 6, EMPTY: 0, BARE: 6}  # the heatmaps of the viewer
REPETITIONS = 5
TIME_BUDGET = 1.5
MEMORY_BUDGET = 120 * MEBIBYTE
# The moment from which on the script has ended and every chart has been drawn, in milliseconds after the request.
DRAWN_SINCE = """charts => {
    const app = document.querySelector('[data-testid="stApp"]');
    const ended = app?.dataset.testConnectionState === 'CONNECTED' && app.dataset.testScriptState === 'notRunning'
        && !app.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
        && app.querySelector('[data-testid="stElementContainer"]');
    const roots = [...document.querySelectorAll('*')].map(each => each.shadowRoot).filter(Boolean);
    const drawn = roots.flatMap(root => [...root.querySelectorAll('.viewer canvas')])
        .filter(canvas => canvas.width > 0 && canvas.clientWidth > 0).length >= charts;
    if (!ended || !drawn) { window.drawnSince = null; return false; }
    window.drawnSince ??= performance.now();
    return performance.now() - window.drawnSince > 1000 && window.drawnSince;
}"""


def rows() -> list[Row]:
    """The time, then the memory."""
    return [_time_row(), _memory_row()]


def _time_row() -> Row:
    executable = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        ours, empty, bare = in_turns(lambda app, server: seconds_to_last_chart(browser, server, CHARTS[app]))
        browser.close()
    detail = (
        f"{ours:.2f} s against {empty:.2f} s, medians of {REPETITIONS} new servers each; the same elements with next "
        f"to nothing in them take {bare:.2f} s, {bare / empty:.2f} × the empty app"
    )
    return Row(
        "first page on a new server, to its last chart", "an empty Streamlit app", ours / empty, TIME_BUDGET, detail
    )


def _memory_row() -> Row:
    ours, empty = in_turns(lambda app, server: asyncio.run(memory_after_a_visit(server)), (OURS, EMPTY))
    detail = f"{ours / MEBIBYTE:.0f} MiB against {empty / MEBIBYTE:.0f} MiB, {(ours - empty) / MEBIBYTE:.0f} MiB more"
    what, against = "memory of the server before a page that needs TensorFlow", "an empty Streamlit app and 120 MiB"
    return Row(what, against, ours / (empty + MEMORY_BUDGET), 1.0, detail)


def in_turns(measure: Callable[[str, Server], float], apps: Sequence[str] = tuple(CHARTS)) -> list[float]:
    """The median for each app, on servers that nobody has visited."""
    figures: dict[str, list[float]] = {app: [] for app in apps}
    for _ in range(REPETITIONS):
        for app in apps:
            with run_server(app, environment=AS_IT_COMES if app == EMPTY else None) as server:
                figures[app].append(measure(app, server))
    return [statistics.median(figures[app]) for app in apps]


def seconds_to_last_chart(browser: Browser, server: Server, charts: int) -> float:
    """From the request of the page, by a browser with nothing in its cache, until at least so many charts stand."""
    page = open_page(browser, [])
    page.goto(f"{server.url}/?lesson=0", wait_until="commit")
    drawn = page.wait_for_function(DRAWN_SINCE, arg=charts, timeout=60_000)
    milliseconds = drawn.json_value()
    page.context.close()
    return milliseconds / 1000


async def memory_after_a_visit(server: Server) -> float:
    """Bytes of the server and all its processes once a visitor has seen the page."""
    async with visitor(server.url) as person:
        await person.open()
        return sum(resident_memory(pid) or 0 for pid in family(server.pid))


def family(pid: int) -> set[int]:
    """A process and all that come from it."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    members = {pid}
    while more := {child for child, parent in parents.items() if parent in members} - members:
        members |= more
    return members
