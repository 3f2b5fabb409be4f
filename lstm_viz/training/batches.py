"""A task as the arrays that a network is trained on."""

from typing import NamedTuple

import numpy as np

from lstm_viz.tasks import MAX_LENGTH, MAX_SEQUENCES, Task

NOTHING = -1  # has no 1 in its one-hot code
MOST_STEPS = MAX_SEQUENCES * (MAX_LENGTH - 1)


class StepBatch(NamedTuple):
    """All steps of all sequences, one after another, for the regime "steps".

    The arrays have the shape (MOST_STEPS,) whatever the task, so that one compiled loop serves all of them; what is
    beyond `length` is never read.

    Attributes:
        length: How many steps there are.
        read: Position of the symbol that is read.
        answer: Position of the symbol that follows it.
        carried: 1.0 where the state of the step before is carried on, 0.0 at the first step of a sequence.
        is_scored: Whether the answer counts.
    """

    length: np.ndarray
    read: np.ndarray
    answer: np.ndarray
    carried: np.ndarray
    is_scored: np.ndarray


class Sequences(NamedTuple):
    """All sequences side by side, for the regime "sequences", each array (sequences, time).

    The shorter ones are padded at their end with steps that read nothing and count nothing. They need no mask: nothing
    that comes after an answer can change it.

    Attributes:
        read: Position of the symbol that is read, NOTHING where padded.
        answer: Position of the symbol that follows it, 0 where padded.
        weight: 1.0 where the answer counts, 0.0 elsewhere.
    """

    read: np.ndarray
    answer: np.ndarray
    weight: np.ndarray


def steps(task: Task) -> StepBatch:
    """The task as single steps, in the order of its sequences."""
    sequences = [np.array(sequence) for sequence in task.sequences]
    positions = [np.arange(len(sequence) - 1) for sequence in sequences]
    scored = [at >= first for at, first in zip(positions, task.scored, strict=True)]
    arrays = [
        np.concatenate(parts)
        for parts in ([s[:-1] for s in sequences], [s[1:] for s in sequences], [at > 0 for at in positions], scored)
    ]
    read, answer, carried, is_scored = (np.pad(array, (0, MOST_STEPS - len(array))) for array in arrays)
    length = np.asarray(len(arrays[0]), "int32")
    return StepBatch(length, read.astype("int32"), answer.astype("int32"), carried.astype("float32"), is_scored)


def sequences(task: Task) -> Sequences:
    """The task as one batch."""
    longest = max(map(len, task.sequences)) - 1
    read = np.full((len(task.sequences), longest), NOTHING, "int32")
    answer, weight = np.zeros_like(read), np.zeros(read.shape, "float32")
    for row, (sequence, scored) in enumerate(zip(task.sequences, task.scored, strict=True)):
        length = len(sequence) - 1
        read[row, :length], answer[row, :length], weight[row, scored:length] = sequence[:-1], sequence[1:], 1
    return Sequences(read, answer, weight)
