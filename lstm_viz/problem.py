"""Sentences with values that can be translated: notes, and the error in what a visitor typed or brought."""

import errno
import functools
import socket
from urllib.error import HTTPError, URLError

from lstm_viz.i18n import N_, Translate

LONGEST_WORD, LONGEST_VALUE = 20, 300
LONGEST_NAME = 400
"""The names in a file are not cut as typed words are."""
SYSTEM_SAYS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("it is not permitted"),
    errno.EPERM: N_("it is not permitted"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("it is not a folder"),
    errno.EIO: N_("the disk has a fault"),
    errno.ETIMEDOUT: N_("there is no answer"),
    errno.ECONNREFUSED: N_("the connection is refused"),
    errno.ECONNRESET: N_("the connection has broken off"),
    errno.ENETUNREACH: N_("there is no network"),
    errno.EHOSTUNREACH: N_("there is no network"),
}
"""Number of an error of the operating system → what it says, marked for the catalogue."""
OUR_LIMITS = (N_("it takes too long"), N_("it is too large"))
"""What a download says that the app itself breaks off."""


class InputError(ValueError):
    """An error in an input, with a sentence that can be translated.

    Attributes:
        template: The English sentence with {names} for the values; the message's id in the catalogue.
        values: Name → value. A long word is cut to LONGEST_WORD characters, any text to LONGEST_VALUE.
    """

    longest_word, longest_value = LONGEST_WORD, LONGEST_VALUE

    def __init__(self, template: str, **values: object):
        self.template = template
        self.values = {name: self._short(value) for name, value in values.items()}
        super().__init__(template.format(**self.values))

    def released(self) -> "InputError":
        """This error without its traceback and its cause, to be kept: they keep alive whatever was being read."""
        error: BaseException | None = self
        while error is not None:
            error.__traceback__ = None
            error = error.__cause__ or error.__context__
        self.__cause__ = self.__context__ = None
        for value in self.values.values():
            if isinstance(value, InputError):
                value.released()
        return self

    def __reduce__(self):
        # Another process may raise the error. Exception's own __reduce__ would keep only the English sentence.
        return functools.partial(type(self), self.template, **self.values), ()

    def _short(self, value: object) -> object:
        return _cut(value, self.longest_word, self.longest_value)


class Note:
    """A sentence about what a visitor brought.

    Attributes:
        template: The English sentence with {names} for the values; the message's id in the catalogue.
        values: Name → value. A value may be a note itself. A text is cut to LONGEST_NAME.
    """

    def __init__(self, template: str, **values: object):
        self.template = template
        self.values = {name: _cut(value, LONGEST_NAME, LONGEST_NAME) for name, value in values.items()}

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def __repr__(self) -> str:
        return f"Note({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Note) and (self.template, self.values) == (other.template, other.values)

    def __hash__(self) -> int:
        return hash(str(self))


def told(sentence: Note | InputError, gettext: Translate) -> str:
    """A sentence in the language of `gettext`, with the sentences in it."""
    values = {n: told(v, gettext) if isinstance(v, Note | InputError) else v for n, v in sentence.values.items()}
    return gettext(sentence.template).format(**values)


def system_reason(error: Exception) -> Note:
    """Why the operating system or a server does not do something. What is not known is quoted as it says it."""
    if isinstance(error, HTTPError):
        return Note("the server answers with the error {code}", code=error.code)
    if isinstance(error, URLError) and isinstance(error.reason, Exception):
        return system_reason(error.reason)
    if isinstance(error, socket.gaierror):
        return Note("the address of the server is not found")
    if str(error) in OUR_LIMITS:
        return Note(str(error))
    number = errno.ETIMEDOUT if isinstance(error, TimeoutError) else getattr(error, "errno", None)
    if number in SYSTEM_SAYS:
        return Note(SYSTEM_SAYS[number])
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Note("{words}", words=words.rstrip("."))


def _cut(value: object, longest_word: int, longest_value: int) -> object:
    if not isinstance(value, str):
        return value
    longest = longest_value if " " in value else longest_word
    return value if len(value) <= longest else value[:longest] + "…"
