"""A class on one server, spread over all pages, against one visitor alone."""

import asyncio
import gc
import sys
from contextlib import asynccontextmanager, suppress
from itertools import count
from urllib.parse import urlencode

import numpy as np

from benchmarks.crowd import Times, alone, crowd
from benchmarks.row import Row
from benchmarks.second_session import START_SECONDS, TRAINING
from benchmarks.visitor import PageError, Visitor, visitor
from benchmarks.walks import OFFLINE, warm_up
from tests.support.server import run_server

VISITORS = 99
BUDGET = 3.0


def rows() -> list[Row]:
    """The class with an idle worker, then while another visitor trains."""
    gc.freeze()  # a collection that walks this process's libraries would count as the server's time
    with run_server(environment=OFFLINE) as server:
        return asyncio.run(_measure(server.url))


async def _measure(url: str) -> list[Row]:
    await warm_up(url)
    single = await asyncio.to_thread(alone, url)
    idle = await asyncio.to_thread(crowd, url, VISITORS)
    async with _training(url):
        busy = await asyncio.to_thread(crowd, url, VISITORS)
    return [_row("", idle, single), _row(", while one more trains", busy, single)]


def _row(circumstance: str, many: Times, single: Times) -> Row:
    for failure in many.failures + single.failures:
        print(failure, file=sys.stderr)
    detail = (
        f"{many.p95() * 1e3:.0f} ms against {single.p95() * 1e3:.0f} ms; median {np.median(many.runs) * 1e3:.0f} ms, "
        f"{len(many.runs)} runs, the slowest page opened in {max(many.opened, default=np.inf):.2f} s, "
        f"{len(many.failures)} failed"
    )
    what = f"{VISITORS} visitors spread over all pages, p95 of a run{circumstance}"
    ratio = float("inf") if many.failures else many.p95() / single.p95()
    return Row(what, "one visitor alone", ratio, BUDGET, detail)


@asynccontextmanager
async def _training(url: str):
    """One more visitor trains one network after another, until the block ends."""
    async with visitor(url) as trainer:
        training = asyncio.create_task(_train(trainer))
        await asyncio.sleep(START_SECONDS)
        yield
        if training.done():
            raise PageError("the training has ended") from training.exception()
        training.cancel()
        with suppress(asyncio.CancelledError):
            await training


async def _train(trainer: Visitor) -> None:
    for seed in count(1):
        await trainer.open(urlencode(TRAINING | {"seed": seed}), page="memory_lab")
        await trainer.keep_running()
