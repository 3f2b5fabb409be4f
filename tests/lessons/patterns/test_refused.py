"""Why Keras refuses a model put together by a visitor: said of that very model, and its cure works."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from lstm_viz.lessons.patterns.blueprint import Blueprint, Dense, Lstm, Repeat
from lstm_viz.lessons.patterns.in_keras import output_shape
from lstm_viz.lessons.patterns.refused import why_refused
from lstm_viz.lessons.patterns.results import LayerError
from tests.lessons.patterns.runs import build


@pytest.fixture(scope="module")
def refused() -> list[tuple[Blueprint, LayerError]]:
    """The models that Keras refuses, of two LSTM layers and what may stand between and behind them."""
    pytest.importorskip("keras")
    settings = product((0, 5), ((0, 0), (4, 0), (4, 1)), (False, True), (False, True))
    models = [
        build(
            "stacked",
            steps=steps,
            features=3,
            repeat=repeat,
            repeat_at=at,
            returns_1=first,
            returns_2=False,
            distributed=distributed,
        ).blueprint()
        for steps, (repeat, at), first, distributed in settings
    ]
    shapes = [(model, output_shape(model)) for model in models]
    return [(model, shape) for model, shape in shapes if isinstance(shape, LayerError)]


def built_by(code: str):
    import keras
    from keras import layers

    names = {"keras": keras, "layers": layers}
    exec(code, names)  # noqa: S102 - our own code: that it runs is what is tested
    return names["model"]


def test_the_layer_that_is_named_is_the_first_that_keras_does_not_build(refused):
    for model, error in refused:
        before = Blueprint(model.input_shape, model.layers[: error.at])
        reads = built_by(before.code()).output_shape if error.at else (None, *model.input_shape)
        assert reads == error.reads
        with pytest.raises(ValueError, match=r"expected ndim|at least 3 dimensions"):
            built_by(Blueprint(model.input_shape, model.layers[: error.at + 1]).code())


def test_each_cure_is_of_the_model_and_mends_it(refused):
    """The first line stands for what is before the refused layer: with it, Keras builds that layer, too."""
    kinds = set()
    for model, error in refused:
        why = why_refused(model, error, str)
        assert why is not None
        upto = Blueprint(model.input_shape, model.layers[: error.at + 1]).code().splitlines()
        upto[1 + error.at] = f"    {why.code.splitlines()[0]},"
        built_by("\n".join(upto))
        kinds.add((type(model.layers[error.at]), error.at > 0))
        assert str(error.reads) in why.meaning
        assert ("The Input gives" in why.meaning) == (error.at == 0)
        if error.at:
            assert model.layers[error.at - 1].code() in why.meaning
    assert kinds == {(Lstm, False), (Lstm, True), (Repeat, False), (Repeat, True), (Dense, True)}


def test_the_other_ways_mend_it_too(refused):
    for model, error in refused:
        _, *others = why_refused(model, error, str).code.splitlines()
        upto = Blueprint(model.input_shape, model.layers[: error.at + 1]).code().splitlines()
        for other in others:
            if "RepeatVector" in other:
                built_by("\n".join([*upto[:2], f"    {other},", *upto[2:]]))
            else:
                built_by("\n".join([*upto[:-2], f"    {other},", upto[-1]]))


def test_one_vector_for_a_sample_is_no_fault_of_a_layer_that_is_not_there():
    model = build(steps=0, features=3).blueprint()
    why = why_refused(model, output_shape(model), str)
    assert "The Input gives (None, 3)" in why.meaning
    assert "layer before" not in why.meaning + why.cure
    assert why.code == "keras.Input((8, 3))\nlayers.RepeatVector(8)"


def test_a_bidirectional_before_is_named_as_it_is():
    model = build("stacked", returns_1=False, both_1=True).blueprint()
    why = why_refused(model, output_shape(model), str)
    assert "layers.Bidirectional(layers.LSTM(6)), gives (None, 12)" in why.meaning
    assert why.code == "layers.Bidirectional(layers.LSTM(6, return_sequences=True))"


def test_what_is_refused_for_another_reason_is_not_explained():
    model = build("stacked").blueprint()
    other = LayerError("ValueError", "no", 1, (None, 8, 6))
    assert why_refused(model, other, str) is None
    assert why_refused(replace(model, layers=(Dense(2),)), replace(other, at=0), str) is None
