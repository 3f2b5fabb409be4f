"""Times of a clock that is set back at the end of summer, so that one hour comes twice."""

import numpy as np

from lstm_viz.i18n import N_
from lstm_viz.problem import Note

HOUR, DAY = np.timedelta64(1, "h"), np.timedelta64(1, "D")
LONGEST_SUMMER = 240  # days
MOST_YEARS = 60
SET_BACK = N_(
    "The clock was set back on {date}, so an hour comes twice. The times of summer were changed to those of winter, so "
    "that the order is right."
)


def in_winter_time(dates: np.ndarray) -> tuple[np.ndarray, Note] | None:
    """The dates with those of summer an hour earlier, if that alone makes them rise or fall.

    Args:
        dates: datetime64 in microseconds, in the order of the rows.

    Returns:
        The dates and what is to be said; None if an hour does not come twice, or something else is wrong as well.
    """
    if len(dates) < 3:
        return None
    rising = dates if dates[0] < dates[-1] else dates[::-1]
    steps = np.diff(rising)
    back = np.flatnonzero(steps <= np.timedelta64(0, "us"))
    usual = np.median(steps.astype("int64")).astype("timedelta64[us]")
    if not 0 < len(back) <= MOST_YEARS or not np.timedelta64(0, "us") < usual <= HOUR:
        return None
    if np.any(steps[back] != usual - HOUR) or not all(map(_is_sunday, rising[back])):
        return None
    ahead = [int(at) for at in np.flatnonzero(steps == usual + HOUR) if _is_sunday(rising[at])]
    changed = rising.copy()
    for begin, end in _summers(rising, ahead, back.tolist()):
        changed[begin : end + 1] -= HOUR
    if np.any(np.diff(changed) <= np.timedelta64(0, "us")):
        return None
    note = Note(SET_BACK, date=str(rising[back[0]].astype("datetime64[D]")))
    return (changed if rising is dates else changed[::-1]), note


def _summers(rising: np.ndarray, ahead: list[int], back: list[int]) -> list[tuple[int, int]]:
    """The first and the last row of each summer: from where the clock is set ahead to where it is set back."""
    found = []
    begin: int | None = 0 if not ahead or back[0] < ahead[0] else None
    for at in sorted({*ahead, *back}):
        if at in back:
            found.append((begin or 0, at))
            begin = None
        elif begin is None:
            begin = at + 1
    if begin is not None:
        found.append((begin, len(rising) - 1))
    return [(first, last) for first, last in found if rising[last] - rising[first] < LONGEST_SUMMER * DAY]


def _is_sunday(date: np.datetime64) -> bool:
    """Whether a date is a Sunday, or the late evening before: then clocks are changed."""
    return bool((date + 2 * HOUR).astype("datetime64[D]").astype("int64") % 7 == 3)
