"""The two tasks of the page Attention: their symbols, their examples, and the right answer to what a visitor types."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from lstm_viz.i18n import N_

MARK = 0
"""The position of the mark: the decoder reads it as the start, and says it as the end."""
LETTERS = "ABCDEFGH"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FIRST_DAY, DAYS = date(1950, 1, 1), 36_525
"""The dates of the training: 1950-01-01 to 2049-12-31."""
MOST_TRAINED = 10
"""The longest sequence of letters in the training."""


@dataclass(frozen=True)
class Task:
    """What an encoder–decoder is trained for.

    Attributes:
        reads: The symbols that the encoder reads, in the order of their one-hot positions.
        says: The symbols that the decoder says; position 0, the mark, is before them.
        units: The units of each LSTM.
        most_read: The most symbols that a visitor may type: more than in the training, where the model begins to fail.
        most_said: The most steps of the decoder, if it never says the end.
        draw: Draws an example of the training: what is read, and the right answer.
        answer: The right answer to a text; None if there is none.
    """

    reads: str
    says: str
    units: int
    most_read: int
    most_said: int
    draw: Callable[[np.random.Generator], tuple[str, str]]
    answer: Callable[[str], str | None]

    @property
    def marks(self) -> int:
        """The number of positions of what the decoder reads and says."""
        return 1 + len(self.says)

    def read(self, text: str) -> np.ndarray:
        """The positions of a text's symbols, (time,)."""
        return np.array([self.reads.index(symbol) for symbol in text])

    def said(self, text: str) -> np.ndarray:
        """The positions that the decoder should say for an answer: its symbols, then the end, (time + 1,)."""
        return np.array([1 + self.says.index(symbol) for symbol in text] + [MARK])

    def text(self, positions: np.ndarray) -> str:
        """The symbols at positions up to the end."""
        symbols = ""
        for position in positions:
            if position == MARK:
                break
            symbols += self.says[position - 1]
        return symbols


def _draw_letters(draw: np.random.Generator) -> tuple[str, str]:
    text = "".join(draw.choice(list(LETTERS), size=draw.integers(1, MOST_TRAINED + 1)))
    return text, text[::-1]


FORMATS: Mapping[str, Callable[[date], str]] = {
    "31 May 2026": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "31 Oct 2026": lambda day: f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    "May 31, 2026": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "31.05.2026": lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
    "5/31/2026": lambda day: f"{day.month}/{day.day}/{day.year}",
    "2026년 5월 31일": lambda day: f"{day.year}년 {day.month}월 {day.day}일",
}
"""How the dates of the training are written: with dots the day is first, with strokes the month."""


def _draw_date(draw: np.random.Generator) -> tuple[str, str]:
    day = FIRST_DAY + timedelta(days=int(draw.integers(DAYS)))
    written = list(FORMATS.values())[draw.integers(len(FORMATS))]
    return written(day).lower(), day.isoformat()


_NAMED = "|".join(sorted((form for name in MONTHS for form in (name.lower(), name[:3].lower())), key=len)[::-1])
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<day>\d{{1,2}})[ -](?P<named>{_NAMED})[ -](?P<year>\d{{4}})",
        rf"(?P<named>{_NAMED}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})",
        r"(?P<year>\d{4})(?:년 ?|[./-] ?)(?P<month>\d{1,2})(?:월 ?|[./-] ?)(?P<day>\d{1,2})[일.]?",
    )
)


def date_of(text: str) -> str | None:
    """The date that a text in lower case stands for, such as 2026-05-31; None if it stands for none that we know."""
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            short = [name[:3].lower() for name in MONTHS]
            month = 1 + short.index(parts["named"][:3]) if parts.get("named") else int(parts["month"])
            try:
                return date(int(parts["year"]), month, int(parts["day"])).isoformat()
            except ValueError:
                return None
    return None


TASKS: dict[str, Task] = {
    "reverse": Task(LETTERS, LETTERS, 24, 16, 20, _draw_letters, lambda text: text[::-1]),
    "dates": Task("0123456789 ,./-abcdefghijlmnoprstuvy년월일", "0123456789-", 48, 24, 14, _draw_date, date_of),
}
TITLES = {"reverse": N_("Reverse a sequence"), "dates": N_("Dates")}
