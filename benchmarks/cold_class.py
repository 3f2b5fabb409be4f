"""A class that opens a server which has just started, all pages within seconds."""

import statistics
import sys

import numpy as np

from benchmarks.crowd import crowd
from benchmarks.row import Row
from benchmarks.walks import OFFLINE
from tests.support.server import run_server

VISITORS = 100
SERVERS = 10


def rows() -> list[Row]:
    """How many visitors saw an error; the pages' times are told beside it."""
    failures, opened = 0, []
    for _ in range(SERVERS):
        with run_server(environment=OFFLINE) as server:
            times = crowd(server.url, VISITORS, steps=0)
            log = server.log.read_text()
        opened.append(times.opened)
        failures += len(times.failures) + log.count("Traceback")
        print(*times.failures, log if "Traceback" in log else "", sep="\n", file=sys.stderr)
    median, slowest = (statistics.median(figure(each) for each in opened) for figure in (np.median, max))
    detail = f"pages opened in {median:.1f} s (median) and {slowest:.1f} s at most, medians of {SERVERS} new servers"
    what = f"errors while {VISITORS} visitors open all pages of a new server within 5 s, {SERVERS} times"
    return [Row(what, "none", failures, 0, detail)]
