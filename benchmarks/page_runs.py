"""What a run of each page costs the server and sends: when nothing, a control or the panel has changed."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import NamedTuple

import numpy as np

from benchmarks.row import Row
from benchmarks.visitor import Visitor, visitor
from tests.support.server import run_server

TIMES = 9
SETTLE_SECONDS = 0.05  # what the server does after it has sent everything
CPU_BUDGET_MS = 30
BYTES_BUDGET = 100_000


class Walk(NamedTuple):
    """A page, and one of its ordinary controls.

    Attributes:
        page: The name of the page in the address; "" for the first.
        panel: The key of its row of panels.
        control: The key of the control.
        values: The two values between which it is changed.
    """

    page: str
    panel: str
    control: str
    values: tuple[float | str, float | str]


WALKS = (
    Walk("", "panel", "b", ("4,0,1,2,4", "2,0,1,2,2")),
    Walk("memory_lab", "lab_panel", "lab_epoch", ("240", "250")),
    Walk("gradient_flow", "flow_panel", "flow_units", (17, 16)),
    Walk("shapes", "shapes_panel", "shapes_pair", ("0,1,2,3\n1,2,3,4", "3,0,1,2,3\n4,0,1,2,4")),
    Walk("what_it_returns", "returns_panel", "returns_units", (4, 3)),
    Walk("stateful", "stateful_panel", "stateful_units", (4, 3)),
    Walk("patterns", "patterns_panel", "patterns_pattern", ("Many to many", "Many to one")),
    Walk("time_series", "series_panel", "series_look_back", (13, 12)),
    Walk("text", "text_panel", "text_a", ("the film was good", "the film was not good at all")),
)


class Cost(NamedTuple):
    """What a run costs.

    Attributes:
        page: The page.
        what: What was done.
        first: The server's CPU time the first time, in ms.
        cpu: The lower quartile of the server's CPU time later, in ms.
        sent: The median of the bytes sent.
    """

    page: str
    what: str
    first: float
    cpu: float
    sent: int


def rows() -> list[Row]:
    """A row for each page's CPU time, and a row for each page's bytes: of its most costly run."""
    found = costs()
    for each in found:
        print(f"{each.page or 'step_through':16} {each.what:44} {each.first:7.1f} {each.cpu:7.1f} {each.sent:8,}")
    return []


def costs(pages: list[str] | None = None) -> list[Cost]:
    """What each run of each page costs on a server that has shown it all before."""
    with run_server() as server:
        return asyncio.run(_measure(server.url, server.pid, pages))


async def _measure(url: str, pid: int, pages: list[str] | None) -> list[Cost]:
    found = []
    for walk in WALKS:
        if pages is None or walk.page in pages:
            async with visitor(url) as first:
                await _walk(first, walk, pid, 1)
            opened = [await _opening(url, pid, walk.page) for _ in range(TIMES)]
            async with visitor(url) as person:
                found += [_cost(walk.page, "opened", opened), *await _walk(person, walk, pid, TIMES)]
    return found


async def _opening(url: str, pid: int, page: str) -> tuple[float, int]:
    async with visitor(url) as person:
        await asyncio.sleep(SETTLE_SECONDS)
        return await _timed(person, pid, lambda: person.open(page=page))


async def _walk(person: Visitor, walk: Walk, pid: int, times: int) -> list[Cost]:
    await person.open(page=walk.page)
    await person.keep_running()
    found = []
    for panel in person.controls[walk.panel].titles:
        switches, reruns = [], []
        other = next(title for title in person.controls[walk.panel].titles if title != panel)
        for _ in range(times):
            await person.change(walk.panel, other)
            switches.append(await _timed(person, pid, lambda panel=panel: person.change(walk.panel, panel)))
            await person.rerun()
            reruns.append(await _timed(person, pid, person.rerun))
        found += [_cost(walk.page, f"to {panel}", switches), _cost(walk.page, f"again {panel}", reruns)]
    await person.change(walk.panel, person.controls[walk.panel].titles[0])
    changes = [
        await _timed(person, pid, lambda value=value: person.change(walk.control, value))
        for value in walk.values * (times // 2 + 1)
    ]
    return [*found, _cost(walk.page, walk.control, changes)]


async def _timed(person: Visitor, pid: int, act: Callable[[], Awaitable[float]]) -> tuple[float, int]:
    start = cpu_ms(pid)
    await act()
    await asyncio.sleep(SETTLE_SECONDS)
    return cpu_ms(pid) - start, person.received


def _cost(page: str, what: str, runs: list[tuple[float, int]]) -> Cost:
    times, sent = [time for time, _sent in runs], [sent for _time, sent in runs]
    return Cost(page, what, times[0], float(np.percentile(times[1:] or times, 25)), int(np.median(sent)))


def cpu_ms(pid: int) -> float:
    """The CPU time that a process has taken so far, in ms, its finished threads included."""
    return time.clock_gettime_ns((~pid << 3) | 2) / 1e6  # the clock that clock_getcpuclockid(3) returns on Linux
