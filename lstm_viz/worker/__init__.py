"""The process in which the app runs Keras.

The server's own process never imports Keras (docs/architecture.md says why). Code that needs Keras is a function of
plain arrays, which a `Worker` runs. A `Worker` is a `concurrent.futures.Executor`: any other executor can replace it.
"""

import functools
import gc
import os
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from typing import Any, NamedTuple

from lstm_viz.worker.errors import WorkerBusy
from lstm_viz.worker.keras_worker import KerasWorker
from lstm_viz.worker.memory import MEBIBYTE
from lstm_viz.worker.process import Limits, State, WorkerProcess

__all__ = ["KerasWorker", "Limits", "State", "Worker", "end_shared", "import_keras", "shared_reader", "shared_worker"]


def import_keras() -> None:
    """Prepares a worker for its first call."""
    # Keras imports pandas if it can, only to know its tables by their type. That takes 0.6 s and 70 MiB.
    sys.modules["pandas"] = None  # type: ignore[assignment]
    import keras  # noqa: F401

    del sys.modules["pandas"]
    # After a call, at most once a second, loky runs a full garbage collection, and the next call waits for it. It takes
    # 160 ms if the objects of TensorFlow are part of it.
    gc.freeze()


class _Call(NamedTuple):
    future: "Future[Any]"
    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    is_chunk: bool


class Worker(Executor):
    """Runs calls in another process, one at a time: first the questions, then the chunks of trainings.

    Questions are short, and are taken in the order in which they are submitted. So are chunks: a training submits its
    next chunk when it has the last one, so trainings take turns.

    The process starts with the first call, ends when it has been idle, and is replaced if it dies. Every method may be
    called from any thread.

    Args:
        prepare: Runs in the process before its first call. An ImportError in it means that the worker is unavailable.
        limits: The limits of the process.
        patience: The number of seconds that `call` waits for its turn.
        trainer: Another worker, which starts when a call has to wait for a chunk, and then runs all chunks: to compile
            a training takes seconds. Until it is ready, and if it cannot start, this worker runs the chunks.
    """

    def __init__(
        self,
        prepare: Callable[[], object] = import_keras,
        *,
        limits: Limits | None = None,
        patience: float = 60,
        trainer: "Worker | None" = None,
    ):
        self._process = WorkerProcess(prepare, limits or Limits())
        self._patience = patience
        self._trainer = trainer
        self._turns = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._questions: deque[_Call] = deque()
        self._chunks: deque[_Call] = deque()
        self._running: _Call | None = None
        self._warmed: Future[Any] | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Adds a question to the queue.

        Args:
            fn: A function that the process can import.
            *args: Its arguments.
            **kwargs: Its named arguments.

        Returns:
            A future of the function's result, of its exception, or of a `WorkerError`. A call whose future is cancelled
            before its turn is dropped.
        """
        return self._add(_Call(Future(), fn, args, kwargs, is_chunk=False))

    def submit_chunk(self, function: Callable[..., Any], /, *args: Any) -> "Future[Any]":
        """Adds a chunk of a training to the queue; see `submit`."""
        return self._add(_Call(Future(), function, args, {}, is_chunk=True))

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Submits a question, and waits for its result.

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

    def warm_up(self) -> None:
        """Starts the process for calls to come, if it is off. If that has failed before, this does nothing."""
        has_failed = self._warmed is not None and self._warmed.done() and self._warmed.exception() is not None
        if self.state() == "off" and not self._line() and not has_failed:
            self._warmed = self.submit(_nothing)

    def place(self, future: "Future[Any]") -> int:
        """The number of calls before this one; 0 if it is running or done."""
        line = self._line()
        if future in line:
            return line.index(future)
        return 0 if self._trainer is None else self._trainer.place(future)

    def state(self, future: "Future[Any] | None" = None) -> State:
        """Whether the process is off, starting, starting again after it died, ready for a call or busy with one.

        Args:
            future: If given, the state is that of the process which is to run this call.
        """
        if future is not None and self._trainer is not None and future not in self._line():
            return self._trainer.state()
        return self._process.state()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more calls, and ends the process: after the last call, or immediately if `wait` is False.

        If it ends immediately, the calls that run or wait end with `WorkerDied`.
        """
        if cancel_futures:
            for future in self._line():
                future.cancel()
        self._turns.shutdown(wait=wait)
        self._process.end()
        if self._trainer is not None:
            self._trainer.shutdown(wait, cancel_futures=cancel_futures)

    def _line(self) -> "list[Future[Any]]":
        """The calls that run or wait, in the order of their turns."""
        running = [self._running] if self._running is not None else []
        calls = (*running, *self._questions, *self._chunks)
        return [call.future for call in calls if not call.future.done()]

    def _add(self, call: _Call) -> "Future[Any]":
        before, line = self._running, self._chunks if call.is_chunk else self._questions
        if self._trainer is not None and before is not None and before.is_chunk and not before.future.done():
            self._trainer.warm_up()
        line.append(call)
        try:
            self._turns.submit(self._take_turn)
        except RuntimeError:  # shut down
            line.remove(call)
            call.future.cancel()
            raise
        return call.future

    def _take_turn(self) -> None:
        """Runs the call whose turn it is: there are as many turns as calls."""
        call = (self._questions or self._chunks).popleft()
        if call.is_chunk and self._trainer is not None and self._trainer.state() not in ("off", "starting"):
            self._trainer._add(call)
        elif call.future.set_running_or_notify_cancel():
            self._running = call
            with _ErrorsTo(call.future):
                call.future.set_result(self._process.run(call.function, call.args, call.kwargs))


class _ErrorsTo:
    """Passes any error of its block on to a future, as every executor does."""

    def __init__(self, future: "Future[Any]"):
        self._future = future

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> bool:
        if error is not None:
            self._future.set_exception(error)
        return error is not None


def shared_worker() -> KerasWorker:
    """The worker of this server, which all visitors share: a process, or the cluster of LSTM_VIZ_SCHEDULER."""
    return _shared()


@functools.cache
def _shared() -> KerasWorker:
    local = Worker(trainer=Worker())
    if address := os.environ.get("LSTM_VIZ_SCHEDULER"):
        from lstm_viz.worker.cluster import ClusterWorker  # Dask is not needed otherwise

        return ClusterWorker(address, local, import_keras)
    return local


@functools.cache
def shared_reader() -> Worker:
    """The process that reads large files, shared by all visitors: in the server, a file would make others wait."""
    return Worker(_nothing, limits=Limits(seconds=60, start_memory=300 * MEBIBYTE))


def end_shared() -> None:
    """Ends the processes that `shared_worker` and `shared_reader` have started."""
    for shared in (_shared, shared_reader):
        if shared.cache_info().currsize:
            shared().shutdown(wait=False)


def _nothing() -> None:
    """Does nothing. The code that reads a file is imported with the call."""
