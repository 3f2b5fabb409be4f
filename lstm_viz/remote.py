"""A function that runs where Keras is loaded, given by its name: the caller does not import Keras."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Remote(Generic[Arguments, Result]):
    """A function of a module that imports Keras. The worker imports the module and calls the function.

    Give its type in the assignment: `FLOW: Remote[[FlowSettings, str], GradientFlow] = Remote("…in_keras:flow_of")`.

    Attributes:
        path: Module and function, as "lstm_viz.lessons.stateful.in_keras:three_ways". The function is pure: its
            arguments and result are numbers, texts, arrays, or tuples and frozen dataclasses of these.
    """

    path: str

    @property
    def __name__(self) -> str:
        """The function's own name."""
        return self.path.partition(":")[2]

    def resolve(self) -> Callable[Arguments, Result]:
        """Imports the function, and Keras with it.

        Raises:
            ImportError: If the module does not exist.
            AttributeError: If the module has no such function.
        """
        module, _, name = self.path.partition(":")
        return getattr(importlib.import_module(module), name)

    def __call__(self, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        """Calls the function in this process."""
        return self.resolve()(*args, **kwargs)
