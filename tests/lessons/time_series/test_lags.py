"""Which lag mattered: the forecast and its gradient against Keras, and the ledger against the cell."""

import numpy as np
import pytest

from lstm_viz.explain.attribution import attribution, baselines
from lstm_viz.explain.ledger import memory_at
from lstm_viz.lessons.time_series.gates import gates_over_time, moments_of, window_before
from lstm_viz.lessons.time_series.in_keras import saved_model, window_gradient
from lstm_viz.lessons.time_series.lags import forecast_answer
from lstm_viz.lessons.time_series.model import forecasts, traces_of
from lstm_viz.lessons.time_series.run import initial_weights
from tests.lessons.time_series.cases import SMALL, changed, prepared

pytest.importorskip("keras")


@pytest.mark.parametrize(
    "settings",
    [SMALL, changed(network="gru", many_to_many=True), changed(network="simple_rnn", layers=2, horizon=2)],
    ids=lambda settings: settings.network,
)
def test_the_gradient_is_that_of_finite_differences(settings):
    ready = prepared(settings=settings, target=1)
    weights, window = initial_weights(settings, 2), window_before(ready, 50)[0]
    result = window_gradient(settings, weights, window, 1)
    np.testing.assert_allclose(result.forecast, forecasts(settings, weights, window[None])[0], atol=1e-6)
    small = 1e-2
    for step in range(settings.look_back):
        for column in range(2):
            moved = np.repeat(window[None].astype("float64"), 2, axis=0)
            moved[:, step, column] += [small, -small]
            up, down = forecasts(settings, weights, moved.astype("float32"))[:, 0, 1].astype("float64")
            assert result.gradient[step, column] == pytest.approx((up - down) / (2 * small), abs=2e-4)


@pytest.mark.parametrize(
    "settings",
    [SMALL, changed(network="gru", many_to_many=True), changed(network="simple_rnn", layers=2, horizon=2)],
    ids=lambda settings: settings.network,
)
def test_what_is_divided_among_the_inputs_is_the_forecast_in_its_own_unit(settings):
    ready = prepared(settings=settings, target=1)
    weights, window = initial_weights(settings, 2), window_before(ready, 50)
    answer = forecast_answer(ready, settings, weights, window)
    unit, mean = ready.scaler.deviation[1], ready.scaler.mean[1]
    forecast = forecasts(settings, weights, window)[0, 0, 1] * unit + mean
    found = attribution(answer, baselines(answer)["zeros"])
    assert found.answer + mean == pytest.approx(forecast, rel=1e-6)
    assert found.adds_up
    expected = window_gradient(settings, weights, window[0], 1).gradient
    np.testing.assert_allclose(answer.gradients(window)[1][0] / unit, expected, atol=1e-6)


def test_the_gates_over_time_are_those_of_each_moments_own_window():
    ready, weights = prepared(), initial_weights(SMALL, 2)
    gates = gates_over_time(ready, SMALL, weights, 0)
    assert gates.moments.tolist() == moments_of(ready).tolist() == list(range(48, 60))
    for at in (0, 7, 11):
        trace = traces_of(SMALL, weights, window_before(ready, 48 + at))[0]
        for name, values in gates.signals.items():
            np.testing.assert_allclose(values[at], trace.signals[name][0, -1], atol=1e-7)
        written = memory_at(trace, time=trace.steps - 1, unit=2)
        assert written.sum() == pytest.approx(gates.signals["cell"][at, 2], abs=1e-6)


def test_the_saved_model_forecasts_the_same(tmp_path):
    import keras

    ready, weights = prepared(), initial_weights(SMALL, 2)
    path = tmp_path / "model.keras"
    path.write_bytes(saved_model(SMALL, weights, 2))
    windows = window_before(ready, 50)
    loaded = keras.saving.load_model(path).predict(windows, verbose=0)
    np.testing.assert_allclose(loaded, forecasts(SMALL, weights, windows)[:, 0], atol=1e-6)
