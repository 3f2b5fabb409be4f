"""The number of parameters is Keras's, for any size."""

from itertools import product

import pytest

from lstm_viz.lessons.what_it_returns import remote
from lstm_viz.lessons.what_it_returns.in_keras import count_params
from lstm_viz.lessons.what_it_returns.parameters import LayerSize
from tests.support.returns import open_returns, said
from tests.support.worker import forget

SIZES = [
    LayerSize(layer, units, features, reset_after, bidirectional)
    for layer, (units, features), reset_after, bidirectional in product(
        ("lstm", "gru", "simple_rnn"), ((1, 1), (7, 3), (20, 300)), (True, False), (True, False)
    )
]


def test_the_parameters_are_those_that_keras_counts():
    assert {size: size.count for size in SIZES} == {size: count_params(size) for size in SIZES}
    assert count_params(LayerSize("lstm", 1024, 1024, bidirectional=True)) == 16_785_408


def test_the_formula_has_the_count_as_its_value():
    values = {size: eval(size.formula.replace("×", "*").replace(",", "")) for size in SIZES}  # noqa: S307
    assert values == {size: size.count for size in SIZES}


@pytest.mark.usefixtures("returns_worker")
def test_the_panel_shows_the_sum_and_the_answer_of_keras():
    text = said(open_returns(panel="parameters", layer="gru", size="16", features="4"))
    assert "4 × 48 + 16 × 48 + 2 × 48 = 1,056" in text
    assert "1,056 = layer.count_params()" in text
    assert "Keras itself counts 1,056." in text


def test_the_panel_says_so_when_keras_counts_otherwise(returns_worker):
    forget()
    call = returns_worker.call
    returns_worker.call = lambda function, *given: 7 if function == remote.count_params else call(function, *given)
    text = said(open_returns(panel="parameters", size="5"))
    assert "≠ layer.count_params()" in text
    forget()
