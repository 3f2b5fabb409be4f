"""Generates tasks that need a memory, of size n."""

import random
from collections.abc import Callable

from lstm_viz.data import ALPHABET, MEMORY_PAIR
from lstm_viz.tasks.task import MAX_GAP, MAX_LENGTH, MAX_SEQUENCES, MIN_SEQUENCES, Task, task_of


def memory_pair() -> Task:
    """The tutorials' 3,0,1,2,3 and 4,0,1,2,4: the answer after 2 depends on the first symbol."""
    return Task(ALPHABET, MEMORY_PAIR, (0, 0))


def gap(n: int) -> Task:
    """The sequences a, n times x, a; and b, n times x, b. Only the last answer counts: it is remembered for n steps.

    Raises:
        ValueError: If n is not in SIZES["gap"].
    """
    _check_size("gap", n)
    return task_of([[name, *"x" * n, name] for name in "ab"], [n, n])


def counting(n: int) -> Task:
    """aᵏbᵏ and an end symbol, for k from 1 to n. Answers count from the first b: the number of a's cannot be predicted.

    Raises:
        ValueError: If n is not in SIZES["counting"].
    """
    _check_size("counting", n)
    counts = range(1, n + 1)
    return task_of(["a" * k + "b" * k + "." for k in counts], counts)


def copying(n: int) -> Task:
    """A word of n letters, a colon, and the word again. The answers that repeat the word count.

    Raises:
        ValueError: If n is not in SIZES["copying"].
    """
    _check_size("copying", n)
    words = [word.translate(str.maketrans("01", "ab")) for word in _words(n)]
    return task_of([f"{word}:{word}" for word in words], [n] * len(words))


def parity(n: int) -> Task:
    """A word of n bits, an equals sign, and "odd" or "even" for its number of ones. Only the last answer counts.

    Raises:
        ValueError: If n is not in SIZES["parity"].
    """
    _check_size("parity", n)
    words = _words(n)
    answers = ["odd" if word.count("1") % 2 else "even" for word in words]
    return task_of([[*word, "=", answer] for word, answer in zip(words, answers, strict=True)], [n] * len(words))


GENERATORS: dict[str, Callable[..., Task]] = {
    "memory_pair": memory_pair,
    "gap": gap,
    "counting": counting,
    "copying": copying,
    "parity": parity,
}
# The valid values of n; the memory pair has no n.
SIZES = {
    "gap": range(1, MAX_GAP + 1),
    "counting": range(MIN_SEQUENCES, MAX_SEQUENCES + 1),
    "copying": range(1, (MAX_LENGTH - 1) // 2 + 1),
    "parity": range(1, MAX_GAP + 1),
}


def _words(n: int) -> list[str]:
    """All words of n bits, if there are at most eight; else eight fixed ones, in pairs that differ in the first bit."""
    if 2**n <= MAX_SEQUENCES:
        return [f"{number:0{n}b}" for number in range(2**n)]
    drawn = sorted(random.Random(n).sample(range(2 ** (n - 1)), MAX_SEQUENCES // 2))
    return [f"{first}{number:0{n - 1}b}" for first in (0, 1) for number in drawn]


def _check_size(name: str, n: int) -> None:
    if n not in (sizes := SIZES[name]):
        raise ValueError(f"n of {name} must be in {sizes.start} … {sizes.stop - 1}, not {n}.")
