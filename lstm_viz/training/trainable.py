"""What a `worker.training_job.TrainingJob` trains: the Memory lab's networks, and those of other pages."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, Self


class ChunkCall(NamedTuple):
    """The next chunk of a training, still to be computed.

    Attributes:
        function: A pure function that the worker imports.
        arguments: What it is called with: plain arrays and frozen dataclasses.
        length: How far it goes, in what the training counts.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    length: int


class Trainable(Protocol):
    """A training as it stands: frozen, so that whoever has it keeps it as it is."""

    @property
    def position(self) -> int:
        """How far it has come, in what it counts: epochs, or updates where an epoch takes long."""

    @property
    def has_ended(self) -> bool:
        """Whether there is nothing left to train, however far it is to come: it diverged, or was stopped early."""

    def next_chunk(self, last: Any, most: int) -> ChunkCall:
        """What to ask the worker for next.

        Args:
            last: What the call before it gave in this job, which tells how long one takes; None for the first.
            most: How far it may go, at least 1.
        """

    def extended(self, chunk: Any) -> Self:
        """The training with what the call gave."""
