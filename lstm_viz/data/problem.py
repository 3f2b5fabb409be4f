"""The error in what a visitor typed or brought."""

import functools


class InputError(ValueError):
    """An error in an input, with a sentence that can be translated.

    Attributes:
        template: The English sentence with {names} for the values; the message's id in the catalogue.
        values: Name → value. A long word that a visitor typed is cut to 20 characters.
    """

    def __init__(self, template: str, **values: object):
        self.template = template
        self.values = {name: _short(value) for name, value in values.items()}
        super().__init__(template.format(**self.values))

    def __reduce__(self):
        # Another process may raise the error. Exception's own __reduce__ would keep only the English sentence.
        return functools.partial(type(self), self.template, **self.values), ()


def _short(value: object) -> object:
    return value[:20] + "…" if isinstance(value, str) and len(value) > 20 and " " not in value else value
