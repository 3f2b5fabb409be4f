"""The process in which the app runs Keras.

The server's own process never imports Keras (docs/architecture.md says why). Code that needs Keras is a function of
plain arrays, which a `Worker` runs. A `Worker` is a `concurrent.futures.Executor`: any other executor can replace it.
"""

import functools
import gc
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from typing import Any

from lstm_viz.worker.errors import WorkerBusy
from lstm_viz.worker.memory import MEBIBYTE
from lstm_viz.worker.process import Limits, State, WorkerProcess


def import_keras() -> None:
    """Prepares a worker for its first call."""
    import keras  # noqa: F401

    # After a call, at most once a second, loky runs a full garbage collection, and the next call waits for it. It takes
    # 160 ms if the objects of TensorFlow are part of it.
    gc.freeze()


class Worker(Executor):
    """Runs calls in another process, one at a time, in the order in which they are submitted.

    The process starts with the first call, ends when it has been idle, and is replaced if it dies. Every method may be
    called from any thread.

    Args:
        prepare: Runs in the process before its first call. An ImportError in it means that the worker is unavailable.
        limits: The limits of the process.
        patience: The number of seconds that `call` waits for its turn.
    """

    def __init__(
        self, prepare: Callable[[], object] = import_keras, *, limits: Limits | None = None, patience: float = 60
    ):
        self._process = WorkerProcess(prepare, limits or Limits())
        self._patience = patience
        self._turns = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._waiting: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Adds a call to the queue.

        Args:
            fn: A function that the process can import.
            *args: Its arguments.
            **kwargs: Its named arguments.

        Returns:
            A future of the function's result, of its exception, or of a `WorkerError`. A call whose future is cancelled
            before its turn is dropped.
        """
        future = self._turns.submit(self._process.run, fn, args, kwargs)
        self._waiting.append(future)
        future.add_done_callback(self._waiting.remove)
        return future

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Submits a call, and waits for its result.

        Raises:
            WorkerBusy: If the turn of the call does not come within `patience` seconds; the call is dropped.
            WorkerError: If there is no result; the subclass says why.
            Exception: Any exception that the function raises.
        """
        future = self.submit(function, *args, **kwargs)
        wait([future], timeout=self._patience)
        if future.cancel():
            raise WorkerBusy(self._patience)
        return future.result()

    def place(self, future: "Future[Any]") -> int:
        """The number of calls before this one; 0 if it is running or done."""
        waiting = tuple(self._waiting)
        return waiting.index(future) if future in waiting else 0

    def state(self) -> State:
        """Whether the process is off, starting, ready for a call or busy with one."""
        return self._process.state()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more calls, and ends the process: after the last call, or immediately if `wait` is False."""
        self._turns.shutdown(wait=wait, cancel_futures=cancel_futures or not wait)
        self._process.end()


def shared_worker() -> Worker:
    """The worker of this server, which all visitors share."""
    return _shared()


@functools.cache
def _shared() -> Worker:
    return Worker()


@functools.cache
def shared_reader() -> Worker:
    """The process that reads large files, shared by all visitors: in the server, a file would make others wait."""
    return Worker(_no_preparation, limits=Limits(seconds=60, start_memory=300 * MEBIBYTE))


def _no_preparation() -> None:
    """Does nothing: the code that reads a file is imported with the call."""
