"""The recorded run of the default settings, which tools/train_forecast.py made."""

from functools import cache

import numpy as np

from lstm_viz.engine.models import ASSETS
from lstm_viz.engine.weights import read_only
from lstm_viz.lessons.time_series.prepare import TrainingData
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import ForecastState

RECORDED = ASSETS / "forecast.npz"
STORY = ASSETS / "forecast.json"
KINDS = ("weights", "optimizer", "best_weights")


@cache
def recorded_arrays() -> dict[str, np.ndarray]:
    """Name → array, for all arrays in the file. "keras_forecasts" are Keras's forecasts of the test part, scaled."""
    with np.load(RECORDED, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def recorded_run(settings: ForecastSettings, data: TrainingData) -> ForecastRun:
    """The recorded run, with the settings and data that it was trained with."""
    arrays = recorded_arrays()
    weights, optimizer, best = (
        tuple(arrays[f"{kind}_{at}"] for at in range(sum(name.rsplit("_", 1)[0] == kind for name in arrays)))
        for kind in KINDS
    )
    losses, validation = read_only(arrays["losses"]), read_only(arrays["validation_losses"])
    best_epoch = int(arrays["best_epoch"])
    state = ForecastState(len(losses), weights, optimizer, best_epoch, float(arrays["best_loss"]), best)
    return ForecastRun(settings, data, state, losses, validation)


def arrays_of(run: ForecastRun) -> dict[str, np.ndarray]:
    """The arrays of a run, as `recorded_run` reads them."""
    state = run.state
    arrays = {
        f"{kind}_{at}": array
        for kind, each in zip(KINDS, (state.weights, state.optimizer, state.best_weights), strict=True)
        for at, array in enumerate(each)
    }
    best = {"best_epoch": np.array(state.best_epoch), "best_loss": np.array(state.best_loss)}
    return arrays | best | {"losses": run.losses, "validation_losses": run.validation_losses}
