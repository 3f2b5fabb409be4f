"""The first view's network: it forecasts as Keras did when it had been trained, and training gives it again."""

import numpy as np
import pytest

from lstm_viz.lessons.time_series.assets import recorded_arrays
from lstm_viz.lessons.time_series.judge import MODEL, judge, one_step_origins
from lstm_viz.lessons.time_series.model import forecasts
from lstm_viz.lessons.time_series.run import new_run, train
from lstm_viz.lessons.time_series.view import first_run
from tests.lessons.time_series.cases import view


def test_the_shipped_network_forecasts_what_keras_forecast():
    shown = view()
    run, ready = first_run(shown), shown.prepared
    windows = ready.scaled[one_step_origins(ready)[:, None] + np.arange(-shown.settings.look_back, 0)]
    ours = forecasts(shown.settings, run.weights, windows)
    np.testing.assert_allclose(ours, recorded_arrays()["keras_forecasts"], atol=2e-6)


def test_it_is_trained_to_its_end_and_beats_every_baseline():
    shown = view()
    run = first_run(shown)
    assert run.has_ended
    assert 0 < run.weights_epoch < run.epoch == len(run.losses)
    judged = judge(shown.prepared, (shown.settings, run.weights), shown.season, one_step_origins(shown.prepared), 1)
    assert judged.best == MODEL
    assert set(judged.errors) == {MODEL, "linear", "seasonal", "last"}


@pytest.mark.parametrize(
    "other", [{"seed": 2}, {"look_back": 11}, {"columns": ["1"]}, {"series_seed": 2}, {"test": 21}]
)
def test_any_other_training_begins_untrained(other):
    assert first_run(view(**other)).epoch == 0
    assert first_run(view(target=2)).epoch > 0  # what is judged changes no weight


def test_training_again_gives_its_curve():
    pytest.importorskip("keras")
    shown = view()
    start, kept = new_run(shown.settings, shown.prepared.training_data), first_run(shown)
    chunk = train(shown.settings, shown.prepared.training_data, start.state, 3)
    np.testing.assert_allclose(chunk.losses, kept.losses[:3], rtol=1e-3)
    np.testing.assert_allclose(chunk.validation_losses, kept.validation_losses[:3], rtol=1e-3)
