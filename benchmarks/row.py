"""A line of the table of budgets."""

from typing import NamedTuple


class Row(NamedTuple):
    """One budget of docs/architecture.md, as measured.

    Attributes:
        what: What was measured.
        against: What it was measured against, in the same run.
        ratio: The first over the second.
        budget: What the ratio should not exceed.
        detail: The two figures with their units.
    """

    what: str
    against: str
    ratio: float
    budget: float
    detail: str
