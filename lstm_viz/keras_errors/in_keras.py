"""Calls Keras, and returns a Keras error as a value."""

from collections.abc import Callable
from typing import TypeVar

from tensorflow.errors import OpError

from lstm_viz.keras_errors.refusal import KerasError

Result = TypeVar("Result")


def attempt(function: Callable[..., Result], *args: object, **kwargs: object) -> Result | KerasError:
    """The function's result, or the error that Keras raises.

    It is for calls in the worker that Keras may not accept. The error of a call that should work stays an exception.

    Args:
        function: Builds or calls Keras layers.
        *args: Its arguments.
        **kwargs: Its named arguments.
    """
    try:
        return function(*args, **kwargs)
    except (ValueError, TypeError, RuntimeError, OpError) as error:
        return KerasError(type(error).__name__, str(error))
