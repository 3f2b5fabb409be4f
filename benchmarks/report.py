"""The table of budgets, with what it was measured on."""

import math
import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.row import Row
from lstm_viz.worker.memory import MEBIBYTE
from tools.browser import find

PACKAGES = ("streamlit", "keras", "tensorflow-cpu", "numpy")


def table(rows: Sequence[Row]) -> str:
    """Markdown, a row a line, over budget in bold."""
    head = "| what | against | ratio | budget | measured |\n|---|---|---|---|---|\n"
    return head + "".join(f"{_line(row)}\n" for row in rows)


def _line(row: Row) -> str:
    ratio = f"{row.ratio:.2f}" if row.ratio <= row.budget else f"**{row.ratio:.2f}**"
    budget = "stated" if math.isinf(row.budget) else f"≤ {row.budget:g}"
    return f"| {row.what} | {row.against} | {ratio} | {budget} | {row.detail} |"


def document(rows: Sequence[Row]) -> str:
    """The page docs/benchmarks.md."""
    over = sum(row.ratio > row.budget for row in rows)
    verdict = f"{over} of {len(rows)} over budget (in bold)." if over else "All within budget."
    return f"""# Benchmarks

`make bench` measures the budgets of this project and writes this page. Each line is a ratio of two things measured
side by side in one run, so it says the same on a slower machine. {verdict}

{table(rows)}
Measured on {date.today():%d %B %Y}: {machine()}.
"""


def machine() -> str:
    """Processor, memory, system and versions, in a line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / MEBIBYTE / 1024
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    browser = subprocess.run([find() or "true", "--version"], capture_output=True, text=True, check=False).stdout
    return (
        f"{os.cpu_count()} cores of {_processor()}, {memory:.0f} GiB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {packages}, {' '.join(browser.split()[:2])}, "
        f"load {os.getloadavg()[2]:.1f} over the last 15 minutes"
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())
