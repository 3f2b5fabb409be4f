"""What a run of each page costs the server and sends: when nothing, a control or the panel has changed."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import NamedTuple

import numpy as np

from benchmarks.row import Row
from benchmarks.visitor import Visitor, visitor
from benchmarks.walks import OFFLINE, WALKS, Walk, unfold, warm_up
from tests.support.server import run_server

TIMES = 9
SETTLE_SECONDS = 0.05  # for what the server does after it has sent everything
CPU_BUDGET = 30.0
BYTES_BUDGET = 100_000


class Cost(NamedTuple):
    """What a run costs.

    Attributes:
        what: What was done.
        cpu: The server's CPU time in ms: the lower quartile of several runs, since other processes only add to it.
        sent: The bytes that were sent, at most.
    """

    what: str
    cpu: float
    sent: int


def rows() -> list[Row]:
    """A row for each page."""
    with run_server(environment=OFFLINE) as server:
        return asyncio.run(_measure(server.url, server.pid))


async def _measure(url: str, pid: int) -> list[Row]:
    await warm_up(url)
    return [_row(walk.name, await costs(url, pid, walk)) for walk in WALKS]


def _row(page: str, found: list[Cost]) -> Row:
    opened, slowest, largest = found[0], max(found, key=lambda cost: cost.cpu), max(found, key=lambda cost: cost.sent)
    detail = (
        f"opened {opened.cpu:.0f} ms and {opened.sent / 1000:.0f} kB; at most {slowest.cpu:.0f} ms ({slowest.what}) "
        f"and {largest.sent / 1000:.0f} kB ({largest.what}), {len(found)} kinds of runs, {TIMES} times each"
    )
    ratio = max(slowest.cpu / CPU_BUDGET, largest.sent / BYTES_BUDGET)
    budget = f"{CPU_BUDGET:.0f} ms of the server's CPU and {BYTES_BUDGET / 1000:.0f} kB"
    return Row(f"a run of {page} on a warm server", budget, ratio, 1.0, detail)


async def costs(url: str, pid: int, walk: Walk) -> list[Cost]:
    """The cost of opening a page, of switching to each panel, of each rerun, and of a change of the control."""
    found = [_cost("opened", [await _opening(url, pid, walk.page) for _ in range(TIMES)])]
    async with visitor(url) as person:
        await person.open(page=walk.page)
        for panel in (titles := person.controls[walk.panel].titles):
            switches, reruns = [], []
            for _ in range(TIMES):
                await person.change(walk.panel, titles[titles[0] == panel])
                switches.append(await _timed(person, pid, lambda panel=panel: person.change(walk.panel, panel)))
                reruns.append(await _timed(person, pid, person.rerun))
            found += [_cost(f"to {panel}", switches), _cost(f"again {panel}", reruns)]
        await person.change(walk.panel, titles[0])
        await unfold(person, walk)
        changes = [
            await _timed(person, pid, lambda value=value: person.change(walk.control, value))
            for value in walk.values * (TIMES // 2)
        ]
    return [*found, _cost(f"change of {walk.control}", changes)]


async def _opening(url: str, pid: int, page: str) -> tuple[float, int]:
    async with visitor(url) as person:
        await asyncio.sleep(SETTLE_SECONDS)
        return await _timed(person, pid, lambda: person.open(page=page))


async def _timed(person: Visitor, pid: int, act: Callable[[], Awaitable[float]]) -> tuple[float, int]:
    start = cpu_ms(pid)
    await act()
    await asyncio.sleep(SETTLE_SECONDS)
    return cpu_ms(pid) - start, person.received


def _cost(what: str, runs: list[tuple[float, int]]) -> Cost:
    return Cost(what, float(np.percentile([cpu for cpu, _sent in runs], 25)), max(sent for _cpu, sent in runs))


def cpu_ms(pid: int) -> float:
    """The CPU time that a process has taken so far, in ms, its finished threads included."""
    return time.clock_gettime_ns((~pid << 3) | 2) / 1e6  # the clock that clock_getcpuclockid(3) returns on Linux
