"""Functions that run inside the worker's process, and ways to look at processes from outside."""

import os
import signal
import tempfile
import time
from pathlib import Path


def nothing() -> None:
    pass


def raise_import_error() -> None:
    raise ModuleNotFoundError("No module named 'tensorflow'", name="tensorflow")


def note_and_fail(path: str) -> None:
    note(path, ".")
    raise_import_error()


def kill_myself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(path: str) -> int:
    """Kills the first process that runs it; the next one returns its id."""
    if not Path(path).exists():
        Path(path).touch()
        kill_myself()
    return os.getpid()


def divide(numerator: float, denominator: float) -> float:
    return numerator / denominator


def grow(mebibytes: int) -> None:
    taken = bytearray(mebibytes * 2**20)
    time.sleep(60)
    del taken


KEPT: list[bytearray] = []


def keep(mebibytes: int) -> int:
    """Takes memory that it does not give back."""
    KEPT.append(bytearray(b"\1") * (mebibytes * 2**20))
    return os.getpid()


def note(path: str, text: str, seconds: float = 0) -> None:
    """Leaves a trace of having run."""
    with Path(path).open("a") as file:
        file.write(text)
    time.sleep(seconds)


def note_when_there(path: str, text: str, gate: str) -> None:
    """Leaves a trace when a file is there, if one is named."""
    wait_for(lambda: not gate or Path(gate).exists())
    note(path, text)


def let_loky_look_often() -> None:
    """At what the process takes: after each call, instead of once a second."""
    from loky import process_executor

    process_executor._MEMORY_LEAK_CHECK_DELAY = 0


def loaded(module: str) -> bool:
    import sys

    return module in sys.modules


def wait_for(condition, seconds: float = 15) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return bool(condition())


def is_running(pid: int) -> bool:
    """Whether a process is there and not a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def hang() -> None:
    time.sleep(60)


def hang_with_a_folder() -> None:
    with tempfile.TemporaryDirectory():
        hang()


def short_pause() -> None:
    time.sleep(0.3)


def double_and_pid(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()
