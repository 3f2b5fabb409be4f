"""Two replicas of the app behind HAProxy, with the files and the configuration of deploy/."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from benchmarks.walks import OFFLINE
from tests.support import image
from tests.support.server import ROOT, Server, free_port, is_healthy, run_server

CONFIGURATION = ROOT / "deploy" / "haproxy.cfg"
NAMES = ("1", "2")
COOKIE = "lstm_viz_replica"
WITHOUT_KERAS = OFFLINE | {"PYTHONPATH": str(ROOT / "tests" / "support" / "without_keras")}


class Replicas:
    """The replicas, by the value of their cookie; all of them run when the block begins."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._ports = {name: free_port() for name in NAMES}
        self._running: dict[str, tuple[Server, contextlib.ExitStack]] = {}
        self._killed = contextlib.ExitStack()

    def addresses(self) -> dict[str, str]:
        """The environment of HAProxy."""
        replicas = {f"LSTM_VIZ_REPLICA_{name}": f"127.0.0.1:{port}" for name, port in self._ports.items()}
        return {"LSTM_VIZ_ADDRESS": f"127.0.0.1:{self.port}", **replicas}

    def start(self, name: str) -> None:
        """Starts a replica, unless it runs, and waits until it is healthy."""
        if name not in self._running:
            stack = contextlib.ExitStack()
            server = stack.enter_context(
                run_server(environment=WITHOUT_KERAS, folder=self._folder, port=self._ports[name])
            )
            self._running[name] = server, stack

    def wait_until_used(self, name: str) -> None:
        """Waits until the proxy sends to a replica whoever has its cookie."""
        while self._replica_of(name) != name:
            time.sleep(0.05)

    def _replica_of(self, name: str) -> str:
        request = urllib.request.Request(f"{self.url}/_stcore/health", headers={"Cookie": f"{COOKIE}={name}"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return cookie_in(answer.headers.get_all("Set-Cookie", [])) or name

    def stop(self, name: str) -> None:
        """Ends a replica as a restart does, by SIGTERM."""
        self._running.pop(name)[1].close()

    def kill(self, name: str) -> None:
        """Ends a replica as a failure does; what it started ends by itself, or with the block."""
        server, stack = self._running.pop(name)
        self._killed.push(stack)
        os.kill(server.pid, signal.SIGKILL)

    def close(self) -> None:
        """Ends all."""
        for name in list(self._running):
            self.stop(name)
        self._killed.close()


def cookie_in(headers: list[str]) -> str:
    """The replica to which the proxy assigns a visitor; "" if it leaves the assignment as it is."""
    pairs = (header.partition(";")[0].partition("=") for header in headers)
    return next((value for name, _, value in pairs if name == COOKIE), "")


@contextlib.contextmanager
def run_replicas(proxy: str, folder: Path) -> Iterator[Replicas]:
    """Two replicas behind a proxy, whose executable is given; all end with the block.

    The replicas run from a folder, into which only what the image holds is copied.
    """
    log, app = folder / "proxy.log", folder / "app"
    app.mkdir()
    replicas = Replicas(image.lay_out(app))
    with log.open("w") as out, contextlib.closing(replicas):
        for name in NAMES:
            replicas.start(name)
        environment = os.environ | replicas.addresses()
        process = subprocess.Popen([proxy, "-db", "-f", str(CONFIGURATION)], env=environment, stdout=out, stderr=out)
        try:
            wait_until_open(process, replicas.port, log)
            yield replicas
        finally:
            process.kill()
            process.wait()


def wait_until_open(process: subprocess.Popen, port: int, log: Path) -> None:
    """Waits until the proxy accepts connections."""
    while not is_healthy(f"http://127.0.0.1:{port}"):
        if process.poll() is not None:
            raise RuntimeError(f"The proxy ended:\n{log.read_text()}")
        time.sleep(0.05)
