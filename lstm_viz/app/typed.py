"""What is typed on a page: if it is wrong, what was there before stays."""

from collections.abc import Callable
from typing import TypeVar

from lstm_viz.app.page import Page
from lstm_viz.data import InputError

Value = TypeVar("Value")


def last_valid(page: Page, name: str, read: Callable[[], Value], fallback: Value) -> tuple[Value, InputError | None]:
    """What `read` makes of the page's controls, or the last that it could make of them.

    Args:
        page: Where it is typed.
        name: Under which the session keeps it. Values that cannot stand for each other have different names.
        read: Gives the value; raises an InputError if what is typed is wrong.
        fallback: The value before anything was right.

    Returns:
        The value, and what is wrong.
    """
    key = f"valid_{name}"
    try:
        value = read()
    except InputError as problem:
        kept = page.find(key)
        return (fallback if kept is None else kept), problem
    page.set(**{key: value})
    return value, None
