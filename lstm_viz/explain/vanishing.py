"""The steps at which a gradient has vanished or exploded, from its norm at each step."""

import numpy as np

# A gradient below this is lost in float32 when it is added to a gradient of 1.
VANISHED = float(np.finfo(np.float32).eps)
EXPLODED = 1e3


def vanished_until(norms: np.ndarray) -> int:
    """The number of steps from the first that a gradient does not reach: all their norms are below VANISHED.

    Args:
        norms: Shape (time,).

    Returns:
        The number of these steps, which is also the last of them, counted from 1; 0 if there are none.
    """
    reached = np.flatnonzero(norms >= VANISHED)
    return int(reached[0]) if reached.size else len(norms)


def exploded_from(norms: np.ndarray) -> int:
    """The last step, counted from 1, at which the norm is above EXPLODED; 0 if there is none.

    A gradient goes back from the end, so this is the first step where it has exploded.

    Args:
        norms: Shape (time,).
    """
    above = np.flatnonzero(norms > EXPLODED)
    return int(above[-1]) + 1 if above.size else 0
