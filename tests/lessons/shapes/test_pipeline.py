"""Each line that is shown makes the array that is shown, and each cell of X is the raw value that is named."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from lstm_viz.drawings.array_block import MADE_UP
from lstm_viz.lessons.shapes.parsing import parse_sentences
from lstm_viz.lessons.shapes.pipeline import pipeline_of, vocabulary_of
from tests.lessons.shapes.cases import CASES

SHAPES = {
    "pair, sequences": ((2, 4, 5), (2, 4, 5)),
    "pair, steps": ((4, 1, 5), (4, 5)),
    "a pair of one's own": ((2, 2, 5), (2, 2, 5)),
    "sine": ((90, 10, 1), (90, 1)),
    "sine, strides": ((30, 7, 1), (30, 1)),
    "own rows": ((6, 10, 2), (6, 2)),
    "own series": ((4, 2, 1), (4, 1)),
    "tanks": ((6, 5, 2), (6, 1)),
    "tanks by hour": ((3, 5, 2), (3, 1)),
    "text, pre": ((4, 8), (4,)),
    "text, post": ((4, 8), (4,)),
}


@pytest.mark.parametrize("name", CASES)
def test_x_and_y_have_these_shapes(name):
    pipeline = pipeline_of(CASES[name], str)
    assert (pipeline.x.shape, pipeline.y.shape) == SHAPES[name]


@pytest.mark.parametrize("name", [name for name in CASES if not name.startswith("text")])
def test_every_line_makes_the_array_beside_it(name):
    made = {"np": np}
    for step in pipeline_of(CASES[name], str).steps:
        exec(step.code, made)  # noqa: S102 - our own lines
        assert step.array is not None
        assert_array_equal(made[step.name], step.array, strict=True)


@pytest.mark.parametrize("padding", ["pre", "post"])
def test_every_line_of_text_makes_what_is_beside_it(padding):
    keras = pytest.importorskip("keras")
    pipeline = pipeline_of(CASES[f"text, {padding}"], str)
    made = {"np": np, "keras": keras}
    for step in pipeline.steps:
        exec(step.code, made)  # noqa: S102 - our own lines
        if step.array is not None:
            assert_array_equal(made[step.name], step.array, strict=step.name == "X")
    assert made["ids"] == [[1, 2, 3, 4], [5, 4, 6, 7], [4], [1, 8, 9, 1, 2, 3, 5, 10]]


@pytest.mark.parametrize("name", CASES)
def test_every_cell_of_x_is_the_raw_value_that_is_named(name):
    settings = CASES[name]
    pipeline = pipeline_of(settings, str)
    raw = [cell for row in pipeline.raw.rows for cell in row]
    ids = vocabulary_of(parse_sentences(settings.sentences))
    for value, (sample, step, feature), at in zip(
        pipeline.block.ravel(), np.ndindex(pipeline.block.shape), pipeline.source.ravel(), strict=True
    ):
        if settings.source == "pair":
            # The cell of a symbol is its 1; zeros are made up.
            assert (at == MADE_UP) == (value == 0)
            assert at == MADE_UP or int(raw[at]) == feature
        elif settings.source == "text":
            assert value == (0 if at == MADE_UP else ids[raw[at]]), (sample, step)
        else:
            assert value == np.float32(raw[at])


def test_the_memory_pair_is_that_of_the_tutorial():
    pipeline = pipeline_of(CASES["pair, sequences"], str)
    assert_array_equal(pipeline.x[0, 0], [0, 0, 0, 1, 0])  # 3
    assert_array_equal(pipeline.x.argmax(-1), [[3, 0, 1, 2], [4, 0, 1, 2]])
    assert_array_equal(pipeline.y.argmax(-1), [[0, 1, 2, 3], [0, 1, 2, 4]])
    apart = pipeline_of(CASES["pair, steps"], str)
    assert_array_equal(apart.x[:, 0], pipeline.x[0])
    assert_array_equal(apart.y, pipeline.y[0])


def test_both_orders_of_the_table_give_the_same_tanks():
    by_tank, by_hour = (pipeline_of(CASES[name], str) for name in ("tanks", "tanks by hour"))
    table = by_tank.steps[0].array
    for sample, tank in enumerate(by_tank.x, start=1):
        assert_array_equal(tank, table[table[:, 0] == sample][:, 2:])
    table = by_hour.steps[0].array
    assert_array_equal(table[:3, 1], [1, 1, 1])
    for sample, tank in enumerate(by_hour.x, start=1):
        assert_array_equal(tank, table[table[:, 0] == sample][:, 2:])
