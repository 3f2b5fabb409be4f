"""Many visitors at once, spread over all pages, in client processes of their own."""

import asyncio
import random
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np
from websockets.exceptions import WebSocketException

from benchmarks.visitor import PageError, visitor
from benchmarks.walks import WALKS, act

PROCESSES = 3
ARRIVAL_SECONDS = 5  # a class opens its links within this time
PAUSE_SECONDS = 5
STEPS = 6
START_SECONDS = 4  # until all client processes have imported what they need


class Times(NamedTuple):
    """Seconds of each opening and of each later run, and how each visitor failed who did."""

    opened: list[float]
    runs: list[float]
    failures: list[str]

    def p95(self) -> float:
        """The 95th percentile of the runs; endless if nobody came so far."""
        return float(np.percentile(self.runs or [np.inf], 95))


def crowd(url: str, visitors: int, *, steps: int = STEPS) -> Times:
    """A number of visitors, spread over all pages, each of whom does something every few seconds."""
    begin = time.time() + START_SECONDS
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        parts = [pool.submit(_part, url, range(first, visitors, PROCESSES), begin, steps) for first in range(PROCESSES)]
        return _all([part.result() for part in parts])


def alone(url: str) -> Times:
    """One visitor, who goes to one page after another."""
    return asyncio.run(_alone(url))


async def _alone(url: str) -> Times:
    draw = random.Random(0)
    return _all([await _visit(url, place, draw, steps=12, pause=0.2) for place in range(len(WALKS))])


def _part(url: str, numbers: range, begin: float, steps: int) -> Times:
    return asyncio.run(together(url, numbers, begin, steps))


async def together(url: str, numbers: range, begin: float, steps: int) -> Times:
    """Visitors who come within a few seconds after a time, as `time.time` counts it, all from this process."""
    await asyncio.sleep(max(0, begin - time.time()))
    draws = {number: random.Random(number) for number in numbers}
    visits = (
        _visit(url, number, draw, delay=draw.uniform(0, ARRIVAL_SECONDS), steps=steps, pause=PAUSE_SECONDS)
        for number, draw in draws.items()
    )
    return _all(await asyncio.gather(*visits))


async def _visit(url: str, number: int, draw: random.Random, *, delay: float = 0, steps: int, pause: float) -> Times:
    walk, times = WALKS[number % len(WALKS)], Times([], [], [])
    await asyncio.sleep(delay)
    try:
        async with visitor(url) as person:
            times.opened.append(await person.open(page=walk.page))
            for _ in range(steps):
                await asyncio.sleep(pause)
                times.runs.append(await act(person, walk, draw))
    except (PageError, WebSocketException, OSError, TimeoutError) as failure:
        times.failures.append(f"{walk.name}: {failure!r}")
    return times


def _all(times: list[Times]) -> Times:
    return Times(*(list(chain.from_iterable(parts)) for parts in zip(*times, strict=True)))
