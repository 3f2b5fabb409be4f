"""A real Streamlit server on a free loopback port, in a process of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Server:
    url: str
    pid: int
    log: Path


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def is_healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def wait_until_healthy(process: subprocess.Popen, url: str, log: Path, *, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not is_healthy(url):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The server at {url} did not start within {seconds} s. Its log:\n{log.read_text()}")
        time.sleep(0.1)


def end(process: subprocess.Popen) -> None:
    """Ends the server and what it started: the worker that runs Keras is in the same process group."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)


@contextlib.contextmanager
def run_server(
    script: str | Path = "app.py",
    *options: str,
    environment: dict[str, str] | None = None,
    folder: Path = ROOT,
    port: int | None = None,
) -> Iterator[Server]:
    """Starts `streamlit run script` in a folder, with its configuration; waits until it is healthy, and ends it."""
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.headless=true", *options]
    with tempfile.TemporaryDirectory() as logs:
        log = Path(logs) / "server.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                command,
                cwd=folder,
                stdout=out,
                stderr=out,
                start_new_session=True,
                env=os.environ | (environment or {}),
            )
        try:
            wait_until_healthy(process, url, log)
            yield Server(url, process.pid, log)
        finally:
            end(process)
