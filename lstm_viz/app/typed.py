"""Typed input of a page: while it is invalid, the last valid value stays."""

from collections.abc import Callable
from typing import TypeVar

from lstm_viz.app.page import Page
from lstm_viz.data import InputError

Value = TypeVar("Value")


def last_valid(page: Page, name: str, read: Callable[[], Value], fallback: Value) -> tuple[Value, InputError | None]:
    """The value that `read` makes of the page's controls, or the last valid one.

    Args:
        page: The page of the controls.
        name: The name under which the session keeps the value. Values that cannot replace each other have different
            names.
        read: Returns the value; raises an InputError if the typed input is invalid.
        fallback: The value to use if there is no valid one yet.

    Returns:
        The value, and the error of the typed input; None if it is valid.
    """
    key = f"valid_{name}"
    try:
        value = read()
    except InputError as problem:
        kept = page.find(key)
        return (fallback if kept is None else kept), problem
    page.set(**{key: value})
    return value, None
