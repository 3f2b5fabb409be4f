"""Trains the first view of the page Time series: python -m tools.train_forecast [folder].

Writes forecast.npz, the training as it stands with Keras's own forecasts of the test part, and forecast.json, how it
came about. All randomness comes from the seeds of the page's defaults. Run again on the same versions it gives the
same weights.
"""

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.time_series.assets import RECORDED, STORY, arrays_of
from lstm_viz.lessons.time_series.in_keras import keras_forecasts
from lstm_viz.lessons.time_series.judge import one_step_origins
from lstm_viz.lessons.time_series.run import new_run, train
from lstm_viz.lessons.time_series.series import SOURCES
from lstm_viz.lessons.time_series.settings import DEFAULT_EPOCHS, SETTINGS
from lstm_viz.lessons.time_series.view import view_of


def main(folder: Path) -> None:
    """Trains and writes."""
    values = SETTINGS.defaults()
    view = view_of(values, SOURCES[values["source"]](values["series_seed"]))
    settings, prepared = view.settings, view.prepared
    run, started, worked = new_run(settings, prepared.training_data), time.monotonic(), time.process_time()
    run = run.extended(train(settings, prepared.training_data, run.state, DEFAULT_EPOCHS))
    seconds = {"seconds": time.monotonic() - started, "processor_seconds": time.process_time() - worked}
    windows = prepared.scaled[one_step_origins(prepared)[:, None] + np.arange(-settings.look_back, 0)]
    kept = {"keras_forecasts": keras_forecasts(settings, run.weights, windows)}
    np.savez(folder / RECORDED.name, allow_pickle=False, **arrays_of(run), **kept)
    told = {"series": values["source"], "series_seed": values["series_seed"], "settings": asdict(settings)}
    told |= {"epochs": run.epoch, "best_epoch": run.weights_epoch, "script": "tools/train_forecast.py"}
    told |= {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__}
    (folder / STORY.name).write_text(json.dumps(told, indent=1) + "\n")
    print(told, seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
