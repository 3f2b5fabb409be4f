"""The interface of what a `worker.training_job.TrainingJob` trains, for the Memory lab and for other pages."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, Self


class ChunkCall(NamedTuple):
    """The next chunk of a training, still to be computed.

    Attributes:
        function: A pure function that the worker imports.
        arguments: Its arguments: plain arrays and frozen dataclasses.
        length: The length of the chunk, in the unit of the training's `position`.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    length: int


class Trainable(Protocol):
    """A training up to its last chunk. It is frozen: a new chunk gives a new object."""

    @property
    def position(self) -> int:
        """How far the training has come: in epochs, or in updates if an epoch takes long."""

    @property
    def has_ended(self) -> bool:
        """Whether the training ended before its goal: it diverged, or was stopped early."""

    def next_chunk(self, last: Any, most: int) -> ChunkCall:
        """The next call for the worker.

        Args:
            last: The result of the previous call in this job, which tells how long a call takes; None for the first.
            most: The largest length of the chunk, at least 1.
        """

    def extended(self, chunk: Any) -> Self:
        """The training with the result of a call added."""
