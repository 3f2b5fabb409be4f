"""Sentences about a file: what is noted of it, and why it is refused. They can be translated, as every `InputError`."""

from lstm_viz.i18n import N_, Translate
from lstm_viz.problem import InputError

MIXED = N_("The layer {name} computes in {policy}, not in float32. Its gates would differ.")

MISSHAPEN = N_("The weights of the layer {name} do not have the shapes of such a layer.")


class FileError(InputError):
    """Why a file cannot be read, or a model not run. The names of layers in it are not cut as typed words are."""

    longest_word = longest_value = 400


class Note:
    """A sentence about a file.

    Attributes:
        template: The English sentence with {names} for the values; the message's id in the catalogue.
        values: Name → value. A value may be a note itself.
    """

    def __init__(self, template: str, **values: object):
        self.template = template
        self.values = FileError(template, **values).values

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


def to_json(sentence: Note | InputError) -> list[object]:
    """A sentence as JSON values."""
    values = {name: to_json(v) if isinstance(v, Note | InputError) else v for name, v in sentence.values.items()}
    return [sentence.template, values]


def from_json(value: list[object]) -> Note:
    """The note that `to_json` described."""
    template, values = value
    assert isinstance(template, str)
    assert isinstance(values, dict)
    return Note(template, **{name: from_json(v) if isinstance(v, list) else v for name, v in values.items()})


def error_from_json(value: list[object]) -> FileError:
    """The error that `to_json` described."""
    note = from_json(value)
    return FileError(note.template, **note.values)
