"""`python -m benchmarks` measures every budget; `python -m benchmarks engine` only that part, and writes nothing."""

import importlib
import os
import sys
from pathlib import Path

from benchmarks.report import document, table

# The last three import TensorFlow here, where it would slow the visitors of the class down.
PARTS = (
    "first_page",
    "viewer_step",
    "keras_pages",
    "keras_queue",
    "page_runs",
    "classroom",
    "cold_class",
    "second_session",
    "drop_to_gates",
    "engine",
    "training",
)
# `python -m benchmarks capacity`, and so on: they take minutes, and tell their results in a page of their own.
ON_REQUEST = ("capacity", "check_up", "attribution", "corpus")
DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def main(wanted: list[str]) -> int:
    """Measures the wanted parts, or all; returns 1 if a name is unknown."""
    if unknown := set(wanted) - {*PARTS, *ON_REQUEST}:
        print(f"parts must be of {', '.join(PARTS + ON_REQUEST)}, not {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 1
    _warn_if_busy()
    rows = []
    for part in wanted or PARTS:
        print(f"Measuring {part} ...", file=sys.stderr, flush=True)
        measured = importlib.import_module(f"benchmarks.{part}").rows()
        print(table(measured), flush=True)
        rows += measured
    if not wanted:
        DOCUMENT.write_text(document(rows))
    return 0


def _warn_if_busy() -> None:
    load = os.getloadavg()[0]
    if load > 0.5:
        print(f"This machine is busy (load {load:.1f}): p95s will be worse than they are.", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
