"""What is often wrong with a forecast: it is the last value, a trend leaves it behind, or it is nearly constant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.data.series import LEAST_CHANGE
from lstm_viz.i18n import N_
from lstm_viz.lessons.time_series.judge import MODEL, Judged
from lstm_viz.lessons.time_series.prepare import DIFFERENCES, RETURNS, VALUES, Prepared, changes_of
from lstm_viz.lessons.time_series.settings import MAX_EPOCHS, ForecastSettings
from lstm_viz.problem import Note

FEWEST = 20
"""Of fewer forecasts a correlation is chance."""
LEAST_SKILL = 0.05
"""As in the check-up. The page's networks that have learned something have 0.33 to 1.00, random walks less than 0."""
FOLLOWS = 0.9
"""From this correlation on a forecast follows the last value: 0.92 to 1.00 where it does, at most 0.60 elsewhere."""
LEAST_BEYOND, LEAST_ROWS, TIMES_CHANCE = 0.05, 3, 3
"""The page's series have 0 % of their test values outside, and 28 % the price, which has a trend; a series without a
trend has 2 of (training rows + 1) there by chance."""
FLAT = 0.25
"""The spread beside that of the target: 0.69 to 1.02 in trained networks, 0.03 to 0.20 in untrained ones."""
GOOD_RATE, GOOD_UNITS = "0.01", 16

SHIFTED = N_(
    "It correlates more with the value before ({before}) than with the value that it forecasts ({now}). Its skill "
    "against repeating the last value is {skill} (1: no error; 0: no better)."
)
READ_CHANGES = N_("Let the network read and forecast changes: then it has to say how the value moves.")
NO_MORE = N_(
    "The network reads changes already. A linear regression has a skill of {linear}: with these windows and columns "
    "there is little to learn but the last value."
)
BEYOND = N_(
    "{count} of {rows} test values ({share}) are outside {low} … {high}, where all values of the training "
    "part are. The network has not learned what to answer there."
)
BEYOND_CHANGES = N_(
    "{count} of {rows} changes in the test part ({share}) are outside {low} … {high}, where all changes of "
    "the training part are. The network has not learned what to answer there."
)
READ_INSTEAD = N_("Let the network read changes: of these, {count} are outside the range of the training part.")
LONGER_TRAINING = N_("Make the training part longer, so that it has such values, too.")
CONSTANT = N_("The standard deviation of the forecasts is {share} of that of the measured values.")
TRAIN_MORE = N_(
    "There is more to learn: a linear regression has a skill of {linear}. Train longer, with a learning rate of {rate}."
)
NOTHING = N_("A linear regression does no better: where the past says nothing, the mean is the best forecast.")
TITLES = {
    "shifted": N_("The forecast runs one step behind"),
    "beyond": N_("The series leaves the training range"),
    "constant": N_("The forecast is nearly constant"),
}


@dataclass(frozen=True)
class Symptom:
    """Something that is wrong with a forecast.

    Attributes:
        name: A key of TITLES.
        said: What was measured.
        cure: What helps.
        settings: The settings of the page with which it is tried; none if no setting helps.
    """

    name: str
    said: Note
    cure: Note
    settings: Mapping[str, Any] = field(default_factory=dict)


def symptoms_of(prepared: Prepared, settings: ForecastSettings, judged: Judged, epochs: int) -> list[Symptom]:
    """What is wrong with the forecasts of a network, one step ahead.

    Args:
        prepared: The prepared series.
        settings: The network.
        judged: Its forecasts over the test part, of shape (rows, 1), with those of the baselines.
        epochs: The largest number of epochs to train.
    """
    if MODEL not in judged.forecasts or not np.isfinite(judged.forecasts[MODEL]).all():
        return []
    beyond = _beyond(prepared)
    found = [_shifted(prepared, judged), beyond, _constant(settings, judged, epochs, beyond)]
    return [each for each in found if each is not None]


def skill_of(judged: Judged, method: str) -> float:
    """How much of the squared error of repeating the last value a forecast takes away: 1 all of it, 0 nothing."""
    last, own = judged.errors["last"].rmse, judged.errors[method].rmse
    return 1 - (own / last) ** 2 if last else 0.0


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    """The correlation of two series of one length; 0 if one of them changes by at most LEAST_CHANGE."""
    do_change = min(np.ptp(one), np.ptp(other)) > LEAST_CHANGE
    return float(np.corrcoef(one, other)[0, 1]) if do_change else 0.0


def _shifted(prepared: Prepared, judged: Judged) -> Symptom | None:
    forecast, last = judged.forecasts[MODEL][:, 0], judged.forecasts["last"][:, 0]
    now, before = correlation(forecast, judged.truth[:, 0]), correlation(forecast, last)
    skill = skill_of(judged, MODEL)
    if len(forecast) < FEWEST or skill >= LEAST_SKILL or before < FOLLOWS or before <= now:
        return None
    said = Note(SHIFTED, before=f"{before:.3f}", now=f"{now:.3f}", skill=_signed(skill))
    if prepared.change == VALUES:
        return Symptom("shifted", said, Note(READ_CHANGES), {"change": DIFFERENCES})
    return Symptom("shifted", said, Note(NO_MORE, linear=_signed(skill_of(judged, "linear"))))


def _beyond(prepared: Prepared) -> Symptom | None:
    read = prepared.read[:, prepared.target]
    outside, rows, low, high = _outside(prepared, read)
    chance = 2 / (prepared.split.training_end + 1)
    if outside < LEAST_ROWS or outside / rows < max(LEAST_BEYOND, TIMES_CHANCE * chance):
        return None
    about: dict[str, Any] = {"count": outside, "rows": rows, "share": f"{outside / rows:.0%}"}
    about |= {"low": f"{low:.4g}", "high": f"{high:.4g}"}
    if prepared.change != VALUES:
        return Symptom("beyond", Note(BEYOND_CHANGES, **about), Note(LONGER_TRAINING))
    fewest, change = min((_outside_as(prepared, each), each) for each in (DIFFERENCES, RETURNS))
    if fewest >= outside:
        return Symptom("beyond", Note(BEYOND, **about), Note(LONGER_TRAINING))
    return Symptom("beyond", Note(BEYOND, **about), Note(READ_INSTEAD, count=fewest), {"change": change})


def _outside(prepared: Prepared, read: np.ndarray) -> tuple[int, int, float, float]:
    """How many test rows are outside the range of the training rows, the number of test rows, and the range."""
    end, split = len(read), prepared.split
    training, test = read[: split.training_end], read[end - (split.rows - split.validation_end) :]
    low, high = float(training.min()), float(training.max())
    return int(((test < low) | (test > high)).sum()), len(test), low, high


def _outside_as(prepared: Prepared, change: str) -> int:
    """The same number if the network read these changes; all test rows if it cannot."""
    try:
        read = changes_of(prepared.series, change)[:, prepared.target]
    except InputError:
        return prepared.split.rows
    return _outside(prepared, read)[0]


def _constant(settings: ForecastSettings, judged: Judged, epochs: int, beyond: Symptom | None) -> Symptom | None:
    spread, wanted = judged.forecasts[MODEL].std(), judged.truth.std()
    if len(judged.truth) < FEWEST or not wanted or spread / wanted >= FLAT:
        return None
    said, linear = Note(CONSTANT, share=f"{spread / wanted:.0%}"), skill_of(judged, "linear")
    if beyond is not None and beyond.settings:
        return Symptom("constant", said, beyond.cure, beyond.settings)
    if linear < skill_of(judged, MODEL) + LEAST_SKILL:
        return Symptom("constant", said, Note(NOTHING))
    more = {"epochs": min(max(2 * epochs, 40), MAX_EPOCHS), "units": max(settings.units, GOOD_UNITS)}
    return Symptom(
        "constant", said, Note(TRAIN_MORE, linear=_signed(linear), rate=GOOD_RATE), more | {"learning_rate": GOOD_RATE}
    )


def _signed(number: float) -> str:
    return f"{number:.2f}".replace("-", "−")
