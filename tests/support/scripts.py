"""What exported scripts print."""

import contextlib
import io
import runpy
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np


def printed_by(script: str, folder: Path) -> str:
    """What a script prints, with arrays in full. It runs in `folder`, in a namespace of its own.

    It runs in this process, where Keras is loaded already: that takes seconds. `printed_by_itself` runs it alone.
    """
    path = _written(script, folder)
    printed = io.StringIO()
    options = np.printoptions(threshold=100_000, precision=9)
    with contextlib.chdir(folder), options, contextlib.redirect_stdout(printed):
        runpy.run_path(str(path), run_name="__main__")
    return printed.getvalue()


def printed_by_each(scripts: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Name → what the script of that name prints; see `printed_by`."""
    return {name: printed_by(script, folder) for name, script in scripts.items()}


def printed_by_itself(script: str, folder: Path) -> str:
    """What a script prints that a new Python runs."""
    command = [sys.executable, _written(script, folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _written(script: str, folder: Path) -> Path:
    path = folder / "script.py"
    path.write_text(script, encoding="utf-8")
    return path
