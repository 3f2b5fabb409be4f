"""What every worker does that runs Keras for a server."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol

from lstm_viz.worker.process import State


class KerasWorker(Protocol):
    """A `concurrent.futures.Executor` for pure functions that use Keras; `Worker` tells its methods."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Adds a question."""

    def submit_chunk(self, function: Callable[..., Any], /, *args: Any) -> "Future[Any]":
        """Adds a chunk of a training."""

    def warm_up(self) -> None:
        """Starts Keras for calls to come."""

    def place(self, future: "Future[Any]") -> int:
        """The number of calls before this one."""

    def state(self, future: "Future[Any] | None" = None) -> State:
        """The state of the process that is to run this call."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more calls."""
