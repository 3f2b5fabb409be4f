"""What exported scripts print."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# One process for all scripts, each in a namespace of its own: importing Keras takes seconds.
RUN_EACH = """
import runpy, sys
import numpy
numpy.set_printoptions(threshold=100_000, precision=9)
for path in sys.argv[1:]:
    print("script")
    runpy.run_path(path, run_name="__main__")
"""


def printed_by(scripts: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Name → what the script of that name prints, with arrays in full; run in `folder`."""
    paths = []
    for number, script in enumerate(scripts.values()):
        paths.append(folder / f"{number}.py")
        paths[-1].write_text(script, encoding="utf-8")
    command = [sys.executable, "-c", RUN_EACH, *map(str, paths)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(zip(scripts, done.stdout.split("script\n")[1:], strict=True))
