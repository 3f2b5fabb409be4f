"""No process is left when the one that asked ends, however it ends, and in mid-call too."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.sync.client import connect

from tests.support.server import free_port, is_healthy
from tests.worker import support

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes as Linux shows them")

# A worker that was replaced once has two executors to end, and a call runs until the test ends it.
SCRIPT = """
import os, signal, sys, time
from lstm_viz.worker import Worker
from lstm_viz.worker.errors import WorkerDied
from tests.worker import support

# A shell that starts the tests in the background has Ctrl-C ignored, and they pass that on.
signal.signal(signal.SIGINT, signal.default_int_handler)
worker = Worker(support.nothing)
try:
    worker.call(support.kill_myself)
except WorkerDied:
    pid = worker.call(os.getpid)
calls = [worker.submit(time.sleep, 25) for _ in range(3)]
time.sleep(0.3)
print(pid, flush=True)
if "wait" in sys.argv:
    calls[0].result()
"""


@pytest.fixture
def start():
    """`start(*arguments)`: a script in mid-call, and the worker's id."""
    scripts = []

    def new(*arguments):
        command = [sys.executable, "-c", SCRIPT, *arguments]
        script = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True)
        scripts.append(script)
        return script, int(script.stdout.readline())

    yield new
    for script in scripts:
        end_group(script.pid)
        script.wait()
        script.stdout.close()


def end_group(leader):
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def told_of_processes(name: str) -> dict[int, bytes]:
    """A file in `/proc` of each process; others end while one looks."""
    found = {}
    for path in Path("/proc").glob(f"[0-9]*/{name}"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            found[int(path.parent.name)] = path.read_bytes()
    return found


def running_in_group(leader) -> set[int]:
    """The processes that run in the session that `leader` leads, or led."""
    stats = {
        pid: text.decode(errors="replace").rpartition(")")[2].split() for pid, text in told_of_processes("stat").items()
    }
    return {pid for pid, fields in stats.items() if int(fields[2]) == leader and fields[0] != "Z"}


def group_is_empty(leader):
    return not running_in_group(leader)


def test_a_script_ends_at_once_though_a_call_runs(start):
    script, pid = start()
    assert script.wait(timeout=10) == 0
    assert not support.is_running(pid)
    assert support.wait_for(lambda: group_is_empty(script.pid))


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT], ids=lambda sign: sign.name)
def test_a_signal_to_a_script_ends_its_worker(start, sign):
    script, pid = start("wait")
    assert support.is_running(pid)
    script.send_signal(sign)
    script.wait(timeout=10)
    assert support.wait_for(lambda: not support.is_running(pid), seconds=5)
    assert support.wait_for(lambda: group_is_empty(script.pid))


def test_ctrl_c_is_for_the_script_and_does_not_end_the_call(start):
    script, pid = start("wait")
    os.kill(pid, signal.SIGINT)
    time.sleep(0.5)
    assert support.is_running(pid)
    assert script.poll() is None


PAGE = """
import contextlib, json, os, sys, time
from pathlib import Path
import streamlit as st
from lstm_viz.imports import load

worker, WorkerDied = load("lstm_viz.worker").shared_worker(), load("lstm_viz.worker.errors").WorkerDied
pid = worker.call(os.getpid)
keras_here = sorted({"keras", "tensorflow"} & set(sys.modules))
with Path(st.query_params["to"]).open("a") as file:
    file.write(json.dumps([pid, keras_here]) + "\\n")
with contextlib.suppress(WorkerDied):
    worker.call(time.sleep, float(st.query_params["seconds"]))
"""
# Starting Keras takes seconds, and what ends with a server does not depend on it.
LIGHT = "import tests.support.light_worker\n"
# This page in place of ours, in a server that is otherwise ours.
APP = f"""
import runpy
import streamlit as st

app = st.App("page.py", lifespan=runpy.run_path("{ROOT / "app.py"}")["get_ready"])
"""


class Server(NamedTuple):
    process: subprocess.Popen
    port: int
    log: Path
    folder: Path

    def workers(self) -> list[int]:
        """The processes that run Keras, or are about to."""
        own, lines = running_in_group(self.process.pid), told_of_processes("cmdline")
        return [pid for pid, line in lines.items() if b"popen_loky" in line and pid in own]

    def end(self, sign: signal.Signals) -> None:
        """Sends it a signal, and checks that nothing is left of it."""
        self.process.send_signal(sign)
        self.process.wait(timeout=10)
        assert support.wait_for(lambda: group_is_empty(self.process.pid), seconds=5)
        assert not [*Path("/dev/shm").glob(f"sem.loky-{self.process.pid}-*")]
        assert not [*self.folder.iterdir()]
        assert not re.search("leaked|Traceback", self.log.read_text())


@pytest.fixture
def streamlit(request, tmp_path):
    """A server of a page that calls the worker twice: a plain script or an app, whose worker loads Keras or not."""
    script, _, worker = request.param.partition(" ")
    port, log, folder = free_port(), tmp_path / "log", tmp_path / "temporary"
    folder.mkdir()
    (tmp_path / "page.py").write_text(LIGHT + PAGE if worker == "light" else PAGE)
    (tmp_path / "app.py").write_text(APP)
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.headless=true"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}
    with log.open("w") as out:
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=out, stderr=out, start_new_session=True
        )
    for left in Path("/dev/shm").glob(f"sem.loky-{process.pid}-*"):
        left.unlink()  # by a process of the same number that was killed
    assert support.wait_for(lambda: is_healthy(f"http://127.0.0.1:{port}"), seconds=60)
    yield Server(process, port, log, folder)
    end_group(process.pid)
    process.wait()


@contextlib.contextmanager
def visitor(port, to, seconds):
    """Connected to the server, with the page asked for."""
    with connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"]) as socket:
        message = BackMsg()
        message.rerun_script.query_string = f"to={to}&seconds={seconds}"
        socket.send(message.SerializeToString())
        yield socket


@pytest.mark.slow
@pytest.mark.parametrize(
    ("streamlit", "sign"),
    [
        ("app.py", signal.SIGTERM),
        ("app.py light", signal.SIGINT),
        ("page.py light", signal.SIGTERM),
        ("page.py light", signal.SIGINT),
    ],
    indirect=["streamlit"],
)
def test_a_busy_server_has_one_worker_for_all_and_leaves_nothing(streamlit, tmp_path, sign):
    results = tmp_path / "results"
    results.touch()
    with visitor(streamlit.port, results, 25), visitor(streamlit.port, results, 25):
        assert support.wait_for(lambda: results.read_text().count("\n") == 2, seconds=60)
        streamlit.end(sign)
    answers = [json.loads(line) for line in results.read_text().splitlines()]
    pid, _ = answers[0]
    assert answers == [[pid, []]] * 2


@pytest.mark.slow
@pytest.mark.parametrize("streamlit", ["app.py light"], indirect=True)
def test_a_worker_that_was_stopped_ends_with_the_server(streamlit, tmp_path):
    results = tmp_path / "results"
    with visitor(streamlit.port, results, 0):
        assert support.wait_for(results.exists, seconds=60)
        for pid in streamlit.workers():
            os.kill(pid, signal.SIGSTOP)
        streamlit.end(signal.SIGTERM)


@pytest.mark.parametrize("streamlit", ["app.py"], indirect=True)
def test_a_server_that_ends_while_keras_starts_leaves_nothing(streamlit, tmp_path):
    with visitor(streamlit.port, tmp_path / "results", 0):
        assert support.wait_for(streamlit.workers, seconds=60)
        streamlit.end(signal.SIGTERM)
