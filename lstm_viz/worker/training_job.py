"""One visitor's training: several networks in turn, one chunk at a time, as long as the page asks for more."""

import statistics
import time
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from lstm_viz.training.trainable import Trainable
from lstm_viz.worker import KerasWorker, State
from lstm_viz.worker.errors import WorkerError

AnyRun = TypeVar("AnyRun", bound=Trainable)


class _Asked(NamedTuple):
    network: str
    length: int
    time: float
    future: "Future[Any]"


@dataclass
class TrainingJob(Generic[AnyRun]):
    """Training in calls to the worker: each `look` takes the chunk that is ready, and asks for the next chunk.

    A visitor who stops, closes the browser or loses the worker loses at most the current chunk, and no thread waits.
    A job has at most one chunk in the worker's queue, so visitors who train at the same time take turns.

    Attributes:
        runs: Network → its run so far. The run that has come least far is trained next.
        goal: The `position` that each run is to reach.
        worker: The worker that runs Keras.
        problem: The error, if the last chunk gave no result. Then the job is over; another can continue from its runs.
    """

    runs: dict[str, AnyRun]
    goal: int
    worker: KerasWorker
    problem: WorkerError | None = None
    _asked: _Asked | None = None
    _last: dict[str, Any] = field(default_factory=dict)
    _pace: dict[str, float] = field(default_factory=dict)
    _is_stopped: bool = False

    def look(self) -> None:
        """Takes the current chunk if it is ready, and asks for the next chunk."""
        if self._asked is not None and self._asked.future.done():
            self._take(self._asked)
        if self._asked is None and not self.is_over:
            self._ask(min(self._unfinished(), key=lambda network: self.runs[network].position))

    def wait(self, seconds: float) -> None:
        """Waits until the current chunk is ready, for at most `seconds`."""
        if self._asked is not None:
            wait([self._asked.future], timeout=seconds)

    def watch(self, seconds: float) -> None:
        """Takes chunks and asks for more until the job is over, for at most `seconds`."""
        end = time.monotonic() + seconds
        while not self.is_over and (left := end - time.monotonic()) > 0:
            self.wait(left)
            self.look()

    def stop(self) -> None:
        """Asks for no more chunks, and drops the current one."""
        if self._asked is not None:
            self._asked.future.cancel()
        self._asked, self._is_stopped = None, True

    @property
    def is_over(self) -> bool:
        """Whether the job has finished, was stopped, or has a problem."""
        return self._is_stopped or self.problem is not None or not self._unfinished()

    @property
    def place(self) -> int:
        """The number of calls in the worker's queue before the call of this job."""
        return 0 if self._asked is None else self.worker.place(self._asked.future)

    @property
    def state(self) -> State:
        """The state of the process that is to run the call of this job; "ready" if there is no call."""
        return "ready" if self._asked is None else self.worker.state(self._asked.future)

    @property
    def done(self) -> float:
        """The fraction of the training that is done, 0 … 1."""
        return 1 - sum(map(self._left, self.runs.values())) / (self.goal * len(self.runs))

    @property
    def seconds_left(self) -> float | None:
        """The seconds until the end at the current pace, other visitors' turns included; None if not known yet."""
        if not self._pace:
            return None
        usual = statistics.fmean(self._pace.values())
        return sum(self._left(run) * self._pace.get(network, usual) for network, run in self.runs.items())

    def _unfinished(self) -> list[str]:
        return [network for network, run in self.runs.items() if self._left(run)]

    def _left(self, run: AnyRun) -> int:
        return 0 if run.has_ended else max(self.goal - run.position, 0)

    def _ask(self, network: str) -> None:
        run = self.runs[network]
        function, arguments, length = run.next_chunk(self._last.get(network), self._left(run))
        self._asked = _Asked(network, length, time.monotonic(), self.worker.submit_chunk(function, *arguments))

    def _take(self, asked: _Asked) -> None:
        self._asked = None
        try:
            chunk = asked.future.result()
        except WorkerError as problem:
            self.problem = problem
            return
        if asked.network in self._last:  # the first chunk compiles, so it does not tell the pace
            self._pace[asked.network] = (time.monotonic() - asked.time) / asked.length
        self._last[asked.network] = chunk
        self.runs[asked.network] = self.runs[asked.network].extended(chunk)
