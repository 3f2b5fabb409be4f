"""The process in which the app runs Keras.

The server's own process never imports Keras (docs/architecture.md says why). What must be Keras is a plain function
of plain arrays, handed to a `Worker`, which is a `concurrent.futures.Executor`: any other executor can stand in.
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
    """What a worker does before its first call."""
    import keras  # noqa: F401

    # Once a second at most, loky collects garbage in full after a call, and the next call waits for it: 160 ms if the
    # collector has to walk all of TensorFlow.
    gc.freeze()


class Worker(Executor):
    """Runs one call at a time in another process, in the order of asking.

    The process starts with the first call, ends when it has been idle, and is replaced when it dies. Every method may
    be called from any thread.

    Args:
        prepare: Run in the process before its first call; an ImportError in it means that the worker is unavailable.
        limits: What the process may take.
        patience: How many seconds `call` waits for its turn.
    """

    def __init__(
        self, prepare: Callable[[], object] = import_keras, *, limits: Limits | None = None, patience: float = 60
    ):
        self._process = WorkerProcess(prepare, limits or Limits())
        self._patience = patience
        self._turns = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._waiting: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Puts a call in the queue.

        Args:
            fn: A function that the process can import.
            *args: Its arguments.
            **kwargs: Its named arguments.

        Returns:
            A future of the function's result, of its exception, or of a `WorkerError`. Cancelled before its turn, it
            is dropped.
        """
        future = self._turns.submit(self._process.run, fn, args, kwargs)
        self._waiting.append(future)
        future.add_done_callback(self._waiting.remove)
        return future

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """The result of `submit`, waited for.

        Raises:
            WorkerBusy: If its turn has not come within the worker's patience; it is dropped.
            WorkerError: If there is no result, as told by its subclass.
            Exception: Whatever the function raises.
        """
        future = self.submit(function, *args, **kwargs)
        wait([future], timeout=self._patience)
        if future.cancel():
            raise WorkerBusy(self._patience)
        return future.result()

    def place(self, future: "Future[Any]") -> int:
        """How many calls are before this one: 0 if it is running or done."""
        waiting = tuple(self._waiting)
        return waiting.index(future) if future in waiting else 0

    def state(self) -> State:
        """Whether the process is off, starting, ready for a call or busy with one."""
        return self._process.state()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more calls, and ends the process: after the last, or now and in mid-call if not to `wait`."""
        self._turns.shutdown(wait=wait, cancel_futures=cancel_futures or not wait)
        self._process.end()


def shared_worker() -> Worker:
    """The worker of this server, for all its visitors."""
    return _shared()


@functools.cache
def _shared() -> Worker:
    return Worker()


@functools.cache
def shared_reader() -> Worker:
    """The process that reads large files, for all visitors: a file must not keep the server from the others."""
    return Worker(_no_preparation, limits=Limits(seconds=60, start_memory=300 * MEBIBYTE))


def _no_preparation() -> None:
    """A file's reader is imported with the call."""
