"""A question to Keras, for which several visitors may wait."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Question(Generic[Result]):
    """A call to the worker, which is asked once for all who wait for it, and dropped when nobody waits any more.

    The result is kept. An error is not: the next visitor asks again.

    Args:
        ask: Submits the call.
    """

    def __init__(self, ask: Callable[[], "Future[Result]"]):
        self._ask = ask
        self._lock = threading.Lock()
        self._waiting = 0
        self._future: Future[Result] | None = None

    @contextmanager
    def asked(self) -> "Iterator[Future[Result]]":
        """Yields the future of the result. As long as the block runs, the call keeps its place in the queue."""
        with self._lock:
            future = self._begun()
            self._waiting += 1
        try:
            yield future
        finally:
            with self._lock:
                self._waiting -= 1
                if not self._waiting and self._future is not None:
                    self._future.cancel()  # without effect once the call has begun

    def ask_ahead(self) -> "Future[Result]":
        """Asks, whether or not anybody waits: the answer is kept for whoever asks next."""
        with self._lock:
            return self._begun()

    def _begun(self) -> "Future[Result]":
        future = self._future
        if future is None or (future.done() and (future.cancelled() or future.exception() is not None)):
            future = self._future = self._ask()
        return future
