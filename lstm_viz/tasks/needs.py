"""What a task needs from a network, computed from its sequences."""

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lstm_viz.tasks.task import Task

Context = tuple[int, ...]


class Conflict(NamedTuple):
    """A history that is followed by more than one answer: no network can give all of them.

    Attributes:
        history: Names of all symbols read so far.
        answers: Names of the symbols that follow the history.
    """

    history: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Needs:
    """What the scored answers of a task depend on.

    Attributes:
        memory_steps: The number of symbols before the current one that must be remembered to give every answer that the
            whole history decides; 0 if the current symbol is enough.
        ambiguous: Names of the symbols that are followed by more than one answer.
        conflicts: The histories after which the task cannot be solved, whatever is remembered.
        perceptron_loss: The lowest mean cross-entropy, in nats, of a network that sees one symbol at a time.
        perceptron_accuracy: The highest accuracy of such a network, 0 … 1.
    """

    memory_steps: int
    ambiguous: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    perceptron_loss: float
    perceptron_accuracy: float


def needs(task: Task) -> Needs:
    """What the task's scored answers depend on.

    Source: the lowest cross-entropy of a prediction from what is seen is the conditional entropy H(answer | seen) =
    −Σ p(seen, answer) ln p(answer | seen); Cover & Thomas, Elements of Information Theory (2006), chapters 2 and 5.
    """
    by_symbol = _answers(task, lambda history: history[-1:])
    by_history = _answers(task, lambda history: history)
    total = sum(map(Counter.total, by_symbol.values()))
    return Needs(
        memory_steps=_memory_steps(task),
        ambiguous=tuple(task.alphabet[symbol] for (symbol,) in _ambiguous(by_symbol)),
        conflicts=tuple(
            Conflict(task.names(history), task.names(sorted(by_history[history]))) for history in _ambiguous(by_history)
        ),
        perceptron_loss=sum(map(_surprise, by_symbol.values())) / total,
        perceptron_accuracy=sum(max(answers.values()) for answers in by_symbol.values()) / total,
    )


def _scored_steps(task: Task) -> Iterator[tuple[Context, int]]:
    """Yields the history of each scored step, which is everything read so far, and its answer."""
    for sequence, scored in zip(task.sequences, task.scored, strict=True):
        for step in range(scored, len(sequence) - 1):
            yield sequence[: step + 1], sequence[step + 1]


def _answers(task: Task, seen: Callable[[Context], Context]) -> dict[Context, Counter[int]]:
    """The part of a history that is seen → how often each answer follows it."""
    counts: dict[Context, Counter[int]] = {}
    for history, answer in _scored_steps(task):
        counts.setdefault(seen(history), Counter())[answer] += 1
    return counts


def _ambiguous(answers: dict[Context, Counter[int]]) -> list[Context]:
    return sorted(context for context, counts in answers.items() if len(counts) > 1)


def _surprise(counts: Counter[int]) -> float:
    """The sum of the cross-entropies, in nats, of the best prediction of these answers."""
    return sum(count * math.log(counts.total() / count) for count in counts.values())


def _memory_steps(task: Task) -> int:
    """The number of symbols before the current one that are enough for every answer which the whole history decides."""
    longest = max(map(len, task.sequences)) - 1
    unsolvable = _open_answers(task, longest)
    return next(steps for steps in range(longest) if _open_answers(task, steps + 1) == unsolvable)


def _open_answers(task: Task, width: int) -> int:
    """The number of scored steps at which the last `width` symbols leave more than one answer.

    If the history is shorter, the start of the sequence is seen, too: a network begins with an empty memory.
    """
    answers = _answers(task, lambda history: history[-width:])
    return sum(answers[context].total() for context in _ambiguous(answers))
