"""Operations of `keras.ops` between layers, constants, and attention with arguments in its call, against Keras."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers, ops

from lstm_viz.lessons.your_model.in_keras import answer_of as rebuilt_answer
from lstm_viz.model_files.answer import answer_of
from lstm_viz.model_files.graph import Graph, Layer, Node
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.rebuilding import rebuilt
from lstm_viz.model_files.running import Pass, check_size
from lstm_viz.model_files.sentences import FileError
from tests.model_files.files import IDS, X, opened, saved
from tests.model_files.test_answer import of_tape
from tests.model_files.test_keras import filled

POSITIONS = np.arange(24, dtype="float32").reshape(6, 4) / 10


def around(make: Callable[[Any], Any]) -> keras.Model:
    """What `make` does with the sequence that an LSTM returns, and an LSTM and a Dense after it."""
    given = keras.Input((6, 3))
    made = make(layers.LSTM(4, return_sequences=True)(given))
    return filled(keras.Model(given, made))


def attended(x: Any) -> Any:
    shares = ops.softmax(ops.matmul(x, ops.transpose(x, (0, 2, 1))) / 2.0, axis=-1)
    return ops.matmul(shares, x)[:, -1, :]


def standardised(x: Any) -> Any:
    return (x - ops.mean(x, axis=1, keepdims=True)) / (ops.std(x, axis=1, keepdims=True) + 1e-3)


def activated(x: Any) -> Any:
    curved = ops.gelu(x) + ops.gelu(x, approximate=False) + ops.silu(x) + ops.softplus(x) + ops.log_softmax(x)
    return curved + ops.elu(x) + ops.leaky_relu(x) + ops.selu(x) + ops.softsign(x) + ops.hard_sigmoid(x)


def mapped(x: Any) -> Any:
    positive = ops.log(ops.exp(x) + ops.abs(x)) + ops.sqrt(ops.square(x) + 1) + ops.log1p(ops.square(x))
    return (
        positive + ops.sin(x) - ops.cos(x) + ops.rsqrt(x**2 + 1) + ops.reciprocal(x + 3) + ops.expm1(-x) + ops.sign(x)
    )


def chosen(x: Any) -> Any:
    return ops.where(x > 0.01, x, 2 * x) + ops.clip(x, -0.1, 0.1) + ops.maximum(x, 0.0)


WITH_GRADIENT: dict[str, Callable[[Any], Any]] = {
    "attended": attended,
    "standardised": standardised,
    "mapped": mapped,
    "activated": activated,
    "chosen": chosen,
    "moved": lambda x: ops.swapaxes(ops.flip(ops.repeat(ops.tile(x, (1, 1, 2)), 2, axis=1), axis=1), 1, 2),
    "powers": lambda x: ops.power(x, 3) - 1 / (x + 4) + ops.power(2.0, x),
    "padded": lambda x: ops.pad(ops.roll(x, 1, axis=1), [[0, 0], [1, 0], [0, 2]]),
    "cast": lambda x: ops.cast(x > 0, "float32") * x,
    "variance": lambda x: ops.var(x, axis=-1),
}
WITHOUT: dict[str, Callable[[Any], Any]] = {
    "stacked": lambda x: ops.reshape(ops.stack([x, x * 2], axis=1), (-1, 48)),
    "split": lambda x: ops.subtract(*ops.split(x, 2, axis=-1)),
    "einsum": lambda x: ops.einsum("bij,bkj->bik", x, x),
    "positions": lambda x: layers.LSTM(2)(x + POSITIONS),
    "product with a constant": lambda x: ops.matmul(x, POSITIONS.T[:, :2]),
    "causal heads": lambda x: layers.MultiHeadAttention(2, 3)(x, x, use_causal_mask=True),
    "heads and shares": lambda x: layers.MultiHeadAttention(2, 3)(x, x, return_attention_scores=True)[1],
    "causal attention": lambda x: layers.Attention()([x, x], use_causal_mask=True),
    "attention and shares": lambda x: layers.Attention()([x, x], return_attention_scores=True)[1],
    "running sums": lambda x: ops.cumsum(x, axis=1) + x // 0.1,
    "more of an index": lambda x: x[..., -1][:, None, 1:] + x[:, 1:, 0][:, None],
    "cosine": lambda x: layers.Dot(axes=1, normalize=True)([x[:, 0], x[:, 1]]),
    "offsets": lambda x: layers.Rescaling(0.5, offset=[1.0, 2.0, 3.0, 4.0])(x),
    "given mean": lambda x: layers.Normalization(mean=[1, 2, 3, 4], variance=[4, 1, 9, 0])(x[:, 1:]),
    "inverted": lambda x: layers.Normalization(mean=0.5, variance=4.0, invert=True)(x),
}


@pytest.mark.parametrize("name", [*WITH_GRADIENT, *WITHOUT])
def test_operations_between_layers_are_computed(name):
    model = around({**WITH_GRADIENT, **WITHOUT}[name])
    found = opened(saved(model, ".keras")).run(X).outputs
    np.testing.assert_allclose(found, model(X), atol=1e-5)


@pytest.mark.parametrize("name", [*WITH_GRADIENT, "stacked", "positions", "causal heads", "causal attention"])
def test_the_gradient_through_operations_is_that_of_the_tape(name):
    model = around({**WITH_GRADIENT, **WITHOUT}[name])
    file = opened(saved(model, ".keras"))
    found = answer_of(file, X[:1])
    last = tuple(size - 1 for size in found.values[found.output].array.shape[1:])
    number, gradient = of_tape(model, [X], 0)
    numbers, gradients = replace(found, source=(file.network.inputs[0], 0), index=last).gradients(X)
    np.testing.assert_allclose(numbers, number, atol=1e-5)
    np.testing.assert_allclose(gradients, gradient, atol=1e-5)


@pytest.mark.parametrize("name", [*WITH_GRADIENT, "given mean", "inverted", "cosine", "offsets", "more of an index"])
def test_a_model_with_operations_is_rebuilt(name):
    model = around({**WITH_GRADIENT, **WITHOUT}[name])
    own = rebuilt(opened(saved(model, ".keras")).network)
    np.testing.assert_allclose(rebuilt_answer(own, [X]).outputs[0], model(X), atol=1e-5)


@pytest.mark.parametrize("name", ["stacked", "split", "positions", "causal heads"])
def test_what_is_not_rebuilt_is_named(name):
    with pytest.raises(FileError, match="in a form that is not written here"):
        rebuilt(opened(saved(around(WITHOUT[name]), ".keras")).network)


def read(ids: Any) -> tuple[Any, Any]:
    """A sequence of vectors, and which of its steps are no padding."""
    return layers.LSTM(4, return_sequences=True)(layers.Embedding(5, 4)(ids)), ops.not_equal(ids, 0)


MASKED: dict[str, Callable[[Any, Any], Any]] = {
    "mean": lambda x, mask: layers.GlobalAveragePooling1D()(x, mask=mask),
    "attention": lambda x, mask: layers.Attention()([x, x], mask=[mask, mask]),
    "mask of the value": lambda x, mask: layers.MultiHeadAttention(2, 2)(x, x, value_mask=mask),
}


@pytest.mark.parametrize("name", MASKED)
def test_a_mask_that_is_given_in_the_call_is_used(name):
    given = keras.Input((6,), dtype="int32")
    model = filled(keras.Model(given, MASKED[name](*read(given))))
    file = opened(saved(model, ".keras"))
    np.testing.assert_allclose(file.run(IDS).outputs, model(IDS), atol=1e-5)
    if name == "mean":
        np.testing.assert_allclose(rebuilt_answer(rebuilt(file.network), [IDS]).outputs[0], model(IDS), atol=1e-5)
    else:
        with pytest.raises(FileError, match="in a form that is not written here"):
            rebuilt(file.network)


def test_a_mask_or_a_state_that_is_not_understood_is_named():
    given = keras.Input((6,), dtype="int32")
    x, mask = read(given)
    model = keras.Model(given, layers.Softmax()(layers.Dense(1)(x)[:, :, 0], mask=mask))
    assert opened(saved(model, ".keras")).run(IDS).outputs is None
    started = around(lambda x: layers.GRU(3)(x, initial_state=ops.ones((2, 3))))
    assert "initial_state" in str(opened(saved(started, ".keras")).untraced)


def test_whole_numbers_become_vectors():
    given = keras.Input((6,), dtype="int32")
    model = filled(keras.Model(given, layers.LSTM(3)(ops.one_hot(given, 4))))
    ids = np.array([[0, 1, 2, 3, 4, 0]])
    np.testing.assert_allclose(opened(saved(model, ".keras")).run(ids).outputs, model(ids), atol=1e-6)


@pytest.mark.parametrize(
    "make",
    [
        lambda x: ops.transpose(x, (1, 0, 2)),
        lambda x: ops.einsum("bij,kij->bk", x, x),
        lambda x: ops.flip(x, axis=0),
        lambda x: ops.reshape(x, (6, -1)),
    ],
)
def test_an_operation_that_mixes_the_samples_is_not_computed(make):
    model = around(make)
    file = opened(saved(model, ".keras"))
    assert file.run(X).outputs is None
    assert any("is not understood" in str(box.reason) for box in file.graph)


@pytest.mark.parametrize(
    "activation", [layers.LeakyReLU(negative_slope=0.05), layers.ELU(alpha=0.5)], ids=["LeakyReLU", "ELU"]
)
def test_a_layer_may_be_the_activation_of_another(activation):
    made = around(lambda x: layers.Dense(2, activation=activation)(layers.Conv1D(3, 2, activation=activation)(x)))
    file = opened(saved(made, ".keras"))
    np.testing.assert_allclose(file.run(X).outputs, made(X), atol=1e-6)
    assert not answer_of(file, X[:1]).without_gradient
    with pytest.raises(FileError, match="The activation of conv1d"):
        rebuilt(file.network)


def of_file(kind: str, reads: tuple, **options: Any) -> Graph:
    """A model as a file may describe it, though Keras would not write it: one operation that reads the input."""
    arrays = {"constant_1": np.ones((1, 2, 2), "float32")}
    nodes = [Node(0), Node(1, reads)]
    return Graph(
        [Layer("x", "InputLayer", "input"), Layer("made", kind, kind, options, arrays)], nodes, (0,), ((1, 0),)
    )


def test_the_products_of_an_einsum_are_counted_before_they_are_added_up():
    graph = of_file("einsum", ((0, 0),) * 3, subscripts="bij,bkl,bmn->b")
    small, large = ({0: Value(np.ones((1, size, size), "float32"))} for size in (4, 100))
    check_size(graph, small, 2**22)
    with pytest.raises(FileError, match="too long for this model"):
        check_size(graph, large, 2**22)


def test_what_reads_constants_alone_is_not_computed():
    graph = of_file("tile", ("constant_1",), repeats=[1, 10**6, 10**6])
    assert (1, 0) not in Pass(graph, {0: Value(np.ones((0, 6, 4), "float32"))}).values


@pytest.mark.parametrize(
    ("kind", "options"),
    {
        "swapaxes": {"axis1": -3, "axis2": 1},
        "stack": {"axis": -4},
        "repeat": {"axis": -3, "repeats": 10**6},
        "concatenate": {"axis": -3, "all_masks": False},
        "expand_dims": {"axis": 0},
    }.items(),
)
def test_no_operation_moves_or_lengthens_the_axis_of_the_samples(kind, options):
    """Else a pass could hold far more than it seems to beforehand."""
    graph = of_file(kind, ((0, 0), (0, 0)), **options)
    with pytest.raises(FileError, match="made cannot read an input of the shape"):
        Pass(graph, {0: Value(np.ones((3, 6, 4), "float32"))})
