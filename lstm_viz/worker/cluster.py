"""Keras on the workers of a Dask cluster, which several servers share."""

import functools
import multiprocessing
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from lstm_viz.worker.errors import ClusterLost, WorkerMemory, WorkerUnavailable
from lstm_viz.worker.keras_worker import KerasWorker
from lstm_viz.worker.process import Limits, State, WorkerProcess

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 5
RETRY_SECONDS = 30
"""After a connection failed, so many seconds pass before the next one is tried."""
WATCH_SECONDS = 2
QUESTION_PRIORITY = 10
"""Questions pass trainings, whose chunks have priority 0."""
MOST_TRAININGS = 256
_STARTING = threading.Lock()


class Outcome(NamedTuple):
    """What a call gave on a worker of the cluster.

    Attributes:
        address: The worker.
        result: What the function returned.
        error: What it raised, or the `WorkerError` why there is no result; else None.
    """

    address: str
    result: Any
    error: BaseException | None


def run_here(
    prepare: Callable[[], object], limits: Limits, function: Callable[..., Any], args: Any, kwargs: Any
) -> Outcome:
    """Runs a call on a worker of the cluster.

    It runs in a process beside the worker's own, as on a server: with the same environment and the same number of
    threads, which decide the last bits; with its limits of time and memory; and without TensorFlow in Dask's process.
    """
    from distributed import get_worker

    turns, process = _process_here(prepare, limits)
    done = turns.submit(process.run, function, args, kwargs)
    error = done.exception()
    return Outcome(get_worker().address, None if error else done.result(), error)


def _process_here(prepare: Callable[[], object], limits: Limits) -> tuple[Executor, WorkerProcess]:
    with _STARTING:
        return _new_process(prepare, limits)


@functools.cache
def _new_process(prepare: Callable[[], object], limits: Limits) -> tuple[Executor, WorkerProcess]:
    # Dask starts its workers as daemons, which may not start processes. Ours ends when the worker has ended.
    multiprocessing.current_process().daemon = False
    return ThreadPoolExecutor(1), WorkerProcess(prepare, limits)


@dataclass(eq=False)
class _Call:
    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    is_chunk: bool
    future: "Future[Any]" = field(default_factory=Future)
    sent: "Future[Outcome] | None" = None
    address: str = ""
    here: "Future[Any] | None" = None

    @property
    def training(self) -> str:
        """What the chunks of one training have in common: the function and its first argument, the settings."""
        return repr((self.function, self.args[:1])) if self.is_chunk else ""


class ClusterWorker(Executor):
    """Runs calls on the workers of a Dask cluster, as many at a time as it has workers.

    If a worker dies, Dask gives its call to another one. If the scheduler does not answer, or has no workers, the calls
    run on this server, until there is a cluster again. Every method may be called from any thread.

    Args:
        address: The address of the scheduler, such as "tcp://10.0.0.5:8786".
        local: What takes over.
        prepare: See `Worker`.
        limits: The limits of the process beside each worker of the cluster.

    Raises:
        ImportError: If Dask is not installed.
    """

    def __init__(self, address: str, local: KerasWorker, prepare: Callable[[], object], limits: Limits | None = None):
        if find_spec("distributed") is None:
            raise ImportError('LSTM_VIZ_SCHEDULER is set, and needs Dask: pip install "lstm-viz[cluster]"')
        self._address, self._local = address, local
        self._prepare, self._limits = prepare, limits or Limits()
        self._client: Client | None = None
        self._try_again = 0.0
        self._threads: dict[str, int] = {}
        self._warmed: set[str] = set()
        self._calls: list[_Call] = []
        self._trained_at: dict[str, str] = {}
        self._moving = threading.Lock()
        self._sender = ThreadPoolExecutor(1, thread_name_prefix="cluster")
        self._is_ended = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Adds a question; see `Worker.submit`."""
        return self._add(_Call(fn, args, kwargs, is_chunk=False))

    def submit_chunk(self, function: Callable[..., Any], /, *args: Any) -> "Future[Any]":
        """Adds a chunk of a training; see `Worker.submit_chunk`."""
        return self._add(_Call(function, args, {}, is_chunk=True))

    def warm_up(self) -> None:
        """Starts Keras beside each worker that has not started it for this server; without a cluster, here."""
        self._sender.submit(self._warm)

    def place(self, future: "Future[Any]") -> int:
        """The number of calls of this server before this one; 0 if it is running or done."""
        call = self._find(future)
        if call is None:
            return 0
        if call.here is not None:
            return self._local.place(call.here)
        on_cluster = [other for other in tuple(self._calls) if other.here is None]
        before = on_cluster.index(call) if call in on_cluster else 0
        return max(before + 1 - max(sum(self._threads.values()), 1), 0)

    def state(self, future: "Future[Any] | None" = None) -> State:
        """The state of what is to run a call: "alone" if that is this server, which has to start Keras for it."""
        call = None if future is None else self._find(future)
        if call is not None and call.here is not None:
            state = self._local.state(call.here)
            return "alone" if state in ("off", "starting") else state
        return "starting" if call is not None and call.sent is None else "ready"

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more calls, and drops those that run or wait on the cluster."""
        self._is_ended.set()
        self._sender.shutdown(wait=False, cancel_futures=True)
        self._local.shutdown(wait, cancel_futures=cancel_futures)
        if self._client is not None:
            self._client.close(timeout=CONNECT_SECONDS)

    def _find(self, future: "Future[Any]") -> _Call | None:
        return next((call for call in tuple(self._calls) if call.future is future), None)

    def _add(self, call: _Call) -> "Future[Any]":
        self._calls.append(call)
        call.future.add_done_callback(lambda _future: self._drop(call))
        self._sender.submit(self._send, call).add_done_callback(partial(self._move_unsent, call))
        return call.future

    def _move_unsent(self, call: _Call, sending: "Future[None]") -> None:
        """Moves a call that could not be sent, for whatever reason: else whoever waits for it would wait for ever."""
        if not sending.cancelled() and sending.exception() is not None:
            self._move(call)

    def _drop(self, call: _Call) -> None:
        self._calls.remove(call)
        for other in (call.sent, call.here):
            if other is not None:
                other.cancel()  # without effect once it is done

    def _send(self, call: _Call) -> None:
        if call.future.done():
            return
        client = self._connected()
        if client is None:
            self._move(call)
            return
        call.address = self._address_for(call)
        options: dict[str, Any] = {"priority": 0 if call.is_chunk else QUESTION_PRIORITY}
        if call.address:
            options |= {"workers": [call.address], "allow_other_workers": True}
        arguments = (self._prepare, self._limits, call.function, call.args, call.kwargs)
        call.sent = client.get_executor(pure=False).submit(run_here, *arguments, **options)
        call.sent.add_done_callback(partial(self._take, call))
        if call.future.cancelled():  # meanwhile
            call.sent.cancel()

    def _address_for(self, call: _Call) -> str:
        """The worker that ran the last chunk of the training and has it compiled, if it trains nothing else now."""
        address = self._trained_at.get(call.training, "")
        others = {other.address for other in tuple(self._calls) if other is not call and other.is_chunk}
        return "" if address in others else address

    def _take(self, call: _Call, sent: "Future[Outcome]") -> None:
        if call.future.done() or call.here is not None:
            return
        # An exception here is Dask's: one of the function is in the outcome.
        outcome = None if sent.cancelled() or sent.exception() is not None else sent.result()
        if outcome is None or _cannot_start(outcome.error):
            self._move(call)
            return
        if call.is_chunk:
            self._trained_at.pop(call.training, None)
            self._trained_at[call.training] = outcome.address
            for oldest in list(self._trained_at)[:-MOST_TRAININGS]:
                del self._trained_at[oldest]
        _settle(call.future, outcome.result, outcome.error)

    def _move(self, call: _Call) -> None:
        """Lets the local worker run a call: every call is a pure function, so it may run twice."""
        with self._moving:
            if call.here is not None or call.future.done():
                return
            submit = self._local.submit_chunk if call.is_chunk else self._local.submit
            try:
                call.here = submit(call.function, *call.args, **call.kwargs)
            except RuntimeError:  # shut down
                call.future.cancel()
                return
        call.here.add_done_callback(partial(self._take_local, call))

    def _take_local(self, call: _Call, here: "Future[Any]") -> None:
        if call.future.done() or here.cancelled():
            call.future.cancel()
            return
        error = here.exception()
        if _cannot_start(error):
            error = ClusterLost()
        _settle(call.future, None if error else here.result(), error)

    def _connected(self) -> "Client | None":
        """The client, if the cluster answers and has workers. Only the sender calls this, because it may wait."""
        if self._client is None or self._client.status != "running":
            if time.monotonic() < self._try_again or self._is_ended.is_set():
                return None
            self._try_again = time.monotonic() + RETRY_SECONDS
            self._connect()
        return self._client if self._has_workers() else None

    def _connect(self) -> None:
        from distributed import Client  # takes most of a second, for which no page should wait

        if self._client is not None:
            self._client.close(timeout=CONNECT_SECONDS)
        try:
            self._client = Client(self._address, timeout=CONNECT_SECONDS, set_as_default=False, name="lstm_viz")
        except (OSError, ValueError):  # nobody answers; the address is none
            self._client = None
        self._warmed = set()

    def _has_workers(self) -> bool:
        client = self._client
        if client is None or client.status != "running":
            return False
        try:
            self._threads = client.sync(client.scheduler.ncores, callback_timeout=CONNECT_SECONDS)
        except OSError:
            return False
        return bool(self._threads)

    def _watch(self) -> None:
        """Moves the calls that the cluster has if it is lost while they run or wait."""
        while not self._is_ended.wait(WATCH_SECONDS):
            sent = [call for call in tuple(self._calls) if call.sent is not None and call.here is None]
            if sent and not self._has_workers():
                for call in sent:
                    self._move(call)

    def _warm(self) -> None:
        client = self._connected()
        if client is None:
            self._local.warm_up()
            return
        executor, kwargs = client.get_executor(pure=False), dict[str, Any]()
        for address in set(self._threads) - self._warmed:
            executor.submit(run_here, self._prepare, self._limits, _nothing, (), kwargs, workers=[address])
        self._warmed |= set(self._threads)


def _cannot_start(error: BaseException | None) -> bool:
    """Whether Keras cannot start where a call was to run."""
    return isinstance(error, WorkerUnavailable) or (isinstance(error, WorkerMemory) and error.available is not None)


def _settle(future: "Future[Any]", result: Any, error: BaseException | None) -> None:
    if not future.set_running_or_notify_cancel():
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)


def _nothing() -> None:
    """Does nothing: Keras is imported before the call."""
