"""The process of a `Worker`: how its parent starts, watches and ends it, and how it sets itself up."""

import contextlib
import gc
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lstm_viz.worker.errors import WorkerDied, WorkerMemory, WorkerTimeout, WorkerUnavailable
from lstm_viz.worker.memory import MEBIBYTE, available_memory, resident_memory

State = Literal["off", "starting", "restarting", "ready", "busy", "alone"]
"""Of a process; "alone" is one that starts because the cluster that should run Keras is lost (`cluster.py`)."""

WATCH_SECONDS = 0.1
ENVIRONMENT = {
    "KERAS_BACKEND": "tensorflow",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    # The calls are small and gain nothing from a second thread. The pages need the other processors.
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    # Where psutil is installed, loky ends a process that has grown by so many bytes since its first call. Our process
    # grows by 560 MiB when it imports TensorFlow, so each call would end it. `Limits.rest_memory` is our own limit.
    "LOKY_MAX_MEMORY_LEAK_SIZE": "1e15",
}


@dataclass(frozen=True)
class Limits:
    """The limits of the process.

    Attributes:
        seconds: The longest time for a call.
        start_seconds: The longest time for the start; a slow host reads TensorFlow from disk for half a minute.
        idle_seconds: The time without a call after which the process ends.
        start_memory: Bytes that must be free to start it. TensorFlow 2.21 takes 560 MiB after its import and 620 MiB
            after training a small model.
        memory: Bytes in total, measured and not reserved: TensorFlow maps many times the memory that it uses.
        rest_memory: Bytes between two calls. If the process takes more, a new one replaces it: TensorFlow never frees
            a compiled function, which takes 6 to 15 MiB.
    """

    seconds: float = 30
    start_seconds: float = 120
    idle_seconds: float = 1800
    start_memory: int = 700 * MEBIBYTE
    memory: int = 2048 * MEBIBYTE
    rest_memory: int = 1200 * MEBIBYTE


class WorkerProcess:
    """A process that starts when it is needed. Only `state` and `end` may be called while another thread calls `run`.

    Args:
        prepare: Runs in the process before its first call.
        limits: The limits of the process.
    """

    def __init__(self, prepare: Callable[[], object], limits: Limits):
        self._prepare, self._limits = prepare, limits
        self._executor: Any = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._pid = 0
        self._using_executor = threading.RLock()
        self._state: State = "off"
        self._is_ended = False
        self._used = 0.0

    def state(self) -> State:
        """Whether the process is off, starting, starting again after it died, ready for a call or busy with one."""
        return "off" if self._state == "ready" and not self._is_alive() else self._state

    def run(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Runs the function in the process, and returns its result. If the process dies, another one tries it again.

        Raises:
            WorkerError: If there is no result; the subclass says why.
            Exception: Any exception that the function raises.
        """
        try:
            return self._attempt(function, args, kwargs)
        except WorkerDied:
            if self._is_ended:
                raise
            self._kill()  # the system may not have noticed yet that the process has ended
            return self._attempt(function, args, kwargs)
        finally:
            self._state = "ready"

    def end(self) -> None:
        """Ends the process immediately and for good, even during a call."""
        self._is_ended = True
        with self._using_executor:  # a thread that makes or uses the executor keeps its semaphores
            self._kill()
        gc.collect()  # frees loky's objects, which refer to each other, and their semaphores

    def _attempt(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        try:
            self._start()
            self._state, self._used = "busy", time.monotonic()
            return self._result(self._submit(function, *args, **kwargs), self._limits.seconds)
        except RuntimeError as error:
            if self._is_ended or isinstance(error, BrokenExecutor):
                raise WorkerDied from error
            raise

    def _start(self) -> None:
        if self._is_ended:
            raise WorkerDied
        try:
            if not self._is_alive() or (resident_memory(self._pid) or 0) > self._limits.rest_memory:
                self._replace()
                self._pid = self._result(self._submit(_ready, self._prepare), self._limits.start_seconds)
        except ImportError as error:
            raise WorkerUnavailable from error
        except OSError as error:  # the system cannot start one more process
            raise WorkerDied from error

    def _replace(self) -> None:
        # A process that has been idle ends by itself. Every other end is told.
        has_ended = self._pid and time.monotonic() - self._used < self._limits.idle_seconds
        self._state = "restarting" if has_ended else "starting"
        self._kill()
        self._pid = 0
        self._check_memory()
        with self._using_executor:
            if self._is_ended:
                raise WorkerDied
            self._executor = self._new_executor()
            self._submit(os.getpid)
        # When this process ends, loky's exit hook waits for the running call, so `end` must run before it. The last
        # hook that was added runs first, and loky adds one with each executor's first call. Python has no public way
        # to add a hook that runs before it waits for threads.
        threading._register_atexit(self.end)  # type: ignore[attr-defined]

    def _submit(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> "Future[Any]":
        with self._using_executor:
            if self._executor is None or self._is_ended:  # another thread has ended it meanwhile
                self._kill()
                raise WorkerDied
            return self._executor.submit(function, *args, **kwargs)

    def _kill(self) -> None:
        executor, self._executor = self._executor, None
        if executor:
            calls = executor._call_queue
            executor.shutdown(wait=True, kill_workers=True)
            # loky does not wait for the thread that sends the calls, which keeps three semaphores. It may be in the
            # middle of a large call, which nobody reads any more.
            calls._reader.close()
            if calls._thread is not None:
                calls._thread.join()
        if self._folder:
            self._folder.cleanup()

    def _new_executor(self) -> Executor:
        # Not loky's reusable executor: each thread has its own, and Streamlit runs each visitor in a new thread.
        from loky import ProcessPoolExecutor

        # What a call leaves behind when it is ended goes with this folder.
        self._folder = tempfile.TemporaryDirectory(prefix="lstm_viz_", ignore_cleanup_errors=True)
        return ProcessPoolExecutor(
            max_workers=1,
            timeout=self._limits.idle_seconds,
            initializer=_set_up,
            initargs=(os.getpid(), self._folder.name),
            env=ENVIRONMENT | {"TMPDIR": self._folder.name},
        )

    def _check_memory(self) -> None:
        available = available_memory()
        if available is not None and available < self._limits.start_memory:
            raise WorkerMemory(self._limits.start_memory, available)

    def _result(self, future: "Future[Any]", seconds: float) -> Any:
        deadline = time.monotonic() + seconds
        while not wait([future], timeout=WATCH_SECONDS).done:
            if time.monotonic() > deadline:
                self._kill()
                raise WorkerTimeout(seconds)
            if (resident_memory(self._pid) or 0) > self._limits.memory:
                self._kill()
                raise WorkerMemory(self._limits.memory)
        return future.result()

    def _is_alive(self) -> bool:
        return self._executor is not None and self._pid in {each.pid for each in multiprocessing.active_children()}


def _ready(prepare: Callable[[], object]) -> int:
    prepare()
    return os.getpid()


def _set_up(parent: int, folder: str) -> None:
    """Sets up the process, before anything else runs in it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its worker
    if os.name == "posix":
        threading.Thread(target=_follow, args=(parent, folder), daemon=True).start()
        os.nice(5)  # the pages come first
    with contextlib.suppress(OSError):  # Linux only: without memory, the kernel ends this process, not the server
        Path("/proc/self/oom_score_adj").write_text("1000")


def _follow(parent: int, folder: str) -> None:
    """Ends this process, and deletes its folder, when its parent has ended for any reason."""
    while os.getppid() == parent:
        time.sleep(1)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)
