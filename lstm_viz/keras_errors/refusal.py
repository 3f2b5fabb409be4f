"""A Keras error or TensorFlow as a value."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KerasError:
    """An error that a call raised.

    Attributes:
        kind: The exception's class: "ValueError".
        message: Its text, as Keras wrote it.
    """

    kind: str
    message: str
