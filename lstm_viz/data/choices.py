"""What a person may say of a file. Each choice is declared once, for `read_series`, the page, its link and script."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from lstm_viz.data.cells import is_number
from lstm_viz.data.dates import WRITTEN
from lstm_viz.i18n import N_, Translate
from lstm_viz.problem import InputError

MOST_HEADER = 5
MOST_LISTED = 1000
DOWN, RIGHT, MONTHS, QUARTERS, HOURS = "downwards", "rightwards", "months", "quarters", "hours"
YEARS = "years"
OLDEST, NEWEST, SORTED, UNKNOWN = "oldest first", "newest first: turned round", "mixed: sorted", "unknown"
NONE = "0"
NAMELESS = N_("column {number}")
NO_OPTION = N_("“{value}” cannot be chosen for {choice}. It is one of {options}.")
SAME_MARK = N_("“{mark}” cannot be both the decimal mark and the thousands separator.")
NO_ROWS = N_("“{word}” is not a row number. Write numbers of rows such as 1-3, 9, or 0 to keep all rows.")
NO_COLUMNS = N_("“{word}” is not a column number.")
NO_NUMBER = N_("“{word}” is not a number.")
NO_FACTOR = N_("“{word}” is not a factor. Write a unit and its factor, such as K=1000 or %=0.01.")


@dataclass(frozen=True)
class Option:
    """One of the values that a choice has.

    Attributes:
        word: What stands for it in a link.
        value: The value that `read_series` takes.
        title: Its title, English, marked for the catalogue; "" if the word is its title.
    """

    word: str
    value: Any
    title: str = ""


@dataclass(frozen=True)
class Declared:
    """A choice, as it is declared.

    Attributes:
        label: The label of its control, English, marked for the catalogue.
        options: Its values; none if it is a text that `parse` reads.
        parse: The value that a text of a link or a control stands for. It may raise an InputError.
        help: The help of its control.
    """

    label: str
    options: tuple[Option, ...] = ()
    parse: Callable[[str], Any] = str
    help: str = ""

    def read(self, text: str) -> Any:
        """The value for a text of a link or a control; None for an empty one.

        Raises:
            InputError: If the text stands for no value.
        """
        if not text.strip():
            return None
        if self.options:
            return next(option.value for option in self.options if option.word == text)
        return self.parse(text.strip())


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _lines(text: str) -> tuple[int, ...]:
    """The rows in a text such as 1-3, 9; none for 0."""
    found: list[int] = []
    for word in _words(text):
        first, _, last = word.partition("-")
        if not (first + (last or "0")).isdecimal() or not first.isascii() or len(word) > 15:
            raise InputError(NO_ROWS, word=word)
        if len(found) < MOST_LISTED:
            found += range(int(first), min(int(last or first), int(first) + MOST_LISTED) + 1)
    return tuple(line for line in found[:MOST_LISTED] if line)


def _columns(text: str) -> tuple[int, ...]:
    """The columns in a text such as 1,2, counted from 1; none for 0."""
    for word in _words(text):
        if not (word.isdecimal() and word.isascii() and len(word) < 5):
            raise InputError(NO_COLUMNS, word=word)
    return tuple(int(word) for word in _words(text) if int(word))


def _numbers(text: str) -> tuple[float, ...]:
    for word in _words(text):
        if not is_number(word, "."):
            raise InputError(NO_NUMBER, word=word)
    return tuple(map(float, _words(text)))


def _factors(text: str) -> dict[str, float]:
    """Unit → factor, in a text such as K=1000, %=0.01."""
    found = {}
    for word in _words(text):
        unit, _, factor = word.partition("=")
        if not unit or not is_number(factor, "."):
            raise InputError(NO_FACTOR, word=word)
        found[unit] = float(factor)
    return found


def _choice(
    label: str,
    options: Sequence[Option] = (),
    parse: Callable[[str], Any] = str,
    help: str = "",  # noqa: A002
) -> Any:
    return field(default=None, metadata={"declared": Declared(label, tuple(options), parse, help)})


@dataclass(frozen=True)
class Choices:
    """What a person says of a file; None where the file itself shall tell. Columns may be names, or numbers from 1.

    Attributes:
        encoding: The encoding of the file.
        separator: The separator between two cells; a line feed if there is a single column.
        decimal: The decimal mark, "." or ",".
        thousands: The mark between thousands; "" if there is none.
        header: The number of rows that hold the names of the columns.
        leave_out: The rows of the file that are left out, counted from 1; () to keep all.
        layout: Where time runs: downwards, rightwards (each row is a series), or "months", "quarters" or "hours" (a
            column for each of them).
        dates: The column of dates, or the columns with their parts; () without dates.
        day_first: Whether 01/02/2026 begins with the day. `date_format` says it, too.
        date_format: How the dates are written: a key of `dates.WRITTEN`.
        order: How the rows are in the file: OLDEST, NEWEST or SORTED.
        stacked: The columns that say which series a row belongs to, where series are below each other; () if none are.
        series: The one of these series that is read.
        factors: A unit beside numbers → the factor by which they are multiplied.
        missing: Numbers that stand for a missing value, such as -200.
        nameless: What a column without a name is called, with {number}: a page says it in its reader's language.

    Raises:
        InputError: If a value is none of those that a choice has.
    """

    encoding: str | None = _choice(
        N_("Encoding"),
        [
            Option("utf-8", "utf-8", "UTF-8"),
            Option("utf-16", "utf-16", "UTF-16"),
            Option("cp949", "cp949", N_("Korean (949)")),
            Option("cp1252", "cp1252", N_("Western European (1252)")),
            Option("cp1250", "cp1250", N_("Central European (1250)")),
            Option("cp1251", "cp1251", N_("Cyrillic (1251)")),
            Option("cp932", "cp932", N_("Japanese (932)")),
            Option("gb18030", "gb18030", N_("Chinese (GB 18030)")),
            Option("cp950", "cp950", N_("Traditional Chinese (950)")),
            Option("cp1254", "cp1254", N_("Turkish (1254)")),
        ],
    )
    separator: str | None = _choice(
        N_("Separator"),
        [
            Option("comma", ",", N_("comma")),
            Option("semicolon", ";", N_("semicolon")),
            Option("tab", "\t", N_("tab")),
            Option("bar", "|", "|"),
            Option("blanks", " ", N_("blanks")),
            Option("none", "\n", N_("none")),
        ],
    )
    decimal: str | None = _choice(
        N_("Decimal mark"), [Option("point", ".", N_("point: 1.5")), Option("comma", ",", N_("comma: 1,5"))]
    )
    thousands: str | None = _choice(
        N_("Thousands separator"),
        [
            Option("comma", ",", N_("comma: 1,500")),
            Option("point", ".", N_("point: 1.500")),
            Option("blank", " ", N_("blank: 1 500")),
            Option("apostrophe", "'", N_("apostrophe: 1'500")),
            Option("none", "", N_("none")),
        ],
    )
    header: int | None = _choice(N_("Rows with names"), [Option(str(count), count) for count in range(MOST_HEADER + 1)])
    leave_out: Sequence[int] | None = _choice(
        N_("Rows left out"),
        parse=_lines,
        help=N_("Rows of the file, counted from 1: only these are left out, such as 1-3, 9. 0 keeps all rows."),
    )
    layout: str | None = _choice(
        N_("Time runs"),
        [
            Option("down", DOWN, N_("downwards: a row for each time")),
            Option("right", RIGHT, N_("to the right: a series in each row")),
            Option("months", MONTHS, N_("a row for each year, a column for each month")),
            Option("quarters", QUARTERS, N_("a row for each year, a column for each quarter")),
            Option("hours", HOURS, N_("a row for each day, a column for each time of day")),
            Option("years", YEARS, N_("a row for each month, a column for each year")),
        ],
    )
    dates: Sequence[str | int] | None = _choice(N_("Column of dates"), parse=_columns)
    day_first: bool | None = None
    date_format: str | None = _choice(
        N_("Dates are written"), [Option(name, name, example) for name, example in WRITTEN.items()]
    )
    order: str | None = _choice(
        N_("Order of the rows in the file"),
        [
            Option("oldest", OLDEST, N_("as they stand: oldest first")),
            Option("newest", NEWEST, N_("turned round: newest was first")),
            Option("sorted", SORTED, N_("sorted by date")),
        ],
    )
    stacked: Sequence[str | int] | None = _choice(N_("Column that names the series"), parse=_columns)
    series: str | None = _choice(N_("Series to read"))
    factors: Mapping[str, float] | None = _choice(
        N_("Units and their factors"),
        parse=_factors,
        help=N_("A number with the unit is multiplied by its factor: K=1000, %=0.01."),
    )
    missing: Sequence[float] | None = _choice(N_("Numbers that mean “missing”"), parse=_numbers)
    nameless: str | None = None

    def __post_init__(self):
        for name, declared in DECLARED.items():
            value, options = getattr(self, name), [option.value for option in declared.options]
            if value is not None and options and value not in options:
                known = ", ".join(repr(option) for option in options)
                raise InputError(NO_OPTION, value=str(value), choice=name, options=known)
        if self.decimal is not None and self.decimal == self.thousands:
            raise InputError(SAME_MARK, mark=self.decimal)

    @property
    def chosen(self) -> dict[str, Any]:
        """The choices that a person has made: name → value."""
        return {each.name: value for each in fields(self) if (value := getattr(self, each.name)) is not None}

    def name_of(self, number: int) -> str:
        """What a column without a name is called, counted from 1."""
        return (self.nameless or NAMELESS).format(number=number)


DECLARED: dict[str, Declared] = {
    each.name: each.metadata["declared"] for each in fields(Choices) if "declared" in each.metadata
}
"""The name of a choice → its declaration."""
AS_FOUND = Choices()


def choices_of(texts: Mapping[str, str]) -> Choices:
    """The choices for the texts of a link or of controls; "" where the file itself shall tell.

    Raises:
        InputError: If a text stands for no value.
    """
    return Choices(**{name: declared.read(texts.get(name, "")) for name, declared in DECLARED.items()})


def titled(name: str, value: Any, gettext: Translate) -> str:
    """The value of a choice in words."""
    if value == UNKNOWN:
        return gettext(N_("unknown"))
    if name == "series" and not value:
        return gettext(N_("all"))
    for option in DECLARED[name].options:
        if option.value == value:
            return gettext(option.title) if option.title else option.word
    if isinstance(value, Mapping):
        value = [f"{unit} = {factor:,.10g}" for unit, factor in value.items()]
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = ", ".join(f"{each:g}" if isinstance(each, float) else str(each) for each in value)
    return str(value) if value else gettext("none")


def understood_as(name: str, understood: Mapping[str, Any], gettext: Translate) -> str:
    """What a file was taken to be, in words; of its dates, the first as the file writes it."""
    if name == "date_format" and understood.get("date_example"):
        return str(understood["date_example"])
    return titled(name, understood[name], gettext)


def columns_at(names: Sequence[str], chosen: Sequence[str | int]) -> tuple[int, ...]:
    """Where the chosen columns are, counted from 0.

    Args:
        names: The names of all columns.
        chosen: Names of columns, or their numbers from 1.

    Raises:
        InputError: If there is no such column.
    """
    at = [each - 1 if isinstance(each, int) else _place(names, each) for each in chosen]
    for place, each in zip(at, chosen, strict=True):
        if not 0 <= place < len(names):
            raise InputError(
                "There is no column “{column}”. There are: {columns}.", column=each, columns=", ".join(names[:20])
            )
    return tuple(dict.fromkeys(at))


def _place(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else -1
