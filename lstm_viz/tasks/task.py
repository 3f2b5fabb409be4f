"""A task: a few sequences of symbols, in which each symbol is predicted from the symbols before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MIN_SEQUENCES, MAX_SEQUENCES = 2, 8  # one compiled training holds all of them: see training/batches.py
MAX_ALPHABET = 26
MAX_GAP = 50
MAX_LENGTH = MAX_GAP + 2  # the longest gap, with the symbol to remember and the answer


@dataclass(frozen=True)
class Task:
    """Sequences in which step t reads symbol t and must predict symbol t + 1.

    Attributes:
        alphabet: The names of the symbols: first numbers, by value, then other names, sorted. All are used.
        sequences: For each sequence the positions of its symbols in the alphabet.
        scored: For each sequence the first step, counted from 0, whose answer counts. All later answers count, too.

    Raises:
        ValueError: If the alphabet is not in order, if a position is outside it, or if a sequence has no step or no
            scored step.
    """

    alphabet: tuple[str, ...]
    sequences: tuple[tuple[int, ...], ...]
    scored: tuple[int, ...]

    def __post_init__(self):
        _check_count("alphabet", len(self.alphabet), 1, MAX_ALPHABET)
        _check_count("sequences", len(self.sequences), MIN_SEQUENCES, MAX_SEQUENCES)
        # A link holds only the sequences, so the alphabet must follow from them.
        if self.alphabet != _in_order(self.alphabet) or set().union(*self.sequences) < {*range(len(self.alphabet))}:
            raise ValueError(f"alphabet must be in order and used, not {self.alphabet}.")
        for sequence, scored in zip(self.sequences, self.scored, strict=True):
            _check_count("a sequence", len(sequence), 2, MAX_LENGTH)
            if not 0 <= min(sequence) <= max(sequence) < len(self.alphabet):
                raise ValueError(f"positions must be in 0 … {len(self.alphabet) - 1}, not {sequence}.")
            if not 0 <= scored < len(sequence) - 1:
                raise ValueError(f"scored must be in 0 … {len(sequence) - 2}, not {scored}.")

    def names(self, positions: Sequence[int]) -> tuple[str, ...]:
        """The symbols at these positions of the alphabet."""
        return tuple(self.alphabet[position] for position in positions)


def task_of(sequences: Sequence[Sequence[str]], scored: Sequence[int]) -> Task:
    """Makes a task from sequences of names. Its alphabet is sorted, so that the same sequences give the same task."""
    alphabet = _in_order(set().union(*sequences))
    return Task(alphabet, tuple(tuple(map(alphabet.index, names)) for names in sequences), tuple(scored))


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=_by_number))


def _by_number(name: str) -> tuple[bool, int, str]:
    is_number = name.isdecimal()
    return not is_number, int(name) if is_number else 0, name


def _check_count(name: str, count: int, fewest: int, most: int) -> None:
    if not fewest <= count <= most:
        raise ValueError(f"{name} must hold {fewest} to {most} items, not {count}.")
