"""The page Time series without a browser: what it shows, and that its numbers are those of its parts."""

import json

import numpy as np
import pytest

from lstm_viz.lessons.time_series.judge import judge, one_step_origins
from lstm_viz.lessons.time_series.settings import PANELS, SETTINGS
from lstm_viz.lessons.time_series.view import first_run
from tests.lessons.time_series.cases import view
from tests.support.app import codes, viewer_data, viewer_values, words
from tests.support.time_series import open_series, table

# The first view, all but one of its panels, needs no Keras.
pytestmark = pytest.mark.usefixtures("no_worker")


def test_the_first_view_judges_the_shipped_network():
    app, shown = open_series(), view()
    run = first_run(shown)
    judged = judge(shown.prepared, (shown.settings, run.weights), shown.season, one_step_origins(shown.prepared), 1)
    names = {"LSTM": "model", "linear regression": "linear", "last season": "seasonal", "last value": "last"}
    assert list(table(app)) == sorted(names, key=lambda name: judged.errors[names[name]].mae)
    for name, row in table(app).items():
        errors = judged.errors[names[name]]
        assert [row["MAE"], row["RMSE"], row["MASE"]] == [f"{e:.4g}" for e in (errors.mae, errors.rmse, errors.mase)]
    assert any(text.startswith("The LSTM has the smallest mean error, 0.06446: 50% less") for text in words(app))
    assert app.button(key="series_train").disabled


@pytest.mark.parametrize("panel", [panel for panel in PANELS if panel != "lags"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_panel_opens_without_keras(panel, language):
    app = open_series(panel=panel, lang=language)
    assert app.query_params["panel"] == panel


def test_the_preparation_shows_the_scalers_numbers_and_which_rows_belong_where():
    app = open_series(panel="way")
    windows, scaler = app.table[0].value, app.dataframe[0].value
    assert windows["rows"].tolist() == ["1–720", "721–960", "961–1200"]
    assert windows["windows"].tolist() == [708, 240, 240]
    assert windows["first reads → predicts"].tolist() == ["1–12 → 13", "709–720 → 721", "949–960 → 961"]
    values = view().series.values[:720, :2]
    assert scaler["mean"].tolist() == [f"{mean:.4g}" for mean in values.mean(axis=0)]
    assert scaler["standard deviation"].tolist() == [f"{each:.4g}" for each in values.std(axis=0)]
    assert "The latest row that a training window holds is 720; validation begins at row 721." in words(app)


def test_min_max_is_shown_with_its_numbers_and_how_many_test_values_are_outside():
    app = open_series(panel="way", source="price", scaling="min_max")
    assert app.query_params["scaling"] == "min_max"
    row, values = app.dataframe[0].value.iloc[0], view(source="price", columns=["1"]).series.values[:, 0]
    training, test = values[:438], values[584:]
    assert (row["becomes 0"], row["becomes 1"]) == (f"{training.min():.4g}", f"{training.max():.4g}")
    outside = sum((test < training.min()) | (test > training.max()))
    assert row["test values outside 0 … 1"] == f"{outside} / 146"
    assert outside > 0


def test_a_window_of_the_greatest_length_is_shown_in_every_panel():
    app = open_series(look_back="120", panel="gates")
    assert viewer_values(app, 0, "cell").shape == (120, 16)
    assert app.query_params["step"] == "120"
    for panel in ("way", "forecast", "rollout", "kinds", "check_up", "files"):
        assert not open_series(look_back="120", panel=panel).exception
    assert open_series(look_back="60", panel="gates").query_params["step"] == "60"


@pytest.mark.parametrize(("look_back", "skill"), [("60", "0.04"), ("120", "0.92")])
def test_what_returns_every_100_rows_needs_a_window_of_100(look_back, skill):
    app = open_series(source="jumps", look_back=look_back, panel="kinds")
    assert table(app)["linear regression"]["skill"] == skill


def test_three_days_of_five_columns_give_the_fourth_column_of_the_next():
    app = open_series(source="prices", panel="way")
    assert {name: app.query_params[name] for name in ("look_back", "horizon", "target", "columns")} == {
        "look_back": "3",
        "horizon": "1",
        "target": "4",
        "columns": "1,2,3,4,5",
    }
    assert any("X of shape (435, 3, 5)" in text and "y of shape (435, 5)" in text for text in words(app))
    assert app.dataframe[0].value["column"].tolist()[3:] == ["closing price", "volume (shares)"]
    assert app.selectbox(key="series_target").value == 4


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"trained": "37"}, "708 windows, batch size 32: 23 iterations an epoch; 37 epochs: 851 iterations."),
        (
            {"source": "noisy_sine", "validate": "False", "patience": "0", "epochs": "20"},
            "70 windows, batch size 16: 5 iterations an epoch; 20 epochs: 100 iterations.",
        ),
    ],
)
def test_iteration_epoch_and_batch_size_are_told_with_the_numbers_of_the_training(query, said):
    assert any(each.value.startswith(said) for each in open_series(**query).caption)


def test_the_viewer_steps_through_the_window_before_the_moment():
    app, shown = open_series(panel="gates", moment="1100"), view()
    data = viewer_data(app)
    read = shown.prepared.truth[1087:1099]
    assert data["sequences"][0]["tokens"] == [f"{value:.4g}" for value in read]
    assert "rows 1088 to 1099" in data["title"]
    assert f"measured: {shown.prepared.truth[1099]:.4g}." in data["subtitle"]
    assert viewer_values(app, 0, "cell").shape == (12, 16)


def drawn_signals(app) -> list[str]:
    """The titles of the heatmaps below the curve, from top to bottom."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    axes = [spec["layout"][f"yaxis{each['yaxis'][1:]}"] for each in spec["data"] if each["type"] == "heatmap"]
    return [axis["title"]["text"].replace("<br>", " ") for axis in axes]


def test_the_signals_below_the_curve_are_chosen():
    app = open_series(panel="gates")
    assert drawn_signals(app) == ["forget gate", "cell state"]
    app.pills(key="series_signals").set_value(["hidden", "input_gate"]).run()
    assert drawn_signals(app) == ["input gate", "hidden state"]
    assert app.query_params["signals"] == "input_gate,hidden"
    app.pills(key="series_signals").set_value([]).run()
    assert drawn_signals(app) == ["forget gate", "cell state"]


@pytest.mark.parametrize(
    ("network", "signals", "drawn"),
    [
        ("gru", "forget_gate,cell", ["update gate", "hidden state"]),
        ("gru", "cell,candidate", ["candidate"]),
        ("simple_rnn", "cell", ["hidden state"]),
    ],
)
def test_a_signal_that_the_network_does_not_have_is_not_drawn(network, signals, drawn):
    assert drawn_signals(open_series(panel="gates", network=network, signals=signals, trained="0")) == drawn


def test_a_moment_outside_the_test_part_becomes_the_nearest():
    assert open_series(panel="gates", moment="3").query_params["moment"] == "961"
    assert open_series(panel="gates", source="noisy_sine", moment="9999").query_params["moment"] == "100"


def test_settings_that_do_not_fit_leave_what_was_there():
    app = open_series(source="noisy_sine", panel="way")
    before = app.table[0].value
    app.slider(key="series_look_back").set_value(60).run()
    said = "Rows in the training part: 60; a window and what it predicts need 61."
    assert any(text.startswith(said) for text in words(app))
    assert app.table[0].value.equals(before)
    app.slider(key="series_look_back").set_value(12).run()
    assert not any(text.startswith(said) for text in words(app))


def test_a_season_that_is_too_long_is_said():
    app = open_series(source="noisy_sine", season="81")
    assert any("A season of 81 steps is too long: 80 rows come before" in text for text in words(app))


def test_what_is_shown_in_place_of_a_refused_link_is_in_the_language_of_the_visitor():
    korean = " ".join(words(open_series(season="1476", lang="ko")))
    assert "탱크 1 · 압력 (bar)" in korean
    assert "pressure" not in korean


def test_columns_are_in_the_order_of_the_series_in_whichever_they_were_clicked():
    app = open_series(panel="way")
    shown = words(app)
    app.button_group(key="series_columns").set_value(["2", "1"]).run()
    assert app.query_params["columns"] in ("1,2", ["1,2"])
    assert words(app) == shown


def test_each_series_begins_with_settings_of_its_own():
    app = open_series()
    app.button_group(key="series_source").set_value("noisy_sine").run()
    assert {name: app.query_params[name] for name in ("look_back", "season", "columns", "trained")} == {
        "look_back": "10",
        "season": "80",
        "columns": "1",
        "trained": "0",
    }
    assert any("not trained yet" in text for text in words(app))
    assert "LSTM" not in table(app)


def test_predicting_first_hides_the_table_until_one_has_said_who_is_nearest():
    app = open_series(predict="True")
    assert not app.dataframe
    app.radio(key="series_predicted").set_value(0).run()
    assert app.success
    assert table(app)["LSTM"]["MAE"] == "0.06446"


def test_the_code_has_the_pages_settings():
    code = codes(open_series(panel="files", trained="37"))
    assert "look_back, horizon = 12, 1" in code
    assert "keras.layers.LSTM(units" in code
    compile(code, "forecast.py", "exec")


def test_a_link_with_nonsense_opens_and_says_what_it_ignored():
    app = open_series(look_back="1000", network="cnn", columns="9,x", learning_rate="7", trained="0")
    said = " ".join(words(app))
    for name in ("look_back", "network", "columns", "learning_rate"):
        assert f"“{name}”" in said
    assert app.query_params["look_back"] == "120"


def test_a_link_of_another_network_is_not_taken_for_trained():
    assert SETTINGS.read({})[0]["trained"] == 40
    assert SETTINGS.read({"units": "8"})[0]["trained"] == 0
    assert SETTINGS.read({"units": "8", "trained": "5"})[0]["trained"] == 5
    assert SETTINGS.read({"panel": "gates"})[0]["trained"] == 40


def test_the_report_holds_everything_and_asks_for_nothing(monkeypatch):
    from lstm_viz.lessons.time_series.report import report

    shown = view()
    run = first_run(shown)
    judged = judge(shown.prepared, (shown.settings, run.weights), shown.season, one_step_origins(shown.prepared), 1)
    titles = {"model": "LSTM", "linear": "<b>", "seasonal": "s", "last": "l"}
    made = report(
        shown, run, {"One": judged}, titles=titles, words=["a < b"], drawing="<svg></svg>", code="1 < 2", language="en",
        gettext=str,
    ).decode()  # fmt: skip
    assert "&lt;b&gt;" in made
    assert "a &lt; b" in made
    assert f"{judged.errors['model'].mae:.6g}" in made
    assert not any(ask in made for ask in ('src="http', 'href="http', "@import"))
    assert np.isfinite(judged.errors["model"].mae)


def test_the_report_names_the_scaling_and_its_numbers():
    from lstm_viz.lessons.time_series.report import _data

    shown = view(source="price", columns=["1"], scaling="min_max")
    training = shown.prepared.truth[:438]
    made = _data(shown, str)
    assert "<tr><td>Scaling</td><td>min–max, from 0 to 1</td></tr>" in made
    assert f"<td>{training.min():.6g}</td><td>{training.max():.6g}</td>" in made
    assert "<td>mean</td>" not in made


def test_files_are_made_without_a_session_and_in_the_pages_language(monkeypatch):
    from lstm_viz.app.language import later
    from lstm_viz.lessons.time_series.ui import files

    made = {}
    monkeypatch.setattr(files, "file_button", lambda page, label, make, name, mime: made.update({name: later(make)}))
    open_series(panel="files", lang="ko")
    rows = made["forecasts.csv"]().decode("utf-8-sig").splitlines()
    shown = view()
    judged = judge(
        shown.prepared, (shown.settings, first_run(shown).weights), shown.season, one_step_origins(shown.prepared), 1
    )
    assert rows[0] == "row,time,actual,forecast_model,forecast_linear,forecast_seasonal,forecast_last"
    assert len(rows) == 241
    cells = rows[1].split(",")
    assert cells[:2] == ["961", "2026-02-10T00:00:00"]
    assert [float(cell) for cell in cells[2:4]] == [judged.truth[0, 0], judged.forecasts["model"][0, 0]]
    assert len(made["rolled_out.csv"]().splitlines()) == 49
    report = made["forecast_report.html"]().decode()
    assert '<html lang="ko">' in report
    assert "<script src=" not in report
    words, code = report.partition("<h2>신경망과 학습</h2>")[2].split("<pre>")
    assert [title for title in ("유닛 수", "다대다", "배치 크기") if f"<td>{title}</td>" not in words] == []
    assert "many_to_many" not in words
    assert "<td>LSTM</td>" in words
    assert "# 시간 순서로 나눕니다." in code


def test_the_columns_have_korean_names():
    app = open_series(lang="ko")
    assert app.selectbox(key="series_target").options[0] == "탱크 1 · 압력 (bar)"
    assert app.query_params["columns"] == "1,2"
