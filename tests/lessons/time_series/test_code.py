"""The script of the page Time series, run by a fresh Python: it prints the errors that the page shows."""

import os
import re
import subprocess
import sys

import pytest

from lstm_viz.data.table import parse_table
from lstm_viz.lessons.time_series.code import SERIES_FILE, forecast_code, series_csv
from lstm_viz.lessons.time_series.gaps import filled
from lstm_viz.lessons.time_series.judge import judge, one_step_origins, roll_origins
from lstm_viz.lessons.time_series.run import ForecastRun, new_run, train
from lstm_viz.lessons.time_series.settings import SETTINGS
from lstm_viz.lessons.time_series.view import View, first_run, view_of
from tests.lessons.time_series.cases import view

pytest.importorskip("keras")
LINE = re.compile(r"(one step|rolled out) (\w+) MAE (\S+) RMSE (\S+) MASE (\S+)")
STEPS = 5
# One process for all scripts, each in a folder and a namespace of its own: importing Keras takes seconds.
RUN_EACH = """
import os, runpy, sys
for folder in sys.argv[1:]:
    print("script")
    os.chdir(folder)
    runpy.run_path("forecast.py", run_name="__main__")
"""
SMALL = {"columns": ["1"], "look_back": 8}
MANY = {"network": "gru", "layers": 2, "many_to_many": True, "horizon": 3, "season": 80}


def own_view() -> View:
    """A visitor's data, Korean, with a decimal comma and a name that a spreadsheet takes for a formula."""
    rows = "\n".join(f"2026-01-{day:02d};{day % 7},5;{day}" for day in range(1, 32))
    series = filled(parse_table(f"날짜;=기온;b\n{rows}"), "previous", [0, 1])
    values = SETTINGS.defaults() | {"source": "own", "columns": ["2", "1"], "look_back": 3, "units": 3}
    return view_of(values, series, "a visitor")


def trained(shown: View) -> ForecastRun:
    run = new_run(shown.settings, shown.prepared.training_data)
    return run.extended(train(shown.settings, shown.prepared.training_data, run.state, 2))


# The first view's 600 updates round in another order than Keras's own loop: the last digits part.
CASES = {
    "first view": (view, 0.02),
    "noisy sine": (lambda: view(**SMALL | {"source": "noisy_sine"} | MANY), 1e-3),
    "price": (lambda: view(**SMALL | {"source": "price", "network": "simple_rnn", "patience": 0}), 1e-3),
    "clean sine": (lambda: view(**SMALL | {"source": "clean_sine", "units": 4}), 1e-3),
    "own": (own_view, 1e-3),
}


@pytest.fixture(scope="module")
def shown() -> dict[str, tuple[View, ForecastRun]]:
    """What the page shows in each case."""
    views = {name: make() for name, (make, _) in CASES.items()}
    return {name: (each, first_run(each) if name == "first view" else trained(each)) for name, each in views.items()}


@pytest.fixture(scope="module")
def printed(shown, tmp_path_factory) -> dict[str, str]:
    """What the script of each case prints."""
    folders = []
    for each, run in shown.values():
        folders.append(tmp_path_factory.mktemp("script"))
        (folders[-1] / "forecast.py").write_text(forecast_code(each, run.epoch, STEPS), encoding="utf-8")
        (folders[-1] / SERIES_FILE).write_bytes(series_csv(each))
    environment = os.environ | {"KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3"}
    command = [sys.executable, "-c", RUN_EACH, *map(str, folders)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=290, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(zip(CASES, done.stdout.split("script\n")[1:], strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_script_prints_the_pages_errors(name, shown, printed):
    (each, run), (_, model_tolerance) = shown[name], CASES[name]
    ready, model = each.prepared, (each.settings, run.weights)
    assert f"weights of epoch {run.weights_epoch}\n" in printed[name]
    judged = {
        "one step": judge(ready, model, each.season, one_step_origins(ready), 1),
        "rolled out": judge(ready, model, each.season, roll_origins(ready, STEPS), STEPS),
    }
    said = {(found[1], found[2]): tuple(map(float, found.groups()[2:])) for found in LINE.finditer(printed[name])}
    assert set(said) == {(title, method) for title, those in judged.items() for method in those.errors}
    for (title, method), numbers in said.items():
        errors = judged[title].errors[method]
        tolerance = model_tolerance if method == "model" else 1e-4
        assert numbers == pytest.approx((errors.mae, errors.rmse, errors.mase), rel=tolerance, abs=1e-9)
