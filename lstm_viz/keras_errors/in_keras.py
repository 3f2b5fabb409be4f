"""Calls Keras, and keeps what it says against the call."""

from collections.abc import Callable
from typing import TypeVar

from tensorflow.errors import OpError

from lstm_viz.keras_errors.refusal import KerasError

Result = TypeVar("Result")


def attempt(function: Callable[..., Result], *args: object, **kwargs: object) -> Result | KerasError:
    """The function's result, or what Keras says against the call.

    To be called in the worker: what goes wrong there with a call that is meant to work is no refusal.

    Args:
        function: Builds or calls Keras layers.
        *args: Its arguments.
        **kwargs: Its named arguments.
    """
    try:
        return function(*args, **kwargs)
    except (ValueError, TypeError, RuntimeError, OpError) as error:
        return KerasError(type(error).__name__, str(error))
