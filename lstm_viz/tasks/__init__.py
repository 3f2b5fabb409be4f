"""The Memory lab's tasks: how they are generated, typed and written to a link, and what they need."""

from lstm_viz.tasks.generators import GENERATORS, SIZES, copying, counting, gap, memory_pair, parity
from lstm_viz.tasks.needs import Conflict, Needs, needs
from lstm_viz.tasks.task import MAX_ALPHABET, MAX_LENGTH, MAX_SEQUENCES, MIN_SEQUENCES, Task
from lstm_viz.tasks.text import canonical, parse_task

__all__ = [
    "GENERATORS",
    "MAX_ALPHABET",
    "MAX_LENGTH",
    "MAX_SEQUENCES",
    "MIN_SEQUENCES",
    "SIZES",
    "Conflict",
    "Needs",
    "Task",
    "canonical",
    "copying",
    "counting",
    "gap",
    "memory_pair",
    "needs",
    "parity",
    "parse_task",
]
