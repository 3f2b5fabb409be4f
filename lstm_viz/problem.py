"""The error in what a visitor typed or brought."""

import functools

LONGEST_WORD, LONGEST_VALUE = 20, 300


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
        if not isinstance(value, str):
            return value
        longest = self.longest_value if " " in value else self.longest_word
        return value if len(value) <= longest else value[:longest] + "…"
