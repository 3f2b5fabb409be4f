"""Which Keras wrote a file, and what its layers meant then."""

import re
from dataclasses import dataclass

VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})")


@dataclass(frozen=True)
class Writer:
    """Who wrote a file.

    Attributes:
        program: "Keras", "PyTorch", "ONNX" or "LSTM Explorer".
        version: The version as the file says it, such as "2.2.4-tf"; None if it does not.
        backend: Keras's backend, such as "tensorflow"; None if the file does not say it.
        date: When the file was written, as the file says it; None if it does not.
        at_least: The oldest version that writes such files.
    """

    program: str
    version: str | None = None
    backend: str | None = None
    date: str | None = None
    at_least: tuple[int, int] = (1, 1)

    @property
    def keras(self) -> tuple[int, int]:
        """The version of Keras, (major, minor); the oldest that it can be, if the file does not say it."""
        found = VERSION.match(self.version or "")
        return (int(found[1]), int(found[2])) if found else (self.at_least[0], self.at_least[1])

    @property
    def is_tf_keras(self) -> bool:
        """Whether the file was written by the Keras inside of TensorFlow, or by a Keras that descends from it."""
        return self.keras >= (2, 4) or "tf" in (self.version or "")

    @property
    def default_gate(self) -> str:
        """The activation of the gates where nobody chose one."""
        return "sigmoid" if self.keras >= (2, 3) else "hard_sigmoid"

    @property
    def default_reset_after(self) -> bool:
        """Whether a GRU's reset gate acts after the recurrent product where nobody chose it."""
        return self.keras >= (2, 4)
