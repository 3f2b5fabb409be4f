"""The charts of the page Time series: what they draw, say and refuse."""

import re
from functools import partial

import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES
from lstm_viz.lessons.time_series.charts.figure import Moments, forecast_figure, page
from lstm_viz.lessons.time_series.charts.lag_bars import memory_bars
from lstm_viz.lessons.time_series.charts.losses import forecast_losses
from lstm_viz.lessons.time_series.charts.method_lines import method_lines
from lstm_viz.lessons.time_series.charts.series_parts import MOST_POINTS, series_parts

VALUES = np.linspace(1, 2, 30)
TIMES = [f"2026-01-{day:02d}T00:00:00" for day in range(1, 31)]
LINES = {"truth": VALUES, "model": VALUES + 0.1, "linear": VALUES - 0.1, "last": VALUES + 0.5}
TEXTS = {"title": "«t»", "subtitle": "«s»", "value_title": "«v»"}
DRAWN = {
    "methods": partial(method_lines, LINES, network="LSTM", **TEXTS),
    "losses": partial(forecast_losses, 1 / np.arange(1.0, 9), 2 / np.arange(1.0, 9), taken=6, epochs=20),
    "parts": partial(series_parts, VALUES, (18, 24, 30), times=TIMES, name="«price»"),
    "memory": partial(memory_bars, np.append(0.0, VALUES[:5]), unit=2),
}
NAMED = {"LSTM", "a", "b"}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", DRAWN)
def test_the_specification_is_valid_and_described(name, mode):
    chart = DRAWN[name](gettext=str, mode=mode)
    valid, plain = chart.to_dict(validate=True), spec(chart)
    assert {**plain, "data": None, "datasets": None} == {**valid, "data": None, "datasets": None}
    assert len(plain["description"]) > len(plain["title"]["text"]) > 0


@pytest.mark.parametrize("name", DRAWN)
def test_every_word_can_be_translated(name):
    plain = spec(DRAWN[name](gettext=lambda text: f"«{text}»"))
    assert "«" in plain["title"]["text"]
    for layer in plain.get("layer", [plain]):
        for channel in layer.get("encoding", {}).values():
            if isinstance(channel, dict) and channel.get("title"):
                assert "«" in channel["title"]


def test_the_losses_say_which_weights_are_taken():
    words = spec(DRAWN["losses"](gettext=str))["description"]
    assert "after epoch 6 are used: training 0.1667, validation 0.3333" in words
    with pytest.raises(ValueError, match="validation must have the shape"):
        forecast_losses(VALUES, VALUES[1:], taken=0, epochs=3, gettext=str)


def test_a_loss_that_is_no_number_is_a_gap():
    rows = spec(forecast_losses(np.array([1, np.nan]), np.array([1, np.nan]), taken=1, epochs=3, gettext=str))["data"]
    assert [row["loss"] for row in rows["values"]] == [1, None, 1, None]


def test_a_long_series_is_thinned_and_its_parts_stay_joined():
    values = np.arange(50_000.0)
    rows = spec(series_parts(values, (30_000, 40_000, 50_000), times=None, name="n", gettext=str))["data"]["values"]
    assert len(rows) <= MOST_POINTS + 6
    by_part = {part: [row["row"] for row in rows if row["part"] == part] for part in ("training", "validation", "test")}
    assert by_part["training"][-1] == by_part["validation"][0]
    assert by_part["validation"][-1] == by_part["test"][0]


def test_the_bars_say_what_they_add_up_to():
    assert f"+{VALUES[:5].sum():.3f}" in spec(DRAWN["memory"](gettext=str))["description"]


@pytest.mark.parametrize("lines", [{}, {"oracle": VALUES}])
def test_lines_of_nothing_known_are_refused(lines):
    with pytest.raises(ValueError, match="lines must be some of"):
        method_lines(lines, network="LSTM", gettext=str, **TEXTS)


@pytest.mark.parametrize("times", [None, TIMES])
def test_the_figure_shares_one_time_axis_and_each_point_knows_its_row(times):
    signals = {"cell": np.random.default_rng(0).normal(size=(30, 4)), "forget_gate": np.full((30, 4), 0.5)}
    moments = Moments(np.arange(101, 131), times, "<b>price</b>", "LSTM")
    figure = forecast_figure(moments, LINES, signals, title="Gates", chosen=3, gettext=str)
    curves, heatmaps = figure.data[:4], figure.data[4:]
    assert [curve.name for curve in curves] == ["measured", "LSTM", "linear regression", "last value"]
    assert curves[0].customdata.tolist() == list(range(101, 131))
    assert (heatmaps[0].zmin, heatmaps[0].zmax) == (0, 1)
    assert heatmaps[1].zmin == -heatmaps[1].zmax
    np.testing.assert_array_equal(heatmaps[1].z, signals["cell"].T)
    assert {figure.layout[name].autorange for name in ("yaxis2", "yaxis3")} == {"reversed"}  # as in the viewer
    axes = [figure.layout[name] for name in ("xaxis", "xaxis2", "xaxis3")]
    assert {axis.matches for axis in axes} == {None, "x3"}
    assert [(each.x0, each.dx) for each in figure.data] == [(101, 1) if times is None else (TIMES[0], 86_400_000)] * 6
    assert figure.layout.yaxis.title.text == "&lt;b&gt;price&lt;/b&gt;"


def test_rows_at_irregular_times_stand_at_their_times():
    times = [*TIMES[:29], "2027-01-01T00:00:00"]
    figure = forecast_figure(Moments(np.arange(30), times, "n", "LSTM"), LINES, title="T", gettext=str)
    assert {each.x for each in figure.data} == {tuple(times)}


def test_the_figure_as_a_page_asks_for_nothing():
    made = page(
        forecast_figure(Moments(np.arange(30), None, "n", "LSTM"), LINES, title="T", gettext=str), "ko"
    ).decode()
    assert made.startswith('<!doctype html><html lang="ko">')
    assert "<script src=" not in made


def test_row_numbers_are_not_written_as_dates():
    axis = forecast_figure(Moments(np.arange(30), None, "n", "LSTM"), LINES, title="T", gettext=str).layout.xaxis
    assert (axis.tickformatstops, axis.hoverformat) == ((), None)


def test_dates_are_in_digits():
    written = [*spec(DRAWN["parts"](gettext=str))["encoding"]["x"]["axis"]["format"].values()]
    hours = [f"2026-01-01T{hour % 24:02d}:00:00" for hour in range(30)]
    for times, hover in ((TIMES, "%Y-%m-%d"), (hours, "%Y-%m-%d %H:%M")):
        moments = Moments(np.arange(1, 31), times, "bar", "LSTM")
        axis = forecast_figure(moments, LINES, title="t", gettext=str).layout.xaxis
        assert axis.hoverformat == hover
        written += [hover, *(each.value for each in axis.tickformatstops)]
    # What Vega and Plotly write in words: names of months, of days and of halves of a day, in English.
    assert not {"%a", "%A", "%b", "%B", "%p", "%c", "%x", "%X"} & set(re.findall("%.", "".join(written)))
