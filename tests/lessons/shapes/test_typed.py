"""What one may type on the page Shapes, what is said to the rest, and that a link brings it back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from lstm_viz.data import InputError
from lstm_viz.lessons.shapes import parsing
from lstm_viz.lessons.shapes.pipeline import pipeline_of
from lstm_viz.lessons.shapes.settings import DEFAULT, NAMES, SETTINGS, SHAPE, SOURCES, settings_of
from tests.lessons.shapes.cases import CASES


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("(120, 5)", (120, 5)),
        ("120,5,2", (120, 5, 2)),
        ("X.shape = (32, 10)", (32, 10)),
        ("x_train.shape: (60000, 28, 28)", (60000, 28, 28)),
        ("torch.Size([32, 10])", (32, 10)),
        ("(7,)", (7,)),
        ("7", (7,)),
        ("32 × 10 x 2", (32, 10, 2)),
        ("（120， 5）", (120, 5)),
        ("1_000, 2", (1000, 2)),
        ("32*10", (32, 10)),
        ("(100L, 5L)", (100, 5)),
        ("array (100, 5)", (100, 5)),
        ("(np.int64(120), np.int32(5))", (120, 5)),
    ],
)
def test_a_shape_may_be_typed_in_many_ways(text, shape):
    assert parsing.parse_shape(text) == shape


@pytest.mark.parametrize(
    ("parse", "text", "says"),
    [
        (parsing.parse_shape, "", "Type an array's shape"),
        (parsing.parse_shape, "(1 200, 5)", "“1 200” could be one size or several. Did you mean 1200?"),
        (parsing.parse_shape, "(a, 5)", "Type an array's shape"),
        (parsing.parse_shape, "(120.5, 5)", "Type an array's shape"),
        (parsing.parse_shape, "(None, 4, 5)", "An axis without a size, None"),
        (parsing.parse_shape, "(4, -1)", "An axis without a size, -1"),
        (parsing.parse_shape, "(0, 5)", "from 1 to 1,000,000,000"),
        (parsing.parse_shape, "(9999999999, 5)", "from 1 to 1,000,000,000"),
        (parsing.parse_shape, "(100000000000, 5)", "from 1 to 1,000,000,000"),
        (parsing.parse_shape, "(10**9, 3, 3)", "Type an array's shape"),
        (parsing.parse_shape, "array([[1, 2], [3, 4]])", "This is an array, not its shape"),
        (parsing.parse_shape, "X: (100, 5), y: (100,)", "There are 2 shapes here"),
        (parsing.parse_shape, "1,2,3,4,5", "5 axes are too many"),
        (parsing.parse_pair, "3,0,1", "Type two sequences, one per line. Typed: 1"),
        (parsing.parse_pair, "3,0,1\n3,0", "3 and 2 symbols"),
        (parsing.parse_pair, "3,0,9\n3,0,1", "“9” at position 3"),
        (parsing.parse_pair, "0 " * 13 + "\n" + "1 " * 13, "13 symbols are too many"),
        (parsing.parse_own, "", "empty"),
        (parsing.parse_own, "1,2\n3", "row 1 has 2, row 2 has 1"),
        (parsing.parse_own, "7", "Type at least two"),
        (parsing.parse_own, "1,nan", "not a finite number"),
        (parsing.parse_own, "1," * 201, "201 steps are too many"),
        (parsing.parse_own, "1 2 3 4 5 6 7 8 9\n1 2 3 4 5 6 7 8 9", "9 features per step"),
        (parsing.parse_sentences, "", "Typed: 0"),
        (parsing.parse_sentences, "good|1\n" * 11, "Typed: 11"),
        (parsing.parse_sentences, "good", "Line 1 needs words, a bar and a label"),
        (parsing.parse_sentences, "good|1\n|1", "Line 2 needs words"),
        (parsing.parse_sentences, "good|2", "0 or 1"),
        (parsing.parse_sentences, "w " * 13 + "|1", "13 words"),
        (parsing.parse_sentences, "w" * 21 + "|1", "at most 20 letters"),
    ],
)
def test_what_is_wrong_is_said(parse, text, says):
    with pytest.raises(InputError) as error:
        parse(text)
    assert says in str(error.value)
    assert len(str(error.value)) < 250


def test_one_line_is_a_series_and_several_are_rows():
    assert parsing.parse_own("1, 2, 3").shape == (3, 1)
    assert parsing.parse_own("1\n2\n3").shape == (3, 1)
    assert parsing.parse_own("1,2\n3,4").shape == (2, 2)
    assert parsing.parse_own("1,2;3,4;5,6").shape == (3, 2)


@given(st.lists(st.lists(st.floats(-1e5, 1e5, width=32), min_size=2, max_size=2), min_size=1, max_size=9))
def test_what_a_link_writes_of_rows_is_read_again(rows):
    array = np.array(rows, "float32") if len(rows) > 1 else np.array(rows, "float32").T
    assert_array_equal(parsing.parse_own(parsing.own_text(array)), array)


@pytest.mark.parametrize("name", CASES)
def test_a_link_to_these_settings_opens_them(name):
    settings = CASES[name]
    values = SETTINGS.defaults() | vars(settings) | {"shape": str((7, 3))}
    read, ignored = SETTINGS.read(SETTINGS.link(values))
    assert ignored == []
    assert settings_of(read, DEFAULT) == (settings, None)
    assert read["shape"] == "(7, 3)"


@pytest.mark.parametrize(
    ("query", "name", "shown"),
    [
        ({"pair": "<script>"}, "pair", DEFAULT.pair),
        ({"source": "own", "own": "1,x"}, "own", DEFAULT.own),
        ({"source": "own", "own": "1,2,3", "look_back": "30"}, "own", DEFAULT.own),
        ({"source": "text", "sentences": "no label"}, "sentences", DEFAULT.sentences),
        ({"shape": "(<b>, 5)"}, "shape", SHAPE),
        ({"look_back": "999"}, "look_back", 30),
        ({"axis_1": "units"}, "axis_1", "features"),
        ({"panel": "scaling", "source": "pair"}, "panel", "journey"),
        ({"panel": "padding", "source": "sine"}, "panel", "journey"),
    ],
)
def test_what_is_wrong_in_a_link_is_replaced_and_said(query, name, shown):
    values, ignored = SETTINGS.read(query)
    assert values[name] == shown
    assert len(ignored) == 1
    assert "link" in str(ignored[0])


def test_what_is_typed_wrong_leaves_what_was_there():
    before = CASES["own series"]
    typed = {name: getattr(before, name) for name in NAMES} | {"own": "1, 2, three"}
    settings, problem = settings_of(typed, before)
    assert settings == before
    assert "“three” at position 3 is not a number" in str(problem)


texts = st.sampled_from(["", "1,2,3", "0,1\n2,3", "1 2\n3 4\n5 6", "x", "good | 1", "1\n2", "7"])
changes = st.fixed_dictionaries(
    {},
    optional={
        "source": st.sampled_from(tuple(SOURCES)),
        "pair": texts,
        "own": texts,
        "sentences": texts,
        "look_back": st.integers(1, 30),
        "stride": st.integers(1, 20),
        "horizon": st.integers(1, 10),
    },
)


@given(st.lists(changes, max_size=6))
def test_whatever_is_changed_in_whichever_order_there_is_an_array(steps):
    values, settings = {name: getattr(DEFAULT, name) for name in NAMES}, DEFAULT
    for step in steps:
        values |= step
        settings, _problem = settings_of(values, settings)
        assert pipeline_of(settings, str).x.size
