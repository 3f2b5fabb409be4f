"""Where the norm of a gradient over the steps has vanished, and where it has exploded."""

import numpy as np

# Added to a gradient of 1, a smaller one is lost in float32.
VANISHED = float(np.finfo(np.float32).eps)
EXPLODED = 1e3


def vanished_until(norms: np.ndarray) -> int:
    """How many of the first steps are out of reach: their norms, and all before them, are below VANISHED.

    Args:
        norms: Shape (time,).

    Returns:
        The last of these steps, counted from 1; 0 if there is none.
    """
    reached = np.flatnonzero(norms >= VANISHED)
    return int(reached[0]) if reached.size else len(norms)


def exploded_from(norms: np.ndarray) -> int:
    """The step, counted from 1, at which a gradient that goes back from the end exceeds EXPLODED; 0 if it never does.

    Args:
        norms: Shape (time,).
    """
    above = np.flatnonzero(norms > EXPLODED)
    return int(above[-1]) + 1 if above.size else 0
