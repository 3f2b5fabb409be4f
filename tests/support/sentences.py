"""What a reader says of something that it refuses."""

from __future__ import annotations

from collections.abc import Callable

from lstm_viz.data import InputError
from lstm_viz.i18n import translation


def refusal(read: Callable[[], object]) -> str:
    """The sentence with which something is refused, "" if it is taken. It is ours, in both languages, and not long."""
    refused = None
    try:
        read()
    except InputError as problem:
        refused = problem
    told = checked(refused) if refused else ""
    assert told.endswith((".", "?")) or not refused, told
    return told


def checked(problem: InputError) -> str:
    """The English sentence of an error, once both languages are known to have it."""
    korean = translation("ko").gettext(problem.template)
    assert korean != problem.template, f"not in the catalogue: {problem.template}"
    for text in (str(problem), korean.format(**problem.values)):
        assert len(text) < 600, text
    for value in problem.values.values():
        if isinstance(value, InputError):
            checked(value)
    return str(problem)
