"""The fields of a link. A value that is not valid is replaced by a valid one, and a sentence says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lstm_viz.data import InputError

LONGEST_VALUE = 20_000


@dataclass(frozen=True)
class Choice:
    """One of several names; any other name gives the default."""

    options: Sequence[str]
    default: str

    def read(self, text: str) -> str:
        """The option that `text` names.

        Raises:
            LinkError: If `text` is not an option.
        """
        if text in self.options:
            return text
        raise LinkError(
            self.default,
            "The link's “{name}” cannot be “{given}”; it is one of {options}. Shown: {shown}.",
            options=", ".join(self.options),
        )


@dataclass(frozen=True)
class Whole:
    """A whole number; a number outside the bounds gives the nearest bound."""

    low: int
    high: int
    default: int

    def read(self, text: str) -> int:
        """The number that `text` names.

        Raises:
            LinkError: If `text` is not a whole number, or is outside the bounds.
        """
        try:
            number = int(text) if len(text) < 20 else float(text)
            nearest = int(min(max(number, self.low), self.high))
        except (ValueError, OverflowError):
            number, nearest = None, self.default
        if number == nearest and number is not None:
            return nearest
        raise LinkError(
            nearest,
            "The link's “{name}” cannot be “{given}”; it is a whole number from {low} to {high}. Shown: {shown}.",
            low=self.low,
            high=self.high,
        )


@dataclass(frozen=True)
class Switch:
    """On or off, written as Python writes it: `return_sequences=True`."""

    default: bool

    def read(self, text: str) -> bool:
        """Whether the switch is on.

        Raises:
            LinkError: If `text` means neither on nor off.
        """
        if (said := text.lower()) in ("true", "1", "false", "0"):
            return said in ("true", "1")
        raise LinkError(self.default, "The link's “{name}” cannot be “{given}”; it is True or False. Shown: {shown}.")


@dataclass(frozen=True)
class Several:
    """Some of several names, separated by commas; unknown names are left out. It may be none if the default is none."""

    options: Sequence[str]
    default: tuple[str, ...]

    def read(self, text: str) -> list[str]:
        """The options that `text` names, in the order of `options`.

        Raises:
            LinkError: If a name is unknown, or `text` names no option although the default does.
        """
        if not (text or self.default):
            return []
        named = {name.strip() for name in text.split(",")}
        known = [option for option in self.options if option in named]
        if known and named <= set(self.options):
            return known
        raise LinkError(
            known or list(self.default),
            "The link's “{name}” cannot be “{given}”; it is one or more of {options}. Shown: {shown}.",
            options=", ".join(self.options),
        )


@dataclass(frozen=True)
class Text:
    """Free text, which the page itself parses."""

    default: str

    def read(self, text: str) -> str:
        """The text.

        Raises:
            LinkError: If `text` is longer than LONGEST_VALUE.
        """
        if len(text) <= LONGEST_VALUE:
            return text
        raise LinkError(self.default, "The link's “{name}” is too long and was ignored.")


Field = Choice | Several | Switch | Whole | Text
Value = str | int | bool | list[str]


class LinkError(Exception):
    """A value of a link that is not valid, and the value that is shown instead."""

    def __init__(self, shown: Value, template: str, **values: object):
        super().__init__(template)
        self.shown, self.template, self.values = shown, template, values

    def about(self, name: str, given: str) -> InputError:
        """The sentence for the person who opened the link."""
        shown = ", ".join(self.shown) if isinstance(self.shown, list) else self.shown
        return InputError(self.template, name=name, given=given, shown=shown, **self.values)


def read(fields: Mapping[str, Field], query: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, InputError]]:
    """Reads the value of every field from a link's query.

    Returns:
        Field name → value, or the default if the query has no value; and field name → sentence for each value that is
        not valid. Names that are not fields are skipped: they may belong to the host or to a later version.
    """
    values: dict[str, Value] = {}
    ignored = {}
    for name, field in fields.items():
        if name not in query:
            values[name] = list(field.default) if isinstance(field, Several) else field.default
            continue
        try:
            values[name] = field.read(query[name].strip())
        except LinkError as problem:
            values[name] = problem.shown
            ignored[name] = problem.about(name, query[name])
    return values, ignored
