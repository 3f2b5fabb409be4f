"""Training by real Keras layers: in chunks, stopped early, blind to the test part, and equal to Keras's own `fit`."""

import numpy as np
import pytest

from lstm_viz.lessons.time_series.judge import MODEL, judge, one_step_origins
from lstm_viz.lessons.time_series.model import forecasts, traces_of
from lstm_viz.lessons.time_series.run import initial_weights, new_run, train
from lstm_viz.lessons.time_series.series import Series
from lstm_viz.lessons.time_series.settings import of_source
from lstm_viz.lessons.time_series.state import ForecastState, iterations_of, most_windows, order_of
from lstm_viz.lessons.time_series.symptoms import skill_of
from tests.lessons.time_series.cases import SMALL, changed, prepared, random_series, view

keras = pytest.importorskip("keras")

CASES = {
    "lstm": SMALL,
    "gru, two layers, many to many": changed(network="gru", layers=2, many_to_many=True, horizon=3),
    "simple_rnn, horizon 2": changed(network="simple_rnn", horizon=2),
}


def trained(settings, ready, epochs):
    run = new_run(settings, ready.training_data)
    return run.extended(train(settings, ready.training_data, run.state, epochs))


def assert_same(one: ForecastState, other: ForecastState) -> None:
    assert (one.epoch, one.best_epoch, one.best_loss) == (other.epoch, other.best_epoch, other.best_loss)
    for name in ("weights", "optimizer", "best_weights"):
        for ours, theirs in zip(getattr(one, name), getattr(other, name), strict=True):
            np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_epochs_cut_into_chunks_give_the_same_bits(settings):
    ready = prepared(settings=settings)
    whole, run = trained(settings, ready, 5), new_run(settings, ready.training_data)
    for epochs in (1, 3, 1):
        run = run.extended(train(settings, ready.training_data, run.state, epochs))
    assert_same(run.state, whole.state)
    np.testing.assert_array_equal(run.losses, whole.losses)
    np.testing.assert_array_equal(run.validation_losses, whole.validation_losses)


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_epochs_are_those_of_keras_own_fit(settings):
    from lstm_viz.lessons.time_series.in_keras import build

    settings = changed(settings, patience=0)
    ready = prepared(settings=settings)
    ours, scaled, horizon = trained(settings, ready, 2), ready.scaled, settings.horizon
    model = build(settings, 2, initial_weights(settings, 2))
    # Tracing takes a second or more, and what runs is the same. The LSTM is compiled, as users compile it.
    adam, is_eager = keras.optimizers.Adam(settings.learning_rate), settings.network != "lstm"
    model.compile(adam, "mean_squared_error", run_eagerly=is_eager)
    starts = range(ready.split.training_end - settings.look_back - horizon + 1)
    inputs = np.array([scaled[start : start + settings.look_back] for start in starts])
    steps = range(settings.look_back) if settings.many_to_many else [settings.look_back - 1]
    wanted = np.array([[scaled[s + t + 1 : s + t + 1 + horizon].ravel() for t in steps] for s in starts])
    wanted = wanted if settings.many_to_many else wanted[:, 0]
    losses = []
    for epoch in range(2):
        order = order_of(settings, epoch, len(starts))
        history = model.fit(inputs[order], wanted[order], batch_size=settings.batch_size, shuffle=False, verbose=0)
        losses += history.history["loss"]
    np.testing.assert_allclose(ours.losses, losses, rtol=1e-4)
    for mine, theirs in zip(ours.weights, model.get_weights(), strict=True):
        np.testing.assert_allclose(mine, theirs, atol=1e-5)


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_forecasts_and_traces_are_those_of_keras(settings):
    from lstm_viz.lessons.time_series.in_keras import build, keras_forecasts

    ready = prepared(settings=settings)
    weights = initial_weights(settings, 2)
    windows = ready.scaled[np.arange(20)[:, None] + np.arange(settings.look_back)]
    np.testing.assert_allclose(
        forecasts(settings, weights, windows), keras_forecasts(settings, weights, windows), atol=1e-6
    )
    given = keras.ops.convert_to_tensor(windows)
    for layer, trace in zip(build(settings, 2, weights).layers, traces_of(settings, weights, windows), strict=False):
        given = layer(given)
        ours = trace.hidden if given.shape == trace.hidden.shape else trace.hidden[:, -1]
        np.testing.assert_allclose(ours, given, atol=1e-6)


def test_the_validation_loss_is_that_of_what_follows_each_validation_window():
    settings = CASES["gru, two layers, many to many"]
    ready = prepared(settings=settings)
    run = trained(settings, ready, 1)
    first, end = ready.split.bounds("validation")
    off = []
    for row in range(first, end - settings.horizon + 1):
        said = forecasts(settings, run.state.weights, ready.scaled[None, row - settings.look_back : row])[0]
        off.append((said - ready.scaled[row : row + settings.horizon]) ** 2)
    assert run.validation_losses[0] == pytest.approx(np.mean(off), rel=1e-4)


def test_whatever_the_test_part_holds_the_weights_are_the_same():
    series = random_series()
    values = series.values.copy()
    values[48:] = 1e4
    runs = [trained(SMALL, prepared(each), 3) for each in (series, Series(series.columns, values))]
    assert_same(runs[0].state, runs[1].state)


def test_what_the_validation_part_holds_changes_no_update():
    series = random_series()
    values = series.values.copy()
    values[36:48] += 5
    runs = [trained(SMALL, prepared(each), 3) for each in (series, Series(series.columns, values))]
    np.testing.assert_array_equal(runs[0].losses, runs[1].losses)
    assert not np.array_equal(runs[0].validation_losses, runs[1].validation_losses)
    for ours, theirs in zip(runs[0].state.weights, runs[1].state.weights, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_early_stopping_ends_it_and_takes_the_best_weights():
    settings = changed(patience=2, learning_rate=0.02)
    run = trained(settings, prepared(), 200)
    assert run.was_stopped_early
    assert run.has_ended
    best = int(run.validation_losses.argmin()) + 1
    assert (run.weights_epoch, run.epoch) == (best, best + 2)
    short = trained(changed(settings, patience=0), prepared(), best)
    for ours, theirs in zip(run.weights, short.weights, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    again = run.extended(train(settings, prepared().training_data, run.state, 5))
    assert again.epoch == run.epoch


def test_without_patience_the_last_weights_are_taken():
    run = trained(changed(patience=0), prepared(), 6)
    assert (run.weights_epoch, run.epoch, run.has_ended) == (6, 6, False)
    assert run.weights is run.state.weights


def test_numbers_that_are_not_finite_end_it_and_the_last_finite_weights_stay():
    ready = prepared()
    run = new_run(SMALL, ready.training_data)
    broken = tuple(np.full_like(array, np.nan) for array in run.state.weights)
    state = ForecastState(0, broken, run.state.optimizer, 0, np.inf, run.state.weights)
    chunk = train(SMALL, ready.training_data, state, 4)
    assert np.isnan(chunk.losses).tolist() == [True]
    assert chunk.state.epoch == 0
    assert run.extended(chunk).has_diverged


def test_of_a_long_series_an_epoch_takes_some_of_the_windows(monkeypatch):
    from lstm_viz.lessons.time_series import state

    monkeypatch.setattr(state, "WINDOWS_AN_EPOCH", 16)
    orders = [order_of(SMALL, epoch, 31) for epoch in range(40)]
    assert {len(order) for order in orders} == {16}
    assert all(len(set(order.tolist())) == 16 for order in orders)
    assert set(np.concatenate(orders).tolist()) == set(range(31))
    ready = prepared()
    whole, run = trained(SMALL, ready, 2), new_run(SMALL, ready.training_data)
    for _ in range(2):
        run = run.extended(train(SMALL, ready.training_data, run.state, 1))
    assert_same(run.state, whole.state)


def test_an_epoch_of_long_windows_reads_no_more_rows_than_one_of_60():
    assert [most_windows(look_back) for look_back in (2, 12, 60, 61, 120)] == [2000, 2000, 2000, 1967, 1000]
    assert len(order_of(changed(look_back=120), 0, 5000)) == 1000
    assert iterations_of(changed(look_back=120, batch_size=32), 5000) == 32


@pytest.mark.slow
@pytest.mark.parametrize(("look_back", "linear"), [(60, 0.04), (120, 0.92)])
def test_forty_epochs_do_not_teach_an_lstm_to_count_to_100(look_back, linear):
    """A window of 60 rows may not hold the last jump, so that no number of epochs would help: few will do there."""
    shown = view(**of_source("jumps") | {"source": "jumps", "look_back": look_back})
    run = trained(shown.settings, shown.prepared, shown.epochs if look_back > 100 else 10)
    origins = one_step_origins(shown.prepared)
    judged = judge(shown.prepared, (shown.settings, run.weights), shown.season, origins, 1)
    assert skill_of(judged, MODEL) < 0.2
    assert skill_of(judged, "linear") == pytest.approx(linear, abs=0.01)
