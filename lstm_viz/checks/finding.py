"""What a check-up says: findings, with their numbers and their pictures as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from lstm_viz.checks.thresholds import THRESHOLDS, Threshold
from lstm_viz.problem import Note

ALARM, SOUND, UNKNOWN = STATUSES = ("alarm", "sound", "unknown")


@dataclass(frozen=True)
class Measure:
    """A number that a check looked at.

    Attributes:
        name: What it is.
        value: The number. It may be NaN or infinite.
        threshold: What it is compared with; None for a number that is only told.
    """

    name: Note
    value: float
    threshold: Threshold | None = None

    @property
    def is_alarm(self) -> bool:
        """Whether it is on the wrong side of its threshold."""
        return self.threshold is not None and self.threshold.alarms(self.value)


def measure(name: Note, value: float, threshold: str | None = None) -> Measure:
    """A number and its threshold in the table, by its name there."""
    return Measure(name, float(value), None if threshold is None else THRESHOLDS[threshold])


@dataclass(frozen=True, eq=False)
class Picture:
    """The data of a small chart.

    Attributes:
        x: The title of the axis to the right.
        y: The title of the other axis.
        series: Name, an English text for `gettext` → one number for each place along x.
        labels: The names of the places; None if they are steps, counted from 1.
        threshold: The number at which the alarm begins, in the units of y; None if the picture has none.
        is_log: Whether y has a logarithmic scale; numbers of 0 and below are then left out.
        is_share: Whether the numbers are shares, which are written in percent.
    """

    x: Note
    y: Note
    series: Mapping[str, np.ndarray]
    labels: tuple[str | Note, ...] | None = None
    threshold: float | None = None
    is_log: bool = False
    is_share: bool = False


def numbered(count: int) -> tuple[str, ...]:
    """The labels of so many units or features, counted from 1."""
    return tuple(str(number + 1) for number in range(count))


@dataclass(frozen=True, eq=False)
class Result:
    """What a check found.

    Attributes:
        status: "alarm", "sound", or "unknown" if the check does not apply, or what it needs is not known.
        said: What was found; of "unknown" why. None of what is sound: its numbers say all.
        measures: The numbers, the most important first.
        units: The units that are meant, counted from 0; None if no single ones are.
        features: The features that are meant, counted from 0; None if no single ones are.
        picture: The data of a chart; None without one.
    """

    status: str
    said: Note | None
    measures: tuple[Measure, ...] = ()
    units: tuple[int, ...] | None = None
    features: tuple[int, ...] | None = None
    picture: Picture | None = None


def judged(
    is_alarm: bool,
    said: Note | None,
    *measures: Measure,
    units: np.ndarray | None = None,
    features: np.ndarray | None = None,
    picture: Picture | None = None,
) -> Result:
    """An alarm, with what is said of it and whom it concerns; or what is sound."""
    if not is_alarm:
        return Result(SOUND, None, measures, picture=picture)
    return Result(ALARM, said, measures, _numbers(units), _numbers(features), picture)


def _numbers(places: np.ndarray | None) -> tuple[int, ...] | None:
    return None if places is None else tuple(int(place) for place in places)


def unknown(why: Note, *measures: Measure) -> Result:
    """That a check does not apply, or what it needs is not known."""
    return Result(UNKNOWN, why, measures)


@dataclass(frozen=True)
class Advice:
    """What stands beside every finding of a check. The texts are English, for `gettext`.

    Attributes:
        title: What is checked, in a few words: how it should be.
        fault: How it is if it raises an alarm.
        why: Why it matters.
        change: What to change.
        code: The change in Keras code.
    """

    title: str
    fault: str
    why: str
    change: str
    code: str


@dataclass(frozen=True, eq=False)
class Finding(Result):
    """A result with its name and its place.

    Attributes:
        check: The name of the check in `CHECKS`, which stays the same in all versions.
        layer: The name of the layer; None if it is the whole model.
        advice: Why it matters and what to change.
    """

    check: str = ""
    layer: str | None = None
    advice: Advice = field(default_factory=lambda: Advice("", "", "", "", ""))

    @property
    def is_alarm(self) -> bool:
        """Whether something is wrong."""
        return self.status == ALARM

    def __repr__(self) -> str:
        numbers = ", ".join(f"{one.name}: {one.value:.3g}" for one in self.measures)
        return f"<{self.status} {self.check}, {self.layer or 'model'}: {self.said or ''} ({numbers})>"
