"""Why a file is refused, and sentences as JSON: a file is read in another process."""

from lstm_viz.i18n import N_
from lstm_viz.problem import LONGEST_NAME, InputError, Note

MIXED = N_("The layer {name} computes in {policy}, not in float32. Its gates would differ.")

MISSHAPEN = N_("The weights of the layer {name} do not have the shapes of such a layer.")


class FileError(InputError):
    """Why a file cannot be read, or a model not run. The names of layers in it are not cut as typed words are."""

    longest_word = longest_value = LONGEST_NAME


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
