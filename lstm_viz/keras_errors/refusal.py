"""A refusal of Keras or TensorFlow as a value."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True)
class KerasError:
    """An error that was raised by a call.

    Attributes:
        kind: The exception's class: "ValueError".
        message: Its text, as Keras wrote it.
    """

    kind: str
    message: str


def attempt(function: Callable[..., Result], *args: object, **kwargs: object) -> Result | KerasError:
    """The function's result, or what Keras says against the call.

    To be called in the worker: what goes wrong there with a call that is meant to work is no refusal.

    Args:
        function: Builds or calls Keras layers.
        *args: Its arguments.
        **kwargs: Its named arguments.
    """
    from tensorflow.errors import OpError

    try:
        return function(*args, **kwargs)
    except (ValueError, TypeError, RuntimeError, OpError) as error:
        return KerasError(type(error).__name__, str(error))
