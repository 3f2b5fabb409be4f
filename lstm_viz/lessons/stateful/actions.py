"""The actions on the stateful layer, in order: it reads a batch, or its states are reset."""

from itertools import takewhile

from lstm_viz.data import InputError

RESET = "r"
MOST = 40

Actions = tuple[str, ...]


def read(text: str) -> Actions:
    """The actions that a text names, possible or not; the inverse of `write`."""
    return tuple(word.strip() for word in text.split(",")) if text.strip() else ()


def parse(text: str, batches: int) -> Actions:
    """Parses the actions of a link: "1,2,r,1".

    Args:
        text: Numbers of batches, from 1, and RESET, separated by commas; may be empty.
        batches: The number of batches.

    Raises:
        InputError: If there are more than MOST actions, or one is neither the number of a batch nor RESET.
    """
    actions = read(text)
    if len(actions) > MOST:
        raise InputError("{count} actions are too many: at most {most}.", count=len(actions), most=MOST)
    for action in actions:
        if action not in allowed(batches):
            raise InputError(
                "“{action}” is not an action: use the number of a batch, 1 to {batches}, or r for a reset.",
                action=action,
                batches=batches,
            )
    return actions


def allowed(batches: int) -> list[str]:
    """All possible actions."""
    return [RESET, *(str(number) for number in range(1, batches + 1))]


def fitting(text: str, batches: int) -> Actions:
    """The actions of a text before the first one that is not possible, at most MOST."""
    possible = allowed(batches)
    return tuple(takewhile(lambda action: action in possible, read(text)[:MOST]))


def write(actions: Actions) -> str:
    """The actions as text in the form that a link has."""
    return ",".join(actions)


def next_batch(actions: Actions, batches: int) -> int:
    """The number of the batch that comes next in time, from 1. After the last batch the sequence starts again."""
    batch = next((int(action) for action in reversed(actions) if action != RESET), batches)
    return batch % batches + 1
