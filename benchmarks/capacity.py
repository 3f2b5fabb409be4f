"""How many visitors, spread over all pages, one server process carries before a run takes more than a second."""

import asyncio
import gc
import math

from benchmarks.crowd import crowd
from benchmarks.row import Row
from benchmarks.walks import OFFLINE, warm_up
from tests.support.server import run_server

FEWEST, MORE, MOST = 110, 10, 600
BUDGET_SECONDS = 1.0


def rows() -> list[Row]:
    """A row for each number of visitors, up to the first that is too large."""
    gc.freeze()
    found = []
    with run_server(environment=OFFLINE) as server:
        asyncio.run(warm_up(server.url))
        for visitors in range(FEWEST, MOST + 1, MORE):
            times = crowd(server.url, visitors)
            p95, slowest = math.inf if times.failures else times.p95(), max(times.opened, default=math.inf)
            detail = f"{len(times.runs)} runs, slowest opening {slowest:.2f} s, {len(times.failures)} failed"
            found.append(Row(f"{visitors} visitors, p95 of a run", "1 s", p95 / BUDGET_SECONDS, 1.0, detail))
            if p95 > BUDGET_SECONDS:
                break
    return found
