"""The script of the page Time series, as it stands: it prints the errors that the page shows."""

import re
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

import pytest

from lstm_viz.data import read_series
from lstm_viz.data.choices import NEWEST
from lstm_viz.data.table import parse_table
from lstm_viz.i18n import translation
from lstm_viz.lessons.time_series.code import SERIES_FILE, forecast_code, series_csv
from lstm_viz.lessons.time_series.gaps import filled
from lstm_viz.lessons.time_series.judge import judge, one_step_origins, roll_origins
from lstm_viz.lessons.time_series.run import ForecastRun, new_run, train
from lstm_viz.lessons.time_series.series import Origin
from lstm_viz.lessons.time_series.settings import SETTINGS
from lstm_viz.lessons.time_series.view import View, view_of
from lstm_viz.script_words import spoken
from tests.lessons.time_series.cases import view
from tests.support.eagerly import eagerly
from tests.support.scripts import printed_by

pytest.importorskip("keras")
LINE = re.compile(r"(one step|rolled out) (\w+) MAE (\S+) RMSE (\S+) MASE (\S+)")
OWN_FILE = "날짜;=기온;b\n" + "\n".join(f"2026-01-{day:02d};{day % 7},5;{day}" for day in range(1, 32))
CHOSEN_FILE = OWN_FILE.replace(",5;", ",5 kg;")
MANY = {"network": "gru", "layers": 2, "many_to_many": True, "horizon": 3, "season": 80, "batch_size": "16"}
# Parts of series of 730 and more rows: each batch and each forecast of 32 windows takes a while without a graph.
BIG = {"batch_size": "128", "validation": 5, "test": 5}
FEW = BIG | {"look_back": 3}


def own_view(**values) -> View:
    """A visitor's data, Korean, with a decimal comma and a name that a spreadsheet takes for a formula."""
    return view_of(own_values() | values, filled(parse_table(OWN_FILE), "previous", [0, 1]), "a visitor")


def own_values() -> dict[str, object]:
    return SETTINGS.defaults() | {"source": "own", "columns": ["2", "1"], "look_back": 3, "units": 3}


def chosen_view() -> View:
    """The same file, read otherwise: nothing in it tells which row is wrong, what is missing, and the order."""
    choices = {"leave_out": (5,), "dates": (), "order": NEWEST, "missing": (3.5,), "factors": {"kg": 0.5}}
    table = read_series(CHOSEN_FILE.encode(), **choices)
    series = filled(table, "linear", [0, 1])
    origin = Origin("my file.csv", choices, table.understood, "linear")
    return view_of(own_values(), replace(series, origin=origin), "a visitor")


def trained(shown: View, epochs: int) -> ForecastRun:
    run = new_run(shown.settings, shown.prepared.training_data)
    return run.extended(train(shown.settings, shown.prepared.training_data, run.state, epochs))


def one_column(source: str, look_back: int, **values) -> View:
    return view(source=source, columns=["1"], look_back=look_back, **values)


def price(**values) -> View:
    return one_column("price", units=4, **FEW, **values)


def steps(shown: View) -> int:
    """How far a case is rolled out: a step more than its horizon, so that it reads its own output."""
    return shown.settings.horizon + 1


def run_as(name: str) -> AbstractContextManager:
    """How Keras runs a case: eagerly, or as it does on its own."""
    return nullcontext() if name == COMPILED else eagerly()


# A view, and for how many epochs it is to be trained. The first stops after 3 of 20, and takes the weights of epoch 2;
# its last batch is not full. It is compiled, as it is for a reader, and the others run eagerly: few steps and batches.
# A script costs a second, so the cases vary several settings at once: each line of any script is in one of them.
COMPILED = "tanks"
CASES = {
    COMPILED: (lambda: view(patience=1, learning_rate="0.02", seed=8), 20),
    "noisy sine": (lambda: one_column("noisy_sine", 10, **MANY), 2),
    "prices, min–max": (lambda: view(source="prices", columns=["1", "4", "5"], target=4, scaling="min_max", **FEW), 2),
    "jumps": (lambda: one_column("jumps", 6, units=2, **BIG), 1),
    "price, returns": (lambda: price(change="returns", network="simple_rnn", patience=0), 2),
    "clean sine, no validation": (
        lambda: one_column("clean_sine", 5, units=4, **BIG | {"validate": False, "patience": 0}),
        2,
    ),
    "chosen": (chosen_view, 2),
    "min–max of returns": (lambda: price(change="returns", scaling="min_max"), 1),
    "own differences": (lambda: own_view(change="differences"), 2),
}


@pytest.fixture(scope="module")
def shown() -> dict[str, tuple[View, ForecastRun]]:
    """What the page shows in each case."""
    found = {}
    for name, (make, epochs) in CASES.items():
        with run_as(name):
            found[name] = (each := make()), trained(each, epochs)
    return found


@pytest.fixture(scope="module")
def printed(shown, tmp_path_factory) -> dict[str, str]:
    """What the script of each case prints."""
    found = {}
    for name, (each, _) in shown.items():
        folder = tmp_path_factory.mktemp("script")
        if name == "chosen":
            (folder / "my file.csv").write_bytes(CHOSEN_FILE.encode())
        else:
            (folder / SERIES_FILE).write_bytes(series_csv(each))
        with run_as(name):
            found[name] = printed_by(forecast_code(each, CASES[name][1], steps(each)), folder)
    return found


@pytest.mark.parametrize("name", CASES)
def test_every_comment_of_the_script_is_translated(name):
    told = spoken(forecast_code(CASES[name][0](), 1, 4), translation("ko").gettext)
    said = [line for line in told.split("\n") if "# " in line or '"""' in line]
    assert len(said) > 3
    assert [line for line in said if not re.search("[가-힣]", line)] == []


def test_one_is_stopped_early(shown):
    _, run = shown["tanks"]
    assert (run.epoch, run.weights_epoch) == (3, 2)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_script_prints_the_pages_errors(name, shown, printed):
    each, run = shown[name]
    ready, model = each.prepared, (each.settings, run.weights)
    assert f"weights of epoch {run.weights_epoch}\n" in printed[name]
    judged = {
        "one step": judge(ready, model, each.season, one_step_origins(ready), 1),
        "rolled out": judge(ready, model, each.season, roll_origins(ready, steps(each)), steps(each)),
    }
    said = {(found[1], found[2]): tuple(map(float, found.groups()[2:])) for found in LINE.finditer(printed[name])}
    assert set(said) == {(title, method) for title, those in judged.items() for method in those.errors}
    for (title, method), numbers in said.items():
        errors = judged[title].errors[method]
        tolerance = 1e-3 if method == "model" else 1e-4
        assert numbers == pytest.approx((errors.mae, errors.rmse, errors.mase), rel=tolerance, abs=1e-9)
