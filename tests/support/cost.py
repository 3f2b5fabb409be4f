"""Whether a piece of work takes too much of the processor, however fast and however busy the machine is."""

import gc
import re
import time
from collections.abc import Callable

SECONDS = 1
# How much more than the work beside it, which takes 0.3 s on an idle processor of 2026.
TIMES = 5


def takes_long(work: Callable[[], object]) -> bool:
    """Whether it takes more than a second, and then each of three times more than `TIMES` the work beside it."""
    return _seconds(work) > SECONDS and all(_seconds(work) > TIMES * _seconds(_beside) for _ in range(3))


def _beside() -> None:
    re.search(r"\s*a", " " * 16_384)


def _seconds(work: Callable[[], object]) -> float:
    gc.disable()  # a collection walks all that the other tests have made
    try:
        begin = time.thread_time()
        work()
        return time.thread_time() - begin
    finally:
        gc.enable()
