"""What one visitor's training does to another visitor's stepping, on one server."""

import asyncio
import itertools
import random
from contextlib import suppress
from urllib.parse import urlencode

import numpy as np

from benchmarks.row import Row
from benchmarks.visitor import PageError, Visitor, visitor
from tests.support.server import run_server

CURSORS = list(itertools.product(range(4), range(8), ("A", "B", "A-B")))
STEPS = 60
PAUSE_SECONDS = 0.2
BUDGET = 3.0
# It starts as the link is opened, and lasts longer than the steps of the other visitor.
TRAINING = {"task": "gap", "n": 50, "units": 64, "regime": "sequences", "epochs": 2000, "trained": 2000}
START_SECONDS = 15  # for the worker, and for what each network compiles


def rows() -> list[Row]:
    """The one row."""
    with run_server() as server:
        return [asyncio.run(_measure(server.url))]


async def _measure(url: str) -> Row:
    async with visitor(url) as person, visitor(url) as trainer:
        await person.open()
        for step, unit, show in CURSORS:  # fills the server's caches
            await person.step(step=step, unit=unit, show=show)
        alone = await _p95(person)
        await trainer.open(urlencode(TRAINING), page="memory_lab")
        training = asyncio.create_task(trainer.keep_running())
        await asyncio.sleep(START_SECONDS)
        meanwhile = await _p95(person)
        if training.done():
            raise PageError("the training was over before the other visitor had stepped")
        training.cancel()
        with suppress(asyncio.CancelledError):
            await training
    detail = f"{meanwhile * 1e3:.0f} ms against {alone * 1e3:.0f} ms, {STEPS} follows each"
    return Row(
        "a step's follow while another visitor trains, p95", "nobody training", meanwhile / alone, BUDGET, detail
    )


async def _p95(person: Visitor) -> float:
    draw, seconds = random.Random(0), []
    for _ in range(STEPS):
        await asyncio.sleep(PAUSE_SECONDS)
        step, unit, show = draw.choice(CURSORS)
        seconds.append(await person.step(step=step, unit=unit, show=show))
    return float(np.percentile(seconds, 95))
