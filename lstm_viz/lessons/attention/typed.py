"""Reads what a visitor types for a task, and names the right answer to it."""

import unicodedata
from dataclasses import dataclass

from lstm_viz.data import InputError
from lstm_viz.lessons.attention.tasks import TASKS, Task

DEFAULT_TEXTS = {"reverse": "ABCDEFG", "dates": "31 May 2026"}


@dataclass(frozen=True)
class Typed:
    """A valid input of a task.

    Attributes:
        name: One of `tasks.TASKS`.
        text: The symbols that the encoder reads.
    """

    name: str
    text: str

    @property
    def task(self) -> Task:
        """The task."""
        return TASKS[self.name]

    @property
    def right(self) -> str | None:
        """The right answer; None if there is none, as for a day that does not exist."""
        return self.task.answer(self.text)

    @property
    def most(self) -> int:
        """The most steps that the decoder takes: it may forget to say the end."""
        return self.task.most_said


def typed(name: str, text: str) -> Typed:
    """Reads the input of a task: letters in upper case without blanks, a date in lower case with single blanks.

    Raises:
        InputError: If the text is empty or too long, or has a character that the model does not know.
    """
    task, words = TASKS[name], unicodedata.normalize("NFKC", text).split()
    symbols = "".join(words).replace(",", "").upper() if name == "reverse" else " ".join(words).lower()
    if not symbols:
        raise InputError("Nothing is typed: this model reads 1 to {most} characters.", most=task.most_read)
    for position, symbol in enumerate(symbols, start=1):
        if symbol not in task.reads:
            raise InputError(
                "This model does not know “{symbol}”, at position {position}. It knows: {known}",
                symbol=symbol,
                position=position,
                known=" ".join(task.reads.replace(" ", "")),
            )
    if len(symbols) > task.most_read:
        raise InputError(
            "This model reads at most {most} characters, not {count}.", most=task.most_read, count=len(symbols)
        )
    return Typed(name, symbols)
