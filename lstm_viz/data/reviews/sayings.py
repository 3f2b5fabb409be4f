"""Everyday reviews: those that were written for the training, and those that were written for the test."""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
Saying = tuple[bool | None, str]
"""Whether a review is positive, None if it is neither positive nor negative; and its text."""
LABELS = {"pos": True, "neg": False, "mixed": None}


def sayings(language: str) -> tuple[Saying, ...]:
    """The everyday reviews on which the models are trained."""
    return _read(f"sayings_{language}.tsv")


def everyday(language: str) -> tuple[Saying, ...]:
    """The everyday reviews on which the models are tested, which nobody wrote for the training."""
    return _read(f"everyday_{language}.tsv")


@cache
def _read(name: str) -> tuple[Saying, ...]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return tuple((LABELS[label], text) for label, text in (line.split("\t") for line in lines))


def stems() -> tuple[str, ...]:
    """The stems of Korean predicates that reviews use."""
    return tuple((HERE / "stems_ko.txt").read_text(encoding="utf-8").split())
