"""A task as typed text, and as text in a link."""

from collections.abc import Sequence

from lstm_viz.data import InputError, split_lines, split_words
from lstm_viz.tasks.task import MAX_ALPHABET, MAX_LENGTH, MAX_SEQUENCES, MIN_SEQUENCES, Task, task_of

MAX_SYMBOL = 8
ANSWERS = "|"
# Characters that mean something in HTML, in Markdown, in LaTeX or in the notation itself.
NOT_SYMBOLS = frozenset("<>&\"'`$\\*_#~|")


def parse_task(text: str) -> Task:
    """Reads a typed task: one sequence on each line, or sequences separated by semicolons.

    Symbols are separated by commas or blanks; a line without either is read letter by letter. The symbols after a bar
    are the answers that count, as in a,x,x|a. Without a bar, all symbols but the first count.

    Raises:
        InputError: If there are too few or too many sequences or symbols, or if a symbol is not allowed.
    """
    lines = [line for line in split_lines(text) if split_words(line)]
    if not lines:
        raise InputError("There are no sequences. Type one per line, such as {example}.", example="3,0,1,2,3")
    if not MIN_SEQUENCES <= len(lines) <= MAX_SEQUENCES:
        raise InputError(
            "A task has {fewest} to {most} sequences, one per line. Typed: {count}.",
            fewest=MIN_SEQUENCES,
            most=MAX_SEQUENCES,
            count=len(lines),
        )
    parts = [_before_and_after(line, row) for row, line in enumerate(lines, start=1)]
    sequences = [before + after for before, after in parts]
    for row, sequence in enumerate(sequences, start=1):
        _check_sequence(sequence, row)
    if (count := len(set().union(*sequences))) > MAX_ALPHABET:
        raise InputError("{count} different symbols are too many: at most {most}.", count=count, most=MAX_ALPHABET)
    return task_of(sequences, [len(before) - 1 if after else 0 for before, after in parts])


def canonical(task: Task) -> str:
    """The text of a task in a link, such as `a,x|a;b,x|b`. `parse_task` reads the same task from it."""
    return ";".join(
        ",".join(names[: scored + 1]) + (ANSWERS if scored else ",") + ",".join(names[scored + 1 :])
        for names, scored in zip(map(task.names, task.sequences), task.scored, strict=True)
    )


def _before_and_after(line: str, row: int) -> tuple[list[str], list[str]]:
    """The symbols before the bar and after it; without a bar, all symbols are before it."""
    parts = [split_words(part) for part in line.split(ANSWERS)]
    if len(parts) > 2 or (len(parts) == 2 and not all(parts)):
        raise InputError("Sequence {row}: use “|” once, between what is read and the answers that count.", row=row)
    if all(len(part) == 1 for part in parts):
        parts = [list(part[0]) for part in parts]
    return parts[0], parts[1] if len(parts) == 2 else []


def _check_sequence(sequence: Sequence[str], row: int) -> None:
    if len(sequence) < 2:
        raise InputError("Sequence {row} has one symbol: each step predicts the next, so type at least two.", row=row)
    if len(sequence) > MAX_LENGTH:
        raise InputError(
            "Sequence {row} has {count} symbols: at most {most}.", row=row, count=len(sequence), most=MAX_LENGTH
        )
    for symbol in sequence:
        if len(symbol) > MAX_SYMBOL:
            raise InputError(
                "“{symbol}” in sequence {row} is too long for a symbol: at most {most} characters.",
                symbol=symbol,
                row=row,
                most=MAX_SYMBOL,
            )
        if not symbol.isprintable() or set(symbol) & NOT_SYMBOLS:
            raise InputError("“{symbol}” in sequence {row}: use letters or digits.", symbol=symbol, row=row)
