"""What a visitor may type, and what is said to the rest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import (
    MAX_VALUES,
    SAMPLE_ROWS,
    InputError,
    canonical,
    inputs_of,
    one_hot,
    parse_rows,
    parse_series,
    parse_symbols,
)


@pytest.mark.parametrize(
    "text",
    [
        "3,0,1,2,3",
        "3 0 1 2 3",
        " 3, 0,1 ,2,3, ",
        "[3, 0, 1, 2, 3]",
        "３，０，１，２，３",
        "3\n0\n1\n2\n3",
        "30123",
        "301 23",
    ],
)
def test_symbols_may_be_parted_by_commas_spaces_lines_and_brackets(text):
    assert parse_symbols(text) == (3, 0, 1, 2, 3)


@pytest.mark.parametrize(
    ("parse", "text", "says"),
    [
        (parse_symbols, "", "empty"),
        (parse_symbols, " , ,", "empty"),
        (parse_symbols, "3", "at least two"),
        (parse_symbols, "3, 0, 7", "“7” at position 3 is not in the alphabet. Use 0, 1, 2, 3, 4."),
        (parse_symbols, "3, 0, <script>alert</script>", "“<script>alert</scrip…” at position 3"),
        (parse_symbols, "1," * 100_000, "Too many values (100,000)"),
        (parse_symbols, "1," * 300_000, "The text has 600,000 characters; at most 500,000 are read."),
        (parse_series, "", "empty"),
        (parse_series, "0.1, nan", "“nan” at position 2 is not a finite number"),
        (parse_series, "inf", "not a finite number"),
        (parse_series, "1e400", "not a finite number"),
        (parse_series, "2e6", "out of range: it must be between -1,000,000 and 1,000,000"),
        (parse_series, "0.1, x", "“x” at position 2 is not a number"),
        (parse_series, "0.1, 1_5", "“1_5” at position 2 is not a number"),
        (parse_series, "0.5, 1 500, 2 500", "“1 500” at position 2 could be one number or several. Did you mean 1500?"),
        (parse_series, "3\n1 234 567.5\n4", "Did you mean 1234567.5?"),
        (parse_series, "1 000", "Did you mean 1000?"),
        (parse_series, "7,1,000", "“1,000” at position 2"),
        (parse_series, "2 1\u00a0500", "Did you mean 1500?"),
        (
            parse_series,
            "1,5; 2,5",
            "“1,5” could be one number or several, because the series has both commas and semicolons.",
        ),
        (parse_rows, "1 2\n2 000 5", "“2 000” in row 2 could be one number or several. Did you mean 2000?"),
        (parse_rows, "1 500, 2; 3, 4", "“1 500” in row 1"),
        (parse_rows, "", "no rows"),
        (parse_rows, "1 2\n3", "row 1 has 2, row 2 has 1"),
        (parse_rows, "1 2\n3 nan", "“nan” in row 2 is not a number between -1,000,000 and 1,000,000"),
        (parse_rows, " ".join("1" * 51), "A row of 51 numbers is too long: at most 50"),
        (parse_rows, "1 2\n" * 50_000, "Too many values (100,000)"),
        (parse_rows, ";" * 1_000_000, "The text has 1,000,000 characters"),
    ],
)
def test_what_is_wrong_is_said(parse, text, says):
    with pytest.raises(InputError) as error:
        parse(text)
    assert says in str(error.value)
    assert len(str(error.value)) < 200


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("100 200 300", [100, 200, 300]),
        ("[100 200 300\n 400 500 600]", [100, 200, 300, 400, 500, 600]),
        ("10, 100, 200", [10, 100, 200]),
        ("0.1, 0.5 0.3", [0.1, 0.5, 0.3]),
        ("1;2;3", [1, 2, 3]),
        ("1,2,3;", [1, 2, 3]),
        ("0 0 0", [0, 0, 0]),
    ],
)
def test_what_can_only_be_a_list_is_read_as_one(text, numbers):
    np.testing.assert_array_equal(parse_series(text)[:, 0], np.array(numbers, "float32"))


def test_rows_may_have_blanks_alone_between_their_numbers():
    assert parse_rows("100 200 300\n400 500 600").tolist() == [[100, 200, 300], [400, 500, 600]]


def test_the_longest_sequence_is_still_taken():
    assert len(parse_symbols("1 " * MAX_VALUES)) == MAX_VALUES


def test_rows_are_lines_semicolons_or_nested_lists():
    expected = [[1, 2], [3, 4]]
    for text in ("1 2\n3 4", "1,2;3,4", "[[1, 2], [3, 4]]", "[1, 2],\n[3, 4]\n"):
        np.testing.assert_array_equal(parse_rows(text), expected)


def test_the_offered_sample_is_the_tutorials():
    expected = [
        [0.1, 4.2, 1.5, 1.1, 2.8],
        [1.0, 3.1, 2.5, 0.7, 1.1],
        [0.3, 2.1, 1.5, 2.1, 0.1],
        [2.2, 1.4, 0.5, 0.9, 1.1],
    ]
    np.testing.assert_array_equal(parse_rows(SAMPLE_ROWS), np.array(expected, "float32"))


def test_three_is_the_fourth_of_five_symbols():
    assert one_hot((3,), 5).tolist() == [[0, 0, 0, 1, 0]]
    with pytest.raises(IndexError, match="0 … 4"):
        one_hot((5,), 5)


def test_a_layer_reads_all_symbols_but_the_last():
    assert inputs_of("symbols", "3,0,1,2,3").argmax(axis=1).tolist() == [3, 0, 1, 2]


numbers = st.floats(-1e6, 1e6, width=32)


@given(st.lists(st.lists(numbers, min_size=3, max_size=3), min_size=1, max_size=20))
def test_a_link_holds_rows_to_the_last_bit(rows):
    text = "\n".join(" ".join(map(repr, row)) for row in rows)
    once = canonical("rows", text)
    np.testing.assert_array_equal(parse_rows(once), np.array(rows, "float32"))
    assert canonical("rows", once) == once


@given(st.text(max_size=200))
def test_nonsense_is_refused_with_a_sentence_or_read_as_a_link_holds_it(text):
    for kind, parse in (("symbols", parse_symbols), ("series", parse_series), ("rows", parse_rows)):
        read, sentence = read_or_refused(parse, text)
        assert sentence.endswith(".") if read is None else sentence == ""
        if read is not None:
            np.testing.assert_array_equal(parse(canonical(kind, text)), read)


def read_or_refused(parse, text: str):
    try:
        return parse(text), ""
    except InputError as problem:
        return None, str(problem)
