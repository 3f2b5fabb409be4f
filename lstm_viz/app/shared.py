"""Results that the server computes once for all visitors.

Streamlit's own caches compute a digest of all arguments at each call, and a browser can empty them. Here the arguments
themselves are the key.
"""

import inspect
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Shared(Generic[Arguments, Result]):
    """A function that keeps its latest results. A result is shared, so nobody may change it.

    The arguments must be hashable, except those whose name begins with "_": they are not a part of the key, and always
    come with the same other arguments. While one thread computes a result, others who ask for it wait.
    """

    def __init__(self, function: Callable[Arguments, Result], most: int):
        names = inspect.signature(function).parameters
        self._key_places = [place for place, name in enumerate(names) if not name.startswith("_")]
        self._function, self._most = function, most
        self._results: OrderedDict[Hashable, Result] = OrderedDict()
        self._computing: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def __call__(self, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        """The kept result for these arguments, or a new one."""
        key = self._key(*args, **kwargs)
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return self._results[key]
            computing = self._computing.setdefault(key, threading.Lock())
        with computing:
            if key in self._results:  # another thread has computed it meanwhile
                return self._results[key]
            try:
                result = self._results[key] = self._function(*args, **kwargs)
            finally:
                self._forget(key)
        return result

    def knows(self, *args: Arguments.args, **kwargs: Arguments.kwargs) -> bool:
        """Whether there is a result for these arguments."""
        return self._key(*args, **kwargs) in self._results

    def _key(self, *args: object, **kwargs: object) -> Hashable:
        return tuple(args[at] for at in self._key_places if at < len(args)), tuple(sorted(kwargs.items()))

    def _forget(self, computed: Hashable) -> None:
        with self._lock:
            self._computing.pop(computed, None)
            while len(self._results) > self._most:
                self._results.popitem(last=False)

    def clear(self) -> None:
        """Forgets all results."""
        with self._lock:
            self._results.clear()


def shared(most: int) -> Callable[[Callable[Arguments, Result]], Shared[Arguments, Result]]:
    """A decorator that keeps the latest results of a function.

    Args:
        most: The number of results that are kept.
    """
    return lambda function: Shared(function, most)
