"""Dropout as Keras does it: the page's own pass through the shown masks gives Keras's outputs."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from keras import layers
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.charts.base import spec
from lstm_viz.comparison import TOLERANCE
from lstm_viz.lessons.what_it_returns.charts.silenced import Silenced
from lstm_viz.lessons.what_it_returns.dropout import DropoutLayer, dropped_sample, scale
from lstm_viz.lessons.what_it_returns.in_keras_dropout import dropped
from tests.lessons.what_it_returns.calls import inputs
from tests.support.returns import open_returns, said
from tests.support.worker import forget

LSTM = DropoutLayer("lstm", 3, "seed", 4, True, "0.5", "0.0", 1)
KINDS = {
    "LSTM": LSTM,
    "GRU": replace(LSTM, layer="gru"),
    "GRU, reset_after=False": replace(LSTM, layer="gru", reset_after=False),
    "SimpleRNN": replace(LSTM, layer="simple_rnn"),
}
RATES = list(product(("0.0", "0.5"), ("0.0", "0.3")))


@pytest.mark.parametrize("rates", RATES)
@pytest.mark.parametrize("kind", KINDS)
def test_both_passes_computed_from_the_masks_are_keras_own(kind, rates):
    layer = replace(KINDS[kind], dropout=rates[0], recurrent_dropout=rates[1])
    x = inputs("pair").x
    result = dropped(layer, x)
    for sample in range(len(x)):
        passes = dropped_sample(layer, result, x, sample)
        for trace, given in ((passes.training, result.training), (passes.prediction, result.prediction)):
            assert_allclose(trace.signals["hidden"][0], given[sample], rtol=0, atol=TOLERANCE)
    assert np.abs(result.training - result.prediction).max() > 0.001 or rates == ("0.0", "0.0")


@pytest.mark.parametrize("kind", KINDS)
def test_the_masks_are_those_of_a_call_that_nobody_watches(kind):
    layer = replace(KINDS[kind], recurrent_dropout="0.3")
    x = inputs("pair").x
    unwatched = {"lstm": layers.LSTM, "gru": layers.GRU, "simple_rnn": layers.SimpleRNN}[layer.layer](
        3, return_sequences=True, **layer.arguments
    )
    unwatched.build(x.shape)
    weights = layer.plain(5)
    unwatched.set_weights([weights.kernel, weights.recurrent_kernel, weights.bias])
    assert_array_equal(unwatched(x, training=True), dropped(layer, x).training)


@pytest.mark.parametrize("kind", KINDS)
def test_recurrent_dropout_gives_each_gate_masks_of_its_own(kind):
    x = inputs("pair").x
    alone = dropped(KINDS[kind], x).masks
    assert [mask.shape for mask in alone.values()] == [(1, 2, 5)]
    layer = replace(KINDS[kind], recurrent_dropout="0.3")
    each = dropped(layer, x).masks
    number = len(layer.gates) or 1
    assert {which: mask.shape for which, mask in each.items()} == {"input": (number, 2, 5), "state": (number, 2, 3)}
    for mask, rate in zip(each.values(), ("0.5", "0.3"), strict=True):
        assert_allclose(np.unique(mask), [0, scale(rate)], rtol=1e-6)


def test_a_prediction_is_that_of_a_layer_without_dropout_and_each_call_draws_anew():
    x = inputs("sample").x
    layer = replace(LSTM, recurrent_dropout="0.3")
    passes = dropped_sample(layer, dropped(layer, x), x, 0)
    assert [claim.equal for claim in passes.claims] == [True, True, True, False, False]


def test_what_is_read_of_h_is_the_h_of_the_step_before():
    x = inputs("sample").x
    passes = dropped_sample(LSTM, dropped(LSTM, x), x, 0)
    assert_array_equal(passes.read("input"), x[0])
    assert_array_equal(passes.read("state")[0], np.zeros(3))
    assert_allclose(passes.read("state")[1:], passes.result.training[0, :-1], atol=TOLERANCE)
    assert {which: mask.shape for which, mask in passes.masks.items()} == {"input": (1, 5)}


def test_a_prediction_draws_masks_too():
    """The page says so; when this fails, Keras has changed it."""
    x = inputs("sample").x
    drawn = []
    for predictions in range(2):
        layer = layers.LSTM(3, dropout=0.5, seed=1)
        for _ in range(predictions):
            layer(x)
        drawn.append(np.asarray(layer.cell.get_dropout_mask(x[:, 0])))
    assert not np.array_equal(*drawn)


def test_a_bidirectional_with_a_seed_draws_the_same_masks_twice():
    """The page says so; when this fails, Keras has changed it."""
    x = inputs("sample").x
    both = layers.Bidirectional(layers.LSTM(3, dropout=0.5, seed=1))
    both.build(x.shape)
    masks = [part.cell.get_dropout_mask(x[:, 0]) for part in (both.forward_layer, both.backward_layer)]
    assert_array_equal(*masks)


def test_the_chart_has_a_cross_at_every_step_where_a_mask_silences():
    masks = np.float32([[0, 2, 0], [2, 2, 0]])
    values = np.float32([[0, 1, 2], [3, 0, 5]])
    chart = Silenced(values, masks, ("update_gate", "reset_gate"), ("Reads x", "Feature"), str, "light").chart()
    chart.to_dict(validate=True)
    cells = {(cell["step"], cell["gate"], cell["entry"]): cell for cell in spec(chart)["data"]["values"]}
    crossed = [at for at, cell in cells.items() if cell["text"] == "×"]
    assert {(gate, entry) for _, gate, entry in crossed} == {("update gate", 1), ("update gate", 3), ("reset gate", 3)}
    assert len(crossed) == 6
    assert cells[2, "reset gate", 1]["value"] == 6  # a kept entry is scaled
    assert cells[1, "reset gate", 1]["text"] == "0.00"  # a zero that is read is not silenced
    assert "update gate: 1, 3 silenced." in spec(chart)["description"]


@pytest.mark.usefixtures("returns_worker")
def test_the_panel_shows_the_masks_and_both_passes():
    app = open_returns(panel="dropout", layer="gru", weights="seed", recurrent_dropout="0.5", reset_after="False")
    text = said(app)
    assert "output[0] = with_masks" in text
    assert "prediction = without_dropout(x)" in text
    assert "output ≠ prediction" in text
    assert "GRU(3, return_sequences=True, reset_after=False, dropout=0.5, recurrent_dropout=0.5, seed=1)" in text
    layer = DropoutLayer("gru", 3, "seed", 1, False, "0.5", "0.5", 1)
    x = inputs("sample").x
    passes = dropped_sample(layer, dropped(layer, x), x, 0)
    silenced = [", ".join(str(1 + at) for at in np.flatnonzero(mask == 0)) or "–" for mask in passes.masks["input"]]
    for gate, entries in zip(("update gate", "reset gate", "candidate"), silenced, strict=True):
        assert f"| {gate} | {entries} |" in text
    assert len(app.get("vega_lite_chart")) == 4
    table = app.dataframe[0].value
    assert_allclose(table["training=True"][table.Signal == "candidate"], passes.training.candidate[0, :, 0], atol=1e-6)
    assert_allclose(table["training=False"][table.Signal == "hidden state"], passes.result.plain[0, :, 0], atol=1e-6)


@pytest.mark.usefixtures("returns_worker")
def test_without_a_rate_nothing_is_silenced():
    app = open_returns(panel="dropout", dropout="0.0", layer="simple_rnn")
    assert "| all gates | no mask | no mask |" in said(app)
    assert "output = prediction" in said(app)
    assert len(app.get("vega_lite_chart")) == 1


def test_the_panel_says_so_when_the_outputs_are_not_those_of_the_masks(returns_worker):
    forget()

    def changed(function, *given):
        found = function(*given)
        return replace(found, training=found.training + 0.25)

    returns_worker.call = changed
    assert "output[0] ≠ with_masks" in said(open_returns(panel="dropout"))
    forget()
