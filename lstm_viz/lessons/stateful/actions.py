"""What is done with the stateful layer, one after the other: batches read, states reset."""

from lstm_viz.data import InputError

RESET = "r"
MOST = 40

Actions = tuple[str, ...]


def parse(text: str, batches: int) -> Actions:
    """The actions of a link: "1,2,r,1".

    Args:
        text: Numbers of batches, from 1, and RESET, with commas between them; may be empty.
        batches: How many there are.

    Raises:
        InputError: If there are more than MOST, or one is neither a batch's number nor RESET.
    """
    actions = tuple(word.strip() for word in text.split(",")) if text.strip() else ()
    if len(actions) > MOST:
        raise InputError("{count} actions are too many: at most {most}.", count=len(actions), most=MOST)
    for action in actions:
        if action not in allowed(batches):
            raise InputError(
                "“{action}” is no action: it is a batch's number, 1 to {batches}, or r for a reset.",
                action=action,
                batches=batches,
            )
    return actions


def allowed(batches: int) -> list[str]:
    """Every action that there is."""
    return [RESET, *(str(number) for number in range(1, batches + 1))]


def fitting(text: str, batches: int) -> Actions:
    """The first actions of a text that can be done: those up to one that cannot be, at most MOST."""
    done: list[str] = []
    for word in text.split(",")[:MOST]:
        if word.strip() not in allowed(batches):
            break
        done.append(word.strip())
    return tuple(done)


def write(actions: Actions) -> str:
    """As a link writes them."""
    return ",".join(actions)


def next_batch(actions: Actions, batches: int) -> int:
    """Which batch follows in time, from 1: after the last one the sequence begins again."""
    read = [int(action) for action in actions if action != RESET]
    return read[-1] % batches + 1 if read else 1
