"""The run of a training on the reviews: its result so far, and everything that is needed to continue it."""

import math
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.engine.weights import read_only
from lstm_viz.lessons.text.imdb.chunk import Evaluation, ImdbChunk, Snapshot
from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.imdb.settings import ImdbSettings, ImdbState, start
from lstm_viz.remote import Remote
from lstm_viz.training.trainable import ChunkCall

# Visitors share the worker, which trains one chunk at a time.
CHUNK_SECONDS = 0.25
MOST_UPDATES = 200


@dataclass(frozen=True, eq=False)
class ImdbRun:
    """What a training has given so far, from its first update on; see `training.trainable.Trainable`.

    Attributes:
        settings: The network and how it is trained.
        location: The location of the reviews.
        state: The state after the last update.
        losses: The `ImdbChunk.losses` of all chunks, shape (updates,).
        looks: The `ImdbChunk.looks` of all chunks.
        held_out: The number of held-out reviews; 0 before the first chunk.
        snapshots: Pairs of an epoch and the weights after it, starting with epoch 1.
    """

    settings: ImdbSettings
    location: FilesLocation
    state: ImdbState
    losses: np.ndarray
    looks: tuple[Evaluation, ...] = ()
    held_out: int = 0
    snapshots: tuple[Snapshot, ...] = ()

    @property
    def epochs(self) -> int:
        """The number of finished epochs."""
        return len(self.snapshots)

    @property
    def has_ended(self) -> bool:
        """The same as `has_diverged`; see `Trainable`."""
        return self.has_diverged

    @property
    def position(self) -> int:
        """The number of updates so far; see `Trainable`."""
        return self.state.update

    @property
    def has_diverged(self) -> bool:
        """Whether a number became infinite or NaN."""
        return bool(len(self.losses)) and not math.isfinite(self.losses[-1])

    def next_chunk(self, last: ImdbChunk | None, most: int) -> ChunkCall:
        """The call of `train` for the next updates; see `Trainable.next_chunk`."""
        # The first chunk is short, because it includes compilation and shows how long an update takes.
        wanted = 2 if last is None else min(max(int(CHUNK_SECONDS / last.update_seconds), 1), MOST_UPDATES)
        updates = min(wanted, most)
        return ChunkCall(train, (self.settings, self.location, self.state, updates), updates)

    def extended(self, chunk: ImdbChunk) -> "ImdbRun":
        """The run with the updates of a chunk added.

        Raises:
            ValueError: If the chunk does not begin where this run ends.
        """
        has_diverged = not math.isfinite(chunk.losses[-1])
        begin = chunk.state.update - (0 if has_diverged else len(chunk.losses))
        if self.has_diverged or begin != self.position:
            raise ValueError(f"The chunk must go on from update {self.position}, not from {begin}.")
        return replace(
            self,
            state=chunk.state,
            losses=read_only(np.concatenate([self.losses, chunk.losses])),
            looks=(*self.looks, *chunk.looks),
            held_out=chunk.held_out,
            snapshots=(*self.snapshots, *chunk.snapshots),
        )


train: Remote[[ImdbSettings, FilesLocation, ImdbState, int], ImdbChunk] = Remote(
    "lstm_viz.lessons.text.imdb.in_keras:train"
)


def new_run(settings: ImdbSettings, location: FilesLocation) -> ImdbRun:
    """A run before its first update."""
    return ImdbRun(settings, location, start(settings), read_only(np.zeros(0)))
