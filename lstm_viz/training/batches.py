"""The arrays of a task, on which a network is trained."""

from typing import NamedTuple

import numpy as np

from lstm_viz.tasks import MAX_LENGTH, MAX_SEQUENCES, Task

NOTHING = -1  # its one-hot code has no 1
MOST_STEPS = MAX_SEQUENCES * (MAX_LENGTH - 1)


class StepBatch(NamedTuple):
    """All steps of all sequences, one after another, for the training method "steps".

    The arrays have the shape (MOST_STEPS,), so that one compiled loop serves all tasks. What is beyond `length` is
    never read.

    Attributes:
        length: The number of steps, shape ().
        read: Position of the symbol that is read.
        answer: Position of the symbol that follows it.
        carried: 1.0 if the state of the previous step is carried on, 0.0 at the first step of a sequence.
        is_scored: Whether the answer counts.
    """

    length: np.ndarray
    read: np.ndarray
    answer: np.ndarray
    carried: np.ndarray
    is_scored: np.ndarray


class Sequences(NamedTuple):
    """All sequences as one batch, for the training method "sequences"; each array is (sequences, time).

    Shorter sequences are padded at their end with steps that read nothing and do not count. They need no mask, because
    a step cannot change the answers before it.

    Attributes:
        read: Position of the symbol that is read, NOTHING in the padding.
        answer: Position of the symbol that follows it, 0 in the padding.
        weight: 1.0 if the answer counts, else 0.0.
    """

    read: np.ndarray
    answer: np.ndarray
    weight: np.ndarray


def samples_and_batch_size(task: Task, regime: str) -> tuple[int, int]:
    """How many samples an epoch reads, and how many of them are read for one update.

    Args:
        task: The task.
        regime: The training method, one of `settings.REGIMES`.
    """
    if regime == "steps":
        return int(steps(task).is_scored.sum()), 1
    return len(task.sequences), len(task.sequences)


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
