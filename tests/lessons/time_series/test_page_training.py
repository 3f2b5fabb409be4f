"""Training on the page Time series, and a visitor's own data, without a browser."""

import pytest

from lstm_viz.data.choices import DECLARED
from lstm_viz.lessons.time_series.ui import loaders
from tests.support.app import codes, words
from tests.support.time_series import ROWS, Pretends, keys, open_series, paste, table, train
from tests.support.worker import use_worker


@pytest.fixture
def pretends(monkeypatch):
    """A worker that answers at once; what it trained is forgotten afterwards."""
    worker = Pretends()
    use_worker(monkeypatch, worker)
    for kept in (loaders._kept_for_all, loaders._made_for_all):
        kept.clear()
    yield worker
    for kept in (loaders._kept_for_all, loaders._made_for_all):
        kept.clear()


def said(app) -> str:
    return " ".join(words(app))


def test_the_button_trains_to_the_end_and_the_network_is_judged(pretends):
    app = open_series(source="noisy_sine")
    assert pretends.asked == []
    app.button(key="series_train").click().run()
    train(app)
    assert sum(pretends.asked) == 40
    assert app.query_params["trained"] == "40"
    assert "LSTM" in table(app)
    assert "was trained: 40." in said(app)


def test_a_link_trains_what_it_shows_and_the_next_visitor_finds_it(pretends):
    app = train(open_series(source="noisy_sine", trained="12"))
    assert sum(pretends.asked) == 12
    assert app.button(key="series_train").label == "Go on to 40 epochs"
    train(open_series(source="noisy_sine", trained="12"))
    assert sum(pretends.asked) == 12


def test_stopped_it_goes_on_from_there(pretends):
    pretends.most = 2
    app = open_series(source="noisy_sine")
    app.button(key="series_train").click().run()
    app.button(key="series_stop").click().run()
    done = int(app.query_params["trained"])
    assert 0 < done < 40
    assert "series_stop" not in keys(app)
    pretends.most = 1000
    app.button(key="series_train").click().run()
    train(app)
    assert app.query_params["trained"] == "40"


def test_another_setting_stops_the_training_of_the_one_before(pretends):
    pretends.most = 1
    app = open_series(source="noisy_sine")
    app.button(key="series_train").click().run()
    app.number_input(key="series_seed").set_value(8).run()
    assert "series_stop" not in keys(app)
    assert "not trained yet" in said(app)


def test_when_the_network_does_not_win_the_page_says_so(pretends):
    app = train(open_series(source="clean_sine", trained="3"))
    assert "The LSTM does not beat the baselines: its mean error is" in said(app)
    names = list(table(app))
    assert names.index("LSTM") > 0
    assert float(table(app)["LSTM"]["MAE"]) > float(table(app)[names[0]]["MAE"])


def test_ones_own_rows_are_read_forecast_and_stay_with_the_visitor(pretends):
    app = open_series(source="own", look_back="3", panel="way")
    assert any("No data yet" in each.value for each in app.info)
    app = paste(app, ROWS)
    assert "Read: 31 rows; columns of numbers: 2; separator: comma; decimal mark: “.”." in said(app)
    dates = "Dates from 2026-01-01 to 2026-01-31, in column day, written like 2026-01-01."
    assert f"{dates} Column to forecast: a. No missing values" in said(app)
    assert app.table[0].value["rows"].tolist() == ["1–19", "20–25", "26–31"]
    app.button(key="series_train").click().run()
    train(app)
    assert "was trained: 40." in said(app)
    app.button_group(key="series_panel").set_value("files").run()
    assert 'np.genfromtxt("series.csv"' in codes(app)
    assert "FILE, COLUMNS, FILL = 'pasted.csv', ['a'], 'previous'\nCHOICES = {}" in codes(app)
    asked = len(pretends.asked)
    # Another visitor with the same link has neither the data nor the weights.
    other = open_series(**{name: value for name, value in app.query_params.items() if name != "trained"})
    assert any("No data yet" in each.value for each in other.info)
    assert len(pretends.asked) == asked
    assert app.query_params["source"] == "own"


def test_rows_that_are_wrong_get_their_place_and_what_was_there_stays(pretends):
    app = paste(open_series(source="own", look_back="3", panel="way"), ROWS)
    before = app.table[0].value
    app = paste(app, "day,a\n2026-01-01,1\n2026-01-02,two\n2026-01-03,3\n2026-01-04,4\n")
    assert "Row 3, column a: “two” is not a number." in said(app)
    assert app.table[0].value.equals(before)
    assert "Read: 31 rows" in said(app)


def test_what_was_understood_is_said_above_the_data_and_the_measured_column_is_forecast(pretends):
    days = [f"{day},2026-{1 + day // 28:02}-{1 + day % 28:02},{(day * 37) % 11}" for day in range(40)]
    app = paste(open_series(source="own", look_back="3", panel="way"), "\n".join([",day,close", *days[::-1]]))
    assert "The newest row was first: the rows were turned round." in said(app)
    assert "Column to forecast: close." in said(app)
    assert app.query_params["columns"] in ("2", ["2"])
    assert app.query_params["target"] in ("2", ["2"])
    app = paste(
        open_series(source="own", look_back="3", panel="way", lang="ko"), "\n".join(f"{n % 7}" for n in range(40))
    )
    assert "날짜 열이 없어 행의 순서를 알 수 없습니다" in said(app)
    assert "예측할 열: 이름 없는 1번." in said(app)
    app.button_group(key="series_panel").set_value("files").run()
    assert "CHOICES = {'nameless': '이름 없는 {number}번'}" in codes(app)


def test_what_is_asked_of_a_file_is_answered_beside_it(pretends):
    rows = [f"{1 + day % 28:02}.0{1 + day // 28}.2026;{1 + day % 5},{100 + 7 * day}" for day in range(40)]
    app = paste(open_series(source="own", look_back="3", panel="way"), "\n".join(["day;a", *rows]))
    assert "“1,100” could mean 1.1 or 1100" in said(app) or "“1,100” could mean 1.100 or 1100" in said(app)
    app.selectbox(key="series_decimal").set_value("comma").run()
    assert "Read: 40 rows" in said(app)
    assert "could mean" not in said(app)
    app.text_input(key="series_missing").set_value("1.1, x").run()
    assert "“x” is not a number." in said(app)
    app.text_input(key="series_missing").set_value("1.1").run()
    assert "Missing values: a 1. The first is in row 2." in said(app)
    told = "How the file is read. Chosen by you: Decimal mark, Numbers that mean “missing”"
    assert told in [each.label for each in app.expander]
    app = paste(app, ROWS)
    assert app.selectbox(key="series_decimal").value == ""
    assert "No missing values" in said(app)


def controls(app) -> dict[str, str]:
    """The controls of what was understood: name → what is its first option, or the hint in its field."""
    fields = {box.key.removeprefix("series_"): box.options[0] for box in app.selectbox}
    return fields | {text.key.removeprefix("series_"): text.placeholder for text in app.text_input}


def opened_controls(app):
    """The page with the controls of what was understood."""
    app.session_state["series_reading_open"] = True
    return app.run()


def test_each_choice_has_a_control_that_says_what_was_found(pretends):
    app = opened_controls(paste(open_series(source="own", look_back="3", panel="way"), ROWS))
    shown = controls(app)
    assert set(DECLARED) <= set(shown)
    wanted = {
        "encoding": "UTF-8",
        "separator": "comma",
        "decimal": "point: 1.5",
        "thousands": "none",
        "header": "1",
        "leave_out": "none",
        "layout": "downwards: a row for each time",
        "dates": "day",
        "date_format": "2026-01-01",
        "order": "as they stand: oldest first",
        "stacked": "none",
        "series": "all",
        "factors": "none",
        "missing": "none",
    }
    assert {name: shown[name] for name in wanted} == {name: f"automatic: {each}" for name, each in wanted.items()}


def test_a_change_is_shown_at_once_and_is_in_the_link_and_the_script(pretends):
    app = opened_controls(paste(open_series(source="own", look_back="3", panel="files"), ROWS))
    app.text_input(key="series_leave_out").set_value("2-3").run()
    assert "Read: 29 rows" in said(app)
    app.selectbox(key="series_dates").set_value("0").run()
    app.selectbox(key="series_order").set_value("newest").run()
    assert {name: app.query_params[name] for name in ("leave_out", "dates", "order")} == {
        "leave_out": "2-3",
        "dates": "0",
        "order": "newest",
    }
    assert "CHOICES = {'leave_out': (2, 3), 'dates': (), 'order': 'newest first: turned round'}" in codes(app)
    app.button(key="series_as_found").click().run()
    assert "CHOICES = {}" in codes(app)
    assert "Read: 31 rows" in said(app)


def test_an_impossible_choice_is_told_and_what_was_there_stays(pretends):
    app = opened_controls(paste(open_series(source="own", look_back="3", panel="way"), ROWS))
    app.selectbox(key="series_order").set_value("newest").run()
    assert "the dates contradict this order" in said(app)
    assert "Read: 31 rows" in said(app)


def test_the_choices_of_a_link_are_for_the_first_file_alone(pretends):
    app = open_series(source="own", look_back="3", panel="way", leave_out="2-3", encoding="cp1")
    assert "“encoding” cannot be “cp1”" in said(app)
    app = paste(app, ROWS)
    assert "Read: 29 rows" in said(app)
    app = paste(app, ROWS + "\n")
    assert "Read: 31 rows" in said(app)
    other = open_series(source="tanks", panel="way", decimal="comma")
    assert other.query_params["decimal"] == ""


def test_what_is_wrong_with_a_forecast_is_said_and_its_cure_is_one_press_away(pretends):
    app = train(open_series(source="price", trained="3"))
    assert "41 of 146 test values (28%) are outside" in said(app)
    app.button(key="series_cure_beyond").click().run()
    assert (app.query_params["change"], app.query_params["trained"]) == ("differences", "0")
    assert "not trained yet" in said(app)
    assert "test values (28%) are outside" not in said(app)
    korean = train(open_series(source="price", trained="3", lang="ko"))
    assert "테스트 값 146개 중 41개(28%)가" in said(korean)


def test_three_networks_stand_in_one_table_and_a_link_trains_none_of_them(pretends):
    link = {"source": "noisy_sine", "panel": "kinds", "validate": "False", "test": "20", "patience": "0", "epochs": "3"}
    app = open_series(**link)
    assert pretends.asked == []
    assert "read the same 70 windows in the same order" in said(app)
    assert [table(app)[kind]["MAE"] for kind in ("SimpleRNN", "GRU", "LSTM")] == ["–"] * 3
    app.button(key="series_kinds_train").click().run()
    for _ in range(20):
        app.run()
    assert sum(pretends.asked) == 9
    shown = table(app)
    assert list(shown) == ["SimpleRNN", "GRU", "LSTM", "linear regression", "last season", "last value"]
    assert shown["last value"]["skill"] == "0.00"
    assert {shown[kind]["epochs"] for kind in ("SimpleRNN", "GRU", "LSTM")} == {"3"}
    assert shown["LSTM"]["parameters"] == "1,169"


@pytest.mark.parametrize("source", ["tanks", "own"])
def test_the_regression_is_fitted_once_for_all_forecasts_of_a_series(source, pretends, monkeypatch):
    fitted = []
    fit = loaders.linear_regression
    monkeypatch.setattr(loaders, "linear_regression", lambda prepared: fitted.append(prepared) or fit(prepared))
    app = open_series(source=source, look_back="3", panel="rollout", trained="0")
    if source == "own":
        fitted.clear()
        app = paste(app, ROWS)
    app.number_input(key="series_moment").set_value(app.number_input(key="series_moment").max).run()
    app.button_group(key="series_panel").set_value("kinds").run()
    assert not app.exception
    assert len(fitted) == 1


def test_gaps_are_told_and_filled_as_chosen(pretends):
    app = paste(open_series(source="own", look_back="2", panel="way"), ROWS.replace("2026-01-05,5.5", "2026-01-05,"))
    assert "Missing values: a 1. The first is in row 6." in said(app)
    scaler = app.dataframe[0].value["mean"][0]
    app.button_group(key="series_fill").set_value("drop").run()
    assert app.table[0].value["rows"].tolist()[-1].endswith("–30")
    assert app.dataframe[0].value["mean"][0] != scaler


def test_a_column_without_enough_values_is_told_once_and_what_was_there_stays(pretends):
    rows = [f"{day % 7},{5 if day == 31 else ''},{day * day % 5}" for day in range(1, 32)]
    app = paste(open_series(source="own", look_back="2", panel="way"), "\n".join(["a,b,c", *rows]))
    app.button_group(key="series_columns").set_value(["1", "3"]).run()
    app.button_group(key="series_columns").set_value(["1", "2", "3"]).run()
    assert not app.exception
    assert said(app).count("fewer than two rows are left") == 1
    assert app.button_group(key="series_columns").value == ["1", "3"]
    assert app.dataframe[0].value["column"].tolist() == ["a", "c"]


def test_too_few_rows_for_the_window_are_told_and_the_page_stays_whole(pretends):
    app = paste(open_series(source="own"), "1\n2\n3\n4\n5\n6\n")
    assert "Rows in the training part" in said(app)
    assert table(app)
