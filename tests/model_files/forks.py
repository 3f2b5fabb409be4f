"""The processes that read files, without a new Python for each: that takes ten times as long as most files."""

from __future__ import annotations

import contextlib
import json
import subprocess
from pathlib import Path
from typing import Any

from lstm_viz.model_files import sniffing
from lstm_viz.problem import InputError
from tests.support.source import ROOT

SCRIPT = ROOT / "tests" / "support" / "reading_child.py"
START = subprocess.run


class Forks:
    """Takes the place of `subprocess.run` in `reading`. The first file of each form has a Python of its own.

    Args:
        folder: A folder for the files.

    Attributes:
        seconds: Of the processor's time that the files have taken here so far.
    """

    def __init__(self, folder: Path):
        self._file = folder / "file"
        self._stack = contextlib.ExitStack()
        self._parents: dict[str, subprocess.Popen[bytes]] = {}
        self.seconds = 0.0

    def __call__(self, command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        """Runs the command of `reading`."""
        form = form_of(options["input"])
        if form not in self._parents:
            start = [*command[:2], str(SCRIPT), command[-1], form]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "env": options["env"]}
            self._parents[form] = self._stack.enter_context(subprocess.Popen(start, **pipes))
            return START(command, **options)
        self._file.write_bytes(options["input"])
        parent = self._parents[form]
        assert parent.stdin is not None
        assert parent.stdout is not None
        parent.stdin.write(f"{self._file}\n".encode())
        parent.stdin.flush()
        told = json.loads(parent.stdout.readline())
        self.seconds += told["seconds"]
        return subprocess.CompletedProcess(command, told["code"], parent.stdout.read(told["size"]), b"")

    def close(self) -> None:
        """Ends the processes."""
        self._stack.close()


def form_of(content: bytes) -> str:
    """The form of a file; "" if it has none."""
    with contextlib.suppress(InputError):
        return sniffing.form(content)
    return ""
