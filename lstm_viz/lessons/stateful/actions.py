"""The actions on the stateful layer, in order: it reads a batch, or its states are reset."""

from lstm_viz.data import InputError

RESET = "r"
MOST = 40

Actions = tuple[str, ...]


def parse(text: str, batches: int) -> Actions:
    """Parses the actions of a link: "1,2,r,1".

    Args:
        text: Numbers of batches, from 1, and RESET, separated by commas; may be empty.
        batches: The number of batches.

    Raises:
        InputError: If there are more than MOST actions, or one is neither the number of a batch nor RESET.
    """
    actions = tuple(word.strip() for word in text.split(",")) if text.strip() else ()
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
    done: list[str] = []
    for word in text.split(",")[:MOST]:
        if word.strip() not in allowed(batches):
            break
        done.append(word.strip())
    return tuple(done)


def write(actions: Actions) -> str:
    """The actions as text in the form that a link has; the inverse of `parse`."""
    return ",".join(actions)


def next_batch(actions: Actions, batches: int) -> int:
    """The number of the batch that comes next in time, from 1. After the last batch the sequence starts again."""
    read = [int(action) for action in actions if action != RESET]
    return read[-1] % batches + 1 if read else 1
