"""A function that runs where Keras is, by its name: whoever names it imports no Keras."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Remote(Generic[Arguments, Result]):
    """A function of a module that imports Keras; called in the worker, which resolves it there.

    Say its type where it is named: `FLOW: Remote[[FlowSettings, str], GradientFlow] = Remote("…in_keras:flow_of")`.

    Attributes:
        path: "lstm_viz.lessons.stateful.in_keras:three_ways". The function is pure: its arguments and its result are
            numbers, texts, arrays, and tuples and frozen dataclasses of such.
    """

    path: str

    @property
    def __name__(self) -> str:
        """The function's own name."""
        return self.path.partition(":")[2]

    def resolve(self) -> Callable[Arguments, Result]:
        """The function itself; importing it imports Keras.

        Raises:
            ImportError: If there is no such module.
            AttributeError: If the module has no such function.
        """
        module, _, name = self.path.partition(":")
        return getattr(importlib.import_module(module), name)

    def __call__(self, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        """Calls the function in this process."""
        return self.resolve()(*args, **kwargs)
