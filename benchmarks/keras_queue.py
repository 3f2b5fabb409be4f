"""How long a question to Keras waits while many others use it, too."""

import asyncio
import multiprocessing
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import count
from typing import Any
from urllib.parse import urlencode

import numpy as np

from benchmarks.keras_pages import CASES
from benchmarks.row import Row
from benchmarks.visitor import PageError, visitor
from tests.support.server import run_server

VISITORS = 30
QUESTIONS = 40
ASK_SECONDS = 5
BUDGET = 3.0
# Each visitor trains for longer than this benchmark takes.
TRAINING = {"task": "gap", "n": 50, "units": 64, "regime": "sequences", "epochs": 2000, "trained": 2000}
START_SECONDS = 20  # for the processes, and for what is compiled first


def rows() -> list[Row]:
    """A question among other questions, and one behind trainings, on a server that has had visitors before."""
    with run_server() as server:
        _warm_up(server.url)
        alone = _ask(server.url, 100, QUESTIONS, 0.5)
        with _others(_ask_on, server.url):
            among = _ask(server.url, 200, QUESTIONS, 0.5)
        with _others(_train, server.url):
            behind = _ask(server.url, 300, QUESTIONS, 0.5)
    return [
        *_rows(f"among {VISITORS} visitors of the Keras pages, each asking every {ASK_SECONDS} s", among, alone),
        *_rows(f"while {VISITORS} others train", behind, alone),
    ]


def _rows(circumstance: str, times: list[float], alone: list[float]) -> Iterator[Row]:
    for name, percent in (("median", 50), ("p95", 95)):
        ours, theirs = np.percentile(times, percent), np.percentile(alone, percent)
        figures = f"{ours * 1e3:.0f} ms against {theirs * 1e3:.0f} ms"
        detail = f"{figures}, {len(times)} pages each; the longest took {max(times):.2f} s"
        what = f"a page with a new question to Keras, {circumstance}, {name}"
        yield Row(what, "nobody else there", float(ours / theirs), BUDGET, detail)


@contextmanager
def _others(function: Any, url: str) -> Iterator[None]:
    """Other visitors, in processes of their own, for as long as the block runs."""
    end = multiprocessing.get_context("spawn").Manager().Event()
    parts = [range(start, VISITORS, 2) for start in range(2)]
    with ProcessPoolExecutor(len(parts), multiprocessing.get_context("spawn")) as pool:
        running: list[Future[None]] = [pool.submit(function, url, part, end) for part in parts]
        time.sleep(START_SECONDS)
        try:
            yield
        finally:
            end.set()
        for each in running:
            each.result()


def _warm_up(url: str) -> None:
    for case in CASES:
        asyncio.run(_open(url, case.link, 0))
    asyncio.run(_open(url, "/memory_lab", 0))


def _ask(url: str, first: int, questions: int, pause: float) -> list[float]:
    """The seconds until a page stands that asks Keras what nobody has asked before, again and again."""
    return asyncio.run(_asked(url, first, questions, pause))


async def _asked(url: str, first: int, questions: int, pause: float) -> list[float]:
    times = []
    for number in range(first, first + questions):
        times.append(await _open(url, CASES[1].link, number))
        await asyncio.sleep(pause)
    return times


async def _open(url: str, link: str, number: int) -> float:
    page, _, query = link.format(number=number).lstrip("/").partition("?")
    async with visitor(url) as person:
        return await person.open(query, page=page)


def _ask_on(url: str, visitors: range, end: Any) -> None:
    """Visitors spread over the Keras pages, who ask something new every few seconds."""

    async def visit(at: int) -> None:
        await asyncio.sleep(at / VISITORS * ASK_SECONDS)
        for number in count(1000 * (at + 1)):
            if end.is_set():
                return
            seconds = await _open(url, CASES[at % len(CASES)].link, number)
            await asyncio.sleep(max(ASK_SECONDS - seconds, 0))

    asyncio.run(_all(visit, visitors))


def _train(url: str, visitors: range, end: Any) -> None:
    """Visitors who train, each a network of their own."""

    async def visit(at: int) -> None:
        async with visitor(url) as person:
            await person.open(urlencode(TRAINING | {"seed": at + 1}), page="memory_lab")
            training = asyncio.create_task(person.keep_running())
            while not end.is_set():
                if training.done():
                    raise PageError("a training was over before the questions")
                await asyncio.sleep(1)
            training.cancel()

    asyncio.run(_all(visit, visitors))


async def _all(visit: Any, visitors: range) -> None:
    await asyncio.gather(*map(visit, visitors))
