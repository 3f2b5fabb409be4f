"""A class of visitors on one server, each opening the page and stepping, against one visitor alone."""

import asyncio
import gc
import itertools
import random
from contextlib import asynccontextmanager, suppress
from typing import NamedTuple
from urllib.parse import urlencode

import numpy as np
from websockets.exceptions import WebSocketException

from benchmarks.row import Row
from benchmarks.visitor import PageError, Visitor, visitor
from tests.support.server import run_server

VISITORS = 100
ARRIVAL_SECONDS = 5  # the class opens the link within this time
STEP_SECONDS = 5
STEPS = 6
BUDGET = 3.0
# The default view: two sequences of four symbols and eight units.
CURSORS = list(itertools.product(range(4), range(8), ("A", "B", "A-B")))
LONG_SERIES = {"input": "series", "model": "untrained", "units": 64, "seed": 1, "b": ""}


class Times(NamedTuple):
    """Seconds of each opening and of each step the server followed, and how many visitors failed."""

    opened: list[float]
    followed: list[float]
    failures: list[str]

    def p95(self) -> float:
        """The follow's 95th percentile; endless if nobody came so far."""
        return float(np.percentile(self.followed or [np.inf], 95))


def rows() -> list[Row]:
    """The class with an idle worker, then with a busy one."""
    gc.freeze()  # a collection that walks this process's libraries would count as the server's time
    with run_server() as server:
        return asyncio.run(_measure(server.url))


async def _measure(url: str) -> list[Row]:
    await _warm_up(url)
    alone = await _alone(url)
    idle = await _class(url)
    async with _busy_worker(url):
        busy = await _class(url)
    return [_row("", idle, alone), _row(", the worker busy", busy, alone)]


def _row(circumstance: str, many: Times, alone: Times) -> Row:
    detail = (
        f"{many.p95() * 1e3:.0f} ms against {alone.p95() * 1e3:.0f} ms; {len(many.followed)} follows, "
        f"the slowest page opened in {max(many.opened, default=np.inf):.2f} s, {len(many.failures)} failed"
    )
    what = f"{VISITORS} visitors on one server, p95 of the follow{circumstance}"
    ratio = float("inf") if many.failures else many.p95() / alone.p95()
    return Row(what, "one visitor alone", ratio, BUDGET, detail)


async def _warm_up(url: str) -> None:
    """Imports what the page needs and fills its caches, so that the one and the many find the same server."""
    async with visitor(url) as person:
        await person.open()
        for step, unit, show in CURSORS:
            await person.step(step=step, unit=unit, show=show)


async def _alone(url: str) -> Times:
    times = Times([], [], [])
    await _visit(url, times, random.Random(0), delay=0, steps=60, pause=0.5)
    return times


async def _class(url: str) -> Times:
    times = Times([], [], [])
    draws = [random.Random(number) for number in range(VISITORS)]
    await asyncio.gather(
        *(
            _visit(url, times, draw, delay=draw.uniform(0, ARRIVAL_SECONDS), steps=STEPS, pause=STEP_SECONDS)
            for draw in draws
        )
    )
    return times


async def _visit(url: str, times: Times, draw: random.Random, *, delay: float, steps: int, pause: float) -> None:
    await asyncio.sleep(delay)
    try:
        async with visitor(url) as person:
            times.opened.append(await person.open())
            for _ in range(steps):
                await asyncio.sleep(pause)
                times.followed.append(await _follow(person, draw))
    except (PageError, WebSocketException, OSError, TimeoutError) as failure:
        times.failures.append(repr(failure))


async def _follow(person: Visitor, draw: random.Random) -> float:
    step, unit, show = draw.choice(CURSORS)
    return await person.step(step=step, unit=unit, show=show)


@asynccontextmanager
async def _busy_worker(url: str):
    """One more visitor has Keras check a series of 500 steps, again and again."""
    series = ", ".join(f"{value:.2f}" for value in np.sin(np.arange(500) / 5))
    async with visitor(url) as checker:
        await checker.open(urlencode(LONG_SERIES | {"a": series}))
        await checker.click("Check now")  # the worker starts
        checking = asyncio.create_task(_check_forever(checker))
        yield
        checking.cancel()
        with suppress(asyncio.CancelledError):
            await checking


async def _check_forever(checker: Visitor) -> None:
    while True:
        await checker.click("Check now")
